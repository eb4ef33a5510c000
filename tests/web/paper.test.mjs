// The page on paper and as a PDF: how long it is, what is copied from it, where it says that it was found.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, serve } from '../support/browser.mjs';
import { keepPages } from '../support/kept_pages.mjs';
import { pdfText } from '../support/pdf_text.mjs';
import { aushang, project, temporaryFolder, writeFiles } from '../support/project.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {ReturnType<typeof keepPages>} */
let inPage;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;

before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  const example = join(project, 'assets/postings/phd-ot');
  for (const [name, config] of Object.entries({ example: {}, known: { name: 'Group', url: 'https://jobs.group.example/' } })) {
    cpSync(example, join(folder, 'source', name, 'phd'), { recursive: true });
    writeFiles(folder, { [`source/${name}/site.json`]: JSON.stringify({ version: 1, ...config }) });
    const { code, err } = aushang(['build', join(folder, 'source', name, 'phd'), '-o', join(folder, 'sites', name), '--no-app']);
    assert.equal(code, 0, err);
  }
  browser = await launch();
  inPage = keepPages(browser);
  site = await serve(join(folder, 'sites'));
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** @param {string} path @param {import('playwright-core').BrowserContextOptions} [options] @returns {Promise<string[]>} what is printed, page by page */
async function printed(path, options = {}) {
  /** @type {string[]} */
  let pages = [];
  await inPage(options, async (page) => {
    await page.goto(`${site.origin}/${path}`);
    pages = pdfText(await page.pdf({ format: 'A4' }));
  });
  return pages;
}

/** Spaces aside, for where a line ends there is none. @param {string} text */
const withoutSpaces = (text) => text.replace(/\s+/g, '');

for (const [path, subject, words] of [['example/', 'Keep [apply-phd-ot] in the subject', 'robust machine learning'], ['example/de/', '[apply-phd-ot]', 'robustem maschinellem Lernen']]) {
  test(`${path}: at most three sheets, and addresses and tags as they are written`, async () => {
    const pages = await printed(path), text = withoutSpaces(pages.join(''));
    assert.ok(pages.length <= 3, `${pages.length} sheets`);
    for (const part of ['zplusj@gmail.com', subject, words]) assert.ok(text.includes(withoutSpaces(part)), `${part} in ${text}`);
    assert.deepEqual(pages.join('').match(/.{0,20}[\u200B\u2060\u00AD\uFEFF].{0,20}/g), null);
  });
}

/** Where the page is said to be found: on which sheet, and what is printed below that. @param {string} path @param {RegExp} address */
async function addressed(path, address) {
  /** @type {{sheet: number, sheets: number, below: (string | null)[]} | undefined} */
  let found;
  await inPage({}, async (page) => {
    await page.goto(`${site.origin}/${path}`);
    const sheets = pdfText(await page.pdf({ format: 'A4' }));
    await page.emulateMedia({ media: 'print' });
    const below = await page.evaluate(() => {
      const bottom = document.getElementById('au-own-address')?.getBoundingClientRect().bottom ?? 0;
      return [...document.querySelectorAll('p, li, h1, h2, h3, label')].filter((element) => element.getBoundingClientRect().bottom > bottom).map((element) => element.textContent);
    });
    found = { sheet: sheets.findIndex((text) => address.test(text)) + 1, sheets: sheets.length, below };
    assert.equal(sheets.join('').match(new RegExp(address, 'g'))?.length, 1);
    await page.emulateMedia({ media: 'screen' });
    assert.ok(!(await page.locator('#au-own-address').isVisible()), 'not on the screen');
  });
  return found;
}

test('the last sheet ends with the page\'s own address, where the site knows it', async () => {
  for (const [path, address] of /** @type {[string, RegExp][]} */ ([['known/', /This page:\s*https:\/\/jobs\.group\.example\/(?!de)/], ['known/de/', /Diese Seite:\s*https:\/\/jobs\.group\.example\/de\//]])) {
    const found = await addressed(path, address);
    assert.deepEqual({ ...found, sheets: found?.sheet }, { ...found, below: [] }, path);
  }
  assert.doesNotMatch((await printed('example/')).join(''), /This page:/);
});

for (const how of ['by the system', 'by the address']) {
  test(`what is dark on the screen, ${how}, is dark on white on paper`, () => inPage({ colorScheme: how === 'by the system' ? 'dark' : 'light' }, async (page) => {
    await page.goto(`${site.origin}/example/`);
    if (how === 'by the address') await page.evaluate(() => { document.documentElement.dataset.theme = 'dark'; });
    await page.emulateMedia({ media: 'print' });
    const pale = await page.evaluate(() => [...document.querySelectorAll('h1, h2, p, li, a, dt, dd, label')].filter((element) => {
      const [red = 255, green = 255, blue = 255] = (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number);
      return element.getClientRects().length > 0 && (red + green + blue) / 3 > 100;
    }).map((element) => element.textContent));
    assert.deepEqual(pale, []);
  }));
}
