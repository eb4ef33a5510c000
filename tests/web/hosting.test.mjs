// The same folder on hosts as they are: below a deep path, with types that are wrong or missing, without compression,
// where nothing may be stored, with and without a slash at the end, and on no host at all. Below the deep path the way is
// walked whole; left to `--full` is the same on every other host.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { checkOf, choose, local, mailLink, mailOf, regions, unfold, words } from '../support/applicant.mjs';
import { launch } from '../support/browser.mjs';
import { fullRights } from '../support/embed_host.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { serveAs } from '../support/host.mjs';
import { keepPages } from '../support/kept_pages.mjs';
import { aushang, full, project, temporaryFolder } from '../support/project.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof serveAs>>} Host */
const check = checkOf('phd-ot'), said = words('en'), title = 'Ph.D. position in optimal transport and robust machine learning';
const under = '/name.github.io-like/jobs/phd/';
/** @type {string} */
let site;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {ReturnType<typeof keepPages>} */
let inPage;
before(async (t) => {
  site = join(temporaryFolder(/** @type {any} */ (t)), 'site');
  const { code, err } = aushang(['build', join(project, 'assets/postings/phd-ot'), '-o', site]);
  assert.equal(code, 0, err);
  browser = await launch();
  inPage = keepPages(browser);
});
after(() => browser?.close());

const reaches = (/** @type {Page} */ page, state = 'ready') => page.waitForFunction((wanted) => document.documentElement.dataset.aushang === wanted, state);

/**
 * Serves the site and opens a page there; fails on console messages, uncaught errors, and requests that lead nowhere or elsewhere.
 * @param {import('../support/host.mjs').Manner} manner
 * @param {(page: Page, host: Host) => Promise<void>} look
 * @param {{path?: string, state?: string, folder?: string}} [options]
 */
const visit = (manner, look, { path = '', state = 'ready', folder = site } = {}) => inPage({}, async (page) => {
  const host = await serveAs(folder, manner), context = page.context();
  /** @type {string[]} */
  const complaints = [];
  const onConsole = (/** @type {import('playwright-core').ConsoleMessage} */ message) => { complaints.push(`${message.type()}: ${message.text()}`); };
  const onError = (/** @type {import('playwright-core').WebError} */ error) => { complaints.push(`uncaught: ${error.error().stack}`); };
  const onRequest = (/** @type {import('playwright-core').Request} */ request) => { if (![host.origin, host.origin.replace('127.0.0.1', 'localhost'), 'data:'].some((own) => request.url().startsWith(own))) complaints.push(`asks ${request.url()}`); };
  context.on('console', onConsole).on('weberror', onError).on('request', onRequest);
  try {
    await page.goto(host.address + path);
    await reaches(page, state);
    await look(page, host);
    assert.deepEqual(complaints, []);
    assert.deepEqual(host.missing.filter((one) => one !== '/favicon.ico'), []);
  } finally {
    context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
    await host.close();
  }
});

/** Where the drawn page is no other than the plain one, which is there sooner. */
const sooner = full ? {} : { path: '?mode=plain', state: 'plain' };

/** Answers one question, writes a name, and finds both in the mail. @param {Page} page */
async function applies(page) {
  await choose(page, check.questions[0], local(check.questions[0].options[0].label, 'en'), 'en');
  await unfold(page);
  await regions(page, 'en').apply.getByRole('textbox', { name: said['words.name'], exact: true }).fill('Ada');
  await page.waitForFunction(() => document.querySelector('#au-apply a[href*="Ada"]'));
  assert.match(mailOf(await mailLink(page, 'en')).subject, /^\[apply-phd-ot\].*Ada/);
}

/** @param {Page} page */
async function keep(page) {
  await page.getByRole('button', { name: said['offline.keep'], exact: true }).click();
  await page.locator('#au-kept').waitFor();
}

/** Keeps the page and opens it again, as it is, with the host gone. @param {Page} page @param {Host} host */
async function comesBack(page, host) {
  const state = await page.evaluate(() => document.documentElement.dataset.aushang);
  await keep(page);
  await host.close();
  await page.reload();
  await reaches(page, state);
  await applies(page);
}

/** @param {Page} page */
async function switchesLanguage(page) {
  await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  assert.match(new URL(page.url()).pathname, /\/de\/$/);
  await page.getByRole('region', { name: words('de')['check.heading'], exact: true }).waitFor();
}

/**
 * What the browser made of the manifest. Chromium without windows installs nothing, so there the app's identity is what the
 * manifest says (W3C, Web Application Manifest, `id`: the start page, where there is none). @param {Page} page
 */
async function installed(page) {
  const cdp = await page.context().newCDPSession(page);
  const { url, errors, data } = await cdp.send('Page.getAppManifest');
  const { id, start_url: start } = JSON.parse(data ?? '{}');
  return { manifest: url, errors, id: (await cdp.send('Page.getAppId')).appId ?? new URL(id ?? start, url).href };
}

/** Another site's page around it, at another name for the same machine. @param {string} inner @param {string} [head] */
const around = (inner, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Jobs</title><link rel="icon" href="data:,">${head}</head><body><h1>Jobs</h1>${inner}</body></html>`;

// ---- below a deep path ----

test('below a deep path the applicant\'s way is whole, in the other language and with the host gone', () => visit({ under, compressed: true }, async (page, host) => {
  await applies(page);
  await switchesLanguage(page);
  assert.match(mailOf(await mailLink(page, 'de')).subject, /Ada/, 'answers stay');
  await page.goto(host.address);
  await reaches(page);
  // Installed, it is the app of this folder, not of the host.
  const { manifest, id, errors } = await installed(page);
  assert.deepEqual([manifest, id, errors], [`${host.address}manifest.webmanifest`, host.address, []]);
  await comesBack(page, host);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.scope), host.address);
  await page.goto(`${host.address}de/`);
  await reaches(page);
  // Nothing was asked of the rest of the host.
  assert.deepEqual(host.asked.filter((path) => !path.startsWith(under) && path !== '/favicon.ico'), []);
}));

test('below a deep path it is shown in others\' pages', async () => {
  /** @type {Record<string, string>} */
  const pages = {};
  await visit({ under, pages }, async (page, host) => {
    pages['/frame'] = around(`<iframe src="${host.address}?embed=1" title="A position" width="800" height="720" sandbox="${fullRights}"></iframe>`);
    pages['/element'] = around(`<aushang-posting src="${host.address}" title="A position"><a href="${host.address}">Open</a></aushang-posting>`, `<script async src="${host.address}embed.js"></script>`);
    for (const path of Object.keys(pages)) {
      await page.goto(host.origin.replace('127.0.0.1', 'localhost') + path);
      const inside = page.frameLocator('iframe');
      await inside.locator('html[data-aushang=ready]').waitFor();
      assert.equal(await inside.locator('h1').innerText(), title);
    }
  });
});

test('whatever stands at the end of the address, it leads to the page: nothing, index.html, a language, no slash', () => visit({ under }, async (page, host) => {
  for (const path of ['', 'index.html', 'de/index.html', 'de']) {
    await page.goto(`${host.address}${path}${full ? '' : '?mode=plain'}`);
    await reaches(page, sooner.state);
    assert.match(await page.locator('h1').innerText(), path.startsWith('de') ? /^Promotionsstelle/ : /^Ph\.D\. position/);
    const there = path.startsWith('de') ? ['English', 'en'] : ['Deutsch', 'de'];
    await page.getByRole('link', { name: there[0], exact: true }).click();
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, there[1]);
    assert.ok(new URL(page.url()).pathname.startsWith(under));
  }
  await page.goto(host.address.replace(/\/$/, '?mode=plain'));
  await reaches(page, 'plain');
  assert.equal(page.url(), `${host.address}?mode=plain`);
}, sooner));

// ---- types ----

const nosniff = { 'x-content-type-options': 'nosniff' };
const none = { '.wasm': null, '.json': null, '.webmanifest': null, '.svg': null, '.png': null };
/** @type {[name: string, types: Record<string, string | null>, headers?: Record<string, string>][]} */
const types = [
  ['.wasm as application/octet-stream', { '.wasm': 'application/octet-stream' }],
  ['.wasm as text/html, with nosniff', { '.wasm': 'text/html' }, nosniff],
  ['.wasm with a parameter', { '.wasm': 'application/wasm; charset=utf-8' }],
  ['data as text/plain', { '.webmanifest': 'text/plain', '.json': 'text/plain', '.svg': 'text/plain', '.wasm': 'text/plain' }],
  ['data as text/plain, with nosniff', { '.webmanifest': 'text/plain', '.json': 'text/plain', '.svg': 'text/plain', '.wasm': 'text/plain' }, nosniff],
  ['the old type of scripts', { '.js': 'application/x-javascript', '.wasm': 'application/octet-stream' }, nosniff],
  ['no types but of pages, styles and scripts', none],
  ['no types but of pages, styles and scripts, with nosniff', none, nosniff],
  ['no types but of scripts', { ...none, '.html': null, '.css': null }],
  ['pages without their encoding', { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }],
];
// Whether people can apply, and a page that is kept comes back, is asked of the strangest hosts only, unless everything is
// wanted; and of two that differ in nosniff only, that with it.
const strangest = ['.wasm as text/html, with nosniff', 'no types but of scripts'], milder = ['.wasm as application/octet-stream', 'data as text/plain', 'no types but of pages, styles and scripts'];
for (const [name, wrong, headers] of types.filter(([one]) => full || !milder.includes(one))) {
  test(`types: ${name}`, () => visit({ types: wrong, headers }, async (page, host) => {
    if (full || strangest.includes(name)) await applies(page);
    await switchesLanguage(page);
    assert.equal(host.asked.filter((path) => path.endsWith('.wasm')).length, 1, 'fetched once, whatever it is said to be');
    if (!full && !strangest.includes(name)) return;
    await page.goto(host.address + (sooner.path ?? ''));
    await reaches(page, sooner.state);
    await comesBack(page, host);
  }, sooner));
}
assert.ok([...strangest, ...milder].every((name) => types.some(([one]) => one === name)));

// Chromium has had such hosts above.
for (const name of engineNames.filter((one) => full || one !== 'chromium')) {
  const engine = launchEngine(name), skip = engine.skipReason ?? false;
  after(() => engine.close());
  test(`types: ${name} starts with .wasm as application/octet-stream, or with no type`, { skip }, async () => {
    const each = ['application/octet-stream', null];
    for (const type of full ? each : [each[engineNames.indexOf(name) % 2]]) {
      const host = await serveAs(site, { under, types: { '.wasm': type }, headers: nosniff });
      const page = await engine.open({ url: host.address, width: 1000, height: 800 });
      await page.waitFor(() => document.documentElement.dataset.aushang === 'ready', { timeout: 30_000 });
      assert.deepEqual(await page.messages(), []);
      await page.close();
      await host.close();
    }
  });
}

// ---- what hosts send along ----

test('without compression, and without the compressed files; kept as index.html, the page comes back', async () => {
  const folder = join(site, '../bare');
  cpSync(site, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) if (/\.(br|gz)$/.test(name)) rmSync(join(folder, name));
  await visit({ under }, async (page, host) => {
    await applies(page);
    assert.deepEqual(host.asked.filter((path) => /\.(br|gz)$/.test(path)), []);
    await comesBack(page, host);
  }, { ...sooner, path: `index.html${sooner.path ?? ''}`, folder });
});

for (const value of ['no-store', ...(full ? ['no-cache, no-store, must-revalidate, private'] : []), 'public, max-age=31536000']) {
  test(`Cache-Control: ${value}`, () => visit({ headers: { 'cache-control': value, ...(value.startsWith('public') ? {} : { pragma: 'no-cache', expires: '0' }) } }, async (page, host) => {
    await applies(page);
    for (const name of ['app/aushang.wasm', 'app/app.js', 'posting.json']) {
      assert.equal(host.asked.filter((path) => path.endsWith(`/${name}`)).length, 1, `${name} is fetched once`);
    }
    if (full || value === 'no-store') await comesBack(page, host);
  }, sooner));
}

test('a policy of the host\'s own, as the guide for frames has it, takes nothing away', () => visit({ headers: { ...nosniff, 'content-security-policy': 'frame-ancestors \'self\'', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' } }, async (page, host) => {
  await applies(page);
  await comesBack(page, host);
}, sooner));

// ---- no host ----

test('from the disk the whole page can be read, and applied by', async () => {
  const host = await serveAs(site), context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const text = async () => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    await page.goto(pathToFileURL(join(site, 'index.html')).href);
    const read = await text();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.aushang), 'static');
    // With its styles: text beside the panel.
    assert.equal(await page.locator('main').evaluate((main) => getComputedStyle(main).display), 'grid');
    assert.equal(mailOf(await page.getByRole('link', { name: said['apply.open_mail'], exact: true }).getAttribute('href')).to, 'zplusj@gmail.com');
    await page.getByRole('list', { name: said['apply.now'], exact: true }).getByRole('checkbox').first().check();
    for (const id of ['au-mode', 'au-keep']) assert.equal(await page.locator(`#${id}`).isVisible(), false, `${id} would do nothing`);
    await page.route('**/app.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(host.address);
    assert.equal(read, await text(), 'the same as from a server');
    assert.ok(read.length > 2000);
  } finally {
    await context.close();
    await host.close();
  }
});
