// `aushang render`: safe for any input, whatever its size and shape. Left to `--full`: every such input in every form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aushang, combinations, full, sharedFile, temporaryFolder, writeFiles } from '../support/project.mjs';

const size = full ? 5 << 20 : 1 << 20;
const inputs = {
  empty: '',
  blank: '\n\n \n',
  'megabytes of prose': 'A sentence of a posting, with *some* [markup](x) in it.\n\n'.repeat(size / 57),
  'megabytes in one line': 'word '.repeat(size / 5),
  'megabytes of asterisks': '*'.repeat(size),
  'ten thousand quotes deep': '> '.repeat(10_000) + 'bottom',
  'ten thousand lists deep': Array.from({ length: 10_000 }, (_, i) => ' '.repeat(Math.min(2 * i, 200)) + '- x').join('\n'),
  'ten thousand brackets deep': '['.repeat(10_000) + 'x' + ']'.repeat(10_000),
  'ten thousand html elements deep': '<div>'.repeat(10_000) + 'bottom',
  'unclosed everything': '```\n<!-- {% raw %} [x](<y "z',
};

for (const { input: [name, input], to } of combinations({ input: Object.entries(inputs), to: ['text', 'json', 'html'] })) {
  test(`render --to ${to}: ${name}`, (t) => {
    const folder = writeFiles(temporaryFolder(t), { 'page.md': input });
    const { code, err } = aushang(['render', 'page.md', '--to', to], { cwd: folder, timeout: 60_000 });
    assert.equal(code, 0, err.slice(0, 500));
  });
}

test('a binary file is refused in one clear line', (t) => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) & 255));
  const folder = writeFiles(temporaryFolder(t), { 'page.md': bytes });
  const { code, err } = aushang(['render', 'page.md'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /^page\.md: not-text: .+\n$/);
});

test('a page in another encoding is refused with its place and what to do', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'page.md': Buffer.from([0x61, 0x0a, 0x62, 0xfc, 0x63]) });
  const { code, err } = aushang(['render', 'page.md'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /^page\.md:2:2: not-utf8: .*UTF-8.*\n$/);
});

const scripts = [
  'javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java&#9;script:alert(1)', 'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)', '&#106;avascript:alert(1)', '&#x6A;avascript:alert(1)', 'javascript&colon;alert(1)', 'javascript&#58;alert(1)', '\\javascript:alert(1)',
  '&#1;javascript:alert(1)', 'javascript://x/%0Aalert(1)', 'vbscript:x', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml,x', 'file:///etc/passwd', 'blob:x',
];
for (const url of scripts) {
  test(`never a link: ${JSON.stringify(url)}`, () => {
    const ways = [`[x](${url})`, `[x](<${url}>)`, `[r]\n\n[r]: ${url}`, `[s]\n\n[s]: <${url}>`, `![x](${url})`, `<${url}>`, `<a href="${url}">x</a>`, `<div><a href='${url}'>x</a></div>`];
    const { out } = aushang(['render', '-'], { input: [...ways, '[x](https://good.example/)'].join('\n\n') });
    const targets = [...out.matchAll(/<[^>]*?\b(?:href|src)=("([^"]*)")?/g)].map(([, , target]) => target ?? '&');
    assert.ok(targets.includes('https://good.example/'), 'links are seen here');
    for (const target of targets) {
      assert.doesNotMatch(target, /&(?!(amp|lt|gt|quot);)/, `an address stands in quotes, and nothing in it is left to be decoded: ${out}`);
      const parsed = new URL(target.replace(/&amp;/g, '&'), 'https://base.example/');
      assert.ok(['https:', 'http:', 'mailto:', 'tel:'].includes(parsed.protocol), `${target} in ${out}`);
    }
    assert.doesNotMatch(out, /<script|<iframe|onerror/i);
  });
}

test('raw HTML never reaches a page, its words do', () => {
  const { out } = aushang(['render', '-'], { input: 'before\n\n<div onclick="x"><p>kept <b>words</b></p><script>gone()</script></div>\n\n<!-- hidden -->\n\nafter <span style="x">inline</span>\n' });
  assert.doesNotMatch(out, /<div|<script|<span|<!--|onclick|gone|hidden/);
  for (const word of ['before', 'kept', 'words', 'after', 'inline']) assert.ok(out.includes(word), word);
});

test('the seed page renders whole', (t) => {
  const seed = sharedFile('seed/phd_2.md');
  if (!seed) return t.skip('no shared folder with real pages');
  const { code, out, err } = aushang(['render', seed, '--to', 'text']);
  assert.equal(code, 0);
  assert.equal(err, '');
  assert.match(out, /with the subject containing \[apply-phd-ot\]/);
  assert.doesNotMatch(out, /permalink|layout: page/);
});
