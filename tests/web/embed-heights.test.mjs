// The height of a frame while the page around makes it wider and narrower, by itself and in answer to the height; three
// times as often with --full.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { grown, heightOf, openInChromium, ready } from '../support/embed_chromium.mjs';
import { full, temporaryFolder } from '../support/project.mjs';
import { pause } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** @type {Awaited<ReturnType<typeof openInChromium>>} */
let host;
before(async (t) => { host = await openInChromium(temporaryFolder(/** @type {any} */ (t))); });
after(() => host?.close());

/** @param {Frame} frame */
const needed = (frame) => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
/** Waits for what both of them have to say. @param {Page} page @param {Frame} frame */
async function fits(page, frame) {
  let [is, should] = [0, 1];
  for (const end = Date.now() + 5000; is !== should && Date.now() < end;) {
    await pause(100);
    [is, should] = [await heightOf(page), await needed(frame)];
  }
  assert.equal(is, should);
}
/** In each frame of the page around another width of the element. @param {Page} page @param {number[]} widths */
const drag = (page, widths) => page.evaluate(async (all) => {
  for (const width of all) {
    /** @type {HTMLElement} */ (document.querySelector('aushang-posting')).style.width = `${width}px`;
    for (let i = 0; i < 3; ++i) await new Promise((done) => { requestAnimationFrame(done); });
  }
}, widths);

const times = full ? 3 : 1;
test(`made narrower ${20 * times} times, and to and fro, a frame is as high as its posting`, () => host.visit(host.page(host.posting()), async (page) => {
  const frame = await ready(page);
  const first = await grown(page);
  await drag(page, Array.from({ length: 20 * times }, (_, i) => 900 - 27 / times * i));
  await fits(page, frame);
  assert.ok(await heightOf(page) > first + 200);
  for (const last of [420, 840]) {
    await drag(page, [...Array.from({ length: 8 * times }, (_, i) => (i % 2 ? 420 : 840)), last]);
    await fits(page, frame);
  }
  // The window itself, with pauses in between.
  for (const width of [420, 900, 420, 900, 420, 900, 420, 900, 420, 900].slice(0, full ? 10 : 4)) {
    await page.setViewportSize({ width, height: 700 });
    await pause(300);
  }
  await fits(page, frame);
}));

test('where the page around answers a height with another width, and that with another height, there is an end, and nothing is cut off', () => host.visit(host.page(host.posting()), async (page) => {
  const frame = await ready(page);
  await grown(page);
  await drag(page, [420]);
  await fits(page, frame);
  const limit = await heightOf(page) - 100;
  await page.evaluate((most) => {
    const element = /** @type {HTMLElement} */ (document.querySelector('aushang-posting')), inner = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('iframe'));
    const count = /** @type {any} */ (window).count = { heights: 0 };
    new MutationObserver(() => {
      ++count.heights;
      element.style.width = inner.getBoundingClientRect().height > most ? '840px' : '420px';
    }).observe(inner, { attributes: true });
    element.style.width = '840px';
  }, limit);
  const count = () => page.evaluate(() => /** @type {any} */ (window).count.heights);
  let before = -1;
  for (const end = Date.now() + 30_000; before !== (await count());) {
    assert.ok(Date.now() < end, `no end after ${before} heights`);
    before = await count();
    await pause(2000);
  }
  assert.ok(before > 2, 'it does go round');
  assert.ok(await heightOf(page) >= await needed(frame), `${await heightOf(page)} for ${await needed(frame)}`);
}));
