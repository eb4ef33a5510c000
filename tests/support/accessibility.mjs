// What axe-core and html-validate find on a page, as lines for people; none is what the tests want.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * @param {import('playwright-core').Page} page of a context that bypasses the content security policy
 * @returns {Promise<{ violations: string[], incomplete: string[] }>} incomplete: what axe-core can't decide
 */
export async function axeFindings(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate((runOnly) => /** @type {any} */ (window).axe.run(document, { runOnly }), tags);
  const say = (/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.target).join(' ')}`;
  return { violations: found.violations.map(say), incomplete: found.incomplete.map(say) };
}

/** @param {string} html @param {Record<string, string>} [rules] */
export async function htmlFindings(html, rules = {}) {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'], rules: {
    'no-inline-style': 'error', 'long-title': 'off', // a title is as long as its author made it
    // Named lists are part of the page's contract; integrity would stop the style sheet when the page is opened as a file.
    'aria-label-misuse': ['error', { allowAnyNamable: true }], 'require-sri': ['error', { target: 'crossorigin' }],
    .../** @type {any} */ (rules),
  } });
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}
