// Every source includes what it uses of the standard library, so that it compiles with any of them.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkIncludes, flagsOf, unitsOf, wordsOf } from '../../tools/check-includes.mjs';
import { codeOf, faultLine, includesOf, missingIncludes, usesOf } from '../support/includes.mjs';
import { project, temporaryFolder, writeFiles } from '../support/project.mjs';

const read = (/** @type {string} */ path) => readFileSync(join(project, path), 'utf8');
const sources = ['src', 'tests'].flatMap((folder) => readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(cpp|h)$/.test(name)).map((name) => join(folder, name)));

test('every source includes the header of each name of the standard library that it uses', () => {
  assert.ok(sources.length > 300, 'there are sources to look at');
  const faults = sources.flatMap((path) => {
    const header = path.replace(/\.cpp$/, '.h');
    return missingIncludes(path, read(path), header !== path && existsSync(join(project, header)) ? read(header) : null);
  });
  assert.equal(faults.map(faultLine).join('\n'), '');
});

/** @param {string} text @param {string | null} [ownHeader] */
const missing = (text, ownHeader = null) => missingIncludes('src/doc/some.cpp', text, ownHeader).map(faultLine);

test('a fault says where, which name and which header', () => {
  assert.deepEqual(missing('#include <string>\n\nstd::string a;\nstd::uint8_t b;\n'), ['src/doc/some.cpp:4: std::uint8_t needs #include <cstdint>']);
});

test('a header that is missing is named once, at its first use', () => {
  assert.deepEqual(missing('\nint a = std::min(1, 2);\nint b = std::max(1, 2);\nint c = std::min(1, 2);'), ['src/doc/some.cpp:2: std::min needs #include <algorithm>']);
});

test('a name that no table has is a fault', () => {
  assert.match(missing('#include <vector>\nstd::quite_new a;')[0], /^src\/doc\/some\.cpp:2: no table of tests\/support\/includes\.mjs knows std::quite_new;/);
});

/** Names without std:: in front of those that have it, in the order in which they are used. @param {string} text */
const names = (text) => usesOf(text).map(({ name }) => name);

test('comments, strings and characters are no code', () => {
  for (const text of ['// std::vector', '/* a\n std::vector */', 'f("std::vector");', 'f("\\"std::vector");', "f('\"'); // std::vector", 'f("//"); /* " */ // std::vector',
    'f(R"(std::vector")");', 'f(u8R"x(\n)" std::vector\n)x");', '// a \\\n std::vector', 'LR"(std::vector)"']) {
    assert.deepEqual(names(text), [], text);
  }
  for (const text of ['f("//", std::vector<int>());', "f('\"', std::vector<int>());", 'f(R"(")", std::vector<int>());', '/* a */ std::vector<int> a;',
    "int a = 1'000; std::vector<int> b; int c = 1'000;", 'f("\\\\", std::vector<int>());', 'char R; f(AR"(", std::vector<int>(), ")");']) {
    assert.deepEqual(names(text), ['std::vector'], text);
  }
});

test('what is no code is blanked in its place', () => {
  const text = 'a /* b\n c */ d "e" // f\nR"(g\n)" h';
  assert.equal(codeOf(text), 'a     \n      d         \n    \n   h');
});

test('macros use what they are made of, at the line where it stands', () => {
  assert.deepEqual(usesOf('#define CHECK(a) \\\n  if (!(a)) std::abort()').map(({ name, line }) => `${name} ${line}`), ['std::abort 2']);
});

test('names without std:: count where they are well known', () => {
  assert.deepEqual(names('uint8_t a; f(stderr); x = -FLT_MAX; va_start(b, c); memcpy(d, e, 1); assert(f); typeid(g); size_t h;'),
    ['uint8_t', 'stderr', 'FLT_MAX', 'va_start', 'memcpy', 'assert', 'typeid', 'size_t']);
  assert.deepEqual(names('static_assert(a); b.printf(); c->memcpy(d); mine::sqrt(2); int exit = 1; my_uint8_t e; yaml.std::f();'), []);
});

test('spellings of a name are one name', () => {
  assert.deepEqual(names('using std::vector; ::std::vector<int> a; std :: vector<int> b; std::vector<int>::size_type c;'), ['std::vector']);
});

test('names of inner namespaces are known by them', () => {
  assert.deepEqual(usesOf('std::chrono::days a; namespace fs = std::filesystem; std::ranges::sort(b); std::ranges::range auto c; std::views::keys').map(({ headers }) => headers[0]),
    ['chrono', 'filesystem', 'algorithm', 'ranges', 'ranges']);
});

test('operators and lists in braces need a header too', () => {
  const spaceship = 'auto operator<=>(const A&) const = default;';
  assert.deepEqual(missing(spaceship), ['src/doc/some.cpp:1: operator<=> needs #include <compare>']);
  assert.deepEqual(missing(`#include <string>\n${spaceship}`), []);
  assert.match(missing('for (int a : {1, 2}) f(a);')[0], /needs #include <initializer_list>$/);
  assert.deepEqual(missing('for (int a : b) { f(a); }'), []);
});

test('one of several headers is enough where the standard says so', () => {
  for (const header of ['cstddef', 'string', 'span']) assert.deepEqual(missing(`#include <${header}>\nstd::size_t a;`), [], header);
  for (const header of ['iterator', 'vector']) assert.deepEqual(missing(`#include <${header}>\nauto a = std::begin(b);`), [], header);
  for (const header of ['vector', 'algorithm']) assert.equal(missing(`#include <${header}>\nstd::size_t a;`).length, 1, header);
  assert.equal(missing('#include <string>\nstd::uint32_t a;').length, 1);
});

test("C's own headers declare nothing in std", () => {
  assert.deepEqual(missing('#include <stdint.h>\nuint8_t a;'), []);
  assert.equal(missing('#include <stdint.h>\nstd::uint8_t a;').length, 1);
});

test("a source's own header counts, and no other of ours", () => {
  const header = '#pragma once\n#include <vector>\n';
  assert.deepEqual(missing('#include "doc/some.h"\nstd::vector<int> a;', header), []);
  assert.deepEqual(missing('#include "some.h"\nstd::vector<int> a;', header), []);
  assert.equal(missing('#include "doc/awesome.h"\nstd::vector<int> a;', header).length, 1);
  assert.equal(missing('std::vector<int> a;', header).length, 1);
});

test('includes are read as the compiler reads them', () => {
  assert.deepEqual(includesOf('#include <vector>\n # include  "doc/some.h" // why\n// #include <map>\n/*\n#include <set>\n*/\nR"(\n#include <list>\n)"'), ['vector', '"doc/some.h"']);
});

test("a compiler's command line is read as a shell reads it", () => {
  assert.deepEqual(wordsOf(String.raw`/usr/bin/c++ -DA=\"x\" "-DB=a \"b\"" '-DC=d e' -If\ g`), ['/usr/bin/c++', '-DA="x"', '-DB=a "b"', '-DC=d e', '-If g']);
});

test('only flags that are about the language reach the other compiler', () => {
  const command = 'c++ -DA -I/p/src -isystem /p/dep -O0 -g1 -fsanitize=address -fno-sanitize=vptr -flto -Wall -Wno-restrict -fno-rtti -std=c++20 '
    + '-Winvalid-pch -Xclang -include-pch -Xclang /p/all.pch -include /p/all.h -MD -MT a.o -MF a.d -o a.o -c ../src/a.cpp';
  assert.deepEqual(flagsOf({ directory: '/p/build', file: '/p/src/a.cpp', command }), ['-DA', '-I/p/src', '-isystem', '/p/dep', '-Wall', '-Wno-restrict', '-fno-rtti', '-std=c++20']);
});

/** A project of few files, and a compiler that sees only the word "broken". @param {import('node:test').TestContext} t */
function smallProject(t) {
  const folder = temporaryFolder(t);
  const sources = ['src/doc/own.cpp', 'src/doc/other.cpp', 'tests/unit/doc_test.cpp'];
  writeFiles(folder, {
    'src/doc/own.h': '', 'src/doc/own.cpp': '// why\n#include "doc/own.h"\n', 'src/doc/other.h': '', 'src/doc/other.cpp': '#include <string>\n\n#include "doc/other.h"\n',
    'src/web/left.h': '', 'tests/unit/doc_test.cpp': '', 'tests/unit/help.h': '',
    'build/compile_commands.json': JSON.stringify(sources.map((name) => ({ directory: join(folder, 'build'), file: join(folder, name), command: `c++ -DOF=${name} -c ../${name}` }))),
    // "-" is a line that includes a file.
    compiler: '#!/bin/sh\n[ "$1" != --version ] || exit 0\nfor last; do :; done\n[ "$last" != - ] || last=$(cut -d \'"\' -f 2)\n! grep broken "$last" || { echo "$@"; exit 1; }\n',
  });
  chmodSync(join(folder, 'compiler'), 0o755);
  return folder;
}

test('each source is compiled, and each header that no source of its name begins with', (t) => {
  const folder = smallProject(t);
  const entries = JSON.parse(readFileSync(join(folder, 'build/compile_commands.json'), 'utf8'));
  const all = unitsOf(folder, entries, ['src', 'tests']);
  assert.deepEqual(all.units.map(({ name }) => name), ['src/doc/own.cpp', 'src/doc/other.cpp', 'tests/unit/doc_test.cpp', 'src/doc/other.h', 'tests/unit/help.h']);
  assert.deepEqual(all.left, ['src/web/left.h']);
  assert.deepEqual(unitsOf(folder, entries, ['tests']).units.map(({ flags }) => flags), [['-DOF=tests/unit/doc_test.cpp'], ['-DOF=tests/unit/doc_test.cpp']]);
});

test('sources that are joined are compiled by themselves', (t) => {
  const folder = smallProject(t);
  const joined = 'build/src/doc/CMakeFiles/doc.dir/Unity/unity_0_cxx.cxx';
  const source = (/** @type {string} */ name) => `#include "${join(folder, name)}"\n\n`;
  writeFiles(folder, { [joined]: `/* generated */\n\n${source('src/doc/own.cpp')}${source('src/doc/other.cpp')}` });
  const entries = [{ directory: join(folder, 'build'), file: join(folder, joined), command: `c++ -DOF=both -c ${join(folder, joined)}` }];
  assert.deepEqual(unitsOf(folder, entries, ['src']).units.map(({ name, flags }) => [name, ...flags]),
    [['src/doc/own.cpp', '-DOF=both'], ['src/doc/other.cpp', '-DOF=both'], ['src/doc/other.h', '-DOF=both']]);
});

test('a header is compiled as a source that includes it, where its neighbours are compiled differently', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'tests/a.cpp': '', 'tests/b.cpp': '#include "part.h"\n', 'tests/part.h': '' });
  const entries = ['a', 'b'].map((name) => ({ directory: folder, file: `tests/${name}.cpp`, arguments: ['c++', `-DOF=${name}`] }));
  assert.deepEqual(unitsOf(folder, entries, ['tests']).units.find(({ name }) => name === 'tests/part.h')?.flags, ['-DOF=b']);
});

test('what does not compile by itself is named, with what the compiler said', async (t) => {
  const folder = smallProject(t);
  const check = async () => {
    /** @type {string[]} */
    const lines = [];
    const good = await checkIncludes({ project: folder, build: join(folder, 'build'), compiler: join(folder, 'compiler'), flags: ['-DMORE'], print: (line) => lines.push(line) });
    return { good, lines };
  };
  const before = await check();
  assert.ok(before.good);
  assert.match(before.lines.join('\n'), /^- left out.* src\/web\/left\.h\n✓ 5 of 5 compile by themselves with \S+compiler -DMORE \(\d+ s\)$/);

  writeFiles(folder, { 'src/doc/other.h': 'broken', 'tests/unit/doc_test.cpp': 'broken' });
  const { good, lines } = await check();
  assert.ok(!good);
  const [source, header] = lines.filter((line) => line.includes('broken')).sort().reverse();
  assert.match(source, /^✗ tests\/unit\/doc_test\.cpp does not compile by itself:\nbroken\n-DOF=tests\/unit\/doc_test\.cpp -DMORE -Werror -fsyntax-only -x c\+\+ \S+doc_test\.cpp$/);
  assert.match(header, /^✗ src\/doc\/other\.h does not compile by itself:\nbroken\n-DOF=src\/doc\/own\.cpp /);
  assert.match(lines[lines.length - 1], /^✗ 3 of 5 compile/);
});

test('a build that compiles nothing of ours is no success', async (t) => {
  const folder = smallProject(t);
  const options = { project: folder, build: join(folder, 'build'), compiler: join(folder, 'compiler'), flags: [] };
  await assert.rejects(checkIncludes({ ...options, folders: ['src/web'] }), /compiles nothing of src\/web/);
  await assert.rejects(checkIncludes({ ...options, compiler: join(folder, 'absent') }), /no compiler/);
});
