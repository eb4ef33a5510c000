// The second example: conditions in numbers and dates, two languages, all four outcomes. The expected verdicts and mails
// are files of tests/fixtures/msca-doctoral.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { aushang, project, temporaryFolder } from '../support/project.mjs';

const posting = 'assets/postings/msca-doctoral';
/** @param {string} name */
const fixture = (name) => readFileSync(join(project, 'tests/fixtures/msca-doctoral', name), 'utf8');
const check = JSON.parse(readFileSync(join(project, posting, 'check.json'), 'utf8'));
const languages = /** @type {const} */ (['en', 'de']);

/** @type {Record<string, string>} */
const pages = {};
before((t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  const { code, err } = aushang(['build', '--no-app', posting, '-o', join(folder, 'dist')]);
  assert.equal(code, 0, err);
  assert.equal(err, '');
  pages.en = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  pages.de = readFileSync(join(folder, 'dist/de/index.html'), 'utf8');
});

/** What a reader sees of some markup, white space folded. @param {string} html */
const visible = (html) => html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replace(/\s+/g, ' ').trim();

test('it is clean', () => {
  const { code, out } = aushang(['check', posting, '--today', '2027-03-31']);
  assert.equal(out, 'No errors, no warnings.\n');
  assert.equal(code, 0);
});

test('every question type is in use', () => {
  assert.deepEqual([...new Set(check.questions.map((/** @type {any} */ one) => one.type))].sort(), ['date', 'many', 'number', 'one', 'text', 'yes_no']);
});

test('every text of check.json is there in both languages', () => {
  let texts = 0;
  (function visit(/** @type {any} */ value, /** @type {string} */ path) {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (['label', 'help', 'reply', 'quote'].includes(key)) {
        assert.deepEqual(Object.keys(inner), ['en', 'de'], `${path}.${key}`);
        ++texts;
      } else {
        visit(inner, `${path}.${key}`);
      }
    }
  })(check, '$');
  assert.ok(texts >= 50, `${texts}`);
});

const verdicts = JSON.parse(fixture('verdicts.json'));
for (const { name, answers, outcome, unmet, ask, would_change } of verdicts) {
  test(`verdict: ${name}`, () => {
    const { code, out, err } = aushang(['verdict', posting, '--answers', '-'], { input: JSON.stringify({ version: 1, answers }) });
    assert.equal(code, 0, err);
    const verdict = JSON.parse(out);
    assert.equal(verdict.outcome, outcome);
    const clauses = verdict.criteria.flatMap((/** @type {any} */ criterion) => criterion.clauses);
    assert.deepEqual(clauses.filter((/** @type {any} */ one) => one.value === false).map((/** @type {any} */ one) => one.id), unmet);
    assert.deepEqual(verdict.ask, ask);
    if (would_change) assert.deepEqual(verdict.would_change, would_change);
  });
}

test('the verdicts above have each outcome', () => {
  assert.deepEqual([...new Set(verdicts.map((/** @type {any} */ one) => one.outcome))].sort(), ['ask', 'meets', 'not_yet', 'open']);
});

test('months beyond the 36, and no number at all, are mistakes', () => {
  for (const months of [37, -1, 'twelve']) {
    const { code, err } = aushang(['verdict', posting, '--answers', '-'], { input: JSON.stringify({ version: 1, answers: { months } }) });
    assert.equal(code, 1, `${months}`);
    assert.match(err, /months/);
  }
});

test('the deadline passes when its day has', () => {
  for (const [today, passed] of [['2027-03-31', false], ['2027-04-01', true]]) {
    const { out } = aushang(['verdict', posting, '--answers', '-', '--today', String(today)], { input: '{"version": 1, "answers": {}}' });
    assert.equal(JSON.parse(out).deadline_passed, passed);
  }
});

for (const language of languages) {
  test(`mail in ${language}: nothing of what is attached, as long as nothing is`, () => {
    const { code, out, err } = aushang(['mail', posting, '--answers', 'tests/fixtures/msca-doctoral/answers.json', '--as', 'text', '--lang', language]);
    assert.equal(code, 0, err);
    assert.equal(out, fixture(`mail.${language}.txt`));
  });
}

test('mail: who has no degree in sight is not asked for a thesis, and a file is matched with its material', () => {
  const { out, err } = aushang(['mail', posting, '--answers', '-', '--as', 'text', '--attach', 'dossier=Moller.pdf'], { input: '{"version": 1, "answers": {"degree": "no"}}' });
  assert.match(out, /^I have attached:\n- One PDF: cover letter of at most one page, CV, transcripts \(Moller\.pdf\)\n\n/m);
  assert.equal(err, '');
  assert.doesNotMatch(aushang(['mail', posting, '--answers', '-', '--as', 'text'], { input: '{"version": 1, "answers": {"degree": "no"}}' }).out, /thesis/i);
});

for (const language of languages) {
  test(`page in ${language}: every quote is marked, and leads to something`, () => {
    const page = pages[language];
    for (const one of [...check.clauses, ...check.notes, ...check.materials]) {
      const mark = new RegExp(`<a class="mark [a-z ]+" id="au-phrase-${one.id}" href="#([a-z_-]+)">(.*?)</a>`, 's').exec(page);
      assert.ok(mark, one.id);
      assert.equal(visible(mark[2]), one.quote[language]);
      assert.ok(page.includes(` id="${mark[1]}"`), mark[1]);
    }
    assert.equal(page.split('class="mark ').length - 1, check.clauses.length + check.notes.length + check.materials.length);
  });

  test(`page in ${language}: its own language throughout, and the way to the other`, () => {
    const page = pages[language];
    const other = language === 'en' ? 'de' : 'en';
    assert.match(page, new RegExp(`<html lang="${language}"`));
    assert.match(page, new RegExp(`<link rel="alternate" hreflang="${other}" href="${language === 'en' ? 'de/' : '../'}">`));
    const body = page.slice(page.indexOf('<main'));
    assert.doesNotMatch(body, / lang="/, 'nothing in it is in another language');
  });
}

test('the pages carry what matters outside the running text', () => {
  for (const part of [
    'At a glance', '<dt>Location</dt><dd>Greifswald, Germany</dd>', '<time datetime="2027-03-31">31 March 2027</time>, 17:00 (Europe/Berlin)',
    '<time datetime="2027-10-01">1 October 2027</time>', 'Full time', 'All files together: at most 10 MB.', 'Everyone hears from the institute by 23 April 2027',
  ]) assert.ok(pages.en.includes(part), part);
  for (const part of [
    'Auf einen Blick', '<dt>Ort</dt><dd>Greifswald, Deutschland</dd>', '<time datetime="2027-03-31">31. März 2027</time>, 17:00 Uhr (Europe/Berlin)',
    'Vollzeit', 'Alle Dateien zusammen: höchstens 10 MB.', 'Bis zum 23. April 2027 erhalten alle eine Antwort',
  ]) assert.ok(pages.de.includes(part), part);
  for (const page of Object.values(pages)) {
    /** @param {string} id */
    const subject = (id) => decodeURIComponent(new RegExp(`id="${id}"[^>]* href="mailto:dc7@ryck\\.example\\.org\\?subject=([^&]+)&`).exec(page)?.[1] ?? '');
    assert.match(subject('au-mail'), /^\[driftline-dc7\] /);
    assert.match(subject('au-ask'), /^\[driftline-question\] /, 'a question has a tag of its own');
  }
});
