// A page keeps what its own site's configuration says of it; else its words tell its language.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, temporaryFolder, writeFiles } from '../support/project.mjs';

const check = JSON.stringify({ version: 1, apply: { to: ['jobs@group.example'], subject: { contains: '[phd-7]' }, deadline: 'until_filled' }, questions: [], clauses: [], criteria: [], materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] });
const german = '---\ntitle: Stelle\n---\nWir suchen zum 1. April eine Doktorandin oder einen Doktoranden. Mail mit [phd-7] an jobs@group.example, mit CV.\n';
const english = '---\ntitle: Post\n---\nWe are looking for a person. Mail with the tag [phd-7] to jobs@group.example, with your CV.\n';

/** The page that is built, and what was said. @param {string} folder @param {string[]} more */
function built(folder, ...more) {
  const { code, err } = aushang(['build', join(folder, 'jobs/a'), '-o', join(folder, 'out'), '--no-app', '--today', '2026-11-27', ...more]);
  assert.equal(code, 0, err);
  return { html: readFileSync(join(folder, 'out/index.html'), 'utf8'), err };
}

test('the nearest configuration up to the repository\'s root counts, and is named', (t) => {
  const folder = writeFiles(temporaryFolder(t), { '_config.yml': 'lang: fr\n', 'site/_config.yml': 'lang: de\nroom: "4.11"\n', 'site/jobs/a/posting.md': english.replace('a person', 'a person in {{ site.room }}'), 'site/jobs/a/check.json': check });
  const { html, err } = built(join(folder, 'site'));
  assert.match(html, /<html lang="de"/);
  assert.match(html, /a person in 4\.11/);
  assert.match(err, /^\S*\/site\/_config\.yml: read for the pages' language and values; --no-config leaves it out\.$/m);
  assert.equal(err.match(/_config\.yml/g)?.length, 1);
  const without = built(join(folder, 'site'), '--no-config');
  assert.match(without.html, /<html lang="en"/);
  assert.match(without.err, /liquid-value/);
  assert.doesNotMatch(without.err, /_config/);
});

test('a configuration outside the repository is another site\'s', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'mkdocs.yml': 'site_name: Other\ntheme:\n  language: de\n', 'site/jobs/a/posting.md': english, 'site/jobs/a/check.json': check });
  assert.match(built(join(folder, 'site')).html, /<html lang="de"/);
  mkdirSync(join(folder, 'site/.git'));
  assert.match(built(join(folder, 'site')).html, /<html lang="en"/);
});

test('check and init read it, too', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'hugo.toml': 'title = "Moor"\nlanguageCode = "de"\n', 'jobs/a/posting.md': german, 'jobs/a/check.json': check });
  const read = /hugo\.toml: read/, guessed = /language-guessed/;
  const said = aushang(['check', join(folder, 'jobs/a'), '--today', '2026-11-27']);
  assert.match(said.err, read);
  assert.equal(said.out, 'No errors, no warnings.\n');
  const without = aushang(['check', join(folder, 'jobs/a'), '--no-config', '--today', '2026-11-27']);
  assert.match(without.out, guessed);
  assert.equal(without.err, '');
  assert.match(aushang(['init', join(folder, 'jobs/a/posting.md'), '-o', join(folder, 'b')]).err, read);
  assert.equal(JSON.parse(readFileSync(join(folder, 'b/check.json'), 'utf8')).facts.organization.name, 'Moor');
});

for (const [language, words] of /** @type {const} */ ([
  ['de', german], ['de', '# Stelle\n\n- Forschung in der Gruppe und mit der Industrie\n- Betreuung für das Team\n'],
  ['fr', 'Nous cherchons une personne pour les projets du groupe, avec un master et des publications.\n'],
])) {
  test(`a page that doesn't say its language is in that of its words: ${language}, ${words.length}`, (t) => {
    const folder = writeFiles(temporaryFolder(t), { 'jobs/a/posting.md': words, 'jobs/a/check.json': check.replaceAll('[phd-7]', 'x') });
    const { html, err } = built(folder);
    assert.match(html, new RegExp(`<html lang="${language === 'de' ? 'de' : 'en'}"`));
    assert.match(html, new RegExp(language === 'de' ? '<html lang="de"' : `lang="${language}"`));
    assert.match(err, new RegExp(`posting\\.md: language-guessed: warning: .*"${language}"`));
  });
}

test('a page whose words tell its language clearly need not say it', (t) => {
  const clear = `${german}\nWir bieten eine Stelle für zwei Jahre, mit Betreuung durch das Team und die Industrie. Sie ist auch für Absolventen der Physik offen; wir freuen uns über Bewerbungen von Frauen und Männern, die mit uns arbeiten wollen oder eine Idee für das Projekt haben.\n`;
  const folder = writeFiles(temporaryFolder(t), { 'jobs/a/posting.md': clear, 'jobs/a/check.json': check });
  const told = /posting\.md: in "de", by its words\. If it isn't, write its lang into its front matter\./;
  const checked = aushang(['check', join(folder, 'jobs/a'), '--today', '2026-11-27']);
  assert.equal(checked.out, 'No errors, no warnings.\n');
  assert.match(checked.err, told);
  assert.equal(aushang(['check', join(folder, 'jobs/a'), '--today', '2026-11-27', '--quiet']).err, '');
  const { html, err } = built(folder);
  assert.match(html, /<html lang="de"/);
  assert.match(err, told);
  assert.doesNotMatch(err, /warning/);
  assert.match(aushang(['init', join(folder, 'jobs/a/posting.md'), '-o', join(folder, 'b')]).out, /The page is in "de", by its words\. If it isn't: write lang: de below the first line/);
  const said = writeFiles(temporaryFolder(t), { 'jobs/a/posting.md': clear.replace('---\n', '---\nlang: de\n'), 'jobs/a/check.json': check });
  assert.doesNotMatch(built(said).err, /by its words/);
});

test('where words don\'t tell, it is English, and nothing is said', (t) => {
  for (const words of [english, 'Vacature: promovendus. Stuur uw cv naar het secretariaat.\n', '42\n']) {
    const folder = writeFiles(temporaryFolder(t), { 'jobs/a/posting.md': words, 'jobs/a/check.json': check });
    const { html, err } = built(folder);
    assert.match(html, /<html lang="en"/);
    assert.doesNotMatch(err, /language-guessed/);
  }
});

test('quotes and pages are compared as readers see them, however their umlauts are written', (t) => {
  const quoted = (/** @type {string} */ quote) => JSON.stringify({ ...JSON.parse(check), questions: [{ id: 'q', type: 'yes_no', label: 'Q?' }], clauses: [{ id: 'c', label: 'C', logic: { var: 'q' }, quote }], criteria: [{ id: 'k', level: 'must', label: 'K', logic: { var: 'c' } }] });
  const words = 'Gefühl für Größen', page = `---\nlang: de\n---\nWir suchen jemanden mit ${words}. Mail mit [phd-7] an jobs@group.example, mit CV.\n`;
  for (const [one, other] of /** @type {const} */ ([['NFC', 'NFD'], ['NFD', 'NFC'], ['NFD', 'NFD']])) {
    const folder = writeFiles(temporaryFolder(t), { 'posting.md': page.normalize(one), 'check.json': quoted(words.normalize(other)) });
    const { code, out } = aushang(['check', folder, '--today', '2026-11-27']);
    assert.equal(code, 0, `${one}, ${other}: ${out}`);
    assert.doesNotMatch(out, /quote-not-found/);
  }
});
