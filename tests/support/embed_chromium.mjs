// A posting in somebody else's page, in Chromium, which tells most.
import assert from 'node:assert/strict';
import { launch } from './browser.mjs';
import { listen } from './complaints.mjs';
import { keepPages } from './kept_pages.mjs';
import { openHost } from './embed_host.mjs';
import { installSpy } from './spy.mjs';
import { pause } from './tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** Two servers and a browser. @param {string} folder for the site @param {import('playwright-core').Browser} [shared] one that is there already, and stays */
export async function openInChromium(folder, shared) {
  const [host, browser] = [await openHost(folder), shared ?? await launch()];
  const inPage = keepPages(browser, installSpy);

  /**
   * Fails on console messages, uncaught errors, and requests to a third origin.
   * @param {string} address @param {(page: Page) => Promise<void>} look
   * @param {import('playwright-core').BrowserContextOptions & {faults?: RegExp}} [options] */
  const visit = (address, look, { faults, ...options } = {}) => inPage({ viewport: { width: 900, height: 700 }, ...options }, async (page) => {
    const said = listen(page, { faults, origins: [host.site, host.origin] });
    await page.goto(address);
    await look(page);
    assert.deepEqual(said(), []);
  });
  return { ...host, visit, close: async () => { if (!shared) await browser.close(); await host.close(); } };
}

/** The frame, once the app in it is ready. @param {Page} page */
export async function ready(page) {
  await page.waitForSelector('iframe');
  const frame = /** @type {Frame} */ (await (await page.$('iframe'))?.contentFrame());
  await frame.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
  return frame;
}
export const heightOf = (/** @type {Page} */ page) => page.locator('aushang-posting iframe').evaluate((frame) => frame.getBoundingClientRect().height);
/** @param {Page} page */
export async function grown(page) {
  for (const end = Date.now() + 5000; (await heightOf(page)) < 1500 && Date.now() < end;) await pause(30);
  await pause(300);
  return heightOf(page);
}
