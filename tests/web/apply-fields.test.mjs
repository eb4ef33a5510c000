// Numbers, dates, texts and a second language: the other example. And the panel as the page has it is the panel as the
// script makes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkOf, give, mailLink, mailOf, regions, unfold, verdict, words } from '../support/applicant.mjs';
import { aushang, project, temporaryFolder, writeFiles } from '../support/project.mjs';
import { openSites, settle } from '../support/tile_page.mjs';

const posting = join(project, 'assets/postings/msca-doctoral');
const check = checkOf('msca-doctoral');
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
/** @type {string} */
let folder;
before(async (t) => {
  folder = temporaryFolder(/** @type {any} */ (t));
  const { code, err } = aushang(['build', '--no-packed', posting, '-o', join(folder, 'msca')]);
  assert.equal(code, 0, err);
  sites = await openSites(folder, { example: '' });
});
after(() => sites?.close());

/** Answers that fit, from the test's own answers.json. */
const answers = JSON.parse(readFileSync(join(project, 'tests/fixtures/msca-doctoral/answers.json'), 'utf8')).answers;

for (const language of /** @type {const} */ (['en', 'de'])) {
  test(`${language}: every type of question is answered by hand, and page and command line agree`, () => sites.visit(language === 'en' ? 'msca/' : 'msca/de/', { viewport: { width: 360, height: 800 } }, async (page) => {
    assert.ok(new Set(check.questions.map((/** @type {any} */ question) => question.type)).size >= 5);
    for (const question of check.questions) {
      if (answers[question.id] === undefined) continue;
      await give(page, question, answers[question.id], language);
      await settle(page);
    }
    const file = join(folder, 'answers.json');
    writeFiles(folder, { 'answers.json': JSON.stringify({ version: 1, answers }) });
    const judged = aushang(['verdict', posting, '--answers', file]);
    assert.equal(await verdict(page, language), JSON.parse(judged.out).outcome);
    const mail = aushang(['mail', posting, '--answers', file, '--as', 'mailto', '--lang', language]);
    assert.equal(await mailLink(page, language), mail.out.trim());
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
  }));
}

test('the translated posting is shown without leaving the page, and the mail follows its language', () => sites.visit('msca/', {}, async (page) => {
  await unfold(page);
  await regions(page, 'en').apply.getByRole('textbox', { name: words('en')['words.name'], exact: true }).fill('Ada');
  const english = mailOf(await mailLink(page, 'en'));
  await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'de' && document.documentElement.dataset.aushang === 'ready');
  await settle(page);
  const german = mailOf(await mailLink(page, 'de'));
  assert.match(german.subject, /Ada/);
  assert.notEqual(german.body, english.body);
  assert.equal(await page.locator('#au-title').getAttribute('lang'), null);
  assert.ok((await page.locator('#au-posting .au-inked').count()) > 3, 'the tile shows it');
}));

test('what the script makes is what the page has: the same elements, attributes and texts', async () => {
  const html = readFileSync(join(folder, 'example/index.html'), 'utf8');
  const [start, end] = [html.indexOf('<div id="au-panel"'), html.indexOf('</main>')];
  const panel = html.slice(start, end);
  assert.ok(panel.length > 5000);
  const before = (/** @type {import('playwright-core').Page} */ page) => page.route('**/example/', (route) => route.fulfill({ contentType: 'text/html', body: html.slice(0, start) + '<div id="au-panel" class="panel"></div>\n' + html.slice(end) }));
  await sites.visit('example/', { before }, async (page) => {
    const [made, written] = await page.evaluate((source) => {
      /** @param {Element} element @returns {any} */
      const tree = (element) => [
        element.localName,
        [...element.attributes].filter(({ name }) => name !== 'style').map(({ name, value }) => `${name}=${name === 'class' ? value.split(' ').filter((one) => !one.startsWith('au-')).join(' ') : value}`).filter((one) => one !== 'class=').sort(),
        ...(element.querySelector('[id]') ? [...element.children].filter((child) => !child.matches('.au-probe')).map(tree) : [element.textContent?.trim()]),
      ];
      // The page's policy lets no text become markup but what goes through its one policy.
      const trusted = /** @type {any} */ (window).trustedTypes.createPolicy('aushang', { createHTML: (/** @type {string} */ text) => text });
      const other = new DOMParser().parseFromString(trusted.createHTML(source), 'text/html');
      return [document, other].map((where) => tree(/** @type {Element} */ (where.getElementById('au-panel'))));
    }, panel);
    assert.deepEqual(made, written);
  });
});
