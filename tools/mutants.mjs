// Whether the tests notice faults: puts each of tests/mutants/list.mjs into a clone of a commit, builds what should notice
// it, and runs that. Started by `./dev mutants`, which sees to the tools:
//
//   node tools/mutants.mjs [NAME…]           all of the list, or these
//   node tools/mutants.mjs --kinds [NAME…]   what kinds of tests they need
//
// A fault is caught (by the first of its tests that fails), or it survives, or the entry is broken: it doesn't compile, or
// the text that it changes isn't there. AUSHANG_MUTANTS_COMMIT names another commit than HEAD; the list is always this one.
import {appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import process from 'node:process';

import {mutants} from '../tests/mutants/list.mjs';
import {build, endAll, execute, keyOf, kindOf, runOf} from './mutants-runs.mjs';
import {Tree, commitOf, folder} from './mutants-tree.mjs';

/** @typedef {import('../tests/mutants/list.mjs').Mutant} Mutant */
/** @typedef {{mutant: Mutant, result: 'caught' | 'survived' | 'broken', by: string, why: string, seconds: number}} Outcome */

/** @param {string} message @param {number} [code] @returns {never} */
function fail(message, code = 1) {
  console.error(`✗ ${message}`);
  process.exit(code);
}

/** @param {string[]} names @returns {Mutant[]} */
function chosen(names) {
  for (const name of names) if (!mutants.some((one) => one.name === name)) fail(`There is no mutant '${name}'; tests/mutants/list.mjs has them.`, 2);
  return mutants.filter(({name}) => names.length === 0 || names.includes(name));
}

/** What building and running costs, roughly: those that need no app come first, those of one test together. @param {Mutant} mutant */
function costOf({file, noticed_by: notices}) {
  const kinds = notices.map(kindOf);
  const cost = kinds.includes('page') ? (file.startsWith('src/') ? 4 : 3) : kinds.includes('node') ? 2 : kinds.includes('fuzz') ? 1 : 0;
  return `${cost} ${keyOf(notices[0])} ${file}`;
}

/** @param {number} since */
const secondsSince = (since) => Math.round((Date.now() - since) / 1000);

/** What passed at a commit needn't be run there again before a fault is put in. @param {Tree} tree */
function rememberGreen({path, commit}) {
  const file = join(path, 'build/mutants-green.json');
  /** @type {{commit: string, keys: string[]}} */
  let known = {commit, keys: []};
  try {
    const read = JSON.parse(readFileSync(file, 'utf8'));
    if (read.commit === commit) known = read;
  } catch {
    // nothing has passed yet
  }
  return {has: (/** @type {string} */ key) => known.keys.includes(key), add(/** @type {string} */ key) {
    known.keys.push(key);
    writeFileSync(file, JSON.stringify(known));
  }};
}

/** The tests without any fault: they have to pass. @param {Tree} tree @param {Mutant[]} all @param {string} log @returns {Promise<Set<string>>} those that aren't there */
async function baseline(tree, all, log) {
  /** @type {Set<string>} */
  const absent = new Set();
  /** @type {Map<string, import('./mutants-runs.mjs').Run>} */
  const runs = new Map();
  for (const notice of all.flatMap((mutant) => mutant.noticed_by)) {
    const one = runOf(tree.path, notice);
    if (one) runs.set(one.key, one);
    else absent.add(keyOf(notice));
  }
  if (!await build(tree.path, [...runs.values()], log)) fail(`The tests can't be built, without any fault; ${relative('.', log)} says why.`);
  const green = rememberGreen(tree);
  for (const one of runs.values()) {
    if (green.has(one.key)) continue;
    const started = Date.now(), result = await execute(tree.path, one, log);
    if (result === 'red') fail(`${one.key} fails without any fault; ${relative('.', log)} says how.`);
    if (result === 'none') absent.add(one.key);
    else green.add(one.key);
    console.log(result === 'none' ? `- ${one.key}: no such test` : `✓ ${one.key}  ${secondsSince(started)} s`);
  }
  return absent;
}

/** @param {Tree} tree @param {Mutant} mutant @param {Set<string>} absent @param {string} log @returns {Promise<Omit<Outcome, 'mutant' | 'seconds'>>} */
async function tryOne(tree, mutant, absent, log) {
  if (!tree.put(mutant)) return {result: 'broken', by: '', why: `the text it changes doesn't stand exactly once in ${mutant.file}`};
  try {
    const notices = mutant.noticed_by.filter((notice) => !absent.has(keyOf(notice)));
    for (const notice of notices) {
      const one = runOf(tree.path, notice);
      if (!one) continue;
      if (!await build(tree.path, [one], log)) return {result: 'broken', by: '', why: 'it doesn\'t compile'};
      if (await execute(tree.path, one, log) !== 'green') return {result: 'caught', by: one.key, why: ''};
    }
    const missing = mutant.noticed_by.length - notices.length;
    return {result: 'survived', by: '', why: missing > 0 ? `no such test: ${[...absent].filter((key) => mutant.noticed_by.some((notice) => keyOf(notice) === key)).join(', ')}` : ''};
  } finally {
    tree.restore();
  }
}

/** @param {Outcome[]} outcomes */
function printTable(outcomes) {
  const rows = [['mutant', 'file', 'noticed by', 'result', 'seconds'], ...outcomes.map(({mutant, result, by, why, seconds}) => [
    mutant.name, mutant.file, by || mutant.noticed_by.map(keyOf).join('; '), why ? `${result} (${why})` : result, String(seconds)])];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  console.log(`\n${rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n')}\n`);
}

/** @param {Mutant[]} all */
async function main(all) {
  const wanted = process.env.AUSHANG_MUTANTS_COMMIT || 'HEAD', commit = commitOf(wanted);
  if (!commit) fail(`'${wanted}' is no commit of this repository.`);
  const tree = new Tree(commit, wanted === 'HEAD');
  if (!tree.take()) fail(`Another ./dev mutants is at work in ${relative('.', tree.path)}; ${relative('.', tree.lock)} has its number.`);
  process.on('exit', () => tree.leave());
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      endAll('SIGTERM');
      process.exit(130);
    });
  }
  tree.reset();
  const logs = join(folder, 'log');
  mkdirSync(logs, {recursive: true});
  const logOf = (/** @type {string} */ name) => {
    const log = join(logs, `${name}.log`);
    rmSync(log, {force: true});
    return log;
  };
  console.log(`${all.length} mutants of ${commit.slice(0, 12)}, in ${relative('.', tree.path)}`);
  const absent = await baseline(tree, all, logOf('without'));
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const mutant of all.toSorted((a, b) => costOf(a).localeCompare(costOf(b)))) {
    const started = Date.now(), outcome = await tryOne(tree, mutant, absent, logOf(mutant.name));
    const {result, by, why} = outcome, seconds = secondsSince(started);
    outcomes.push({mutant, ...outcome, seconds});
    console.log(`${result === 'caught' ? '✓' : '✗'} ${mutant.name}: ${result}${by ? ` by ${by}` : ''}${why ? ` (${why})` : ''}  ${seconds} s`);
    appendFileSync(join(folder, 'result.jsonl'), `${JSON.stringify({commit, name: mutant.name, file: mutant.file, noticed_by: mutant.noticed_by.map(keyOf), result, by, why, seconds})}\n`);
  }
  printTable(outcomes);
  const count = (/** @type {string} */ result) => outcomes.filter((one) => one.result === result).length;
  console.log(`${count('caught')} caught, ${count('survived')} survived${count('broken') ? `, ${count('broken')} broken` : ''}`);
  process.exit(count('caught') === outcomes.length ? 0 : 1);
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--kinds') console.log([...new Set(chosen(rest).flatMap(({noticed_by: notices}) => notices.map(kindOf)))].join(' '));
else await main(chosen(process.argv.slice(2)));
