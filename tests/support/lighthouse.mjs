// Lighthouse, in the Chromium that the other tests use too. As a library it writes no files, and reports its own errors
// to nobody (only its command line offers that).
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { chromiumArguments } from './engines/puppeteer.mjs';
import { testChromium } from './engines/programs.mjs';

/** @typedef {'mobile' | 'desktop'} Form */
export const forms = /** @type {const} */ (['mobile', 'desktop']);

/**
 * @typedef {object} Report
 * @property {Record<string, number | null>} scores by category
 * @property {string[]} failing what keeps a category from its full score, or can't be judged
 * @property {(id: string) => import('lighthouse').Result['audits'][string]} audit
 * @property {(id: string) => any[]} items of an audit's table
 */

export async function startLighthouse() {
  const browser = await puppeteer.launch({ executablePath: testChromium, pipe: true, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false, defaultViewport: null, protocolTimeout: 120_000, args: chromiumArguments });

  /**
   * @param {string} address
   * @param {Form} form
   * @param {string[]} categories
   * @param {import('lighthouse').Config['settings']} [settings]
   * @returns {Promise<Report>}
   */
  async function judge(address, form, categories, settings = {}) {
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      const result = await lighthouse(address, { logLevel: 'silent' }, { extends: 'lighthouse:default', settings: { ...(form === 'desktop' && desktopConfig.settings), disableFullPageScreenshot: true, onlyCategories: categories, ...settings } }, page);
      if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse gave up: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
      const { lhr } = result;
      const audit = (/** @type {string} */ id) => {
        if (!lhr.audits[id]) throw new Error(`Lighthouse knows no audit "${id}"`);
        return lhr.audits[id];
      };
      const items = (/** @type {string} */ id) => /** @type {any} */ (audit(id).details)?.items ?? [];
      const failing = Object.values(lhr.categories).flatMap(({ id: category, auditRefs }) => auditRefs
        .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
        .filter(({ score, weight, scoreDisplayMode }) => scoreDisplayMode === 'error' || (weight > 0 && score !== null && score < 1))
        .map((one) => `${category}, ${one.id}: ${one.title}. ${one.errorMessage ?? one.explanation ?? ''} ${JSON.stringify(/** @type {any} */ (one.details)?.items?.slice(0, 3) ?? '')}`));
      return { scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score])), failing, audit, items };
    } finally {
      await context.close();
    }
  }
  return { judge, version: await browser.version(), close: () => browser.close() };
}
