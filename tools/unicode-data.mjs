// Reads the Unicode Character Database, as Debian's package unicode-data installs it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const codePoints = 0x110000;

/** Where the database is: $AUSHANG_UNICODE_DATA, else the installed package; null where there is none. */
export function unicodeData() {
  const folder = process.env.AUSHANG_UNICODE_DATA || '/usr/share/unicode';
  return existsSync(join(folder, 'LineBreak.txt')) ? folder : null;
}

/** @param {string} folder @param {string} name */
export const readData = (folder, name) => readFileSync(join(folder, name), 'utf8');

/**
 * Rows "0041..005A ; Value # comment" of a property file.
 * @param {string} text
 * @returns {{ first: number, last: number, value: string }[]}
 */
export const rows = (text) => text.split('\n').flatMap((line) => {
  const found = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)/.exec(line);
  return found ? [{ first: parseInt(found[1], 16), last: parseInt(found[2] ?? found[1], 16), value: found[3] }] : [];
});

/**
 * A property's value for every code point.
 * @param {string} text
 * @param {string} otherwise the value of code points the file does not name
 */
export function property(text, otherwise) {
  /** @type {string[]} */
  const values = new Array(codePoints).fill(otherwise);
  for (const { first, last, value } of rows(text)) values.fill(value, first, last + 1);
  return values;
}

/** Whether a code point is in the set named `value`. @param {string} text @param {string} value */
export function members(text, value) {
  const inside = new Uint8Array(codePoints);
  for (const row of rows(text)) if (row.value === value) inside.fill(1, row.first, row.last + 1);
  return inside;
}

/** The version in the first line: "# LineBreak-15.0.0.txt". @param {string} text */
export const versionOf = (text) => /-(\d+\.\d+\.\d+)\.txt/.exec(text)?.[1] ?? 'unknown';

/** Numbers in lines of `perLine`. @param {(number | string)[]} values @param {number} perLine */
export function inLines(values, perLine) {
  const lines = [];
  for (let i = 0; i < values.length; i += perLine) lines.push(`    ${values.slice(i, i + perLine).join(', ')},`);
  return lines.join('\n');
}
