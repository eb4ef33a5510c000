// The switch of languages: whatever is late and whatever is wanted meanwhile, the page is wholly in one language. Back leads
// to the language before. Left to `--full`: each page and each bundle of them late by itself.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../support/browser.mjs';
import { listen } from '../support/complaints.mjs';
import { keepPages } from '../support/kept_pages.mjs';
import { serveMoody } from '../support/moody_server.mjs';
import { aushang, full, smallCheck, temporaryFolder, versionFolder, writeFiles } from '../support/project.mjs';
import { installSpy } from '../support/spy.mjs';
import { pause, reaches } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const texts = {
  en: ['Measuring the sky', 'You build instruments that look at the night sky, and you like to be outside when it is dark.', 'The nights are long.'],
  de: ['Den Himmel messen', 'Sie bauen Geräte, die in den Nachthimmel sehen, und sind gern draußen, wenn es dunkel ist.', 'Die Nächte sind lang.'],
  fr: ['Mesurer le ciel', 'Vous construisez des instruments qui observent le ciel, et vous aimez être dehors la nuit.', 'Les nuits sont longues.'],
  ar: ['قياس السماء', 'نبني أجهزة تنظر إلى السماء.', 'الليالي طويلة.'],
};
const markdown = (/** @type {keyof typeof texts} */ language) => `---\ntitle: ${texts[language][0]}\n---\n${`${texts[language][1]}\n\n`.repeat(6)}${texts[language][2]}\n`;
const check = smallCheck({ questions: [{ id: 'dark', type: 'yes_no', label: { en: 'Do you like the dark?', de: 'Mögen Sie das Dunkel?' } }], clauses: [{ id: 'night', quote: Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, words[2]])), label: { en: 'Likes the dark', de: 'Mag das Dunkel' }, logic: { var: 'dark' } }], criteria: [{ id: 'all', level: 'must', label: { en: 'The night', de: 'Die Nacht' }, logic: { var: 'night' } }] });

/** @type {Awaited<ReturnType<typeof serveMoody>>} */
let site;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {ReturnType<typeof keepPages>} */
let inPage;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  writeFiles(folder, { 'sky/posting.md': markdown('en'), 'sky/posting.de.md': markdown('de'), 'sky/posting.fr.md': markdown('fr'), 'sky/posting.ar.md': markdown('ar'), 'sky/check.json': check, 'host/index.html': '<!doctype html><html lang="en"><title>Before</title></html>' });
  const { code, err } = aushang(['build', '--no-packed', join(folder, 'sky'), '-o', join(folder, 'site')]);
  assert.equal(code, 0, err);
  [site, browser] = [await serveMoody(join(folder, 'site')), await launch()];
  inPage = keepPages(browser, installSpy);
});
after(async () => { await browser?.close(); await site?.stop(); });

/** @param {string} path @param {(page: Page) => Promise<void>} look */
const visit = (path, look) => inPage({ viewport: { width: 900, height: 600 } }, async (page) => {
  const said = listen(page, { origins: [site.origin] });
  await page.goto(`${site.origin}/${path}`);
  await reaches(page, 'ready');
  await look(page);
  assert.deepEqual(said(), []);
});

/** Which language each thing is in that is seen, heard, copied or sent. Runs in the page. @param {typeof texts} all */
function languagesOf(all) {
  const of = (/** @type {string} */ said, /** @type {number} */ which) => Object.entries(all).find(([, words]) => said.includes(words[which]))?.[0] ?? said;
  // The interface speaks English and German; around the other texts it is in English.
  const spoken = (/** @type {string | null | undefined} */ said) => /** @type {Record<string, string>} */ ({ 'Check yourself': 'en', Selbstcheck: 'de', 'Plain page': 'en', 'Einfache Ansicht': 'de', Apply: 'en', Bewerben: 'de', 'Open in your mail app': 'en', 'Im Mailprogramm öffnen': 'de', 'Do you like the dark?': 'en', 'Mögen Sie das Dunkel?': 'de' })[said ?? ''] ?? said;
  const text = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent;
  const mail = decodeURIComponent(/** @type {HTMLAnchorElement} */ (document.getElementById('au-mail')).href);
  const shown = of(text('#au-posting > h1') ?? '', 0);
  return {
    shown,
    others: [of(document.title, 0), of(text('.posting') ?? '', 1), of(document.querySelector('main')?.getAttribute('aria-label') ?? '', 0), of(mail, 0), of(document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '', 0), document.querySelector('header.bar nav [aria-current]')?.getAttribute('lang')],
    interface: [document.documentElement.lang, spoken(text('#au-check-title')), spoken(text('#au-mode')), spoken(text('.dock .go')), spoken(text('#au-legend-dark'))],
    state: document.documentElement.dataset.aushang,
  };
}

/** @param {ReturnType<typeof languagesOf>} seen */
function isWhole({ shown, others, interface: words, state }) {
  const spoken = shown === 'de' ? 'de' : 'en';
  return others.every((one) => one === shown) && words.every((one) => one === spoken) && state === (shown === 'ar' ? 'plain' : 'ready');
}

/** Runs in the page: notes what there is after each change of the document and in each frame. @param {typeof texts} all @param {typeof languagesOf} look */
function noteAll(all, look) {
  const seen = new Map();
  const note = () => { const now = look(all); seen.set(JSON.stringify(now), now); };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const frame = () => { note(); requestAnimationFrame(frame); };
  frame();
  /** @type {any} */ (window).seen = seen;
}
/** @param {Page} page */
const watch = (page) => page.evaluate(`(${noteAll})(${JSON.stringify(texts)}, ${languagesOf})`);
/** @param {Page} page @returns {Promise<ReturnType<typeof languagesOf>[]>} */
const seenIn = (page) => page.evaluate(() => [.../** @type {any} */ (window).seen.values()]);

/** As a press, which would leave the pointer there. @param {Page} page @param {string} language */
const press = (page, language) => page.evaluate((one) => /** @type {HTMLElement} */ (document.querySelector(`header.bar nav a[hreflang="${one}"]`)).click(), language);
/** @param {Page} page @param {string} language */
const shows = (page, language) => page.waitForFunction((title) => document.querySelector('#au-posting > h1')?.textContent === title, texts[/** @type {keyof typeof texts} */ (language)][0]);

/** The window as a file, which is the same for the same pixels. @param {Page} page */
const picture = (page) => page.screenshot();

test('whatever is late, two switches in a row: at any time all is in one language, in words and in pixels, and in the end in the one wanted last', async () => {
  const version = versionFolder(site.folder).slice(site.folder.length);
  /** @type {Record<string, Buffer>} */
  const whole = {};
  for (const language of ['en', 'de', 'fr']) await visit(language === 'en' ? '' : `${language}/`, async (page) => { whole[language] = await picture(page); });
  for (const late of full ? ['nothing', '/de/', `${version}/de/posting.json`, '/fr/', `${version}/fr/posting.json`, 'all'] : ['nothing', '/de/', `${version}/fr/posting.json`, 'all']) {
    await visit('', async (page) => {
      await watch(page);
      site.spoil = (path) => (late === 'all' || path === late ? 'late' : null);
      const between = /** @type {Buffer[]} */ ([]);
      await press(page, 'de');
      between.push(await picture(page));
      await press(page, late === 'nothing' ? 'fr' : (await seenIn(page)).at(-1)?.shown === 'fr' ? 'de' : 'fr');
      for (const end = Date.now() + 900; Date.now() < end; await pause(30)) between.push(await picture(page));
      await shows(page, 'fr');
      await pause(900); // until the last of what was late is there
      site.spoil = () => null;
      between.push(await picture(page));
      const seen = await seenIn(page);
      assert.ok(seen.length >= 2, JSON.stringify(seen));
      assert.deepEqual(seen.filter((one) => !isWhole(one)), [], late);
      assert.equal(seen.at(-1)?.shown, 'fr');
      assert.match(page.url(), /\/fr\/$/);
      for (const [i, one] of between.entries()) assert.ok(Object.values(whole).some((other) => one.equals(other)), `${late}: picture ${i} of ${between.length} is wholly in one language`);
      assert.ok(between[between.length - 1].equals(whole.fr), late);
    });
  }
});

test('Back leads to the language before, and then out; Forward comes back; answers stay', () => inPage({ viewport: { width: 900, height: 600 } }, async (page) => {
  await page.goto(`${site.origin}/?mode=plain`);
  await page.goto(`${site.origin}/`);
  await reaches(page, 'ready');
  await page.locator('#au-o-dark-0-input').check();
  await press(page, 'de');
  await shows(page, 'de');
  await press(page, 'fr');
  await shows(page, 'fr');
  const steps = /** @type {const} */ ([['goBack', 'de', '/de/'], ['goBack', 'en', '/'], ['goForward', 'de', '/de/'], ['goBack', 'en', '/']]);
  for (const [step, language, path] of steps) {
    await page[step]();
    await shows(page, language);
    assert.equal(new URL(page.url()).pathname, path);
    const now = await page.evaluate(languagesOf, texts);
    assert.ok(isWhole(now), JSON.stringify(now));
    assert.ok(await page.locator('#au-o-dark-0-input').isChecked());
  }
  // What is pressed while the way back is under way is meant from what is shown.
  site.spoil = (path) => (path === '/de/' ? 'late' : null);
  await page.evaluate(() => history.forward());
  await page.waitForURL(/\/de\/$/);
  await press(page, 'fr');
  await shows(page, 'fr');
  await pause(900);
  site.spoil = () => null;
  assert.ok(isWhole(await page.evaluate(languagesOf, texts)));
  assert.match(page.url(), /\/fr\/$/);
  for (let i = 0; i < 2; ++i) await page.goBack();
  await shows(page, 'en');
  await page.goBack();
  await page.waitForURL(/mode=plain/);
}, { fresh: true }));

test('the address and the page around name a language without a way back to the one before', () => inPage({}, async (page) => {
  await page.goto(`${site.origin}/?lang=de`);
  await reaches(page, 'ready');
  await shows(page, 'de');
  assert.deepEqual([await page.evaluate(() => history.length), new URL(page.url()).pathname + new URL(page.url()).search], [2, '/de/']);
}, { fresh: true }));

test('what can\'t be drawn in one language is drawn in the next', () => visit('', async (page) => {
  await watch(page);
  await press(page, 'ar');
  await shows(page, 'ar');
  await reaches(page, 'plain');
  await press(page, 'de');
  await shows(page, 'de');
  await reaches(page, 'ready');
  assert.ok(await page.locator('#au-mode').isVisible());
  assert.deepEqual((await seenIn(page)).filter((one) => !isWhole(one)), []);
}));

test('a page that can\'t be shown here is gone to, whole', async () => {
  await inPage({}, async (page) => {
    await page.goto(`${site.origin}/`);
    await reaches(page, 'ready');
    let left = 1;
    site.edit = (path, data) => (path === '/de/' && left-- > 0 ? Buffer.from(data.toString().replace('de/posting.json', 'aushang.css')) : data); // no bundle
    await press(page, 'de');
    await page.waitForURL(/\/de\/$/);
    await shows(page, 'de');
    await reaches(page, 'ready');
    assert.equal(left, -1);
    assert.ok(isWhole(await page.evaluate(languagesOf, texts)));
  }, { fresh: true });
});

test('the page around changes its mind: what it wanted first is never shown', () => inPage({ viewport: { width: 900, height: 600 } }, async (page) => {
  await page.route('**/around', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Around</title></html>' }));
  await page.goto(`${site.origin}/around`);
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { src: '/?embed=1', width: '1000', height: '700' });
    const { port1, port2 } = new MessageChannel();
    /** @type {any} */ (window).port = port1;
    addEventListener('message', ({ data: { nonce } }) => frame.contentWindow?.postMessage({ type: 'aushang:welcome', v: 1, nonce, height: 'fixed', theme: 'auto', lang: '', mail: '_blank' }, '*', [port2]), { once: true });
    document.body.append(frame);
  });
  const frame = page.frames()[1];
  await frame.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
  await frame.evaluate(`(${noteAll})(${JSON.stringify(texts)}, ${languagesOf})`);
  site.spoil = (path) => (path === '/de/' ? 'late' : null);
  const want = (/** @type {string} */ lang) => page.evaluate((one) => /** @type {any} */ (window).port.postMessage({ type: 'aushang:settings', v: 1, lang: one }), lang);
  await want('de');
  await pause(200);
  await want('en');
  await pause(1000);
  site.spoil = () => null;
  assert.deepEqual(await frame.evaluate(() => [...new Set([.../** @type {any} */ (window).seen.values()].map(({ shown }) => shown))]), ['en']);
  assert.ok(site.asked.includes('/de/'));
  await want('fr');
  await frame.waitForFunction((title) => document.querySelector('#au-posting > h1')?.textContent === title, texts.fr[0]);
}, { fresh: true }));
