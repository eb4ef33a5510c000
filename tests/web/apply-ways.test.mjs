// Postings that differ from the first: one that wishes for more than it needs, one with several positions, and one where
// nobody applies by mail. Left to `--full`: every answer for each position, on the plain page too.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkOf, choose, give, mailLink, mailOf, nextSteps, regions, verdict, words } from '../support/applicant.mjs';
import { aushang, combinations, full, project, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { counted, openSites, settle } from '../support/tile_page.mjs';

const many = {
  questions: [{ id: 'degree', type: 'yes_no', label: 'Do you hold a degree?' }, { id: 'teaches', type: 'yes_no', label: 'Have you taught?' }],
  clauses: [
    { id: 'has_degree', quote: 'hold a degree', label: 'A degree', logic: { var: 'degree' } },
    { id: 'has_taught', quote: 'have taught', label: 'Teaching', logic: { var: 'teaches' } }],
  criteria: [{ id: 'degree', level: 'must', label: 'Degree', logic: { var: 'has_degree' } }, { id: 'teaching', level: 'must', label: 'Teaching', logic: { var: 'has_taught' } }],
  materials: [
    { id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' },
    { id: 'statement', kind: 'other', stage: 'now', required: 'yes', label: 'What you teach, and how' }],
  positions: [
    { id: 'phd', label: 'Doctoral researcher', subject: { contains: '[tide-phd]' }, materials: ['cv'], criteria: ['degree'] },
    { id: 'lecturer', label: 'Lecturer', subject: { contains: '[tide-lecturer]' } }],
};
const text = '---\ntitle: Two positions at the tide station\n---\n## You\n\nYou hold a degree. As a lecturer you have taught.\n';
const portal = 'https://apply.example.org/jobs/7';
/** @type {Record<string, string>} */
const checks = { positions: smallCheck(many), portal: smallCheck({ ...many, positions: [], apply: { portal } }) };

const msca = checkOf('msca-doctoral');
/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => {
  folder = temporaryFolder(/** @type {any} */ (t));
  for (const [name, check] of Object.entries(checks)) writeFiles(join(folder, 'source', name), { 'posting.md': text, 'check.json': check });
  for (const [name, source] of [['msca', join(project, 'assets/postings/msca-doctoral')], ...Object.keys(checks).map((one) => [one, join(folder, 'source', one)])]) {
    const { code, err } = aushang(['build', '--no-packed', source, '-o', join(folder, name)]);
    assert.equal(code, 0, err);
  }
  sites = await openSites(folder, {});
});
after(() => sites?.close());

/** What the command line says to a file of answers. @param {string} posting @param {object} answers */
function told(posting, answers) {
  writeFiles(folder, { 'answers.json': JSON.stringify({ version: 1, ...answers }) });
  const [source, file] = [join(folder, 'source', posting), join(folder, 'answers.json')];
  return {
    outcome: JSON.parse(aushang(['verdict', source, '--answers', file]).out).outcome,
    mailto: aushang(['mail', source, '--answers', file, '--as', 'mailto']).out.trim(),
  };
}

for (const [state, mode] of /** @type {const} */ ([['ready', ''], ['plain', '?mode=plain']])) {
  for (const { language } of combinations({ state: ['ready', 'plain'], language: /** @type {const} */ (['en', 'de']) }).filter((one) => one.state === state)) {
    test(`${state}, ${language}: where only a wish is not met, the page says whom to ask`, () => sites.visit(`msca/${language === 'en' ? '' : 'de/'}${mode}`, { until: state }, async (page) => {
      const fits = { doctorate: false, months: 12, degree: 'yes', english: 'b2', start: '2027-10-01', languages: [], years: 2 };
      for (const question of msca.questions) {
        if (!(question.id in fits)) continue;
        await give(page, question, fits[/** @type {keyof typeof fits} */ (question.id)], language);
        await settle(page);
      }
      assert.equal(await verdict(page, language), 'ask');
      assert.ok((await regions(page, language).check.innerText()).includes(words(language)['reason.ask']));
      const steps = await nextSteps(page, language);
      assert.ok(steps.includes('#au-apply'), steps.join());
      const question = mailOf(steps.find((step) => step.startsWith('mailto:')) ?? '');
      assert.equal(question.to, msca.apply.to[0]);
      assert.ok(question.subject.includes(msca.apply.inquiry.subject.contains), question.subject);
    }));
  }

  describe(`${state}: several positions`, () => {
    const said = words('en');
    const visit = (/** @type {(page: import('playwright-core').Page) => Promise<void>} */ look) => sites.visit(`positions/${mode}`, { until: state, viewport: { width: 360, height: 800 } }, look);

    test('one is chosen first; subject, checklist and conditions are its own', () => visit(async (page) => {
      const { check, apply } = regions(page, 'en');
      const choice = check.getByRole('group', { name: said['position.legend'], exact: true });
      const names = ['Doctoral researcher', 'Lecturer'];
      assert.deepEqual(await choice.getByRole('radio').evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).labels?.[0]?.textContent)), names);
      assert.equal(await verdict(page, 'en'), 'open');
      assert.equal(await check.getByRole('status').innerText(), said['check.start'].replace('{questions}', '2 questions').replace('{time}', 'about a minute'));
      const tags = (/** @type {string} */ all) => ['[tide-phd]', '[tide-lecturer]'].filter((tag) => all.includes(tag));
      assert.equal(tags(await apply.innerText()).length, 2, 'each tag is in sight');

      const list = apply.getByRole('list', { name: said['apply.now'], exact: true });
      /** What was answered for the lecturer is kept while the other is chosen. @type {boolean | undefined} */
      let teaches;
      for (const [i, id] of ['phd', 'lecturer', 'phd'].entries()) {
        const name = names[id === 'phd' ? 0 : 1];
        const { draws } = await counted(page, () => choice.getByRole('radio', { name, exact: true }).check());
        assert.equal(draws > 0, state === 'ready', `${i}`);
        assert.deepEqual(tags(await apply.innerText()), [`[tide-${id}]`]);
        assert.equal(await list.getByRole('checkbox').count(), id === 'phd' ? 1 : 2);
        assert.deepEqual(await check.locator('fieldset').evaluateAll((all) => all.map((one) => one.id)), ['au-position', 'au-q-degree', ...id === 'phd' ? [] : ['au-q-teaches']], 'only what it asks');
        for (const [degree, taught] of [[true, false], [true, true], [false, true]].filter((_, k) => full || k === i || (state === 'ready' && i < 2))) {
          await give(page, many.questions[0], degree, 'en');
          await settle(page);
          if (id === 'lecturer') await give(page, many.questions[1], teaches = taught, 'en');
          await settle(page);
          const { outcome, mailto } = told('positions', { position: id, answers: { degree, ...teaches === undefined ? {} : { teaches } } });
          assert.equal(await verdict(page, 'en'), outcome, `${id}: ${degree}, ${taught}`);
          assert.equal(await mailLink(page, 'en'), mailto);
        }
      }
      await choose(page, many.questions[0], said['answer.not_sure'], 'en');
      await settle(page);
      assert.equal(await verdict(page, 'en'), 'open');
    }));
  });

  test(`${state}: where a portal takes applications, its address is the way and no mail is offered`, () => sites.visit(`portal/${mode}`, { until: state }, async (page) => {
    const said = words('en');
    const { apply } = regions(page, 'en');
    assert.equal(await apply.getByRole('link', { name: said['apply.open_portal'], exact: true }).getAttribute('href'), portal);
    assert.equal(await page.locator('a[href^="mailto:"]').count(), 0);
    assert.equal(await apply.getByRole('textbox').count(), 0, 'nothing is written that would go nowhere');
    assert.equal(await apply.getByRole('checkbox').count(), 2);
    await give(page, many.questions[0], false, 'en');
    await settle(page);
    assert.equal(await verdict(page, 'en'), 'not_yet');
    const steps = await nextSteps(page, 'en');
    assert.ok(steps.includes('#au-apply'), steps.join());
  }));
}
