// What a page and a posting in it say to each other (docs/guides/embed.md), and that nobody else has a say in it.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { unfold } from '../support/applicant.mjs';
import { grown, heightOf, openInChromium, ready } from '../support/embed_chromium.mjs';
import { fullRights } from '../support/embed_host.mjs';
import { temporaryFolder } from '../support/project.mjs';
import { pause } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof openInChromium>>} */
let host;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  host = await openInChromium(folder);
  // A frame that knows the greeting and then says what it is told to.
  mkdirSync(join(folder, 'fake'));
  writeFileSync(join(folder, 'fake/index.html'), '<!doctype html><html lang="en"><title>Fake</title><script src="fake.js"></script></html>');
  writeFileSync(join(folder, 'fake/fake.js'), 'window.heard = []; window.ports = []; addEventListener("message", ({ data, ports }) => { window.heard.push(data); window.ports.push(...ports); });');
  // One that says it by itself: what a test does in a frame counts as something that somebody does.
  mkdirSync(join(folder, 'pushy'));
  writeFileSync(join(folder, 'pushy/index.html'), '<!doctype html><html lang="en"><title>Pushy</title><script src="pushy.js"></script></html>');
  writeFileSync(join(folder, 'pushy/pushy.js'), `addEventListener("message", ({ ports: [port] }) => { for (const one of ${JSON.stringify([{ type: 'aushang:height', v: 1, height: 3000 }, ...scrolls])}) port.postMessage(one); }); parent.postMessage({ type: "aushang:hello", v: 1, nonce: "n" }, "*");`);
});
after(() => host?.close());

const scrolls = [{ type: 'aushang:scroll', v: 1, top: 1500, bottom: 1540, align: 'start' }, { type: 'aushang:scroll', v: 1, by: 200 }];

/** @param {import('playwright-core').Frame} frame @param {unknown} message */
const tellParent = (frame, message) => frame.evaluate((one) => parent.postMessage(one, '*'), message);
/** @param {import('playwright-core').Frame} frame @param {unknown[]} messages */
const tellPort = (frame, messages) => frame.evaluate((all) => { for (const one of all) /** @type {any} */ (window).ports[0].postMessage(one); }, messages);
/** @param {import('playwright-core').Frame} frame @returns {Promise<any[]>} */
const heard = (frame) => frame.evaluate(() => /** @type {any} */ (window).heard);

test('the page around takes only well-formed words of its frame', () => host.visit(host.page(host.posting('', 'fake/')), async (page) => {
  await page.waitForSelector('iframe');
  const frame = page.frames()[1];
  await frame.waitForFunction(() => /** @type {any} */ (window).heard);
  const reserved = await heightOf(page);
  assert.equal(reserved, 720, 'more than a window, so that what comes below is not seen to move');
  for (const wrong of [null, 'hello', { type: 'aushang:hello' }, { type: 'aushang:hello', v: 2, nonce: 'n' }, { type: 'aushang:hello', v: 1, nonce: 7 }, { type: 'aushang:hello', v: 1, nonce: 'n'.repeat(65) }, { type: 'aushang:height', v: 1, height: 5000 }]) await tellParent(frame, wrong);
  await pause(200);
  assert.deepEqual(await heard(frame), []);
  assert.equal(await heightOf(page), reserved);

  await tellParent(frame, { type: 'aushang:hello', v: 1, nonce: 'n' });
  await frame.waitForFunction(() => /** @type {any} */ (window).ports.length === 1);
  assert.deepEqual(await heard(frame), [{ type: 'aushang:welcome', v: 1, height: 'auto', lang: '', theme: 'auto', bare: false, mail: '_blank', nonce: 'n' }]);
  await tellPort(frame, [{ type: 'aushang:height', v: 2, height: 5000 }, { type: 'aushang:height', v: 1, height: '5000' }, { type: 'aushang:height', v: 1, height: 1500.5 }, { type: 'aushang:height', v: 1, height: -3 }, { type: 'aushang:height', v: 1, height: null }, { type: 'aushang:tall', v: 1, height: 5000 }, null, 'x']);
  await pause(200);
  assert.equal(await heightOf(page), reserved);
  for (const [said, height] of [[3000, 3000], [7, 100], [9_000_000, 200_000]]) {
    await tellPort(frame, [{ type: 'aushang:height', v: 1, height: said }]);
    await pause(200);
    assert.equal(await heightOf(page), height);
  }
}));

test('the page around does not scroll for its frame if nobody has done anything', () => host.visit(host.page(host.posting('', 'pushy/')), async (page) => {
  await pause(1500);
  assert.deepEqual([await page.evaluate(() => scrollY), await heightOf(page)], [0, 3000]);
}));

test('the page around scrolls for its frame if somebody has just done something, as far as that is well-formed', () => host.visit(host.page(host.posting('', 'fake/')), async (page) => {
  await page.waitForSelector('iframe');
  const frame = page.frames()[1];
  await frame.waitForFunction(() => /** @type {any} */ (window).heard);
  await tellParent(frame, { type: 'aushang:hello', v: 1, nonce: 'n' });
  await frame.waitForFunction(() => /** @type {any} */ (window).ports.length === 1);
  await tellPort(frame, [{ type: 'aushang:height', v: 1, height: 3000 }]);
  await page.mouse.click(300, 400);
  await tellPort(frame, [{ type: 'aushang:scroll', v: 1, top: -1, bottom: 40, align: 'start' }, { type: 'aushang:scroll', v: 1, top: 1500, bottom: 1540, align: 'middle' }, { type: 'aushang:scroll', v: 1, by: 1e6 }, { type: 'aushang:scroll', v: 1, top: 1500.5, bottom: 1540, align: 'start' }]);
  await pause(200);
  assert.equal(await page.evaluate(() => scrollY), 0, 'not well-formed');
  await tellPort(frame, [scrolls[0]]);
  await page.waitForFunction(() => scrollY > 1000);
  const at = await page.evaluate(() => scrollY);
  await tellPort(frame, [scrolls[1]]);
  await page.waitForFunction((y) => scrollY === y + 200, at);
}));

test('a frame beside it has no say, neither with the page around nor with the posting', () => host.visit(host.page(host.posting()), async (page) => {
  const frame = await ready(page);
  const height = await grown(page);
  const look = () => frame.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang, hint: document.getElementById('au-frame-hint') !== null }));
  const before = await look();
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src, title: 'Other' })), host.forger);
  await page.waitForFunction(() => document.title === 'Jobs, forged');
  await pause(300);
  assert.equal(await heightOf(page), height);
  assert.deepEqual(await look(), before);
  /** @type {any[]} */
  const answers = (await heard(/** @type {import('playwright-core').Frame} */ (page.frames().find((one) => one.url() === host.forger)))).filter((one) => one.type === 'aushang:welcome' && one.nonce);
  assert.deepEqual(answers, [], 'nobody answers it');

  // Nor has one of the posting's own origin: the posting's frame is still the one that is listened to.
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src, title: 'Third' })), `${host.site}/pushy/`);
  await pause(500);
  await page.setViewportSize({ width: 420, height: 700 });
  for (const end = Date.now() + 10_000; await heightOf(page) <= height + 200 && Date.now() < end;) await pause(50);
  assert.ok(await heightOf(page) > height + 200, String(await heightOf(page)));
}));

test('another site that the frame was led to has no say with the page around', () => host.visit(host.page(host.posting('', 'fake/')), async (page) => {
  await page.waitForSelector('iframe');
  const height = await heightOf(page);
  const frame = page.frames()[1];
  await frame.waitForFunction(() => /** @type {any} */ (window).heard);
  await frame.evaluate((there) => { location.href = there; }, host.forger);
  await frame.waitForURL(host.forger);
  await page.waitForFunction(() => document.title === 'Jobs, forged');
  await pause(300);
  assert.deepEqual((await heard(frame)).filter((one) => one?.type === 'aushang:welcome' && one.nonce), [], 'nobody answers it');
  assert.equal(await heightOf(page), height);
}, { faults: /can escape its sandboxing/ })); // it is a page of the page around

test('the posting takes only a welcome that knows its nonce, from the first that had one', () => host.visit(host.page('<p id="place"></p>', ''), async (page) => {
  await page.evaluate(([src, rights]) => {
    const frame = Object.assign(document.createElement('iframe'), { src, title: 'A position' });
    frame.setAttribute('sandbox', rights);
    const seen = /** @type {any} */ (window).seen = { hello: /** @type {any[]} */ ([]), port: /** @type {any[]} */ ([]) };
    addEventListener('message', ({ data, source }) => { if (source === frame.contentWindow) seen.hello.push(data); });
    document.getElementById('place')?.append(frame);
  }, [`${host.site}/?embed=1`, fullRights]);
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src, title: 'Other' })), host.forger);
  const frame = await ready(page);
  const [{ nonce, ...hello }, ...more] = await page.evaluate(() => /** @type {any} */ (window).seen.hello);
  assert.deepEqual([hello, more], [{ type: 'aushang:hello', v: 1 }, []], 'once, and with nothing in it');
  const welcome = { type: 'aushang:welcome', v: 1, nonce, height: 'auto', theme: 'dark', lang: 'de', mail: '' };
  const tell = (/** @type {object[]} */ messages, withPort = true) => page.evaluate(([all, port]) => {
    for (const one of /** @type {object[]} */ (all)) {
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => /** @type {any} */ (window).seen.port.push(data);
      /** @type {any} */ (window).port = channel.port1;
      document.querySelector('iframe')?.contentWindow?.postMessage(one, '*', port ? [channel.port2] : []);
    }
  }, /** @type {const} */ ([messages, withPort]));
  const state = () => frame.evaluate(() => [document.documentElement.dataset.frame, document.documentElement.dataset.theme ?? '', document.documentElement.lang].join());
  await tell([{ ...welcome, nonce: 'other' }, { ...welcome, v: 2 }, { ...welcome, type: 'welcome' }, /** @type {any} */ ('welcome'), /** @type {any} */ (null)]);
  await tell([welcome], false);
  const sibling = page.frames().find((one) => one.url() === host.forger);
  assert.ok(sibling, 'the other frame is there');
  await sibling.evaluate((one) => parent[0].postMessage(one, '*', [new MessageChannel().port2]), welcome);
  await pause(200);
  assert.equal(await state(), 'own,,en');
  await tell([welcome]);
  await frame.waitForFunction(() => document.documentElement.lang === 'de');
  assert.equal(await state(), 'auto,dark,de');
  const heights = (await page.evaluate(() => /** @type {any} */ (window).seen.port)).filter((/** @type {any} */ one) => one.type === 'aushang:height');
  assert.ok(heights.length > 0 && heights.every((/** @type {any} */ one) => Number.isInteger(one.height) && one.height > 1000 && one.v === 1), JSON.stringify(heights));

  // Settings and views that can't be right change nothing.
  await page.evaluate(() => { for (const one of [{ type: 'aushang:settings', v: 1, theme: 'blue', height: 'tall', lang: 'xx"]', mail: 'javascript:' }, { type: 'aushang:view', v: 1, top: 'a', bottom: 2 }, { type: 'aushang:view', v: 1, top: 50, bottom: 20 }, null]) /** @type {any} */ (window).port.postMessage(one); });
  await pause(300);
  assert.equal(await state(), 'auto,dark,de');

  // What is answered stays in the frame.
  await frame.locator('#au-o-field-0-input').check();
  await unfold(frame);
  await frame.locator('#au-w-name').fill('Ada Lovelace');
  await pause(400);
  const all = JSON.stringify(await page.evaluate(() => /** @type {any} */ (window).seen), (key, value) => (key === 'nonce' ? '' : value));
  assert.doesNotMatch(all, /Ada|field|ml\b/);
  const kinds = new Set((await page.evaluate(() => /** @type {any} */ (window).seen.port)).map((/** @type {any} */ one) => Object.keys(one).sort().join()));
  for (const kind of kinds) assert.ok(['height,type,v', 'align,bottom,top,type,v', 'by,type,v'].includes(kind), kind);
}));
