// What the tile draws is what the plain page shows: the same lines at the same places, in three engines. The tile's
// ink is looked at with the layer hidden, so none of it can be the layer's. Each posting at each width and density in each
// engine: with --full.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { compareInk, inkBoxes } from '../support/ink.mjs';
import { combinations, full, project, tool } from '../support/project.mjs';
import { foldLine, textLines } from '../support/text-lines.mjs';

/** @typedef {import('../support/engines.mjs').Page} Page */
/** @typedef {import('../support/text-lines.mjs').Line & {tag: string}} PlacedLine */

const postings = { example: join(project, 'assets/postings/phd-ot'), torture: join(project, 'tests/fixtures/torture') };
/** The document draws the facts itself. */
const islands = '.facts';
/** It stays in the window, over everything. */
const noDock = '.dock { display: none !important; }';
const hideLayer = `#au-posting > :not(canvas), #au-panel { opacity: 0 !important; } ${noDock}`;
const tolerance = 1;

const folder = mkdtempSync(join(tmpdir(), 'aushang-tile-'));
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  for (const [name, source] of Object.entries(postings)) execFileSync(tool, ['build', source, '-o', join(folder, name)]);
  site = await serve(folder);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @param {Page} page @param {string} state */
async function reach(page, state) {
  await page.waitFor((/** @type {string} */ wanted) => document.documentElement.dataset.aushang === wanted, { timeout: 30_000 }, state);
}

/** A new width has consequences for a few frames. @param {Page} page */
const comesToRest = (page) => page.evaluate(() => new Promise((done) => {
  const after = (/** @type {number} */ frames) => requestAnimationFrame(() => (frames > 1 ? after(frames - 1) : done(true)));
  after(6);
}));

/** @param {Page} page @param {boolean} withPanel @returns {Promise<PlacedLine[]>} */
async function linesOf(page, withPanel) {
  const blocks = await page.evaluate(textLines, { root: '#au-posting', ignore: islands });
  if (withPanel) blocks.push(...await page.evaluate(textLines, { root: '#au-panel' }));
  return blocks.flatMap(({ tag, lines }) => lines.map((line) => ({ ...line, tag })));
}

const describeLine = (/** @type {PlacedLine} */ line) => `${line.tag} “${foldLine(line)}” at ${line.left.toFixed(1)}, ${line.top.toFixed(1)}`;

/**
 * The ink of each line, from pictures of the page from top to bottom.
 * @param {Page} page @param {PlacedLine[]} lines @param {number} height of the window @param {number} dpr
 */
async function inkOf(page, lines, height, dpr) {
  const boxes = new Map();
  while (boxes.size < lines.length) {
    const first = Math.min(...lines.filter((line) => !boxes.has(line)).map((line) => line.top));
    const top = Number(await page.evaluate((/** @type {number} */ y) => {
      scrollTo(0, y);
      // The tile moves with the next frame; in WebKit it is shown two frames later.
      const after = (/** @type {number} */ frames) => new Promise((done) => requestAnimationFrame(() => done(frames > 1 ? after(frames - 1) : scrollY)));
      return after(6);
    }, Math.floor(first) - 4));
    const seen = lines.filter((line) => !boxes.has(line) && line.top >= top && line.top + line.height <= top + height);
    assert.ok(seen.length > 0, `no line is in view at ${top}`);
    const regions = seen.map((line) => ({ left: line.left - 2, top: line.top - top - 1, width: line.width + 4, height: line.height + 5 })); // with what is drawn under the words
    inkBoxes(await page.screenshot(), { regions, dpr }).forEach((box, i) => boxes.set(seen[i], box));
  }
  return lines.map((line) => boxes.get(line));
}

/** Each posting at each density, and the widths it is looked at. */
const all = combinations({ posting: Object.keys(postings), dpr: /** @type {const} */ ([1, 2]) }, true).map((one) => ({ ...one, widths: [320, 768, 1280] }));
const [wideAndNarrow, dense] = /** @type {typeof all} */ ([{ posting: 'example', dpr: 1, widths: [1280, 320] }, { posting: 'torture', dpr: 2, widths: [768] }]);
/** In each of the others, where a page costs most, one. */
const some = { chromium: [wideAndNarrow, dense], firefox: [dense], webkit: [wideAndNarrow] };

for (const name of engineNames) {
  const engine = launchEngine(name);
  describe(name, () => {
    const skip = engine.skipReason ?? false;
    after(() => engine.close());
    for (const { posting, dpr, widths } of full ? all : some[name]) {
      test(`${posting}, ${widths.join(', ')} px wide at ${dpr} device pixels per px: lines and ink are the plain page's`, { skip }, async () => {
        const withPanel = name === 'chromium' && posting === 'example'; // whose places for it are whole pixels
        const height = dpr === 2 ? 760 : 1400;
        /**
         * What is found at each width, in one page made narrower and wider. One page at a time: what isn't in front doesn't draw.
         * @template T @param {string} query @param {string} state @param {string} initStyle @param {(page: Page, width: number) => Promise<T>} look
         */
        const visit = async (query, state, initStyle, look) => {
          const page = await engine.open({ url: `${site.origin}/${posting}/${query}`, width: widths[0], height, dpr, initStyle, framed: name === 'webkit' && Math.min(...widths) < 450 });
          try {
            /** @type {T[]} */
            const found = [];
            for (const width of widths) {
              await page.resize(width, height);
              await reach(page, state);
              found.push(await look(page, width));
            }
            assert.deepEqual(await page.messages(), []);
            return found;
          } finally {
            await page.close();
          }
        };
        const plain = await visit('?mode=plain', 'plain', noDock, async (page) => {
          const lines = await linesOf(page, withPanel);
          return { lines, ink: await inkOf(page, lines, height, dpr) };
        });
        const tile = await visit('', 'ready', hideLayer, async (page, width) => {
          await comesToRest(page);
          const lines = await linesOf(page, withPanel);
          return { lines, ink: await inkOf(page, plain[widths.indexOf(width)].lines, height, dpr) };
        });
        widths.forEach((width, at) => {
          const { lines, ink } = plain[at], { lines: tileLines, ink: tileInk } = tile[at], where = `${width} px`;
          assert.ok(lines.length > 50, `${where}: ${lines.length} lines`);
          assert.deepEqual(tileLines.map(foldLine), lines.map(foldLine), where);
          const moved = lines.filter((line, i) => Math.abs(line.top - tileLines[i].top) > tolerance);
          assert.deepEqual(moved.map(describeLine), [], `${where}: every line of the layer is as high as on the plain page`);
          const wrong = compareInk(tileInk, ink).flatMap((difference, i) => (difference <= tolerance ? [] : [`${describeLine(lines[i])}: ${difference.toFixed(2)} px`]));
          assert.deepEqual(wrong, [], where);
        });
      });
    }
  });
}
