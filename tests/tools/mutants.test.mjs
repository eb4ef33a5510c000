// The list of faults for ./dev mutants: well-formed, and about the sources as they are now. Nothing is built here.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { kindOf, sourceOf } from '../../tools/mutants-runs.mjs';
import { withFault } from '../../tools/mutants-tree.mjs';
import { mutants } from '../mutants/list.mjs';
import { project } from '../support/project.mjs';

const isCore = (/** @type {string} */ file) => /^src\/(?!html\/)/.test(file);
/** Where the tests of a kind lie. */
const places = { unit: /^tests\/unit\//, fuzz: /^tests\/fuzz\//, node: /^tests\/(conformance|tools)\/[\w-]+\.test\.mjs$/, page: /^tests\/web\/[\w-]+\.test\.mjs$/ };

test('there are many, and as many in the core as in what it writes and in the shell', () => {
  assert.ok(mutants.length >= 24, String(mutants.length));
  const core = mutants.filter(({ file }) => isCore(file));
  assert.equal(core.length * 2, mutants.length);
  for (const { file } of mutants) assert.ok(isCore(file) || /^(src\/html|shell)\//.test(file), file);
});

test('each has a name of its own, and changes what no other one changes so', () => {
  assert.equal(new Set(mutants.map(({ name }) => name)).size, mutants.length);
  assert.equal(new Set(mutants.map(({ file, from, to }) => `${file}\n${from}\n${to}`)).size, mutants.length);
  for (const { name } of mutants) assert.match(name, /^[a-z0-9]+(-[a-z0-9]+){2,}$/);
});

describe('each is about the sources as they are', () => {
  for (const mutant of mutants) {
    test(mutant.name, () => {
      assert.deepEqual(Object.keys(mutant).sort(), ['file', 'from', 'name', 'noticed_by', 'to']);
      const text = readFileSync(join(project, mutant.file), 'utf8'), changed = withFault(text, mutant);
      assert.notEqual(changed, null, `this has to stand exactly once in ${mutant.file}:\n${mutant.from}`);
      assert.notEqual(changed, text);
    });
  }
});

describe('each names tests that are there', () => {
  for (const { name, noticed_by: notices } of mutants) {
    test(name, () => {
      assert.ok(notices.length > 0);
      for (const notice of notices) {
        const { [kindOf(notice)]: _, name: pattern, ...more } = /** @type {Record<string, string>} */ (notice);
        assert.deepEqual(more, {});
        assert.match(sourceOf(notice), places[kindOf(notice)]);
        assert.ok(existsSync(join(project, sourceOf(notice))), sourceOf(notice));
        if (pattern !== undefined) new RegExp(pattern);
        if ('fuzz' in notice) assert.ok(readdirSync(join(project, 'tests/fuzz/corpus', notice.fuzz)).length > 0);
      }
    });
  }
});

test('a fault is put in where its text stands once, and nowhere else', () => {
  const fault = { name: 'a-b-c', file: '', from: 'a<b', to: 'a<=b', noticed_by: [] };
  assert.equal(withFault('if (a<b)', fault), 'if (a<=b)');
  assert.equal(withFault('if (a>b)', fault), null);
  assert.equal(withFault('a<b, a<b', fault), null);
  assert.equal(withFault('$&', { ...fault, from: '$', to: '$&' }), '$&&', 'word for word');
});
