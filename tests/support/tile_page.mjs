// Pages with the app in them, opened in Chromium with a spy inside, and what tests ask of them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { launch, serve } from './browser.mjs';
import { listen } from './complaints.mjs';
import { keepPages } from './kept_pages.mjs';
import { aushang, project, smallCheck, writeFiles } from './project.mjs';
import { installSpy } from './spy.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./spy.mjs').Spy} Spy */

const paragraph = 'Whoever reads this far wants to know what the days are like: measuring, waiting, writing it down, and once a week a talk with somebody who sees it otherwise.';

/** About `screens` screens of headings, paragraphs and lists, all of them telling where they are. @param {number} screens */
export function longPosting(screens) {
  const section = (/** @type {number} */ i) => `## Heading number ${i}\n\n${paragraph} This is paragraph ${i}.\n\n- First thing of ${i}\n- Second thing, with [a link](https://example.org/${i})\n  - and a thing within, ${i}\n\nHere ends part ${i}, not without one more sentence.\n`;
  return `---\ntitle: A long posting\n---\n${Array.from({ length: screens * 2 }, (_, i) => section(100 + i)).join('\n')}`;
}

/**
 * Builds sites and serves them.
 * @param {string} folder for the sites
 * @param {Record<string, string>} postings Markdown by name; '' stands for the example
 */
export async function openSites(folder, postings) {
  for (const [name, text] of Object.entries(postings)) {
    const source = text === '' ? join(project, 'assets/postings/phd-ot') : join(folder, 'source', name);
    if (text !== '') writeFiles(source, { 'posting.md': text, 'check.json': smallCheck() });
    const { code, err } = aushang(['build', source, '-o', join(folder, name), '--no-packed']);
    assert.equal(code, 0, err);
  }
  const [browser, site] = [await launch(), await serve(folder)];
  const inPage = keepPages(browser, installSpy);

  /**
   * Opens a page; fails on console errors and warnings, uncaught errors, and requests to other origins.
   * @param {string} path
   * @param {import('playwright-core').BrowserContextOptions & {before?: (page: Page) => Promise<unknown>, until?: string, waitUntil?: 'load' | 'commit', faults?: RegExp}} options
   *   before: done before the page is opened; until: the state to wait for; waitUntil: what else, before that; faults: complaints that belong to the fault that was put in
   * @param {(page: Page, cdp: import('playwright-core').CDPSession) => Promise<void>} look
   */
  async function visit(path, { before, until = 'ready', waitUntil = 'load', faults, ...options }, look) {
    await inPage({ viewport: { width: 1280, height: 800 }, ...options }, async (page) => {
      const said = listen(page, { faults, origins: [site.origin] });
      await before?.(page);
      await page.goto(`${site.origin}/${path}`, { waitUntil });
      await reaches(page, until);
      const cdp = await page.context().newCDPSession(page);
      await look(page, cdp);
      await cdp.detach(); // with what it has set
      assert.deepEqual(said(), []);
    }, { fresh: before !== undefined });
  }
  return { browser, origin: site.origin, visit, close: async () => { await browser.close(); await site.close(); } };
}

/** Waits for a state, and until the frames asked for are over. @param {Page} page @param {string} wanted */
export async function reaches(page, wanted) {
  const state = () => page.evaluate(() => document.documentElement.dataset.aushang);
  for (const end = Date.now() + 10_000; (await state()) !== wanted && Date.now() < end;) await pause(20);
  assert.equal(await state(), wanted);
  if (wanted !== 'static') await settle(page);
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Three frames, which is as long as an event has consequences, and on while something is seen changing. Not counted by the spy. @param {Page} page */
export async function settle(page) {
  await page.evaluate(() => new Promise((done) => {
    const { spy } = /** @type {{spy: import('./spy.mjs').Spy}} */ (/** @type {unknown} */ (window));
    let draws = spy.count.draws;
    const moves = () => draws !== (draws = spy.count.draws) || document.getAnimations().some((one) => one instanceof CSSTransition);
    const frame = (/** @type {number} */ left) => {
      if (left === 0) return done(null);
      requestAnimationFrame(() => {
        --spy.count.frames;
        frame(Math.max(left - 1, moves() ? 1 : 0));
      });
    };
    frame(3);
  }));
}

/** @param {Page} page @returns {Promise<Spy>} */
export const spied = (page) => page.evaluate(() => /** @type {any} */ (window).spy);

/** What ran and was drawn meanwhile. @param {Page} page @param {() => Promise<unknown>} during */
export async function counted(page, during) {
  const before = (await spied(page)).count;
  await during();
  await settle(page);
  const { frames, timers, draws } = (await spied(page)).count;
  return { frames: frames - before.frames, timers: timers - before.timers, draws: draws - before.draws };
}

/** The window as pixels. @param {Page} page @returns {Promise<import('./engines.mjs').Image>} */
export async function picture(page) {
  return PNG.sync.read(await page.screenshot());
}

/** Where the posting goes out of sight, CSS px of the window: behind the dock, where there is one. Runs in the page. */
export function sightEnds() {
  const dock = document.getElementById('au-dock')?.getClientRects()[0];
  return Math.floor(dock?.top ?? innerHeight);
}

/** Boxes of what is wholly in sight of the posting's texts, CSS px of the window. @param {Page} page @param {string} [selector] */
export async function boxesInView(page, selector = '#au-posting > h1, .posting :is(h2, p, li)') {
  const boxes = await page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  }), selector);
  const below = await page.evaluate(sightEnds);
  return boxes.filter(({ top, height }) => height > 0 && top >= 0 && top + height <= below);
}
