// Lock files that older npms can read too, and that any registry can serve.
//
//   node tools/lock-file.mjs            checks package-lock.json and tools/node/package-lock.json
//   node tools/lock-file.mjs --write    mends what can be mended without asking anyone, then checks
//
// To update packages: change the version in package.json, run `npm install`, then `node tools/lock-file.mjs --write`.
//
// Why: npm writes into the lock file what each package asks of others, word for word. Where a package asks for a tag
// ("latest"), npm 9, which Debian 12 has, stops as soon as package.json overrides that package: "Invalid comparator: latest".
// The lock file has one version of it anyway, so that version stands there instead.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What stands in a lock file, as far as it matters here.
 * @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, dependencies?: Record<string, string>,
 *   devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string> }} Entry
 * @typedef {{ lockfileVersion?: number, packages?: Record<string, Entry> }} Lock
 * @typedef {{ entry: string, wrong: string, remedy: string }} Fault
 */

export const lockFiles = ['package-lock.json', 'tools/node/package-lock.json'];
const kinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']);
const write = 'run node tools/lock-file.mjs --write';
const again = 'run npm install with the .npmrc beside it';

// The grammar of ranges, as in node-semver's README.
const exact = String.raw`\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?`;
const partial = String.raw`v?(?:${exact}|(?:\d+|[xX*])(?:\.(?:\d+|[xX*])){0,2})`;
const comparator = String.raw`(?:[<>]=?|=|~>?|\^)?\s*${partial}`;
const exactVersion = new RegExp(`^${exact}$`);
const oneRange = new RegExp(String.raw`^\s*(?:${partial}\s+-\s+${partial}|${comparator}(?:\s+${comparator})*)?\s*$`);

/** @param {string} wanted */
export const isRange = (wanted) => wanted.split('||').every((part) => oneRange.test(part));

/** A word that the registry translates, and translates anew each day. @param {string} wanted */
const isTag = (wanted) => !isRange(wanted) && /^[a-z][\w.-]*$/i.test(wanted) && !/\.(tgz|tar|tar\.gz)$/.test(wanted);

/**
 * Which version the package at `place` gets when it asks for `name`, looking upwards as Node does.
 * @param {Record<string, Entry>} packages @param {string} place @param {string} name
 * @returns {string | undefined}
 */
function lockedVersion(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[`${folder}${folder && '/'}node_modules/${name}`];
    if (found || !folder) return found?.version;
  }
}

/** @param {Lock} lock @returns {Fault[]} */
export function faultsOfLock(lock) {
  /** @type {Fault[]} */
  const faults = [];
  const { packages } = lock;
  if (lock.lockfileVersion !== 3 || !packages) {
    return [{ entry: 'lockfileVersion', wrong: `it is ${lock.lockfileVersion ?? 'missing'}, not 3`, remedy: 'run npm install --lockfile-version 3' }];
  }
  for (const [place, entry] of Object.entries(packages)) {
    const add = (/** @type {string} */ wrong, /** @type {string} */ remedy) => faults.push({ entry: place || 'the project', wrong, remedy });
    if (place) {
      if (!exactVersion.test(entry.version ?? '')) add('it has no version', again);
      if (!entry.integrity?.startsWith('sha512-')) add('it has no integrity of the kind sha512', again);
      if (entry.link) add('it is a link to a folder', 'take a package of the registry');
    }
    if (entry.resolved !== undefined) add('"resolved" names where it came from', write);
    for (const kind of kinds) {
      for (const [name, wanted] of Object.entries(entry[kind] ?? {})) {
        if (isRange(wanted)) continue;
        const mendable = place && isTag(wanted) && lockedVersion(packages, place, name);
        add(`${kind} ask for ${name} as "${wanted}", which is no range of versions`,
          mendable ? write : place ? 'take another version of this package' : 'write a version in package.json and run npm install');
      }
    }
  }
  return faults;
}

/** The same lock with versions for tags, and without origins. @param {Lock} lock @returns {Lock} */
export function mendLock(lock) {
  const packages = lock.packages ?? {};
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).map(([place, { resolved: _, ...entry }]) => {
    // The project's own wishes are package.json's: npm refuses a lock file that says something else.
    for (const kind of place ? kinds : []) {
      if (entry[kind]) {
        entry[kind] = Object.fromEntries(Object.entries(entry[kind]).map(([name, wanted]) => (
          [name, (isTag(wanted) && lockedVersion(packages, place, name)) || wanted])));
      }
    }
    return [place, entry];
  })) };
}

const omit = 'omit-lockfile-registry-resolved=true';

/** What is wrong with a .npmrc: without its line the next npm install writes origins again. @param {string} text @returns {Fault[]} */
export function faultsOfSettings(text) {
  const lines = text.split('\n').map((line) => line.replace(/\s*=\s*/, '=').trim()).filter((line) => line && !/^[#;]/.test(line));
  return [
    ...lines.includes(omit) ? [] : [{ entry: omit, wrong: 'this line is missing', remedy: 'add it' }],
    ...lines.filter((line) => /registry=|_auth|_password|proxy=|^\/\//i.test(line))
      .map((line) => ({ entry: line.split('=')[0], wrong: 'it names a registry or how to get in', remedy: "keep that in the user's own .npmrc" })),
  ];
}

/** As npm writes it. @param {Lock} lock */
export const textOfLock = (lock) => `${JSON.stringify(lock, null, 2)}\n`;

/** @param {string} file @returns {Lock} */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * One line for each fault of a lock file and of the .npmrc beside it.
 * @param {string} project @param {string} file below it
 */
export function report(project, file) {
  const line = (/** @type {string} */ name) => (/** @type {Fault} */ { entry, wrong, remedy }) => `${name}: ${entry}: ${wrong}; ${remedy}`;
  const settings = join(dirname(file), '.npmrc');
  const text = existsSync(join(project, settings)) ? readFileSync(join(project, settings), 'utf8') : '';
  return [...faultsOfLock(readLock(join(project, file))).map(line(file)), ...faultsOfSettings(text).map(line(settings))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const project = join(dirname(fileURLToPath(import.meta.url)), '..');
  if (process.argv.includes('--write')) {
    for (const file of lockFiles) writeFileSync(join(project, file), textOfLock(mendLock(readLock(join(project, file)))));
  }
  const lines = lockFiles.flatMap((file) => report(project, file));
  for (const line of lines) console.error(line);
  if (lines.length) process.exitCode = 1;
}
