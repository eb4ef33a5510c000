// What `aushang confirm` says of a posting and does to its check.json, one step after the other, and what takes steps back.
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ask } from '../ask.js';

/** @typedef {{ status: number, body: object }} Reply */
/** A step that was taken: the file's bytes before it and after it. @typedef {{ before: Buffer, after: Buffer }} Taken */

/** @param {number} status @param {string} message @returns {Reply} */
const refusal = (status, message) => ({ status, body: { message } });

const changedSince = 'check.json was changed after that step, so the step can\'t be taken back here. Undo the change in your editor first.';

/**
 * Replaces a file as a whole, but only while it is as it was: what others write meanwhile stays.
 * @param {string} name @param {Buffer} expected @param {Buffer} wanted
 */
function replace(name, expected, wanted) {
  const file = realpathSync(name), beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, wanted);
    chmodSync(beside, statSync(file).mode & 0o7777);
    if (!readFileSync(file).equals(expected)) return false;
    renameSync(beside, file);
    return true;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** @param {Buffer} bytes */
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

export class Steps {
  /** @param {import('../tool.js').Tool} tool @param {string[]} folders of postings @param {string[]} options as "--today", DATE */
  constructor(tool, folders, options) {
    this.tool = tool;
    this.options = options;
    /** @type {Map<string, Taken[]>} */
    this.taken = new Map(folders.map((folder) => [folder, []]));
    /** What runs last in each folder. @type {Map<string, Promise<unknown>>} */
    this.last = new Map();
    /** Which files the points of each folder speak of. @type {Map<string, string[]>} */
    this.files = new Map();
  }

  /** @param {string} file */
  names(file) { return [...this.files.values()].some((files) => files.includes(file)); }

  /** @param {string} folder @returns {Promise<Reply>} */
  async points(folder) {
    return this.taken.has(folder) ? this.ask(folder) : refusal(404, 'There is no such posting.');
  }

  /** Takes a step when all before it are done. @param {string} folder @param {object} step @returns {Promise<Reply>} */
  async step(folder, step) {
    const taken = this.taken.get(folder);
    if (!taken) return refusal(404, 'There is no such posting.');
    const turn = (this.last.get(folder) ?? Promise.resolve()).then(() => ('do' in step && step.do === 'undo' ? this.undo(folder, taken) : this.take(folder, taken, step)));
    this.last.set(folder, turn.catch(() => {}));
    return turn;
  }

  /** @param {string} folder @param {Taken[]} taken @param {object} step */
  async take(folder, taken, step) {
    const file = join(folder, 'check.json');
    let before, after;
    try {
      before = readFileSync(file);
    } catch {
      return refusal(409, `${file} can't be read.`);
    }
    const reply = await this.ask(folder, step);
    if (reply.status !== 200) return reply;
    try {
      after = readFileSync(file);
    } catch {
      return reply; // taken away since; there is nothing to take back
    }
    // Somebody else may have written just before or after it; then what was is not ours to put back.
    const { sha256_before: read, sha256: written } = /** @type {Record<string, string>} */ (reply.body);
    if (!before.equals(after) && hash(before) === read && hash(after) === written) taken.push({ before, after });
    return { ...reply, body: { ...reply.body, undo: taken.length } };
  }

  /** @param {string} folder @param {Taken[]} taken */
  async undo(folder, taken) {
    const last = taken.at(-1);
    if (!last) return refusal(409, 'There is no step to take back.');
    try {
      if (!replace(join(folder, 'check.json'), last.after, last.before)) return refusal(409, changedSince);
    } catch (problem) {
      return refusal(409, `The step can't be taken back: ${/** @type {Error} */ (problem).message}`);
    }
    taken.pop();
    return this.ask(folder);
  }

  /** @param {string} folder @param {object} [step] @returns {Promise<Reply>} */
  async ask(folder, step) {
    const { code, out, err } = await ask(this.tool, ['confirm', ...this.options, ...(step ? ['--do', '-'] : []), '--', folder], step && JSON.stringify(step));
    if (code !== 0) return refusal(409, err.toString().trim());
    const points = JSON.parse(out.toString());
    this.files.set(folder, [points.file, points.page]);
    return { status: 200, body: { ...points, undo: this.taken.get(folder)?.length ?? 0 } };
  }
}
