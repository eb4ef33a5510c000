// The tool as WebAssembly under Node gives the same bytes and exit codes as the native one.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, temporaryFolder, writeFiles } from '../support/project.mjs';

/** @type {[string[], string?][]} */
const calls = [
  [['--help']], [['--version']], [['chek']], [['check', 'assets/postings/phd-ot']], [['check', 'tests/fixtures/mistakes']], [['check', 'tests/fixtures/mistakes', '--json']],
  [['check', 'no/such/folder']], [['render', 'assets/postings/phd-ot/posting.md']], [['render', 'assets/postings/phd-ot/posting.md', '--to', 'json']],
  [['render', 'assets/postings/phd-ot/posting.md', '--to', 'text']], [['render', '-', '--commonmark'], 'a *b* <b>c</b> [d](javascript:e)\n'],
  [['render', '-'], '---\ntitle: [broken\n---\n+++ &euro; <div>\n<table><tr><td>x</td></tr></table>\n</div>\n'], [['render', '-'], '+++\ntitle = "toml"\nbroken\n+++\ntext\n'],
  [['verdict', 'assets/postings/phd-ot', '--answers', '-'], '{"version": 1, "answers": {"field": ["ml"], "masters": "no"}}'],
  [['verdict', 'assets/postings/phd-ot', '--answers', '-'], '{"version": 2}'],
  [['mail', 'assets/postings/phd-ot', '--answers', '-', '--as', 'mailto', '--attach', 'cv.pdf'], '{"version": 1, "answers": {}, "words": {"name": "Änn\\nDoe"}}'],
  [['mail', 'assets/postings/phd-ot', '--answers', '-', '--as', 'text', '--lang', 'de'], '{"version": 1, "answers": {}}'],
  [['logic'], '[{"and": [{"var": "a"}, {"var": "b"}]}, {"a": false}]\n[{"+": [1]}, {}]\n[{"<": [1, "2", 3]}, null]\nnonsense\n'],
];

for (const [args, input] of calls) {
  test(`the same by wasm: aushang ${args.join(' ')}`, () => {
    assert.deepEqual(aushang(args, { input, wasm: true }), aushang(args, { input }));
  });
}

test('the same site by wasm, also over an old one', (t) => {
  const folder = temporaryFolder(t);
  for (const [wasm, out] of /** @type {const} */ ([[false, 'native'], [true, 'wasm'], [true, 'wasm']])) {
    const { code, err } = aushang(['build', '--no-app', 'assets/postings/phd-ot', '-o', join(folder, out)], { wasm });
    assert.equal(code, 0, err);
  }
  const files = (/** @type {string} */ name) => readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, name).length)).sort();
  const names = files('native');
  assert.deepEqual(files('wasm'), names);
  for (const name of names) assert.deepEqual(readFileSync(join(folder, 'wasm', name)), readFileSync(join(folder, 'native', name)), name);
  assert.deepEqual(readdirSync(folder).sort(), ['native', 'wasm']);
});

test('deep and large pages fit the stack and memory of wasm', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'deep.md': '> '.repeat(10_000) + 'x', 'html.md': '<div>'.repeat(10_000) + 'x', 'large.md': 'Text *and* [link](x).\n\n'.repeat(200_000) });
  for (const name of ['deep.md', 'html.md', 'large.md']) {
    const { code, err } = aushang(['render', name], { cwd: folder, wasm: true, timeout: 120_000 });
    assert.equal(code, 0, `${name}: ${err.slice(0, 500)}`);
  }
});
