// How long the example is: the page, its two cards, and where posting and panel end, in windows from small phones to wide
// desks, before the first answer and with answers that fit. One JSON object per line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOf, giveAll } from '../support/applicant.mjs';
import { openSites, settle } from '../support/tile_page.mjs';

/** CSS px; phones and tablets by touch, where what is touched is larger. */
const windows = /** @type {const} */ ([[320, 640], [360, 740], [390, 844], [412, 915], [768, 1024], [820, 1180], [1024, 768], [1280, 800], [1366, 768], [1920, 1080]]);
const widestTouch = 820;
/** Those with a budget. */
const phone = 390, desk = 1280;
const fits = { field: ['ml'], masters: 'yes', did_research: true, has_reports: true };

/** Runs in the page. Where something ends is where the last of what is in it ends: the tile's elements lie absolutely. */
function measure() {
  const bottom = (/** @type {string} */ selector) => Math.round(Math.max(...[...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().bottom + scrollY)));
  const height = (/** @type {string} */ id) => Math.round(document.getElementById(id)?.getBoundingClientRect().height ?? NaN);
  return { page_px: document.documentElement.scrollHeight, check_px: height('au-check'), apply_px: height('au-apply'), posting_ends_px: bottom('.posting *'), panel_ends_px: bottom('#au-panel *') };
}
const say = (/** @type {object} */ what) => console.log(JSON.stringify({ bench: 'heights', ...what }));

const folder = mkdtempSync(join(tmpdir(), 'aushang-bench-'));
const sites = await openSites(folder, { example: '' });
try {
  for (const [width, height] of windows) {
    const touch = width <= widestTouch;
    await sites.visit('example/', { viewport: { width, height }, hasTouch: touch, isMobile: touch }, async (page) => {
      const unanswered = await page.evaluate(measure);
      await giveAll(page, checkOf('phd-ot').questions, fits, 'en');
      await settle(page);
      const answered = await page.evaluate(measure);
      const size = `example, ${width} × ${height}${touch ? ' by touch' : ''}`;
      for (const [state, found] of Object.entries({ unanswered, answered })) say({ what: `${size}, ${state}`, ...found });
      const judge = (/** @type {string} */ what, /** @type {number} */ px, /** @type {number} */ budget) => say({ what: `${what}, ${size}, unanswered`, px, budget, within: px <= budget });
      if (width === phone) {
        judge('page', unanswered.page_px, 6300);
        judge('"Check yourself"', unanswered.check_px, 1400);
        judge('"Apply"', unanswered.apply_px, 1000);
      }
      if (width === desk) judge('how far the panel ends below the posting', unanswered.panel_ends_px - unanswered.posting_ends_px, 0);
    });
  }
} finally {
  await sites.close();
  rmSync(folder, { recursive: true, force: true });
}
