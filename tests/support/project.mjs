// Where things are, and how tests call the tool.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const tool = process.env.AUSHANG_BIN || join(project, 'build/asan-bin/aushang');
/** The npm package, as it is unpacked. */
export const npmPackage = process.env.AUSHANG_PACKAGE || join(project, 'build/package');
const shared = process.env.AUSHANG_SHARED || join(project, '../shared');

/** Whether everything is wanted: `./dev test --full`. */
export const full = process.env.AUSHANG_FULL === '1';

/**
 * Combinations of what a test depends on: each with each where everything is wanted; else as few as hold every value once.
 * @template {Record<string, readonly unknown[]>} F
 * @param {F} factors
 * @param {boolean} [all]
 * @returns {{ [K in keyof F]: F[K][number] }[]}
 */
export function combinations(factors, all = full) {
  const names = Object.keys(factors), lengths = names.map((name) => factors[name].length);
  const count = all ? lengths.reduce((product, length) => product * length, 1) : Math.max(...lengths);
  return Array.from({ length: count }, (_, i) => {
    let rest = i;
    return /** @type {any} */ (Object.fromEntries(names.map((name, k) => {
      const at = all ? rest % lengths[k] : i % lengths[k];
      rest = Math.floor(rest / lengths[k]);
      return [name, factors[name][at]];
    })));
  });
}

/** Of a long list: all of it where everything is wanted, else every `n`th. @template T @param {readonly T[]} list @param {number} n @returns {T[]} */
export const sample = (list, n) => (full ? [...list] : list.filter((_, i) => i % n === 0));

/** A file of the folder with real pages and suites, or null where that is absent. @param {string} name */
export const sharedFile = (name) => (existsSync(join(shared, name)) ? join(shared, name) : null);

/**
 * Runs the tool; never throws for an exit code.
 * @param {string[]} args
 * @param {{input?: string | Buffer, wasm?: boolean, cwd?: string, timeout?: number}} [options]
 * @returns {{code: number | null, out: string, err: string}}
 */
export function aushang(args, options = {}) {
  const command = options.wasm ? process.execPath : tool;
  const done = spawnSync(command, options.wasm ? [join(npmPackage, 'aushang.js'), ...args] : args, {
    input: options.input ?? '', cwd: options.cwd ?? project, timeout: options.timeout ?? 60_000, maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout?.toString() ?? '', err: done.stderr?.toString() ?? '' };
}

/** A folder that is gone when the test is. @param {import('node:test').TestContext} t */
export function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'aushang-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder. @param {string} folder @param {Record<string, string | Buffer>} files */
export function writeFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Where a site's current version lies. @param {string} site */
export const versionFolder = (site) => join(site, 'v', readFileSync(join(site, 'version.txt'), 'utf8').trim());

/** The smallest check.json that says how to apply. @param {object} [more] */
export const smallCheck = (more = {}) => JSON.stringify({
  version: 1, apply: { to: ['jobs@group.example'], subject: { contains: '[job-1]' } },
  questions: [], clauses: [], criteria: [], materials: [], ...more,
});

/** Numbers that look random and are the same in every run (mulberry32). @param {number} seed */
export function randomNumbers(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /** A whole number below `n`. @param {number} n */
  const below = (n) => Math.floor(next() * n);
  /** One of them. @template T @param {readonly T[]} all @returns {T} */
  const pick = (all) => all[below(all.length)];
  return { next, below, pick };
}

/** Runs another program and gives its output. @param {string} command @param {string[]} args */
export const run = (command, args) => execFileSync(command, args, { maxBuffer: 1 << 28 }).toString();
