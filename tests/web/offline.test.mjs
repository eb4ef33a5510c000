// Kept on a device: nothing before it is wished, the whole way without a network, and one version at a time.
// Left to `--full`: each mood of a server for each file of an update.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { checkOf, choose, local, mailLink, mailOf, regions, unfold, verdict, words } from '../support/applicant.mjs';
import { launch, launchKept } from '../support/browser.mjs';
import { moods, serveMoody } from '../support/moody_server.mjs';
import { aushang, full, project, writeFiles } from '../support/project.mjs';

/** @typedef {import('playwright-core').Page} Page */
const check = checkOf('phd-ot'), said = words('en');
const folder = mkdtempSync(join(tmpdir(), 'aushang-offline-'));
/** @type {Awaited<ReturnType<typeof launch>>} */
let browser;
/** Two versions of one site, the second built over the first, and what each calls itself. */
const [old, fresh, ended] = ['old', 'fresh', 'ended'].map((name) => join(folder, name));
const versionOf = (/** @type {string} */ site) => readFileSync(join(site, 'version.txt'), 'utf8').trim();
before(async () => {
  const source = join(folder, 'source');
  cpSync(join(project, 'assets/postings/phd-ot'), source, { recursive: true });
  const build = (/** @type {string} */ site, /** @type {string[]} */ ...more) => {
    const { code, err } = aushang(['build', '--no-packed', source, '-o', site, ...more]);
    assert.equal(code, 0, err);
  };
  build(old);
  writeFiles(source, { 'posting.md': `${readFileSync(join(source, 'posting.md'), 'utf8')}\n\nOne more sentence.\n` });
  for (const site of [fresh, ended]) cpSync(old, site, { recursive: true });
  build(fresh);
  build(ended, '--no-offline');
  assert.notEqual(versionOf(old), versionOf(fresh));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (/** @type {Page} */ page, /** @type {string} */ word) => page.getByRole('button', { name: said[word], exact: true });
const ready = (/** @type {Page} */ page, state = 'ready') => page.waitForFunction((wanted) => document.documentElement.dataset.aushang === wanted, state);
const stored = (/** @type {Page} */ page) => page.evaluate(async () => ({
  caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length,
  databases: (await indexedDB.databases()).length, local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
}));
const nothing = { caches: [], workers: 0, databases: 0, local: 0, session: 0, cookies: '' };

/** The versions that a page and all it loaded are of. @param {Page} page */
const versions = (page) => page.evaluate(() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => /\/v\/([0-9a-f]{16})\//.exec(name)?.[1]).filter(Boolean))]);

/** Pages and files that are kept with a version that isn't theirs. @param {Page} page @returns {Promise<string[]>} */
const strayFiles = (page) => page.evaluate(async () => {
  const stray = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name), own = `v/${name.split(' ').at(-1)}/`;
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.includes('/v/') && !pathname.includes(`/${own}`)) stray.push(`${request.url} in ${name}`);
      if (pathname.endsWith('/') && !(await (await cache.match(request))?.text())?.includes(own)) stray.push(`${request.url} in ${name}`);
    }
  }
  return stray;
});

/** @param {Page} page */
async function keep(page) {
  await button(page, 'offline.keep').click();
  await page.locator('#au-kept').waitFor();
  assert.match(await page.locator('#au-kept').innerText(), new RegExp(`${new Date().getFullYear()}`), 'it says how old it is');
}

/** @param {Page} page */
async function applies(page) {
  await ready(page);
  await choose(page, check.questions[0], local(check.questions[0].options[0].label, 'en'), 'en');
  await choose(page, check.questions[4], said['answer.yes'], 'en');
  await unfold(page);
  await regions(page, 'en').apply.getByRole('textbox', { name: said['words.name'], exact: true }).fill('Ada');
  await page.waitForFunction(() => document.querySelector('#au-apply a[href*="Ada"]'));
  assert.equal(await verdict(page, 'en'), 'meets');
  assert.match(mailOf(await mailLink(page, 'en')).subject, /^\[apply-phd-ot\].*Ada/);
}

/** @param {(page: Page, site: Awaited<ReturnType<typeof serveMoody>>) => Promise<void>} look @param {{ path?: string, state?: string }} [how] */
async function visit(look, { path = '', state = 'ready' } = {}) {
  const site = await serveMoody(old);
  site.other = old;
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/${path}`);
    await ready(page, state);
    await look(page, site);
  } finally {
    await context.close();
    await site.stop();
  }
}

test('nothing is stored before it is wished, and nothing is left when it is removed', () => visit(async (page) => {
  await choose(page, check.questions[0], local(check.questions[0].options[0].label, 'en'), 'en');
  await unfold(page);
  await regions(page, 'en').apply.getByRole('textbox', { name: said['words.name'], exact: true }).fill('Ada');
  await page.keyboard.press('Tab');
  assert.deepEqual(await stored(page), nothing);
  await keep(page);
  const kept = await stored(page);
  assert.deepEqual(await strayFiles(page), []);
  assert.equal(kept.workers, 1);
  assert.equal(kept.caches.length, 1);
  assert.deepEqual({ ...kept, workers: 0, caches: [] }, nothing);
  await button(page, 'offline.forget').click();
  await button(page, 'offline.keep').waitFor();
  assert.deepEqual(await stored(page), nothing);
}));

test('the whole way is there with the server gone, in both languages, and after the browser was closed', async () => {
  const site = await serveMoody(old), profile = join(folder, 'profile');
  let context = await launchKept(profile);
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    await ready(page);
    await keep(page);
    await context.close();
    await site.stop();
    context = await launchKept(profile);
    const again = await context.newPage();
    for (const address of ['', 'index.html', '?lang=en', '#au-apply']) {
      await again.goto('about:blank');
      await again.goto(`${site.origin}/${address}`);
      await (full || address === '' ? applies(again) : ready(again));
    }
    await again.getByRole('link', { name: 'Deutsch', exact: true }).click();
    await again.waitForFunction(() => document.documentElement.lang === 'de');
    await again.goto(`${site.origin}/de/`);
    await ready(again);
    assert.deepEqual(await versions(again), [versionOf(old)]);
  } finally {
    await context.close();
  }
});

test('whatever the address it was kept at, all of the folder is kept', () => visit(async (page, site) => {
  const scopes = [];
  for (const address of ['index.html', '?mode=plain', 'de/?lang=de', 'de/index.html#au-apply']) {
    await page.goto('about:blank');
    await page.goto(`${site.origin}/${address}`);
    await page.waitForFunction(() => ['ready', 'plain'].includes(document.documentElement.dataset.aushang ?? ''));
    await page.locator('#au-keep').click();
    await page.locator('#au-kept').waitFor();
    scopes.push(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).join()));
    await page.locator('#au-forget').click();
    await page.locator('#au-keep').waitFor();
  }
  assert.deepEqual(scopes, scopes.map(() => `${site.origin}/`));
}));

test('without a network the page says how old it is', () => visit(async (page) => {
  await keep(page);
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  await page.locator('#au-away').waitFor();
  assert.match(await page.locator('#au-away').innerText(), new RegExp(`${new Date().getFullYear()}`));
  await page.locator('#au-away-seen').click();
  assert.equal(await page.locator('#au-away').isVisible(), false);
}));

test('a newer version is offered, never while there are answers, and comes whole', () => visit(async (page, site) => {
  await keep(page);
  site.folder = fresh;
  await page.reload();
  await ready(page);
  await page.locator('#au-update').waitFor();
  assert.deepEqual(await versions(page), [versionOf(old)], 'until then the old one');
  await choose(page, check.questions[0], local(check.questions[0].options[0].label, 'en'), 'en');
  assert.equal(await page.locator('#au-update').isVisible(), false);
  await page.locator('#au-check input:checked').uncheck();
  await button(page, 'offline.show').click();
  await page.waitForFunction(() => document.body.textContent?.includes('One more sentence.'));
  await ready(page);
  assert.deepEqual(await versions(page), [versionOf(fresh)]);
  assert.deepEqual((await stored(page)).caches.map((name) => name.split(' ').at(-1)), [versionOf(fresh)], 'the old one is gone');
  assert.deepEqual(await strayFiles(page), []);
  await site.stop();
  await page.reload();
  await applies(page);
  await site.start();
}));

describe('an update that goes wrong leaves the page wholly old or wholly new', { concurrency: full ? 1 : 3 }, () => {
  // Plain pages ask for the same files, and are there sooner.
  const [path, state] = full ? ['', 'ready'] : ['?mode=plain', 'plain'];
  // What an update asks for, in turn.
  const asked = async () => {
    /** @type {string[]} */
    let paths = [];
    await visit(async (page, site) => {
      await keep(page);
      site.folder = fresh;
      site.asked.length = 0;
      await page.reload();
      await page.locator('#au-update').waitFor();
      paths = site.asked.filter((one) => one !== '/favicon.ico');
    }, { path, state });
    assert.ok(paths.length >= 6 && paths.includes('/sw.js') && paths.includes('/'), paths.join(' '));
    return [...new Set(paths)];
  };

  /** @type {string[]} */
  let paths = [];
  before(async () => { paths = await asked(); });

  const settled = (/** @type {Page} */ page) => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    for (const end = Date.now() + 8000; registration?.installing && Date.now() < end;) await new Promise((done) => setTimeout(done, 20));
    return Boolean(registration?.waiting);
  });

  /** @param {import('../support/moody_server.mjs').Mood} mood @param {string} file */
  const goesWrong = (mood, file) => visit(async (page, site) => {
    await keep(page);
    [site.folder, site.other] = [fresh, old];
    let spoilt = 0;
    site.spoil = (one) => (one === file && ++spoilt ? mood : null);
    await page.reload();
    await ready(page, state);
    for (const end = Date.now() + 8000; spoilt === 0 && Date.now() < end;) await page.waitForTimeout(20);
    assert.ok(spoilt > 0, file);
    await settled(page);
    for (const online of [true, false]) {
      // Every page is closed, so a version that is whole may take over.
      await page.goto('about:blank');
      await page.context().setOffline(!online);
      await page.goto(`${site.origin}/${path}`);
      await ready(page, state);
      const found = await versions(page);
      const isNew = await page.evaluate(() => document.body.textContent?.includes('One more sentence.'));
      assert.deepEqual(found, [versionOf(isNew ? fresh : old)], `${file}, ${online ? 'online' : 'offline'}`);
      await page.locator('#au-kept').waitFor();
    }
    // The browser looks for a newer version by itself, too, some time after a page was opened; that attempt comes to an end.
    const left = async () => (await settled(page) ? 2 : 1) - (await stored(page)).caches.length;
    let half = await left();
    for (const end = Date.now() + 8000; half !== 0 && Date.now() < end; half = await left()) await page.waitForTimeout(50);
    assert.equal(half, 0, `${file}: no half of a version is left`);
    assert.deepEqual(await strayFiles(page), [], file);
  }, { path, state });

  /** Unless everything is wanted, the file that each of them is worst for: the page, its worker, and each kind of file. */
  const worst = { error: /\.css$/, gone: /\/posting\.json$/, cut: /\.wasm$/, short: /\/app\.js$/, late: /^\/sw\.js$/, mixed: /^\/$/ };
  for (const mood of moods) {
    test(mood, async () => {
      const own = full ? paths : paths.filter((file) => worst[mood].test(file)).slice(0, 1);
      assert.ok(own.length > 0, paths.join(' '));
      for (let at = 0; at < own.length; at += 4) await Promise.all(own.slice(at, at + 4).map((file) => goesWrong(mood, file)));
    });
  }
});

test('where the browser has cleared something away, the page comes whole from the server; without one, it is to be read', () => visit(async (page, site) => {
  await keep(page);
  const clear = (/** @type {string} */ part) => page.evaluate(async (wanted) => {
    const cache = await caches.open((await caches.keys())[0]);
    for (const request of await cache.keys()) if (request.url.includes(wanted)) await cache.delete(request);
  }, part);
  await clear('aushang.wasm');
  site.folder = fresh;
  site.spoil = (path) => (path === '/sw.js' ? 'error' : null);
  await page.goto('about:blank');
  await page.goto(`${site.origin}/`);
  await ready(page);
  assert.deepEqual(await versions(page), [versionOf(fresh)]);
  await site.stop();
  await page.goto('about:blank');
  await page.goto(`${site.origin}/`);
  assert.ok(await page.getByRole('link', { name: 'Open in your mail app' }).count());
  await site.start();
}));

test('a build without it ends it: worker and copies are gone', () => visit(async (page, site) => {
  await keep(page);
  site.folder = ended;
  await page.reload();
  for (const end = Date.now() + 5000; (await stored(page)).caches.length > 0 && Date.now() < end;) await page.waitForTimeout(50);
  await page.goto('about:blank');
  await page.goto(`${site.origin}/`);
  await ready(page);
  assert.deepEqual(await stored(page), nothing);
  assert.deepEqual(await versions(page), [versionOf(ended)]);
  assert.equal(await page.locator('#au-offline').count(), 0);
}));

test('in a frame nothing is offered and nothing kept', () => visit(async (page, site) => {
  await page.evaluate(() => { document.body.replaceChildren(); });
  const host = await page.context().newPage();
  await host.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>host</title><iframe src="${site.origin}/" width="800" height="600"></iframe>` }));
  await host.goto(`${site.origin}/host`);
  const frame = host.frames()[1] ?? await host.waitForEvent('frameattached');
  await frame.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
  assert.equal(await frame.locator('#au-offline').isVisible(), false);
  assert.deepEqual(await stored(host), nothing);
}));

test('where every way to store something throws, the page is whole but for keeping it', async () => {
  const site = await serveMoody(old), context = await browser.newContext();
  try {
    await context.addInitScript(() => {
      for (const [owner, name] of /** @type {[any, string][]} */ ([[window, 'localStorage'], [window, 'sessionStorage'], [window, 'indexedDB'], [window, 'caches'], [Navigator.prototype, 'serviceWorker'], [Navigator.prototype, 'storage']])) {
        Object.defineProperty(owner, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
      }
    });
    const page = await context.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    await page.goto(`${site.origin}/`);
    await applies(page);
    assert.equal(await page.locator('#au-offline').isVisible(), false);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    await site.stop();
  }
});

test('the manifest names icons that are there, of the sizes it says', () => {
  const manifest = JSON.parse(readFileSync(join(old, 'manifest.webmanifest'), 'utf8'));
  assert.ok(manifest.name && manifest.lang && manifest.start_url === './' && manifest.scope === './');
  assert.deepEqual(manifest.icons.map((/** @type {any} */ icon) => `${icon.purpose} ${icon.sizes}`), ['any 192x192', 'any 512x512', 'maskable 512x512']);
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = PNG.sync.read(readFileSync(join(old, src)));
    assert.equal(`${width}x${height}`, sizes);
  }
  const maskable = PNG.sync.read(readFileSync(join(old, manifest.icons[2].src)));
  for (const corner of [0, 511, 511 * 512, 511 * 512 + 511]) assert.equal(maskable.data[corner * 4 + 3], 255, 'to its corners');
  assert.ok(existsSync(join(old, 'sw.js')) && readdirSync(join(old, 'v')).length === 1);
});
