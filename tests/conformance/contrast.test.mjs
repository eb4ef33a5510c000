// Each pair of the style sheet's colours that is seen together can be told apart (WCAG 2.2, 1.4.3 and 1.4.11): in light and
// dark, and where a reader has asked for more contrast. By arithmetic, from the sheet itself. A colour that is used and
// isn't in the table fails, too. (What a site's own colours make of it: tests/unit/site/theme_test.cpp.)
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { contrast } from '../support/contrast.mjs';
import { project } from '../support/project.mjs';
import { namesIn, rulesOf } from '../support/style_sheet.mjs';

const rules = rulesOf(readFileSync(join(project, 'shell/aushang.css'), 'utf8'));

/** What is read, and on what. */
const texts = {
  paper: ['ink', 'ink-quiet', 'accent'],
  card: ['ink', 'ink-quiet', 'accent', 'warn'],
  'accent-soft': ['ink', 'ink-quiet', 'accent'],
  'good-soft': ['ink', 'good'],
  'warn-soft': ['ink', 'warn'],
  accent: ['on-accent'], // the main button, a chosen chip
  ink: ['paper'], // the switch to the plain page, the language that is shown
  'ink-quiet': ['card'], // "Not sure", chosen
};
/** Lines and signs that tell something: edges of fields and chips, rings, rails, check marks, what underlines a phrase, the ring of the focus. */
const signs = {
  paper: ['line-strong', 'accent', 'mark', 'good', 'warn', 'ink-quiet'],
  card: ['line-strong', 'accent', 'mark', 'good', 'warn', 'ink-quiet', 'ink'],
  'accent-soft': ['accent', 'mark', 'good', 'warn', 'line-strong'], // what was led to, or is pointed at
  good: ['on-accent'], // the check mark of what is ticked, and of what is met
  line: ['accent'], // how far one is; with more contrast the ground is the card's
};
/** Lines that only set things apart: without them all is said and found all the same. */
const ornaments = ['line'];

/** @param {(rule: import('../support/style_sheet.mjs').Rule) => boolean} wanted @returns {Record<string, string>} custom properties and their values */
const properties = (wanted) => Object.fromEntries(rules.filter(wanted).flatMap(({ declarations }) => declarations.filter(([name]) => name.startsWith('--')).map(([name, value]) => [name.slice(2), value])));
/** @param {string} selector @param {string} [condition] */
const set = (selector, condition) => properties((rule) => rule.selector === selector && rule.conditions.join() === (condition ?? ''));
const light = set(':root'), bySystem = set(':root:not([data-theme="light"])', '@media (prefers-color-scheme: dark)'), byAddress = set(':root[data-theme="dark"]');
const more = set(':root:root:root', '@media (prefers-contrast: more)');

const isColour = (/** @type {string} */ value) => /^#[\da-f]{3,6}$|^var\(--[\w-]+\)$/.test(value);
/** @param {Record<string, string>} scheme @param {string} name @returns {number[]} red, green, blue */
function colour(scheme, name) {
  const value = scheme[name], [other] = namesIn(value ?? '');
  if (other) return colour(scheme, other);
  assert.match(value ?? '', /^#([\da-f]{3}|[\da-f]{6})$/, `--${name}`);
  const digits = value.length === 4 ? [...value.slice(1)].map((digit) => digit + digit) : /** @type {string[]} */ (value.slice(1).match(/../g));
  return digits.map((pair) => parseInt(pair, 16));
}

const schemes = { light, dark: { ...light, ...bySystem }, 'light, more contrast': { ...light, ...more }, 'dark, more contrast': { ...light, ...bySystem, ...more } };
for (const [name, scheme] of Object.entries(schemes)) {
  const least = name.includes('more') ? 7 : 4.5;
  test(`${name}: what is read has ${least}:1, what tells something 3:1`, () => {
    for (const [table, wanted] of /** @type {[Record<string, string[]>, number][]} */ ([[texts, least], [signs, 3]])) {
      for (const [ground, inks] of Object.entries(table)) {
        for (const ink of inks) {
          if (ground === 'line' && name.includes('more')) continue;
          const found = contrast(colour(scheme, ink), colour(scheme, ground));
          assert.ok(found >= wanted, `--${ink} on --${ground}: ${found.toFixed(2)}`);
        }
      }
    }
  });
}

test('dark is the same by the system and by the address', () => {
  assert.ok(Object.keys(bySystem).length > 8);
  assert.deepEqual(byAddress, bySystem);
});

describe('the table has every colour there is', () => {
  const tokens = Object.keys(light).filter((name) => isColour(light[name]));
  const inks = Object.values(texts).flat(), lines = Object.values(signs).flat(), grounds = [...Object.keys(texts), ...Object.keys(signs)];
  /** What a property's value is seen as. Signs take their colour from the text's. @type {(property: string, selector: string) => [string, string[]] | undefined} */
  function roleOf(property, selector) {
    if (property === 'color' && !/\.f-sign|::after$/.test(selector)) return ['read', inks];
    if (/^background(-color)?$|^box-shadow$/.test(property)) return ['lain on', [...grounds, ...lines]];
    if (/^border(-\w+)*$|^outline$|^text-decoration-color$|^accent-color$|^--rail$|^color$/.test(property)) return ['drawn', [...lines, ...ornaments]];
  }
  const used = rules.filter(({ selector }) => !selector.startsWith(':root')).flatMap(({ selector, declarations }) => declarations.flatMap(([property, value]) => namesIn(value).filter((name) => tokens.includes(name)).map((name) => ({ selector, property, name }))));

  test('as what it is used for', () => {
    assert.ok(used.length > 80, String(used.length));
    for (const { selector, property, name } of used) {
      const role = roleOf(property, selector);
      assert.ok(role, `${property} in ${selector}`);
      assert.ok(role[1].includes(name), `--${name} is ${role[0]} in ${selector}, and the table doesn't have it as that`);
    }
  });

  test('and each rule that sets both has its pair there', () => {
    let pairs = 0;
    for (const { selector, declarations } of rules) {
      const [ink, ground] = [/^color$/, /^background(-color)?$/].map((pattern) => declarations.filter(([property]) => pattern.test(property)).flatMap(([, value]) => namesIn(value)).find((name) => tokens.includes(name)));
      if (!ink || !ground) continue;
      ++pairs;
      assert.ok(/** @type {Record<string, string[]>} */ (texts)[ground]?.includes(ink), `--${ink} on --${ground} in ${selector}`);
    }
    assert.ok(pairs > 8, String(pairs));
  });

  test('and nothing else', () => {
    const known = new Set([...Object.keys(texts), ...inks, ...Object.keys(signs), ...lines, ...ornaments]);
    assert.deepEqual([...known].sort(), [...tokens].sort());
    const unused = tokens.filter((token) => !used.some(({ name }) => name === token));
    assert.deepEqual(unused, []);
  });
});
