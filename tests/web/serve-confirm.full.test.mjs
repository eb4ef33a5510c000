// The panel of aushang serve at length: every kind of point, every width, and clicks at random.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { valueInWords } from '../../package/serve/point.js';
import { launch } from '../support/browser.mjs';
import { confirming, errorsOf, judgeControls } from '../support/confirming.mjs';
import { twoPostsPage } from '../support/drafted.mjs';
import { randomNumbers } from '../support/project.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('all is kept with one key, until everything is confirmed', (t) => confirming(t, browser, async (all) => {
  await all.button('Keep Address').focus();
  for (let left = all.points().points.filter((/** @type {any} */ point) => point.open).length; left > 0; --left) {
    await all.page.keyboard.press('Enter');
    await all.says(left > 1 ? `${left - 1} left.` : 'Everything is confirmed.');
  }
  assert.deepEqual([await all.panel.locator('.count').textContent(), all.points().points.some((/** @type {any} */ point) => point.open), errorsOf(all.folder)], [`${all.points().points.length} points, all confirmed`, false, '']);
}));

test('each kind of point is changed in its form, dropped, and put back', (t) => confirming(t, browser, async (all) => {
  const first = readFileSync(all.file, 'utf8');
  /** @param {string} name @param {() => Promise<unknown>} fill */
  const change = async (name, fill) => {
    await all.button(`Change ${name}`).click();
    await fill();
    await all.button(`Save ${name}`).click();
    await all.says('Changed.');
    assert.equal(errorsOf(all.folder), '', name);
  };
  await change('Tag in the subject', () => all.field('Tag in the subject', 'combobox').or(all.field('Tag in the subject')).fill('[apply-2]'));
  assert.equal(all.point('tag').value, '[apply-2]');
  assert.ok(await all.focus(), 'the focus stays in the panel over the reload');
  await change('Deadline', () => all.panel.getByLabel('Last day').fill('2027-02-28'));
  assert.equal(all.point('deadline').value, '2027-02-28');
  await change('Deadline', () => all.field('Open until filled', 'radio').check());
  assert.equal(all.point('deadline').value, 'until_filled');
  await change('Transcripts', async () => {
    await all.field('Kind of document', 'combobox').selectOption('Certificates');
    await all.field('Label').fill('Records of all degrees');
    await all.field('Later, if selected', 'radio').check();
    await all.field('If there is one', 'radio').check();
  });
  const { material, label, stage, required } = all.point('document:transcripts');
  assert.deepEqual([material, label, stage, required], ['certificates', 'Records of all degrees', 'later', 'if_any']);
  await change(all.point('question:has_degree').label, () => all.field('Question').fill('Do you hold a master\'s degree?'));
  assert.equal(all.point('question:has_degree').label, 'Do you hold a master\'s degree?');
  await change('Does not require the German language', () => all.field('Label').fill('No German needed'));
  assert.equal(all.point('note:note1').label, 'No German needed');
  await all.page.locator('#au-facts').getByText('No German needed').waitFor(); // and so says the page
  await all.button('Drop Records of all degrees').click();
  await all.says('Dropped: Records of all degrees.');
  assert.equal(all.point('document:transcripts'), undefined);
  for (let undone = 0; await all.button('Undo the last step').isEnabled(); ++undone) {
    await all.button('Undo the last step').click();
    await all.says('Undone.');
    assert.ok(undone < 7);
    await all.panel.locator('header').getByRole('status').evaluate((status) => { status.textContent = ''; });
  }
  assert.equal(readFileSync(all.file, 'utf8'), first);
}));

test('a mistake is said beside its field, which has the focus, and nothing is written', (t) => confirming(t, browser, async (all) => {
  const first = readFileSync(all.file, 'utf8');
  await all.button('Change Address').click();
  const field = all.panel.locator('form.change input');
  await field.fill('group.example');
  await all.button('Save Address').click();
  const alert = all.panel.getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.textContent() ?? '', /@/);
  assert.deepEqual([await field.getAttribute('aria-invalid'), await field.getAttribute('aria-describedby'), await field.evaluate((input) => input === /** @type {ShadowRoot} */ (input.getRootNode()).activeElement)], ['true', await alert.getAttribute('id'), true]);
  assert.equal(readFileSync(all.file, 'utf8'), first);
  await all.page.keyboard.press('Escape');
  assert.deepEqual([await all.panel.locator('form.change').count(), await all.focus()], [0, 'address change']);
}));

test('undo is refused once the file was changed by hand, and says so', (t) => confirming(t, browser, async (all) => {
  await all.button('Keep Address').click();
  await all.says('Kept.');
  all.edit((text) => text.replace('"label": "Transcripts"', '"label": "Records"'));
  await all.button('Change Records').waitFor(); // the panel follows the file
  const edited = readFileSync(all.file, 'utf8');
  await all.button('Undo the last step').click();
  await all.says('check.json was changed after that step');
  assert.equal(readFileSync(all.file, 'utf8'), edited);
}));

test('the same words changed in both places: the file\'s are said, and who saves once more means it', (t) => confirming(t, browser, async (all) => {
  await all.button('Change Transcripts').click();
  const field = all.field('Label');
  await field.fill('Mine');
  all.edit((text) => text.replace('"label": "Transcripts"', '"label": "Theirs"'));
  await all.button('Save Theirs').click();
  await all.panel.getByRole('alert').filter({ hasText: 'Theirs' }).waitFor();
  await all.settles();
  assert.deepEqual([all.point('document:transcripts').label, await field.inputValue()], ['Theirs', 'Mine']);
  await all.button('Save Theirs').click();
  await all.says('Changed.');
  assert.equal(all.point('document:transcripts').label, 'Mine');
}));

test('a way to apply is for one position or for all, and a position says in its form what it asks for', (t) => confirming(t, browser, async (all) => {
  await all.marks('two reference letters');
  await all.button('Document').click();
  await all.says('Added. Document: Two reference letters.');
  await all.button('Add deadline').click();
  const adding = all.panel.locator('.adding');
  assert.deepEqual(await adding.getByLabel('For', { exact: true }).locator('option').allTextContents(), ['Postdoc', 'Doctoral student'], 'there is one for all');
  assert.equal(await all.button('Add deadline').count(), 1, 'what opened the form is away');
  await adding.getByLabel('For', { exact: true }).selectOption('Postdoc');
  await adding.getByRole('button', { name: 'Add deadline' }).click();
  await all.says('Added. Deadline for Postdoc.');
  await all.button('Drop Tag in the subject for Doctoral student').click();
  await all.says('Dropped');
  await all.button('Add tag in the subject').click();
  assert.deepEqual(await adding.getByLabel('For', { exact: true }).locator('option').allTextContents(), ['All other positions', 'Doctoral student']);
  await adding.getByLabel('Tag in the subject').fill('[phd-2]');
  await adding.getByRole('button', { name: 'Add tag in the subject' }).click();
  await all.says('Added. Tag in the subject.');
  await all.button('Add position').click();
  await adding.getByLabel('Label').fill('Student assistant');
  await adding.getByRole('button', { name: 'Add position' }).click();
  await all.says('Added. Position: Student assistant.');
  await all.button('Change Student assistant').click();
  await all.field('Two reference letters', 'checkbox').uncheck();
  for (const box of await all.panel.getByRole('group', { name: 'Rules' }).getByRole('checkbox').all()) await box.uncheck();
  await all.button('Save Student assistant').click();
  await all.says('Changed.');
  await all.button('Close applications').click();
  await all.button('Save applications').click();
  await all.says('Added. Applications');
  const { apply, positions } = all.check();
  assert.deepEqual([positions[2].materials, positions[2].criteria, apply.closed], [['cv'], [], true]);
  assert.deepEqual([apply.subject, positions.map((/** @type {any} */ { deadline, subject }) => [deadline, subject]), errorsOf(all.folder)],
    [{ contains: '[phd-2]' }, [['until_filled', { $comment: 'Confirm: line 5', contains: '[post-1]' }], [undefined, undefined], [undefined, undefined]], '']);
}, { page: twoPostsPage }));

test('a rule of nothing is refused, and another rule is added', (t) => confirming(t, browser, async (all) => {
  await all.button('Change What is asked').click();
  for (const ticked = all.panel.getByRole('checkbox', { checked: true }); await ticked.count();) await ticked.first().uncheck();
  await all.button('Save What is asked').click();
  assert.match(await all.panel.getByRole('alert').textContent() ?? '', /Tick at least one/);
  await all.button('Cancel What is asked').click();
  await all.button('Add rule').click();
  await all.panel.locator('.adding').getByLabel('Label').fill('Good to have');
  await all.panel.locator('.adding').getByRole('checkbox', { name: 'Programming experience' }).check();
  await all.panel.locator('.adding').getByRole('button', { name: 'Add rule' }).click();
  await all.says('Added. Rule: Good to have.');
  const added = all.points().points.find((/** @type {any} */ point) => point.label === 'Good to have');
  assert.deepEqual([added.rule, added.level, errorsOf(all.folder)], ['experience', 'should', '']);
}));

for (const [width, colorScheme, hasTouch] of /** @type {[number, 'light' | 'dark', boolean][]} */ ([[360, 'light', true], [820, 'dark', true], [1280, 'light', false], [1920, 'dark', false]])) {
  test(`every control has a name and a role, at ${width} px in ${colorScheme}`, (t) => judgeControls(t, browser, { width, colorScheme, hasTouch }));
}

test('in a narrow window the panel is a sheet that comes and goes, and stays as it is over a reload', (t) => confirming(t, browser, async (all) => {
  await all.marks('without any teaching duty');
  await all.button('Add “without any teaching d…”').or(all.panel.getByRole('button', { name: /^Add “without/ })).click();
  assert.deepEqual([await all.panel.locator('.panel').isVisible(), await all.focus()], [true, 'phrase document']);
  await all.button('Note').click();
  await all.says('Added. Note:');
  assert.equal(await all.panel.locator('.panel').isVisible(), true);
  await all.page.keyboard.press('Escape');
  assert.deepEqual([await all.panel.locator('.panel').isVisible(), await all.focus()], [false, 'show']);
  // What the keyboard goes to is below the bar.
  const bar = await all.panel.evaluate((host) => host.getBoundingClientRect().bottom);
  await all.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const link of await all.page.locator('#au-posting a').all()) {
    await link.focus();
    assert.ok(((await link.boundingBox())?.y ?? 0) >= bar);
  }
}, { viewport: { width: 820, height: 900 } }));

test('questions before applying are added, changed and not offered any more', (t) => confirming(t, browser, async (all) => {
  const said = () => all.panel.locator('li.point', { hasText: 'Questions before applying' }).locator('.value').textContent();
  await all.button('Add questions before applying').click();
  await all.button('Add questions before applying').last().click();
  await all.says('Added. Questions before applying');
  assert.deepEqual([all.check().apply.inquiry, await said()], [true, 'Welcome, where applications go']);
  await all.button('Change Questions before applying').click();
  await all.field('Address, if different', 'combobox').fill('ask@group');
  await all.button('Save Questions before applying').click();
  await all.panel.getByRole('alert').filter({ hasText: '"ask@group"' }).waitFor();
  await all.field('Address, if different', 'combobox').fill('office@elsewhere.example, lab@other.example');
  await all.field('Tag, if different', 'combobox').fill('[ask-7]');
  await all.button('Save Questions before applying').click();
  await all.says('Changed.');
  assert.deepEqual([all.check().apply.inquiry, await said()], [{ to: ['office@elsewhere.example', 'lab@other.example'], subject: { contains: '[ask-7]' } }, 'Welcome, to office@elsewhere.example, lab@other.example, with [ask-7] in the subject']);
  await all.button('Change Questions before applying').click();
  await all.field('Not offered', 'radio').check();
  await all.button('Save Questions before applying').click();
  await all.says('Changed.');
  assert.deepEqual([all.check().apply.inquiry, await said(), errorsOf(all.folder)], [false, 'Not offered', '']);
}));

test('what is marked goes into the phrase that is being changed, and a mistake is said beside its own field', (t) => confirming(t, browser, async (all) => {
  const { label } = all.point('question:has_degree'), phrase = all.field('Phrase on the page');
  await all.button(`Change ${label}`).click();
  await all.field('Question').fill('A degree?');
  await phrase.fill('nowhere on it');
  await all.button(`Save ${label}`).click();
  const alert = all.panel.getByRole('alert').filter({ hasText: '"nowhere on it" isn\'t on the page' });
  await alert.waitFor();
  assert.deepEqual([await all.focus(), await phrase.getAttribute('aria-describedby')], ['quote', await alert.getAttribute('id')]);
  await all.marks('programming experience');
  assert.deepEqual([await phrase.inputValue(), await all.field('Phrase to add').inputValue()], ['programming experience', '']);
  await all.button(`Save ${label}`).click();
  await all.says('Changed.');
  assert.deepEqual([all.point('question:has_degree').quote, errorsOf(all.folder)], ['programming experience', '']);
  await all.marks('Write solvers');
  assert.equal(await all.field('Phrase to add').inputValue(), 'Write solvers', 'nobody changes a phrase any more');
}));

test('answers that are being written stay while the page comes anew', (t) => confirming(t, browser, async (all) => {
  const { label } = all.point('question:has_degree');
  await all.button(`Change ${label}`).click();
  await all.button('Add an answer').click();
  await all.page.keyboard.type('Another de');
  all.edit((text) => text.replace('"label": "Transcripts"', '"label": "Records"'));
  await all.button('Change Records').waitFor();
  await all.settles();
  assert.deepEqual([await all.field('Answer 4').inputValue(), await all.focus()], ['Another de', 'answer 4']);
  await all.page.keyboard.type('gree');
  await all.button(`Save ${label}`).click();
  await all.says('Changed.');
  assert.equal(all.point('question:has_degree').answers.options[3].label, 'Another degree');
}));

test('beside the column the page is laid out as in a window that is as much narrower', (t) => confirming(t, browser, async (all) => {
  const { page } = all;
  const places = () => page.evaluate(() => {
    const from = document.body.getBoundingClientRect();
    return [...document.querySelectorAll('.mode, .bar *, main, main > *, #au-posting *:not(.au-line, .au-space, canvas), #au-panel *, .dock, .dock *, footer')].filter((element) => element.getClientRects().length > 0).map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return `${element.localName}#${element.id}: ${[left - from.left, element.closest('.dock') ? top : top - from.top, width, height].map(Math.round)}`;
    });
  });
  /** Until nothing has moved for a second, or it is as wanted. @param {string[]} [wanted] */
  const rests = async (wanted) => {
    let last = '', since = Date.now();
    for (const end = since + 20_000; Date.now() < end;) {
      const now = JSON.stringify(await places());
      if (now === JSON.stringify(wanted)) return;
      if (now !== last) since = Date.now();
      last = now;
      if (!wanted && Date.now() - since > 1000) return;
      await new Promise((done) => { setTimeout(done, 100); });
    }
  };
  for (const width of [1280, 1500]) {
    await page.setViewportSize({ width, height: 900 });
    await rests();
    const beside = await places();
    assert.equal(await page.evaluate(() => document.body.getBoundingClientRect().left), 384);
    await page.setViewportSize({ width: width - 384, height: 900 });
    if (width - 384 >= 1100) await all.button('Hide the draft').click();
    await rests(beside);
    assert.deepEqual(await places(), beside);
    if (width - 384 >= 1100) await all.panel.getByRole('button', { name: /^Confirm the draft/ }).click();
  }
}));

test('twenty clicks at random: check passes what they leave, and the panel shows what the tool says', (t) => confirming(t, browser, async (all) => {
  const { below, pick } = randomNumbers(20);
  const phrases = ['without any teaching duty', 'technical reports or publications', 'Write solvers and measure them', 'two conferences a year'];
  for (let click = 0; click < 20; ++click) {
    const buttons = all.panel.locator('button:is([data-key$=" keep"], [data-key$=" drop"], [data-key$=" change"], [data-key="undo"]:enabled, [data-key^="missing"][data-key$=" add"])');
    if (phrases.length > 0 && below(5) === 0) {
      await all.marks(/** @type {string} */ (phrases.pop()));
      await all.button(pick(['Document', 'Question', 'Note'])).click();
    } else {
      const chosen = buttons.nth(below(await buttons.count())), key = await chosen.getAttribute('data-key') ?? '';
      await chosen.click();
      if (key.endsWith(' change')) {
        const form = all.panel.locator('form.change');
        for (const box of await form.getByRole('textbox').all()) if (await box.getAttribute('type') === 'text') await box.fill(key.startsWith('tag') ? `[tag-${click}]` : `Words of click ${click}`);
        for (const box of await form.getByRole('radio').all()) if (below(2) === 0) await box.check();
        await form.locator('button.main').click();
      }
    }
    await all.panel.locator('.status:not(:empty), [role=alert]').first().waitFor();
    await all.settles();
    assert.equal(errorsOf(all.folder), '', `click ${click}`);
    await all.panel.locator('.status').evaluate((status) => { status.textContent = ''; });
    if (await all.panel.locator('form.change').count()) await all.panel.locator('form.change button[data-key$=" cancel"]').click();
  }
  const { points, missing } = all.points();
  assert.deepEqual((await all.panel.locator('li.point .value').allTextContents()).sort(), [...points.map((/** @type {any} */ point) => point.label ?? valueInWords(point)), ...missing.map((/** @type {any} */ one) => one.label)].sort());
  const open = points.filter((/** @type {any} */ point) => point.open).length;
  assert.equal(await all.panel.locator('.count').textContent(), open ? `${open} of ${points.length} to confirm` : `${points.length} points, all confirmed`);
}));

