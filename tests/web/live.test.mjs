// The page with the app, in both of its forms: what axe-core and html-validate think of the live document.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { unfold } from '../support/applicant.mjs';
import { axeFindings, htmlFindings, unexplained, withoutTile } from '../support/accessibility.mjs';
import { launch, serve } from '../support/browser.mjs';
import { listen } from '../support/complaints.mjs';
import { keepPages } from '../support/kept_pages.mjs';
import { aushang, combinations, project, temporaryFolder } from '../support/project.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {ReturnType<typeof keepPages>} */
let inPage;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  const { code, err } = aushang(['build', join(project, 'assets/postings/phd-ot'), '-o', folder]);
  assert.equal(code, 0, err);
  assert.equal(err, '', 'the app comes along');
  browser = await launch();
  inPage = keepPages(browser);
  site = await serve(folder);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const forms = /** @type {const} */ ([{ state: 'ready', address: '' }, { state: 'plain', address: '?mode=plain' }]);
const languages = /** @type {const} */ ([{ language: 'English', path: '' }, { language: 'German', path: 'de/' }]);

/** @param {string} address @param {string} state @param {import('playwright-core').BrowserContextOptions} options @param {(page: import('playwright-core').Page) => Promise<void>} look */
const visit = (address, state, options, look) => inPage({ bypassCSP: true, ...options }, async (page) => {
  const said = listen(page, { all: true });
  await page.goto(`${site.origin}/${address}`);
  await page.waitForFunction((wanted) => document.documentElement.dataset.aushang === wanted, state);
  await look(page);
  assert.deepEqual(said(), []);
});

/** Nothing is wrong, and nothing undecided: as the page is, and with the text that the tile draws, where there is one. @param {import('playwright-core').Page} page @param {string} state */
async function judge(page, state) {
  const asItIs = await axeFindings(page);
  assert.deepEqual(asItIs.violations, []);
  assert.deepEqual(await unexplained(page, asItIs.incomplete), []);
  if (state === 'ready') await withoutTile(page, async () => {
    const whole = await axeFindings(page);
    assert.deepEqual(whole.violations, []);
    assert.deepEqual(await unexplained(page, whole.incomplete), []);
  });
}

/** One is met, one not, one open; something is ticked off, something written, a question folded. @param {import('playwright-core').Page} page */
async function answer(page) {
  await unfold(page);
  for (const id of ['au-o-field-none-input', 'au-o-masters-0-input', 'au-have-cv-input', 'au-send-check-input']) await page.locator(`#${id}`).check();
  await page.locator('#au-w-name').fill('Ada');
  await page.waitForFunction(() => document.querySelector('[id^=au-show-]') && document.querySelector('.mark.bad'));
}

/** @param {import('playwright-core').Page} page */
async function validate(page) {
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  // Places are set through CSSOM, which the policy allows; only written out they look like style attributes. And a
  // document that is written out has hidden="" for hidden, and open="" for open.
  assert.deepEqual(await htmlFindings(`<!DOCTYPE html>\n${html}`, { 'no-inline-style': 'off', 'attribute-empty-style': 'off', 'attribute-boolean-style': 'off' }), []);
}

for (const { form: { state, address }, language: { language, path }, colorScheme, width } of combinations({ width: [320, 1280], form: forms, colorScheme: /** @type {const} */ (['light', 'dark']), language: languages })) {
  test(`${state}, ${language}, ${colorScheme}, ${width} px: html-validate finds nothing in the live document, axe-core finds nothing and leaves nothing open, before answers and after`, () => visit(path + address, state, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
    await validate(page);
    await judge(page, state);
    await answer(page);
    await validate(page);
    await judge(page, state);
  }));
}

test('a fault in the text that the tile draws is found', () => visit('', 'ready', {}, async (page) => {
  await page.addStyleTag({ content: '.posting p { color: #999 }' });
  await assert.rejects(judge(page, 'ready'), /color-contrast/);
}));

test('the licences of all that is linked in come along', async () => {
  const page = await (await fetch(`${site.origin}/`)).text();
  const app = new URL(/src="([^"]*app\.js)"/.exec(page)?.[1] ?? '', `${site.origin}/`);
  const text = await (await fetch(new URL('licences.txt', app))).text();
  const parts = [...text.matchAll(/^(.+)\n=+\n/gm)].map(([, name]) => name);
  assert.deepEqual(parts, ['Aushang', 'Dear ImGui', 'SDL', 'MD4C', 'JSON for Modern C++', 'Grisu2 and UTF-8 decoder', 'Unicode data', 'Emscripten', 'musl', 'Workbox']);
  for (const part of text.split(/^.+\n=+\n/m).slice(1)) assert.match(part, /copyright|©/i);
});
