// What Lighthouse says of the example's page and of what belongs to a site; how fast it is, ./dev bench says. Each page on
// both kinds of device, and pages in other languages: with --full.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveAs } from '../support/host.mjs';
import { forms, startLighthouse } from '../support/lighthouse.mjs';
import { aushang, full, project, temporaryFolder, writeFiles } from '../support/project.mjs';

/** @type {Awaited<ReturnType<typeof startLighthouse>>} */
let lighthouse;
/** @type {Awaited<ReturnType<typeof serveAs>>} */
let host;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t)), source = join(folder, 'source'), sites = join(folder, 'sites');
  for (const name of ['phd-ot', 'msca-doctoral']) cpSync(join(project, 'assets/postings', name), join(source, name), { recursive: true });
  writeFiles(source, { 'site.json': JSON.stringify({ version: 1, name: 'Stochastics group', url: 'https://jobs.group.example/', imprint: 'https://www.group.example/imprint', privacy: 'https://www.group.example/privacy' }) });
  for (const [name, ...postings] of [['one', 'phd-ot'], ['two', 'phd-ot', 'msca-doctoral']]) {
    const { code, err } = aushang(['build', ...postings.map((posting) => join(source, posting)), '-o', join(sites, name)]);
    assert.equal(code, 0, err);
  }
  host = await serveAs(sites, { compressed: true, headers: { 'x-content-type-options': 'nosniff' } });
  lighthouse = await startLighthouse();
});
after(async () => {
  await lighthouse?.close();
  await host?.close();
});

const categories = ['accessibility', 'best-practices', 'seo'];
const best = Object.fromEntries(categories.map((name) => [name, 1]));
/** Not in those categories, but looked at here. */
const besides = ['largest-contentful-paint-element', 'cumulative-layout-shift', 'layout-shifts', 'network-requests', 'user-timings'];

/** Time for the app to start on a slow machine. @type {import('lighthouse').Config['settings']} */
const unhurried = { networkQuietThresholdMs: 2000, cpuQuietThresholdMs: 2000 };

/** @param {import('../support/lighthouse.mjs').Report} report */
function isFull({ scores, failing }) {
  assert.deepEqual(failing, []);
  assert.deepEqual(scores, best);
}

for (const form of full ? forms : forms.slice(0, 1)) {
  test(`${form}: the example has the full score in ${categories.join(', ')}, and comes at once and in few bytes`, async () => {
    const report = await lighthouse.judge(`${host.address}one/`, form, categories, { ...unhurried, onlyAudits: besides });
    isFull(report);
    assert.ok(report.items('user-timings').some(({ name }) => name === 'aushang:ready'), 'it was judged with the app');
    assert.equal(report.audit('errors-in-console').score, 1);
    assert.deepEqual(report.items('errors-in-console'), []);
    assert.equal(report.audit('canonical').score, 1, 'there is one, and it is fit');

    const [{ items: [{ node }] }] = report.items('largest-contentful-paint-element');
    assert.match(node.path, /,ARTICLE,/, `the largest paint is ${node.snippet}`);
    assert.doesNotMatch(node.snippet, /^<(canvas|img|svg)/);
    assert.notEqual(node.nodeLabel.trim(), '');
    assert.equal(report.audit('cumulative-layout-shift').numericValue, 0, JSON.stringify(report.items('layout-shifts')));

    // The budgets of ./dev bench, of what was really sent; a few hundred bytes of each answer are its head.
    const requests = report.items('network-requests').filter(({ url }) => !url.endsWith('/favicon.ico'));
    assert.deepEqual(requests.filter(({ url, statusCode }) => !url.startsWith(host.origin) || statusCode !== 200), []);
    const sent = (/** @type {RegExp} */ name, head = 400) => requests.filter(({ url }) => name.test(new URL(url).pathname)).reduce((sum, { transferSize }) => sum + transferSize - head, 0);
    const readable = sent(/\/$|\.css$/), app = sent(/\.(js|wasm)$/), all = sent(/./, 0);
    assert.ok(readable > 5_000 && readable <= 14_000, `${readable} bytes of HTML and CSS`);
    assert.ok(app > 100_000 && app <= 260_000, `${app} bytes of wasm and JavaScript`);
    assert.ok(all <= 14_000 + 260_000, `${all} bytes in all: ${JSON.stringify(requests.map(({ url, transferSize }) => [url, transferSize]))}`);
  });
}

const withTheApp = [['a translation', 'two/msca-doctoral/de/'], ['the page in another language than its posting', 'one/de/'], ['the plain page', 'one/?mode=plain']];
for (const [name, address] of full ? withTheApp : []) {
  test(`mobile: ${name} has the full score in ${categories.join(', ')}`, async () => {
    isFull(await lighthouse.judge(host.address + address, 'mobile', categories, unhurried));
  });
}

const without = [['the list of postings', 'two/'], ['the page about data', 'one/privacy/de/'], ['the page about accessibility', 'one/accessibility/de/']];
const form = full ? 'mobile' : 'desktop'; // the example is judged on the other
for (const [name, address] of full ? without : without.slice(0, 1)) {
  test(`${form}: ${name} lacks nothing but that Lighthouse may fetch robots.txt in its name`, async () => {
    // A page without the app may fetch nothing at all. Search engines ask for robots.txt themselves.
    isFull(await lighthouse.judge(host.address + address, form, categories, { skipAudits: ['robots-txt'] }));
  });
}

test('Lighthouse was given all that a page asks for', () => {
  assert.deepEqual(host.missing.filter((path) => !['/favicon.ico', '/robots.txt'].includes(path)), []);
});
