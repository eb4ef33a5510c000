// A long posting's elements keep the document's flow; only the parts they stand in are placed (shell/layer.js). So that is
// looked at in three engines: within each part every line is where the plain page has it, whatever the part holds.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { markdownOf } from '../support/long_markdown.mjs';
import { aushang, project, smallCheck, writeFiles } from '../support/project.mjs';
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

/** Words beside a picture, in a list item that the tile shows: they are the document's. */
const islands = async () => {
  const image = /** @type {HTMLElement} */ (document.querySelector('.posting li img')), paragraph = /** @type {HTMLElement} */ (image.parentElement);
  const link = /** @type {HTMLElement} */ (paragraph.querySelector('a'));
  scrollBy(0, image.getBoundingClientRect().top - 400);
  for (let frames = 0; frames < 60 && !paragraph.closest('.au-inked'); ++frames) await new Promise((done) => requestAnimationFrame(done));
  const { webkitTextFillColor: fill, color } = getComputedStyle(paragraph), { textDecorationColor: line, color: linkColour } = getComputedStyle(link);
  return { tag: paragraph.closest('.au-inked')?.localName, fill, color, line, linkColour };
};

for (const name of engineNames) {
  const engine = launchEngine(name);
  describe(name, () => {
    const skip = engine.skipReason ?? false;
    after(() => engine.close());
    for (const [width, dpr] of /** @type {const} */ ([[320, 2], [1280, 1]])) {
      test(`at ${width} px every line is where the plain page has it, and only parts are placed`, { skip }, async () => {
        /** @type {<T>(query: string, state: string, look: (page: Page) => Promise<T>) => Promise<T>} */
        const visit = async (query, state, look) => {
          const page = await engine.open({ url: `${site.origin}/mixed/${query}`, width, height: 800, dpr });
          try {
            await page.waitFor((/** @type {string} */ wanted) => document.documentElement.dataset.aushang === wanted, { timeout: 30_000 }, state);
            const result = await look(page);
            assert.deepEqual(await page.messages(), []);
            return result;
          } finally {
            await page.close();
          }
        };
        const plain = await visit('?mode=plain', 'plain', async (page) => ({ lines: await linesOf(page), gaps: await page.evaluate(gaps), placed: await page.evaluate(placed) }));
        assert.ok(plain.lines.length > 400, `${plain.lines.length} lines`);
        assert.ok(plain.gaps.length > 5, `${plain.gaps.length} parts`);
        assert.deepEqual(plain.placed, []);
        await visit('', 'ready', async (page) => {
          const lines = await linesOf(page);
          assert.deepEqual(lines.map(foldLine), plain.lines.map(foldLine));
          const moved = lines.flatMap((line, i) => (Math.abs(line.top - plain.lines[i].top) > tolerance || Math.abs(line.left - plain.lines[i].left) > tolerance ? [`“${foldLine(line)}” at ${line.left}, ${line.top} instead of ${plain.lines[i].left}, ${plain.lines[i].top}`] : []));
          assert.deepEqual(moved, []);
          assert.deepEqual(await page.evaluate(gaps), plain.gaps);
          const elements = await page.evaluate(placed);
          assert.deepEqual([...new Set(elements)].filter((one) => !['h1', 'au-placed', 'facts', 'part'].includes(one)), []);
          assert.equal(elements.filter((one) => one === 'part').length, plain.gaps.length + 1);
          const { tag, fill, color, line, linkColour } = await page.evaluate(islands);
          assert.deepEqual([tag, fill, line], ['li', color, linkColour], 'words beside a picture, and the lines under their links, are seen');
        });
      });
    }
  });
}

// Chromium rounds up the width of each stretch of text, so a line of many is a little longer than its characters. Were it
// broken once more, its part would be a line higher than the core thinks.
test('lines of many short stretches are as long as the document makes them, at every width', async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 372, height: 800 } });
    await page.goto(`${site.origin}/sections/`);
    await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
    const wrong = [];
    for (let width = 372; width <= 504; width += 6) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForFunction((wanted) => innerWidth === wanted, width);
      await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))); }));
      const found = await page.evaluate(gaps);
      assert.ok(found.length > 5);
      if (found.some((gap) => gap !== 38)) wrong.push([width, found]); // each begins with a heading, which has 2.375rem above it
    }
    assert.deepEqual(wrong, []);
  } finally {
    await browser.close();
  }
});
