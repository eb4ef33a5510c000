// site.schema.json and `aushang check` find the same structural mistakes in a site.json, in many small changes to a
// whole one. What only the tool can know (contrast, whether the logo is there) the schema lets pass.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { aushang, full, project, randomNumbers, sample, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { boxFont } from '../support/woff2.mjs';

const semantic = new Set(['low-contrast', 'logo-not-found', 'font-not-found', 'duplicate-font']);
const whole = {
  version: 1, $schema: 'site.schema.json', $comment: 'x', name: { en: 'Our group', de: 'Unsere Gruppe' }, languages: ['en', 'de'],
  theme: { accent: '#0a5aa0', paper: '#fff', ink: '#111111', font: "'Source Sans 3', -apple-system, Noto Sans, serif", dark: { accent: '#7db8ee', paper: '#000', ink: '#fff' } },
  fonts: [{ family: 'Source Sans 3', file: 'fonts/a.woff2', weight: '200 900', style: 'normal' }, { family: 'Source Sans 3', file: 'fonts/a.woff2', weight: 400, style: 'italic' }],
  logo: 'pictures/logo.svg', logo_dark: 'pictures/logo.svg', imprint: 'https://www.example.org/imprint', privacy: 'https://www.example.org/privacy', accessibility: 'https://www.example.org/accessibility', accessibility_contact: 'access@example.org', offline: 'on_visit', url: 'https://www.example.org/jobs/',
  embedded_in: ['https://www.institute.example', 'https://other.example:8080/'], gone: ['phd-1', 'Ph.D. 2'],
};
const schema = JSON.parse(readFileSync(join(project, 'assets/schemas/site.schema.json'), 'utf8'));
const valid = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, validateFormats: false }).compile(schema);

/** @type {string} */
let folder;
before((t) => {
  folder = writeFiles(temporaryFolder(/** @type {any} */ (t)), { 'job/posting.md': '# Job\n', 'job/check.json': smallCheck(), 'pictures/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'fonts/a.woff2': boxFont() });
});

/** The structural mistakes that the tool finds. @param {any} json @returns {any[]} */
function check(json) {
  writeFileSync(join(folder, 'site.json'), JSON.stringify(json));
  const { out, err } = aushang(['check', 'job', '--json'], { cwd: folder });
  assert.ok(out, err);
  return JSON.parse(out).filter((/** @type {any} */ one) => one.severity === 'error' && one.file.endsWith('site.json') && !semantic.has(one.code));
}

/** Both must think the same of it. @param {string} what @param {any} json */
function compare(what, json) {
  const found = check(json);
  const isValid = valid(json);
  assert.equal(isValid, found.length === 0, `${what} in ${JSON.stringify(json)}\nthe tool: ${JSON.stringify(found)}\nthe schema: ${JSON.stringify(valid.errors)}`);
  return isValid;
}

/** The value that a path leads to, as far as it is tried by itself: a key, a colour of the theme, a font. @param {(string | number)[]} path */
const placeOf = (path) => path.slice(0, ['theme', 'fonts'].includes(String(path[0])) ? 2 : 1).join('.');

/** Both must find mistakes at the same places. @param {any} json */
function comparePlaces(json) {
  const found = check(json).map(({ path }) => placeOf(path.match(/\w+/g) ?? []));
  valid(json);
  const wanted = (valid.errors ?? []).map(({ instancePath }) => placeOf(instancePath.split('/').slice(1)));
  const [tool, inSchema] = [found, wanted].map((places) => [...new Set(places)].sort());
  assert.deepEqual(tool, inSchema, `in ${JSON.stringify(json)}`);
  assert.ok(tool.length > 0, 'nearly right');
}

test('the whole file and the schema\'s own examples are right for both', () => {
  for (const json of [whole, {}, ...schema.examples]) assert.ok(compare('as it is', json));
});

test('they agree on values of each key that are nearly right', () => {
  const pictures = ['logo.svg', 'a b/c.PNG', '..svg', '.svg', '../logo.svg', 'a/../b.svg', './a.svg', '/a.svg', 'a//b.svg', 'a.svg/', 'a.txt', 'https://x.example/a.svg', 'a\\b.svg', '.../a.svg', 'ä.svg', 'a\n.svg'];
  const tries = {
    logo: pictures, logo_dark: pictures,
    fonts: [[], {}, ['a.woff2'], [{ family: 'A' }], [{ file: 'a.woff2' }], [{ family: 'A', file: 'fonts/a.woff2' }, { family: 'A', file: 'fonts/a.woff2' }]],
    url: ['https://x.example', 'http://x.example:8080/a', 'https://x.example/?a', 'https://x.example/#a', 'javascript:alert(1)', '/jobs/', 'https://localhost/', 'https://x.example/a b'],
    imprint: ['https://x.example/?a#b', 'mailto:a@b.example', '//x.example/', 'HTTPS://X.EXAMPLE'],
    accessibility_contact: ['a@b.example', 'https://x.example/form', 'a@b', 'mailto:a@b.example', 'a', 'ftp://x.example', 'a b@c.example', ''],
    name: ['a', ' ', 'a\u2028b', 'a\u0085', 'a\tb', { en: 'a\nb' }, { EN: 'a' }, '</script>'],
    languages: [['de'], ['fr'], ['en', 'en'], [], 'en'],
    gone: [['phd-1'], ['Ph.D. 2'], ['..a'], ['Stelle ü'], ['.'], ['..'], ['a/b'], ['a/'], ['a\\b'], ['a\nb'], ['\u007f'], [' '], [''], ['a', 'a'], [], [1], 'a'],
    embedded_in: [['https://x.example'], ['https://x.example/'], ['https://x.example', 'https://x.example'], ['https://x.example/a'], ['https://x.example?'], ['*'], ["'self'"], ['http://localhost'], ['HTTP://LocalHost:8000/'], ['https://localhost:0'], ['http://127.0.0.1:8080'], ['http://127.255.0.9'], ['http://127.0.0.256'], ['http://127.0.0.01'], ['http://127.0.0'], ['http://127.0.0.1.2'], ['http://128.0.0.1'], ['http://localhost/a'], ['http://localhost:'], ['http://localhost:123456'], ['http://localhost.'], ['ftp://localhost'], ['http://[::1]:80'], ['https://*.x.example'], [], 'https://x.example'],
    offline: ['on_request', 'never'],
    version: [1, 2, '1'],
  };
  const inTheme = { accent: ['#05a', '#0055AA', '#0055', 'blue', '#0055aa80'], font: ['a', ' a , b', "'a b'", '"a"', "'a", "a'b", 'a;b', '3a', '-a', '--a', 'a,', '', 'url(x)', 'A  B'] };
  const inFont = {
    family: ['Own', 'a b', 'a  b', ' a', 'a ', '', ' ', 'a"b', "a'b", 'a,b', 'a;b', 'ä', '3', 'a\nb', '-'], file: ['a.woff2', 'a b/c.WOFF2', '.woff2', '..woff2', 'a.ttf', 'a.woff2.js', '../a.woff2', '/a.woff2', 'a//b.woff2', 'a/../b.woff2', './a.woff2', 'a.woff2/', 'a\n.woff2', 'ä.woff2', 'a\\b.woff2', 'https://x.example/a.woff2', ''],
    weight: [1, 1000, 400.0, 0, 1001, 400.5, -1, 1e3, '400', '1 1000', '700 400', '0', '1001', '10000', '0400', '400  700', ' 400', '400 ', '400 700 900', 'bold', '', true], style: ['normal', 'italic', 'oblique', ''], display: ['swap'],
  };
  const most = Math.max(...Object.values({ ...tries, ...inTheme }).map((values) => values.length));
  // One value of each key at a time: which keys are wrong is told of each by itself.
  for (let i = 0; i < most; ++i) {
    const ofEach = (/** @type {Record<string, unknown[]>} */ values) => Object.fromEntries(Object.entries(values).map(([key, all]) => [key, all[i % all.length]]));
    comparePlaces({ ...whole, ...ofEach(tries), theme: ofEach(inTheme) });
  }
  comparePlaces({ ...whole, fonts: Object.entries(inFont).flatMap(([key, values]) => values.map((value) => ({ ...whole.fonts[0], [key]: value }))) });
  for (const value of ['#fff', '#ffff', 'white']) compare('dark', { theme: { dark: { ink: value } } });
  for (const dark of [{}, { font: 'a' }, 'black', null]) compare('dark', { theme: { dark } });
  compare('a dark logo alone', { logo_dark: 'pictures/logo.svg' });
});

test('after a small change to a whole file both find a mistake, or neither does', (t) => {
  const { pick } = randomNumbers(11);
  const values = [null, 7, '', ' ', 'zzz', 'a\nb', true, [], ['zzz'], {}, { zzz: 1 }, { $comment: 1 }];
  let right = 0, wrong = 0;
  const changes = [null, 'theme', 'name', 'languages', 'fonts'].flatMap((inner) => Object.keys(inner ? whole[/** @type {keyof typeof whole} */ (inner)] : whole).filter((key) => key !== '$comment')
    .flatMap((key) => [undefined, pick(values), pick(values), pick(values), { zzz: 1 }].map((value) => ({ inner, key: /** @type {any} */ (key), value }))));
  for (const { inner, key, value } of sample(changes, 3)) {
    const json = structuredClone(whole);
    const parent = /** @type {any} */ (inner ? json[/** @type {keyof typeof whole} */ (inner)] : json);
    if (value !== undefined) parent[key] = value;
    else if (Array.isArray(parent)) parent.splice(key, 1);
    else delete parent[key];
    compare(`${inner ?? ''}.${key}`, json) ? ++right : ++wrong;
  }
  compare('an unknown key', { ...whole, zzz: 1 });
  t.diagnostic(`${right} changes are fine for both, ${wrong} are mistakes for both`);
  assert.ok(right > (full ? 15 : 5) && wrong > (full ? 40 : 15), `${right} right, ${wrong} wrong`);
});
