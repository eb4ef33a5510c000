// What an answer changes is seen changing, for less than 200 ms and in colours alone: phrases, rails, signs, the verdict; by
// the tile and by the plain page. At once for who prefers less movement, also while the page is open. Then nothing runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { project, temporaryFolder } from '../support/project.mjs';
import { counted, openSites, pause, settle } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '' }); });
after(() => sites?.close());

/** A master's degree: it lights a phrase, a sign and a rail, and there is a verdict. @param {Page} page @param {number} option */
const answer = (page, option) => page.locator('#au-q-masters input').nth(option).evaluate((input) => /** @type {HTMLElement} */ (input).click());

/** What a frame takes by the page's clock, which goes on with each: so it doesn't matter how fast the machine is. */
const tick = 30;

/** Sets that clock, and notes when something is drawn. @param {Page} page */
const setClock = (page) => page.evaluate((step) => {
  const { spy } = /** @type {any} */ (window), real = /** @type {Function} */ (WebGL2RenderingContext.prototype.drawElements);
  let time = performance.now(), frame = document.timeline.currentTime;
  performance.now = () => {
    if (frame !== document.timeline.currentTime) time += step;
    frame = document.timeline.currentTime;
    return time;
  };
  WebGL2RenderingContext.prototype.drawElements = function (/** @type {any[]} */ ...args) {
    spy.times.add(performance.now());
    return real.apply(this, args);
  };
}, tick);

/** When the page drew after an answer, ms from the first frame on. @param {Page} page @param {number} option */
async function moved(page, option) {
  await page.evaluate(() => { /** @type {any} */ (window).spy.times = new Set(); });
  await answer(page, option);
  await settle(page);
  const times = /** @type {number[]} */ (await page.evaluate(() => [.../** @type {any} */ (window).spy.times]));
  return times.map((time) => Math.round(time - times[0]));
}

test('the tile: an answer is seen changing, not where less movement is wished, and then nothing runs', () => sites.visit('example/', {}, async (page) => {
  await setClock(page);
  const frames = [0, 1, 2, 3, 4, 5, 6].map((n) => n * tick);
  assert.deepEqual(await moved(page, 0), frames);
  assert.deepEqual(await counted(page, () => pause(500)), { frames: 0, timers: 0, draws: 0 });
  for (const [reducedMotion, option] of /** @type {const} */ ([['reduce', 2], ['no-preference', 0]])) {
    await page.emulateMedia({ reducedMotion });
    await settle(page);
    assert.deepEqual(await moved(page, option), reducedMotion === 'reduce' ? [0] : frames, reducedMotion);
  }
}));

/** What the plain page changes at this moment, or in the frame that shows an answer. @param {Page} page @param {number} [option] */
const changing = (page, option) => page.evaluate(async (number) => {
  if (number !== undefined) {
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#au-q-masters input'))[number].click();
    await new Promise((done) => { requestAnimationFrame(done); }); // the app has asked for its own before
  }
  return document.getAnimations().map((one) => {
    const { target, pseudoElement } = /** @type {KeyframeEffect} */ (one.effect);
    return { what: `${target?.className}${pseudoElement ?? ''}`, property: /** @type {CSSTransition} */ (one).transitionProperty, lasts: Number(one.effect?.getComputedTiming().duration) };
  });
}, option);

test('the plain page: the same, in colours alone', () => sites.visit('example/?mode=plain', { until: 'plain' }, async (page) => {
  assert.deepEqual(await changing(page), [], 'nothing moves at the start');
  const found = await changing(page, 0);
  for (const name of ['mark', 'f-sign', 'f-reason', 'f-step']) assert.ok(found.some(({ what }) => what.includes(name)), `${name}: ${JSON.stringify(found)}`);
  for (const one of found) {
    assert.match(one.property, /^(opacity|([\w-]+-)?color)$/);
    assert.ok(one.lasts > 0 && one.lasts < 200, JSON.stringify(one));
  }
  await settle(page);
  assert.deepEqual(await changing(page), [], 'nothing goes on');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.deepEqual(await changing(page, 2), []);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await settle(page);
  assert.notDeepEqual(await changing(page, 0), []);
}));

test('from one form of the page to the other nothing fades', () => sites.visit('example/', {}, async (page) => {
  await answer(page, 0);
  await settle(page);
  for (const state of ['plain', 'ready']) {
    await page.locator('#au-mode').evaluate((button) => /** @type {HTMLElement} */ (button).click());
    await page.waitForFunction((wanted) => document.documentElement.dataset.aushang === wanted, state);
    assert.deepEqual(await changing(page), [], state);
    await settle(page);
  }
}));

test('nothing but this moves in the style sheet, all of it in one time, and none where that is wished', () => {
  const css = readFileSync(join(project, 'shell/aushang.css'), 'utf8');
  assert.deepEqual([...css.matchAll(/transition: ([^;]+)/g)].map(([, value]) => value), ['var(--motion)', 'var(--motion)']);
  assert.match(css, /:root \{[^}]*--motion: 180ms;/);
  assert.match(css, /@media \(prefers-reduced-motion: reduce\) \{ :root \{ --motion: 0ms; \} \}/);
});
