// How the tests of a checkout are built and run, for tools/mutants.mjs: whatever changes about that changes here.
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {appendFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import process from 'node:process';

/** @typedef {import('../tests/mutants/list.mjs').Notice} Notice */
/** @typedef {{preset: string, target: string}} Target what Ninja builds */
/** @typedef {{key: string, kind: 'unit' | 'node' | 'page' | 'fuzz', targets: Target[], command: string[]}} Run */

const project = resolve(import.meta.dirname, '..');
/** A test that takes longer hangs. */
const patience = 15 * 60_000;

/** @param {Notice} notice @returns {Run['kind']} */
export const kindOf = (notice) => ('unit' in notice ? 'unit' : 'fuzz' in notice ? 'fuzz' : 'node' in notice ? 'node' : 'page');

/** As it is named in tables. @param {Notice} notice */
export function keyOf(notice) {
  if ('unit' in notice) return `unit ${notice.unit}`;
  if ('fuzz' in notice) return `fuzz ${notice.fuzz}`;
  const file = 'node' in notice ? notice.node : notice.page;
  return `${file.replace(/^tests\/|\.test\.mjs$/g, '')}${notice.name ? ` /${notice.name}/` : ''}`;
}

/** The file that says in a checkout that there is such a test. @param {Notice} notice */
export function sourceOf(notice) {
  if ('unit' in notice) return `tests/unit/${notice.unit}/CMakeLists.txt`;
  if ('fuzz' in notice) return `tests/fuzz/fuzz_${notice.fuzz}.cpp`;
  return 'node' in notice ? notice.node : notice.page;
}

/** @param {string} tree @returns {{name: string, cacheVariables?: Record<string, string>}[]} */
const presetsOf = (tree) => JSON.parse(readFileSync(join(tree, 'CMakePresets.json'), 'utf8')).configurePresets;

/** Where a preset puts its programs, if all go to one place. @param {{cacheVariables?: Record<string, string>}} [preset] */
const placeOf = (preset) => preset?.cacheVariables?.CMAKE_RUNTIME_OUTPUT_DIRECTORY?.replace('${sourceDir}/', '');

/** The tool that the checkout's own tests use; where they set AUSHANG_BIN says which. @param {string} tree */
function toolOf(tree) {
  const said = /AUSHANG_BIN=\$project\/([\w./-]+)\/aushang$/m.exec(readFileSync(join(tree, 'tools/dev/test-parts.sh'), 'utf8')), place = said?.[1] ?? 'build/bin';
  const preset = presetsOf(tree).find((one) => placeOf(one) === place)?.name ?? 'release';
  return {path: join(tree, place, 'aushang'), target: {preset, target: 'aushang'}};
}

/** @param {string} tree @param {string} preset @param {string} target @param {string} source where it is built from */
function programOf(tree, preset, target, source) {
  const place = placeOf(presetsOf(tree).find(({name}) => name === preset));
  return join(tree, place ?? join('build', preset, source), target);
}

/** @param {string} tree @param {Notice} notice @returns {Run | null} null if the checkout has no such test */
export function runOf(tree, notice) {
  const kind = kindOf(notice), key = keyOf(notice), source = sourceOf(notice);
  if (!existsSync(join(tree, source))) return null;
  if ('unit' in notice) {
    const target = `test_${notice.unit}`;
    return {key, kind, targets: [{preset: 'asan', target}], command: [programOf(tree, 'asan', target, dirname(source)), '--gtest_brief=1']};
  }
  if ('fuzz' in notice) {
    // With a main of its own it takes files, and is built with the unit tests; else it is libFuzzer's.
    const isOwn = existsSync(join(tree, 'tests/fuzz/replay.cpp')), preset = isOwn ? 'asan' : 'fuzz', target = `fuzz_${notice.fuzz}`, corpus = `tests/fuzz/corpus/${notice.fuzz}`;
    const words = isOwn ? readdirSync(join(tree, corpus)).map((name) => `${corpus}/${name}`) : ['-runs=0', '-timeout=60', '-rss_limit_mb=2048', '-artifact_prefix=build/', corpus];
    return {key, kind, targets: [{preset, target}], command: [programOf(tree, preset, target, dirname(source)), ...words]};
  }
  const targets = [toolOf(tree).target];
  if (kind === 'page') targets.push({preset: 'web-app', target: 'aushang_web'});
  const names = notice.name ? [`--test-name-pattern=${notice.name}`] : [];
  return {key, kind, targets, command: [process.execPath, '--test', '--test-reporter=tap', ...names, source]};
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** Ends what runs, with all that it has started. @param {NodeJS.Signals} signal */
export function endAll(signal) {
  for (const {pid} of running) {
    try {
      if (pid) process.kill(-pid, signal);
    } catch {
      // it has just ended by itself
    }
  }
}

/**
 * @param {string[]} command @param {string} tree where it runs @param {string} log what it says is appended there
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<{code: number, output: string}>} code: as a shell has it
 */
function run([program, ...words], tree, log, environment = {}) {
  return new Promise((done) => {
    const child = spawn(program, words, {cwd: tree, env: {...process.env, ...environment}, detached: true, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    running.add(child);
    const clock = setTimeout(() => {
      output += `\nAfter ${patience / 60_000} minutes it was ended.\n`;
      endAll('SIGTERM');
      setTimeout(() => endAll('SIGKILL'), 5000).unref();
    }, patience);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; });
    const end = (/** @type {number} */ code) => {
      clearTimeout(clock);
      running.delete(child);
      appendFileSync(log, `$ ${[program, ...words].join(' ').slice(0, 1000)}\n${output}\n`);
      done({code, output});
    };
    child.on('error', (problem) => { output += problem.message; end(127); });
    child.on('close', (code) => end(code ?? 128));
  });
}

/** The app is put together again only if something it is made of has changed. @param {string} tree */
function appState(tree) {
  const hash = createHash('sha256');
  const below = (/** @type {string} */ folder) => readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).sort();
  for (const path of [...below(join(tree, 'shell')), ...below(join(tree, 'build/web-app/app')), join(tree, 'tools/build-app.mjs'), join(tree, 'tools/icons.mjs'), join(tree, 'assets/icons/icon.svg')]) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/**
 * Builds what runs need; what is there already costs Ninja a look.
 * @param {string} tree @param {Run[]} runs @param {string} log
 * @returns {Promise<boolean>} whether all of it compiled
 */
export async function build(tree, runs, log) {
  /** @type {Map<string, Set<string>>} */
  const wanted = new Map();
  for (const {preset, target} of runs.flatMap(({targets}) => targets)) wanted.set(preset, (wanted.get(preset) ?? new Set()).add(target));
  for (const [preset, targets] of wanted) {
    const {code} = await run([join(project, 'dev'), 'mutants', '--build', preset, ...targets], project, log, {AUSHANG_MUTANTS_TREE: tree});
    if (code !== 0) return false;
  }
  if (!wanted.has('web-app')) return true;
  const stamp = join(tree, 'build/app-made-of'), state = appState(tree);
  if (existsSync(join(tree, 'build/app')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return true;
  const {code} = await run([process.execPath, 'tools/build-app.mjs'], tree, log);
  if (code === 0) writeFileSync(stamp, state);
  return code === 0;
}

/**
 * @param {string} tree @param {Run} one built already @param {string} log
 * @returns {Promise<'green' | 'red' | 'none'>} none: nothing ran
 */
export async function execute(tree, one, log) {
  const isNode = one.kind === 'node' || one.kind === 'page';
  const {code, output} = await run(one.command, tree, log, isNode ? {AUSHANG_BIN: toolOf(tree).path} : {});
  if (code !== 0) return 'red';
  const passed = /^# pass (\d+)$/m.exec(output);
  return isNode && passed?.[1] === '0' ? 'none' : 'green';
}
