// The npm package: what is in it, and that its tool gives the same bytes and exit codes as the native one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { aushang, npmPackage, project, run, sharedFile, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const archive = join(npmPackage, `../aushang-${version}.tgz`);
const examples = readdirSync(join(project, 'assets/postings')).map((name) => `assets/postings/${name}`);

/** Every file below a folder, by its path there. @param {string} folder @returns {Map<string, string>} */
function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort().map((file) => [relative(folder, file), readFileSync(file, 'latin1')]));
}

/** @type {[string[], string?][]} */
const calls = [
  [[]], [['--help']], [['--version']], [['chek']], [['build']], [['check', '--jsn', 'x']], [['help', 'build']], [['serve', '--help']], [['mail', '--help']],
  [['check', 'tests/fixtures/mistakes']], [['check', 'tests/fixtures/mistakes', '--json']], [['check', 'no/such/folder']],
  [['render', '-', '--commonmark'], 'a *b* <b>c</b> [d](javascript:e)\n'], [['render', 'no/such/file.md']], [['render', 'assets']],
  [['render', '-'], '---\ntitle: [broken\n---\n+++ &euro; <div>\n<table><tr><td>x</td></tr></table>\n</div>\n'], [['render', '-'], '+++\ntitle = "toml"\nbroken\n+++\ntext\n'],
  [['logic'], '[{"and": [{"var": "a"}, {"var": "b"}]}, {"a": false}]\n[{"+": [1]}, {}]\n[{"<": [1, "2", 3]}, null]\nnonsense\n'],
  ...examples.flatMap((folder) => /** @type {[string[], string?][]} */ ([
    [['check', folder, '--today', '2026-01-31']], [['check', folder, '--json', '--today', '2030-01-31']],
    ...['html', 'text', 'json'].map((to) => [['render', `${folder}/posting.md`, '--to', to]]), [['render', `${folder}/posting.de.md`]],
    [['extract', `${folder}/posting.md`, '--today', '2026-01-31']], [['extract', `${folder}/posting.de.md`, '--today', '2026-01-31']],
    [['verdict', folder, '--answers', '-', '--today', '2026-01-31'], '{"version": 1, "answers": {}}'], [['verdict', folder, '--answers', '-'], '{"version": 2}'],
    [['mail', folder, '--answers', '-', '--as', 'mailto', '--attach', 'cv.pdf'], '{"version": 1, "answers": {}, "words": {"name": "Änn\\nDoe"}}'],
    [['mail', folder, '--answers', '-', '--as', 'text', '--lang', 'de'], '{"version": 1, "answers": {}}'],
  ])),
];

for (const [args, input] of calls) {
  test(`the same as the native tool: aushang ${args.join(' ')}`, () => {
    const native = aushang(args, { input });
    assert.deepEqual(aushang(args, { input, wasm: true }), native);
    assert.ok(native.code !== null && native.out + native.err !== '');
  });
}

for (const sources of [...examples.map((one) => [one]), examples]) {
  test(`the same site as the native tool's, in a folder and as a zip: ${sources.join(' ')}`, (t) => {
    const folder = temporaryFolder(t);
    for (const wasm of [false, true, true]) {
      for (const out of ['site', 'site.zip']) {
        const { code, err } = aushang(['build', ...sources, '-o', join(folder, wasm ? 'npm' : 'native', out), '--today', '2026-01-31'], { wasm });
        assert.equal(code, 0, err);
      }
    }
    const native = filesBelow(join(folder, 'native')), npm = filesBelow(join(folder, 'npm'));
    assert.deepEqual([...npm.keys()], [...native.keys()]);
    for (const [name, data] of native) assert.ok(npm.get(name) === data, name);
    assert.deepEqual(readdirSync(join(folder, 'npm')).sort(), ['site', 'site.zip']);
  });
}

test('the same posting is drafted as by the native tool', (t) => {
  const folder = temporaryFolder(t), page = sharedFile('seed/phd_2.md') ?? join(project, 'assets/postings/phd-ot/posting.md');
  for (const [out, wasm] of /** @type {const} */ ([['native', false], ['npm', true]])) {
    mkdirSync(join(folder, out));
    cpSync(page, join(folder, out, 'page.md'));
    const { code, err } = aushang(['init', 'page.md', '-o', 'my posting', '--today', '2026-01-31'], { cwd: join(folder, out), wasm });
    assert.equal(code, 0, err);
  }
  assert.deepEqual(filesBelow(join(folder, 'npm')), filesBelow(join(folder, 'native')));
});

test('deep and large pages fit the stack and memory', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'deep.md': '> '.repeat(10_000) + 'x', 'html.md': '<div>'.repeat(10_000) + 'x', 'large.md': 'Text *and* [link](x).\n\n'.repeat(200_000) });
  for (const name of ['deep.md', 'html.md', 'large.md']) {
    const { code, err } = aushang(['render', name], { cwd: folder, wasm: true, timeout: 120_000 });
    assert.equal(code, 0, `${name}: ${err.slice(0, 500)}`);
  }
});

test('folders with spaces, umlauts and backslashes in their names, and folders that may only be read', (t) => {
  const name = 'Büro \\ № 1', folder = writeFiles(temporaryFolder(t), { [`${name}/die Stelle/posting.md`]: '# Job\n\n![a](<img/ä b.png>)\n', [`${name}/die Stelle/img/ä b.png`]: 'pixels', [`${name}/die Stelle/check.json`]: smallCheck({ materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] }) });
  cpSync(npmPackage, join(folder, name, 'das Paket'), { recursive: true });
  const here = join(folder, name), job = join(here, 'die Stelle');
  chmodSync(job, 0o555);
  try {
    const ask = (/** @type {string[]} */ ...words) => spawnSync(process.execPath, ['das Paket/aushang.js', ...words], { cwd: here, encoding: 'utf8' });
    assert.equal(ask('check', 'die Stelle/').stdout, 'No errors, no warnings.\n');
    for (const out of ['die Seite', join(here, 'andere \\ Seite')]) {
      const { status, stderr } = ask('build', 'die Stelle', '-o', out);
      assert.equal(status, 0, stderr);
      assert.equal(stderr, '', 'the app is found beside the program');
      assert.equal(filesBelow(join(here, out.replace(here, ''))).get('img/ä b.png'), 'pixels');
    }
  } finally {
    chmodSync(job, 0o755); // so that it can be taken away
  }
});

test('it is complete, small, and depends on nothing but Node', (t) => {
  assert.ok(statSync(archive).size <= 1.6e6, `${statSync(archive).size} bytes`);
  const folder = temporaryFolder(t);
  run('tar', ['-xzf', archive, '-C', folder]);
  const files = filesBelow(join(folder, 'package'));
  assert.deepEqual(files, filesBelow(npmPackage));
  const app = [...files].filter(([name]) => name.startsWith('app/')).map(([name, data]) => [name.slice(4), data]);
  assert.deepEqual(app, [...filesBelow(join(project, 'build/app'))]);
  assert.ok(![...files.keys()].some((name) => name.endsWith('.gz')), 'the tool makes them');
  for (const [part, source] of [['schemas', 'assets/schemas'], ['examples', 'assets/postings']]) {
    assert.deepEqual([...files].filter(([name]) => name.startsWith(`${part}/`)).map(([name, data]) => [name.slice(part.length + 1), data]), [...filesBelow(join(project, source))]);
  }
  assert.deepEqual([...files.keys()].filter((name) => !/^(app|schemas|examples|serve)\//.test(name)), ['LICENSE', 'README.md', 'aushang.js', 'aushang.wasm', 'licences.txt', 'package.json']);
  const about = JSON.parse(/** @type {string} */ (files.get('package.json')));
  assert.deepEqual([about.name, about.version, about.engines, about.bin], ['aushang', version, { node: '>=20' }, { aushang: 'aushang.js' }]);
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'scripts']) assert.equal(about[kind], undefined, kind);
  assert.equal(aushang(['--version'], { wasm: true }).out, `aushang ${version}\n`);
  const licences = /** @type {string} */ (files.get('licences.txt'));
  for (const name of ['Aushang', 'MD4C', 'JSON for Modern C\\+\\+', 'yaml-cpp', 'toml11', 'Gumbo', 'Brotli', 'zlib', 'libmd', 'Unicode data', 'Emscripten', 'musl', 'chokidar', 'mrmime', 'readdirp']) assert.match(licences, new RegExp(`\\n${name}\\n=+\\n\\s*\\S`), name);
  assert.doesNotMatch(/** @type {string} */ (files.get('aushang.js')), /\/node_modules\/|\/build\//, 'nothing of the machine that made it');
});

test('it is the same bytes each time it is made', (t) => {
  const folder = temporaryFolder(t);
  run(process.execPath, [join(project, 'tools/build-package.mjs'), '--to', folder]);
  assert.ok(readFileSync(join(folder, `aushang-${version}.tgz`)).equals(readFileSync(archive)));
});

test('one command in an empty folder, without a network', (t) => {
  const folder = temporaryFolder(t);
  cpSync(join(project, 'assets/postings/phd-ot/posting.md'), join(folder, 'page.md'));
  cpSync(archive, join(folder, 'aushang.tgz'));
  const npx = (/** @type {string[]} */ ...words) => spawnSync('npx', ['--yes', '--offline', './aushang.tgz', ...words], { cwd: folder, encoding: 'utf8', env: { ...process.env, npm_config_cache: join(folder, 'cache'), npm_config_registry: 'http://127.0.0.1:1/' } });
  for (const words of [['init', 'page.md'], ['check', 'page'], ['build', 'page', '-o', 'site']]) {
    const { status, stderr } = npx(...words);
    assert.equal(status, 0, `${words[0]}: ${stderr}`);
  }
  assert.ok(existsSync(join(folder, 'site/index.html')));
});
