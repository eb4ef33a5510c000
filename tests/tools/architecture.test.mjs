// The arrows between modules, and the libraries that only one module may name.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { project } from '../support/project.mjs';

const source = join(project, 'src');
/** A module may include what stands here, and itself. @type {Record<string, string[]>} */
const arrows = { base: [] };
arrows.doc = arrows.i18n = ['base'];
arrows.ingest = arrows.rules = arrows.layout = ['base', 'doc', 'i18n'];
arrows.mail = ['base', 'doc', 'i18n', 'ingest', 'rules', 'layout'];
arrows.html = [...arrows.mail, 'mail'];
arrows.app = [...arrows.html, 'html'].filter((name) => name !== 'ingest'); // the app never reads pages as found
arrows.view = arrows.platform = [...arrows.app, 'app'];
arrows.main = [...new Set([...arrows.html, ...arrows.view, 'html', 'view', 'platform'])];

/** Who alone may include it. @type {[RegExp, RegExp][]} */
const onlyPlaceOf = [
  [/<nlohmann\//, /^base\/json/],
  [/<md4c|<entity\.h/, /^doc\//],
  [/<yaml-cpp|<toml|<gumbo/, /^ingest\//],
  [/imgui/, /^(view|platform)\//],
  [/<SDL/, /^platform\//],
  [/<emscripten/, /^platform\/web\//],
];

/** @param {string} folder @returns {string[]} */
const filesBelow = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? filesBelow(path) : [path];
});
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

test('CMake links what the includes say', () => {
  const wrong = [];
  for (const path of filesBelow(source).filter((name) => name.endsWith('CMakeLists.txt'))) {
    const module = relative(source, path).split('/')[0];
    for (const [, target] of readFileSync(path, 'utf8').matchAll(/aushang::(\w+)/g)) {
      if (target !== 'cli' && target !== 'headless' && !arrows[module]?.includes(target)) wrong.push(`src/${module} links ${target}`);
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
  assert.deepEqual(sources.filter(({ text }) => text.split('\n').length > 500).map(({ path }) => path), []);
});
