// The list of what ./dev gallery takes pictures of is complete, and its sheet is valid. No browser runs here.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { buildSites } from '../../tools/gallery.mjs';
import { longOption, postings } from '../../tools/gallery-postings.mjs';
import { sheet } from '../../tools/gallery-sheet.mjs';
import { addressOf, factors, looksFor, states } from '../../tools/gallery-states.mjs';
import { htmlFindings } from '../support/accessibility.mjs';
import { project, temporaryFolder } from '../support/project.mjs';

const keys = /** @type {(keyof typeof factors)[]} */ (Object.keys(factors));

describe('the states', () => {
  test('are those that a page can be in', () => {
    const ids = states.map(({ id }) => id), titles = states.map(({ title }) => title);
    for (const id of [
      'unanswered', 'meets', 'ask', 'missing', 'begun', 'folded', 'unsure', 'disclosures', 'long-mail', 'copied', 'why', 'step', 'focus', 'hover', 'positions', 'fields', 'invalid', 'closed', 'passed', 'nested',
      'twelve', 'option', 'doctoral', 'rtl', 'list', 'privacy', 'accessibility', 'offline', 'failed', 'no-scripts', 'bare', 'contrast', 'forced', 'large', 'print',
    ]) assert.ok(ids.includes(id), id);
    assert.deepEqual([new Set(ids).size, new Set(titles).size], [ids.length, ids.length]);
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.deepEqual([...longOption.en, ...longOption.de].length, 160);
  });

  test('have every page of the sites, and every way a page can be in', (t) => {
    const folder = temporaryFolder(t);
    buildSites(folder);
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^(example|site)\/.*index\.html$/.test(name)).map((name) => name.replace(/index\.html$/, ''));
    const shown = states.flatMap(({ page }) => [addressOf(page, 'en'), addressOf(page, 'de')]);
    assert.deepEqual([...new Set(shown)].sort(), pages.filter((page) => !/^site\/phd-ot\//.test(page)).sort(), 'the example is shown by itself');
    assert.ok(Object.keys(postings).every((name) => shown.includes(`site/${name}/de/`)));
    assert.deepEqual([...new Set(states.flatMap(({ forms }) => forms))].sort(), ['failed', 'plain', 'static', 'tile']);
    // Every widget that the style sheet knows is on one of them, or comes with the answers.
    const html = pages.map((page) => readFileSync(join(folder, page, 'index.html'), 'utf8')).join();
    const absent = new Set((readFileSync(join(project, 'shell/aushang.css'), 'utf8').match(/\.f-[a-z-]+/g) ?? []).map((name) => name.slice(1)).filter((name) => !new RegExp(`class="[^"]*\\b${name}(?![\\w-])`).test(html)));
    assert.deepEqual([...absent].sort(), ['f-count', 'f-heading', 'f-reason', 'f-text-button']);
  });
});

describe('the looks', () => {
  test('hold each value of each factor with each state, and each pair but with a width', () => {
    states.forEach((_, at) => {
      const looks = looksFor(at, false);
      for (const key of keys) assert.deepEqual(new Set(looks.map((look) => look[key])), new Set(/** @type {readonly unknown[]} */ (factors[key])), `${key} in state ${at}`);
      for (const [a, b] of /** @type {const} */ ([['scheme', 'language'], ['scheme', 'dpr'], ['language', 'dpr']])) assert.equal(new Set(looks.map((look) => `${look[a]} ${look[b]}`)).size, 4, `${a} and ${b} in state ${at}`);
    });
    const together = new Set(states.flatMap((_, at) => looksFor(at, false)).map((look) => `${look.width} ${look.scheme} ${look.language}`));
    assert.equal(together.size, 16, 'over all states each width has each of them');
  });

  test('are each with each where all are wanted', () => {
    assert.equal(new Set(looksFor(3, true).map((look) => JSON.stringify(look))).size, 32);
  });
});

test('the sheet is valid, every picture says what it shows, and every value can be filtered', async () => {
  const entries = states.map((state, at) => ({ state, shown: looksFor(at, false).map((look) => ({ look, pictures: state.forms.map((form) => ({ form, slices: [1, 2].map((part) => ({ file: `${state.id}/${look.width}-${form}-${part}.png`, width: look.width * look.dpr, height: 900 * look.dpr })) })) })) }));
  const html = sheet(entries);
  assert.deepEqual(await htmlFindings(html), []);
  const alts = [...html.matchAll(/<img [^>]*alt="([^"]*)"/g)].map(([, alt]) => alt);
  assert.equal(alts.length, entries.flatMap(({ shown }) => shown.flatMap(({ pictures }) => pictures)).length * 2);
  assert.equal(new Set(alts).size, alts.length);
  assert.ok(alts.every((alt) => /^.+: (Tile|Plain|Static|Failed), \d+ px, (light|dark), (English|German), [12]×, part [12] of 2$/.test(alt)), alts[0]);
  for (const key of keys) {
    for (const value of factors[key]) {
      assert.ok(html.includes(`<input type="checkbox" id="${key}-${value}" checked>`) && html.includes(`data-${key}="${value}"`));
      assert.ok(html.includes(`body:has(#${key}-${value}:not(:checked)) .look[data-${key}="${value}"] { display: none; }`));
    }
  }
  for (const { id } of states) assert.ok(html.includes(`id="only-${id}"`) && html.includes(`body:has(#only-${id}:checked) section:not(#${id}) { display: none; }`));
  assert.doesNotMatch(html, /<script|https?:/);
});
