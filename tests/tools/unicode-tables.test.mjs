// The checked-in tables are what the Unicode Character Database says, where it is installed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as drawable from '../../tools/make-drawable-table.mjs';
import { fixtureFile, makeTable, makeTestFixture, tableFile } from '../../tools/make-line-break-table.mjs';
import * as normalForm from '../../tools/make-normal-form-table.mjs';
import { readData, unicodeData, versionOf } from '../../tools/unicode-data.mjs';

const folder = unicodeData();
const version = '15.0.0';
const skip = !folder ? 'the package unicode-data is not installed'
  : versionOf(readData(folder, 'LineBreak.txt')) !== version && `the package unicode-data is not of version ${version}`;

for (const [what, file, make] of /** @type {const} */ ([
  ['line-break classes', tableFile, makeTable],
  ['drawable code points', drawable.tableFile, drawable.makeTable],
  ['line-break test cases', fixtureFile, makeTestFixture],
])) {
  test(`the ${what} are those of Unicode ${version}`, { skip }, () => {
    // Not assert.equal: its report of two such long texts takes minutes.
    assert.ok(readFileSync(file, 'utf8') === make(/** @type {string} */ (folder)), `${file} is out of date`);
  });
}

const composed = readFileSync(normalForm.tableFile, 'utf8'), composedVersion = /from Unicode ([\d.]+)\./.exec(composed)?.[1];
const otherVersion = composedVersion !== process.versions.unicode && `this Node.js knows another version of Unicode than ${composedVersion}`;
test('letters and their marks are those of Unicode', { skip: otherVersion }, () => {
  assert.ok(composed === normalForm.makeTable(), `${normalForm.tableFile} is out of date`);
});
