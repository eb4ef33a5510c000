// Pages in Chromium of which everything is told that hostile texts could make them do.
import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a page and fails if, meanwhile, it showed a dialog or another page, was led away, asked another host, or said
 * anything on the console. What it looks for elsewhere is not there.
 * @param {import('playwright-core').Browser} browser @param {string[]} origins that it may ask
 * @param {(page: Page) => Promise<void>} look
 * @param {import('playwright-core').BrowserContextOptions & {faults?: RegExp}} [options] faults: complaints that belong to what is tried
 */
export async function watched(browser, origins, look, { faults, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  /** @type {string[]} */
  const complaints = [];
  const complain = (/** @type {string} */ text) => faults?.test(text) || complaints.push(text);
  const isOwn = (/** @type {string} */ url) => origins.includes(new URL(url).origin);
  try {
    context.on('request', (request) => { if (/^(https?|wss?|ftp):/.test(request.url()) && !isOwn(request.url())) complain(`asks ${request.url()}`); });
    context.on('page', (page) => {
      if (context.pages().length > 1) complain(`opens ${page.url()}`);
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complain(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complain(`uncaught: ${error.stack}`));
      page.on('dialog', (dialog) => { complain(`says ${dialog.message()}`); dialog.dismiss().catch(() => {}); });
      page.on('download', (file) => complain(`downloads ${file.url()}`));
      page.on('framenavigated', (frame) => { if (frame.url() !== 'about:blank' && !(frame.url().startsWith('http') && isOwn(frame.url()))) complain(`is led to ${frame.url()}`); });
    });
    const page = await context.newPage();
    await look(page);
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
  } finally {
    await context.close();
  }
  assert.deepEqual(complaints, []);
}

/** Waits until the app is there, in whichever form, and what was asked for is done. @param {Page | import('playwright-core').Frame} page @param {string[]} [states] @returns {Promise<string>} */
export async function comesUp(page, states = ['ready', 'plain']) {
  await page.waitForFunction((wanted) => wanted.includes(document.documentElement.dataset.aushang ?? ''), states);
  await rests(page);
  return page.evaluate(() => document.documentElement.dataset.aushang ?? '');
}

/** Three frames, which is as long as an event has consequences; what it changes may be seen changing longer. @param {Page | import('playwright-core').Frame} page */
export const rests = (page) => page.evaluate(() => new Promise((done) => {
  const frame = (/** @type {number} */ left) => { left ? requestAnimationFrame(() => frame(left - 1)) : done(null); };
  frame(3);
}));
