// `aushang build` with the app: its files, the bundles, and what the pages say about them.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { aushang, smallCheck, temporaryFolder, tool, versionFolder, writeFiles } from '../support/project.mjs';

const everyByte = Buffer.from(Array.from({ length: 512 }, (_, index) => index & 255));
const app = { 'app/app.js': 'export {};\n', 'app/aushang.wasm': everyByte, 'app/licences.txt': 'MIT\n', 'app/embed.js': '(() => {})();\n' };
const materials = [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }];
const check = (comments = {}) => smallCheck({ materials, ...comments, facts: { ...comments, organization: { name: 'Group' } } });
const job = { 'job/posting.md': '# Job\n\nText\n', 'job/check.json': check({ $comment: 'between us' }) };

/** @param {string} page */
const links = (page) => page.match(/<(link|script)\b[^>]*>/g)?.join('\n') ?? '';
/** @param {string} page */
const policy = (page) => /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

test('the app comes along byte for byte', (t) => {
  const folder = writeFiles(temporaryFolder(t), { ...app, ...job });
  const { code, err } = aushang(['build', 'job', '-o', 'dist', '--app', 'app'], { cwd: folder });
  assert.equal(code, 0, err);
  assert.equal(err, '');
  assert.deepEqual(readFileSync(join(versionFolder(join(folder, 'dist')), 'app/aushang.wasm')), everyByte);
  assert.equal(readFileSync(join(versionFolder(join(folder, 'dist')), 'app/app.js'), 'utf8'), app['app/app.js']);
  assert.equal(readFileSync(join(versionFolder(join(folder, 'dist')), 'app/licences.txt'), 'utf8'), app['app/licences.txt']);
  assert.equal(readFileSync(join(folder, 'dist/embed.js'), 'utf8'), app['app/embed.js'], 'other people\'s pages name it');
  assert.ok(!existsSync(join(versionFolder(join(folder, 'dist')), 'embed.js')));
});

test('what is packed already comes along as it is; the rest is packed, and unpacks to the same', (t) => {
  const text = 'export const words = 1;\n'.repeat(200);
  const folder = writeFiles(temporaryFolder(t), { ...app, ...job, 'app/app.js': text, 'app/app.js.br': 'as it was' });
  assert.equal(aushang(['build', 'job', '-o', 'dist', '--app', 'app'], { cwd: folder }).code, 0);
  const read = (/** @type {string} */ name) => readFileSync(join(versionFolder(join(folder, 'dist')), name));
  assert.equal(read('app/app.js.br').toString(), 'as it was');
  assert.equal(gunzipSync(read('app/app.js.gz')).toString(), text);
  for (const name of ['aushang.css', 'posting.json', 'icon.svg']) {
    assert.deepEqual(brotliDecompressSync(read(`${name}.br`)), read(name), name);
    assert.deepEqual(gunzipSync(read(`${name}.gz`)), read(name), name);
    assert.ok(read(`${name}.br`).length < read(name).length, name);
  }
  assert.ok(!existsSync(join(versionFolder(join(folder, 'dist')), 'app/licences.txt.gz')), 'what gets no smaller is left alone');
});

test('a page with the app fetches the bundle and the wasm early and allows nothing more than that', (t) => {
  const folder = writeFiles(temporaryFolder(t), { ...app, ...job, 'job/posting.de.md': '# Stelle\n' });
  assert.equal(aushang(['build', 'job', '-o', 'dist', '--app', 'app'], { cwd: folder }).code, 0);
  const page = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  assert.equal(policy(page), "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types aushang");
  const files = `v/${readFileSync(join(folder, 'dist/version.txt'), 'utf8').trim()}`;
  assert.match(files, /^v\/[0-9a-f]{16}$/);
  const here = (/** @type {string} */ text) => text.replaceAll(files, 'v');
  assert.match(here(links(page)), /<link rel="preload" id="au-bundle" href="v\/posting\.json" as="fetch" crossorigin="anonymous" type="application\/json">/);
  assert.match(here(links(page)), /<link rel="preload" id="au-wasm" href="v\/app\/aushang\.wasm" as="fetch" crossorigin="anonymous" type="application\/wasm">/);
  assert.match(here(links(page)), /<script type="module" src="v\/app\/app\.js">/);
  const german = here(links(readFileSync(join(folder, 'dist/de/index.html'), 'utf8')));
  assert.match(german, /id="au-bundle" href="\.\.\/v\/de\/posting\.json"/);
  assert.match(german, /id="au-wasm" href="\.\.\/v\/app\/aushang\.wasm"/);
  assert.match(german, /src="\.\.\/v\/app\/app\.js"/);
});

test('the bundle holds the Markdown of the page and the rules without the comments', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    ...app, ...job, 'job/posting.md': '---\ntitle: Job\ndescription: Short\n---\n<!-- hidden -->\nText <b>bold</b>\n', 'job/posting.de.md': '# Stelle\n\nTäglich\n',
  });
  assert.equal(aushang(['build', 'job', '-o', 'dist', '--app', 'app'], { cwd: folder }).code, 0);
  const bundle = JSON.parse(readFileSync(join(versionFolder(join(folder, 'dist')), 'posting.json'), 'utf8'));
  assert.deepEqual(Object.keys(bundle), ['version', 'language', 'title', 'description', 'alternates', 'check_language', 'rules', 'markdown']);
  assert.equal(bundle.version, 2);
  assert.equal(bundle.language, 'en');
  assert.equal(bundle.title, 'Job');
  assert.equal(bundle.description, 'Short');
  assert.deepEqual(bundle.alternates, [{ language: 'de', href: 'de/' }]);
  assert.equal(bundle.markdown.trim(), 'Text **bold**');
  assert.deepEqual(bundle.rules.materials, [{ id: 'cv', kind: 'cv', label: { '': 'CV' } }], 'what is so by itself isn\'t written');
  assert.equal(bundle.rules.facts.organization, 'Group');
  assert.doesNotMatch(JSON.stringify(bundle), /between us|comment/);
  const german = JSON.parse(readFileSync(join(versionFolder(join(folder, 'dist')), 'de/posting.json'), 'utf8'));
  assert.equal(german.title, 'Stelle');
  assert.deepEqual(german.alternates, [{ language: 'en', href: '../' }]);
  assert.match(german.markdown, /Täglich/);
});

test('without the app no page mentions a script', (t) => {
  const folder = writeFiles(temporaryFolder(t), { ...app, ...job });
  assert.equal(aushang(['build', 'job', '-o', 'dist', '--no-app'], { cwd: folder }).code, 0);
  const page = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  assert.doesNotMatch(page, /script|preload|connect-src/);
  assert.deepEqual(readdirSync(versionFolder(join(folder, 'dist'))).filter((name) => !/\.(br|gz)$/.test(name)).sort(), ['aushang.css', 'icon.svg']);
});

test('an app that is named and not whole is an error, and nothing is built', (t) => {
  const folder = writeFiles(temporaryFolder(t), { ...job, 'app/app.js': '' });
  const { code, err } = aushang(['build', 'job', '-o', 'dist', '--app', 'app'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /app\/aushang\.wasm: cannot-read: /);
  assert.ok(!existsSync(join(folder, 'dist')));
});

test('--app and --no-app contradict each other', (t) => {
  const folder = writeFiles(temporaryFolder(t), { ...app, ...job });
  assert.equal(aushang(['build', 'job', '-o', 'dist', '--app', 'app', '--no-app'], { cwd: folder }).code, 2);
});

test('the app is looked for beside the folder of the program', { skip: process.platform !== 'linux' && 'only where the program can be copied' }, (t) => {
  const folder = writeFiles(temporaryFolder(t), job);
  mkdirSync(join(folder, 'bin'));
  copyFileSync(tool, join(folder, 'bin/aushang'));
  chmodSync(join(folder, 'bin/aushang'), 0o755);
  const build = () => spawnSync(join(folder, 'bin/aushang'), ['build', 'job', '-o', 'dist'], { cwd: folder, encoding: 'utf8' });

  const without = build();
  assert.equal(without.status, 0, without.stderr);
  assert.match(without.stderr, /^\S*\/app: no-app: warning: .*static.*\.\/dev build.*--app.*--no-app/);
  assert.equal(without.stderr.trimEnd(), without.stderr.split('\n')[0], 'one line');
  assert.doesNotMatch(readFileSync(join(folder, 'dist/index.html'), 'utf8'), /script/);

  writeFiles(folder, app);
  const withApp = build();
  assert.equal(withApp.status, 0, withApp.stderr);
  assert.equal(withApp.stderr, '');
  assert.match(readFileSync(join(folder, 'dist/index.html'), 'utf8'), /src="v\/[0-9a-f]{16}\/app\/app\.js"/);
});
