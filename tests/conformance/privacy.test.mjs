// What a site says about readers' data is what is so for that site: by how it was built, in both languages alike.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, project, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

const worker = 'self.__WB_MANIFEST; "__AUSHANG_VERSION__";\n';
const app = { 'app/app.js': '', 'app/aushang.wasm': '', 'app/licences.txt': '', 'app/embed.js': '', 'app/sw.js': worker };
/** @param {string} language @returns {Record<string, string>} */
const words = (language) => JSON.parse(readFileSync(join(project, `assets/words/${language}.json`), 'utf8'));
const source = (/** @type {string} */ language) => readFileSync(join(project, `assets/privacy/${language}.md`), 'utf8');
/** A page's text, without markup and hints for breaking lines. @param {string} page */
const textOf = (page) => page.replace(/<(wbr|\/?span)[^>]*>|\u200b/g, '').replace(/<[^>]+>/g, '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/**
 * @param {import('node:test').TestContext} t @param {string[]} options @param {object | null} [site]
 * @returns {(name: string) => string} reads a file of the site
 */
function build(t, options, site = null, jobs = ['job']) {
  const folder = writeFiles(temporaryFolder(t), { ...app, ...(site && { 'site.json': JSON.stringify(site) }) });
  for (const job of jobs) writeFiles(folder, { [`${job}/posting.md`]: '# Job title\n', [`${job}/check.json`]: smallCheck() });
  const { code, err } = aushang(['build', ...jobs, '-o', 'dist', ...options], { cwd: folder });
  assert.equal(code, 0, err);
  return (name) => readFileSync(join(folder, 'dist', name), 'utf8');
}

/** The source's line with a condition. @param {string} language @param {string} condition */
const line = (language, condition) => source(language).split('\n').find((one) => one.startsWith(`@${condition} `))?.slice(condition.length + 2) ?? assert.fail(condition);

test('both languages say the same things in the same order, and only about what there is', () => {
  const shape = (/** @type {string} */ language) => source(language).split('\n').map((one) => /^(#+ |@\w+ |\d\. )/.exec(one)?.[0] ?? (one === '' ? '' : 'text'));
  assert.deepEqual(shape('de'), shape('en'));
  assert.deepEqual([...new Set(shape('en').filter((one) => one.startsWith('@')))].sort(), ['@none ', '@notice ', '@on_request ', '@on_visit ']);
  for (const language of ['en', 'de']) {
    for (const button of ['offline.keep', 'offline.forget']) assert.ok(line(language, 'on_request').includes(words(language)[button]), `${language}: the button "${words(language)[button]}" by its name`);
    assert.equal(source(language).split('\n')[0], `# ${words(language)['page.privacy']}`, 'links are called what the page is');
  }
});

for (const [offline, options, site] of /** @type {const} */ ([['none', ['--no-app'], null], ['none', ['--app', 'app', '--no-offline'], { offline: 'on_visit' }], ['on_request', ['--app', 'app'], null], ['on_visit', ['--app', 'app'], { offline: 'on_visit' }]])) {
  test(`${options.join(' ')} ${JSON.stringify(site)}: it says what is kept, and nothing of other ways`, (t) => {
    const read = build(t, [...options], site);
    assert.equal(/data-offline="(\w+)"/.exec(read('index.html'))?.[1] ?? 'none', offline);
    for (const language of ['en', 'de']) {
      const page = read(`privacy/${language}/index.html`);
      for (const one of ['none', 'on_request', 'on_visit']) assert.equal(textOf(page).includes(line(language, one)), one === offline, `${language}: ${one}`);
      assert.doesNotMatch(textOf(page), /@\w|\{\w/);
      assert.doesNotMatch(page, /<script/);
    }
  });
}

test('each page leads there in its language, and back', (t) => {
  const read = build(t, ['--app', 'app'], null, ['job', 'other']);
  for (const [page, address, language] of [['index.html', 'privacy/en/', 'en'], ['job/index.html', '../privacy/en/', 'en'], ['job/de/index.html', '../../privacy/de/', 'de']]) {
    assert.ok(read(page).includes(`<a href="${address}">${words(language)['page.privacy']}</a>`), page);
  }
  assert.match(read('privacy/de/index.html'), /<a class="back" href="\.\.\/\.\.\/">Offene Stellen<\/a>/);
  assert.match(read('privacy/de/index.html'), /<a href="\.\.\/en\/" hreflang="en" lang="en">English<\/a>/);
  assert.match(build(t, ['--no-app'])('privacy/en/index.html'), /<a class="back" href="\.\.\/\.\.\/">Job title<\/a>/);
});

test('a notice of the site\'s own is named, and its address changes nothing else', (t) => {
  const privacy = 'https://www.group.example/notice_(1)?a=1&b=*x*';
  const read = build(t, ['--no-app'], { privacy });
  assert.match(read('privacy/en/index.html'), /<a href="https:\/\/www\.group\.example\/notice_\(1\)\?a=1&amp;b=\*x\*"[^>]*>privacy notice<\/a>/);
  assert.doesNotMatch(build(t, ['--no-app'])('privacy/en/index.html'), /privacy notice/);
});

test('a posting that would lie at the same place is an error', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'privacy/posting.md': '# Job\n', 'privacy/posting.de.md': '# Stelle\n', 'privacy/check.json': smallCheck(), 'b/posting.md': '# Job\n', 'b/check.json': smallCheck() });
  const { code, err } = aushang(['build', '--no-app', 'privacy', 'b', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /same-name: .*privacy\/de\/index\.html/);
});
