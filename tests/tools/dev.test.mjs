// What ./dev says when something is missing: one line, what is wrong and what to do.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {Sandbox} from './dev_sandbox.mjs';

/**
 * @param {ReturnType<Sandbox['dev']>} result
 * @param {RegExp} line
 */
function assertOneLine(result, line) {
  assert.notEqual(result.status, 0);
  assert.equal(result.errors.length, 1, result.errors.join('\n'));
  assert.match(result.errors[0], line);
}

test('without an argument dev explains itself', (context) => {
  const result = new Sandbox(context).dev([]);
  assert.equal(result.status, 0);
  for (const command of ['run', 'build', 'test', 'bench', 'fuzz', 'format', 'bare', 'mutants', 'pictures', 'gallery', 'help']) assert.match(result.output, new RegExp(`\\./dev ${command}`));
});

test('an unknown command is answered with the known ones', (context) => {
  const result = new Sandbox(context).dev(['deploy']);
  assertOneLine(result, /no command 'deploy'.*run build test bench fuzz format bare help mutants pictures gallery/);
  assert.equal(result.status, 2);
});

test('an unknown test part is answered with the known ones', (context) => {
  assertOneLine(new Sandbox(context).dev(['test', 'everything']), /no test part 'everything'.*format types unit corpora conformance page/);
});

test('fuzz refuses a time that is no number, and a name that no fuzzer has', (context) => {
  const sandbox = new Sandbox(context);
  for (const name of ['doc', 'mail']) sandbox.file(`tests/fuzz/fuzz_${name}.cpp`, '');
  assertOneLine(sandbox.dev(['fuzz', '--minutes', 'long']), /whole number of minutes, not 'long'/);
  assertOneLine(sandbox.dev(['fuzz', '--minutes']), /whole number of minutes, not ''/);
  assertOneLine(sandbox.dev(['fuzz', '--hours']), /knows --minutes N, not '--hours'/);
  assertOneLine(sandbox.dev(['fuzz', '60']), /no fuzzer '60'\. There are: doc mail\./);
});

test('fuzz runs on when a program finds something, and sums up', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  sandbox.fake('clang-19', 'exit 0');
  sandbox.fake('clang++-19', 'case "$*" in -dumpversion) echo 19.1.7 ;; --version) echo "clang version 19.1.7" ;; esac');
  const programs = {
    doc: 'echo "x.cpp:3: broken: a == b"; echo "artifact_prefix=\'f/\'; Test unit written to f/doc-crash-1"; exit 77',
    form: 'echo "x.cpp:9: broken: width >= 0"; exit 77',
    mail: 'echo "$@"',
  };
  for (const [name, script] of Object.entries(programs)) {
    sandbox.file(`tests/fuzz/fuzz_${name}.cpp`, '');
    sandbox.file(`build/fuzz/tests/fuzz/fuzz_${name}`, `#!/usr/bin/env bash\n${script}\n`);
    chmodSync(join(sandbox.project, `build/fuzz/tests/fuzz/fuzz_${name}`), 0o755);
  }
  // Made by this toolchain at this place, as far as ./dev can tell; else it would begin anew.
  const fuzz = (/** @type {string[]} */ ...words) => sandbox.dev(['fuzz', ...words]);
  sandbox.file('build/fuzz/.toolchain', `${sandbox.project} clang version 19.1.7`);
  const all = fuzz('--minutes', '2');
  assert.equal(all.status, 1);
  assert.match(all.output, /✓ fuzz mail \(2 min\)/, `the last one ran, after:\n${all.errors.join('\n')}`);
  assert.match(readFileSync(join(sandbox.project, 'build/log/fuzz-mail.log'), 'utf8'), /-max_total_time=120 /);
  const sum = all.errors.slice(all.errors.indexOf('') + 1);
  assert.deepEqual(sum.slice(0, 3), ['✗ doc: x.cpp:3: broken: a == b', '    f/doc-crash-1', '✗ form: x.cpp:9: broken: width >= 0']);
  assert.match(sum[3], /^✗ 2 of 3 fuzzers found something: doc form\./);
  const one = fuzz('mail');
  assert.equal(one.status, 0, one.errors.join('\n'));
  assert.match(one.output, /\n1 of 1 fuzzers found nothing, in \d+ s\.\n$/);
});

test('who is not root is told what to install', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.oldDebian();
  assertOneLine(sandbox.dev(['build']), /Missing: .*cmake 3\.25, ninja.*As root, run: apt-get install .*g\+\+ cmake ninja-build/);
});

test('without apt the missing tools are named', (context) => {
  assertOneLine(new Sandbox(context).dev(['build']), /Missing: a C\+\+20 compiler.*, cmake 3\.25, ninja, curl\. Install it with this system's package manager/);
});

test('a mirror that does not answer is one line', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.oldDebian();
  sandbox.root();
  sandbox.fake('apt-get', 'echo "E: noise" >&2; exit 100');
  assertOneLine(sandbox.dev(['build']), /The package mirror does not answer.*Check the network/);
});

test('a distribution whose tools stay too old is named as that', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.oldDebian();
  sandbox.root();
  sandbox.fake('cmake', 'echo "cmake version 3.18.4"');
  assertOneLine(sandbox.dev(['build']), /This system is too old: its packages don't have .*cmake 3\.25/);
});

test('without network the library that is missing is named', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  assertOneLine(sandbox.dev(['build']), /alpha_1\.tar\.gz can't be downloaded\. Check the network, or .* AUSHANG_SOURCES/);
});

test('an archive with the wrong hash is reported and not used', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  const folder = join(sandbox.folder, 'my archives');
  mkdirSync(folder);
  writeFileSync(join(folder, 'alpha_1.tar.gz'), 'something else');
  const result = sandbox.dev(['build'], {AUSHANG_SOURCES: folder});
  assert.notEqual(result.status, 0);
  assert.equal(result.errors.length, 2);
  assert.match(result.errors[0], /my archives\/alpha_1\.tar\.gz has the wrong SHA-256 and is not used/);
  assert.ok(!existsSync(join(sandbox.cache, 'sources/alpha_1.tar.gz')));
});

test('a download with the wrong hash is reported and not used', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.fake('curl', 'while [ "$1" != --output ]; do shift; done; echo "a login page" >"$2"');
  assertOneLine(sandbox.dev(['build']), /alpha_1\.tar\.gz can't be downloaded \(https:\S+ has the wrong SHA-256\)/);
  assert.ok(!existsSync(join(sandbox.cache, 'sources/alpha_1.tar.gz')));
});

test('an archive from AUSHANG_SOURCES is used', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  const folder = join(sandbox.folder, 'my archives');
  mkdirSync(folder);
  writeFileSync(join(folder, 'alpha_1.tar.gz'), sandbox.archive);
  assert.equal(sandbox.dev(['test', 'native'], {AUSHANG_SOURCES: folder}).status, 0);
  assert.ok(existsSync(join(sandbox.cache, 'sources/alpha_1.tar.gz')));
});

test('without apt and Emscripten the way out is emsdk', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  assertOneLine(sandbox.dev(['test', 'wasm']), /Missing: Emscripten 3\.1\.69 or newer\. Install emsdk/);
});

test('too little room for the private Debian is said before anything is fetched', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  sandbox.oldDebian();
  sandbox.root();
  sandbox.fake('df', 'printf "Filesystem 1024-blocks Used Available Capacity Mounted\\ndisk 9 9 1048576 99%% /\\n"');
  assertOneLine(sandbox.dev(['test', 'wasm']), /needs \d+ MB, but .* has 1024 MB free\. Free some space or set AUSHANG_CACHE/);
});

test('without a Debian mirror the private Debian asks for one', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  sandbox.oldDebian();
  sandbox.fake('apt-get', 'true');
  sandbox.fake('df', 'printf "x\\ndisk 9 9 99999999 1%% /\\n"');
  assertOneLine(sandbox.dev(['test', 'wasm']), /no Debian mirror.*AUSHANG_MIRROR/);
});

test('a private Debian that was not finished is never used', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  sandbox.oldDebian();
  sandbox.root();
  sandbox.fake('df', 'printf "x\\ndisk 9 9 99999999 1%% /\\n"');
  sandbox.fake('mmdebstrap', 'exit 1');
  const leftover = join(sandbox.cache, 'debian-13.making.1');
  mkdirSync(leftover, {recursive: true});
  mkdirSync(join(sandbox.cache, 'debian-13'));
  assertOneLine(sandbox.dev(['test', 'wasm']), /Debian 13 could not be unpacked/);
  assert.ok(!existsSync(leftover));
});

test('a step that fails shows the lines of its log that say why, and where all of it is', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  sandbox.fake('cmake', 'case "$*" in --version) echo 3.31.6 ;; *) for i in {1..50}; do echo "cc -Werror $i.cpp"; done; echo "x.cpp:1:2: error: boom"; for i in {1..50}; do echo "[$i] more"; done; exit 1 ;; esac');
  const result = sandbox.dev(['test', 'native']);
  assert.equal(result.status, 1);
  assert.match(result.errors[0], /^✗ native build \(release\) {2}failed after \d+ s\.$/);
  assert.deepEqual(result.errors.slice(1), ['    x.cpp:1:2: error: boom', '    All of it: build/log/native-build-release.log']);
  assert.match(result.output, /\n0 passed, 1 failed, 0 skipped\n$/);
});

test('a step that fails with a log of a hundred thousand errors still ends as a failed step does', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  sandbox.fake('cmake', 'case "$*" in --version) echo "cmake version 3.31.6" ;; *) for ((i = 0; i < 100000; i++)); do echo "x.cpp:$i: error: boom"; done; exit 1 ;; esac');
  const result = sandbox.dev(['build']);
  assert.equal(result.status, 1);
  assert.deepEqual(result.errors.slice(12), ['    x.cpp:11: error: boom', '    All of it: build/log/native-build-release.log']);
});

test('the last line of a good test run is the sum', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  const result = sandbox.dev(['test', 'native']);
  assert.equal(result.status, 0, result.errors.join('\n'));
  assert.match(result.output, /✓ native build \(release\) {2}\d+ s\n/);
  assert.match(result.output, /\n1 passed, 0 failed, 0 skipped\n$/);
});

test('a second run does not configure again', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  sandbox.dev(['test', 'native']);
  sandbox.dev(['test', 'native']);
  const calls = sandbox.cmakeCalls();
  assert.deepEqual(calls, ['--preset release', '--build --preset release', '--build --preset bench', '--build --preset release', '--build --preset bench']);
});

for (const words of [['build'], ['bench'], ['gallery']]) {
  test(`./dev ${words.join(' ')} builds the tool, then the app, then asks for Node`, (context) => {
    const sandbox = new Sandbox(context);
    sandbox.nativeTools();
    sandbox.sources();
    const result = sandbox.dev(words, sandbox.emscripten());
    assert.match(result.errors.join('\n'), /Missing: Node 18 .*npm/);
    assert.deepEqual(sandbox.cmakeCalls(), ['--preset release', '--build --preset release', '--preset web-app', '--build --preset web-app']);
  });
}

test('./dev test asks for all that is missing before it builds anything', (context) => {
  const sandbox = new Sandbox(context);
  sandbox.nativeTools();
  sandbox.sources();
  assertOneLine(sandbox.dev(['test', 'native', 'page'], sandbox.emscripten()), /Missing: Node 20 .*npm/);
  assert.equal(existsSync(join(sandbox.folder, 'cmake-calls')), false);
});

for (const [words, message] of /** @type {const} */ ([
  [['bare'], /a system, debian-12 or debian-13, not ''/], [['bare', 'debian-11'], /not 'debian-11'/], [['bare', 'debian-12', 'bench'], /runs 'run' or 'test', not 'bench'/],
  [['gallery', '--all'], /--full, --only STATE and --resume, not '--all'/], [['gallery', '--only'], /--only takes names of states/],
  [['test', '--all'], /--full, --only PATTERN and --failed, not '--all'/], [['test', '--only'], /--only takes a pattern/], [['test', '--failed'], /No test failed in the last run/],
])) {
  test(`./dev ${words.join(' ')} says what it takes`, (context) => {
    const result = new Sandbox(context).dev([...words]);
    assertOneLine(result, message);
    assert.equal(result.status, 2);
  });
}

test('a bare system is made of a commit, where there is one', (context) => {
  assertOneLine(new Sandbox(context).dev(['bare', 'debian-12']), /needs git and a commit/);
});

test('the page tests use Chromium without windows where it can be had, unless all of it is wanted', (context) => {
  const sandbox = new Sandbox(context), whole = join(sandbox.bin, 'chromium'), shell = join(sandbox.bin, 'headless');
  sandbox.fake('chromium', 'exit 0');
  sandbox.file('browsers.sh', 'set -euo pipefail; project=$PWD; source tools/dev/steps.sh; source tools/dev/system.sh; source tools/dev/browser.sh\nheadless_shell=$1\nwish() { fail "The package mirror does not answer."; }\nensure_test_chromium\necho "$AUSHANG_CHROMIUM ${AUSHANG_HEADLESS_CHROMIUM:-none}"\n');
  const chosen = (/** @type {Record<string, string>} */ environment = {}) => spawnSync(join(sandbox.bin, 'bash'), ['browsers.sh', shell], { cwd: sandbox.project, encoding: 'utf8', env: { PATH: sandbox.bin, ...environment } }).stdout.trim();
  assert.equal(chosen(), `${whole} none`, 'it can\'t be installed');
  sandbox.fake('headless', 'exit 0');
  assert.equal(chosen(), `${whole} ${shell}`);
  assert.equal(chosen({ AUSHANG_FULL: '1' }), `${whole} none`);
  assert.equal(chosen({ AUSHANG_CHROMIUM: whole }), `${whole} none`);
});
