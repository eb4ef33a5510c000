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
