// The page and the command line judge alike and write the same mail, whatever is answered by hand. That the form does, of any
// rules, is a property in tests/unit/form; here the browser and the command line are between.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkOf, choices, group, mailLink, verdict } from '../support/applicant.mjs';
import { aushang, full, project, randomNumbers, temporaryFolder, writeFiles } from '../support/project.mjs';
import { openSites, settle } from '../support/tile_page.mjs';

const check = checkOf('phd-ot');
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
/** @type {string} */
let folder;
before(async (t) => {
  folder = temporaryFolder(/** @type {any} */ (t));
  sites = await openSites(folder, { example: '' });
});
after(() => sites?.close());

for (const [state, address] of /** @type {const} */ ([['ready', 'example/'], ['plain', 'example/?mode=plain']])) {
  const visits = full ? 5 : 1, changes = full ? 20 : state === 'ready' ? 8 : 6;
  test(`${state}: page and command line agree on ${visits * changes} random sets of answers`, async () => {
    const random = randomNumbers(state === 'ready' ? 4 : 5);
    const seen = new Set();
    for (let visit = 0; visit < visits; ++visit) {
      await sites.visit(address, { until: state }, async (page) => {
        /** @type {Record<string, any>} */
        const answers = {};
        for (let change = 0; change < changes; ++change) {
          const question = random.pick(check.questions);
          const show = group(page, question, 'en').getByRole('button');
          if (await show.count()) await show.click();
          const choice = random.pick(choices(question, 'en'));
          const input = group(page, question, 'en').getByLabel(choice.name, { exact: true });
          await input.evaluate((/** @type {HTMLInputElement} */ element) => element.click());
          const list = Array.isArray(answers[question.id]) ? answers[question.id] : null;
          if (question.type === 'many' && Array.isArray(choice.answer) && choice.answer.length > 0 && list) {
            const value = choice.answer[0];
            const next = question.options.map((/** @type {any} */ o) => o.value).filter((/** @type {string} */ v) => (v === value ? !list.includes(v) : list.includes(v)));
            if (next.length > 0) answers[question.id] = next;
            else delete answers[question.id];
          } else if (input && !(await input.isChecked())) {
            delete answers[question.id]; // a second click takes it back
          } else {
            answers[question.id] = choice.answer;
          }
          await settle(page);
          writeFiles(folder, { 'answers.json': JSON.stringify({ version: 1, answers }) });
          const posting = join(project, 'assets/postings/phd-ot'), file = join(folder, 'answers.json');
          const judged = aushang(['verdict', posting, '--answers', file]);
          assert.equal(judged.code, 0, judged.err);
          const { outcome } = JSON.parse(judged.out);
          assert.equal(await verdict(page, 'en'), outcome, JSON.stringify(answers));
          const mail = aushang(['mail', posting, '--answers', file, '--as', 'mailto']);
          assert.equal(await mailLink(page, 'en'), mail.out.trim(), JSON.stringify(answers));
          seen.add(outcome);
        }
      });
    }
    assert.ok(seen.size > 1, [...seen].join());
  });
}
