// site.json: where `aushang build` and `aushang check` find it, and what a site has because of it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, smallCheck, temporaryFolder, versionFolder, writeFiles } from '../support/project.mjs';
import { boxFont } from '../support/woff2.mjs';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
const facts = { organization: { name: 'Group', url: 'https://group.example/' }, place: { city: 'Berlin', country: 'DE' }, posted: '2026-01-31' };
const url = 'https://www.example.org/jobs/';

/** A folder with the postings job and other, and a site.json. @param {import('node:test').TestContext} t @param {object | string | null} site @param {Record<string, string | Buffer>} [more] */
const workspace = (t, site, more = {}) => writeFiles(temporaryFolder(t), {
  'job/posting.md': '# Job\n', 'job/check.json': smallCheck({ facts }), 'other/posting.md': '# Other\n', 'other/check.json': smallCheck({ facts }),
  ...(site === null ? {} : { 'site.json': typeof site === 'string' ? site : JSON.stringify(site) }), ...more,
});

/** Builds without the app and gives a reader of the output. @param {string} cwd @param {string[]} args */
function build(cwd, ...args) {
  const { code, err } = aushang(['build', '--no-app', '-o', 'dist', ...args], { cwd });
  assert.equal(code, 0, err);
  return (/** @type {string} */ name) => readFileSync(join(cwd, 'dist', name), 'utf8');
}

test('it lies beside the postings\' folders, however they are named', (t) => {
  const folder = workspace(t, { name: 'Our group' });
  for (const [cwd, name] of [[folder, 'job'], [folder, './job/'], [folder, join(folder, 'job')], [folder, 'other/../job'], [join(folder, 'job'), '.']]) {
    const { code, err } = aushang(['build', '--no-app', name, '-o', join(folder, 'dist')], { cwd });
    assert.equal(code, 0, err);
    assert.match(readFileSync(join(folder, 'dist/index.html'), 'utf8'), /<li>Our group<\/li>/, `${name} in ${cwd}`);
  }
});

test('without one nothing of it is there', (t) => {
  const folder = workspace(t, null);
  const read = build(folder, 'job');
  assert.deepEqual(readdirSync(join(folder, 'dist')).sort(), ['.aushang', 'accessibility', 'de', 'hosting', 'index.html', 'index.html.br', 'index.html.gz', 'privacy', 'sw.js', 'sw.js.br', 'sw.js.gz', 'v', 'version.txt']);
  assert.doesNotMatch(read('index.html'), />(?:Legal notice|The institution's privacy notice|The institution's accessibility statement)<|site\.css|rel="canonical"|og:url|oembed/);
});

test('--site names another one', (t) => {
  const folder = workspace(t, { name: 'Here' }, { 'else/site.json': '{"name": "There"}' });
  assert.match(build(folder, 'job', '--site', 'else/site.json')('index.html'), /<li>There<\/li>/);
  const { code, err } = aushang(['build', '--no-app', 'job', '-o', 'dist', '--site', 'missing.json'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /^missing\.json: /m);
});

test('postings beside different ones are no site', (t) => {
  const folder = workspace(t, { name: 'Here' }, { 'else/site.json': '{"name": "There"}', 'else/third/posting.md': '# Third\n', 'else/third/check.json': smallCheck() });
  const { code, err } = aushang(['build', '--no-app', 'job', 'else/third', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /several-sites: .*--site/);
  assert.ok(!existsSync(join(folder, 'dist')));
  assert.equal(aushang(['check', 'job', 'else/third'], { cwd: folder }).code, 1);
  build(folder, 'job', 'else/third', '--site', 'site.json');
});

test('its mistakes are said with their place, by check and by build, beside those of the postings', (t) => {
  const folder = workspace(t, '{"nmae": "x",\n "theme": {"accent": "#ccc"},\n "logo": "logo.svg"}', { 'job/check.json': '{"version": 1, "aply": {}}' });
  for (const args of [['check', 'job'], ['build', '--no-app', 'job', '-o', 'dist']]) {
    const { code, out, err } = aushang(args, { cwd: folder });
    assert.equal(code, 1);
    assert.match(out + err, /^site\.json:1:2: unknown-key: .*did you mean "name"/m);
    assert.match(out + err, /^site\.json:2:22: low-contrast: .* 1\.\d\d:1 against the paper #fbfaf7/m);
    assert.match(out + err, /^job\/check\.json:1:\d+: unknown-key: /m);
  }
  writeFiles(folder, { 'site.json': '{\n "logo": "logo.svg"}' });
  assert.match(aushang(['check', 'other'], { cwd: folder }).out, /^site\.json:2:10: logo-not-found: /m);
});

test('a logo or a font is published only if it lies in the folder, also by way of links', (t) => {
  const folder = workspace(t, { theme: { font: 'Own' }, logo: 'logo.svg', logo_dark: 'dark.svg', fonts: [{ family: 'Own', file: 'own.woff2' }] });
  const secrets = writeFiles(temporaryFolder(t), { 'logo.svg': svg, 'dark.svg': svg, 'own.woff2': boxFont() });
  for (const name of readdirSync(secrets)) symlinkSync(join(secrets, name), join(folder, name));
  const { code, err } = aushang(['build', '--no-app', 'job', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 1);
  assert.deepEqual([...err.matchAll(/bad-path: .*leads outside the folder.*\[\$\.(.*)\]/g)].map(([, key]) => key), ['logo', 'logo_dark', 'fonts[0].file'], err);
});

test('colours for dark pages: their mistakes are said with ratio and place, and pages tell browsers of them', (t) => {
  const folder = workspace(t, '{"theme": {\n "dark": {"paper": "#101820",\n  "accent": "#7a1f3d"}}}');
  for (const args of [['check', 'job'], ['build', '--no-app', 'job', '-o', 'dist']]) {
    const { code, out, err } = aushang(args, { cwd: folder });
    assert.equal(code, 1);
    assert.match(out + err, /^site\.json:3:13: low-contrast: the accent #7a1f3d has a contrast of 1\.\d\d:1 against the dark cards #1c1f25; .* \[\$\.theme\.dark\.accent\]$/m);
  }
  writeFiles(folder, { 'site.json': '{"theme": {"accent": "#7a1f3d", "dark": {"paper": "#101820", "accent": "#f4b6c8"}}}' });
  const read = build(folder, 'job');
  const sheet = readFileSync(join(versionFolder(join(folder, 'dist')), 'site.css'), 'utf8');
  assert.match(sheet, /^:root \{[^}]*--accent: #7a1f3d;[^}]*\}\n@media \(prefers-color-scheme: dark\) \{\n:root:not\(\[data-theme="light"\]\) \{[^}]*--accent: #f4b6c8;[^}]*\}\n\}\n:root\[data-theme="dark"\] \{[^}]*--accent: #f4b6c8;[^}]*\}\n$/);
  for (const page of ['index.html', 'de/index.html', 'privacy/en/index.html']) assert.match(read(page), /<meta name="theme-color" media="\(prefers-color-scheme: dark\)" content="#101820">/, page);
  writeFiles(folder, { 'site.json': '{"theme": {"accent": "#7a1f3d"}}' });
  assert.doesNotMatch(build(folder, 'job')('index.html'), /theme-color/);
});

test('a logo for dark pages lies in the version\'s folder, and one element shows it or the other', (t) => {
  const folder = workspace(t, { name: 'Ours', logo: 'logo.svg', logo_dark: 'pictures/Dark.PNG' }, { 'logo.svg': svg, 'pictures/Dark.PNG': 'PNG' });
  const read = build(folder, 'job', 'other'), version = versionFolder(join(folder, 'dist'));
  assert.equal(readFileSync(join(version, 'site-logo-dark.png'), 'utf8'), 'PNG');
  assert.match(readFileSync(join(version, 'site.css'), 'utf8'), /\.logo \{\n {2}content: url\("site-logo-dark\.png"\);/);
  assert.equal(read('index.html').match(/<img/g)?.length, 1);
  assert.match(read('job/index.html'), /<img class="logo" src="\.\.\/site-logo\.svg" alt="Ours">/);
  writeFiles(folder, { 'site.json': '{"logo": "logo.svg",\n "logo_dark": "night.svg"}' });
  assert.match(aushang(['check', 'other'], { cwd: folder }).out, /^site\.json:2:15: logo-not-found: night\.svg: /m);
  writeFiles(folder, { 'site.json': '{"logo": "logo.svg",\n "logo_dark": "pictures/Dark.PNG"}', 'pictures/Dark.PNG': Buffer.alloc((4 << 20) + 1) });
  assert.match(aushang(['check', 'other'], { cwd: folder }).out, /^site\.json:2:15: too-large: pictures\/Dark\.PNG: /m);
});

const app = { 'app/app.js': '', 'app/aushang.wasm': '', 'app/licences.txt': '', 'app/embed.js': '', 'app/sw.js': 'self.__WB_MANIFEST; "__AUSHANG_VERSION__";\n' };

test('fonts of the site\'s own: their files, the rules, what the policies allow, what is fetched early and kept for later', (t) => {
  const font = boxFont(), fonts = [
    { family: 'Own Sans', file: 'fonts/text.woff2', weight: 400 }, { family: 'Own Sans', file: 'fonts/bold.WOFF2', weight: '600 800' },
    { family: 'Own Sans', file: 'fonts/slanted.woff2', style: 'italic' }, { family: 'Own Code', file: 'fonts/text.woff2' },
  ];
  const folder = workspace(t, { theme: { font: "'own sans', 'Own Code', serif" }, fonts }, { ...app, 'fonts/text.woff2': font, 'fonts/bold.WOFF2': boxFont({ width: 500 }), 'fonts/slanted.woff2': boxFont({ width: 450 }) });
  const { code, err } = aushang(['build', '--app', 'app', 'job', 'other', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 0, err);
  const read = (/** @type {string} */ name) => readFileSync(join(folder, 'dist', name), 'utf8'), version = versionFolder(join(folder, 'dist'));
  const files = ['site-font-1.woff2', 'site-font-2.woff2', 'site-font-3.woff2'];
  assert.deepEqual(readdirSync(version).filter((name) => name.includes('font')).sort(), files, 'one for two families, and none of them packed again');
  assert.deepEqual(readFileSync(join(version, files[0])), font);
  const rules = readFileSync(join(version, 'site.css'), 'utf8').split('\n').filter((line) => line.startsWith('@font-face'));
  assert.deepEqual(rules.map((rule) => /font-family: "(.*?)"; font-style: (\w+); font-weight: (.*?); font-display: swap; src: url\("(.*?)"\) format\("woff2"\)/.exec(rule)?.slice(1)), [
    ['Own Sans', 'normal', '400', files[0]], ['Own Sans', 'normal', '600 800', files[1]], ['Own Sans', 'italic', '400', files[2]], ['Own Code', 'normal', '400', files[0]],
  ]);
  for (const page of ['index.html', 'de/index.html', 'job/index.html', 'job/de/index.html', 'privacy/en/index.html']) {
    const html = read(page), root = '../'.repeat(page.split('/').length - 1);
    assert.match(html, /Content-Security-Policy" content="default-src 'none';[^"]* font-src 'self';/, page);
    const early = [...html.matchAll(/<link rel="preload" href="([^"]*)" as="font" crossorigin="anonymous" type="font\/woff2">/g)].map(([, href]) => href);
    assert.deepEqual(early, files.slice(0, 2).map((name) => `${root}v/${read('version.txt').trim()}/${name}`), `${page}: plain text and headings`);
  }
  for (const name of ['nginx.conf', 'apache.conf', 'Caddyfile', '_headers']) assert.match(read(`hosting/${name}`), /default-src 'none';.* font-src 'self';/, name);
  const kept = [...read('sw.js').matchAll(/"url":"([^"]*\/site[-.][^"]*)","revision":null,"integrity":"(sha\d+-[^"]+)"/g)].map(([, url]) => url.split('/').at(-1));
  assert.deepEqual(kept.sort(), [...files, 'site.css'].sort());

  writeFiles(folder, { 'site.json': '{}' });
  assert.equal(aushang(['build', '--app', 'app', 'job', 'other', '-o', 'dist'], { cwd: folder }).code, 0);
  for (const name of ['index.html', 'job/index.html', 'hosting/_headers', 'hosting/nginx.conf']) assert.doesNotMatch(read(name), /font-src|as="font"/, name);
  assert.ok(!readdirSync(versionFolder(join(folder, 'dist'))).some((name) => name.includes('font')), 'none where site.json names none');
});

test('a font that is not there, none at all, or too large is said with its place; the others are looked at, too', (t) => {
  const fonts = '[{"family": "Own", "file": "gone.woff2"},\n{"family": "Own", "weight": 500, "file": "fake.woff2"},\n{"family": "Own", "weight": 600, "file": "large.woff2"},\n{"family": "Own", "weight": 700, "file": "folder.woff2"}]';
  const folder = workspace(t, `{"theme": {"font": "Own"}, "fonts":\n${fonts}}`, { 'fake.woff2': 'wOFF and more', 'large.woff2': Buffer.concat([boxFont(), Buffer.alloc(1 << 20)]), 'folder.woff2/x': '' });
  const found = [...aushang(['check', 'job'], { cwd: folder }).out.matchAll(/^site\.json:(\d+):(\d+): ([a-z-]+): (\S+?):? .*\[\$\.fonts\[(\d)\]\.file\]$/gm)].map((match) => match.slice(1));
  assert.deepEqual(found, [['2', '28', 'font-not-found', 'gone.woff2', '0'], ['3', '42', 'bad-font', 'fake.woff2', '1'], ['4', '42', 'too-large', 'large.woff2', '2'], ['5', '42', 'font-not-found', 'folder.woff2', '3']]);
});

test('name, logo, theme and notices stand on every page', (t) => {
  const site = { name: { en: 'Our <group>', de: 'Unsere Gruppe' }, logo: 'pictures/Logo.SVG', imprint: 'https://x.example/i?a=1&b=2', privacy: 'https://x.example/p', accessibility: 'https://x.example/a', theme: { accent: '#7a1f3d', font: 'Georgia, serif' } };
  const folder = workspace(t, site, { 'pictures/Logo.SVG': svg });
  const read = build(folder, 'job', 'other');
  const en = ['Our &lt;group&gt;', 'Legal notice', "The institution's privacy notice", "The institution's accessibility statement"], de = ['Unsere Gruppe', 'Impressum', 'Datenschutzerklärung der Einrichtung', 'Erklärung zur Barrierefreiheit der Einrichtung'];
  for (const [page, root, name, imprint, privacy, accessibility] of [['index.html', '', ...en], ['job/index.html', '../', ...en], ['other/de/index.html', '../../', ...de]]) {
    const html = read(page);
    assert.ok(html.includes(`<li>${name}</li>\n<li><a href="https://x.example/i?a=1&amp;b=2">${imprint}</a></li>\n<li><a href="https://x.example/p">${privacy}</a></li>\n<li><a href="https://x.example/a">${accessibility}</a></li>\n</ul>`), page);
    const [sheet, theme] = ['aushang.css', 'site.css'].map((file) => html.search(new RegExp(`rel="stylesheet" href="[^"]*${file}"`)));
    assert.ok(sheet > 0 && theme > sheet, 'the theme comes after what it changes');
    assert.match(html, new RegExp(`href="${root}v/[0-9a-f]{16}/site.css"`));
    assert.ok(html.includes(`<img class="logo" src="${root}site-logo.svg" alt="${page === 'index.html' ? '' : name}">`), page);
    assert.match(html, new RegExp(`property="og:site_name" content="${name}"`));
  }
  assert.equal(read('site-logo.svg'), svg);
  assert.match(read(`v/${read('version.txt').trim()}/site.css`), /--accent: #7a1f3d;[^]*font-family: Georgia, serif;/);
});

test('a posting\'s picture doesn\'t take the place of the logo', (t) => {
  const folder = workspace(t, { logo: 'logo.svg' }, { 'logo.svg': svg, 'job/posting.md': '# Job\n\n![x](site-logo.svg)\n', 'job/site-logo.svg': `${svg}\n` });
  const { code, err } = aushang(['build', '--no-app', 'job', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /same-name: .*site-logo\.svg/);
});

test('languages says which words are offered; translations stay', (t) => {
  const texts = { 'job/posting.md': '---\nlang: fr\n---\n# Poste\n', 'other/posting.de.md': '# Andere\n' };
  const folder = workspace(t, { languages: ['de'] }, texts);
  const read = build(folder, 'job', 'other');
  assert.match(read('index.html'), /<html lang="de"/);
  assert.match(read('job/index.html'), /<html lang="de"[^]*<h1 id="au-title" lang="fr">/, 'around a text in a language we lack');
  assert.ok(!existsSync(join(folder, 'dist/job/de')) && !existsSync(join(folder, 'dist/job/en')));
  assert.doesNotMatch(read('job/index.html'), /class="languages"/, 'there is nothing to switch to');
  assert.deepEqual([...read('other/index.html').matchAll(/aria-current="true">([^<]*)|hreflang="de" lang="de">([^<]*)/g)].map((m) => m[1] ?? m[2]), ['Deutsch', 'English']);
  writeFiles(folder, { 'site.json': '{"languages": ["en"]}' });
  build(folder, 'job', 'other');
  writeFiles(folder, { 'site.json': '{"languages": ["de"]}', 'third/posting.md': '# Third\n', 'third/check.json': smallCheck() });
  assert.match(build(folder, 'third', 'job')('index.html'), /<h1[^]*href="third\//, 'there is a list in any case');
  writeFiles(folder, { 'site.json': '{"languages": ["en"]}' });
  build(folder, 'job', 'other');
  assert.ok(existsSync(join(folder, 'dist/other/de/index.html')), 'an author\'s own text');
  assert.ok(!existsSync(join(folder, 'dist/job/de')));
});

test('where the site\'s address is known, addresses for machines are absolute', (t) => {
  const folder = workspace(t, { url: 'https://www.example.org/jobs', name: 'Our group' }, { 'other/posting.de.md': '# Andere\n' });
  const read = build(folder, 'job', 'other');
  const links = (/** @type {string} */ page) => [...read(page).matchAll(/<link rel="(canonical|alternate)"(?: (?:hreflang|type)="([^"]+)")? href="([^"]+)">/g)].map((m) => m.slice(1).filter(Boolean));
  const lists = [['alternate', 'en', url], ['alternate', 'de', `${url}de/`]];
  assert.deepEqual(links('index.html'), [['canonical', url], ...lists]);
  assert.deepEqual(links('de/index.html'), [['canonical', `${url}de/`], ...lists]);
  assert.deepEqual(links('job/index.html'), [['canonical', `${url}job/`], ['alternate', 'application/json+oembed', `${url}job/oembed.json`]]);
  assert.deepEqual(links('job/de/index.html'), [['canonical', `${url}job/`]], 'the same text in other words');
  assert.deepEqual(links('other/de/index.html'), [
    ['canonical', `${url}other/de/`], ['alternate', 'de', `${url}other/de/`], ['alternate', 'en', `${url}other/`], ['alternate', 'application/json+oembed', `${url}other/de/oembed.json`],
  ]);
  assert.match(read('job/de/index.html'), new RegExp(`property="og:url" content="${url}job/"`));
  assert.equal(read('sitemap.xml').match(/<loc>/g)?.length, 5);
  assert.match(read('index.html'), /href="job\/"/, 'links for people stay relative');
});

test('no two links at the end of a page are called alike, nor is one called by the beginning of another', (t) => {
  const folder = workspace(t, { name: 'Our group', imprint: 'https://x.example/i', privacy: 'https://x.example/p', accessibility: 'https://x.example/a' });
  const read = build(folder, 'job', 'other');
  for (const page of ['index.html', 'de/index.html', 'job/index.html', 'job/de/index.html']) {
    const names = [.../<footer>[^]*<\/footer>/.exec(read(page))?.[0].matchAll(/<a [^>]*>([^<]*)</g) ?? []].map(([, name]) => name);
    assert.equal(names.length, 5, names.join());
    for (const [i, name] of names.entries()) assert.ok(!names.some((other, k) => k !== i && other.startsWith(name)), `${page}: ${name}`);
  }
});

test('the list of postings stands in each language, with each posting as that language has it, and when it is due', (t) => {
  const more = { 'other/posting.de.md': '# Andere Stelle\n', 'other/check.json': smallCheck({ facts, apply: { to: ['a@b.example'], deadline: { date: '2027-03-31', time: '17:00', zone: 'Europe/Berlin' } } }), 'third/posting.md': '---\nlang: de\n---\n# Dritte\n', 'third/check.json': smallCheck({ apply: { to: ['a@b.example'], deadline: 'until_filled' } }) };
  const read = build(workspace(t, { name: { en: 'Our group', de: 'Unsere Gruppe' } }, more), 'job', 'other', 'third');
  const items = (/** @type {string} */ page) => [...read(page).matchAll(/<li><a href="([^"]*)" lang="(\w+)">([^<]*)<\/a>(.*)<\/li>/g)].map(([, ...rest]) => rest);
  const remark = (/** @type {string} */ html) => ` <span class="remark">${html}</span>`;
  assert.deepEqual(items('index.html'), [
    ['job/', 'en', 'Job', remark('Group, Berlin')],
    ['other/', 'en', 'Other', remark('Group, Berlin') + remark('Deadline: <time datetime="2027-03-31">31 March 2027</time>, 17:00 (Europe/Berlin)')],
    ['third/en/', 'de', 'Dritte', remark('Open until filled')],
  ]);
  assert.deepEqual(items('de/index.html').map(([href, language, title, rest]) => [href, language, title, rest.replace(/<[^>]*>/g, '').trim()]), [
    ['../job/de/', 'en', 'Job', 'Group, Berlin'], ['../other/de/', 'de', 'Andere Stelle', 'Group, Berlin Frist: 31. März 2027, 17:00 Uhr (Europe/Berlin)'], ['../third/', 'de', 'Dritte', 'Bewerbung möglich, bis die Stelle besetzt ist'],
  ]);
  assert.match(read('de/index.html'), /<html lang="de"[^]*Unsere Gruppe[^]*<a href="\.\.\/" hreflang="en" lang="en">English<\/a>\n<span lang="de" aria-current="true">Deutsch/);
  assert.match(read('index.html'), /<a href="de\/" hreflang="de" lang="de">Deutsch/);
});

test('a posting in a folder called as a language would lie where the list stands in it', (t) => {
  const folder = workspace(t, null, { 'de/posting.md': '# Third\n', 'de/check.json': smallCheck() });
  const { code, err } = aushang(['build', '--no-app', 'job', 'de', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /same-name: .*de\/index\.html/);
});

test('on a home screen the site has its own name and colours, else the posting\'s name and the style sheet\'s paper', (t) => {
  /** @param {object} site @param {string[]} jobs */
  const manifest = (site, ...jobs) => {
    const folder = workspace(t, site, app);
    const { code, err } = aushang(['build', '--app', 'app', '-o', 'dist', ...jobs], { cwd: folder });
    assert.equal(code, 0, err);
    const { name, lang, theme_color: bar, background_color: behind } = JSON.parse(readFileSync(join(folder, 'dist/manifest.webmanifest'), 'utf8'));
    return [name, lang, bar, behind];
  };
  assert.deepEqual(manifest({}, 'job'), ['Job', 'en', '#fbfaf7', '#fbfaf7']);
  assert.deepEqual(manifest({}, 'job', 'other'), ['Open positions', 'en', '#fbfaf7', '#fbfaf7']);
  assert.deepEqual(manifest({ name: { de: 'Unsere Gruppe', en: 'Our group' }, theme: { accent: '#7A1f3d', paper: '#fff' } }, 'job'), ['Our group', 'en', '#7a1f3d', '#ffffff']);
  assert.deepEqual(manifest({ name: { de: 'Unsere Gruppe' }, theme: { paper: '#fff' } }, 'job', 'other'), ['Unsere Gruppe', 'de', '#ffffff', '#ffffff']);
});

test('pages on this machine may frame the site for trying out, with a warning', (t) => {
  const folder = workspace(t, '{"embedded_in": ["https://x.example",\n "http://LocalHost:8000/", "http://127.0.0.1:3000"]}');
  const { code, out } = aushang(['check', 'other'], { cwd: folder });
  assert.equal(code, 0, out);
  assert.match(out, /^site\.json:2:2: local-address: warning: "http:\/\/localhost:8000" [^]*^site\.json:2:28: local-address: warning: "http:\/\/127\.0\.0\.1:3000" /m);
  const built = aushang(['build', '--no-app', 'job', '-o', 'dist'], { cwd: folder });
  assert.match(built.err, /local-address/);
  assert.match(readFileSync(join(folder, 'dist/hosting/_headers'), 'utf8'), /frame-ancestors 'self' https:\/\/x\.example http:\/\/localhost:8000 http:\/\/127\.0\.0\.1:3000$/m);
});

test('check says which posting search engines will not list, if the site wants to be found', (t) => {
  const folder = workspace(t, { url }, { 'job/check.json': smallCheck({ facts: { organization: { name: 'Group' }, place: { city: 'Berlin' } } }) });
  const { code, out } = aushang(['check', 'job', 'other'], { cwd: folder });
  assert.equal(code, 0);
  assert.match(out, /^job\/check\.json: no-structured-data: .*place\.country, posted/m);
  assert.doesNotMatch(out, /^other\/.*no-structured-data/m);
  writeFiles(folder, { 'site.json': '{}' });
  assert.doesNotMatch(aushang(['check', 'job', 'other'], { cwd: folder }).out, /no-structured-data/);
});
