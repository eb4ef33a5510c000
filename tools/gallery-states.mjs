// What `./dev gallery` takes pictures of: pages and the states they can be in, and the windows in which each is looked at.
import { checkOf, giveAll, unfold } from '../tests/support/applicant.mjs';
import { rests } from '../tests/support/watched.mjs';
import { doctoralAnswers, postings } from './gallery-postings.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'en' | 'de'} Language */
/**
 * @typedef {object} State
 * @property {string} id
 * @property {string} title
 * @property {string} page its address below the sites' folder, as the English one
 * @property {string[]} forms how it comes: `tile` and `plain` by its address; else what it is then called in data-aushang
 * @property {import('playwright-core').BrowserContextOptions} [options]
 * @property {string} [query]
 * @property {string} [now] what time it is there
 * @property {number} [width] of the page, where the window's doesn't count
 * @property {(page: Page) => Promise<unknown>} [before] done before it is opened
 * @property {(page: Page, language: Language) => Promise<unknown>} [prepare]
 *
 * @typedef {{width: number, scheme: 'light' | 'dark', language: Language, dpr: number}} Look
 */

export const factors = { width: [360, 768, 1280, 1920], scheme: /** @type {const} */ (['light', 'dark']), language: /** @type {const} */ (['en', 'de']), dpr: [1, 2] };

/** Widths up to here are touched. */
export const widestTouch = 768;
const usualNow = '2026-12-01T09:00:00Z';
/** What is printed on of an A4 sheet, CSS px. */
const paper = Math.round((210 - 2 * 17) / 25.4 * 96);
const both = ['tile', 'plain'];

/** @type {any[][]} */
const [example, doctoral] = [checkOf('phd-ot').questions, checkOf('msca-doctoral').questions];
/** @param {string} name */
const questionsOf = (name) => JSON.parse(postings[name]['check.json']).questions;
/** Gives answers, and takes the pointer and the focus away. @param {any[]} questions @param {Record<string, any>} answers @returns {NonNullable<State['prepare']>} */
const answering = (questions, answers) => async (page, language) => {
  await giveAll(page, questions, answers, language);
  await page.mouse.move(0, 0);
  await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
};
const fits = { field: ['ml'], masters: 'yes', did_research: true, has_reports: true };
const unsure = { unknown: 'not_sure' };

/** Opens all that can be opened. @param {Page} page */
async function openAll(page) {
  for (const id of await page.locator('#au-panel details:not([open])').evaluateAll((all) => all.map((one) => one.id))) await unfold(page, id);
}

/** @param {Page} page @param {Language} language @param {string} why */
async function write(page, language, why) {
  await openAll(page);
  const written = { name: 'Ida Møller', place: language === 'en' ? 'Aarhus, Denmark' : 'Aarhus, Dänemark', why, links: 'https://example.org/ida' };
  for (const [field, text] of Object.entries(written)) await page.locator(`#au-w-${field}`).fill(text);
  await page.locator('#au-have-cv-input').check();
  await page.locator('#au-w-links').blur();
}
const motive = (/** @type {Language} */ language) => (language === 'en' ? 'I grew up behind a dyke. Since then I have wanted to know where the water goes.' : 'Ich bin hinter einem Deich aufgewachsen. Seitdem will ich wissen, wohin das Wasser geht.');

/** All of these elements look as if the pointer or the focus were on them. @param {Page} page @param {string[]} classes of CSS */
async function force(page, classes) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  const { root } = await cdp.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'a, button, input, textarea, summary, .f-option, .f-chip, .f-quiet-chip' });
  for (const nodeId of nodeIds) await cdp.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: classes });
}

/** @param {string} id @param {string} title @param {string} page @param {Partial<State>} [more] @returns {State} */
const state = (id, title, page, more = {}) => ({ id, title, page, forms: both, ...more });

/** @type {State[]} */
export const states = [
  state('unanswered', 'The example as one comes to it', 'example/'),
  state('meets', 'All that is required is there', 'example/', { prepare: answering(example, fits) }),
  state('ask', 'Something desirable is missing', 'site/msca-doctoral/', { prepare: answering(doctoral.filter(({ id }) => id !== 'years'), { ...doctoralAnswers, languages: [] }) }),
  state('missing', 'A requirement is missing, and can still be reached', 'example/', { prepare: answering(example, { field: ['math'], masters: 'expected', did_research: true, has_reports: false, did_industry: false }) }),
  state('begun', 'Begun: fits so far', 'example/', { prepare: answering(example, { field: ['ml', 'math'], masters: 'yes' }) }),
  state('folded', 'A requirement is missing, and other questions are folded away', 'example/', { prepare: answering(example, { field: [] }) }),
  state('unsure', 'Not sure, and would rather not say', 'example/', { prepare: answering(example, { field: unsure, masters: { unknown: 'declined' }, did_research: unsure, has_reports: unsure, did_industry: { unknown: 'declined' } }) }),
  state('disclosures', 'All that can be opened is open, and filled in', 'example/', { prepare: async (page, language) => { await answering(example, fits)(page, language); await write(page, language, motive(language)); await page.locator('#au-send-check-input').check(); } }),
  state('long-mail', 'A mail that is too long for a link', 'example/', { prepare: (page, language) => write(page, language, `${motive(language)} `.repeat(30)) }),
  state('copied', 'Copied', 'example/', { options: { permissions: ['clipboard-read', 'clipboard-write'] }, prepare: (page) => page.locator('#au-copy-all').click() }),
  state('why', '“Why?” has led to a phrase', 'example/', { prepare: (page) => page.locator('.f-why').first().click() }),
  state('step', 'A phrase has led to its step', 'example/', { prepare: (page) => page.locator('#au-phrase-degree').click() }),
  state('document', 'A phrase has led to its document', 'example/', { prepare: (page) => page.locator('#au-phrase-transcripts').click() }),
  state('focus', 'As if the focus were on each control', 'example/', { prepare: async (page, language) => { await answering(example, fits)(page, language); await openAll(page); await force(page, ['focus', 'focus-visible']); } }),
  state('hover', 'As if the pointer were on each control', 'example/', { forms: ['plain'], prepare: async (page, language) => { await answering(example, fits)(page, language); await openAll(page); await force(page, ['hover']); } }),
  state('positions', 'Several positions, none chosen', 'site/positions/'),
  state('position', 'Several positions, one chosen', 'site/positions/', { prepare: (page) => page.locator('#au-panel fieldset input[type=radio]').nth(1).check() }),
  state('fields', 'Number, date and text, empty', 'site/fields/'),
  state('invalid', 'Number and date that can\'t be read', 'site/fields/', { prepare: (page, language) => answering(questionsOf('fields'), { years: language === 'en' ? 'many' : 'viele', begin: '31.12.', sea: motive(language) })(page, language) }),
  state('closed', 'The position is filled', 'site/closed/'),
  state('passed', 'The deadline has passed', 'site/passed/', { now: '2027-07-01T09:00:00Z' }),
  state('nested', 'A rule nested three deep', 'site/nested/', { prepare: answering(questionsOf('nested'), { q_swims: true, q_rows: true }) }),
  state('twelve', 'Twelve questions', 'site/twelve/', { prepare: answering(questionsOf('twelve'), { q_skill_0: true, q_skill_1: true, q_skill_2: unsure, q_skill_9: false }) }),
  state('option', 'An option of 80 characters, chosen', 'site/options/', { prepare: answering(questionsOf('options'), { degree: 'sea', tools: ['level', 'echo'] }) }),
  state('nothing', 'A posting that asks no questions', 'site/nothing/'),
  state('doctoral', 'The second example', 'site/msca-doctoral/'),
  state('doctoral-answered', 'The second example, answered', 'site/msca-doctoral/', { prepare: answering(doctoral, doctoralAnswers) }),
  state('rtl', 'A posting from right to left', 'site/rtl/', { forms: ['plain'] }),
  state('list', 'The list of postings', 'site/', { forms: ['static'], now: '2027-07-01T09:00:00Z' }),
  state('privacy', 'What happens with data', 'site/privacy/en/', { forms: ['static'] }),
  state('accessibility', 'The accessibility statement', 'site/accessibility/en/', { forms: ['static'] }),
  state('example-privacy', 'The same of a site without a name', 'example/privacy/en/', { forms: ['static'] }),
  state('example-accessibility', 'The accessibility statement of a site without a name', 'example/accessibility/en/', { forms: ['static'] }),
  state('offline', 'Saved, and read without a network', 'example/', { prepare: async (page) => { await page.locator('#au-keep').click(); await page.locator('#au-kept').waitFor(); await page.context().setOffline(true); await page.locator('#au-away').waitFor(); } }),
  state('failed', 'The app has failed', 'example/', { forms: ['failed'], before: (page) => page.route('**/*.wasm', (route) => route.abort()) }),
  state('no-scripts', 'Without scripts', 'example/', { forms: ['static'], options: { javaScriptEnabled: false } }),
  state('bare', 'Within another page, without bar and employer', 'site/msca-doctoral/', { query: 'bare=1' }),
  state('contrast', 'With more contrast', 'example/', { options: { contrast: 'more' }, prepare: answering(example, fits) }),
  state('forced', 'With colours of the system\'s own', 'example/', { forms: ['plain'], options: { forcedColors: 'active' }, prepare: answering(example, fits) }),
  state('large', 'With text twice as large', 'example/', { before: async (page) => { const cdp = await page.context().newCDPSession(page); await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } }); }, prepare: answering(example, fits) }),
  state('print', 'On paper', 'example/', { width: paper, forms: ['plain'], prepare: async (page, language) => { await answering(example, fits)(page, language); await page.locator('#au-have-cv-input').check(); await page.emulateMedia({ media: 'print' }); } }),
];

/**
 * The windows for a state, with as few as hold each value of each factor: of any two but the widths each pair of values once,
 * and by turns at another width.
 * @param {number} at the state's place in the list @param {boolean} all each with each instead @returns {Look[]}
 */
export function looksFor(at, all) {
  const { width, scheme, language, dpr } = factors;
  if (all) return width.flatMap((w) => scheme.flatMap((s) => language.flatMap((l) => dpr.map((d) => ({ width: w, scheme: s, language: l, dpr: d })))));
  return width.map((_, i) => ({ width: width[(i + at) % width.length], scheme: scheme[i % 2], language: language[i >> 1], dpr: dpr[(i ^ (i >> 1)) % 2] }));
}

/** @param {string} page the English one's address @param {Language} language */
export function addressOf(page, language) {
  if (language === 'en') return page;
  return /\/en\/$/.test(page) ? page.replace(/en\/$/, 'de/') : `${page}de/`;
}

/** Opens a state. @param {Page} page @param {string} origin @param {State} one @param {string} form @param {Language} language */
export async function open(page, origin, one, form, language) {
  await page.clock.setFixedTime(new Date(one.now ?? usualNow));
  await one.before?.(page);
  const query = [one.query, form === 'plain' && 'mode=plain'].filter(Boolean).join('&');
  await page.goto(`${origin}/${addressOf(one.page, language)}${query && `?${query}`}`);
  const wanted = form === 'tile' ? 'ready' : form;
  if (form !== 'static') await page.waitForFunction((state) => document.documentElement.dataset.aushang === state, wanted, { timeout: 30_000 });
  await one.prepare?.(page, language);
  if (form !== 'static') await rests(page);
}
