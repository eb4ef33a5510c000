// Kept on a device that has no room, or that clears away what was kept: the page says so, what was kept before stays
// whole, and no half of a version is ever used. Left to `--full`: each number of files that may have no room, each file that
// may be gone.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { words } from '../support/applicant.mjs';
import { launch } from '../support/browser.mjs';
import { serveMoody } from '../support/moody_server.mjs';
import { aushang, full, project, writeFiles } from '../support/project.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof serveMoody>>} Site */

const said = words('en');
const folder = mkdtempSync(join(tmpdir(), 'aushang-quota-'));
const [old, fresh, byItself] = ['old', 'fresh', 'by-itself'].map((name) => join(folder, name));
const versionOf = (/** @type {string} */ site) => readFileSync(join(site, 'version.txt'), 'utf8').trim();
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  const source = join(folder, 'in/job');
  cpSync(join(project, 'assets/postings/phd-ot'), source, { recursive: true });
  const build = (/** @type {string} */ site, /** @type {string[]} */ ...more) => {
    const { code, err } = aushang(['build', '--no-packed', source, '-o', site, ...more]);
    assert.equal(code, 0, err);
  };
  build(old);
  writeFiles(folder, { 'on_visit.json': '{"offline": "on_visit"}', 'in/job/posting.md': `${readFileSync(join(source, 'posting.md'), 'utf8')}\n\nOne more sentence.\n` });
  cpSync(old, fresh, { recursive: true });
  build(fresh);
  build(byItself, '--site', join(folder, 'on_visit.json'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Plain pages are as good here, and there sooner. @param {Page} page @param {Site} site */
async function open(page, site) {
  await page.goto(`${site.origin}/?mode=plain`);
  await page.waitForFunction(() => document.documentElement.dataset.aushang === 'plain');
}
const keep = (/** @type {Page} */ page) => page.getByRole('button', { name: said['offline.keep'], exact: true }).click();
/** What the caches hold, by name. @param {Page} page @returns {Promise<Record<string, number>>} */
const cached = (page) => page.evaluate(async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => [name.split(' ').at(-1), (await (await caches.open(name)).keys()).length]))));
/** Sooner or later that is all there is: another try may be under way. @param {Page} page @param {Record<string, number>} wanted */
async function holds(page, wanted) {
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) if (isDeepStrictEqual(await cached(page), wanted)) return;
  assert.deepEqual(await cached(page), wanted);
}
/** How many files a version has. @param {string} site */
const sizeOf = (site) => JSON.parse(/\[\{"url":.*?\}\]/.exec(readFileSync(join(site, 'sw.js'), 'utf8'))?.[0] ?? '').length + 1;

/** @param {string} first @param {(page: Page, site: Site) => Promise<void>} look */
async function visit(first, look) {
  const site = await serveMoody(first);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await open(page, site);
    await look(page, site);
  } finally {
    await context.close();
    await site.stop();
  }
}

/** A page opened anew once nobody has another open, of this version and whole. @param {Page} page @param {Site} site @param {string} wanted */
async function opensWhole(page, site, wanted) {
  await page.goto('about:blank');
  await open(page, site);
  const versions = await page.evaluate(() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => /\/v\/([0-9a-f]{16})\//.exec(name)?.[1]).filter(Boolean))]);
  assert.deepEqual(versions, [versionOf(wanted)]);
  assert.equal(await page.evaluate(() => document.body.textContent?.includes('One more sentence.')), wanted !== old);
}

/** Until the worker that is being installed is done. @param {Page} page @returns {Promise<{waits: boolean, active: boolean}>} */
const settled = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  for (const end = Date.now() + 10_000; registration?.installing && Date.now() < end;) await new Promise((done) => setTimeout(done, 20));
  return { waits: Boolean(registration?.waiting), active: Boolean(registration?.active) };
});

/** Looks for a newer version; whether there is one, whole. @param {Page} page @returns {Promise<boolean>} */
const updates = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update();
  for (const end = Date.now() + 20_000; registration?.installing && Date.now() < end;) await new Promise((done) => setTimeout(done, 20));
  return Boolean(registration?.waiting);
});

/** A worker for which there is room for so many files; -1: not even for a cache. @param {number} room */
const withRoomFor = (room) => (/** @type {string} */ path, /** @type {Buffer} */ data) => (path === '/sw.js' ? Buffer.concat([Buffer.from(`{
  const full = () => {
    fetch('/was-full').catch(() => {});
    return Promise.reject(new DOMException('There is no room.', 'QuotaExceededError'));
  };
  const { put } = Cache.prototype, { open } = CacheStorage.prototype;
  let left = ${room};
  Cache.prototype.put = function (...args) { return left-- > 0 ? put.apply(this, args) : full(); };
  Cache.prototype.add = Cache.prototype.addAll = full;
  if (left < 0) CacheStorage.prototype.open = full;
}
`), data]) : data);

/** It says that it couldn't be kept, and the page is as it was. @param {Page} page */
async function saysItFailed(page) {
  await page.locator('#au-keep-failed').waitFor();
  assert.equal(await page.locator('#au-keep-failed').innerText(), said['offline.failed']);
  assert.equal(await page.locator('#au-kept').isVisible(), false);
  assert.equal(await page.locator('#au-keep').isVisible(), true, 'one may try again');
  await holds(page, {});
}

/** Kept, and whole without a network; after that there is one. @param {Page} page @param {Site} site @param {string} wanted */
async function isKept(page, site, wanted) {
  await page.locator('#au-kept').waitFor();
  assert.equal(await page.locator('#au-keep-failed').isVisible(), false);
  await holds(page, { [versionOf(wanted)]: sizeOf(wanted) });
  await page.context().setOffline(true);
  await opensWhole(page, site, wanted);
  await page.locator('#au-away').waitFor();
  await page.context().setOffline(false);
}

describe('where a file has no room', () => {
  /** For any number of them; or only for so many; -1: not even for a cache. @param {number[]} some */
  const rooms = (some) => (full ? Array.from({ length: sizeOf(old) + 1 }, (_, i) => i - 1) : some);

  test('the first time: the page says so each time, and keeps it once there is room', () => visit(old, async (page, site) => {
    assert.ok(sizeOf(old) > 6, String(sizeOf(old)));
    for (const room of rooms([-1, Math.floor(sizeOf(old) / 2)])) {
      site.edit = withRoomFor(room);
      await keep(page);
      await saysItFailed(page);
      assert.deepEqual(await settled(page), { waits: false, active: false }, String(room));
      await opensWhole(page, site, old);
      await holds(page, {});
    }
    site.edit = withRoomFor(sizeOf(old));
    await keep(page);
    await isKept(page, site, old);
  }));

  test('the first time, and tried again in the same page, kept, removed, and kept once more', () => visit(old, async (page, site) => {
    site.edit = withRoomFor(3);
    for (let times = 0; times < 2; ++times) {
      await keep(page);
      await saysItFailed(page);
    }
    site.edit = (_, data) => data;
    for (let times = 0; times < 2; ++times) {
      await keep(page);
      await page.locator('#au-kept').waitFor();
      await page.locator('#au-forget').click();
      await page.locator('#au-keep').waitFor();
      await holds(page, {});
    }
    await keep(page);
    await isKept(page, site, old);
  }));

  test('when a page keeps itself: likewise, and nothing else is different', () => visit(byItself, async (page, site) => {
    await page.locator('#au-kept').waitFor();
    await page.locator('#au-forget').click();
    await page.locator('#au-keep').waitFor();
    site.edit = withRoomFor(2);
    await opensWhole(page, site, byItself);
    await saysItFailed(page);
    site.edit = (_, data) => data;
    await opensWhole(page, site, byItself);
    await isKept(page, site, byItself);
  }));

  test('for a newer version: the old one stays whole, with a network and without, until there is room', () => visit(old, async (page, site) => {
    await keep(page);
    await isKept(page, site, old);
    site.folder = fresh;
    for (const room of rooms([0, sizeOf(old) - 1])) {
      site.edit = withRoomFor(room);
      site.asked.length = 0;
      await opensWhole(page, site, old);
      for (const end = Date.now() + 20_000; !site.asked.includes('/was-full') && Date.now() < end;) await page.waitForTimeout(20);
      assert.ok(site.asked.includes('/was-full'), String(room));
      assert.deepEqual(await settled(page), { waits: false, active: true }, String(room));
      assert.equal(await page.locator('#au-update').isVisible(), false);
      await isKept(page, site, old);
    }
    site.edit = (_, data) => data;
    // In the page that is open: once it is left, a newer version that is whole takes over. A look that was under way still found no room.
    for (let looks = 0; looks < 3 && !await updates(page); ++looks);
    await page.locator('#au-update').waitFor();
    await page.locator('#au-newer').click();
    await page.waitForFunction(() => document.body.textContent?.includes('One more sentence.'));
    await isKept(page, site, fresh);
  }));
});

/** Meanwhile the browser gives the site no more room than so much. @param {Page} page @param {Site} site @param {number} bytes @param {() => Promise<void>} meanwhile */
async function limited(page, site, bytes, meanwhile) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: bytes });
  await meanwhile();
  await cdp.detach();
}

test('where the browser gives the site no room, the page says so, and an old version stays', () => visit(old, async (page, site) => {
  for (const bytes of full ? [1, 20_000, 200_000] : [20_000]) {
    await limited(page, site, bytes, async () => {
      await keep(page);
      await saysItFailed(page);
    });
    await opensWhole(page, site, old);
  }
  await keep(page);
  await isKept(page, site, old);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  assert.ok(usage > 200_000, String(usage));
  for (const more of full ? [1, 20_000, 200_000] : [20_000]) {
    await limited(page, site, usage + more, async () => {
      site.folder = fresh;
      assert.equal(await updates(page), false, String(more));
      site.folder = old;
    });
    await isKept(page, site, old);
  }
  site.folder = fresh;
  // The room comes back some time after it was taken.
  for (const end = Date.now() + 20_000; !await updates(page) && Date.now() < end;) await page.waitForTimeout(200);
  await page.locator('#au-update').waitFor();
}));

describe('where what was kept is cleared away', () => {
  const clearAll = (/** @type {Page} */ page) => page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  /** Says that nothing is kept, and keeps it anew when it is asked to. @param {Page} page @param {Site} site @param {boolean} [isOpened] whether it is opened without a network, too */
  async function keepsAnew(page, site, isOpened = true) {
    await page.locator('#au-keep').waitFor();
    assert.equal(await page.locator('#au-kept').isVisible(), false, 'half of it is not it');
    await keep(page);
    if (isOpened) return isKept(page, site, old);
    await page.locator('#au-kept').waitFor();
    await holds(page, { [versionOf(old)]: sizeOf(old) });
  }

  test('all of it: without a network nothing pretends to be there; with one, the page says that nothing is kept, that there is no room where that is gone, too, and can be kept anew', () => visit(old, async (page, site) => {
    await keep(page);
    await isKept(page, site, old);
    await clearAll(page);
    await page.goto('about:blank');
    await page.context().setOffline(true);
    await assert.rejects(page.goto(`${site.origin}/`), /ERR_(FAILED|INTERNET_DISCONNECTED)/);
    await page.context().setOffline(false);
    await opensWhole(page, site, old);
    await page.locator('#au-keep').waitFor();
    assert.equal(await page.locator('#au-kept').isVisible(), false);
    await limited(page, site, 1, async () => {
      await keep(page);
      await page.locator('#au-keep-failed').waitFor();
      assert.equal(await page.locator('#au-kept').isVisible(), false);
    });
    await opensWhole(page, site, old);
    await keepsAnew(page, site);
  }));

  test('one file of it: with a network all works; without, the page can be read or isn\'t there; and it can be kept anew', () => visit(old, async (page, site) => {
    await keep(page);
    await page.locator('#au-kept').waitFor();
    const kept = await page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({ url }) => new URL(url).pathname));
    assert.equal(kept.length, sizeOf(old));
    const all = full ? kept : ['/', /\.css$/, /\/app\.js$/, /\.wasm$/].map((wanted) => kept.find((path) => (typeof wanted === 'string' ? path === wanted : wanted.test(path))) ?? String(wanted));
    for (const gone of all) {
      assert.ok(await page.evaluate(async (path) => (await caches.open((await caches.keys())[0])).delete(path, { ignoreSearch: true }), gone), gone);
      await page.goto('about:blank');
      await page.context().setOffline(true);
      const came = await page.goto(`${site.origin}/?mode=plain`).then(() => true, () => false);
      if (came) {
        // Whether the app starts is known when the page is loaded: its script has run by then, if it is there.
        await page.waitForFunction(() => document.documentElement.dataset.aushang !== 'starting');
        const state = await page.evaluate(() => document.documentElement.dataset.aushang);
        assert.ok(state !== 'static' || gone.endsWith('/app.js'), `${state} without ${gone}`);
        assert.ok(await page.getByRole('link', { name: said['apply.open_mail'] }).isVisible(), gone);
        assert.equal(await page.locator('#au-kept').isVisible(), false, gone);
      }
      assert.equal(came, gone !== '/', gone);
      await page.context().setOffline(false);
      await opensWhole(page, site, old);
      await keepsAnew(page, site, full || gone === all[all.length - 1]);
    }
  }));
});
