// A check.json that writes itself: what `init` makes of a page passes `check`, and nothing is ever overwritten.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, sharedFile, temporaryFolder, writeFiles } from '../support/project.mjs';

const page = `---
title: A place in logic
---
# A place

## Profile
The ideal candidate has a background in logic or statistics, with a master's degree and some research experience.
Candidates with industrial experience will also be considered. Working here does not require German.

## How to apply
Please send the following:

- CV
- transcripts (if available)

to ann [at] group [dot] example, with the subject containing [logic-1], by 1 March 2027. Inquiries welcome.

Selected candidates will later send

- two reference letters
`;
const read = (/** @type {string[]} */ ...path) => JSON.parse(readFileSync(join(...path, 'check.json'), 'utf8'));

test('a page becomes a folder that passes check, with what to confirm in one line', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job.md': page });
  const { code, out, err } = aushang(['init', 'job.md'], { cwd: folder });
  assert.equal(code, 0, err);
  assert.equal(out.split('\n')[0], 'job: address ann@group.example (line 16), spelt out there · tag [logic-1] (line 16) · inquiries welcome (line 16) · deadline 2027-03-01 (line 16) · 3 documents, 1 of them later · 4 questions');
  assert.equal(readFileSync(join(folder, 'job/posting.md'), 'utf8'), page);
  const check = read(folder, 'job');
  assert.deepEqual({ ...check.apply, $comment: undefined }, { $comment: undefined, to: ['ann@group.example'], subject: { contains: '[logic-1]' }, inquiry: true, deadline: { date: '2027-03-01' } });
  assert.match(check.apply.$comment, /^Confirm: address ann@group\.example \(line 16\)/);
  assert.deepEqual(check.materials.map((/** @type {any} */ one) => [one.kind, one.stage, one.required]), [['cv', 'now', 'yes'], ['transcripts', 'now', 'if_any'], ['reference_letters', 'later', 'yes']]);
  assert.deepEqual(check.questions.map((/** @type {any} */ one) => [one.id, one.type]), [['has_field', 'many'], ['has_industry', 'yes_no'], ['has_degree', 'one'], ['has_experience', 'yes_no']].sort((a, b) => check.questions.findIndex((/** @type {any} */ q) => q.id === a[0]) - check.questions.findIndex((/** @type {any} */ q) => q.id === b[0])));
  assert.deepEqual(check.criteria[0].logic, { or: [{ and: [{ var: 'field' }, { var: 'degree' }, { var: 'experience' }] }, { var: 'industry' }] });
  assert.deepEqual(check.notes.map((/** @type {any} */ one) => one.quote), ['does not require German']);
  assert.ok(check.questions.every((/** @type {any} */ one) => one.$comment.startsWith('Confirm')));
  const checked = aushang(['check', 'job', '--today', '2026-11-27'], { cwd: folder });
  assert.equal(checked.out, 'No errors, no warnings.\n');
  const verdict = (/** @type {object} */ answers) => JSON.parse(aushang(['verdict', 'job', '--answers', '-'], { cwd: folder, input: JSON.stringify({ version: 1, answers }) }).out).outcome;
  assert.equal(verdict({ has_field: ['logic'], has_degree: 'yes', has_experience: true }), 'meets');
  assert.equal(verdict({ has_industry: true }), 'meets');
  assert.equal(verdict({ has_field: [], has_industry: false }), 'not_yet');
});

test('nothing is overwritten; what the page says differently by now is said', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job.md': page });
  aushang(['init', 'job.md', '-o', 'p'], { cwd: folder });
  assert.match(aushang(['init', 'job.md', '-o', 'p'], { cwd: folder }).out, /is there already, so nothing was written\.\nIt says what the page says\.\n$/);
  const before = readFileSync(join(folder, 'p/check.json'), 'utf8');
  writeFileSync(join(folder, 'job.md'), page.replace('[logic-1]', '[logic-2]').replace('- CV\n', '- CV\n- cover letter\n').replace('1 March', '2 March'));
  const { code, out } = aushang(['init', 'job.md', '-o', 'p'], { cwd: folder });
  assert.equal(code, 0);
  assert.match(out, /posting\.md isn't job\.md any more: they differ from line 14 on\./);
  assert.match(out, /apply\.subject: the page gives \{"contains":\s*"\[logic-2\]"\}, check\.json has \{"contains":\s*"\[logic-1\]"\}/);
  assert.match(out, /apply\.deadline: .*2027-03-02.*2027-03-01/);
  assert.match(out, /materials: the page gives cv \(now\) · cover_letter \(now\)/);
  assert.equal(readFileSync(join(folder, 'p/check.json'), 'utf8'), before);
  assert.equal(readFileSync(join(folder, 'p/posting.md'), 'utf8'), page);
  writeFiles(folder, { 'q/posting.md': 'Another page.' });
  assert.equal(aushang(['init', 'job.md', '-o', 'q'], { cwd: folder }).code, 1);
  assert.equal(existsSync(join(folder, 'q/check.json')), false);
  assert.equal(readFileSync(join(folder, 'q/posting.md'), 'utf8'), 'Another page.');
});

test('name and address of the site come from the configuration near the page, unless it isn\'t wanted', (t) => {
  const folder = writeFiles(temporaryFolder(t), { '_config.yml': 'title: Logic Group\nurl: https://logic.example\n', 'pages/job.md': page, 'hugo/hugo.toml': 'title = "Hugo Group"\nbaseURL = "https://hugo.example/"\n', 'hugo/content/job.md': page });
  aushang(['init', 'pages/job.md', '-o', 'a'], { cwd: folder });
  const { $comment, ...organization } = read(folder, 'a').facts.organization;
  assert.deepEqual(organization, { name: 'Logic Group', url: 'https://logic.example' });
  assert.match($comment, /^Confirm: /);
  aushang(['init', 'hugo/content/job.md', '-o', 'b'], { cwd: folder });
  assert.equal(read(folder, 'b').facts.organization.name, 'Hugo Group');
  aushang(['init', 'pages/job.md', '-o', 'c', '--no-config'], { cwd: folder });
  assert.equal(read(folder, 'c').facts, undefined);
});

test('what init says to do next can be done as it is said', (t) => {
  const body = '# Stelle 7\n\nWir suchen eine Person mit einem Master in Physik. Bitte senden Sie Ihren Lebenslauf an ann@group.example.\n';
  /** @type {[string, RegExp, (page: string) => string][]} */
  const pages = [
    [`---\ntitle: Stelle 7\n---\n${body}`, /write lang: de below the first line of (.*)\.\n/, (text) => text.replace('---\n', '---\nlang: de\n')],
    [`+++\ntitle = "Stelle 7"\n+++\n${body}`, /write lang = "de" below the first line of (.*)\.\n/, (text) => text.replace('+++\n', '+++\nlang = "de"\n')],
    [body, /begin (.*) with three lines: ---, lang: de, ---\.\n/, (text) => `---\nlang: de\n---\n${text}`],
  ];
  for (const [text, advice, follow] of pages) {
    const folder = writeFiles(temporaryFolder(t), { 'job.md': text });
    const { out } = aushang(['init', 'job.md', '-o', 'my posting'], { cwd: folder });
    const [, named] = advice.exec(out) ?? assert.fail(out), file = join(folder, named);
    assert.match(aushang(['check', 'my posting'], { cwd: folder }).out, /language-guessed/);
    writeFileSync(file, follow(readFileSync(file, 'utf8')));
    assert.equal(aushang(['check', 'my posting'], { cwd: folder }).out, 'No errors, no warnings.\n');
    const [, serving] = /: npx aushang serve (.*)\n/.exec(out) ?? assert.fail(out);
    assert.equal(serving, '"my posting"');
  }
});

test('a page without an address, one with a portal alone, and one in another language', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    'none.md': 'Send us your CV.', 'portal.md': 'Use the [application form](https://jobs.example/7). Applications by e-mail are not accepted. Questions: ann@group.example',
    'de.md': 'Wir suchen eine Person für die Stelle. Bitte senden Sie Ihren Lebenslauf mit dem Betreff „Stelle 7“ an ann@group.example.',
  });
  for (const name of ['none', 'portal', 'de']) assert.equal(aushang(['init', `${name}.md`], { cwd: folder }).code, 0, name);
  assert.match(aushang(['check', 'none'], { cwd: folder }).out, /placeholder: warning/);
  assert.equal(read(folder, 'portal').apply.to, undefined);
  assert.deepEqual(read(folder, 'portal').apply.inquiry, { to: ['ann@group.example'] });
  assert.equal(read(folder, 'de').apply.subject.contains, 'Stelle 7');
  assert.match(aushang(['init', 'de.md', '-o', 'd2'], { cwd: folder }).out, /lang: de/);
});

const postings = sharedFile('postings/truth.json'), seed = sharedFile('seed/phd_2.md');
/**
 * What somebody who knows the page would set right in the facts of a draft: each address, tag, deadline and document that is wrong or
 * missing, and each that is asked of everybody though the page doesn't, or the other way round.
 * @param {any} check as init wrote it @param {any} truth as people read the page @returns {string[]}
 */
function edits(check, truth) {
  const fold = (/** @type {string} */ text) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const applies = [check.apply, ...check.positions ?? []];
  const to = applies.flatMap((one) => one.to ?? []).map(fold);
  const wanted = truth.emails.filter((/** @type {any} */ one) => one.role_class === 'apply').map((/** @type {any} */ one) => fold(one.addr));
  const tags = applies.map((one) => one.subject?.contains).filter(Boolean).map(fold);
  const subjects = truth.subjects.filter((/** @type {any} */ one) => one.scope !== 'inquiry').map((/** @type {any} */ one) => fold(one.text));
  const dates = truth.deadlines.map((/** @type {any} */ one) => /\d{4}-(\d\d-\d\d)/.exec(one.iso ?? '')?.[1]).filter(Boolean);
  const deadline = check.apply.deadline?.date?.slice(5);
  const kinds = new Map(check.materials.map((/** @type {any} */ one) => [`${one.kind} ${one.stage}`, one.required]));
  const asked = new Map(truth.materials.map((/** @type {any} */ one) => [`${one.norm} ${one.stage}`, one.optional]));
  return [
    ...(check.apply.portal && to.length === 0 ? [] : wanted.some((/** @type {string} */ one) => to.includes(one)) === wanted.length > 0 ? [] : [`address ${wanted}`]),
    ...(subjects.length === 0 || tags.some((tag) => subjects.some((/** @type {string} */ one) => one.includes(tag))) ? [] : [`tag ${subjects}`]),
    ...(subjects.length === 0 && tags.length > 0 ? [`no tag ${tags}`] : []),
    ...(deadline && !dates.includes(deadline) ? [`deadline ${deadline}`] : []),
    ...[...asked.keys()].filter((one) => !kinds.has(one)).map((one) => `+ ${one}`),
    ...[...kinds.keys()].filter((one) => !asked.has(one)).map((one) => `- ${one}`),
    ...[...asked].filter(([one, optional]) => kinds.has(one) && optional !== (kinds.get(one) !== 'yes')).map(([one]) => `required ${one}`),
  ];
}

test('real pages: what init writes passes check, and takes few edits to be right', { skip: postings === null && 'no folder with real postings' }, (t) => {
  const folder = temporaryFolder(t), counts = [];
  for (const { id, file, ...truth } of JSON.parse(readFileSync(/** @type {string} */ (postings), 'utf8'))) {
    const made = aushang(['init', /** @type {string} */ (sharedFile(`postings/${file}`)), '-o', join(folder, id), '--no-config']);
    assert.equal(made.code, 0, `${id}: ${made.err}`);
    assert.equal(aushang(['check', join(folder, id)]).code, 0, id);
    const wrong = edits(read(folder, id), truth);
    counts.push(wrong.length);
    if (wrong.length > 0) t.diagnostic(`${id}: ${wrong.join(', ')}`);
  }
  const median = counts.sort((a, b) => a - b)[counts.length >> 1];
  t.diagnostic(`edits: ${counts.join(' ')}, median ${median}`);
  assert.ok(median <= 3);
});

test('the group\'s own page: right without an edit', { skip: seed === null && 'no folder with the page' }, (t) => {
  const folder = temporaryFolder(t);
  assert.equal(aushang(['init', /** @type {string} */ (seed), '-o', join(folder, 'p'), '--no-config']).code, 0);
  assert.equal(aushang(['check', join(folder, 'p')]).out, 'No errors, no warnings.\n');
  const check = read(folder, 'p'), truth = JSON.parse(readFileSync(new URL('../fixtures/seed/check.json', import.meta.url), 'utf8'));
  for (const key of ['to', 'subject', 'inquiry', 'deadline']) assert.deepEqual(check.apply[key], truth.apply[key], key);
  const lists = (/** @type {any} */ file) => file.materials.map((/** @type {any} */ one) => `${one.kind} ${one.stage} ${one.required}`);
  assert.deepEqual(lists(check), lists(truth));
  assert.deepEqual(check.clauses.map((/** @type {any} */ one) => one.id).sort(), ['degree', 'experience', 'field', 'industry', 'publications']);
  assert.deepEqual(check.questions.find((/** @type {any} */ one) => one.id === 'has_field').options.map((/** @type {any} */ one) => one.label), ['Machine learning', 'Applied math']);
});
