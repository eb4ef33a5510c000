// Runs test files, several at a time, and tells what came of each:
//   node tools/test-files.mjs [--jobs N] [--results FOLDER] [GROUP:]FILE…
//
// A file whose head holds a line `// Alone: …` measures time, scrolls, or needs what there is once; such files run last, one
// at a time. Into FOLDER go `counts` (a line for each group: its name, tests passed, failed, skipped), `failed` (files with
// failures) and `times` (files and seconds, the slowest first).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @typedef {{ name: string, ms: number, passed: boolean, skipped: string | null, error?: string }} Told a line of test-reporter.mjs */
/** @typedef {{ file: string, group: string, tests: Told[], seconds: number, trouble: string }} Done */

const longest = (process.env.AUSHANG_FULL ? 40 : 15) * 60_000;
const reporter = fileURLToPath(new URL('test-reporter.mjs', import.meta.url));

const { values, positionals } = parseArgs({ allowPositionals: true, options: {
  jobs: { type: 'string', default: String(availableParallelism()) },
  results: { type: 'string' },
} });
const files = positionals.map((word) => {
  const [, group = '', file] = /^(?:(\w+):)?(.+)$/.exec(word) ?? [];
  return { group, file, alone: /^\/\/ Alone: /m.test(readFileSync(file, 'utf8').slice(0, 2000)) };
});

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
// Each file has a process group of its own, which a signal to this one doesn't reach.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    running.forEach(killGroup);
    process.exit(1);
  });
}

/** @param {{ file: string, group: string }} one @returns {Promise<Done>} */
async function run({ file, group }) {
  const started = performance.now();
  const child = spawn(process.execPath, [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout', file], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  running.add(child);
  let told = '', said = '', late = false;
  child.stdout.on('data', (data) => { told += data; });
  child.stderr.on('data', (data) => { said = (said + data).slice(-4000); });
  const end = setTimeout(() => { late = true; killGroup(child); }, longest);
  const [code, signal] = await once(child, 'close');
  clearTimeout(end);
  running.delete(child);
  killGroup(child); // what it left behind
  /** @type {Told[]} */
  const tests = [];
  let other = '';
  for (const line of told.split('\n')) {
    if (line.startsWith('{"name":')) tests.push(JSON.parse(line));
    else other += `${line}\n`;
  }
  const failed = tests.some((one) => !one.passed);
  const trouble = late ? `still running after ${longest / 60_000} minutes` : code !== 0 && !failed ? `ended with ${signal ?? `code ${code}`} though no test failed\n${other}${said}` : tests.length === 0 ? 'holds no test' : '';
  return { file, group, tests, seconds: (performance.now() - started) / 1000, trouble };
}

/** @param {import('node:child_process').ChildProcess} child */
function killGroup(child) {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

/** @type {Done[]} */
const done = [];

/** @param {typeof files} queue @param {number} jobs */
async function runAll(queue, jobs) {
  const waiting = [...queue];
  await Promise.all(Array.from({ length: jobs }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const one = await run(next);
      done.push(one);
      tell(one);
    }
  }));
}

/** @param {Done} one */
function tell({ file, tests, seconds, trouble }) {
  const failed = tests.filter((test) => !test.passed), skipped = tests.filter((test) => test.skipped !== null);
  console.log(`${failed.length || trouble ? '✖' : '✔'} ${file}  ${tests.length} tests  ${seconds.toFixed(1)} s`);
  for (const { name, ms } of tests) if (ms > 5000) console.log(`    ${(ms / 1000).toFixed(1)} s: ${name}`);
  for (const { name, skipped: why } of skipped) console.log(`    skipped: ${name}${why ? ` (${why})` : ''}`);
  for (const { name, error } of failed) console.log(`  ✖ ${name}\n${(error ?? '').replace(/^/gm, '      ')}`);
  if (trouble) console.log(`  ✖ ${trouble.replace(/\n/g, '\n      ')}`);
}

await runAll(files.filter(({ alone }) => !alone), Math.max(1, Number(values.jobs)));
await runAll(files.filter(({ alone }) => alone), 1);

const isBad = (/** @type {Done} */ { tests, trouble }) => trouble !== '' || tests.some((test) => !test.passed);
const bySeconds = [...done].sort((a, b) => b.seconds - a.seconds);
const counts = [...new Set(files.map(({ group }) => group))].map((group) => {
  const own = done.filter((one) => one.group === group), tests = own.flatMap((one) => one.tests);
  const skipped = tests.filter((test) => test.skipped !== null).length, failed = tests.filter((test) => !test.passed).length;
  return `${group || 'tests'} ${tests.length - skipped - failed} ${failed + own.filter((one) => one.trouble !== '').length} ${skipped}`;
});
if (values.results) {
  mkdirSync(values.results, { recursive: true });
  const write = (/** @type {string} */ name, /** @type {string[]} */ lines) => writeFileSync(join(values.results ?? '', name), lines.map((line) => `${line}\n`).join(''));
  write('counts', counts);
  write('failed', done.filter(isBad).map(({ file }) => file));
  write('times', bySeconds.map(({ file, seconds, tests }) => `${seconds.toFixed(1)}\t${tests.length}\t${file}`));
}
console.log(`\n${counts.join('\n')}`);
process.exitCode = done.some(isBad) ? 1 : 0;
