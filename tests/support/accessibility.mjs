// What axe-core and html-validate find on a page, as lines for people; none is what the tests want.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * @param {import('playwright-core').Page} page of a context that bypasses the content security policy
 * @returns {Promise<{ violations: string[], incomplete: { rule: string, reason: string, target: string }[] }>} incomplete: what
 *   axe-core can't decide; the target is a selector
 */
export async function axeFindings(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate((runOnly) => /** @type {any} */ (window).axe.run(document, { runOnly }), tags);
  const reasonOf = (/** @type {any} */ node) => [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey ?? check.message).join('; ');
  return {
    violations: found.violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.target).join(' ')}`),
    incomplete: found.incomplete.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => ({ rule: rule.id, reason: reasonOf(node), target: node.target.join(' ') }))),
  };
}

/**
 * The page as it is where no tile is: the layer is seen. The tile draws the same text in the same colours, so that text can be
 * judged.
 * @param {import('playwright-core').Page} page @param {() => Promise<void>} judge
 */
export async function withoutTile(page, judge) {
  const toggle = () => page.evaluate(() => {
    const held = /** @type {any} */ (window).heldBack, canvas = document.getElementById('canvas');
    const inked = held ?? [...document.querySelectorAll('.au-inked')];
    for (const element of inked) element.classList.toggle('au-inked', held !== undefined);
    if (canvas) canvas.hidden = held === undefined;
    /** @type {any} */ (window).heldBack = held ? undefined : inked;
  });
  await toggle();
  await judge();
  await toggle();
}

/**
 * What axe-core can't decide, but for two things about contrast: of a text that lies over the canvas (it is decided without the
 * canvas, see `withoutTile`), and of a single character at a line's end (it is decided of the words it belongs to).
 * @param {import('playwright-core').Page} page
 * @param {{ rule: string, reason: string, target: string }[]} incomplete
 */
export const unexplained = (page, incomplete) => page.evaluate((all) => all.filter(({ rule, reason, target }) => {
  const tile = document.getElementById('canvas')?.getBoundingClientRect(), text = document.querySelector(target)?.getBoundingClientRect();
  const isOverIt = tile && text && text.top < tile.bottom && text.bottom > tile.top && text.left < tile.right;
  const isPartOfWords = document.querySelector(target)?.matches('.au-line') && document.querySelector(target)?.parentElement?.querySelectorAll('.au-line').length !== 1;
  return !(rule === 'color-contrast' && ((reason === 'imgNode' && isOverIt) || (reason === 'shortTextContent' && isPartOfWords)));
}), incomplete);

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
