// An applicant in front of the page: finds everything by role and name, as a screen reader's user does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './project.mjs';
import { rests } from './watched.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'en' | 'de'} Language */

/** The interface's words. @param {Language} language @returns {Record<string, string>} */
export const words = (language) => JSON.parse(readFileSync(join(project, `assets/words/${language}.json`), 'utf8'));

/** A posting's check.json. @param {string} name @returns {any} */
export const checkOf = (name) => JSON.parse(readFileSync(join(project, 'assets/postings', name, 'check.json'), 'utf8'));

/** A text of check.json in a language. @param {any} text @param {Language} language @returns {string} */
export const local = (text, language) => (typeof text === 'string' ? text : text[language] ?? text.en);

/** The regions "Check yourself" and "Apply". @param {Page} page @param {Language} language */
export const regions = (page, language) => ({
  check: page.getByRole('region', { name: words(language)['check.heading'], exact: true }),
  apply: page.getByRole('region', { name: words(language)['apply.heading'], exact: true }),
});

/** A question's group. @param {Page} page @param {any} question @param {Language} language */
export const group = (page, question, language) => regions(page, language).check.getByRole('group', { name: local(question.label, language), exact: true });

/**
 * What a question can be answered with: the names of its radio buttons and checkboxes, and what each means in answers.json.
 * @param {any} question @param {Language} language @returns {{name: string, answer: any}[]}
 */
export function choices(question, language) {
  const said = words(language);
  const quiet = [{ name: said['answer.not_sure'], answer: { unknown: 'not_sure' } }, { name: said['answer.declined'], answer: { unknown: 'declined' } }];
  const named = (/** @type {any} */ option) => (option.label ? local(option.label, language) : said[`answer.${option.value}`]);
  switch (question.type) {
    case 'yes_no': return [{ name: said['answer.yes'], answer: true }, { name: said['answer.no'], answer: false }, ...quiet];
    case 'one': return [...question.options.map((/** @type {any} */ option) => ({ name: named(option), answer: option.value })), ...quiet];
    case 'many': return [...question.options.map((/** @type {any} */ option) => ({ name: named(option), answer: [option.value] })), ...(question.none_of_these ? [{ name: said['answer.none'], answer: [] }] : []), ...quiet];
    default: return quiet;
  }
}

/** Chooses by name, as a click on it does. @param {Page} page @param {any} question @param {string} name @param {Language} language */
export async function choose(page, question, name, language) {
  const options = group(page, question, language);
  await options.getByRole('radio', { name, exact: true }).or(options.getByRole('checkbox', { name, exact: true })).check();
}

/**
 * Answers a question, with what answers.json would say; one that is folded away is opened first.
 * @param {Page} page @param {any} question @param {any} answer @param {Language} language
 */
export async function give(page, question, answer, language) {
  const options = group(page, question, language);
  const show = options.getByRole('button');
  if (await show.count()) await show.click();
  if (['number', 'date', 'text'].includes(question.type)) {
    await options.getByLabel(local(question.label, language)).or(options.getByRole('textbox')).or(options.getByRole('spinbutton')).first().fill(String(answer));
    return;
  }
  const chosen = choices(question, language).filter((choice) => JSON.stringify(choice.answer) === JSON.stringify(answer) || (Array.isArray(answer) && choice.answer.length === 1 && answer.includes(choice.answer[0])));
  if (chosen.length === 0) throw new Error(`${question.id} can't be answered with ${JSON.stringify(answer)}`);
  for (const choice of chosen) await choose(page, question, choice.name, language);
}

/** Answers several questions, in their order. @param {Page} page @param {any[]} questions @param {Record<string, any>} answers by id @param {Language} language */
export async function giveAll(page, questions, answers, language) {
  for (const question of questions) {
    if (!(question.id in answers)) continue;
    await give(page, question, answers[question.id], language);
    await rests(page); // what an answer folds or unfolds
  }
}

/** Opens what stands behind a title: "Your words", unless another is named. @param {Page | import('playwright-core').Frame} page @param {string} id */
export async function unfold(page, id = 'au-words') {
  const summary = page.locator(`#${id} > summary`);
  if (!(await page.locator(`#${id}`).evaluate((/** @type {HTMLDetailsElement} */ { open }) => open))) await summary.click();
  await page.locator(`#${id}[open]`).waitFor();
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(null))); })); // all has its place
}

/** Where the links under the verdict lead. @param {Page} page @param {Language} language @returns {Promise<string[]>} */
export const nextSteps = (page, language) => regions(page, language).check.evaluate((element) => {
  const found = [];
  for (let next = element.querySelector('[role=status]')?.nextElementSibling; next && next.localName !== 'fieldset'; next = next.nextElementSibling) if (next.localName === 'a') found.push(next.getAttribute('href') ?? '');
  return found;
});

/** The verdict as the page says it. @param {Page} page @param {Language} language @returns {Promise<string>} meets, ask, not_yet or open */
export async function verdict(page, language) {
  const said = words(language);
  const text = await regions(page, language).check.getByRole('status').innerText();
  const found = ['meets', 'ask', 'not_yet', 'open', 'so_far'].filter((outcome) => text.startsWith(said[`outcome.${outcome}`]));
  if (found.length === 0 && /^\d+ [^.:]+$/.test(text)) return 'open'; // nothing is answered: how many questions there are
  if (found.length !== 1) throw new Error(`The status says: ${text}`);
  return found[0] === 'so_far' ? 'open' : found[0];
}

/** The mail behind a link, as a mail program takes it apart. @param {string | null} href */
export function mailOf(href) {
  const url = new URL(href ?? '');
  const field = (/** @type {string} */ name) => decodeURIComponent(url.search.slice(1).split('&').find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '');
  return { protocol: url.protocol, to: decodeURIComponent(url.pathname), subject: field('subject'), body: field('body').replaceAll('\r\n', '\n'), fields: url.search.slice(1).split('&').map((part) => part.split('=')[0]) };
}

/** The mail link's address. @param {Page} page @param {Language} language */
export const mailLink = (page, language) => regions(page, language).apply.getByRole('link', { name: words(language)['apply.open_mail'], exact: true }).getAttribute('href');

/** The description of an element as assistive technology gets it. @param {import('playwright-core').CDPSession} cdp @param {string} selector */
export async function described(cdp, selector) {
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
  return String(nodes[0].description?.value ?? '');
}
