// A phrase that a reader looks for is found where the tile shows it, also when it runs over the end of a line; and what
// is selected is copied as it was written.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { inkBoxes } from '../support/ink.mjs';
import { project, randomNumbers, tool } from '../support/project.mjs';
import { foldLine, textLines } from '../support/text-lines.mjs';

const phraseCount = 100;
const folder = mkdtempSync(join(tmpdir(), 'aushang-find-'));
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  execFileSync(tool, ['build', join(project, 'assets/postings/phd-ot'), '-o', folder]);
  site = await serve(folder);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/**
 * Half of them within a line, half over the end of one.
 * @param {string[][]} blocks lines of each block
 * @returns {string[]}
 */
function choosePhrases(blocks) {
  const { below: pick } = randomNumbers(20241123);
  const words = (/** @type {string} */ line) => line.split(' ');
  const wrapped = blocks.filter((lines) => lines.length > 1);
  return Array.from({ length: phraseCount }, (_, i) => {
    if (i % 2 === 0) {
      const lines = wrapped[pick(wrapped.length)], line = pick(lines.length - 1);
      return [...words(lines[line]).slice(-1 - pick(3)), ...words(lines[line + 1]).slice(0, 1 + pick(3))].join(' ');
    }
    const lines = blocks[pick(blocks.length)], all = words(lines[pick(lines.length)]), from = pick(all.length);
    return all.slice(from, from + 1 + pick(5)).join(' ');
  });
}

/** Finds each phrase from the top. @param {string[]} phrases @returns {{phrase: string, selected: string, seen: boolean}[]} what went wrong */
function findAll(phrases) {
  const sheet = /** @type {HTMLElement} */ (document.getElementById('au-posting'));
  const fold = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
  return phrases.flatMap((phrase) => {
    getSelection()?.removeAllRanges();
    // @ts-expect-error the browsers' own search, in no standard
    const found = window.find(phrase, true, false, true);
    const selection = getSelection();
    const selected = fold(selection?.toString() ?? '');
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    const box = range?.getBoundingClientRect();
    const seen = Boolean(box && box.width > 0 && box.height > 0); // Firefox scrolls there later
    const inside = Boolean(range && sheet.contains(range.startContainer));
    return found && selected === phrase && (seen || !inside) ? [] : [{ phrase, selected, seen }];
  });
}

for (const name of engineNames) {
  const engine = launchEngine(name);
  describe(name, () => {
    const skip = engine.skipReason ?? false;
    /** One page for all of it; each test makes it as wide as it needs. @type {import('../support/engines.mjs').Page} */
    let page;
    before(async () => {
      if (skip) return;
      // What WebKit does with found words, and no test can ask it to do: an opaque box.
      const initStyle = name === 'webkit' ? '::selection { background: #ff0; }' : '';
      page = await engine.open({ url: `${site.origin}/`, width: 1280, height: 800, initStyle, framed: name === 'webkit' });
      await page.waitFor(() => document.documentElement.dataset.aushang === 'ready', { timeout: 30_000 });
    });
    after(() => engine.close());

    /** @param {number} width */
    const wide = async (width) => {
      await page.resize(width, 800);
      await page.evaluate(() => {
        getSelection()?.removeAllRanges();
        scrollTo(0, 0);
        const after = (/** @type {number} */ frames) => new Promise((done) => requestAnimationFrame(() => done(frames > 1 ? after(frames - 1) : true)));
        return after(6);
      });
    };

    for (const width of [360, 1280]) {
      test(`${phraseCount} phrases are found at ${width} px, half of them over the end of a line`, { skip }, async () => {
        await wide(width);
        const blocks = (await page.evaluate(textLines, { root: '.posting' })).map(({ lines }) => lines.map(foldLine));
        const phrases = choosePhrases(blocks);
        assert.deepEqual(await page.evaluate(findAll, phrases), []);
        assert.deepEqual(await page.evaluate(findAll, ['no such words are here']), [{ phrase: 'no such words are here', selected: '', seen: false }]);
        assert.deepEqual(await page.messages(), []);
      });
    }

    test('what is selected or found can be read', { skip }, async () => {
      await wide(1280);
      const where = await page.evaluate(() => {
        const line = /** @type {Element} */ (document.querySelector('.posting p .au-line'));
        getSelection()?.selectAllChildren(line);
        const { left, top, width, height } = line.getBoundingClientRect();
        const after = (/** @type {number} */ frames) => new Promise((done) => requestAnimationFrame(() => done(frames > 1 ? after(frames - 1) : { left, top, width, height })));
        return after(6);
      });
      const { left, top, width, height } = /** @type {import('../support/ink.mjs').Rect} */ (where);
      const image = await page.screenshot();
      // Inside the highlight, away from its edges, there are words: their ink reaches from one end to the other.
      const region = { left: left + 1, top: top + 3, width: width - 2, height: height - 6 };
      const [ink] = inkBoxes(image, { regions: [region], threshold: 60 });
      assert.ok(ink && ink.right - ink.left > region.width * 0.95, JSON.stringify({ ink, region }));
      const corner = (Math.round(top + 2) * image.width + Math.round(left + width / 2)) * 4;
      assert.notDeepEqual([...image.data.subarray(corner, corner + 3)], [0xFB, 0xFA, 0xF7], 'the highlight is there');
    });

    test('a selection over a whole paragraph reads as it was written', { skip }, async () => {
      await wide(360);
      const [selected, written] = await page.evaluate(() => {
        const paragraph = /** @type {HTMLElement} */ (document.querySelector('.posting p'));
        getSelection()?.selectAllChildren(paragraph);
        return [getSelection()?.toString() ?? '', paragraph.textContent ?? ''];
      });
      assert.ok(written.length > 300);
      assert.equal(selected.trim(), written.replace(/\s+/g, ' ').trim());
    });
  });
}
