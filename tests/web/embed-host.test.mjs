// What a posting in a frame does to the page around it, and what it doesn't: in Chromium, which tells most.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { mailOf, unfold, words } from '../support/applicant.mjs';
import { channelsOf, contrast } from '../support/contrast.mjs';
import { grown, heightOf, openInChromium, ready } from '../support/embed_chromium.mjs';
import { fullRights } from '../support/embed_host.mjs';
import { full, temporaryFolder } from '../support/project.mjs';
import { pause } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Frame} Frame */

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof openInChromium>>} */
let host;
before(async (t) => {
  folder = temporaryFolder(/** @type {any} */ (t));
  host = await openInChromium(folder);
});
after(() => host?.close());
const visit = (/** @type {Parameters<typeof host.visit>} */ ...args) => host.visit(...args);

const theme = (/** @type {Frame} */ frame) => frame.evaluate(() => ({ theme: document.documentElement.dataset.theme ?? 'auto', paper: getComputedStyle(document.body).backgroundColor, lang: document.documentElement.lang }));

test('embed.js is small', () => {
  const size = brotliCompressSync(readFileSync(join(folder, 'embed.js'))).length;
  assert.ok(size <= 2048, `${size} bytes`);
});

test('without scripts the link is what is there', () => visit(host.page(host.posting()), async (page) => {
  assert.equal(await page.getByRole('link', { name: 'Open the posting' }).getAttribute('href'), `${host.site}/`);
  assert.ok(await page.getByRole('link', { name: 'Open the posting' }).isVisible());
  assert.equal(await page.locator('iframe').count(), 0);
}, { javaScriptEnabled: false }));

test('an address that can\'t be right loads nothing, keeps the link and says why', () => visit(host.page(['', 'phd', 'javascript:alert(1)', 'https://', 'data:text/html,x', 'ftp://group.example/'].map((src) => `<aushang-posting src="${src}"><a href="${host.site}/">Open ${src || 'nothing'}</a></aushang-posting>`).join('')), async (page) => {
  const said = /** @type {string[]} */ ([]);
  page.on('console', (message) => said.push(message.text()));
  await page.reload();
  await page.waitForFunction(() => customElements.get('aushang-posting'));
  assert.equal(await page.locator('iframe').count(), 0);
  assert.equal(await page.getByRole('link', { name: /^Open / }).filter({ visible: true }).count(), 6);
  assert.equal(new Set(said.filter((text) => /src="[^"]*" isn't an address/.test(text))).size, 6, said.join('\n'));
}, { faults: /isn't an address/ }));

test('the frame is named, has its rights and no more, and goes when the element goes', () => visit(host.page(host.posting('lang="de" theme="dark"')), async (page) => {
  await ready(page);
  const element = page.locator('iframe');
  for (const [name, value] of [['title', 'A position'], ['loading', 'lazy'], ['allow', 'clipboard-write'], ['referrerpolicy', 'strict-origin-when-cross-origin'], ['sandbox', fullRights], ['src', `${host.site}/?embed=1&lang=de&theme=dark`]]) assert.equal(await element.getAttribute(name), value);
  await page.evaluate(() => document.querySelector('aushang-posting')?.remove());
  for (const end = Date.now() + 5000; page.frames().length > 1 && Date.now() < end;) await pause(30);
  assert.equal(page.frames().length, 1);
}));

test('language and theme follow the attributes, at the start and later; answers stay', () => visit(host.page(host.posting('lang="de" theme="dark"')), async (page) => {
  const frame = await ready(page);
  await frame.waitForFunction(() => document.documentElement.lang === 'de');
  assert.deepEqual(await theme(frame), { theme: 'dark', paper: 'rgb(20, 22, 26)', lang: 'de' });
  await frame.locator('#au-o-field-0-input').check();
  await page.evaluate(() => { for (const [name, value] of [['lang', 'en'], ['theme', 'light']]) document.querySelector('aushang-posting')?.setAttribute(name, value); });
  await frame.waitForFunction(() => document.documentElement.lang === 'en');
  assert.deepEqual(await theme(frame), { theme: 'light', paper: 'rgb(251, 250, 247)', lang: 'en' });
  assert.ok(await frame.locator('#au-o-field-0-input').isChecked());
}));

test('nothing in the page around moves, and what stands below stays reachable', () => visit(host.page(host.posting()), async (page) => {
  await ready(page);
  const height = await grown(page);
  assert.ok(height > 1500, String(height));
  const shifts = await page.evaluate(() => /** @type {any} */ (window).spy.shifts);
  assert.ok(shifts.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.value, 0) <= 0.02, JSON.stringify(shifts));
  const becomes = async (/** @type {(now: number) => boolean} */ is) => {
    for (const end = Date.now() + 10_000; !is(await heightOf(page)); await pause(50)) assert.ok(Date.now() < end, String(await heightOf(page)));
  };
  // Narrower, the posting is longer, and then again as it was.
  await page.setViewportSize({ width: 400, height: 700 });
  await becomes((now) => now > height + 200);
  await page.setViewportSize({ width: 900, height: 700 });
  await becomes((now) => Math.abs(now - height) <= 2);
}));

test('wheel and keys pass through, Tab goes in and comes out, and no key is swallowed', () => visit(host.page(host.posting()), async (page) => {
  const frame = await ready(page);
  await grown(page);
  await page.mouse.move(400, 400);
  for (let i = 1; i <= 3; ++i) {
    await page.mouse.wheel(0, 300);
    await page.waitForFunction((y) => scrollY === y, i * 300);
  }
  await frame.locator('#au-mode').focus();
  await pause(300); // what has the focus comes into view
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('PageDown');
  await page.waitForFunction((y) => scrollY > y + 300, before);
  await page.locator('#below a').focus();
  await page.keyboard.press('Shift+Tab');
  // The focus goes to another process, which takes its time.
  await page.waitForFunction(() => document.activeElement?.localName === 'aushang-posting');
  await frame.waitForFunction(() => document.activeElement !== document.body);
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.closest('#below'));
  assert.deepEqual(await frame.evaluate(() => /** @type {any} */ (window).spy.prevented), []);
}));

test('the tile and the dock follow what is seen; what a link leads to comes into view', () => visit(host.page(host.posting()), async (page) => {
  const frame = await ready(page);
  await grown(page);
  const inView = () => frame.evaluate(() => ({ canvas: document.getElementById('canvas')?.getBoundingClientRect().toJSON(), dock: document.getElementById('au-dock')?.getBoundingClientRect().toJSON(), shown: document.documentElement.dataset.dock }));
  for (const top of full ? [900, 1700, 300] : [1700, 300]) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await pause(500);
    const from = await page.locator('iframe').evaluate((element) => -element.getBoundingClientRect().top);
    const { canvas, dock, shown } = await inView();
    assert.ok(canvas.top <= Math.max(from, 60) + 40 && canvas.bottom >= Math.min(from + 700, await heightOf(page) - 200), JSON.stringify({ canvas, from }));
    assert.ok(canvas.height <= 2102, String(canvas.height));
    assert.equal(shown, 'placed');
    assert.ok(Math.abs(dock.bottom - (from + 700)) <= 1, JSON.stringify({ dock, from }));
  }
  const before = await page.evaluate(() => scrollY);
  await frame.locator('.dock .go').click();
  await page.waitForFunction((y) => scrollY > y + 100, before);
  await pause(400);
  const apply = await frame.locator('#au-apply').evaluate((element) => element.getBoundingClientRect().top);
  const from = await page.locator('iframe').evaluate((element) => -element.getBoundingClientRect().top);
  assert.ok(apply - from >= 0 && apply - from < 100, JSON.stringify({ apply, from }));
}));

test('a tall frame without embed.js finds out itself what is seen', () => visit(host.page(host.frame(fullRights).replace('height="720"', 'height="4000" id="tall"'), ''), async (page) => {
  await page.evaluate(() => { /** @type {HTMLElement} */ (document.querySelector('#tall')).style.height = '4000px'; });
  const frame = await ready(page);
  await page.evaluate(() => scrollTo(0, 1400));
  await pause(500);
  const canvas = await frame.evaluate(() => document.getElementById('canvas')?.getBoundingClientRect().toJSON());
  const from = await page.locator('iframe').evaluate((element) => -element.getBoundingClientRect().top);
  assert.ok(canvas.height <= 2102 && canvas.top <= from && canvas.bottom > from + 300, JSON.stringify({ canvas, from }));
}));

test('where nothing may be copied, it is selected', () => visit(host.page(host.posting('height="720"')), async (page) => {
  const frame = await ready(page);
  await frame.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no right')) } });
    document.execCommand = () => false;
  });
  await unfold(frame, 'au-draft');
  const mail = mailOf(await frame.locator('#au-mail').getAttribute('href'));
  for (const [button, text] of [['copy.address', mail.to], ['copy.subject', mail.subject], ['copy.text', mail.body]]) {
    await frame.getByRole('button', { name: words('en')[button], exact: true }).click();
    const area = frame.getByRole('textbox', { name: words('en')[button], exact: true });
    await area.waitFor();
    assert.equal((await area.evaluate((/** @type {HTMLTextAreaElement} */ one) => one.value.slice(one.selectionStart, one.selectionEnd))).trim(), text.trim());
    await page.keyboard.press('Escape');
    assert.equal(await area.count(), 0);
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), words('en')[button]);
  }
}));

test('the address says light or dark, also for a page by itself', async () => {
  for (const [wanted, colorScheme, paper] of /** @type {const} */ ([['dark', 'light', 'rgb(20, 22, 26)'], ['light', 'dark', 'rgb(251, 250, 247)']])) {
    await visit(`${host.site}/?theme=${wanted}`, async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
      assert.deepEqual(await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, document.documentElement.dataset.frame ?? '']), [paper, '']);
      const inks = await page.locator('.facts a, .posting a:not(.mark)').evaluateAll((links) => [...new Set(links.map((link) => getComputedStyle(link).color))]);
      assert.ok(inks.length > 0);
      for (const ink of inks) assert.ok(contrast(channelsOf(ink), channelsOf(paper)) >= 4.5, `links of ${ink} on ${paper}`);
    }, { colorScheme });
  }
});

/** What is seen of the bar and what stands in it, of the employer, and of the rest. @param {Frame} frame */
const seenOf = (frame) => frame.evaluate(() => {
  const boxOf = (/** @type {string} */ selector) => document.querySelector(selector)?.getBoundingClientRect();
  const isSeen = (/** @type {string} */ selector) => (boxOf(selector)?.height ?? 0) > 0;
  const [mode, title] = [boxOf('#au-mode'), boxOf('h1')];
  const facts = [...document.querySelectorAll('.facts dl > div')].map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0), list = boxOf('.facts dl');
  return {
    bar: ['header.bar', '.languages', '.owner', '.full', '.facts .employer'].filter(isSeen), title: isSeen('h1'), mode: isSeen('#au-mode'),
    apart: !mode || !title || mode.bottom <= title.top || mode.right <= title.left,
    filled: Math.abs((facts.at(-1)?.right ?? 0) - (list?.right ?? 0)) < 2,
  };
});

test('a bare posting has no bar, no employer and no switch of languages; attributes still choose the language, and bring the bar back', () => visit(host.page(host.posting('bare')), async (page) => {
  const frame = await ready(page);
  assert.match(frame.url(), /\?embed=1&bare=1#au-bare$/);
  const bare = { bar: [], title: true, mode: true, apart: true, filled: true };
  assert.deepEqual(await seenOf(frame), bare);
  const height = await grown(page);
  for (const width of full ? [420, 640, 900] : [420, 900]) {
    await page.setViewportSize({ width, height: 700 });
    await pause(300);
    assert.deepEqual(await seenOf(frame), bare, String(width));
  }
  await page.evaluate(() => document.querySelector('aushang-posting')?.setAttribute('lang', 'de'));
  await frame.waitForFunction(() => document.documentElement.lang === 'de');
  assert.deepEqual(await seenOf(frame), bare);
  await page.evaluate(() => { document.querySelector('aushang-posting')?.setAttribute('lang', 'en'); document.querySelector('aushang-posting')?.removeAttribute('bare'); });
  await frame.waitForFunction(() => !('bare' in document.documentElement.dataset) && document.documentElement.lang === 'en');
  await pause(500);
  assert.deepEqual((await seenOf(frame)).bar, ['header.bar', '.languages', '.owner', '.full', '.facts .employer']);
  assert.ok(await heightOf(page) > height, 'higher by the bar');
  await page.evaluate(() => document.querySelector('aushang-posting')?.setAttribute('bare', ''));
  await frame.waitForFunction(() => 'bare' in document.documentElement.dataset);
  assert.deepEqual(await seenOf(frame), bare);
}));

test('a frame without embed.js is bare by its address; without scripts, too', async () => {
  await visit(host.page(host.frame(fullRights, '', '?embed=1&bare=1'), ''), async (page) => {
    const frame = await ready(page);
    assert.deepEqual(await seenOf(frame), { bar: [], title: true, mode: true, apart: true, filled: true });
    await frame.evaluate(() => { location.hash = '#au-apply'; });
    assert.deepEqual((await seenOf(frame)).bar, []);
  });
  await visit(host.page(host.frame('', '', '?embed=1&bare=1#au-bare'), ''), async (page) => {
    const frame = page.frames()[1];
    await frame.waitForSelector('#au-mail', { state: 'attached' });
    const { bar, title } = await seenOf(frame);
    assert.deepEqual([bar, title, await page.evaluate(() => scrollY)], [[], true, 0]);
  }, { faults: /sandbox|CORS|ERR_FAILED/ });
});

test('links lead out of the frame; the page by itself is one of them', () => visit(host.page(host.posting('height="720" lang="de"')), async (page) => {
  const frame = await ready(page);
  await frame.waitForFunction(() => document.documentElement.lang === 'de');
  const link = frame.getByRole('link', { name: words('de')['page.open_full'] });
  const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await opened.waitForLoadState();
  assert.equal(opened.url(), `${host.site}/de/`);
  assert.equal(await opened.evaluate(() => document.documentElement.dataset.frame), undefined);
  assert.equal(await opened.locator('.full').isVisible(), false);
  await opened.close();
  await page.bringToFront();
  /** @param {string} selector @returns {Promise<string[]>} */
  const aim = async (selector) => {
    await frame.locator(selector).first().focus();
    return frame.locator(selector).first().evaluate((element) => { const { target, rel } = /** @type {HTMLAnchorElement} */ (element); return [target, rel]; });
  };
  assert.deepEqual(await aim('.posting a[href^="https:"]'), ['_blank', 'noopener']);
  assert.deepEqual(await aim('.posting a[href^="#"]'), ['', '']);
  assert.deepEqual(await aim('#au-mail'), ['_blank', '']);
}));
