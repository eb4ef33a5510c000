// `aushang mail`: random drafts through the mailto link, read back by WHATWG URL. tests/fuzz/fuzz_mail.cpp asks the same of any text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aushang, full, randomNumbers, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

const tags = ['[apply-phd-ot]', '[a&b]', '[100%]', '#7 + x', '[ü]', 'plain', '[a?b=c]', '"quoted"', '[x]%5B', "it's (here)!*"];
const recipients = [['jobs@group.example'], ['a+b@group.example', 'c@d.example'], ["o'hara.x@group.example"], ['a&b=c@group.example']];
const copies = [undefined, ['office@group.example'], ['x@y.example', 'z+1@y.example']];
const pieces = ['a', 'Z', 'ä', 'ß', '名', '😀', ' ', '  ', '\n', '\r\n', '\r', '\t', '&', '=', '?', '#', '+', '%', '%20', '%0D%0A', '"', "'", '<', '>', '[', ']', ',', ';', ':', '@', '/', '\\',
  '&bcc=x@y.example', '\nBcc: x@y.example', '\r\nTo: evil@y.example', '\u2028', '\u0085', '\u0000', '\u0007', '\u202e', 'subject=', 'body=', '{title}', '{name}'];

/**
 * A mailto link taken apart by the platform's own URL parser.
 * @param {string} link
 */
function parts(link) {
  const url = new URL(link);
  assert.equal(url.protocol, 'mailto:');
  assert.equal(url.hash, '');
  /** @type {Record<string, string>} */
  const fields = {};
  for (const pair of url.search.slice(1).split('&')) {
    const [name, value] = pair.split('=');
    assert.ok(!(name in fields), `${name} twice`);
    fields[name] = decodeURIComponent(value);
  }
  return { to: url.pathname.split(',').map(decodeURIComponent), fields };
}

/** The draft as `--as text` prints it. @param {string} text */
function headersAndBody(text) {
  const end = text.indexOf('\n\n');
  /** @type {Record<string, string>} */
  const headers = {};
  for (const line of text.slice(0, end).split('\n')) {
    const colon = line.indexOf(': ');
    headers[line.slice(0, colon)] = line.slice(colon + 2);
  }
  return { headers, body: text.slice(end + 2) };
}

const drafts = full ? 2000 : 30;
test(`${drafts} random drafts: fields equal, the tag always in the subject, no header gained`, (t) => {
  const folder = temporaryFolder(t);
  const random = randomNumbers(6068);
  const words = () => Array.from({ length: random.below(12) }, () => random.pick(pieces)).join('');
  let checked = 0;
  const postings = tags.map((tag, i) => {
    const apply = { to: random.pick(recipients), cc: random.pick(copies) ?? [], subject: { contains: tag } };
    const materials = [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV & links' }, { id: 'thesis', kind: 'thesis', stage: 'now', required: 'if_any', label: 'Thesis' }];
    writeFiles(folder, { [`p${i}/posting.md`]: `# A title & ${tag.replace(/([\\[\]<>*_`#!"'])/g, '\\$1')}\n`, [`p${i}/check.json`]: smallCheck({ apply, materials }) });
    return { folder: `p${i}`, tag, apply };
  });
  while (checked < drafts) {
    const posting = postings[checked % postings.length];
    const answers = JSON.stringify({ version: 1, answers: {}, words: { name: words(), place: words(), why: words(), links: words() } });
    const attached = random.below(2) ? ['--attach', 'Doe_CV.pdf', '--attach', `x${random.pick(['&', '=', ' ', 'ä', '%'])}y.pdf`] : [];
    const language = random.pick(['en', 'de']);
    const call = (/** @type {string} */ as) =>
      aushang(['mail', posting.folder, '--answers', '-', '--as', as, '--lang', language, ...attached], { cwd: folder, input: answers });
    const [link, text] = [call('mailto'), call('text')];
    assert.equal(link.code, 0, link.err);
    assert.equal(link.out, link.out.trimEnd() + '\n');
    const { to, fields } = parts(link.out.trimEnd());
    const { headers, body } = headersAndBody(text.out);
    assert.deepEqual(to, posting.apply.to);
    assert.deepEqual(Object.keys(fields), posting.apply.cc.length ? ['cc', 'subject', 'body'] : ['subject', 'body']);
    assert.deepEqual(Object.keys(headers), posting.apply.cc.length ? ['To', 'Cc', 'Subject'] : ['To', 'Subject']);
    assert.equal(fields.cc ?? '', posting.apply.cc.join(','));
    assert.equal(fields.subject, headers.Subject);
    assert.ok(fields.subject.includes(posting.tag), fields.subject);
    assert.doesNotMatch(fields.subject, /[\u0000-\u001f\u007f\u0085\u2028]/);
    assert.equal(fields.body.replaceAll('\r\n', '\n'), body);
    assert.doesNotMatch(fields.body.replaceAll('\r\n', ''), /[\r\n\u0000-\u0008]/);
    if (attached.length) assert.match(fields.body, /- CV & links \(Doe_CV\.pdf\)/);
    ++checked;
  }
});

test('the link of the example is exact to RFC 6068', () => {
  const { out, code } = aushang(['mail', 'assets/postings/phd-ot', '--answers', '-', '--as', 'mailto'], { input: '{"version": 1, "answers": {}, "words": {"name": "Ann Doe"}}' });
  assert.equal(code, 0);
  assert.ok(out.startsWith('mailto:zplusj@gmail.com?subject=%5Bapply-phd-ot%5D%20Application%20from%20Ann%20Doe&body=Hello%2C%0D%0A%0D%0A'), out.slice(0, 200));
  assert.doesNotMatch(out, /[+\s\[\]](?!$)/);
});

test('what is required and missing is said, and the draft comes all the same', () => {
  const { out, err, code } = aushang(['mail', 'assets/postings/phd-ot', '--answers', '-', '--as', 'text', '--attach', 'Doe_CV.pdf'], { input: '{"version": 1, "answers": {}}' });
  assert.equal(code, 0);
  assert.match(out, /^- CV with links.*\(Doe_CV\.pdf\)$/m);
  assert.match(err, /not attached yet: Transcripts/);
  assert.doesNotMatch(err, /CV/);
});

test('where mail is refused no draft is made', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'p/posting.md': '# x\n', 'p/check.json': smallCheck({ apply: { portal: 'https://jobs.example/7' } }) });
  const { out, err, code } = aushang(['mail', 'p', '--answers', '-', '--as', 'mailto'], { cwd: folder, input: '{"version": 1, "answers": {}}' });
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(err, /https:\/\/jobs\.example\/7/);
});
