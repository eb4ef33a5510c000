// `aushang build`: which pages a posting gets, in which languages, and how they lead to one another.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

/**
 * A site of one posting: its files by name, HTML as text. With the app it is one that does nothing.
 * @param {import('node:test').TestContext} t @param {Record<string, string>} texts of the posting's folder
 * @param {{ more?: object, app?: boolean }} [options] more: in check.json
 * @returns {Record<string, string>}
 */
function siteOf(t, texts, { more = {}, app = false } = {}) {
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`job/${name}`, text]));
  const folder = writeFiles(temporaryFolder(t), { ...files, 'job/check.json': smallCheck(more), 'app/app.js': '', 'app/aushang.wasm': '', 'app/licences.txt': '', 'app/embed.js': '' });
  const { code, err } = aushang(['build', 'job', '-o', 'dist', ...(app ? ['--app', 'app'] : ['--no-app'])], { cwd: folder });
  assert.equal(code, 0, err);
  const names = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath ?? one.path, one.name));
  return Object.fromEntries(names.sort().map((name) => [name.slice(join(folder, 'dist').length + 1).replace(/^v\/[0-9a-f]{16}\//, 'v/…/'), readFileSync(name, 'utf8')]));
}

/** The language switch of a page: each entry's name, and its address or "" for the page itself. @param {string} page */
const languageSwitch = (page) => {
  const [, inner] = /<nav class="languages"[^>]*>([^]*?)<\/nav>/.exec(page) ?? ['', ''];
  return [...inner.matchAll(/<(?:a href="([^"]*)" hreflang="([A-Za-z-]+)" lang="\2"|span lang="[A-Za-z-]+" aria-current="true")>([^<]*)</g)].map(([, href = '', , name]) => [name, href]);
};

/**
 * Of each page: the languages of page and text, its switch, and the texts it calls its own in other languages.
 * @param {Record<string, string>} site
 */
function languagePages(site) {
  return Object.fromEntries(Object.entries(site).filter(([name]) => name.endsWith('.html') && !/^(privacy|accessibility)\//.test(name)).map(([name, page]) => [name, {
    page: /<html lang="([^"]+)"/.exec(page)?.[1], text: /<h1 id="au-title"(?: lang="([^"]+)")?>/.exec(page)?.[1] ?? 'the same',
    switch: languageSwitch(page), alternates: [...page.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map((m) => m.slice(1)),
    canonical: /rel="canonical" href="([^"]+)"/.exec(page)?.[1],
  }]));
}

test('a posting in English has a page with German words around it', (t) => {
  assert.deepEqual(languagePages(siteOf(t, { 'posting.md': '# Job\n' })), {
    'index.html': { page: 'en', text: 'the same', switch: [['English', ''], ['Deutsch', 'de/']], alternates: [], canonical: undefined },
    'de/index.html': { page: 'de', text: 'en', switch: [['English', '../'], ['Deutsch', '']], alternates: [], canonical: '../' },
  });
});

test('a posting in German has a page with English words around it', (t) => {
  assert.deepEqual(languagePages(siteOf(t, { 'posting.md': '---\nlang: de-AT\n---\n# Stelle\n' })), {
    'index.html': { page: 'de', text: 'the same', switch: [['English', 'en/'], ['Deutsch', '']], alternates: [], canonical: undefined },
    'en/index.html': { page: 'en', text: 'de-AT', switch: [['English', ''], ['Deutsch', '../']], alternates: [], canonical: '../' },
  });
});

test('a posting in a language the interface lacks has English words around it, and a page with German ones', (t) => {
  assert.deepEqual(languagePages(siteOf(t, { 'posting.md': '---\nlang: fr\n---\n# Poste\n' })), {
    'index.html': { page: 'en', text: 'fr', switch: [['English', ''], ['Deutsch', 'de/']], alternates: [], canonical: undefined },
    'de/index.html': { page: 'de', text: 'fr', switch: [['English', '../'], ['Deutsch', '']], alternates: [], canonical: '../' },
  });
});

test('translations count where there are any: each text once, each language of the interface once', (t) => {
  assert.deepEqual(languagePages(siteOf(t, { 'posting.md': '---\nlang: fr\n---\n# Poste\n', 'posting.en.md': '# Job\n' })), {
    'index.html': { page: 'en', text: 'fr', switch: [['English', 'en/'], ['Deutsch', 'de/'], ['fr', '']], alternates: [['en', 'en/']], canonical: undefined },
    'en/index.html': { page: 'en', text: 'the same', switch: [['English', ''], ['Deutsch', '../de/'], ['fr', '../']], alternates: [['fr', '../']], canonical: undefined },
    'de/index.html': { page: 'de', text: 'fr', switch: [['English', '../en/'], ['Deutsch', ''], ['fr', '../']], alternates: [], canonical: '../' },
  });
  assert.deepEqual(Object.keys(languagePages(siteOf(t, { 'posting.md': '# Job\n', 'posting.de.md': '# Stelle\n', 'posting.fr.md': '# Poste\n' }))), ['de/index.html', 'fr/index.html', 'index.html']);
});

test('a page in other words shares the pictures, files and labels of the posting', (t) => {
  const materials = [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: { en: 'CV', de: 'Lebenslauf' } }, { id: 'plan', kind: 'other', stage: 'now', required: 'yes', label: 'Plan of work' }];
  const site = siteOf(t, { 'posting.md': '# Job\n\n![a](img/a.png) [plan](plan.pdf) [top](#au-title)\n', 'img/a.png': 'pixels' }, { more: { materials } });
  assert.deepEqual(Object.keys(site).filter((name) => name.endsWith('.png')), ['img/a.png'], 'once');
  assert.match(site['index.html'], /<img src="img\/a\.png"/);
  for (const part of [/<img src="\.\.\/img\/a\.png"/, /<a href="\.\.\/plan\.pdf">/, /<a href="#au-title">/, /<span>Lebenslauf<\/span>/, /<span lang="en">Plan of work<\/span>/]) {
    assert.match(site['de/index.html'], part);
  }
});

test('a text of check.json without a language is in the posting\'s own, in its translations, too', (t) => {
  const materials = [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'Lebenslauf' }];
  const site = siteOf(t, { 'posting.md': '---\nlang: de\n---\n# Stelle\n', 'posting.en.md': '# Job\n' }, { more: { materials }, app: true });
  assert.match(site['index.html'], /<span>Lebenslauf<\/span>/);
  assert.match(site['en/index.html'], /<span lang="de">Lebenslauf<\/span>/);
  for (const name of ['v/…/posting.json', 'v/…/en/posting.json']) assert.equal(JSON.parse(site[name]).check_language, 'de', name);
});

test('what a file is called after is published as a language only if it is one; else check and build say so', (t) => {
  const files = { 'posting.md': '# Job\n', 'posting.pt-br.md': '# Vaga\n', ...Object.fromEntries(['old', 'bak', 'new', 'alt', '2024', 'de-draft'].map((word) => [`posting.${word}.md`, '# Not to be read\n'])) };
  const site = siteOf(t, files);
  assert.deepEqual(Object.keys(languagePages(site)), ['de/index.html', 'index.html', 'pt-br/index.html']);
  for (const [name, text] of Object.entries(site)) assert.doesNotMatch(text, /Not to be read/, name);
  const folder = writeFiles(temporaryFolder(t), { ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`job/${name}`, text])), 'job/check.json': smallCheck() });
  for (const words of [['check', 'job'], ['build', 'job', '-o', 'dist', '--no-app']]) {
    const { code, out, err } = aushang(words, { cwd: folder });
    assert.equal(code, 0);
    const named = [...(out + err).matchAll(/posting\.([\w-]+)\.md: no-translation: warning: "([\w-]+)" isn't a language/g)].map(([, file, word]) => [file, word]);
    assert.deepEqual(named, ['2024', 'alt', 'bak', 'de-draft', 'new', 'old'].map((word) => [word, word]), words[0]);
  }
});

test('a page whose language is none is in English, with a warning', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': '---\nlang: deutsch\n---\n# Job\n', 'job/check.json': smallCheck() });
  const { code, out, err } = aushang(['check', 'job'], { cwd: folder });
  assert.equal(code, 0);
  assert.match(out + err, /posting\.md: unknown-language: warning: the page's language "deutsch" isn't a language tag/);
  aushang(['build', 'job', '-o', 'dist', '--no-app'], { cwd: folder });
  assert.match(readFileSync(join(folder, 'dist/index.html'), 'utf8'), /<html lang="en"/);
});

test('beside a page called otherwise a stray is one as well, and a page with a dot in its name is a page', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'a/phd.md': '# Job\n', 'a/phd.old.md': '# Not to be read\n', 'a/check.json': smallCheck(), 'b/2024.phd.md': '# Job\n', 'b/check.json': smallCheck() });
  assert.match(Object.values(aushang(['check', 'a'], { cwd: folder })).join(), /phd\.old\.md: no-translation/);
  const { code, out, err } = aushang(['check', 'b'], { cwd: folder });
  assert.equal(code, 0, err);
  assert.doesNotMatch(out + err, /no-translation/);
});

test('a page in other words loads the bundle of the posting; a translation has its own', (t) => {
  const untranslated = siteOf(t, { 'posting.md': '# Job\n' }, { app: true });
  assert.deepEqual(Object.keys(untranslated).filter((name) => name.endsWith('posting.json')), ['v/…/posting.json']);
  assert.match(untranslated['de/index.html'], /id="au-bundle" href="\.\.\/v\/[0-9a-f]{16}\/posting\.json"/);
  assert.match(untranslated['de/index.html'], /src="\.\.\/v\/[0-9a-f]{16}\/app\/app\.js"/);
  assert.deepEqual(JSON.parse(untranslated['v/…/posting.json']).alternates, [], 'a page in other words is no translation');
  const translated = siteOf(t, { 'posting.md': '# Job\n', 'posting.de.md': '# Stelle\n' }, { app: true });
  assert.deepEqual(Object.keys(translated).filter((name) => name.endsWith('posting.json')), ['v/…/de/posting.json', 'v/…/posting.json']);
  assert.match(translated['de/index.html'], /id="au-bundle" href="\.\.\/v\/[0-9a-f]{16}\/de\/posting\.json"/);
});
