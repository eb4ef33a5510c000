// Hostile texts in everything that reaches a page when it is open: its address, messages of other windows, attributes of
// <aushang-posting>, and what applicants type. Left to `--full`: each text in each of the fields.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mailOf } from '../support/applicant.mjs';
import { launch, serve } from '../support/browser.mjs';
import { fullRights } from '../support/embed_host.mjs';
import { aushang, full, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { lookThrough } from '../support/strangers.mjs';
import { copy, recipient, shown, withoutPolicy } from '../support/vector_sites.mjs';
import { comesUp, rests, watched } from '../support/watched.mjs';
import { addresses, texts } from './vector_cases.mjs';

/** @typedef {import('playwright-core').Page} Page */
const all = [...texts, ...addresses];
const check = smallCheck({
  apply: { to: [recipient], cc: [copy], subject: { contains: '[job-1]' }, inquiry: true },
  questions: [{ id: 'first', type: 'text', label: 'First of all?' }, { id: 'years', type: 'number', label: 'Years?' }, { id: 'begin', type: 'date', label: 'Begin?' }, { id: 'field', type: 'one', label: 'Field?', options: [{ value: '__proto__', label: 'Proto' }, { value: 'constructor', label: 'Constructor' }] }],
  criteria: [{ id: 'constructor', level: 'must', label: 'Years', logic: { and: [{ '>': [{ var: 'years' }, 2] }, { '==': [{ var: 'field' }, '__proto__'] }] } }],
});
/** A frame that tells what it is told to. */
const fake = 'window.heard = []; window.ports = []; addEventListener("message", ({ data, ports }) => { window.heard.push(data); window.ports.push(...ports); });';

/** @type {import('playwright-core').Browser} */
let browser;
/** The posting's server, and those of somebody's pages, one of them with a policy. @type {Awaited<ReturnType<typeof serve>>[]} */
let servers = [];
let site = '', host = '', strict = '';
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  writeFiles(folder, { 'in/posting.md': '---\ntitle: A position\n---\n## You\n\nYou [like it](#you) here. [Nowhere](#%) and [nowhere](#%E0%A4%A).\n\n## Constructor\n\nWords.\n', 'in/check.json': check });
  const { code, err } = aushang(['build', '--no-packed', join(folder, 'in'), '-o', join(folder, 'site/strict')]);
  assert.equal(code, 0, err);
  withoutPolicy(join(folder, 'site'), 'strict', 'open');
  writeFiles(join(folder, 'site'), { 'fake/index.html': '<!doctype html><html lang="en"><title>Fake</title><script src="fake.js"></script></html>', 'fake/fake.js': fake });
  const server = await serve(join(folder, 'site'), {}, () => `${host} ${strict}`);
  site = server.origin;
  writeFiles(join(folder, 'host'), { 'index.html': `<!doctype html><html lang="en"><title>Jobs</title><script src="${site}/strict/embed.js"></script><body><h1>Jobs</h1><div id="place"></div></body></html>`, 'favicon.ico': '' });
  const others = await Promise.all([serve(join(folder, 'host')), serve(join(folder, 'host'), { 'content-security-policy': `default-src 'self'; script-src 'self' ${site}; frame-src 'self' ${site}` })]);
  [host, strict] = others.map(({ origin }) => origin.replace('127.0.0.1', 'localhost'));
  servers = [server, ...others];
  browser = await launch();
});
after(async () => {
  await browser?.close();
  for (const server of servers) await server.close();
});
const visit = (/** @type {(page: Page) => Promise<void>} */ look, /** @type {RegExp} */ faults = /^error: Failed to load resource.*404/) => watched(browser, [site, host, strict], look, { faults, viewport: { width: 900, height: 700 } });

/** @param {Page | import('playwright-core').Frame} page */
const isOurs = async (page) => assert.deepEqual((await page.evaluate(lookThrough)).strange, []);

describe('the address', () => {
  test('in its query, by known names, unknown ones, and as names', () => visit(async (page) => {
    const each = 24;
    for (let i = 0; i < texts.length; i += each) {
      const [lang, theme, mode, embed, ...more] = texts.slice(i, i + each);
      const query = new URLSearchParams([...Object.entries({ lang, theme, mode, embed }), ...more.flatMap((text) => [['other', text], [text, '1']])]);
      await page.goto(`${site}/open/?${query}`);
      await comesUp(page, ['ready']);
      await isOurs(page);
      assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), { aushang: 'ready' });
      if (i % (each * 3) > 0) continue;
      await page.getByRole('link', { name: 'Deutsch', exact: true }).click(); // takes the query along
      await page.waitForFunction(() => document.documentElement.lang === 'de');
      await comesUp(page);
      await isOurs(page);
      assert.equal(new URL(page.url()).pathname, '/open/de/');
    }
  }));

  test('behind its #, encoded or not', () => visit(async (page) => {
    await page.goto(`${site}/open/`);
    await comesUp(page);
    await page.evaluate((hashes) => { for (const hash of hashes) location.hash = hash; }, all.flatMap((text) => [text, encodeURIComponent(text), `:~:text=${encodeURIComponent(text)}`]));
    await rests(page);
    await isOurs(page);
  }));
});

test('what applicants type goes into the mail as they typed it, and changes neither whom it goes to nor the page', () => visit(async (page) => {
  await page.goto(`${site}/open/?mode=plain`);
  await comesUp(page);
  await page.getByRole('radio', { name: 'Proto', exact: true }).check();
  const mails = await page.evaluate(async ([values, inEach]) => {
    const fields = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#au-panel :is(input[type=text], textarea)')]);
    // What fields of numbers and dates can't read is no answer, and no part of the mail.
    const isTold = (/** @type {HTMLElement} */ { id }) => !['au-f-years', 'au-f-begin'].includes(id);
    const found = [];
    // Each text in all fields; or in one of them, and others in the others.
    for (let i = 0; i < values.length; i += inEach ? 1 : fields.length) {
      fields.forEach((field, j) => {
        field.value = values[inEach ? i : (i + j) % values.length];
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
      const link = (/** @type {string} */ id) => document.getElementById(id)?.getAttribute('href') ?? '';
      found.push({ mail: link('au-mail'), ask: link('au-ask'), to: document.getElementById('au-to')?.textContent, typed: fields.filter(isTold).map((field) => field.value), written: fields.length });
    }
    return found;
  }, /** @type {const} */ ([texts, full]));
  assert.ok(texts.length > 200 && mails.length === (full ? texts.length : Math.ceil(texts.length / 7)) && mails.every(({ typed, written }) => typed.length === 5 && written === 7));
  for (const { mail, ask, to, typed } of mails) {
    assert.equal(to, `To: ${recipient}`);
    for (const href of [mail, ask]) {
      assert.match(href, /^mailto:[!-~]+$/);
      const parts = mailOf(href);
      assert.deepEqual([parts.to, parts.fields], [recipient, ['cc', 'subject', 'body']]);
      assert.ok(href.includes(`?cc=${copy}&subject=`), href);
      assert.ok(parts.subject.startsWith('[job-1] '), parts.subject);
      assert.doesNotMatch(parts.subject, /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      assert.doesNotMatch(parts.body, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
    }
    const { body } = mailOf(mail);
    for (const line of typed.flatMap((value) => value.split('\n')).filter((line) => !/^\d+$/.test(line))) assert.ok(body.includes(shown(line)), JSON.stringify([line, body]));
  }
  await isOurs(page);
}));

for (const [how, path] of /** @type {const} */ ([['with policies', 'strict'], ['without a policy', 'open']])) {
  const around = () => (path === 'strict' ? strict : host);

  test(`the posting in a frame, ${how}: messages of the page around change nothing that is no setting`, () => visit(async (page) => {
    await page.goto(`${around()}/`);
    await page.evaluate(([src, rights]) => {
      const frame = Object.assign(document.createElement('iframe'), { src, title: 'A position', width: '800', height: '600' });
      frame.setAttribute('sandbox', rights);
      addEventListener('message', ({ data, source }) => { if (source === frame.contentWindow) /** @type {any} */ (window).nonce = data.nonce; });
      document.getElementById('place')?.append(frame);
    }, [`${site}/${path}/?embed=1`, fullRights]);
    await page.waitForFunction(() => /** @type {any} */ (window).nonce);
    const frame = /** @type {import('playwright-core').Frame} */ (await (await page.waitForSelector('iframe')).contentFrame());
    await comesUp(frame);
    await page.evaluate((values) => {
      const target = /** @type {Window} */ (document.querySelector('iframe')?.contentWindow);
      const send = (/** @type {unknown} */ data) => {
        const { port1, port2 } = new MessageChannel();
        target.postMessage(data, '*', [port2]);
        return port1;
      };
      const { nonce } = /** @type {any} */ (window);
      for (const text of values) {
        send(text);
        send({ type: 'aushang:welcome', v: 1, nonce: text, height: 'auto', theme: 'dark', lang: 'de', mail: '_top' });
        const port = send({ type: 'aushang:welcome', v: 1, nonce, height: text, theme: text, lang: text, mail: text });
        for (const data of [text, { type: text, v: 1 }, { type: 'aushang:settings', v: 1, height: text, theme: text, lang: text, mail: text }, { type: 'aushang:view', v: 1, top: text, bottom: text }, JSON.parse('{"type":"aushang:settings","v":1,"__proto__":{"au_ran":1},"constructor":{"prototype":{"au_ran":1}}}')]) port.postMessage(data);
      }
    }, all);
    await rests(page);
    await rests(frame);
    await isOurs(frame);
    assert.deepEqual(await frame.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang })), { aushang: 'ready', frame: 'own', lang: 'en' });
    // Links lead to where they say, also those to places that can't be.
    const links = await frame.locator('.posting a').all();
    assert.ok(links.length > 0);
    for (const link of links) {
      await link.evaluate((element) => { element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); });
    }
    await frame.locator('#au-mail').focus();
    assert.equal(await frame.locator('#au-mail').getAttribute('target'), '_blank');
    await isOurs(frame);
  }));

  test(`the page around, ${how}: what a frame says to it changes nothing but a height`, () => visit(async (page) => {
    await page.goto(`${around()}/`);
    await page.evaluate((src) => {
      const element = document.createElement('aushang-posting');
      for (const [name, value] of [['src', src], ['title', 'A position']]) element.setAttribute(name, value);
      document.getElementById('place')?.append(element);
    }, `${site}/fake/`);
    const frame = await page.waitForSelector('iframe').then((element) => element.contentFrame());
    await frame?.waitForFunction(() => /** @type {any} */ (window).heard);
    const look = () => page.evaluate(() => [document.documentElement.outerHTML, document.querySelector('aushang-posting')?.shadowRoot?.innerHTML, location.href, document.title, scrollY, /** @type {any} */ (window).au_ran]);
    await frame?.evaluate(() => parent.postMessage({ type: 'aushang:hello', v: 1, nonce: 'n' }, '*'));
    await frame?.waitForFunction(() => /** @type {any} */ (window).ports.length === 1);
    const before = await look();
    await frame?.evaluate((values) => {
      const [port] = /** @type {any} */ (window).ports;
      for (const text of values) {
        for (const data of [text, { type: text, v: 1 }, { type: 'aushang:height', v: 1, height: text }, { type: 'aushang:scroll', v: 1, top: text, bottom: text, align: text, by: text }, { type: 'aushang:scroll', v: 1, top: 1, bottom: 2, align: text }, JSON.parse('{"type":"aushang:height","v":1,"__proto__":{"height":5000},"constructor":1}')]) port.postMessage(data);
        for (const data of [text, { type: text, v: 1, nonce: 'n' }, { type: 'aushang:hello', v: text, nonce: text }]) parent.postMessage(data, '*');
      }
      for (const text of values) parent.postMessage({ type: 'aushang:hello', v: 1, nonce: text.slice(0, 64) }, '*');
    }, all);
    // The last greeting is answered like the first, and with nothing but itself.
    await frame?.waitForFunction((count) => /** @type {any} */ (window).heard.length === count, all.length + 1);
    assert.deepEqual(await look(), before);
    const heard = /** @type {any[]} */ (await frame?.evaluate(() => /** @type {any} */ (window).heard));
    assert.deepEqual(heard.map(({ nonce }) => nonce), ['n', ...all.map((text) => text.slice(0, 64))]);
  }));

  test(`<aushang-posting>, ${how}: whatever its attributes hold, a frame of that address with these rights, or the link`, () => visit(async (page) => {
    await page.goto(`${around()}/`);
    const found = await page.evaluate(([values, src]) => {
      const place = document.createElement('div');
      place.style.display = 'none'; // a frame that isn't rendered doesn't load
      document.body.append(place);
      return values.flatMap((text) => [['src'], ['title', 'lang', 'theme', 'height', 'sandbox']].map((names) => {
        const element = document.createElement('aushang-posting');
        element.textContent = 'Open the posting';
        element.setAttribute('src', src);
        for (const name of names) element.setAttribute(name, text);
        place.append(element);
        const inside = [...element.shadowRoot?.querySelectorAll('*') ?? []];
        const frame = inside.find((one) => one instanceof HTMLIFrameElement);
        const { protocol = '', origin = '', pathname = '', search = '', hash = '' } = frame ? new URL(frame.src) : {};
        const said = { text, isSource: names[0] === 'src', tags: inside.map((one) => one.localName).join(), attributes: frame?.getAttributeNames().sort().join(), protocol, origin, pathname, search, hash, title: frame?.title, height: frame?.style.height, sandbox: frame?.getAttribute('sandbox'), ran: /** @type {any} */ (window).au_ran };
        element.remove();
        return said;
      }));
    }, /** @type {const} */ ([all, `${site}/strict/`]));
    assert.equal(found.length, all.length * 2);
    let links = 0;
    for (const { text, isSource, tags, attributes, protocol, origin, pathname, search, hash, title, height, sandbox, ran } of found) {
      const say = JSON.stringify({ isSource, text });
      assert.equal(ran, undefined, say);
      if (tags === 'slot') {
        assert.ok(isSource, say);
        ++links;
        continue;
      }
      assert.deepEqual([tags, attributes], ['iframe,span', 'allow,loading,referrerpolicy,sandbox,src,style,title'], say);
      if (isSource) {
        assert.match(protocol, /^https?:$/, say);
        assert.match(text.trim(), /^https?:/i, 'the page around wants it so');
        continue;
      }
      assert.deepEqual([origin, pathname, hash], [site, '/strict/', ''], say);
      assert.deepEqual([...new URLSearchParams(search)], [['embed', '1'], ['lang', text], ['theme', text]], say);
      assert.equal(title, text, say);
      assert.match(height ?? '', /^(max\(100vh, 720px\)|\d+px)$/, say);
      assert.equal(sandbox, text, say);
    }
    assert.ok(links > texts.length, `${links} keep the link`);
  }, /isn't an address that begins with|404|Error while parsing the 'sandbox' attribute/));
}
