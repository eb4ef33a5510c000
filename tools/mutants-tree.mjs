// The checkout that tools/mutants.mjs works in: a clone of this repository at one commit, which keeps its builds.
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import process from 'node:process';

/** @typedef {import('../tests/mutants/list.mjs').Mutant} Mutant */

const project = resolve(import.meta.dirname, '..');
export const folder = join(project, 'build/mutants');

/** @param {string[]} words @returns {string} */
const git = (words) => execFileSync('git', words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']}).trim();

/** @param {string} name of a commit @returns {string | null} its hash */
export function commitOf(name) {
  try {
    return git(['-C', project, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  } catch {
    return null;
  }
}

/** A text with the fault in it. @param {string} text @param {Mutant} mutant @returns {string | null} null unless `from` stands there exactly once */
export function withFault(text, {from, to}) {
  const at = text.indexOf(from);
  if (at < 0 || text.includes(from, at + 1)) return null;
  return text.slice(0, at) + to + text.slice(at + from.length);
}

export class Tree {
  /** @param {string} commit hash @param {boolean} isHead whose clone has the plain name: others have theirs, so that their builds stay */
  constructor(commit, isHead) {
    this.commit = commit;
    this.path = join(folder, isHead ? 'tree' : `tree-${commit.slice(0, 12)}`);
    this.lock = `${this.path}.pid`;
    /** Names the file that has a fault, also when a run was cut off: what was just compiled of it may be newer than it is then. */
    this.marker = `${this.path}.fault`;
    /** Puts back the file that has a fault now. */
    this.restore = (/** @type {boolean} */ _isCutOff = false) => {};
  }

  /** For this process alone. @returns {boolean} whether nobody else has it */
  take() {
    mkdirSync(folder, {recursive: true});
    try {
      const other = Number(readFileSync(this.lock, 'utf8'));
      if (other > 0 && process.kill(other, 0)) return false;
    } catch {
      // no such file, or no such process any more
    }
    writeFileSync(this.lock, String(process.pid));
    return true;
  }

  leave() {
    this.restore(true);
    rmSync(this.lock, {force: true});
  }

  /** The commit as it is, whatever a run that was cut off has left. */
  reset() {
    const {path, commit} = this, own = join(path, '.git');
    if (!existsSync(join(own, 'HEAD'))) {
      rmSync(path, {recursive: true, force: true});
      git(['clone', '--quiet', '--shared', '--no-checkout', project, path]);
    }
    // Named outright: where the clone is broken git would look for one further up, and find this repository.
    const inTree = ['--git-dir', own, '--work-tree', path];
    rmSync(join(own, 'index.lock'), {force: true});
    git([...inTree, 'reset', '--quiet', '--hard', commit]);
    const touched = existsSync(this.marker) ? join(path, readFileSync(this.marker, 'utf8')) : '';
    if (existsSync(touched)) utimesSync(touched, new Date(), new Date());
    rmSync(this.marker, {force: true});
    rmSync(join(path, 'node_modules'), {force: true});
    symlinkSync(join(project, 'node_modules'), join(path, 'node_modules'));
  }

  /** Puts the fault in, until `restore`. @param {Mutant} mutant @returns {boolean} false where the list is stale */
  put(mutant) {
    const file = join(this.path, mutant.file);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const changed = withFault(text, mutant);
    if (changed === null) return false;
    writeFileSync(this.marker, mutant.file);
    writeFileSync(file, changed);
    this.restore = (isCutOff = false) => {
      writeFileSync(file, text);
      if (!isCutOff) rmSync(this.marker);
      this.restore = () => {};
    };
    return true;
  }
}
