// The arrows between modules, the libraries that only one module may name, and what the shell may not do.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { project } from '../support/project.mjs';

const source = join(project, 'src');
/** A module may include what stands here, and itself. @type {Record<string, string[]>} */
const arrows = { base: [] };
arrows.doc = arrows.i18n = arrows.pack = arrows.logic = ['base'];
arrows.ingest = arrows.rules = arrows.layout = ['base', 'doc', 'i18n', 'logic'];
arrows.author = arrows.mail = arrows.site = ['base', 'doc', 'i18n', 'logic', 'ingest', 'rules', 'layout'];
/** What reads pages as found, and what reads an author's files: in the tool, never in the app. */
const toolOnly = ['ingest', 'author', 'pack'];
arrows.form = [...arrows.mail, 'mail'].filter((name) => !toolOnly.includes(name));
arrows.html = [...arrows.form, 'form', 'site'];
arrows.app = [...arrows.html, 'html'];
arrows.view = arrows.platform = [...arrows.app, 'app'];
arrows.main = [...arrows.view, 'view', 'platform', ...toolOnly];

/** Who alone may include it. @type {[RegExp, RegExp][]} */
const onlyPlaceOf = [
  [/<nlohmann\//, /^base\/json/],
  [/<md4c|<entity\.h/, /^doc\//],
  [/<yaml-cpp|<toml|<gumbo/, /^ingest\//],
  [/<brotli|<zlib|<sha2/, /^pack\//],
  [/imgui/, /^(view|platform)\//],
  [/<SDL/, /^platform\//],
  [/<emscripten/, /^platform\/web\//],
];

/** @param {string} folder @returns {string[]} */
const filesBelow = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? filesBelow(path) : [path];
});
const shell = filesBelow(join(project, 'shell')).filter((path) => path.endsWith('.js')).map((path) => ({ path: relative(project, path), text: readFileSync(path, 'utf8') }));
const sources = filesBelow(source).filter((path) => /\.(cpp|h)$/.test(path)).map((path) => ({ path: relative(source, path), text: readFileSync(path, 'utf8') }));

test('there are sources to look at', () => assert.ok(sources.length > 50));

test('every module includes only what stands left of it', () => {
  const wrong = [];
  for (const { path, text } of sources) {
    const [module] = path.split('/');
    assert.ok(module in arrows, `src/${module} is no module of the design`);
    for (const [, target] of text.matchAll(/^\s*#\s*include "([^"/]+)\//gm)) {
      if (target !== module && !arrows[module].includes(target)) wrong.push(`src/${path} includes ${target}/`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the map shows the same arrows, and says what each module does', () => {
  const text = readFileSync(join(project, 'docs/architecture.md'), 'utf8');
  const line = text.split('\n').find((one) => one.includes('base ◀ ')) ?? '';
  /** @type {string[]} */
  const left = [];
  for (const group of line.split('◀').map((part) => part.match(/\w+/g) ?? [])) {
    for (const module of group) assert.deepEqual(arrows[module]?.filter((target) => !left.includes(target)), [], `what ${module} includes stands left of it`);
    left.push(...group);
  }
  assert.deepEqual(left.toSorted(), Object.keys(arrows).sort());
  const [, table] = text.split('| module | what it does |');
  assert.deepEqual([...table.split('\n\n')[0].matchAll(/^\| `(\w+)` \|/gm)].map(([, module]) => module), left);
});

test('comments name files that are there', () => {
  const there = new Set([...filesBelow(source), ...filesBelow(join(project, 'tests'))].flatMap((path) => [path.split('/').at(-1), relative(source, path)]));
  const wrong = sources.flatMap(({ path, text }) => [...text.matchAll(/\/\/.*/g)].flatMap(([comment]) => comment.match(/(?<![\w/*.])[a-z_]+(\/[a-z_]+)*\.(h|cpp)\b/g) ?? [])
    .filter((name) => !text.includes(`<${name}>`) && !there.has(name) && !there.has(name.replace(/^src\//, ''))).map((name) => `src/${path}: ${name}`));
  assert.deepEqual(wrong, []);
});

test('each program links the modules whose headers it includes: benchmarks are built by ./dev bench alone', () => {
  /** Modules and what they link. @type {Map<string, string[]>} */
  const linked = new Map();
  const names = (/** @type {string} */ text) => [...text.matchAll(/aushang::(\w+)/g)].map(([, name]) => name);
  for (const path of filesBelow(source).filter((one) => one.endsWith('CMakeLists.txt'))) {
    for (const [, name, rest] of readFileSync(path, 'utf8').matchAll(/aushang_module\((\w+)([^)]*)\)/g)) linked.set(name, names(rest));
  }
  /** @param {string} name @returns {string[]} */
  const all = (name) => [name, ...(linked.get(name) ?? []).flatMap(all)];
  const wrong = [];
  let programs = 0;
  for (const folder of ['bench', 'fuzz']) {
    const text = readFileSync(join(project, 'tests', folder, 'CMakeLists.txt'), 'utf8');
    for (const [, name, rest] of text.matchAll(/(?:target_link_libraries|aushang_fuzzer)\((\w+) ([^)]*)\)/g)) {
      const file = folder === 'fuzz' ? `fuzz_${name}.cpp` : `${name}.cpp`;
      if (!readdirSync(join(project, 'tests', folder)).includes(file)) continue;
      ++programs;
      const found = new Set(names(rest).flatMap(all));
      for (const [, module] of readFileSync(join(project, 'tests', folder, file), 'utf8').matchAll(/^#include "(\w+)\//gm)) {
        if (module in arrows && !found.has(module) && module !== 'platform') wrong.push(`${folder}/${file} includes ${module}/`);
      }
    }
  }
  assert.ok(programs > 5, `${programs}`);
  assert.deepEqual(wrong, []);
});

test('the app is built without what only the tool needs', () => {
  const text = readFileSync(join(source, 'CMakeLists.txt'), 'utf8');
  for (const module of toolOnly) assert.match(text, new RegExp(`if\\(NOT AUSHANG_APP\\)[^)]*\\)?(?:(?!endif)[\\s\\S])*add_subdirectory\\(${module}\\)`), `src/${module} is in the app's build`);
});

test('CMake links what the includes say', () => {
  const wrong = [];
  for (const path of filesBelow(source).filter((name) => name.endsWith('CMakeLists.txt'))) {
    const module = relative(source, path).split('/')[0];
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/aushang::(\w+)/g)) {
      const target = name.replace(/^(platform_web|headless\w*)$/, 'platform'); // the parts of it that need a browser, and that need none
      if (target !== 'cli' && target !== module && !arrows[module]?.includes(target)) wrong.push(`src/${module} links ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('each library is named in its one place', () => {
  const wrong = [];
  for (const { path, text } of sources) {
    for (const [library, place] of onlyPlaceOf) {
      for (const line of text.match(/^\s*#\s*include .*/gm) ?? []) {
        if (library.test(line) && !place.test(path)) wrong.push(`src/${path}: ${line.trim()}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('nothing outside ingest and main throws or catches', () => {
  const wrong = sources.filter(({ path, text }) => !/^(ingest|main)\//.test(path) && /^[^/"]*\b(throw|try|catch)\b\s*[({\w]/m.test(text)).map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

test('the core has no clock, no locale and no randomness of its own', () => {
  const pattern = /system_clock|steady_clock|std::time\(|localtime|setlocale|std::locale|random_device|\brand\(\)/;
  const wrong = sources.filter(({ path, text }) => !/^(platform|main)\//.test(path) && pattern.test(text)).map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

test('no source is longer than 500 lines', () => {
  const files = ['src', 'tests', 'tools', 'shell', 'package', 'cmake'].flatMap((folder) => filesBelow(join(project, folder))).filter((path) => /\.(cpp|h|c|js|mjs|sh|css|cmake)$/.test(path));
  assert.deepEqual(files.filter((path) => readFileSync(path, 'utf8').split('\n').length > 500).map((path) => relative(project, path)), []);
});

test('no script of the shell has 200 lines', () => {
  assert.ok(shell.length > 5, 'there are scripts to look at');
  assert.deepEqual(shell.filter(({ text }) => text.trimEnd().split('\n').length >= 200).map(({ path }) => path), []);
});

test('nothing in the style sheet moves by itself; what changes may fade', () => {
  const css = readFileSync(join(project, 'shell/aushang.css'), 'utf8').replace(/transition: var\(--motion\); transition-property: ((\w+-)*color|opacity)(, ((\w+-)*color|opacity))*;/g, '');
  assert.doesNotMatch(css, /\b(transition|animation|scroll-behavior)(-\w+)*\s*:|@keyframes/);
});

/** What the page's policy forbids, or would if it could. @type {[string, RegExp, string][]} */
const forbidden = [
  ['markup from text', /\b(inner|outer)HTML\s*(\W\W?)?=(?!=)|['"`](inner|outer)HTML|\b(insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc|setHTMLUnsafe)\b|document\s*\.\s*write/, 'node.innerHTML = text;'],
  ['code from text', /\beval\s*\(|\bnew\s+Function\b|\bset(Timeout|Interval)\s*\(\s*['"`]/, 'new Function(text)'],
  ['style attributes', /setAttribute(NS)?\s*\([^)]*['"`]style['"`]|\.cssText\b/, "node.setAttribute('style', text)"],
  ['handlers as attributes', /setAttribute\s*\(\s*['"`]on/, "node.setAttribute('onclick', text)"],
  ['style elements', /createElement\s*\(\s*['"`]style['"`]/, "document.createElement('style')"],
  ['smooth scrolling', /behavior\s*:\s*['"`](smooth|auto)/, "scrollBy({ behavior: 'smooth' })"],
  ['timers', /\bset(Timeout|Interval)\s*\(/, 'setTimeout(draw, 16)'],
];
for (const [what, pattern, example] of forbidden) {
  test(`no script of the shell has ${what}`, () => {
    assert.match(example, pattern);
    assert.deepEqual(shell.filter(({ text }) => pattern.test(text)).map(({ path }) => path), []);
  });
}
