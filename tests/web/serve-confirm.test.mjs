// The panel of aushang serve, in which a draft is confirmed without seeing JSON: by pointer, keyboard and screen reader.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { materials } from '../../package/serve/point.js';
import { axeFindings } from '../support/accessibility.mjs';
import { launch } from '../support/browser.mjs';
import { confirming, errorsOf, judgeControls } from '../support/confirming.mjs';
import { twoPostsPage } from '../support/drafted.mjs';
import { project } from '../support/project.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

// One after the other in one draft.
test('a draft', (t) => confirming(t, browser, async (all) => {
  await t.test('a phrase is shown on the page, and the line where there is none', async () => {
    const marks = () => all.page.evaluate(() => [.../** @type {any} */ (CSS).highlights.get('aushang-preview') ?? []].map((range) => `${range}`));
    await all.button(`Line 9 of the page: ${all.point('question:has_degree').label}`).click();
    assert.deepEqual(await marks(), ['a master\'s degree']);
    await all.panel.getByRole('button', { name: 'Line 19 of the page: Address' }).click();
    assert.deepEqual(await marks(), ['jobs@group.example']);
    await all.panel.getByRole('button', { name: 'Line 25 of the page: Deadline' }).click();
    await all.panel.locator('mark').waitFor();
    assert.match(await all.panel.locator('mark').textContent() ?? '', /^The deadline is 31 January 2027/);
  });

  await t.test('what is kept is confirmed, and the focus goes on to the next guess', async () => {
    const count = all.panel.locator('.count');
    const guesses = all.points().points.filter((/** @type {any} */ point) => point.open);
    assert.equal(await count.textContent(), `${guesses.length} of ${all.points().points.length} to confirm`);
    assert.deepEqual(guesses.slice(0, 3).map((/** @type {any} */ point) => point.id), ['address', 'tag', 'deadline']);
    await all.button('Keep Address').click();
    await all.says(`Kept. ${guesses.length - 1} left.`);
    assert.deepEqual([all.point('address').open, await all.focus()], [false, 'tag keep']);
    assert.equal(await all.button('Keep Address').count(), 0);
    await all.page.keyboard.press('Enter');
    await all.says(`Kept. ${guesses.length - 2} left.`);
    assert.deepEqual([await all.focus(), errorsOf(all.folder)], ['deadline keep', '']);
  });

  await t.test('a section is kept at once, but what check doubts', async () => {
    const open = () => all.points().points.filter((/** @type {any} */ point) => point.open).map((/** @type {any} */ point) => point.id);
    const before = open(), documents = before.filter((/** @type {string} */ id) => id.startsWith('document:'));
    assert.ok(documents.length > 2, `${documents}`);
    const doubted = documents[1].slice('document:'.length);
    all.edit((text) => text.replace(new RegExp(`("id": "${doubted}",[^}]*"quote": )"[^"]*"`), '$1"nowhere"'));
    await all.panel.locator('.doubts').first().waitFor();
    await all.settles();
    await all.button(`Keep the other ${documents.length - 1} Documents`).focus();
    await all.page.keyboard.press('Enter');
    const left = before.filter((/** @type {string} */ id) => !documents.includes(id) || id === documents[1]);
    await all.says(`${documents.length - 1} kept. ${left.length} left.`);
    assert.deepEqual(open(), left);
    assert.equal(await all.panel.getByRole('button', { name: /^Keep .* Documents$/ }).count(), 0, 'of one there are not several');
    assert.equal(await all.focus(), 'keep Questions', 'it goes on with the next section');
    await all.button('Undo the last step').click();
    await all.says('Undone.');
    assert.deepEqual(open(), before, 'at once as well');
    all.edit((text) => text.replace(', "quote": "nowhere"', '').replace(/,\s*"quote": "nowhere"/, ''));
    await all.settles();
  });

  await t.test('what is marked on the page is added as a document, a question or a note', async () => {
    const phrase = all.field('Phrase to add');
    await all.button('Note').click();
    assert.match(await all.panel.getByRole('alert').textContent() ?? '', /Mark a phrase on the page first/);
    for (const [words, kind, list] of [['without any teaching duty', 'Note', 'note'], ['writes solvers', 'Question', 'question']]) {
      const before = all.points().points.map((/** @type {any} */ point) => point.id);
      await all.marks(words);
      assert.equal(await phrase.inputValue(), words);
      await all.button(kind).click();
      await all.says(`Added. ${kind}:`);
      const added = all.points().points.find((/** @type {any} */ point) => !before.includes(point.id));
      assert.deepEqual([added.kind, added.phrases?.[0].quote ?? added.quote, errorsOf(all.folder)], [list, words, '']);
      assert.deepEqual([await phrase.inputValue(), await all.focus()], ['', `${added.id} change`]);
    }
    // Who can't mark writes; what stands there twice is refused in the tool's words.
    await phrase.fill('solvers');
    await all.button('Document').click();
    assert.match(await all.panel.getByRole('alert').textContent() ?? '', /2|twice|lines/);
    assert.deepEqual([await all.focus(), await phrase.inputValue()], ['phrase', 'solvers']);
  });

  await t.test('what is dropped leaves the focus where it stood', async () => {
    const ids = all.points().points.map((/** @type {any} */ point) => point.id), at = ids.indexOf('question:has_degree');
    await all.button(`Drop ${all.point('question:has_degree').label}`).click();
    await all.says('Dropped: ');
    const next = ids.slice(at + 1).map((/** @type {string} */ id) => all.point(id)).find((/** @type {any} */ point) => point);
    assert.equal(await all.focus(), `${next.id} ${next.open ? 'keep' : 'change'}`);
    await all.button('Undo the last step').click();
    await all.says('Undone.');
  });

  await t.test('place, employment and start are added, and a country is said in the words of check', async () => {
    await all.button('Add place').click();
    await all.field('City').fill('Jena');
    await all.field('Country, in two letters').fill('Germany');
    await all.page.keyboard.press('Enter');
    await all.panel.getByRole('alert').filter({ hasText: 'did you mean "DE" (Germany)?' }).waitFor();
    await all.field('Country, in two letters').fill('DE');
    await all.page.keyboard.press('Enter');
    await all.says('Added. Place');
    await all.button('Add employment').click();
    await all.field('Employment', 'combobox').selectOption('Part time');
    await all.button('Add employment').click();
    await all.says('Added. Employment');
    await all.button('Add start').click();
    await all.field('First day').fill('2027-06-01');
    await all.page.keyboard.press('Enter');
    await all.says('Added. Start');
    const { place, employment, start } = all.check().facts;
    assert.deepEqual({ place, employment, start }, { place: { city: 'Jena', country: 'DE' }, employment: 'part_time', start: '2027-06-01' });
    assert.match(await all.panel.locator('.sections').textContent() ?? '', /Jena, DE[^]*Part time[^]*1 June 2027/);
    assert.match(await all.page.locator('#au-facts').textContent() ?? '', /Jena/);
    assert.equal(errorsOf(all.folder), '');
  });
}));

test('clicking and editing the file at the same time loses neither', (t) => confirming(t, browser, async (all) => {
  await all.button('Change Transcripts').click();
  await all.field('Label').fill('Records of bo');
  // Meanwhile, elsewhere: another document's label, this one's stage, and mistakes that are mended. With them the page stays.
  all.edit((text) => text.replace('"label": "CV"', '"label": "Curriculum vitae"').replace(/("kind": "transcripts",\s*"stage": )"now"/, '$1"later"').replace('"jobs@', '"jobs@@'));
  await all.button('Change Curriculum vitae').waitFor();
  assert.deepEqual([await all.field('Later, if selected', 'radio').isChecked(), await all.focus()], [true, 'label']);
  const whole = readFileSync(all.file, 'utf8');
  all.edit((text) => text.slice(0, -10));
  await all.panel.locator('summary').filter({ hasText: '1 error' }).waitFor();
  await all.button('Change Curriculum vitae').waitFor({ state: 'hidden' });
  all.edit(() => whole.replace('"jobs@@', '"jobs@'));
  await all.button('Change Curriculum vitae').waitFor();
  await all.settles();
  const field = all.field('Label');
  assert.deepEqual([await field.inputValue(), await all.field('Later, if selected', 'radio').isChecked(), await all.focus()], ['Records of bo', true, 'label']);
  await all.page.keyboard.type('th degrees');
  await all.button('Save Transcripts').click();
  await all.says('Changed.');
  const { label, stage } = all.point('document:transcripts');
  assert.deepEqual([label, stage, all.point('document:cv').label], ['Records of both degrees', 'later', 'Curriculum vitae']);
}));

test('a rule is set with the keyboard alone, groups in groups', (t) => confirming(t, browser, async (all) => {
  const { keyboard } = all.page;
  /** @param {string} key @param {string} [by] */
  const go = async (key, by = 'Tab') => {
    for (let presses = 0; await all.focus() !== key; ++presses) {
      assert.ok(presses < 80, `no way to ${key}`);
      await keyboard.press(by);
    }
  };
  assert.deepEqual(all.point('rule:asked').rule, { one: [{ all: ['degree', 'experience'] }, 'industry'] });
  await go('rule:asked change');
  await keyboard.press('Enter');
  await go('way ');
  await keyboard.press('ArrowUp'); // all of these
  await go('clause  industry');
  await keyboard.press('Space');
  await go('way 1');
  await keyboard.press('ArrowDown'); // one of these
  await go('add 1');
  await keyboard.press('Enter');
  assert.equal(await all.focus(), 'way 1.1');
  await go('clause 1.1 experience');
  await keyboard.press('Space');
  await go('clause 1.1 industry');
  await keyboard.press('Space');
  await go('clause 1 experience', 'Shift+Tab');
  await keyboard.press('Space');
  await go('rule:asked save');
  await keyboard.press('Enter');
  await all.says('Changed.');
  assert.deepEqual([all.point('rule:asked').rule, errorsOf(all.folder)], [{ one: ['degree', { all: ['experience', 'industry'] }] }, '']);
  assert.deepEqual((await all.panel.locator('.view .rule').first().innerText()).split('\n').map((line) => line.trim()).filter(Boolean), ['One of these:', 'A master\'s degree', 'All of these:', 'Programming experience', 'Strong industrial experience']);
}));

test('the answers of a question are set with the keyboard alone, and its clause counts those that do', (t) => confirming(t, browser, async (all) => {
  const { keyboard } = all.page;
  const question = () => all.check().questions.find((/** @type {any} */ { id }) => id === 'has_degree');
  const logic = () => all.check().clauses.find((/** @type {any} */ { id }) => id === 'degree').logic;
  assert.deepEqual(logic(), { '==': [{ var: 'has_degree' }, 'yes'] });
  const { label } = all.point('question:has_degree'), row = all.panel.locator('li.point', { hasText: label });
  await row.getByText('Counts: Yes').waitFor();
  await all.button(`Change ${label}`).press('Enter');
  const words = await all.field('Answer 2').inputValue();
  assert.equal(await all.field('What answer 2 means', 'combobox').inputValue(), 'reachable');
  await all.field('What answer 2 means', 'combobox').selectOption('Counts');
  await all.button('Add an answer').press('Enter');
  assert.equal(await all.focus(), 'answer 4');
  await all.field('In the verdict').fill('Any degree');
  await all.button('Add an answer').focus();
  for (const key of ['answer 4 remove', 'answer 4 up']) {
    await keyboard.press('Shift+Tab');
    assert.equal(await all.focus(), key);
  }
  await keyboard.press('Enter');
  assert.deepEqual([await all.focus(), await all.field('Answer 4').inputValue()], ['answer 3 up', 'No']);
  await all.field('Answer 3').focus();
  await keyboard.type('Another degree');
  assert.deepEqual((await axeFindings(all.page)).violations, []);
  await keyboard.press('Enter');
  await all.says('Changed.');
  assert.deepEqual(question().options.map((/** @type {any} */ { value }) => value), ['yes', 'expected', 'another_degree', 'no']);
  assert.deepEqual([logic(), errorsOf(all.folder)], [{ in: [{ var: 'has_degree' }, ['yes', 'expected']] }, '']);
  await row.getByText('In the verdict: Any degree').waitFor();
  await row.getByText(`Counts: Yes · ${words}`).waitFor();
  await all.page.locator('#au-check').getByText('Another degree').waitFor({ state: 'attached' });
  // Without one that counts it is refused; as a question of yes and no the other answer counts.
  await all.button(`Change ${label}`).click();
  for (const number of [1, 2]) await all.field(`What answer ${number} means`, 'combobox').selectOption('Doesn\'t count');
  await all.button(`Save ${label}`).click();
  await all.panel.getByRole('alert').filter({ hasText: 'No answer counts' }).waitFor();
  await all.field('Kind of answers', 'combobox').selectOption('Yes or no');
  assert.deepEqual([await all.focus(), await all.field('Answer 1').count()], ['answers type', 0]);
  await all.field('What answer 2 means', 'combobox').selectOption('Counts');
  assert.equal(await all.field('What answer 1 means', 'combobox').inputValue(), 'not');
  await all.button(`Save ${label}`).click();
  await all.says('Changed.');
  assert.deepEqual([question().type, question().options, logic(), errorsOf(all.folder)], ['yes_no', undefined, { '!': { var: 'has_degree' } }, '']);
}, { bypassCSP: true }));

test('of several positions each document says which ask for it', (t) => confirming(t, browser, async (all) => {
  all.edit((text) => {
    const check = JSON.parse(text);
    check.positions[0].materials = check.positions[1].materials = ['cv'];
    return JSON.stringify(check, null, 2);
  });
  await all.settles();
  const lists = () => all.check().positions.map((/** @type {any} */ { materials: list }) => list);
  await all.marks('two reference letters');
  await all.button('Document').click();
  await all.says('Added. Document: Two reference letters.');
  assert.deepEqual(lists(), [['cv', 'reference_letters'], ['cv', 'reference_letters']], 'shows for each of them');
  await all.button('Change Two reference letters').click();
  assert.deepEqual((await axeFindings(all.page)).violations, []);
  await all.field('Postdoc', 'checkbox').uncheck();
  await all.button('Save Two reference letters').click();
  await all.says('Changed.');
  assert.deepEqual(lists(), [['cv'], ['cv', 'reference_letters']]);
  await all.panel.locator('li.point', { hasText: 'Two reference letters' }).getByText('Only for Doctoral student').waitFor();
  await all.button('Change Two reference letters').click();
  await all.field('Doctoral student', 'checkbox').uncheck();
  await all.button('Save Two reference letters').click();
  await all.panel.getByRole('alert').filter({ hasText: 'nobody would be asked for it' }).waitFor();
  await all.button('Cancel Two reference letters').click();
}, { page: twoPostsPage, bypassCSP: true }));

test('a rule that says more than can be set here is told in words, with its line and as it is written', (t) => confirming(t, browser, async (all) => {
  all.edit((text) => {
    const check = JSON.parse(text);
    check.criteria[0].logic = { or: [{ if: [{ var: 'degree' }, { var: 'experience' }, false] }, { and: [{ var: 'industry' }, { '!': { var: 'experience' } }] }] };
    return JSON.stringify(check, null, 2);
  });
  const row = all.panel.locator('li.point', { hasText: 'What is asked' });
  await row.getByText('This says more than can be set here').waitFor();
  await all.settles();
  const line = readFileSync(all.file, 'utf8').split('\n').findIndex((text) => text.includes('"or"'));
  assert.deepEqual((await row.locator('.rule').first().innerText()).split('\n').map((text) => text.trim()).filter(Boolean), ['One of these:', 'if “A master\'s degree”, then “Programming experience”, otherwise no', 'All of these:', '“Strong industrial experience”', '“Programming experience” isn\'t met']);
  await row.getByText(`It is changed in check.json, line ${line}.`).waitFor();
  const written = row.locator('pre');
  assert.equal(await written.isVisible(), false);
  await row.getByText('As it is written there').click();
  assert.deepEqual(JSON.parse(await written.innerText()), all.check().criteria[0].logic);
  assert.deepEqual((await axeFindings(all.page)).violations, []);
  await all.button('Change What is asked').click();
  await all.field('Label').fill('What we ask');
  await all.button('Save What is asked').click();
  await all.says('Changed.');
  assert.deepEqual([all.point('rule:asked').label, errorsOf(all.folder)], ['What we ask', '']);
}, { bypassCSP: true }));

test('every control has a name and a role, and is large enough to touch', (t) => judgeControls(t, browser, { width: 360, colorScheme: 'dark', hasTouch: true }));

test('on a phone what is marked is offered in the window, and what comes next stands below the header', (t) => confirming(t, browser, async (all) => {
  await all.marks('without any teaching duty');
  const taker = await all.panel.getByRole('button', { name: /^Add “without/ }).boundingBox();
  assert.ok(taker && taker.x >= 0 && taker.x + taker.width <= 360, JSON.stringify(taker));
  await all.panel.getByRole('button', { name: /^Confirm the draft: \d+ left$/ }).click();
  await all.panel.getByRole('button', { name: /^Keep all \d+ How to apply$/ }).click();
  await all.says(' kept. ');
  const [header, next] = await all.panel.evaluate((host) => {
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    return [root.querySelector('.panel > header')?.getBoundingClientRect().bottom ?? 0, root.activeElement?.getBoundingClientRect().top ?? 0];
  });
  assert.ok(next >= header, `${next} below ${header}`);
}, { viewport: { width: 360, height: 640 } }));

test('the words for kinds of documents are those of the schema', () => {
  const schema = JSON.parse(readFileSync(join(project, 'assets/schemas/check.schema.json'), 'utf8'));
  assert.deepEqual(materials.map(([kind]) => kind).sort(), schema.$defs.kind.enum.sort());
});
