// Whatever goes wrong with the app, the page stays readable and one can apply. By default one fault of each part; all: --full.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from '../support/browser.mjs';
import { testChromium } from '../support/engines/programs.mjs';
import { isBlank } from '../support/ink.mjs';
import { full, temporaryFolder, versionFolder } from '../support/project.mjs';
import { boxesInView, openSites, picture, reaches, settle } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
/** @type {string} */
let folder;
before(async (t) => {
  folder = temporaryFolder(/** @type {any} */ (t));
  sites = await openSites(folder, { example: '' });
});
after(() => sites?.close());

/** @param {Page} page */
async function usable(page) {
  assert.equal(await page.locator('#canvas').isVisible(), false);
  assert.equal(await page.locator('#au-mode').isVisible(), false);
  const [image, boxes] = [await picture(page), await boxesInView(page)];
  assert.ok(boxes.length >= 3);
  for (const box of boxes) assert.ok(!isBlank(image, box), JSON.stringify(box));
  assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.posting p'))).position), 'static');
  const box = page.getByRole('list', { name: 'To send now', exact: true }).getByRole('checkbox').first();
  await box.check();
  assert.ok(await box.isChecked());
  assert.match((await page.getByRole('link', { name: 'Open in your mail app' }).getAttribute('href')) ?? '', /^mailto:/);
}

const answer = (/** @type {string} */ pattern, /** @type {Parameters<import('playwright-core').Route['fulfill']>[0]} */ answer) => (/** @type {Page} */ page) => page.route(pattern, (route) => route.fulfill(answer));
const gone = { status: 404, body: '' };
const said = /Aushang: the page stays as it is/, notFound = /Failed to load resource.*404/;
const either = new RegExp(`${said.source}|${notFound.source}`);
const wasm = () => readFileSync(join(versionFolder(join(folder, 'example')), 'app/aushang.wasm'));
const bundle = () => JSON.parse(readFileSync(join(versionFolder(join(folder, 'example')), 'posting.json'), 'utf8'));

/** @type {[name: string, state: 'failed' | 'static', faults: RegExp, before: () => (page: Page) => Promise<unknown>][]} */
const failures = [
  ['the wasm is missing', 'failed', either, () => answer('**/aushang.wasm', gone)],
  ['the wasm is cut off', 'failed', said, () => answer('**/aushang.wasm', { contentType: 'application/wasm', body: wasm().subarray(0, 200_000) })],
  ['the wasm is something else', 'failed', said, () => answer('**/aushang.wasm', { contentType: 'text/html', body: '<p>Not found</p>' })],
  ['the bundle is missing', 'failed', either, () => answer('**/posting.json', gone)],
  ['the bundle is no JSON', 'failed', said, () => answer('**/posting.json', { contentType: 'application/json', body: '{"version": 1, "tit' })],
  ['the bundle is of another version', 'failed', said, () => answer('**/posting.json', { contentType: 'application/json', body: JSON.stringify({ ...bundle(), version: 99 }) })],
  ['the script is missing', 'static', notFound, () => answer('**/app.js', gone)],
  ['the script is cut off', 'static', /^$/, () => answer('**/app.js', { contentType: 'text/javascript', body: '' })],
  ['there is no WebAssembly', 'failed', said, () => (page) => page.addInitScript(() => { delete (/** @type {any} */ (window).WebAssembly); })],
  ['there is no 2D canvas', 'failed', said, () => (page) => page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; })],
];

const some = ['the wasm is cut off', 'the bundle is missing', 'the bundle is of another version', 'the script is missing', 'there is no 2D canvas'];
for (const [name, state, faults, before] of failures.filter(([one]) => full || some.includes(one))) {
  test(`where ${name}, the page is as without scripts`, () => sites.visit('example/', { until: state, faults, before: before() }, async (page) => {
    await page.waitForLoadState('networkidle');
    await reaches(page, state);
    await usable(page);
  }));
}

test('where the posting is not the one in the page, the page is plain', () => sites.visit('example/', { until: 'plain', before: async (page) => {
  await page.addInitScript(() => addEventListener('readystatechange', () => document.querySelector('.posting h2')?.remove(), true));
} }, async (page) => {
  assert.equal(await page.locator('#au-mode').isVisible(), false);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).spy.states), ['static', 'starting', 'plain'], 'never ready, not for a frame');
  const [image, boxes] = [await picture(page), await boxesInView(page)];
  assert.ok(boxes.length >= 2, String(boxes.length)); // of three, one heading is gone
  for (const box of boxes) assert.ok(!isBlank(image, box), JSON.stringify(box));
}));

test('where the app breaks down later, the page is as without scripts', () => sites.visit('example/', { faults: said, before: (page) => page.addInitScript(() => {
  const real = CanvasRenderingContext2D.prototype.measureText;
  CanvasRenderingContext2D.prototype.measureText = function (/** @type {string} */ text) {
    if (/** @type {any} */ (window).broken) throw new Error('measureText is broken');
    return real.call(this, text);
  };
}) }, async (page) => {
  await page.evaluate(() => { /** @type {any} */ (window).broken = true; });
  await page.emulateMedia({ colorScheme: 'dark' });
  await reaches(page, 'failed');
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 200);
  await page.setViewportSize({ width: 900, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => scrollTo(0, 0));
  await settle(page);
  await usable(page);
}));

test('where the browser puts pages together without a graphics card, the posting is seen beside the bar at the window\'s edge', async () => {
  const [site, browser] = [await serve(join(folder, 'example')), await chromium.launch({ executablePath: testChromium, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'] })];
  try {
    for (const [width, height] of [[1000, 700], [390, 844]]) {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.goto(site.origin);
      await page.waitForFunction(() => ['ready', 'plain'].includes(document.documentElement.dataset.aushang ?? ''));
      assert.ok(await page.locator('#au-dock').isVisible());
      for (const top of [0, 700]) {
        await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
        await page.waitForTimeout(500);
        const [image, boxes] = [await picture(page), await boxesInView(page)];
        assert.ok(boxes.length >= 1);
        for (const box of boxes) assert.ok(!isBlank(image, box), `${width} px, from ${top}: ${JSON.stringify(box)}`);
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
});
