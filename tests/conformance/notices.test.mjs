// What a site says about itself is what is so for that site: by how it was built, in both languages alike.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { aushang, project, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

const worker = 'self.__WB_MANIFEST; "__AUSHANG_VERSION__";\n';
const app = { 'app/app.js': '', 'app/aushang.wasm': '', 'app/licences.txt': '', 'app/embed.js': '', 'app/sw.js': worker };
const languages = ['en', 'de'];
/** @param {string} language @returns {Record<string, string>} */
const words = (language) => JSON.parse(readFileSync(join(project, `assets/words/${language}.json`), 'utf8'));
/** @param {string} notice @param {string} language */
const source = (notice, language) => readFileSync(join(project, `assets/${notice}/${language}.md`), 'utf8');
/** A page's text, without markup and hints for breaking lines. @param {string} page */
const textOf = (page) => page.replace(/<(\/?span)[^>]*>|\u200b/g, '').replace(/<[^>]+>/g, '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
/** A line of Markdown as it is read. @param {string} line */
const readable = (line) => line.replace(/^- /, '').replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

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

/** The source's lines with a condition. @param {string} notice @param {string} language @param {string} condition */
const linesFor = (notice, language, condition) => source(notice, language).split('\n').filter((one) => one.startsWith(`@${condition} `)).map((one) => one.slice(condition.length + 2));

/** @type {Record<string, { conditions: string[], own: string, buttons: string[] }>} */
const kinds = {
  privacy: { conditions: ['app', 'notice', 'on_request', 'on_visit', 'static'], own: 'privacy notice', buttons: ['offline.keep', 'offline.forget', 'page.always_plain'] },
  accessibility: { conditions: ['app', 'contact', 'notice', 'posting', 'static'], own: 'accessibility statement of its own', buttons: ['page.plain_mode', 'page.always_plain', 'apply.heading', 'apply.ask_first'] },
};

for (const [notice, { conditions, own, buttons }] of Object.entries(kinds)) {
  describe(notice, () => {
    test('both languages say the same things in the same order, and only about what there is', () => {
      const shape = (/** @type {string} */ language) => source(notice, language).split('\n').map((one) => [
        /^(#+ |(@\w+ )?- |@\w+ |\d\. )/.exec(one)?.[0] ?? (one === '' ? '' : 'text'),
        ...(one.match(/\]\([^)]*\)|\*\*|`[^`]*`|\b\d\.\d(\.\d+)?\b|§ \d+\w?/g) ?? []),
      ]);
      assert.deepEqual(shape('de'), shape('en'));
      assert.deepEqual([...new Set(source(notice, 'en').match(/^@\w+/gm))].sort(), conditions.map((one) => `@${one}`));
    });

    test('it names buttons and itself by the words of the interface', () => {
      for (const language of languages) {
        const said = words(language), text = source(notice, language);
        const quoted = [...text.replace(/`[^`]*`/g, '').matchAll(/"([^"]+)"|„([^“]+)“/g)].map(([, en, de]) => en ?? de);
        for (const button of buttons) assert.ok(quoted.includes(said[button]), `${language}: "${said[button]}"`);
        assert.equal(text.split('\n')[0], `# ${said[`page.${notice}`]}`, 'links are called what the page is');
      }
    });

    test('each page leads there in its language, and back', (t) => {
      const read = build(t, ['--app', 'app'], null, ['job', 'other']);
      const [other] = Object.keys(kinds).filter((one) => one !== notice);
      for (const [page, root, language] of [['index.html', '', 'en'], ['job/index.html', '../', 'en'], ['job/de/index.html', '../../', 'de'], [`${other}/de/index.html`, '../../', 'de']]) {
        const link = `<li><a href="${root}${notice}/${language}/">${words(language)[`page.${notice}`]}</a></li>`;
        assert.ok(/<footer>[^]*<\/footer>/.exec(read(page))?.[0].includes(link), page);
      }
      const page = read(`${notice}/de/index.html`);
      assert.match(page, /<a class="back" href="\.\.\/\.\.\/de\/">Offene Stellen<\/a>/);
      assert.match(read(`${notice}/en/index.html`), /<a class="back" href="\.\.\/\.\.\/">Open positions<\/a>/);
      assert.match(page, /<a href="\.\.\/en\/" hreflang="en" lang="en">English<\/a>/);
      assert.doesNotMatch(page, new RegExp(`href="[^"]*${notice}/de/"`), 'not to itself');
      const one = build(t, ['--no-app']);
      assert.match(one(`${notice}/en/index.html`), /<a class="back" href="\.\.\/\.\.\/">Job title<\/a>/);
      assert.match(one(`${notice}/de/index.html`), /<a class="back" href="\.\.\/\.\.\/" lang="en">Job title<\/a>/);
    });

    test('the institution\'s own is named, and its address changes nothing else', (t) => {
      const site = { [notice]: 'https://www.group.example/notice_(1)?a=1&b=*x*' };
      const name = `${notice}/en/index.html`;
      assert.match(build(t, ['--no-app'], site)(name), new RegExp(`<a href="https://www\\.group\\.example/notice_\\(1\\)\\?a=1&amp;b=\\*x\\*"[^>]*>${own}</a>`));
      assert.doesNotMatch(build(t, ['--no-app'])(name), new RegExp(own));
    });

    test('a posting that would lie at the same place is an error', (t) => {
      const folder = writeFiles(temporaryFolder(t), { [`${notice}/posting.md`]: '# Job\n', [`${notice}/posting.de.md`]: '# Stelle\n', [`${notice}/check.json`]: smallCheck(), 'b/posting.md': '# Job\n', 'b/check.json': smallCheck() });
      const { code, err } = aushang(['build', '--no-app', notice, 'b', '-o', 'dist'], { cwd: folder });
      assert.equal(code, 1);
      assert.match(err, new RegExp(`same-name: .*${notice}/de/index\\.html`));
    });
  });
}

for (const [offline, options, site] of /** @type {const} */ ([['none', ['--no-app'], null], ['none', ['--app', 'app', '--no-offline'], { offline: 'on_visit' }], ['on_request', ['--app', 'app'], null], ['on_visit', ['--app', 'app'], { offline: 'on_visit' }]])) {
  test(`${options.join(' ')} ${JSON.stringify(site)}: it says what is so, and nothing of other ways`, (t) => {
    const read = build(t, [...options], site);
    assert.equal(/data-offline="(\w+)"/.exec(read('index.html'))?.[1] ?? 'none', offline);
    const isSo = [offline, options[0] === '--app' ? 'app' : 'static', 'posting'];
    for (const [notice, { conditions }] of Object.entries(kinds)) {
      for (const language of languages) {
        const page = read(`${notice}/${language}/index.html`);
        for (const condition of conditions) {
          for (const line of linesFor(notice, language, condition)) {
            assert.equal(textOf(page).includes(readable(line)), isSo.includes(condition), `${notice}, ${language}, ${condition}: ${line}`);
          }
        }
        assert.doesNotMatch(textOf(page), /@\w|\{\w/);
        assert.doesNotMatch(page, /<script/);
      }
    }
  });
}

test('complaints about accessibility go to whom site.json names, by mail or by web', (t) => {
  for (const [contact, href] of [['accessibility+jobs@group.example', 'mailto:accessibility+jobs@group.example'], ['https://www.group.example/report?a=1', 'https://www.group.example/report?a=1']]) {
    const read = build(t, ['--no-app'], { accessibility_contact: contact });
    for (const language of languages) {
      const page = read(`accessibility/${language}/index.html`);
      assert.match(page, new RegExp(`<a href="${href.replace(/[?+]/g, '\\$&')}"[^>]*>(?:<[^>]*>)*[^<]`), language);
      assert.ok(textOf(page).includes(contact), language);
      for (const line of linesFor('accessibility', language, 'posting')) assert.ok(!textOf(page).includes(readable(line)), language);
    }
  }
});

test('the statement has the parts that Implementing Decision (EU) 2018/1523 asks for, and says when it was made', (t) => {
  const page = build(t, ['--app', 'app'])('accessibility/en/index.html');
  const headings = [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, text]) => textOf(text));
  assert.deepEqual(headings, ['Compliance status', 'How the pages are made', 'What is not accessible, why, and what to do instead', 'Preparation of this statement', 'Feedback and contact', 'Enforcement procedure']);
  for (const part of ['partially compliant', 'EN 301 549 V3.2.1', 'prepared on 25 November 2026', 'self-assessment']) assert.ok(textOf(page).includes(part), part);
  for (const address of ['../../', 'https://www.schlichtungsstelle-bgg.de', 'https://www.berlin.de/lb/digitale-barrierefreiheit/']) assert.ok(page.includes(`href="${address}"`), address);
});

describe('gone', () => {
  /** @param {import('node:test').TestContext} t @param {string[]} jobs @param {object} site */
  const tryBuild = (t, jobs, site) => {
    const folder = writeFiles(temporaryFolder(t), { 'site.json': JSON.stringify(site) });
    for (const job of jobs) writeFiles(folder, { [`${job}/posting.md`]: '# Job title\n', [`${job}/check.json`]: smallCheck() });
    return { folder, ...aushang(['build', ...jobs, '-o', 'dist', '--no-app'], { cwd: folder }) };
  };

  test('the addresses of a posting that was on the site say so, in each language, and lead to what is', (t) => {
    const read = build(t, ['--app', 'app'], { gone: ['phd-1', 'Ph.D. & 2'], url: 'https://www.group.example/jobs/' }, ['job', 'other']);
    for (const folder of ['phd-1', 'Ph.D. & 2']) {
      for (const [page, language, back, name] of [['index.html', 'en', '../', 'Open positions'], ['en/index.html', 'en', '../../', 'Open positions'], ['de/index.html', 'de', '../../de/', 'Offene Stellen']]) {
        const html = read(`${folder}/${page}`);
        assert.match(html, new RegExp(`<html lang="${language}"`), page);
        for (const line of source('gone', language).trim().split(/\n+/)) assert.ok(textOf(html).includes(readable(line.replace('# ', ''))), `${page}: ${line}`);
        assert.ok(html.includes(`<a class="back" href="${back}">${name}</a>`), page);
        assert.match(html, /<meta name="robots" content="noindex">/, page);
        assert.doesNotMatch(html, /<script|mailto:/, page);
      }
    }
    assert.match(read('phd-1/index.html'), /<a href="de\/" hreflang="de" lang="de">Deutsch<\/a>/);
    assert.match(read('phd-1/de/index.html'), /<a href="\.\.\/en\/" hreflang="en" lang="en">English<\/a>/);
    assert.match(read('sw.js'), /"url":"phd-1\/"/, 'also without network');
    assert.doesNotMatch(read('sitemap.xml') + read('index.html'), /phd-1/);
    for (const page of ['index.html', 'job/index.html', 'privacy/en/index.html']) assert.doesNotMatch(read(page), /noindex/, page);
  });

  test('a site of one posting leads back to that', (t) => {
    const read = build(t, ['--no-app'], { gone: ['phd-1'], languages: ['de'] });
    assert.match(read('phd-1/index.html'), /<html lang="de"[^]*<a class="back" href="\.\.\/" lang="en">Job title<\/a>/);
    assert.throws(() => read('phd-1/en/index.html'), /ENOENT/);
  });

  test('at the top it speaks the language of the site', (t) => {
    const folder = writeFiles(temporaryFolder(t), { 'site.json': '{"gone": ["alt"]}', 'stelle/posting.md': '---\nlang: de\n---\n# Stelle\n', 'stelle/check.json': smallCheck() });
    const { code, err } = aushang(['build', 'stelle', '-o', 'dist', '--no-app'], { cwd: folder });
    assert.equal(code, 0, err);
    assert.match(readFileSync(join(folder, 'dist/alt/index.html'), 'utf8'), /<html lang="de"[^]*<a class="back" href="\.\.\/">Stelle<\/a>/);
  });

  test('what is on the site can\'t be gone', (t) => {
    for (const [gone, name] of [['other', 'other/de/index.html'], ['privacy', 'privacy/de/index.html'], ['de', 'de/index.html']]) {
      const { folder, code, err } = tryBuild(t, ['job', 'other'], { gone: ['phd-1', gone] });
      assert.equal(code, 1);
      assert.match(err, new RegExp(`site\\.json:1:18: same-name: the site has ${name}: .*Take "${gone}" out of this list\\.`), err);
      assert.throws(() => readFileSync(join(folder, 'dist/index.html')), /ENOENT/);
    }
  });
});
