// The static page in a real browser, built without the app: no script of its own. live.test.mjs has the page with it.
// Translations and each page in each colour scheme and width: with --full.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, htmlFindings } from '../support/accessibility.mjs';
import { launch, serve } from '../support/browser.mjs';
import { listen } from '../support/complaints.mjs';
import { keepPages } from '../support/kept_pages.mjs';
import { aushang, combinations, full, project, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {ReturnType<typeof keepPages>} */
let inPage;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {string} */
let sites;

before(async (t) => {
  sites = temporaryFolder(/** @type {any} */ (t));
  const german = JSON.parse(readFileSync(join(project, 'assets/postings/phd-ot/check.json'), 'utf8'));
  for (const list of [german.clauses, german.notes, german.materials]) for (const one of list) delete one.quote;
  writeFiles(sites, {
    'source/german/posting.md': '---\nlang: de\ntitle: Eine Stelle mit einem sehr langen Titel in Donaudampfschifffahrtsgesellschaftsangelegenheiten\n---\n# Aufgaben\n\nText.\n',
    'source/german/check.json': smallCheck({ apply: german.apply, facts: german.facts, materials: german.materials.map((/** @type {any} */ m) => ({ ...m, when: undefined })) }),
    'source/torture/posting.md': '# Everything\n\n### Skipped level\n\n> quote\n>\n> - list in it\n\n| a | b |\n|:-:|--:|\n| 1 | averyveryveryveryveryveryveryveryveryveryveryverylongwordinatablecell |\n\n'
      + '```c++\nint main() { return 0; } // a line of code that is a good deal longer than any phone is wide, and then some more\n```\n\n- [x] done\n- [ ] open\n\n1. one\n   - two\n     1. three\n\n![A map](map.png)\n\n~~gone~~ 日本語の文章です。 https://example.org/a/very/long/address/that/does/not/fit/on/a/phone/in/one/line/at/all.html\n\n---\n\nend\n',
    'source/torture/check.json': smallCheck({ apply: { to: ['a.very.long.address.that.someone.has@a.very.long.subdomain.of.some.institute.example'], portal: 'https://jobs.example/', subject: { contains: '[a-tag-that-is-long-enough-to-be-a-problem]' } },
      positions: [{ id: 'one', label: 'One' }, { id: 'two', label: 'Two', subject: { contains: '[two]' } }],
      materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] }),
  });
  writeFiles(sites, { 'source/torture/map.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
  for (const [name, folder] of [['example', join(project, 'assets/postings/phd-ot')], ['doctoral', join(project, 'assets/postings/msca-doctoral')], ['german', join(sites, 'source/german')], ['torture', join(sites, 'source/torture')]]) {
    const { code, err } = aushang(['build', folder, '-o', join(sites, name), '--no-app']);
    assert.equal(code, 0, err);
  }
  // An app that only fetches what its page fetched early: for the room of the switch.
  writeFiles(sites, { 'source/app/app.js': "for (const id of ['au-bundle', 'au-wasm']) await fetch(document.getElementById(id).href);\n", 'source/app/aushang.wasm': '', 'source/app/licences.txt': '', 'source/app/embed.js': '' });
  for (const name of ['phd-ot', 'msca-doctoral']) {
    assert.equal(aushang(['build', join(project, 'assets/postings', name), '-o', join(sites, 'switch', name), '--app', join(sites, 'source/app')]).code, 0);
  }
  browser = await launch();
  inPage = keepPages(browser);
  site = await serve(sites);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/**
 * Opens a page and fails on any console message, failed request or request to another origin.
 * @param {string} name
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(page: import('playwright-core').Page) => Promise<void>} look
 */
const visit = (name, options, look) => inPage(options, async (page) => {
  const said = listen(page, { all: true, origins: [site.origin] });
  await page.goto(`${site.origin}/${name}/`);
  await look(page);
  assert.deepEqual(said(), []);
  assert.deepEqual(site.missing.splice(0), [], 'no file is missing');
});

const pages = ['example', 'example/de', 'doctoral', 'doctoral/de', 'german', 'german/en', 'torture', 'example/privacy/en', 'example/privacy/de', 'example/accessibility/en', 'example/accessibility/de'];

/** Of pages that differ in nothing but their language, one each. */
const some = pages.filter((name) => !['example/de', 'doctoral/de', 'german/en', 'example/privacy/en', 'example/accessibility/de'].includes(name));
const looks = /** @type {const} */ (['light', 'dark']).flatMap((colorScheme) => [320, 1280].map((width) => ({ colorScheme, width })));

for (const [i, name] of pages.entries()) {
  test(`${name}: html-validate finds nothing`, async () => {
    assert.deepEqual(await htmlFindings(readFileSync(join(sites, name, 'index.html'), 'utf8')), []);
  });

  if (!full && !some.includes(name)) continue;

  for (const { colorScheme, width } of full ? looks : [looks[i % looks.length]]) {
    test(`${name}: axe-core finds nothing in ${colorScheme} at ${width} px`, () => visit(name, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
      assert.deepEqual(await axeFindings(page), { violations: [], incomplete: [] });
    }));
  }

  test(`${name}: nothing scrolls sideways from 320 px on, nor at 400 % zoom`, () => visit(name, {}, async (page) => {
    for (const width of [320, 360, 768, 999, 1000, 1280, 1600]) {
      await page.setViewportSize({ width, height: 700 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `at ${width} px`);
    }
  }));
}

test('landmarks have their roles and names', () => visit('example', {}, async (page) => {
  const title = 'Ph.D. position in optimal transport and robust machine learning';
  await page.getByRole('main', { name: title, exact: true }).waitFor();
  await page.getByRole('article').waitFor();
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  const apply = page.getByRole('region', { name: 'Apply', exact: true });
  assert.equal(await apply.getByRole('list', { name: 'To send now', exact: true }).getByRole('listitem').count(), 4);
  assert.equal(await apply.getByRole('list', { name: 'Later, if you are selected', exact: true }).getByRole('listitem').count(), 2);
  await page.getByRole('region', { name: 'At a glance', exact: true }).waitFor();
  const link = await apply.getByRole('link', { name: 'Open in your mail app', exact: true }).getAttribute('href');
  const question = await apply.getByRole('link', { name: 'Ask a question first', exact: true }).getAttribute('href');
  for (const href of [link, question]) {
    const url = new URL(href ?? '');
    assert.equal(url.pathname, 'zplusj@gmail.com');
    assert.match(decodeURIComponent(url.search), /subject=\[apply-phd-ot\] /);
  }
  assert.doesNotMatch(decodeURIComponent(link ?? ''), /Attached|- CV/, 'nothing is ticked');
}));

test('the languages stand in one place, and lead to one another', () => visit('doctoral', {}, async (page) => {
  const places = [];
  for (const [here, there, title, question] of [['English', 'Deutsch', /^Doctoral position/, 'Ask a question first'], ['Deutsch', 'English', /^Promotionsstelle/, 'Erst eine Frage stellen'], ['English', 'Deutsch', /^Doctoral/, 'Ask a question first']]) {
    const languages = page.getByRole('navigation', { name: /^(Languages|Sprachen)$/ });
    assert.deepEqual(await languages.locator('> *').allTextContents(), ['English', 'Deutsch']);
    assert.equal(await languages.locator('[aria-current="true"]').textContent(), String(here));
    assert.match(await page.getByRole('heading', { level: 1 }).textContent() ?? '', /** @type {RegExp} */ (title));
    await page.getByRole('link', { name: String(question), exact: true }).waitFor();
    places.push(JSON.stringify(await languages.boundingBox()));
    await languages.getByRole('link', { name: String(there), exact: true }).click();
  }
  assert.equal(new Set(places).size, 1, places.join());
}));

test('words of another language say so: the text of a posting that is not translated', () => visit('german/en', {}, async (page) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.getByRole('heading', { level: 1 }).getAttribute('lang'), 'de');
  assert.equal(await page.locator('.posting').getAttribute('lang'), 'de');
  await page.getByRole('region', { name: 'Apply', exact: true }).getByText('CV with links').first().waitFor();
}));

for (const { name, hasTouch } of combinations({ name: ['phd-ot', 'phd-ot/de', 'msca-doctoral', 'msca-doctoral/de'], hasTouch: [true, false] })) {
  test(`${name}${hasTouch ? ', touched' : ''}: the languages leave the switch its room`, () => visit(`switch/${name}`, { hasTouch, bypassCSP: true }, async (page) => {
    for (const textSize of hasTouch ? ['16px'] : ['16px', '20px', '32px']) {
      await page.addStyleTag({ content: `html { font-size: ${textSize}; }` });
      for (const width of [320, 360, 599, 600, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        const found = await page.evaluate(() => {
          const button = /** @type {HTMLElement} */ (document.getElementById('au-mode'));
          button.hidden = false;
          const one = button.getBoundingClientRect();
          const others = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.languages > *'))].filter((e) => e.checkVisibility());
          const range = document.createRange();
          range.selectNodeContents(/** @type {Node} */ (document.querySelector('.owner')));
          const boxes = [range.getBoundingClientRect(), ...others.map((e) => e.getBoundingClientRect())];
          return {
            skip: document.querySelector('.skip')?.getBoundingClientRect().bottom ?? Infinity,
            under: boxes.filter((b) => b.left < one.right && b.right > one.left && b.top < one.bottom && b.bottom > one.top).length,
            offered: others.length, low: [button, ...others].filter((e) => e.getBoundingClientRect().height < 44).length, wide: document.documentElement.scrollWidth,
          };
        });
        assert.equal(found.offered, width < 600 ? 1 : 2, `${width} px: on a phone the other language alone`);
        assert.equal(found.under, 0, `${width} px ${textSize}`);
        assert.ok(found.skip <= 0, `the way to the application is out of sight: ${width} px ${textSize}`);
        if (hasTouch) assert.equal(found.low, 0, `${width} px`);
        assert.equal(found.wide, width);
      }
    }
  }));
}

for (const hasTouch of [true, false]) {
  test(`the head${hasTouch ? ', touched' : ''}: what a phone shows first, in print, bare and without scripts`, async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch };
    await visit('switch/phd-ot', phone, async (page) => {
      const start = page.getByRole('link', { name: 'Does this fit you? 5 questions, about a minute. Nothing leaves your device.', exact: true });
      const { y = 0, height = 0 } = await start.boundingBox() ?? {};
      assert.ok(height >= 44 && y + height < 560, `${height} px high, down to ${y + height} px`);
      assert.equal(await start.getAttribute('href'), '#au-check');
      const facts = await page.locator('.facts dl > div').evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().top));
      assert.deepEqual([facts.length, new Set(facts).size], [4, 2], 'two beside each other');
      const lead = page.locator('.lead');
      assert.equal(await lead.innerText(), 'WIAS Berlin\u00a0– open until filled');
      await page.evaluate(() => { location.hash = 'au-bare'; });
      assert.equal(await lead.innerText(), 'open until filled');
      await page.evaluate(() => { document.documentElement.dataset.aushang = 'failed'; });
      assert.ok(!(await start.isVisible()), 'nobody would ask');
      await page.evaluate(() => { document.documentElement.dataset.aushang = 'static'; });
      await page.setViewportSize({ width: 1280, height: 800 });
      assert.ok(!(await start.isVisible()), 'they stand beside the posting');
      await page.setViewportSize({ width: 999, height: 800 });
      assert.ok(await start.isVisible());
      await page.emulateMedia({ media: 'print' });
      assert.ok(!(await start.isVisible()));
      assert.equal(await page.locator('.notes li').first().evaluate((note) => getComputedStyle(note).borderTopStyle), 'none', 'text on paper');
      await page.emulateMedia({ media: null });
    });
    await visit('switch/phd-ot', { ...phone, javaScriptEnabled: false }, async (page) => assert.ok(!(await page.locator('#au-start').isVisible())));
  });
}

test('headings step down without a gap', () => visit('torture', {}, async (page) => {
  const levels = await page.evaluate(() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1])));
  assert.equal(levels[0], 1);
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1, levels.join()));
}));

test('the keyboard reaches everything in reading order and sees where it is', () => visit('example', { viewport: { width: 360, height: 700 } }, async (page) => {
  const names = [];
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(() => {
      const element = /** @type {HTMLElement} */ (document.activeElement);
      const box = element.getBoundingClientRect();
      return { name: element.textContent || element.closest('label')?.textContent, outline: [element, ...(/** @type {HTMLInputElement} */ (element).labels ?? [])].map((one) => getComputedStyle(one)).find(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px')?.outlineStyle ?? 'none', inside: box.width > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight, body: element === document.body };
    });
    if (state.body) break;
    assert.notEqual(state.outline, 'none', `${state.name} shows its focus`);
    assert.ok(state.inside, `${state.name} is in view`);
    names.push(state.name);
  }
  assert.equal(names[0], 'Skip to the application');
  assert.deepEqual(names.slice(-4), ['Open in your mail app', 'Ask a question first', 'What this page does with your data', 'Accessibility statement for this page']);
  assert.equal(names[1], 'Deutsch');
  assert.equal(names.length, 29, names.join(' | '));
}));

test('the skip link leads to how to apply', () => visit('example', { viewport: { width: 360, height: 700 } }, async (page) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Math.abs(document.querySelector('#au-apply')?.getBoundingClientRect().top ?? 999) < 60);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('li')?.id), 'au-material-cv');
}));

test('the checklist is ticked off by keyboard, pointer and touch, without any script', () => visit('example', { viewport: { width: 360, height: 700 }, hasTouch: true, javaScriptEnabled: false }, async (page) => {
  const list = page.getByRole('list', { name: 'To send now', exact: true });
  const boxes = list.getByRole('checkbox');
  assert.equal(await boxes.count(), 4);
  await list.getByRole('checkbox', { name: /^CV with links/ }).focus();
  await page.keyboard.press('Space');
  await list.getByText("Master's thesis").click();
  await list.getByText('Transcripts of').tap();
  const checked = [];
  for (const box of await boxes.all()) checked.push(await box.isChecked());
  assert.deepEqual(checked, [true, true, false, true]);
}));

test('what is touched is large enough', () => visit('torture', { viewport: { width: 360, height: 700 }, hasTouch: true }, async (page) => {
  const touched = await page.evaluate(() => [...document.querySelectorAll('.f-main-button, .f-option, .f-summary, .languages > *, .site a')].filter((e) => e.checkVisibility()).map((e) => ({ kind: e.className || e.localName, name: e.textContent, height: e.getBoundingClientRect().height })));
  assert.deepEqual(touched.filter(({ height }) => height < 44), []);
  assert.deepEqual([...new Set(touched.map(({ kind }) => kind))].sort(), ['a', 'f-main-button', 'f-option']);
}));

test('the page prints with the address and the checklist', () => visit('example', {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText('zplusj@gmail.com').first().isVisible());
  assert.ok(await page.getByText('Transcripts of bachelor').first().isVisible());
  assert.ok(!(await page.getByRole('link', { name: 'Open in your mail app' }).isVisible()));
}));
