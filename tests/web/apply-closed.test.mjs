// A deadline that has passed, by the reader's clock: the facts, the card, the mail link, the dock and the list of postings
// say so, and one can write all the same. And positions with ways of their own.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mailLink, mailOf, regions, words } from '../support/applicant.mjs';
import { aushang, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { openSites, settle } from '../support/tile_page.mjs';

const said = words('en');
const deadline = { date: '2027-03-31', time: '17:00', zone: 'Europe/Berlin' };
const closed = said['apply.closed'].replace('{date}', '31 March 2027');
const [before17, after17] = ['2027-03-31T14:59:00Z', '2027-03-31T15:01:00Z'];
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  const text = '---\ntitle: At the tide station\n---\nWrite [here](mailto:jobs@group.example) or [there](mailto:hiwi@group.example).\n';
  writeFiles(join(folder, 'source'), {
    'dated/posting.md': text, 'dated/check.json': smallCheck({ apply: { to: ['jobs@group.example'], inquiry: true, deadline } }),
    'several/posting.md': text, 'several/check.json': smallCheck({
      apply: { to: ['jobs@group.example'], deadline },
      positions: [{ id: 'phd', label: 'Doctoral researcher' }, { id: 'postdoc', label: 'Postdoc' }, { id: 'hiwi', label: 'HiWi', to: ['hiwi@group.example'], deadline: 'until_filled', inquiry: true }],
    }),
  });
  const { code, err } = aushang(['build', 'source/dated', 'source/several', '--today', '2027-01-01', '-o', 'site'], { cwd: folder });
  assert.equal(code, 0, err);
  sites = await openSites(folder, {});
});
after(() => sites?.close());

/** @param {string} now @param {import('playwright-core').Page} page */
const at = (now, page) => page.clock.setFixedTime(new Date(now));

for (const [state, mode] of /** @type {const} */ ([['ready', ''], ['plain', '?mode=plain']])) {
  const visit = (/** @type {string} */ path, /** @type {string} */ now, /** @type {(page: import('playwright-core').Page) => Promise<void>} */ look) =>
    sites.visit(`site/${path}${mode}`, { until: state, before: (page) => at(now, page) }, look);

  test(`${state}: before the deadline nothing is said, after it everything says so`, async () => {
    await visit('dated/', before17, async (page) => {
      assert.ok(!(await page.locator('body').innerText()).includes(closed));
      assert.ok(!(await page.locator('#au-facts').innerText()).includes(said['deadline.passed']));
      // Kept open until then, and come back to.
      await at(after17, page);
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await settle(page);
      assert.ok((await page.locator('#au-facts').innerText()).includes(said['deadline.passed']));
      assert.equal(await page.locator('#au-closed').textContent(), closed);
    });
    await visit('dated/', after17, async (page) => {
      const { apply } = regions(page, 'en');
      assert.ok((await page.locator('#au-facts').innerText()).includes(said['deadline.passed']));
      assert.ok((await apply.innerText()).includes(closed));
      assert.equal(await page.locator('#au-closed').evaluate((one) => one.classList.contains('au-inked')), state === 'ready', 'the tile draws it');
      const link = apply.getByRole('link', { name: said['apply.open_mail'], exact: true });
      assert.equal(await page.locator(`#${await link.getAttribute('aria-describedby')}`).textContent(), said['apply.closed_still']);
      assert.equal(mailOf(await mailLink(page, 'en')).to, 'jobs@group.example', 'no dead end');
      assert.ok((await page.locator('#au-dock').innerText()).includes(said['apply.no_longer_open']));
      assert.ok((await page.locator('#au-dock').innerText()).includes(closed));
      await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
      await page.waitForFunction(() => document.documentElement.lang === 'de');
      assert.ok((await page.locator('#au-facts').innerText()).includes(words('de')['deadline.passed']), 'in the other language, too');
      assert.equal(await page.locator('#au-closed').textContent(), words('de')['apply.closed'].replace('{date}', '31. März 2027'));
    });
  });

  test(`${state}: the address in the text gets the draft of the position that is chosen, and its own back`, () => visit('several/', after17, async (page) => {
    const link = (/** @type {string} */ name) => page.locator('.posting').getByRole('link', { name, exact: true });
    assert.equal(await link('here').getAttribute('href'), 'mailto:jobs@group.example');
    assert.equal(await page.locator('#au-closed').count(), 0, 'one is open');
    await page.getByRole('radio', { name: 'Postdoc', exact: true }).check();
    await settle(page);
    assert.equal(await link('here').getAttribute('href'), await mailLink(page, 'en'));
    assert.match(mailOf(await link('here').getAttribute('href')).subject, /: Postdoc$/);
    assert.equal(mailOf(await link('there').getAttribute('href')).to, 'hiwi@group.example');
    assert.equal(await page.locator('#au-closed').textContent(), closed);
    await page.getByRole('radio', { name: 'HiWi', exact: true }).check();
    await settle(page);
    assert.equal(await link('here').getAttribute('href'), 'mailto:jobs@group.example');
    assert.equal(await link('there').getAttribute('href'), await mailLink(page, 'en'));
    assert.equal(await page.locator('#au-closed').count(), 0);
    assert.match(mailOf(await page.locator('#au-ask').getAttribute('href')).subject, /HiWi/);
  }));
}

test('the list of postings says what has passed, and loads nothing of a posting', async () => {
  for (const now of [before17, after17]) {
    /** @type {string[]} */
    const asked = [];
    await sites.visit('site/', { until: 'static', before: async (page) => { await at(now, page); page.on('request', (request) => asked.push(request.url())); } }, async (page) => {
      const item = page.getByRole('listitem').filter({ has: page.locator('a[href="dated/"]') });
      await page.waitForLoadState('networkidle');
      assert.equal((await item.innerText()).includes(said['deadline.passed']), now === after17, now);
      assert.ok((await item.innerText()).includes('31 March 2027'));
      assert.ok(!asked.some((url) => /\.wasm|posting\.json/.test(url)), asked.join('\n'));
    });
  }
});
