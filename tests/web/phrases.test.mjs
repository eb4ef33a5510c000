// The phrases that check.json quotes are links to what is bound to them; no script is needed to follow one, and the
// app changes nothing about them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, serve } from '../support/browser.mjs';
import { channelsOf, contrast } from '../support/contrast.mjs';
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
  const quotes = [...check.clauses, ...check.notes, ...check.materials].map((one) => one.quote);
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
