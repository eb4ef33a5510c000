// While a long page scrolls, in every composed frame: the ink is where the document is, and no text is missing. A longer way
// by wheel, finger and keys with --full.
// Alone: it looks at frames while they are composed, which are fewer where something else runs.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { full, temporaryFolder } from '../support/project.mjs';
import { barsAndInk, framesWhile, paintBars } from '../support/scroll_frames.mjs';
import { counted, longPosting, openSites, pause, picture, reaches, settle, sightEnds, spied } from '../support/tile_page.mjs';

/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { long: longPosting(60) }); });
after(() => sites?.close());

const viewport = { width: 560, height: 640 };
const middle = { x: 280, y: 320 };

/**
 * @param {import('playwright-core').Page} page @param {import('playwright-core').CDPSession} cdp
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} scroll
 */
async function scrolls(page, cdp, scroll) {
  await paintBars(page);
  await settle(page);
  const column = await page.evaluate(() => Math.round(document.querySelector('.posting')?.getBoundingClientRect().left ?? 0) - 12);
  const below = await page.evaluate(sightEnds);
  // How far below the upper edge of its bar a heading's ink begins, at rest.
  const still = barsAndInk(await picture(page), column, below).filter((bar) => bar.kind === 'heading' && bar.by === 'tile');
  assert.ok(still.length > 0, 'a heading is in view at rest');
  const distance = (still[0].ink ?? 0) - still[0].top;

  const { draws } = await counted(page, async () => {
    const frames = await framesWhile(page, cdp, () => scroll(page));
    const all = frames.map((frame) => barsAndInk(frame, column, below, { scrolls: true }));
    const headings = all.flat().filter((bar) => bar.kind === 'heading');
    assert.ok(frames.length >= 8, `${frames.length} frames`);
    assert.ok(headings.length >= 8, `${headings.length} headings in ${frames.length} frames`);
    all.forEach((bars, i) => {
      for (const bar of bars) {
        assert.notEqual(bar.by, 'nobody', `frame ${i}: ${JSON.stringify(bar)}`);
        if (bar.kind === 'heading') assert.ok(Math.abs((bar.ink ?? Infinity) - bar.top - distance) <= 1, `frame ${i}: ${JSON.stringify(bar)}, ${distance} at rest`);
      }
    });
  });
  assert.ok(draws > 0, 'the tile has moved');
  await settle(page);
  const shown = barsAndInk(await picture(page), column, below);
  assert.ok(shown.length > 0);
  assert.deepEqual([...new Set(shown.map((bar) => bar.by))], ['tile'], 'all of it is the tile\'s at last');
  assert.deepEqual((await spied(page)).shifts, [], 'nothing has shifted');
}

const scrolled = async (/** @type {import('playwright-core').Page} */ page, milliseconds = 3000) => {
  let last = -1;
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    await pause(150);
    const now = await page.evaluate(() => scrollY);
    if (now === last) return;
    last = now;
  }
};

test('what the tile does not reach yet is shown by the document', () => sites.visit('long/', { viewport }, async (page) => {
  await paintBars(page);
  const column = await page.evaluate(() => Math.round(document.querySelector('.posting')?.getBoundingClientRect().left ?? 0) - 12);
  const below = await page.evaluate(sightEnds);
  // No frame for the tile from here on, as if the machine were busy.
  await page.evaluate(() => { window.requestAnimationFrame = () => 0; });
  for (const top of [1000, 8000, 30_000, 300]) {
    await page.evaluate((y) => scrollTo(0, y), top);
    const shown = barsAndInk(await picture(page), column, below);
    assert.ok(shown.length > 2);
    assert.deepEqual(shown.filter((bar) => bar.by === 'nobody'), []);
    if (top > 5000) assert.deepEqual([...new Set(shown.map((bar) => bar.by))], ['document']);
  }
}));

describe('ink and document stay together', () => {
  test('under the wheel', () => sites.visit('long/', { viewport }, async (page, cdp) => scrolls(page, cdp, () =>
    cdp.send('Input.synthesizeScrollGesture', { ...middle, yDistance: full ? -6000 : -2500, speed: 3000, gestureSourceType: 'mouse' }))));

  test('under a finger', () => sites.visit('long/', { viewport, hasTouch: true }, async (page, cdp) => scrolls(page, cdp, async () => {
    const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number[]} */ ...at) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((y) => ({ x: middle.x, y })) });
    for (let i = 0; i < (full ? 6 : 2); ++i) {
      await touch('touchStart', 600);
      for (let y = 580; y > 40; y -= 20) await touch('touchMove', y);
      await touch('touchEnd');
    }
    await scrolled(page);
    assert.ok(await page.evaluate(() => scrollY) > (full ? 2000 : 700));
  })));

  test('by Page Down, End and Home', () => sites.visit('long/', { viewport }, async (page, cdp) => scrolls(page, cdp, async () => {
    for (const key of full ? ['PageDown', 'PageDown', 'PageDown', 'End', 'PageUp', 'Home', 'End', 'Home', 'PageDown'] : ['PageDown', 'PageDown', 'End', 'Home']) {
      await page.keyboard.press(key);
      await scrolled(page);
    }
  })));

  test('when an address within the page is followed', () => sites.visit('long/', { viewport }, async (page, cdp) => scrolls(page, cdp, async () => {
    for (const number of [120, 200, 101, 160, 219, 140, 102, 180, 190]) {
      await page.evaluate((id) => { location.hash = id; }, `heading-number-${number}`);
      await pause(120);
    }
  })));

  test('when the reader goes back to where they were', () => sites.visit('long/#heading-number-180', { viewport }, async (page, cdp) => {
    await page.reload();
    await reaches(page, 'ready');
    await scrolls(page, cdp, async () => {
      for (const number of [120, 200, 150, 110]) {
        await page.evaluate((id) => { location.hash = id; }, `heading-number-${number}`);
        await pause(100);
      }
      for (let i = 0; i < 4; ++i) {
        await page.evaluate(() => history.back());
        await pause(100);
      }
    });
  }));
});
