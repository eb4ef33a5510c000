// Numbers and dates as people write them: what counts, what is said at the field, and that nothing moves under who types.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { described, group, verdict, words } from '../support/applicant.mjs';
import { aushang, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { openSites, settle } from '../support/tile_page.mjs';

const grade = { id: 'grade', type: 'number', label: 'Jahre Erfahrung', max: 40 }, start = { id: 'start', type: 'date', label: 'Beginn' };
const said = words('de');
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  writeFiles(join(folder, 'source'), {
    'posting.md': '---\ntitle: Stelle\nlang: de\n---\n\nWir erwarten **mindestens zwei Jahre Erfahrung**.\n',
    'check.json': smallCheck({
      questions: [grade, start],
      clauses: [{ id: 'enough', quote: 'mindestens zwei Jahre Erfahrung', label: 'Zwei Jahre', logic: { '>=': [{ var: 'grade' }, 2] } }],
      criteria: [{ id: 'experience', level: 'must', label: 'Erfahrung', logic: { var: 'enough' } }],
    }),
  });
  const { code, err } = aushang(['build', '--no-packed', join(folder, 'source'), '-o', join(folder, 'stelle')]);
  assert.equal(code, 0, err);
  sites = await openSites(folder, {});
});
after(() => sites?.close());

/** @param {import('playwright-core').Page} page @param {any} question */
const fieldOf = (page, question) => group(page, question, 'de').getByRole('textbox');

for (const [state, mode] of /** @type {const} */ ([['ready', ''], ['plain', '?mode=plain']])) {
  const visit = (/** @type {(page: import('playwright-core').Page, cdp: import('playwright-core').CDPSession) => Promise<void>} */ look) => sites.visit(`stelle/${mode}`, { until: state }, look);

  test(`${state}: a comma is a decimal sign, typed key by key`, () => visit(async (page) => {
    const field = fieldOf(page, grade);
    assert.equal(await field.getAttribute('inputmode'), 'decimal');
    for (const [text, outcome] of [['1,5', 'not_yet'], ['2,5', 'meets'], ['1.5', 'not_yet']]) {
      await field.fill('');
      await field.pressSequentially(text);
      await settle(page);
      assert.equal(await verdict(page, 'de'), outcome, text);
      assert.equal(await field.inputValue(), text);
    }
  }));

  test(`${state}: what is no answer is said at the field, which keeps focus and caret`, () => visit(async (page, cdp) => {
    const field = fieldOf(page, grade), remark = page.locator('#au-unread-grade');
    await field.fill('12');
    await field.evaluate((one) => /** @type {HTMLInputElement} */ (one).setSelectionRange(1, 1));
    await field.press('x');
    await settle(page);
    assert.equal(await field.inputValue(), '1x2');
    assert.equal(await field.evaluate((one) => one === document.activeElement && /** @type {HTMLInputElement} */ (one).selectionStart), 2);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await described(cdp, '#au-f-grade'), new RegExp(`${said['field.no_number'].replace(/\./g, '\\.')}$`));
    assert.equal(await remark.evaluate((one) => one.classList.contains('au-inked')), state === 'ready', 'the tile draws it');
    assert.equal(await verdict(page, 'de'), 'open');
    await field.fill('41');
    await settle(page);
    assert.equal(await remark.textContent(), said['field.too_high'].replace('{max}', '40'));
    await field.fill('4');
    await settle(page);
    assert.equal(await remark.count(), 0);
    assert.equal(await field.getAttribute('aria-invalid'), null);
  }));

  test(`${state}: half a date is said once it was left, and a press below still meets what it was meant for`, () => visit(async (page) => {
    const field = fieldOf(page, start), remark = page.locator('#au-unread-start');
    await field.pressSequentially('31.12.');
    await settle(page);
    assert.equal(await remark.count(), 0, 'it is still written in');
    const option = group(page, start, 'de').getByRole('checkbox', { name: said['answer.declined'], exact: true });
    await option.scrollIntoViewIfNeeded();
    await option.hover();
    await page.mouse.down();
    await settle(page);
    await page.mouse.up();
    await settle(page);
    assert.ok(await option.isChecked());
    await field.fill('31.12.');
    await field.blur();
    await settle(page);
    assert.equal(await remark.textContent(), said['field.no_date']);
    assert.ok((await page.locator('.au-say[role=status]').textContent())?.startsWith(said['field.no_date']), 'screen readers are told');
    await field.fill('31.12.2027');
    await settle(page);
    assert.equal(await remark.count(), 0);
    assert.equal(await option.isChecked(), false);
  }));
}
