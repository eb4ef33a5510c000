// The site as it is to be seen while it is written: the last one without an error, and what is to be said about the
// files as they are now.
import { ask } from '../ask.js';
import { digest } from './inputs.js';
import { filesOfZip } from './zip.js';

/** @typedef {{ severity: string, file: string, line: number, column: number, code: string, path: string, message: string }} Finding */

/** A program that saves writes in pieces; only what has been at rest for so long is shown, ms. */
const quiet = 30;

/** While files are saved quickly, a page is still loading when the next ones are there already. */
const keptVersions = 20;

/**
 * What `build` alone finds, a line each.
 * @param {string} lines what it printed as errors @param {Finding[]} known what `check` found @returns {Finding[]}
 */
export function moreFindings(lines, known) {
  return lines.split('\n')
    .filter((line) => line && !line.startsWith('Nothing was built') && !known.some(({ message }) => line.includes(message)))
    .map((line) => ({ severity: / warning: /.test(line) ? 'warning' : 'error', file: '', line: 0, column: 0, code: '', path: '', message: line }));
}

/** What pages share, but for the postings' own bundles. @param {[string, Buffer][]} files */
const sharedOf = (files) => new Map(files.filter(([name]) => !name.endsWith('.json')).map(([name, data]) => [name.split('/').slice(2).join('/'), data]));

/** @param {Map<string, Buffer>} one @param {Map<string, Buffer>} other */
const isSame = (one, other) => one.size === other.size && [...one].every(([name, data]) => other.get(name)?.equals(data));

export class Preview {
  /**
   * @param {import('../tool.js').Tool} tool
   * @param {string[]} folders of postings @param {string[]} options for both commands, as "--site", FILE
   * @param {() => string} state of what is read, see inputs.js
   */
  constructor(tool, folders, options, state) {
    this.tool = tool;
    this.folders = folders;
    this.words = [...options, '--', ...folders];
    this.state = state;
    /** The last site without an error, and what pages of the ones before it may still ask for. @type {Map<string, Buffer>} */
    this.files = new Map();
    /** What the pages of each site share, which has the version in its name; the last one first. @type {[string, Buffer][][]} */
    this.versions = [];
    /** The version whose style sheet and app pages use: a later one with the same has them under another name, which browsers would load anew. @type {[string, Buffer][]} */
    this.shared = [];
    /** @type {Finding[]} */
    this.findings = [];
    /** How many different sites there were. */
    this.number = 0;
    /** @type {Buffer} */
    this.zip = Buffer.alloc(0);
    /** What stands in the postings' own files, as one short word: what is to be confirmed hangs on it. */
    this.texts = '';
    /** What was read last. */
    this.seen = '';
    /** What `build` said about it, a line each. */
    this.said = '';
  }

  /** Whether the files are others than those that were read last. */
  isOld() { return this.state() !== this.seen; }

  /**
   * Builds the files as they are now. What was written meanwhile, or may have been half written at the beginning, isn't shown: then
   * it has to be tried again.
   * @returns {Promise<'changing' | 'as before' | 'other page' | 'not built'>}
   */
  async build() {
    const before = this.state(), rest = new Promise((done) => { setTimeout(done, quiet); });
    const { code, out, err } = await ask(this.tool, ['build', '-o', '-', '--no-offline', '--no-packed', ...this.words]);
    await rest;
    if (this.state() !== before) return 'changing';
    this.seen = before;
    this.texts = digest(this.folders);
    this.said = err.toString();
    if (code !== 0) return 'not built';
    if (out.equals(this.zip)) return 'as before';
    this.zip = out;
    const site = [...filesOfZip(out)], own = site.filter(([name]) => name.startsWith('v/'));
    if (!isSame(sharedOf(own), sharedOf(this.shared))) this.shared = own;
    this.versions = [own, ...this.versions].slice(0, keptVersions);
    this.files = new Map([...this.shared, ...this.versions.flat(), ...site.map(([name, data]) => this.withShared(name, data))]);
    ++this.number;
    return 'other page';
  }

  /** A page with what it shares under the names that browsers know. @param {string} name @param {Buffer} data @returns {[string, Buffer]} */
  withShared(name, data) {
    const folder = (/** @type {[string, Buffer][]} */ files) => /^v\/[^/]+\//.exec(files[0]?.[0] ?? '')?.[0] ?? '', to = folder(this.shared), from = folder(this.versions[0]);
    if (!name.endsWith('.html') || from === to) return [name, data];
    return [name, Buffer.from(data.toString().replaceAll(from, (_, at, page) => (/^[^"]*\.json"/.test(page.slice(at)) ? from : to)))];
  }

  /** Finds out what is to be said about the files that were built last. */
  async check() {
    const { out } = await ask(this.tool, ['check', '--json', ...this.words]);
    /** @type {Finding[]} */
    const found = JSON.parse(out.toString() || '[]');
    this.findings = [...found, ...moreFindings(this.said, found)];
  }
}
