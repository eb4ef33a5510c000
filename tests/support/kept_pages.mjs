// Pages that are used again. A new page is a new process for the browser, which costs more than what most tests do in it.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} Options */

const atMost = 3;

/** What can be set on a page that is there already, with what a new page has. @param {Options} options */
const settable = ({ viewport = { width: 1280, height: 720 }, colorScheme = 'light', reducedMotion = 'no-preference', forcedColors = 'none', contrast = 'no-preference', ...fixed }) => ({ viewport, media: { media: null, colorScheme, reducedMotion, forcedColors, contrast }, fixed });

/**
 * @param {import('playwright-core').Browser} browser
 * @param {() => void} [script] runs in each page before its own
 */
export function keepPages(browser, script) {
  /** @type {Map<string, Page>} the one used last is the last */
  const idle = new Map();

  /** @param {Options} options @returns {Promise<Page>} */
  async function open(options) {
    const context = await browser.newContext(options);
    if (script && options.javaScriptEnabled !== false) await context.addInitScript(script);
    return context.newPage();
  }

  /** A page nothing has been in, or as if: at its size, with its settings. @param {Options} options */
  async function take(options) {
    const { viewport, media, fixed } = settable(options);
    const key = JSON.stringify(fixed), page = idle.get(key);
    if (!page) return { key, page: await open(options) };
    idle.delete(key);
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    return { key, page };
  }

  /** Leaves nothing in a page of what was done in it. @param {string} key @param {Page} page */
  async function giveBack(key, page) {
    const context = page.context();
    for (const other of context.pages()) if (other !== page) await other.close();
    const { origin } = new URL(page.url());
    await page.mouse.move(0, 0);
    await page.evaluate(() => sessionStorage.clear()).catch(() => {}); // a page may have no storage
    await page.goto('about:blank');
    const session = await context.newCDPSession(page);
    if (origin !== 'null') await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.detach();
    idle.set(key, page);
    for (const [oldest, one] of idle) if (idle.size > atMost) { idle.delete(oldest); await one.context().close(); }
  }

  /**
   * Does something in a page, which is closed if that fails.
   * @param {Options} options of the browser context
   * @param {(page: Page) => Promise<void>} work
   * @param {{fresh?: boolean}} [how] fresh: in a page of its own; for work that can't be taken back, such as scripts and routes put in
   */
  return async function inPage(options, work, { fresh = false } = {}) {
    const { key, page } = fresh ? { key: '', page: await open(options) } : await take(options);
    try {
      await work(page);
    } catch (error) {
      await page.context().close();
      throw error;
    }
    await (fresh ? page.context().close() : giveBack(key, page));
  };
}
