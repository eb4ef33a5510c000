// The command line as people meet it: help, mistakes, exit codes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { aushang, smallCheck, temporaryFolder, tool, writeFiles } from '../support/project.mjs';

for (const command of ['check', 'extract', 'init', 'confirm', 'build', 'render', 'verdict', 'mail', 'logic']) {
  test(`${command} --help teaches`, () => {
    const { code, out, err } = aushang([command, '--help']);
    assert.equal(code, 0);
    assert.equal(err, '');
    for (const part of [`aushang ${command}`, 'Exit code', 'Example']) assert.ok(out.includes(part), part);
    assert.equal(aushang(['help', command]).out, out);
  });
}

test('wrong calls exit 2 and say how to go on', () => {
  for (const args of [[], ['chek', 'x'], ['check'], ['check', '--jsno', 'x'], ['build', 'x'], ['build', '-o', 'y'], ['extract'], ['init'], ['init', '-'], ['confirm'], ['confirm', 'x', 'y'], ['extract', 'x', '--today', 'soon'], ['render'], ['render', '--to', 'pdf', 'x'],
    ['render', '--commonmark', '--gfm', 'x'], ['verdict', 'x'], ['verdict', 'x', '--answers', 'y', '--today', 'soon'], ['mail', 'x', '--answers', 'y'], ['mail', 'x', '--answers', 'y', '--as', 'fax'],
    ['logic', 'x'], ['render', '--to']]) {
    const { code, out, err } = aushang(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(args.length ? err : out, /--help/);
  }
  assert.match(aushang(['chek']).err, /did you mean "check"\?/);
  assert.match(aushang(['check', '--jsno', 'x']).err, /did you mean --json\?/);
});

test('five mistakes in check.json are five errors with places', () => {
  const { code, out } = aushang(['check', 'tests/fixtures/mistakes']);
  assert.equal(code, 1);
  const errors = out.trimEnd().split('\n').filter((line) => !line.includes(': warning: '));
  assert.equal(errors.length, 5, out);
  const file = 'tests/fixtures/mistakes/check\\.json';
  const expected = [
    `${file}:4:12: bad-address: .*\\[\\$\\.apply\\.to\\[0\\]\\]$`,
    `${file}:11:31: quote-ambiguous: .*2.*\\[\\$\\.clauses\\[0\\]\\.quote\\]$`,
    `${file}:11:\\d+: unknown-name: .*did you mean "masters".*`,
    `${file}:12:35: quote-not-found: .*\\[\\$\\.clauses\\[1\\]\\.quote\\]$`,
    `${file}:12:\\d+: logic-[a-z-]+: .*"?\\+"?.*`,
  ];
  for (const pattern of expected) assert.ok(errors.some((line) => new RegExp('^' + pattern).test(line)), `${pattern}\n${out}`);
});

test('check --json gives the same as data', () => {
  const { code, out } = aushang(['check', 'tests/fixtures/mistakes', '--json']);
  assert.equal(code, 1);
  const all = JSON.parse(out);
  assert.equal(all.filter((/** @type {any} */ one) => one.severity === 'error').length, 5);
  for (const one of all) assert.deepEqual(Object.keys(one), ['severity', 'file', 'line', 'column', 'code', 'path', 'message']);
});

test('the example is clean', () => {
  const { code, out } = aushang(['check', 'assets/postings/phd-ot']);
  assert.equal(out, 'No errors, no warnings.\n');
  assert.equal(code, 0);
});

test('a folder without a posting, with too many, or without check.json is said', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'empty/x.txt': '', 'two/a.md': 'a', 'two/b.md': 'b', 'two/check.json': smallCheck(), 'bare/posting.md': '# x' });
  for (const [name, code] of [['absent', 'no-folder'], ['empty', 'no-posting'], ['two', 'which-posting'], ['bare', 'no-check']]) {
    const result = aushang(['check', name], { cwd: folder });
    assert.equal(result.code, 1);
    assert.match(result.out, new RegExp(`^${name}[^:]*: ${code}: `), result.out);
  }
});

test('a broken check.json names the line', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'p/posting.md': '# x', 'p/check.json': '{\n  "version": 1,\n  "apply" {}\n}' });
  assert.match(aushang(['check', 'p'], { cwd: folder }).out, /^p\/check\.json:3:10: json-syntax: a colon is missing/);
});

test('the verdict follows the answers', () => {
  /** @param {object} answers @param {string[]} [more] */
  const verdict = (answers, more = []) => {
    const { code, out, err } = aushang(['verdict', 'assets/postings/phd-ot', '--answers', '-', ...more], { input: JSON.stringify({ version: 1, answers }) });
    assert.equal(code, 0, err);
    return JSON.parse(out);
  };
  const nothing = verdict({});
  assert.equal(nothing.outcome, 'open');
  assert.deepEqual(nothing.ask, ['field', 'masters', 'did_research', 'has_reports', 'did_industry']);
  assert.equal(nothing.at_most, 5);
  assert.deepEqual(nothing.criteria.map((/** @type {any} */ c) => [c.id, c.value]), [['field_fits', 'unknown'], ['route', 'unknown']]);

  assert.equal(verdict({ field: ['ml'], masters: 'yes', did_research: true, has_reports: true }).outcome, 'meets');
  assert.deepEqual(verdict({ field: ['ml'], did_industry: true }).ask, [], 'one route is enough: nothing else is asked');
  assert.equal(verdict({ field: ['ml'], did_industry: true }).outcome, 'meets');
  assert.equal(verdict({ field: [] }).outcome, 'not_yet');
  assert.equal(verdict({ field: ['math'], masters: 'expected', did_industry: false }).outcome, 'not_yet');
  assert.equal(verdict({ field: ['math'], masters: { unknown: 'not_sure' }, did_industry: { unknown: 'declined' } }).outcome, 'open');
  assert.deepEqual(verdict({ field: [] , masters: 'yes', did_research: true, has_reports: true }).would_change,
    [[{ question: 'field', to: ['ml'] }], [{ question: 'field', to: ['math'] }]]);
});

test('answers that cannot be are errors with places', () => {
  const { code, out, err } = aushang(['verdict', 'assets/postings/phd-ot', '--answers', '-'], {
    input: '{"version": 1, "answers": {\n  "masters": "maybe",\n  "field": ["ml", "art"],\n  "did_reserch": true}}' });
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.deepEqual(err.trimEnd().split('\n').map((line) => line.split(':').slice(1, 2).join()), ['2', '3', '4']);
  assert.match(err, /did you mean "did_research"/);
});

test('a deadline in the past is said when a day is given', (t) => {
  const apply = { to: ['a@group.example'], deadline: { date: '2026-03-01', time: '12:00', zone: 'Europe/Berlin' } };
  const folder = writeFiles(temporaryFolder(t), { 'p/posting.md': '# x', 'p/check.json': smallCheck({ apply }) });
  for (const [today, passed] of [['2026-03-01', false], ['2026-03-02', true]]) {
    const { out } = aushang(['verdict', 'p', '--answers', '-', '--today', String(today)], { cwd: folder, input: '{"version": 1, "answers": {}}' });
    assert.equal(JSON.parse(out).deadline_passed, passed);
  }
});

test('check and build warn of a deadline that is over, by the day that is said or this machine\'s, until the page says that it is closed', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    'p/posting.md': '# x\n', 'p/check.json': smallCheck({ apply: { to: ['a@group.example'], deadline: { date: '2020-03-01' } } }),
    'q/posting.md': '# x\n', 'q/check.json': smallCheck({ apply: { to: ['a@group.example'], deadline: { date: '2020-03-01' }, closed: true } }),
    'r/posting.md': '---\ntitle: x\npublished: false\n---\ntext\n', 'r/check.json': smallCheck(),
  });
  const said = (/** @type {string[]} */ ...args) => { const { out, err } = aushang(args, { cwd: folder }); return out + err; };
  assert.match(said('check', 'p'), /^p\/check\.json:\d+:\d+: deadline-over: .*2020-03-01/m);
  assert.match(said('build', 'p', '--no-app', '-o', 'dist'), /deadline-over/);
  assert.doesNotMatch(said('check', 'p', '--today', '2020-03-01'), /deadline-over/);
  assert.doesNotMatch(said('check', 'q'), /deadline-over/);
  assert.match(said('check', 'r'), /^r\/posting\.md:3:1: not-published: /m);
  for (const command of ['check', 'build']) assert.equal(aushang([command, 'p', '--today', 'soon', '-o', 'dist'].slice(0, command === 'check' ? 4 : 6), { cwd: folder }).code, 2);
  assert.match(aushang(['mail', 'q', '--answers', '-', '--as', 'text'], { cwd: folder, input: '{"version": 1, "answers": {}}' }).err, /filled or withdrawn/);
  assert.equal(JSON.parse(aushang(['verdict', 'q', '--answers', '-'], { cwd: folder, input: '{"version": 1, "answers": {}}' }).out).closed, true);
});

test('with --quiet, check and build say what is wrong and nothing else', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    'p/_config.yml': 'lang: en\n', 'p/posting.md': '# x\n', 'p/check.json': smallCheck({ materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] }),
    'q/posting.md': '# x\n', 'q/check.json': smallCheck({ apply: { to: ['a@group.example'], deadline: { date: '2020-03-01' } } }),
  });
  const said = (/** @type {string[]} */ ...args) => { const { out, err } = aushang(args, { cwd: folder }); return out + err; };
  assert.match(said('check', 'p'), /^No errors, no warnings\.\n.*_config\.yml: read /);
  assert.equal(said('check', 'p', '--quiet'), '');
  assert.match(said('build', 'p', '--no-app', '-o', 'loud'), /1 posting/);
  assert.equal(said('build', 'p', '--no-app', '-o', 'quiet', '--quiet'), '');
  assert.match(said('check', 'q', '--quiet'), /deadline-over/);
  assert.equal(aushang(['build', 'absent', '--no-app', '-o', 'none', '--quiet'], { cwd: folder }).code, 1);
});

test('only on a terminal are findings in colours, and there only for those who want them', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'p/posting.md': '# x\n', 'p/check.json': smallCheck({ more: 1 }) });
  /** What a terminal is sent; `pty` is one. @param {NodeJS.ProcessEnv} env @param {string[]} words */
  const onTerminal = (env, ...words) => spawnSync('python3', ['-c', 'import pty, sys; pty.spawn(sys.argv[1:])', tool, ...words], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '', TERM: 'xterm', ...env } }).stdout.replaceAll('\r\n', '\n');
  const bare = (/** @type {string} */ text) => text.replace(/\x1b\[[0-9;]*m/g, '');
  for (const words of [['check', 'p'], ['build', 'p', '--no-app', '-o', 'dist']]) {
    const { out, err } = aushang(words, { cwd: folder });
    assert.match(onTerminal({}, ...words), /^\x1b\[1mp\/check\.json:1:\d+\x1b\[0m: \x1b\[1;31munknown-key\x1b\[0m: /);
    for (const text of [bare(onTerminal({}, ...words)), onTerminal({ NO_COLOR: '1' }, ...words), onTerminal({ TERM: 'dumb' }, ...words)]) assert.equal(text, out + err);
  }
});
