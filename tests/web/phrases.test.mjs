// The phrases that check.json quotes are links to what is bound to them; no script is needed to follow one. With the app
// a phrase shows the question it is about, and a question its phrase.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, serve } from '../support/browser.mjs';
import { channelsOf, contrast } from '../support/contrast.mjs';
import { local } from '../support/applicant.mjs';
import { keepPages } from '../support/kept_pages.mjs';
import { aushang, project, temporaryFolder } from '../support/project.mjs';

const example = join(project, 'assets/postings/phd-ot');
const check = JSON.parse(readFileSync(join(example, 'check.json'), 'utf8'));
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {ReturnType<typeof keepPages>} */
let inPage;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;

before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  const { code, err } = aushang(['build', example, '-o', folder]);
  assert.equal(code, 0, err);
  browser = await launch();
  inPage = keepPages(browser);
  site = await serve(folder);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** @param {import('playwright-core').BrowserContextOptions} options @param {(page: import('playwright-core').Page) => Promise<void>} look */
const visit = (options, look) => inPage(options, async (page) => {
  await page.goto(site.origin);
  if (options.javaScriptEnabled !== false) await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
  await look(page);
});

for (const javaScriptEnabled of [false, true]) test(`every quoted phrase is one link, named by its words, to an element of the page, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => visit({ javaScriptEnabled }, async (page) => {
  const quotes = [...check.clauses, ...check.notes, ...check.materials].map((one) => local(one.quote, 'en'));
  assert.equal(await page.locator('a.mark').count(), quotes.length);
  for (const quote of quotes) {
    const link = page.getByRole('link', { name: quote, exact: true });
    assert.equal(await link.count(), 1, quote);
    const href = /** @type {string} */ (await link.getAttribute('href'));
    assert.equal(await page.locator(href).count(), 1, `${quote} leads to ${href}`);
  }
}));

test('a phrase is reached by Tab and followed by Enter, and the place is shown', () => visit({ javaScriptEnabled: false, viewport: { width: 360, height: 700 } }, async (page) => {
  const colour = (/** @type {string} */ selector) => page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  const before = await colour('#au-clause-degree');
  let focused = '';
  for (let presses = 0; presses < 40 && focused !== 'au-phrase-degree'; ++presses) {
    await page.keyboard.press('Tab');
    focused = await page.evaluate(() => document.activeElement?.id ?? '');
  }
  assert.equal(focused, 'au-phrase-degree');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#au-clause-degree$/);
  assert.equal(await page.locator(':target').getAttribute('id'), 'au-clause-degree');
  assert.ok(await page.locator(':target').evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight));
  assert.notEqual(await colour('#au-clause-degree'), before);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('li')?.id), 'au-material-cv', 'reading goes on from there');
}));

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`${colorScheme}: a phrase looks like its text but for a line that can be seen, and prints without it`, () => visit({ colorScheme, javaScriptEnabled: false }, async (page) => {
    const look = () => page.locator('#au-phrase-german').evaluate((element) => {
      const own = getComputedStyle(element);
      return { color: own.color, around: getComputedStyle(/** @type {Element} */ (element.parentElement)).color, line: own.textDecorationLine, lineColor: own.textDecorationColor, paper: getComputedStyle(document.body).backgroundColor };
    });
    const shown = await look();
    assert.equal(shown.color, shown.around);
    assert.equal(shown.line, 'underline');
    assert.ok(contrast(channelsOf(shown.lineColor), channelsOf(shown.paper)) >= 3, JSON.stringify(shown));
    await page.emulateMedia({ media: 'print', colorScheme });
    assert.equal((await look()).line, 'none');
  }));
}

/** How much the phrase stands out. @param {import('playwright-core').Page} page @param {string} clause */
const lit = (page, clause) => page.locator(`#au-phrase-${clause}`).evaluate((element) => element.getAnimations().map((animation) => {
  animation.currentTime = 700;
  return getComputedStyle(element).backgroundColor;
}));

for (const reducedMotion of /** @type {const} */ (['no-preference', 'reduce'])) test(`"Why?" lights its phrase for a moment, ${reducedMotion}`, () => visit({ reducedMotion }, async (page) => {
  const why = page.locator('#au-q-masters').getByRole('link');
  for (const time of ['once', 'and once more']) {
    await why.click();
    const [colour, ...more] = await lit(page, 'degree');
    assert.match(colour ?? 'none', /0\.28\)$/, `${time}: the words behind it can be read`);
    assert.deepEqual(more.slice(1), [], 'one light, or the last one going out');
    assert.deepEqual(await lit(page, 'research'), [], 'no other phrase');
    await page.locator('#au-phrase-degree').evaluate((element) => { for (const one of element.getAnimations()) one.finish(); });
    assert.equal(await page.locator('#au-phrase-degree').evaluate((element) => element.getAnimations().length), 0, 'nothing goes on');
  }
}));

test('a phrase under the pointer or the focus shows its question', () => visit({ viewport: { width: 1280, height: 800 } }, async (page) => {
  const asked = () => page.locator('.is-asked').evaluateAll((all) => all.map((element) => element.id));
  assert.deepEqual(await asked(), []);
  await page.locator('#au-phrase-degree').hover();
  assert.deepEqual(await asked(), ['au-q-masters']);
  assert.notEqual(await page.locator('#au-q-masters').evaluate((element) => getComputedStyle(element).outlineStyle), 'none');
  await page.locator('#au-title').hover();
  assert.deepEqual(await asked(), []);
  await page.locator('#au-phrase-industrial').focus();
  assert.deepEqual(await asked(), ['au-q-did_industry']);
  await page.locator('#au-phrase-german').focus();
  assert.deepEqual(await asked(), [], 'a note asks nothing');
}));
