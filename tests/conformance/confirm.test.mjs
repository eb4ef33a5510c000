// `aushang confirm`: what init guessed, point by point, and one step at a time in the file. What steps promise in any order is
// held in tests/unit/author; here are the command line and the files.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aushang, sample, sharedFile, temporaryFolder, writeFiles } from '../support/project.mjs';

const page = `# A place in logic

You have a master's degree and some research experience.

Send your CV and two reference letters to ann@group.example by 1 March 2027, with [logic-1] in the subject.
`;
/** @typedef {{id: string, kind: string, open: boolean, at: {line: number}, at_page: {line: number, column: number} | null, value?: unknown, level?: string}} Point */

/** A folder `p` with the page and what init makes of it. @param {import('node:test').TestContext} t */
function drafted(t) {
  const folder = writeFiles(temporaryFolder(t), { 'job.md': page });
  assert.equal(aushang(['init', 'job.md', '-o', 'p'], { cwd: folder }).code, 0);
  const file = join(folder, 'p/check.json');
  return {
    folder, file, text: () => readFileSync(file, 'utf8'),
    /** @param {string[]} args @param {string} [input] */
    confirm: (args, input) => aushang(['confirm', 'p', '--today', '2026-11-27', ...args], { cwd: folder, input }),
  };
}
const step = (/** @type {object} */ one) => ['--do', JSON.stringify(one)];
const points = (/** @type {string} */ out) => /** @type {Point[]} */ (JSON.parse(out).points);

test('the points of a draft are listed, each with its places; nothing is changed', (t) => {
  const { confirm, text } = drafted(t);
  const before = text();
  const { code, out, err } = confirm([]);
  assert.deepEqual([code, err], [0, '']);
  const all = JSON.parse(out);
  assert.deepEqual(Object.keys(all), ['file', 'page', 'sha256', 'lang', 'points', 'positions', 'clauses', 'missing', 'doubts']);
  assert.deepEqual([all.file, all.page, all.lang], [join('p', 'check.json'), join('p', 'posting.md'), 'en']);
  assert.deepEqual(points(out).map((one) => one.id), ['address', 'tag', 'deadline', 'document:cv', 'document:reference_letters', 'question:has_degree', 'question:has_experience', 'rule:asked']);
  const lines = before.split('\n');
  for (const one of points(out)) {
    assert.ok(one.open, one.id);
    assert.ok(one.kind === 'rule' || (one.at_page && [3, 5].includes(one.at_page.line)), one.id);
    assert.ok(one.at.line > 0 && one.at.line <= lines.length);
  }
  const tag = points(out)[1];
  assert.deepEqual(tag, { id: 'tag', kind: 'tag', value: '[logic-1]', mode: 'contains', choices: ['[logic-1]'], open: true, why: 'line 5', at: tag.at, at_page: { line: 5, column: tag.at_page?.column }, doubts: [] });
  assert.match(lines[tag.at.line - 1], /logic-1/);
  assert.equal(text(), before);
});

test('step by step nothing is left to confirm, and check says so', (t) => {
  const { folder, confirm, text } = drafted(t);
  const check = () => aushang(['check', 'p', '--today', '2026-11-27'], { cwd: folder });
  const build = (/** @type {string[]} */ ...more) => aushang(['build', 'p', '-o', 'site', '--no-app', '--today', '2026-11-27', ...more], { cwd: folder });
  const open = points(confirm([]).out).filter((one) => one.open).length, left = `p/check.json: ${open} guesses of init still to be confirmed`;
  assert.ok(open > 5 && check().err.startsWith(left), check().err);
  assert.ok(build().err.startsWith(left), 'whoever puts it up should know as well');
  assert.equal(build('--quiet').err, '');
  for (const one of points(confirm([]).out)) {
    const { code, out, err } = confirm(step({ do: 'keep', point: one.id }));
    assert.deepEqual([code, err], [0, '']);
    assert.equal(points(out).find((now) => now.id === one.id)?.open, false);
  }
  assert.doesNotMatch(text(), /\$comment/);
  assert.deepEqual(check(), { code: 0, out: 'No errors, no warnings.\n', err: '' });
});

test('a step from standard input changes one value, and prints the points as they are then', (t) => {
  const { confirm, text } = drafted(t);
  const before = text();
  const { code, out } = confirm(['--do', '-'], JSON.stringify({ do: 'change', point: 'document:cv', set: { required: 'optional' }, was: { required: 'yes' } }, null, 2));
  assert.equal(code, 0);
  assert.equal(text(), before.replace(/ +"\$comment": "Confirm: line 5",\n( +"id": "cv",[^}]*"required": )"yes"/, '$1"optional"'));
  // The same as without a step, and what the step was done on.
  const hash = (/** @type {string} */ one) => createHash('sha256').update(one).digest('hex'), now = confirm([]).out;
  assert.equal(out, now.replace(/"sha256": .*\n/, (line) => `${line}  "sha256_before": "${hash(before)}",\n`));
  assert.equal(JSON.parse(now).sha256, hash(text()));
});

test('a step that can\'t be done is a sentence on standard error, and writes nothing', (t) => {
  const { confirm, text, file } = drafted(t);
  const before = text(), { mtimeMs } = statSync(file);
  /** @type {[string, RegExp][]} */
  const cases = [
    ['{"do": "keep", "point": "nobody"}', /^check\.json has no "nobody", or not any more\. Look at it again\.\n$/],
    ['{"do": "drop", "point": "address"}', /^nobody can apply: [^\n]*\n$/],
    ['{"do": "change", "point": "tag", "set": {"value": "[x]"}, "was": {"value": "[y]"}}', /^check\.json has changed meanwhile: its "value" is "\[logic-1\]" there, not "\[y\]"\. Look at it again\.\n$/],
    ['{"do": "change", "point": "document:cv", "set": {"stage": "soon", "required": "no"}}', /^[^\n]*"soon"[^\n]*\n[^\n]*"no"[^\n]*\n$/],
    ['{"do": "add", "kind": "note", "quote": "e"}', /^"e" is on the page \d+ times \(lines 1, 3 and 5\); mark a few words more/],
    ['{"do": "keep"', /^the file ends here/],
    ['', /^the file is empty/],
  ];
  for (const [json, message] of cases) {
    const { code, out, err } = confirm(['--do', json]);
    assert.deepEqual([code, out], [1, ''], json);
    assert.match(err, message);
  }
  assert.equal(text(), before);
  assert.equal(statSync(file).mtimeMs, mtimeMs);
  const kept = confirm(step({ do: 'change', point: 'tag', set: { value: '[x]' } })).out;
  assert.match(kept, /"value": "\[x\]"/);
  assert.notEqual(statSync(file).mtimeMs, mtimeMs);
});

test('a page or a check.json that can\'t be read, and wrong calls', (t) => {
  const { folder, file, confirm } = drafted(t);
  for (const args of [['confirm'], ['confirm', 'p', 'q'], ['confirm', 'p', '--today', 'soon'], ['confirm', 'p', '--do'], ['confirm', 'p', '--dont', 'x']])
    assert.equal(aushang(args, { cwd: folder }).code, 2, args.join(' '));
  assert.match(aushang(['confirm', 'q'], { cwd: folder }).err, /there is no such folder/);
  writeFileSync(file, '[]\n');
  assert.match(confirm([]).err, /^p.check\.json:1:1: /);
  writeFileSync(file, '{"version": 1,\n"apply": {"to": ["a@b.example"],}}\n');
  for (const args of [[], step({ do: 'keep', point: 'address' })]) {
    const { code, out, err } = confirm(args);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^p.check\.json:2:\d+: json-syntax: this comma is one too many/);
  }
  assert.equal(readFileSync(file, 'utf8'), '{"version": 1,\n"apply": {"to": ["a@b.example"],}}\n');
  renameSync(file, `${file}.old`);
  assert.equal(confirm([]).code, 1);
});

test('a file that check finds errors in is mended by steps', (t) => {
  const { file, confirm } = drafted(t);
  writeFileSync(file, '{"version": 1, "apply": {"to": ["ann"]},\r\n "materials": [{"id": "cv", "kind": "vita", "stage": "now", "required": "yes", "label": "CV"}]}');
  const all = JSON.parse(confirm([]).out).points;
  assert.deepEqual(all.map((/** @type {{id: string, doubts: string[]}} */ one) => [one.id, one.doubts.length]), [['address', 1], ['document:cv', 1]]);
  assert.equal(confirm(step({ do: 'change', point: 'address', set: { value: 'ann@group.example' } })).code, 0);
  assert.equal(confirm(step({ do: 'change', point: 'document:cv', set: { material: 'cv' } })).code, 0);
  assert.equal(readFileSync(file, 'utf8'), '{"version": 1, "apply": {"to": ["ann@group.example"]},\r\n "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"}]}');
});

test('the file\'s mode stays, and so does a link to it; nothing is left beside it', { skip: process.platform === 'win32' }, (t) => {
  const { folder, file, confirm } = drafted(t);
  mkdirSync(join(folder, 'elsewhere'));
  const target = join(folder, 'elsewhere/rules.json');
  renameSync(file, target);
  symlinkSync('../elsewhere/rules.json', file);
  chmodSync(target, 0o640);
  assert.equal(confirm(step({ do: 'keep', point: 'tag' })).code, 0);
  assert.ok(lstatSync(file).isSymbolicLink());
  assert.equal(statSync(target).mode & 0o777, 0o640);
  assert.doesNotMatch(readFileSync(target, 'utf8'), /tag \[logic-1\]/);
  assert.deepEqual([readdirSync(join(folder, 'p')).sort(), readdirSync(join(folder, 'elsewhere'))], [['check.json', 'posting.md'], ['rules.json']]);
});

test('the site\'s configuration is read, without a word about it', (t) => {
  const folder = writeFiles(temporaryFolder(t), { '_config.yml': 'title: Logic Group\nlang: de\n', 'job.md': page });
  assert.equal(aushang(['init', 'job.md', '-o', 'p'], { cwd: folder }).code, 0);
  const { out, err } = aushang(['confirm', 'p', '--today', '2026-11-27'], { cwd: folder });
  assert.deepEqual([JSON.parse(out).lang, err], ['de', '']);
  assert.equal(points(out).find((one) => one.id === 'organization')?.value, 'Logic Group');
  assert.equal(aushang(['confirm', 'p', ...step({ do: 'keep', point: 'x' })], { cwd: folder }).err.split('\n').length, 2);
  assert.equal(JSON.parse(aushang(['confirm', 'p', '--no-config'], { cwd: folder }).out).lang, 'en');
});

test('where no file can be written beside it, it stays as it was', (t) => {
  const { folder, confirm, text } = drafted(t);
  const before = text();
  mkdirSync(join(folder, 'p/.check.json.new/in-the-way'), { recursive: true });
  const { code, out, err } = confirm(step({ do: 'keep', point: 'tag' }));
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /can't write this file/);
  assert.equal(text(), before);
  assert.ok(existsSync(join(folder, 'p/.check.json.new/in-the-way')));
});

const postings = sharedFile('postings');
test('real pages: what init guesses is listed, and after a few steps check passes', { skip: postings === null && 'no folder with real postings' }, (t) => {
  const all = readdirSync(/** @type {string} */ (postings)).filter((name) => name.endsWith('.md'));
  assert.ok(all.length >= 20);
  const pages = sample(all, 6);
  let taken = 0;
  pages.forEach((name, number) => {
    const folder = join(temporaryFolder(t), 'p');
    assert.equal(aushang(['init', join(/** @type {string} */ (postings), name), '-o', folder]).code, 0, name);
    const listed = aushang(['confirm', folder]);
    assert.equal(listed.code, 0, name + listed.err);
    const found = points(listed.out);
    for (let i = 0; i < 3; ++i) {
      const one = found[(number * 7 + i * 5) % found.length];
      const { code } = aushang(['confirm', folder, ...step({ do: ['keep', 'drop', 'keep'][i], point: one.id })]);
      if (code === 0) taken += 1;
    }
    assert.equal(aushang(['check', folder]).code, 0, name);
  });
  assert.ok(taken > pages.length * 2, `${taken} steps`);
});
