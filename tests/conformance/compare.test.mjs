// check.json held against the page: each difference is said with both places, and what agrees says nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aushang, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

const page = 'Please send your CV, your transcripts and two reference letters to ann@group.example, with the subject\ncontaining [logic-1], by 1 March 2027.\n';
const material = (/** @type {string} */ kind) => ({ id: kind, kind, stage: 'now', required: 'yes', label: kind });
const apply = { to: ['ann@group.example'], subject: { contains: '[logic-1]' }, deadline: { date: '2027-03-01' } };
const asking = `${page}Questions go to bob@group.example with the subject [ask-1].\n`;
const materials = ['cv', 'transcripts', 'reference_letters'].map(material);

/** @type {[string, string, object, RegExp | null][]} what, the page, what check.json has, and what is said */
const cases = [
  ['what agrees', page, { apply, materials }, null],
  ['a link that opens another address than it shows', page.replace('ann@group.example', '[ann@group.example](mailto:office@group.example)'), { apply: { ...apply, to: ['office@group.example'] }, materials }, /^p\/posting\.md:1:69: other-link: warning: the page shows the address "ann@group\.example", and its link opens a mail to "office@group\.example"\. Make them the same\./],
  ['a misspelt address', page, { apply: { ...apply, to: ['ann@gruop.example'] }, materials }, /^p\/check\.json:1:\d+: other-address: "ann@gruop\.example" isn't on the page, where applications go to "ann@group\.example" \(p\/posting\.md:1:68\)/],
  ['another address', page, { apply: { ...apply, to: ['office@elsewhere.example'] }, materials }, /other-address: warning: .*p\/posting\.md:1:68/],
  ['another tag', page, { apply: { ...apply, subject: { contains: '[logic-2]' } }, materials }, /other-tag: warning: the tag "\[logic-2\]" isn't on the page, which asks for "\[logic-1\]" \(p\/posting\.md:2:12\)/],
  ['another deadline', page, { apply: { ...apply, deadline: { date: '2027-03-02' } }, materials }, /other-deadline: warning: the deadline 2027-03-02 isn't on the page, which says "1 March 2027" \(p\/posting\.md:2:26\)/],
  ['a date where the page says until filled', page.replace('by 1 March 2027', 'The position is open until filled'), { apply, materials }, /other-deadline: warning: the deadline 2027-03-01 isn't on the page, which says "(?:open )?until filled" \(p\/posting\.md:2:\d+\)/],
  ['until filled where the page says a date', page, { apply: { ...apply, deadline: 'until_filled' }, materials }, /other-deadline: warning: "until_filled" isn't on the page, which says "1 March 2027" \(p\/posting\.md:2:26\)/],
  ['a deadline left out', page, { apply: { to: apply.to, subject: apply.subject }, materials }, /deadline-missing: warning: .*"1 March 2027", p\/posting\.md:2:26.*"deadline": \{"date": "2027-03-01"\}/],
  ['a tag left out', page, { apply: { to: apply.to, deadline: apply.deadline }, materials }, /tag-missing: warning: .*"\[logic-1\]".*p\/posting\.md:2:12.*\{"contains": "\[logic-1\]"\}/],
  ['a portal that isn\'t there', page, { apply: { ...apply, portal: 'https://jobs.example/7' }, materials }, /other-portal: warning: "https:\/\/jobs\.example\/7" isn't on the page, where applications go to "ann@group\.example" \(p\/posting\.md:1:68\)/],
  ['another portal', 'Please apply through the [application portal](https://jobs.example/7) by 1 March 2027.\n', { apply: { portal: 'https://jobs.example/8', deadline: apply.deadline }, materials }, /other-portal: warning: .*leads to "https:\/\/jobs\.example\/7" \(p\/posting\.md:1:\d+\)/],
  ['a position\'s address', page, { apply, materials, positions: [{ id: 'a', label: 'A', to: ['ann@gruop.example'] }] }, /^p\/check\.json:1:\d+: other-address: .*\[\$\.positions\[0\]\.to\[0\]\]/],
  ['a position that is open until filled, where the others have a date', page, { apply, materials, positions: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B', deadline: 'until_filled' }] }, null],
  ['a position\'s other date', page, { apply, materials, positions: [{ id: 'b', label: 'B', deadline: { date: '2027-03-02' } }] }, /other-deadline: warning: the deadline 2027-03-02 .*\[\$\.positions\[0\]\.deadline\]/],
  ['questions to another', asking, { apply: { ...apply, inquiry: { to: ['office@elsewhere.example'], subject: { contains: '[ask-1]' } } }, materials }, /^p\/check\.json:1:\d+: other-address: warning: "office@elsewhere\.example" isn't on the page, where questions go to "bob@group\.example" \(p\/posting\.md:3:\d+\)/],
  ['questions with another tag', asking, { apply: { ...apply, inquiry: { to: ['bob@group.example'], subject: { contains: '[ask-2]' } } }, materials }, /other-tag: warning: the tag "\[ask-2\]" isn't on the page, which asks for "\[ask-1\]" \(p\/posting\.md:3:\d+\)/],
  ['questions as the page says', asking, { apply: { ...apply, inquiry: { to: ['bob@group.example'], subject: { contains: '[ask-1]' } } }, materials }, null],
  ['a document that isn\'t asked for', page, { apply, materials: [...materials, material('id_document')] }, /material-not-asked: warning: .*"id_document".*p\/posting\.md:1:18.*\[\$\.materials\[3\]\]/],
  ['a document that is missing', page, { apply, materials: materials.slice(0, 2) }, /material-missing: warning: the page asks for "reference letters" \(p\/posting\.md:1:47\)/],
  ['mail where it is refused', 'Use the [application form](https://jobs.example/7). Applications sent by e-mail will not be read.\n', { apply: { to: ['ann@group.example'], portal: 'https://jobs.example/7' }, materials }, /mail-refused: warning: .*p\/posting\.md:1:53/],
];

for (const [what, text, more, expected] of cases) {
  test(`${what}: ${expected ? 'said with both places' : 'nothing is said'}`, (t) => {
    const folder = writeFiles(temporaryFolder(t), { 'p/posting.md': text, 'p/check.json': smallCheck(more) });
    const { out } = aushang(['check', 'p', '--today', '2026-11-27'], { cwd: folder });
    if (!expected) assert.equal(out, 'No errors, no warnings.\n');
    else {
      assert.match(out, expected);
      assert.equal(out.trimEnd().split('\n').length, 1, out);
    }
  });
}

test('the examples agree with their pages', () => {
  for (const name of ['phd-ot', 'msca-doctoral']) assert.equal(aushang(['check', `assets/postings/${name}`, '--today', '2026-11-27']).out, 'No errors, no warnings.\n', name);
});
