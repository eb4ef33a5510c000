// Each threat that docs/security.md names has a test, and that test is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project } from '../support/project.mjs';

const rows = readFileSync(join(project, 'docs/security.md'), 'utf8').split('\n').filter((line) => line.startsWith('| ') && !/^\| (threat|---)/.test(line)).map((line) => line.split(' | '));

test('the tables hold threats', () => assert.ok(rows.length > 30));

for (const [threat, , last] of rows) {
  test(`a test is there: ${threat.slice(2)}`, () => {
    const [, file, name] = /^`([^`]+)`: (.+) \|$/.exec(last ?? '') ?? assert.fail(`no test in "${last}"`);
    assert.ok(existsSync(join(project, file)), `${file} is there`);
    const text = readFileSync(join(project, file), 'utf8');
    assert.ok(text.includes(name), `${file} has a test "${name}"`);
  });
}
