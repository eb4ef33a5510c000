// aushang serve as its author sees it: the page comes anew by itself and keeps what was answered, written and looked at;
// a bar says what is wrong and shows the line.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { start } from '../../package/serve/command.js';
import { launch } from '../support/browser.mjs';
import { nativeTool } from '../support/native_tool.mjs';
import { full, project, temporaryFolder } from '../support/project.mjs';
import { comesUp, rests, watched } from '../support/watched.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** The example, served from a folder of its own. @param {import('node:test').TestContext} t @param {(page: Page, at: { folder: string, address: string, edit: (name: string, change: (text: string) => string) => void }) => Promise<void>} look */
async function serving(t, look) {
  const folder = join(temporaryFolder(t), 'phd-ot');
  cpSync(join(project, 'assets/postings/phd-ot'), folder, { recursive: true });
  const session = await start({ folders: [folder], today: '2026-01-01', ports: [0] }, nativeTool(), join(project, 'package/serve'), () => {});
  assert.ok(session);
  t.after(() => session.close());
  const edit = (/** @type {string} */ name, /** @type {(text: string) => string} */ change) => writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  // A page that is left meanwhile may have something under way.
  await watched(browser, [new URL(session.address).origin], async (page) => {
    await page.goto(session.address);
    await comesUp(page);
    await look(page, { folder, address: session.address, edit });
  });
}

const title = (/** @type {Page} */ page) => page.locator('#au-title').textContent();
/** Waits until the page has another title, and is up again and filled in. @param {Page} page @param {string} wanted */
async function shows(page, wanted) {
  await page.waitForFunction((text) => document.getElementById('au-title')?.textContent === text && ['ready', 'plain'].includes(document.documentElement.dataset.aushang ?? ''), wanted);
  await page.waitForFunction(() => sessionStorage.getItem('aushang-preview') === null);
}
const answers = (/** @type {Page} */ page) => page.evaluate(() => ({
  checked: [...document.querySelectorAll('#au-panel input:checked')].map(({ id }) => id),
  written: [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#au-panel :is(input[type=text], input:not([type]), textarea)'))].filter(({ value }) => value).map(({ id, value }) => [id, value]),
  verdict: document.querySelector('#au-panel [role=status]')?.textContent,
  mail: /** @type {HTMLAnchorElement} */ (document.getElementById('au-mail')).href,
  open: [...document.querySelectorAll('#au-panel details[open]')].map(({ id }) => id),
  focus: document.activeElement?.id,
  y: Math.round(scrollY),
}));

/** Waits until the page says so: it may come anew once more, with other findings. @param {Page} page @param {Awaited<ReturnType<typeof answers>>} then */
async function holds(page, then) {
  for (const end = Date.now() + 10_000; ;) {
    try {
      assert.deepEqual({ ...await answers(page), mail: '' }, { ...then, mail: '' });
      return;
    } catch (problem) {
      if (Date.now() > end) throw problem;
      await new Promise((done) => { setTimeout(done, 50); });
    }
  }
}

test('a saved page comes by itself, and answers, words, the focus and the place stay', (t) => serving(t, async (page, { edit }) => {
  for (const group of await page.locator('#au-panel fieldset').all()) {
    const first = group.locator('input').first();
    if (!await first.isVisible()) continue;
    await first.check({ force: true });
    await rests(page); // what an answer folds
  }
  const words = page.locator('#au-panel details', { has: page.locator('textarea, input[type=text]') }).first();
  if (!await words.evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open)) await words.locator('summary').first().click();
  const field = words.locator('textarea, input[type=text], input:not([type])').first();
  await field.fill('Ännä Döe');
  await field.focus();
  await page.evaluate(() => scrollTo(0, 300));
  await comesUp(page);
  const then = await answers(page);
  assert.ok(then.checked.length > 1 && then.written.length === 1 && then.y === 300, JSON.stringify(then));
  edit('posting.md', (text) => text.replace(/^(title: ).*$/m, '$1Another title'));
  await shows(page, 'Another title');
  await holds(page, then);
  const times = full ? 10 : 4;
  for (let i = 0; i < times; ++i) {
    edit('posting.md', (text) => text.replace(/^(title: ).*$/m, `$1Title ${i}`));
    await new Promise((done) => { setTimeout(done, i * 30); });
  }
  await shows(page, `Title ${times - 1}`);
  await holds(page, then);
  assert.ok(then.mail.includes('%C3%84nn%C3%A4') || (await answers(page)).mail.startsWith('mailto:'));
}));

test('a page that comes anew is painted where the reader was, not at its top first, and nothing moves then', (t) => serving(t, async (page, { edit }) => {
  await page.addInitScript(() => {
    new PerformanceObserver(() => { document.documentElement.dataset.paintedAt ??= `${scrollY}`; }).observe({ type: 'paint', buffered: true });
    let moved = 0;
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) moved += /** @type {any} */ (one).value;
      document.documentElement.dataset.moved = `${moved}`;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const [place, width] of [[300, 1280], [150, 1280], [200, 800]]) {
    await page.setViewportSize({ width, height: 720 });
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), place);
    await comesUp(page);
    edit('posting.md', (text) => text.replace(/^(title: ).*$/m, `$1Read from ${place}`));
    await shows(page, `Read from ${place}`);
    const { paintedAt, moved } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    assert.ok(Number(paintedAt) === place && Number(moved ?? 0) < 0.001, `${paintedAt} px instead of ${place}, moved by ${moved}, at ${width} px`);
  }
}));

test('a mistake is said in a bar over the last good page, and a click shows the line; it goes with the mistake', (t) => serving(t, async (page, { edit, folder }) => {
  const bar = page.locator('aside[aria-label=Preview] .findings');
  const good = await title(page);
  const lines = readFileSync(join(folder, 'check.json'), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes('"apply"'));
  edit('check.json', (text) => text.replace('"apply"', '"aply"'));
  await bar.locator('summary').waitFor();
  assert.match(/** @type {string} */ (await bar.locator('summary').textContent()), /^\d+ errors?.*\. The page is the last one without an error\.$/);
  assert.equal(await title(page), good);
  await bar.locator('summary').click();
  await bar.getByRole('button', { name: `check.json:${at + 1}:` }).first().click();
  assert.equal(await bar.locator('mark').textContent(), lines[at].replace('"apply"', '"aply"'));
  assert.equal(await bar.locator('ol li').count(), lines.length);
  edit('check.json', (text) => text.replace('"aply"', '"apply"'));
  await bar.waitFor({ state: 'hidden' });
  assert.equal(await title(page), good);
}));

test('pages without the app have the bar as well and come anew', (t) => serving(t, async (page, { edit, address }) => {
  await page.goto(`${address}privacy/en/`);
  await page.evaluate(() => { document.body.dataset.old = 'yes'; });
  edit('posting.md', (text) => text.replace(/^(title: ).*$/m, '$1Another title'));
  await page.waitForFunction(() => document.body.dataset.old === undefined);
  assert.ok(await page.getByText('Another title').count());
}));
