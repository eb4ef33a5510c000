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
    const site = [...filesOfZip(out)];
    this.versions = [site.filter(([name]) => name.startsWith('v/')), ...this.versions].slice(0, keptVersions);
    this.files = new Map([...this.versions.flat(), ...site]);
    ++this.number;
    return 'other page';
  }

  /** Finds out what is to be said about the files that were built last. */
  async check() {
    const { out } = await ask(this.tool, ['check', '--json', ...this.words]);
    /** @type {Finding[]} */
    const found = JSON.parse(out.toString() || '[]');
    this.findings = [...found, ...moreFindings(this.said, found)];
  }
}
