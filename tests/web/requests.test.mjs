// Nothing leaves the visitor's device but what the page's own server is asked: by the browser's own log of its network,
// which also knows of look-ups, connections that are opened ahead, workers and frames.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkOf, choose, local, mailLink, mailOf, regions, unfold, words } from '../support/applicant.mjs';
import { serveAs } from '../support/host.mjs';
import { contacts, launchLogged, strangers } from '../support/net_log.mjs';
import { aushang, project, temporaryFolder } from '../support/project.mjs';

/** @typedef {import('playwright-core').Page} Page */
const check = checkOf('phd-ot'), said = words('en'), german = words('de');
/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serveAs>>} */
let host;
/** @type {Awaited<ReturnType<typeof serveAs>>} */
let other;
/** @type {Awaited<ReturnType<typeof serveAs>>} */
let third;
/** @type {Awaited<ReturnType<typeof serveAs>>} */
let fourth;
before(async (t) => {
  folder = temporaryFolder(/** @type {any} */ (t));
  const { code, err } = aushang(['build', '--no-packed', join(project, 'assets/postings/phd-ot'), '-o', join(folder, 'site')]);
  assert.equal(code, 0, err);
  for (const name of ['faulty', 'guarded']) cpSync(join(folder, 'site'), join(folder, name), { recursive: true });
  const headers = { 'x-dns-prefetch-control': 'off' }; // as hosting/ has it
  [host, other, third, fourth] = [await serveAs(folder, { headers }), await serveAs(folder), await serveAs(folder), await serveAs(folder)];
});
after(() => Promise.all([host, other, third, fourth].map((one) => one?.close())));

/** @param {Page} page @param {string} state */
const reaches = (page, state) => page.waitForFunction((wanted) => document.documentElement.dataset.aushang === wanted, state);

/**
 * Whom the browser turned to while `look` was going on, and the page and all that belongs to it were open.
 * @param {string} address @param {(page: Page) => Promise<void>} look
 */
async function logged(address, look) {
  const file = join(folder, 'log.json'), profile = join(folder, 'profile');
  rmSync(profile, { recursive: true, force: true });
  const browser = await launchLogged(file, profile);
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await look(page);
  } finally {
    await browser.close();
  }
  return contacts(file);
}

test('from reading to applying, in both languages and forms, and kept for reading offline: only the site\'s own server is asked', async () => {
  const found = await logged(`${host.origin}/site/`, async (page) => {
    await reaches(page, 'ready');
    await choose(page, check.questions[0], local(check.questions[0].options[0].label, 'en'), 'en');
    await choose(page, check.questions[4], said['answer.yes'], 'en');
    await unfold(page);
    await regions(page, 'en').apply.getByRole('textbox', { name: said['words.name'], exact: true }).fill('Ada');
    await page.waitForFunction(() => document.querySelector('#au-apply a[href*="Ada"]'));
    // Links that lead elsewhere are hovered and focused: neither may look ahead.
    const links = await page.locator('a[href^="http"]:visible').all();
    assert.ok(links.length >= 2, `${links.length} links lead elsewhere`);
    for (const link of links) {
      await link.hover();
      await link.focus();
    }
    await page.mouse.wheel(0, 10_000);
    await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'de');
    assert.match(mailOf(await mailLink(page, 'de')).subject, /Ada/);
    await page.getByRole('button', { name: german['page.plain_mode'], exact: true }).click();
    await reaches(page, 'plain');
    await page.getByRole('button', { name: german['offline.keep'], exact: true }).click();
    await page.locator('#au-kept').waitFor();
    await page.reload();
    await reaches(page, 'ready');
  });
  assert.deepEqual(strangers(found, host.origin), []);
  // The log did tell what went on, down to the worker.
  const seen = new Set(found.map(({ event }) => event));
  for (const event of ['URL_REQUEST_START_JOB', 'TCP_CONNECT_ATTEMPT']) assert.ok(seen.has(event), `${event} in ${[...seen].join(' ')}`);
  assert.ok(host.asked.includes('/site/sw.js'));
});

/**
 * A page with an image from another origin in it, and a hint to connect to a third.
 * @param {string} name @param {string} origin of the image @param {boolean} guarded by its policy
 */
function spoil(name, origin, guarded) {
  const html = readFileSync(join(folder, 'site/index.html'), 'utf8');
  const spoilt = html.replace('</head>', `<link rel="preconnect" href="${third.origin}"></head>`).replace('</main>', `<img id="foreign" src="${origin}/site/icon.svg" alt=""></main>`);
  writeFileSync(join(folder, name, 'index.html'), guarded ? spoilt : spoilt.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
}
/** The page is as it will be, and what was asked for has been answered or refused. @param {Page} page */
const over = async (page) => {
  await reaches(page, 'ready');
  await page.waitForFunction(() => /** @type {HTMLImageElement} */ (document.getElementById('foreign')).complete);
};

test('an image from elsewhere would be found, and a connection that is only opened; the page\'s own policy stops the image before anything is asked', async () => {
  spoil('faulty', other.origin, false);
  spoil('guarded', fourth.origin, true);
  const found = strangers(await logged(`${host.origin}/faulty/`, async (page) => {
    await over(page);
    await page.goto(`${host.origin}/guarded/`);
    await over(page);
  }), host.origin);
  const places = found.map(({ place }) => place);
  for (const place of [other.origin, new URL(other.origin).host, new URL(third.origin).host]) assert.ok(places.includes(place), `${place} in ${places.join()}`);
  assert.deepEqual(found.filter(({ event, place }) => event.startsWith('URL_REQUEST') && place === fourth.origin), []);
  assert.deepEqual(fourth.asked, []);
});
