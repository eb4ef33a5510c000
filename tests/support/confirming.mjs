// A drafted posting in the preview, with its panel: for tests that confirm the draft as people do.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../../package/serve/command.js';
import { axeFindings } from './accessibility.mjs';
import { drafted, today } from './drafted.mjs';
import { nativeTool } from './native_tool.mjs';
import { aushang, project } from './project.mjs';
import { watched } from './watched.mjs';

/** @typedef {import('playwright-core').Page} Page */

export class Confirming {
  /** @param {Page} page @param {string} folder @param {{ preview: import('../../package/serve/preview.js').Preview, address: string }} session */
  constructor(page, folder, session) {
    this.page = page;
    this.folder = folder;
    this.session = session;
    this.file = join(folder, 'check.json');
    this.panel = page.locator('aside[aria-label=Preview]');
  }

  /** @param {string} name */
  button(name) { return this.panel.getByRole('button', { name, exact: true }); }

  /** @param {string} name of the field @param {'textbox' | 'combobox' | 'radio' | 'checkbox'} [role] */
  field(name, role = 'textbox') { return this.panel.getByRole(role, { name, exact: true }); }

  check() { return JSON.parse(readFileSync(this.file, 'utf8')); }

  /** @param {(text: string) => string} change */
  edit(change) { writeFileSync(this.file, change(readFileSync(this.file, 'utf8'))); }

  /** What the tool says of the points. */
  points() {
    const { code, out, err } = aushang(['confirm', this.folder, '--today', today]);
    assert.equal(code, 0, err);
    return JSON.parse(out);
  }

  /** @param {string} id */
  point(id) { return this.points().points.find((/** @type {any} */ point) => point.id === id); }

  /** Waits until the page is the one of the files as they are now, and the panel is filled. */
  async settles() {
    const { preview } = this.session;
    for (const end = Date.now() + 15_000; ;) {
      const isThere = !preview.isOld() && await this.page.evaluate((number) => document.querySelector('meta[name=aushang-preview]')?.getAttribute('content') === number
        && ['ready', 'plain'].includes(document.documentElement.dataset.aushang ?? '') && sessionStorage.getItem('aushang-preview') === null
        && document.querySelector('aside[aria-label=Preview]')?.shadowRoot?.querySelector('.count')?.textContent !== '', String(preview.number)).catch(() => false);
      if (isThere) return;
      if (Date.now() > end) assert.fail('the page doesn\'t settle');
      await new Promise((done) => { setTimeout(done, 30); });
    }
  }

  /** Waits until the panel has said it; then for the page. @param {RegExp | string} words */
  async says(words) {
    await this.panel.locator('header').getByRole('status').filter({ hasText: words }).waitFor();
    await this.settles();
  }

  /** Which of its elements has the focus, by its key. */
  focus() { return this.page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector('aside[aria-label=Preview]')?.shadowRoot?.activeElement)?.dataset.key ?? ''); }

  /** Selects words of the posting, as with a pointer. @param {string} words */
  async marks(words) {
    await this.page.evaluate((wanted) => {
      const nodes = [], walker = document.createTreeWalker(/** @type {Element} */ (document.querySelector('#au-posting .posting')), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
      const at = nodes.map(({ data }) => data).join('').indexOf(wanted), range = document.createRange();
      let before = 0;
      for (const node of nodes) {
        const from = at - before, to = from + wanted.length;
        if (from >= 0 && from < node.length) range.setStart(node, from);
        if (to > 0 && to <= node.length) range.setEnd(node, to);
        before += node.length;
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }, words);
  }
}

/**
 * @param {import('node:test').TestContext} t @param {import('playwright-core').Browser} browser
 * @param {(confirming: Confirming) => Promise<void>} look
 * @param {import('playwright-core').BrowserContextOptions & { page?: string }} [options] page: instead of the usual one
 */
export async function confirming(t, browser, look, { page: text, ...options } = {}) {
  const folder = drafted(t, text);
  const session = await start({ folders: [folder], today, ports: [0] }, nativeTool(), join(project, 'package/serve'), () => {});
  assert.ok(session);
  t.after(() => session.close());
  // A step that is refused is said by its status as well, which browsers put on the console.
  await watched(browser, [new URL(session.address).origin], async (page) => {
    await page.goto(session.address);
    const all = new Confirming(page, folder, session);
    await all.settles();
    await look(all);
  }, { faults: /status of 409/, ...options });
}

/** @param {string} folder what `check` says of errors */
export const errorsOf = (folder) => {
  const { code, err, out } = aushang(['check', folder, '--today', today]);
  return code === 0 ? '' : err + out;
};

/**
 * Opens forms of several kinds; then each control has a name, a role and a size, and nothing is wider than its place.
 * @param {import('node:test').TestContext} t @param {import('playwright-core').Browser} browser
 * @param {{ width: number, colorScheme: 'light' | 'dark', hasTouch: boolean }} how
 */
export const judgeControls = (t, browser, { width, colorScheme, hasTouch }) => confirming(t, browser, async (all) => {
  const { page } = all;
  if (width < 1100) {
    assert.equal(await all.panel.locator('.panel').isVisible(), false);
    await all.panel.getByRole('button', { name: /^Confirm the draft: \d+ left$/ }).click();
  }
  for (const name of ['Change What is asked', 'Change Deadline', 'Change Transcripts', 'Change Address']) await all.button(name).click();
  const { violations } = await axeFindings(page);
  assert.deepEqual(violations, []);
  const wrong = await page.evaluate((least) => [.../** @type {ShadowRoot} */ (document.querySelector('aside[aria-label=Preview]')?.shadowRoot).querySelectorAll('button, label:has(> input), select, input:not([type=radio], [type=checkbox])')].filter((one) => {
    const { width: wide, height, left, right } = one.getBoundingClientRect();
    return height > 0 && (height < least || wide < Math.min(least, 24) || left < 0 || right > innerWidth);
  }).map((one) => one.outerHTML), hasTouch ? 44 : 24);
  assert.deepEqual(wrong, []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && [.../** @type {ShadowRoot} */ (document.querySelector('aside[aria-label=Preview]')?.shadowRoot).querySelectorAll('.sections, header, .phrase')].every((one) => one.scrollWidth <= one.clientWidth)), true, 'nothing is wider than its place');
}, { bypassCSP: true, viewport: { width, height: 780 }, colorScheme, hasTouch });
