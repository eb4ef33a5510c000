// How a dozen views look: every box lies where tests/fixtures/boxes says, and the tile and the plain page, which draw the
// same in two ways, give the same picture. The font is made for this, so that it is the same on every machine. (That each
// line of a posting breaks and lies alike in every engine: tile-parity.test.mjs.)
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { open, states, widestTouch } from '../../tools/gallery-states.mjs';
import { buildSites } from '../../tools/gallery.mjs';
import { brickFont, installFont } from '../support/brick_font.mjs';
import { launch, serve } from '../support/browser.mjs';
import { strangers } from '../support/pixels.mjs';
import { project, sample, temporaryFolder } from '../support/project.mjs';
import { rests } from '../support/watched.mjs';
import { wholePage } from '../support/whole_page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** States of tools/gallery-states.mjs; all of them with --full, else every fourth. */
const views = /** @type {const} */ ([
  ['unanswered', 390, 'light', 'en'], ['unanswered', 1280, 'dark', 'en'], ['meets', 1280, 'light', 'de'], ['missing', 360, 'light', 'de'], ['folded', 1024, 'dark', 'en'], ['disclosures', 1920, 'light', 'en'],
  ['invalid', 390, 'light', 'de'], ['nested', 320, 'dark', 'de'], ['nested', 1280, 'light', 'en'], ['position', 820, 'light', 'en'], ['option', 768, 'dark', 'de'], ['doctoral-answered', 412, 'light', 'en'],
]);
/** A pixel has one alike within a px in the other picture, by so many levels of each channel, but for some of any square: dashes and rings are drawn a little otherwise. */
const tolerance = { reach: 1, levels: 48 }, square = 32, most = 64;
/** It says which of the two it is. */
const switchId = 'au-mode';

const font = { family: 'Brick', base64: brickFont('Brick').toString('base64') };
/** @type {Awaited<ReturnType<typeof launch>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  buildSites(folder);
  [browser, site] = [await launch(), await serve(folder)];
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** "id left top width height" of each block that has an id, whole px. What is in a line isn't a box; side by side posting and panel may be as high as each other. Runs in the page. */
function boxes() {
  return [...document.querySelectorAll('body [id]')].filter((one) => !['canvas', 'au-posting', 'au-panel'].includes(one.id) && one.checkVisibility() && one.getClientRects().length > 0 && getComputedStyle(one).display !== 'inline').map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [one.id, ...[left + scrollX, top + scrollY, width, height].map(Math.round)].join(' ');
  });
}

/** @param {Page} page @param {number} width */
async function look(page, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => { /** @type {HTMLElement | null} */ (document.activeElement)?.blur(); scrollTo(0, 0); });
  await page.mouse.move(0, 0);
  await rests(page);
  const found = await page.evaluate(boxes), /** @type {PNG[]} */ pictures = [];
  await wholePage(page, width, async (_, take) => { pictures.push(PNG.sync.read(await take())); });
  return { boxes: found, pictures };
}

/** Squares in which the pictures differ, with how many px. @param {PNG} a @param {PNG} b @param {string[]} lines boxes */
function differences(a, b, lines) {
  const [, left, top, width, height] = lines.map((line) => line.split(' ')).find(([id]) => id === switchId)?.map(Number) ?? [];
  /** @type {Map<string, number>} */
  const squares = new Map();
  for (const { x, y } of strangers(a, b, tolerance)) {
    if (x >= left && x <= left + width && y >= top && y <= top + height) continue;
    const key = `${Math.floor(x / square) * square}, ${Math.floor(y / square) * square}`;
    squares.set(key, (squares.get(key) ?? 0) + 1);
  }
  return [...squares].filter(([, count]) => count > most).map(([at, count]) => `at ${at}: ${count} px`);
}

describe('a page looks as it did, drawn and plain', () => {
  for (const [id, width, colorScheme, language] of sample(views, 4)) {
    const name = `${id}-${width}-${language}`;
    test(`${name}, ${colorScheme}`, async () => {
      const state = /** @type {import('../../tools/gallery-states.mjs').State} */ (states.find((one) => one.id === id)), touch = width <= widestTouch;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', hasTouch: touch, isMobile: touch });
      try {
        const page = await context.newPage();
        await page.addInitScript(installFont, font);
        await open(page, site.origin, state, 'tile', language);
        const tile = await look(page, width);
        await page.locator(`#${switchId}`).click();
        await page.waitForFunction(() => document.documentElement.dataset.aushang === 'plain');
        const plain = await look(page, width);

        const file = join(project, 'tests/fixtures/boxes', `${name}.txt`);
        // AUSHANG_WRITE_EXPECTED=1 writes it anew, after the pictures of ./dev gallery have been looked at.
        if (process.env.AUSHANG_WRITE_EXPECTED) writeFileSync(file, `${plain.boxes.join('\n')}\n`);
        assert.ok(existsSync(file), file);
        assert.ok(plain.boxes.length > 40, String(plain.boxes.length));
        assert.deepEqual(plain.boxes, readFileSync(file, 'utf8').trimEnd().split('\n'));
        assert.deepEqual(tile.boxes, plain.boxes, 'the layer\'s boxes are the plain page\'s');
        assert.equal(tile.pictures.length, plain.pictures.length);
        tile.pictures.forEach((picture, i) => assert.deepEqual(differences(picture, plain.pictures[i], i === 0 ? plain.boxes : []), [], `part ${i + 1}`));
      } finally {
        await context.close();
      }
    });
  }
});
