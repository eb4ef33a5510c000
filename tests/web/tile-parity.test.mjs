// What the tile draws is what the plain page shows: the same lines at the same places, in three engines. The tile's
// ink is looked at with the layer hidden, so none of it can be the layer's.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { compareInk, inkBoxes } from '../support/ink.mjs';
import { project, tool } from '../support/project.mjs';
import { foldLine, textLines } from '../support/text-lines.mjs';

/** @typedef {import('../support/engines.mjs').Page} Page */
/** @typedef {import('../support/text-lines.mjs').Line & {tag: string}} PlacedLine */

const postings = { example: join(project, 'assets/postings/phd-ot'), torture: join(project, 'tests/fixtures/torture') };
/** The document draws the facts itself. */
const islands = '.facts';
const hideLayer = '#au-posting > :not(canvas) { opacity: 0 !important; }';
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

/** @param {Page} page @returns {Promise<PlacedLine[]>} */
async function linesOf(page) {
  const blocks = await page.evaluate(textLines, { root: '#au-posting', ignore: islands });
  return blocks.flatMap(({ tag, lines }) => lines.map((line) => ({ ...line, tag })));
}

const describeLine = (/** @type {PlacedLine} */ line) => `${line.tag} “${foldLine(line)}” at ${line.left.toFixed(1)}, ${line.top.toFixed(1)}`;

/**
 * Pictures of both pages from top to bottom, and by how much the ink of each line differs.
 * @param {Page} tile @param {Page} plain @param {PlacedLine[]} lines @param {number} height of the window @param {number} dpr
 */
async function inkDifferences(tile, plain, lines, height, dpr) {
  const left = new Set(lines);
  /** @type {{line: PlacedLine, difference: number}[]} */
  const found = [];
  while (left.size > 0) {
    const first = Math.min(...[...left].map((line) => line.top));
    const [top, plainTop] = await Promise.all([tile, plain].map((page) => page.evaluate((/** @type {number} */ y) => {
      scrollTo(0, y);
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))));
    }, Math.floor(first) - 4)));
    assert.equal(top, plainTop, 'both pages scroll alike');
    const seen = [...left].filter((line) => line.top >= Number(top) && line.top + line.height <= Number(top) + height);
    assert.ok(seen.length > 0, `no line is in view at ${top}`);
    const [tileImage, plainImage] = await Promise.all([tile.screenshot(), plain.screenshot()]);
    const regions = seen.map((line) => ({ left: line.left - 2, top: line.top - Number(top), width: line.width + 4, height: line.height }));
    const differences = compareInk(inkBoxes(tileImage, { regions, dpr }), inkBoxes(plainImage, { regions, dpr }));
    seen.forEach((line, i) => {
      left.delete(line);
      found.push({ line, difference: differences[i] });
    });
  }
  return found;
}

for (const name of engineNames) {
  const engine = launchEngine(name);
  describe(name, () => {
    const skip = engine.skipReason ?? false;
    after(() => engine.close());
    for (const posting of Object.keys(postings)) {
      for (const dpr of /** @type {const} */ ([1, 2])) {
        for (const width of [320, 768, 1280]) {
          test(`${posting}, ${width} px wide at ${dpr} device pixels per px: lines and ink are the plain page's`, { skip }, async () => {
            const height = dpr === 2 ? 760 : 1400;
            const url = `${site.origin}/${posting}/`;
            const tile = await engine.open({ url, width, height, dpr, initStyle: hideLayer });
            const plain = await engine.open({ url: `${url}?mode=plain`, width, height, dpr });
            try {
              await Promise.all([reach(tile, 'ready'), reach(plain, 'plain')]);
              const [tileLines, lines] = await Promise.all([linesOf(tile), linesOf(plain)]);
              assert.ok(lines.length > 50, `${lines.length} lines`);
              assert.deepEqual(tileLines.map(foldLine), lines.map(foldLine));
              const moved = lines.filter((line, i) => Math.abs(line.top - tileLines[i].top) > tolerance);
              assert.deepEqual(moved.map(describeLine), [], 'every line of the layer is as high as on the plain page');
              const differences = await inkDifferences(tile, plain, lines, height, dpr);
              const wrong = differences.filter(({ difference }) => !(difference <= tolerance));
              assert.deepEqual(wrong.map(({ line, difference }) => `${describeLine(line)}: ${difference.toFixed(2)} px`), []);
              assert.deepEqual([...await tile.messages(), ...await plain.messages()], []);
            } finally {
              await tile.close();
              await plain.close();
            }
          });
        }
      }
    }
  });
}
