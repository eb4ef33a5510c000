// A posting in somebody else's page, in three engines: the applicant's way through the frame, as high as the posting and
// of a fixed height, and with each set of rights that docs/guides/embed.md names. Outside Chromium only what differs there;
// all of it in all engines, and the whole way through each frame, with --full.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checkOf, local, mailOf, words } from '../support/applicant.mjs';
import { frameReaches, fullRights, openHost, press } from '../support/embed_host.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { full, temporaryFolder } from '../support/project.mjs';

const check = checkOf('phd-ot'), said = words('en');
/** WebKit's reports from a frame without an origin: 'self' names nothing there, see below. */
const withoutOrigin = /^(?!.*Chrome\/).*AppleWebKit\/.*"document-uri":"[^"]*\?embed=1".*"blocked-uri":"http:\/\/127\.0\.0\.1:/;
/** @type {Awaited<ReturnType<typeof openHost>>} sends what an opaque origin needs */
let open;
/** @type {Awaited<ReturnType<typeof openHost>>} */
let plain;
before(async (t) => {
  plain = await openHost(temporaryFolder(/** @type {any} */ (t)), {}, withoutOrigin);
  open = await openHost(temporaryFolder(/** @type {any} */ (t)), { 'access-control-allow-origin': '*' }, withoutOrigin);
});
after(() => Promise.all([open?.close(), plain?.close()]));

/** @typedef {import('../support/engines.mjs').Page} Page */

/** @param {Page} page @param {string} wanted */
const saysVerdict = async (page, wanted) => {
  let now = '';
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    now = await page.inFrame(() => document.querySelector('.f-status')?.textContent ?? '');
    if (now.includes(wanted)) return;
  }
  assert.fail(`the status says: ${now}`);
};
/** @param {Page} page */
const mailLink = (page) => page.inFrame(() => {
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById('au-mail'));
  link.focus({ preventScroll: true });
  return { href: link.href, target: link.target, hint: document.getElementById('au-frame-hint')?.textContent ?? '', address: document.getElementById('au-whole-page')?.textContent ?? '' };
});

/** Answers, writes, and looks at the mail. @param {Page} page @param {boolean} isAuto */
async function apply(page, isAuto) {
  const pressed = (/** @type {string} */ role, /** @type {string} */ name, /** @type {any} */ question) => press(page, isAuto, role, name, question ? local(question.label, 'en') : '');
  await saysVerdict(page, '5 questions, about a minute');
  await pressed('option', local(check.questions[0].options[0].label, 'en'), check.questions[0]);
  await pressed('option', said['answer.yes'], check.questions[4]);
  await saysVerdict(page, said['outcome.meets']);
  await pressed('summary', said['words.heading'], null);
  await pressed('textbox', said['words.name'], null);
  await page.type('Ada');
  for (const end = Date.now() + 5000; Date.now() < end && !(await mailLink(page)).href.includes('Ada'); await new Promise((done) => setTimeout(done, 50)));
  const link = await mailLink(page), mail = mailOf(link.href);
  assert.equal(mail.to, 'zplusj@gmail.com');
  assert.equal(mail.subject, '[apply-phd-ot] Application from Ada');
  return link;
}

/** All that can be read without the app: it never began, or it found out that it may fetch nothing. @param {Page} page */
async function isStatic(page) {
  await frameReaches(page, 'static', 'failed');
  const seen = await page.inFrame(() => ({ title: document.querySelector('h1')?.textContent, mail: /** @type {HTMLAnchorElement} */ (document.getElementById('au-mail')).href, address: document.getElementById('au-to')?.textContent }));
  assert.match(seen.title ?? '', /\w/);
  assert.equal(mailOf(seen.mail).to, 'zplusj@gmail.com');
  assert.match(seen.address ?? '', /zplusj@gmail\.com/);
}

/** @param {Page} page */
const frameHeight = (page) => page.evaluate(() => (document.querySelector('iframe') ?? document.querySelector('aushang-posting')?.shadowRoot?.querySelector('iframe'))?.getBoundingClientRect().height ?? 0);

/** Host and frame have found one another, and the frame is as high as the posting. @param {Page} page */
const grown = (page) => page.waitFor(() => (document.querySelector('aushang-posting')?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect().height ?? 0) > 1500);

for (const name of engineNames) {
  const engine = launchEngine(name), skip = engine.skipReason ?? false;
  /** @param {typeof open} host @param {string} address @param {(page: Page) => Promise<void>} look @param {RegExp} [faults] */
  async function visit(host, address, look, faults) {
    const page = await engine.open({ url: address, width: 900, height: 700, others: [host.site] });
    try {
      await look(page);
      assert.deepEqual((await page.messages()).filter(({ text }) => !faults?.test(text)), []);
    } finally {
      await page.close();
    }
  }

  describe(name, () => {
    after(() => engine.close());

    test('an auto-height frame: as high as the posting, a canvas of what is seen, and the whole way to the mail', { skip }, () => visit(open, open.page(open.posting('height="auto"')), async (page) => {
      await frameReaches(page);
      await grown(page);
      const link = await apply(page, true);
      assert.equal(link.target, '_blank', 'what the rights allow');
      assert.equal(link.hint, '', 'nothing to warn of');
      const look = () => page.inFrame(() => ({ own: document.documentElement.getBoundingClientRect().height, window: innerHeight, canvas: document.getElementById('canvas')?.getBoundingClientRect().height ?? 0, top: scrollY }));
      const fits = (/** @type {Awaited<ReturnType<typeof look>>} */ seen) => Math.abs(seen.own - seen.window) <= 1;
      let inside = await look();
      for (const end = Date.now() + 3000; !fits(inside) && Date.now() < end; await new Promise((done) => setTimeout(done, 50))) inside = await look();
      assert.ok(fits(inside), JSON.stringify(inside));
      assert.equal(await frameHeight(page), inside.window);
      assert.ok(inside.canvas > 300 && inside.canvas <= 3 * 700 + 2, JSON.stringify(inside));
      assert.equal(inside.top, 0);
    }));

    if (full || name === 'chromium') test('a frame of a fixed height scrolls by itself', { skip }, () => visit(open, open.page(open.posting('height="720"')), async (page) => {
      await frameReaches(page);
      assert.equal((full ? await apply(page, false) : await mailLink(page)).target, '_blank');
      assert.equal(await frameHeight(page), 720);
      assert.equal(await page.inFrame(() => document.getElementById('au-dock')?.getBoundingClientRect().bottom), 720, 'the dock stands at its lower edge');
    }));

    if (full || name === 'chromium') test('a frame without embed.js', { skip }, () => visit(open, open.page(open.frame(fullRights), ''), async (page) => {
      await frameReaches(page);
      const link = full ? await apply(page, false) : await mailLink(page);
      assert.deepEqual([link.target, link.hint], ['_blank', '']);
      assert.equal(await page.inFrame(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.full'))).display), 'flex');
    }));

    if (full || name === 'chromium') test('a frame that may open neither windows nor other programs says so, and the way around', { skip }, () => visit(open, open.page(open.posting('sandbox="allow-scripts allow-same-origin"')), async (page) => {
      await frameReaches(page);
      await grown(page);
      const link = full ? await apply(page, true) : await mailLink(page);
      assert.equal(link.hint, said['apply.in_frame']);
      assert.equal(link.address, `${open.site}/`);
    }));

    // WebKit takes 'self' in a page's own policy for the frame's origin, which is none: there not even the style sheet counts.
    if (name === 'webkit') {
      test('allow-scripts alone, where the server lets everybody read its files: the static page stays', { skip }, () => visit(open, open.page(open.frame('allow-scripts'), ''), isStatic, /the page stays as it is/));
      if (full) test('allow-scripts alone, on a plain host: the static page stays, complete', { skip }, () => visit(plain, plain.page(plain.frame('allow-scripts'), ''), isStatic, /the page stays as it is/));
      return;
    }
    test('allow-scripts alone, where the server lets everybody read its files: all of it works', { skip }, () => visit(open, open.page(open.frame('allow-scripts'), ''), async (page) => {
      await frameReaches(page);
      const link = await apply(page, false);
      assert.equal(await page.inFrame(() => origin), 'null');
      assert.equal(link.hint, said['apply.in_frame']);
      assert.equal(link.address, `${open.site}/`);
    }));

    if (full || name === 'chromium') test('allow-scripts alone, on a plain host: the static page stays, complete', { skip }, () => visit(plain, plain.page(plain.frame('allow-scripts'), ''), isStatic, /CORS|Cross-Origin|access control|Access-Control|ERR_FAILED|NS_ERROR|preload|Cross origin|posting\.json|aushang\.wasm|app\.js/i));
  });
}
