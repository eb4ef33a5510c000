// A posting in somebody else's page, in Chromium, which tells most.
import assert from 'node:assert/strict';
import { launch } from './browser.mjs';
import { listen } from './complaints.mjs';
import { openHost } from './embed_host.mjs';
import { installSpy } from './spy.mjs';
import { pause } from './tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** Two servers and a browser. @param {string} folder for the site */
export async function openInChromium(folder) {
  const [host, browser] = [await openHost(folder), await launch()];

  /**
   * Fails on console messages, uncaught errors, and requests to a third origin.
   * @param {string} address @param {(page: Page) => Promise<void>} look
   * @param {import('playwright-core').BrowserContextOptions & {faults?: RegExp}} [options] */
  async function visit(address, look, { faults, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 }, ...options });
    try {
      if (options.javaScriptEnabled !== false) await context.addInitScript(installSpy);
      const page = await context.newPage();
      const said = listen(page, { faults, origins: [host.site, host.origin] });
      await page.goto(address);
      await look(page);
      assert.deepEqual(said(), []);
    } finally {
      await context.close();
    }
  }
  return { ...host, visit, close: async () => { await browser.close(); await host.close(); } };
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
