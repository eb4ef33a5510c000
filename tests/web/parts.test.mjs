// A long posting's elements keep the document's flow; only the parts they stand in are placed (shell/layer.js). So that is
// looked at in three engines: within each part every line is where the plain page has it, whatever the part holds.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { markdownOf } from '../support/long_markdown.mjs';
import { aushang, full, project, sample, smallCheck, writeFiles } from '../support/project.mjs';
import { foldLine, textLines } from '../support/text-lines.mjs';

/** @typedef {import('../support/engines.mjs').Page} Page */

const body = readFileSync(join(project, 'tests/fixtures/torture/posting.md'), 'utf8').replace(/^---\n[^]*?\n---\n/, '');
/** A paragraph that shows nothing, where margins fall together. */
const nothing = '\n\n[](#)\n\n';
const text = [
  '---\ntitle: A page in parts\nlang: en\n---\n', nothing, 'It begins with nothing.\n',
  body, '\n\n## Nothing follows', nothing, 'And then something.\n\n***', nothing, 'After a rule and nothing.', nothing, '## A heading after nothing\n\n',
  '- Words beside a picture\n\n  ![Map](map.png) and words in its own paragraph, with a [link](https://example.org/in)\n\n  Words below it.\n\n',
  '![Map](map.png)\n\n',
  body, Array.from({ length: 70 }, (_, i) => `> Quoted number ${i}.\n>\n`).join(''), '\n\n| A | B |\n|---|---|\n', Array.from({ length: 60 }, (_, i) => `| cell ${i} | other \`${i}\` |\n`).join(''),
  '\n\n', Array.from({ length: 120 }, (_, i) => `Paragraph number ${i} with **some** words.\n`).join('\n'), '\n\n', body,
].join('');
/** 1 px by 1 px. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** CSS px; core and document count in 64ths, and engines round as they like. */
const tolerance = 1;

const folder = mkdtempSync(join(tmpdir(), 'aushang-parts-'));
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  for (const [name, markdown] of Object.entries({ mixed: text, sections: `---\ntitle: Sections\n---\n${markdownOf(25_000)}` })) {
    const source = writeFiles(join(folder, 'source', name), { 'posting.md': markdown, 'map.png': picture, 'check.json': smallCheck() });
    const { code, err } = aushang(['build', source, '-o', join(folder, 'dist', name)]);
    assert.equal(code, 0, err);
  }
  site = await serve(join(folder, 'dist'));
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @param {Page} page */
const linesOf = async (page) => (await page.evaluate(textLines, { root: '#au-posting', ignore: '.facts' })).flatMap(({ tag, lines }) => lines.map((line) => ({ ...line, tag })));

/** What lies in the posting by another scheme than its flow. */
const placed = () => [...document.querySelectorAll('#au-posting :is(h1, .facts, .posting, .posting :not(.au-sample)):not(.au-probe, .au-probe *)')].filter((element) => getComputedStyle(element).position !== 'static').map((element) => ['part', 'facts', 'au-placed'].find((name) => element.classList.contains(name)) ?? (element.className.split(' ')[0] || element.localName));

/** Parts, and what of them sticks out of theirs: into the next, or leaves a gap other than margins do. */
const gaps = () => {
  const parts = [...document.querySelectorAll('.part')].map((part) => part.getBoundingClientRect());
  return parts.slice(1).map((part, i) => Math.round(part.top - parts[i].bottom));
};

/** A new width has consequences for a few frames. */
const comesToRest = () => new Promise((done) => {
  const next = (/** @type {number} */ left) => { requestAnimationFrame(() => (left > 1 ? next(left - 1) : done(true))); };
  next(6);
});

/** Words beside a picture, in a list item that the tile shows: they are the document's. */
const islands = async () => {
  const image = /** @type {HTMLElement} */ (document.querySelector('.posting li img')), paragraph = /** @type {HTMLElement} */ (image.parentElement);
  const link = /** @type {HTMLElement} */ (paragraph.querySelector('a'));
  scrollBy(0, image.getBoundingClientRect().top - 400);
  for (let frames = 0; frames < 60 && !paragraph.closest('.au-inked'); ++frames) await new Promise((done) => requestAnimationFrame(done));
  const { webkitTextFillColor: fill, color } = getComputedStyle(paragraph), { textDecorationColor: line, color: linkColour } = getComputedStyle(link);
  return { tag: paragraph.closest('.au-inked')?.localName, fill, color, line, linkColour };
};

/**
 * One page at one width after the other, of which the other engines have one; each width in a page of its own, and at the other
 * density, with --full. @param {string} name @returns {{widths: number[], dpr: 1 | 2}[]}
 */
const looksIn = (name) => (full ? [{ widths: [320], dpr: 2 }, { widths: [1280], dpr: 1 }] : [{ widths: name === 'chromium' ? [320, 1280] : name === 'firefox' ? [320] : [1280], dpr: 1 }]);

for (const name of engineNames) {
  const engine = launchEngine(name);
  describe(name, () => {
    const skip = engine.skipReason ?? false;
    after(() => engine.close());
    for (const { widths, dpr } of looksIn(name)) {
      test(`at ${widths.join(' and ')} px every line is where the plain page has it, and only parts are placed`, { skip }, async () => {
        const open = (/** @type {string} */ query) => engine.open({ url: `${site.origin}/mixed/${query}`, width: widths[0], height: 800, dpr, framed: name === 'webkit' && widths[0] < 450 });
        let page = await open('');
        /** What there is at each width. @template T @param {string} state @param {() => Promise<T>} look @returns {Promise<T[]>} */
        const atEach = async (state, look) => {
          const found = [];
          for (const width of widths) {
            await page.resize(width, 800);
            await page.waitFor((/** @type {string} */ wanted) => document.documentElement.dataset.aushang === wanted, { timeout: 30_000 }, state);
            await page.evaluate(comesToRest);
            found.push(await look());
          }
          return found;
        };
        const what = async () => ({ lines: await linesOf(page), gaps: await page.evaluate(gaps), placed: await page.evaluate(placed) });
        try {
          const drawn = await atEach('ready', async () => ({ ...await what(), ...await page.evaluate(islands) }));
          assert.deepEqual(await page.messages(), []);
          if (full || name === 'chromium') { // in a page that never had a tile
            await page.close();
            page = await open('?mode=plain');
          } else {
            await page.evaluate(() => document.getElementById('au-mode')?.click());
          }
          const plainAtEach = await atEach('plain', what);
          plainAtEach.forEach((plain, at) => {
            const { lines, gaps: between, placed: elements, tag, fill, color, line: under, linkColour } = drawn[at], where = `${widths[at]} px`;
            assert.ok(plain.lines.length > 400, `${plain.lines.length} lines`);
            assert.ok(plain.gaps.length > 5, `${plain.gaps.length} parts`);
            assert.deepEqual(plain.placed, []);
            assert.deepEqual(lines.map(foldLine), plain.lines.map(foldLine), where);
            const moved = lines.flatMap((line, i) => (Math.abs(line.top - plain.lines[i].top) > tolerance || Math.abs(line.left - plain.lines[i].left) > tolerance ? [`“${foldLine(line)}” at ${line.left}, ${line.top} instead of ${plain.lines[i].left}, ${plain.lines[i].top}`] : []));
            assert.deepEqual(moved, [], where);
            assert.deepEqual(between, plain.gaps, where);
            assert.deepEqual([...new Set(elements)].filter((one) => !['h1', 'au-placed', 'facts', 'part'].includes(one)), []);
            assert.equal(elements.filter((one) => one === 'part').length, plain.gaps.length + 1);
            assert.deepEqual([tag, fill, under], ['li', color, linkColour], 'words beside a picture, and the lines under their links, are seen');
          });
          assert.deepEqual(await page.messages(), []);
        } finally {
          await page.close();
        }
      });
    }

    // Chromium rounds up the width of each stretch of text, so a line of many is a little longer than its characters. Were
    // it broken once more, its part would be a line higher than the core thinks.
    if (name === 'chromium') test('lines of many short stretches are as long as the document makes them, from width to width', { skip }, async () => {
      const page = await engine.open({ url: `${site.origin}/sections/`, width: 372, height: 800 });
      try {
        await page.waitFor(() => document.documentElement.dataset.aushang === 'ready', { timeout: 30_000 });
        const wrong = [];
        for (const width of sample(Array.from({ length: 23 }, (_, i) => 372 + 6 * i), 2)) {
          await page.resize(width, 800);
          await page.waitFor((/** @type {number} */ wanted) => innerWidth === wanted, {}, width);
          await page.evaluate(comesToRest);
          const found = await page.evaluate(gaps);
          assert.ok(found.length > 5);
          if (found.some((gap) => gap !== 38)) wrong.push([width, found]); // each begins with a heading, which has 2.375rem above it
        }
        assert.deepEqual(wrong, []);
      } finally {
        await page.close();
      }
    });
  });
}
