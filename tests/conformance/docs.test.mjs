// Each threat of docs/security.md and each promise of docs/accessibility.md names a test, and that test is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { aushang, project, temporaryFolder, writeFiles } from '../support/project.mjs';

const read = (/** @type {string} */ path) => readFileSync(join(project, path), 'utf8');

/** The rows of all tables whose last column names a test, as cells. @param {string} text */
function rowsOf(text) {
  const rows = [];
  let namesTests = false, inTable = false;
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|') ? line.slice(1, -1).split(' | ').map((cell) => cell.trim()) : null;
    if (cells && !inTable) namesTests = cells.at(-1) === 'test';
    else if (cells && namesTests && !/^[- |]+$/.test(line)) rows.push(cells);
    inTable = cells !== null;
  }
  return rows;
}

/** The titles of a file's tests and suites; a fuzzer is one test. @param {string} path @returns {string[]} */
function titlesIn(path) {
  const text = read(path);
  if (path.endsWith('.cpp')) return [...text.matchAll(/^TEST(?:_\w)?\((\w+), (\w+)\)|^extern "C" int (LLVMFuzzer\w+)/gm)].map(([, suite, name, fuzzer]) => fuzzer ?? `${suite}.${name}`);
  return [...text.matchAll(/\b(?:test|describe|heard)\((`[^`]*`|'(?:\\'|[^'])*'|"[^"]*")/g)].map(([, title]) => title.slice(1, -1).replaceAll("\\'", "'"));
}

for (const [file, least] of /** @type {const} */ ([['docs/security.md', 30], ['docs/accessibility.md', 50]])) {
  describe(file, () => {
    const rows = rowsOf(read(file));
    test('the tables hold what they are for', () => assert.ok(rows.length > least, String(rows.length)));
    for (const [what, , last] of rows) {
      test(`a test is there: ${what}`, () => {
        const [, path, name] = /^`([^`]+)`: (.+)$/.exec(last ?? '') ?? assert.fail(`no test in "${last}"`);
        assert.ok(existsSync(join(project, path)), `${path} is there`);
        assert.ok(titlesIn(path).some((title) => title.includes(name)), `${path} has a test "${name}"; its tests are:\n${titlesIn(path).join('\n')}`);
      });
    }
  });
}

test('what a person should hear is what the example says', () => {
  const text = read('docs/accessibility.md').split('\n## What only a person can confirm\n')[1].replace(/\s+/g, ' ');
  const said = ['assets/words/en.json', 'assets/words/de.json', 'assets/postings/phd-ot/posting.md', 'assets/postings/phd-ot/check.json', 'assets/accessibility/en.md'].map(read).join('\n').replace(/\s+/g, ' ');
  const quoted = [...text.matchAll(/"([^"]+)"/g)].map(([, words]) => words);
  assert.ok(quoted.length > 40, String(quoted.length));
  assert.deepEqual(quoted.filter((words) => !said.includes(words)), []);
});

test('the example of docs/check-json.md is a posting that check finds nothing wrong with', (t) => {
  const text = read('docs/check-json.md');
  /** @param {RegExp} pattern */
  const block = (pattern) => pattern.exec(text)?.[1] ?? assert.fail(String(pattern));
  const folder = writeFiles(temporaryFolder(t), { 'p/posting.md': block(/```markdown\n(.*?)```/s), 'p/check.json': block(/```json\n(\{\n {2}"version".*?)```/s) });
  assert.equal(aushang(['check', 'p', '--today', '2026-11-27'], { cwd: folder }).out, 'No errors, no warnings.\n');
});

test('docs/check-json.md names every key of the schema', () => {
  const text = read('docs/check-json.md');
  /** @param {unknown} schema @returns {string[]} */
  const keysOf = (schema) => (schema && typeof schema === 'object' ? Object.entries(schema).flatMap(([key, value]) => [...(key === 'properties' ? Object.keys(value) : []), ...keysOf(value)]) : []);
  const keys = [...new Set(keysOf(JSON.parse(read('assets/schemas/check.schema.json'))))].filter((key) => key !== 'in');
  assert.ok(keys.length > 40, String(keys.length));
  assert.deepEqual(keys.filter((key) => !text.includes(`"${key}"`) && !text.includes(`\`${key}\``)), []);
});
