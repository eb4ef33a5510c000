// `aushang build`: all of the site or none of it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { filesOfZip } from '../../package/serve/zip.js';
import { aushang, full, project, run, sharedFile, smallCheck, temporaryFolder, tool, writeFiles } from '../support/project.mjs';

/** Builds pages without the app, so that it makes no difference whether that was built. @param {string[]} args @param {Parameters<typeof aushang>[1]} [options] */
const build = (args, options) => aushang(['build', '--no-app', ...args], options);

/** Every file below a folder with its bytes. @param {string} folder @returns {Record<string, string>} */
function snapshot(folder, prefix = '') {
  return Object.assign({}, ...readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? snapshot(path, `${prefix}${name}/`) : { [prefix + name]: readFileSync(path, 'latin1') };
  }));
}

/** The names of a site's files, without those that are packed, and those that every site has for servers. @param {string} folder */
const names = (folder) => Object.keys(snapshot(folder)).filter((name) => !/\.(br|gz)$|^hosting\//.test(name)).map((name) => name.replace(/^v\/[0-9a-f]{16}\//, 'v/…/')).sort();

test('one posting becomes a page in each language of the interface, and its style sheet', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': '# Job\n', 'job/check.json': smallCheck() });
  const { code, out, err } = build(['job', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 0, err);
  assert.match(out, /^dist: 1 posting, \d+ files, \d+ bytes\n$/);
  assert.deepEqual(names(join(folder, 'dist')), ['.aushang', 'accessibility/de/index.html', 'accessibility/en/index.html', 'de/index.html', 'index.html', 'privacy/de/index.html', 'privacy/en/index.html', 'sw.js', 'v/…/aushang.css', 'v/…/icon.svg', 'version.txt']);
});

test('a build is the same bytes each time', (t) => {
  const folder = temporaryFolder(t);
  for (const out of ['a', 'b']) assert.equal(build(['assets/postings/phd-ot', '-o', join(folder, out)]).code, 0);
  assert.deepEqual(snapshot(join(folder, 'a')), snapshot(join(folder, 'b')));
});

test('an old output is replaced whole', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': '# One\n', 'job/check.json': smallCheck() });
  assert.equal(build(['job', '-o', 'dist'], { cwd: folder }).code, 0);
  writeFiles(folder, { 'dist/left-over.html': 'x', 'job/posting.md': '# Two\n' });
  assert.equal(build(['job', '-o', 'dist'], { cwd: folder }).code, 0);
  const now = snapshot(join(folder, 'dist'));
  assert.ok(!('left-over.html' in now));
  assert.match(now['index.html'], /<h1[^>]*>Two<\/h1>/);
  assert.deepEqual(readdirSync(folder).sort(), ['dist', 'job'], 'nothing is left beside it');
});

test('a version has a folder of its own, and the one before it stays for pages that are open', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': '# One\n', 'job/check.json': smallCheck() });
  const dist = join(folder, 'dist'), current = () => readFileSync(join(dist, 'version.txt'), 'utf8').trim();
  const made = (/** @type {string} */ text) => {
    writeFiles(folder, { 'job/posting.md': text });
    assert.equal(build(['job', '-o', 'dist'], { cwd: folder }).code, 0);
    return { version: current(), all: readdirSync(join(dist, 'v')).sort(), page: readFileSync(join(dist, 'index.html'), 'utf8') };
  };
  const first = made('# One\n');
  assert.deepEqual(first.all, [first.version]);
  assert.deepEqual(made('# One\n'), first, 'the same site is the same version');
  const style = snapshot(join(dist, 'v', first.version));
  const second = made('# Two\n');
  assert.notEqual(second.version, first.version, 'a page alone makes a version');
  assert.deepEqual(second.all, [first.version, second.version].sort());
  assert.deepEqual(snapshot(join(dist, 'v', first.version)), style, 'as it was');
  assert.ok(second.page.includes(`v/${second.version}/aushang.css`) && !second.page.includes(first.version));
  assert.deepEqual(made('# Two\n'), second, 'building it again keeps both');
  const third = made('# Three\n');
  assert.deepEqual(third.all, [second.version, third.version].sort(), 'one of old is enough');
});

test('with any error nothing changes', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    'good/posting.md': '# Good\n', 'good/check.json': smallCheck(), 'bad/posting.md': '# Bad\n', 'bad/check.json': '{"version": 1, "aply": {}}',
  });
  assert.equal(build(['good', '-o', 'dist'], { cwd: folder }).code, 0);
  const before = snapshot(join(folder, 'dist'));
  const { code, err } = build(['good', 'bad', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /^bad\/check\.json:1:\d+: unknown-key: /m);
  assert.match(err, /Nothing was built; dist is unchanged\./);
  assert.deepEqual(snapshot(join(folder, 'dist')), before);
});

test("a folder that aushang didn't make is never touched", (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': '# Job\n', 'job/check.json': smallCheck(), 'home/thesis.tex': 'years of work' });
  const { code, err } = build(['job', '-o', 'home'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /not-ours/);
  assert.deepEqual(snapshot(join(folder, 'home')), { 'thesis.tex': 'years of work' });
  mkdirSync(join(folder, 'empty'));
  assert.equal(build(['job', '-o', 'empty'], { cwd: folder }).code, 0, 'an empty folder may be used');
});

const builds = full ? 100 : 8;
test(`whoever reads during ${builds} builds sees one whole version`, async (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/check.json': smallCheck(), 'job/posting.md': '# V0\n' });
  assert.equal(build(['job', '-o', 'dist'], { cwd: folder }).code, 0);
  let built = 0, reads = 0;
  const buildOnce = () => new Promise((done) => {
    writeFiles(folder, { 'job/posting.md': `# V${++built}\n\n${'text '.repeat(2000)}V${built}\n` });
    spawn(tool, ['build', 'job', '-o', 'dist', '--no-app'], { cwd: folder, stdio: 'ignore' }).on('exit', done);
  });
  let running = true;
  const reader = (async () => {
    while (running) {
      const page = readFileSync(join(folder, 'dist/index.html'), 'utf8');  // throws if the folder is ever absent
      assert.ok(page.endsWith('</html>\n'), 'half a page');
      const [style] = /\bv\/[0-9a-f]{16}\/aushang\.css/.exec(page) ?? assert.fail('no style sheet');
      assert.ok(existsSync(join(folder, 'dist', style)), `${style} is there, too`);
      ++reads;
      await new Promise((next) => setImmediate(next));
    }
  })();
  for (let i = 0; i < builds; ++i) await buildOnce();
  running = false;
  await reader;
  assert.ok(reads > 100, `${reads} reads`);
});

test('a build that is killed leaves the old output', async (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/check.json': smallCheck(), 'job/posting.md': '# Old\n' });
  assert.equal(build(['job', '-o', 'dist'], { cwd: folder }).code, 0);
  const before = snapshot(join(folder, 'dist'));
  writeFiles(folder, { 'job/posting.md': '# New\n\n' + 'word *word* [word](x)\n\n'.repeat(full ? 150_000 : 8_000) });
  for (const delay of [1, 5, 20, 60, 100]) {
    await new Promise((done) => {
      const child = spawn(tool, ['build', 'job', '-o', 'dist', '--no-app'], { cwd: folder, stdio: 'ignore' });
      child.on('exit', done);
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    const now = snapshot(join(folder, 'dist'));
    if (!/<h1[^>]*>New/.test(now['index.html'])) assert.deepEqual(now, before);
    else assert.ok(now['index.html'].endsWith('</html>\n'));
  }
  assert.equal(build(['job', '-o', 'dist'], { cwd: folder }).code, 0, 'and the next build cleans up');
  assert.deepEqual(readdirSync(folder).sort(), ['dist', 'job']);
});

test('several postings get a folder each and an index; translations link to each other', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    'phd/posting.md': '# Ph.D.\n', 'phd/posting.de.md': '# Promotionsstelle\n', 'phd/check.json': smallCheck(),
    'postdoc/page.md': '---\ntitle: Postdoc\n---\n', 'postdoc/check.json': smallCheck(),
  });
  const { code, err } = build(['phd', 'postdoc', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 0, err);
  const site = snapshot(join(folder, 'dist'));
  assert.deepEqual(names(join(folder, 'dist')), ['.aushang', 'accessibility/de/index.html', 'accessibility/en/index.html', 'de/index.html', 'index.html', 'phd/de/index.html', 'phd/index.html', 'postdoc/de/index.html', 'postdoc/index.html', 'privacy/de/index.html', 'privacy/en/index.html', 'sw.js', 'v/…/aushang.css', 'v/…/icon.svg', 'version.txt']);
  assert.match(site['index.html'], /<a href="phd\/" lang="en">Ph\.D\.<\/a>/);
  assert.match(site['index.html'], /<meta name="description" content="Ph\.D\.; Postdoc">/);
  assert.match(site['phd/index.html'], /<link rel="alternate" hreflang="de" href="de\/">/);
  assert.match(site['phd/de/index.html'], /<html lang="de"/);
  assert.match(site['phd/de/index.html'], /href="\.\.\/\.\.\/v\/[0-9a-f]{16}\/aushang\.css"/);
  assert.match(site['phd/de/index.html'], /<link rel="alternate" hreflang="en" href="\.\.\/">/);
  assert.doesNotMatch(site['phd/de/index.html'], /canonical/, 'a translation stands for itself');
  assert.match(site['phd/de/index.html'], /<h1 id="au-title">Promotionsstelle<\/h1>/);
  assert.match(site['postdoc/de/index.html'], /<h1 id="au-title" lang="en">Postdoc<\/h1>/);
  assert.match(site['postdoc/de/index.html'], /<link rel="canonical" href="\.\.\/">/);
});

test('files that the page links to come along; what is missing is said by check and build alike, with its place', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    'job/check.json': smallCheck(), 'job/flyer.pdf': 'flyer', 'job/tasks/one two.ics': 'tasks', 'job/notes.md': 'no', 'other.pdf': 'no',
    'job/posting.md': '---\ntitle: x\n---\nSee [flyer](flyer.pdf#page=2), <a href="tasks/one%20two.ics">tasks</a>, [list](check.json), [team](team/),\n[gone](gone.pdf), ![lost](lost.png) and [other](../other.pdf).\n',
    'job/posting.old.md': '[x](y.pdf)', 'job/posting.de.md': '![da](flyer.pdf) [da](flyer.pdf)\n',
  });
  const { err } = build(['job', '-o', 'dist'], { cwd: folder });
  const site = snapshot(join(folder, 'dist'));
  assert.equal(site['flyer.pdf'], 'flyer');
  assert.equal(site['tasks/one two.ics'], 'tasks');
  assert.equal(site['de/flyer.pdf'], 'flyer');
  assert.deepEqual(Object.keys(site).filter((name) => /notes|check\.json|other|posting\.md/.test(name)), []);
  const said = aushang(['check', 'job', '--today', '2026-11-27'], { cwd: folder }).out;
  for (const text of [err, said]) {
    assert.deepEqual(text.match(/posting\.md:\d+:\d+: \S+ warning: .*?(?=[.,])/g), [
      'posting.md:5:1: file-not-found: warning: the page links to the file gone', 'posting.md:5:20: image-not-found: warning: the page shows the image lost',
      'posting.md:5:41: file-not-found: warning: the page links to the file ',
    ], text);
  }
});

test('images of the folder come along, and only those', (t) => {
  const folder = writeFiles(temporaryFolder(t), {
    'secret.png': 'no', 'job/check.json': smallCheck(), 'job/img/a b.png': 'pixels',
    'job/posting.md': '# x\n\n![a](<img/a b.png>) ![b](../secret.png) ![c](missing.png) ![d](check.json) ![e](/etc/hostname.png)\n',
  });
  const { code, err } = build(['job', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 0);
  const site = snapshot(join(folder, 'dist'));
  assert.equal(site['img/a b.png'], 'pixels');
  assert.deepEqual(Object.keys(site).filter((name) => name.endsWith('.png')), ['img/a b.png']);
  assert.ok(!('check.json' in site));
  assert.match(err, /image-not-found: warning: .*missing\.png/);
});

for (const [name, input] of Object.entries({
  empty: '', [full ? 'of 5 MB' : 'of half a MB']: '# T\n\n' + 'Text with *markup* and [links](https://x.example).\n\n'.repeat(full ? 100_000 : 10_000), '10,000 deep': '> '.repeat(10_000) + 'bottom',
})) {
  test(`a posting ${name} builds`, (t) => {
    const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': input, 'job/check.json': smallCheck() });
    const { code, err } = build(['job', '-o', 'dist'], { cwd: folder, timeout: 60_000 });
    assert.equal(code, 0, err);
    assert.ok(existsSync(join(folder, 'dist/index.html')));
  });
}

test('a binary posting is refused and nothing is built', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': Buffer.from([0, 1, 2, 255, 0]), 'job/check.json': smallCheck() });
  const { code, err } = build(['job', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 1);
  assert.match(err, /job\/posting\.md: not-text: /);
  assert.ok(!existsSync(join(folder, 'dist')));
});

test('a zip holds the files of the folder, and any program that knows zips can read it', (t) => {
  const folder = temporaryFolder(t), example = 'assets/postings/phd-ot';
  assert.equal(build([example, '-o', join(folder, 'dist')]).code, 0);
  writeFiles(folder, { 'site.zip': 'an old one' });
  const { code, out, err } = build([example, '-o', join(folder, 'site.zip')]);
  assert.equal(code, 0, err);
  const { '.aushang': _, ...files } = snapshot(join(folder, 'dist'));
  const zip = readFileSync(join(folder, 'site.zip'));
  assert.match(out, new RegExp(`site\\.zip: 1 posting, ${Object.keys(files).length} files, ${zip.length} bytes\n$`));
  assert.deepEqual(Object.fromEntries([...filesOfZip(zip)].map(([name, data]) => [name, data.toString('latin1')])), files);
  run('python3', ['-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); z.testzip() and sys.exit(1); z.extractall(sys.argv[2])', join(folder, 'site.zip'), join(folder, 'unpacked')]);
  assert.deepEqual(snapshot(join(folder, 'unpacked')), files);
  assert.deepEqual(readdirSync(folder).sort(), ['dist', 'site.zip', 'unpacked'], 'nothing is left beside it');
  const printed = spawnSync(tool, ['build', '--no-app', example, '-o', '-'], { cwd: project, maxBuffer: 1 << 26 });
  assert.deepEqual(printed.stdout, zip);
});

test('a zip is left as it was where the posting has an error, and a folder is no zip', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': '# Job\n', 'job/check.json': '{}', 'site.zip': 'an old one' });
  assert.match(build(['job', '-o', 'site.zip'], { cwd: folder }).err, /Nothing was built; site\.zip is unchanged\./);
  assert.equal(readFileSync(join(folder, 'site.zip'), 'utf8'), 'an old one');
  const { code, out, err } = build(['job', '-o', '-'], { cwd: folder });
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /Nothing was built\.\n$/);
  writeFiles(folder, { 'job/check.json': smallCheck(), 'folder.zip/x': '' });
  assert.match(build(['job', '-o', 'folder.zip'], { cwd: folder }).err, /not-a-file/);
});

test('nothing lies there packed where the server packs by itself', (t) => {
  const folder = temporaryFolder(t);
  for (const [out, ...options] of [['all'], ['plain', '--no-packed']]) assert.equal(build(['assets/postings/phd-ot', '-o', join(folder, out), ...options]).code, 0);
  const all = snapshot(join(folder, 'all'));
  assert.deepEqual(snapshot(join(folder, 'plain')), Object.fromEntries(Object.entries(all).filter(([name]) => !/\.(br|gz)$/.test(name))));
});

test('a posting that names a folder of versions is shown as it is', (t) => {
  const text = '# Job\n\nSee v/0000000000000000/ and v/0123456789abcdef/x.\n';
  const folder = writeFiles(temporaryFolder(t), { 'job/posting.md': text, 'job/check.json': smallCheck() });
  assert.equal(build(['job', '-o', 'dist'], { cwd: folder }).code, 0);
  assert.match(readFileSync(join(folder, 'dist/index.html'), 'utf8').replace(/<[^>]*>/g, ''), /See v\/0000000000000000\/ and v\/0123456789abcdef\/x\./);
});

test('the seed page builds unchanged with a check.json that quotes it', (t) => {
  const seed = sharedFile('seed/phd_2.md');
  if (!seed) return t.skip('no shared folder with real pages');
  const folder = writeFiles(temporaryFolder(t), {
    'seed/phd_2.md': readFileSync(seed), 'seed/check.json': readFileSync(join(project, 'tests/fixtures/seed/check.json')),
  });
  const checked = aushang(['check', 'seed'], { cwd: folder });
  assert.equal(checked.code, 0, checked.out);
  assert.equal(build(['seed', '-o', 'dist'], { cwd: folder }).code, 0);
  const page = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  assert.match(page, /<h1 id="au-title">Ph\.D\. position in Berlin, Germany, at the Weierstrass Institute, optimization and machine learning<\/h1>/);
  assert.match(page, /<a href="mailto:zplusj@gmail\.com\?subject=%5Bapply-phd-ot%5D[^"]*">here<\/a>/, 'the link behind "here" carries the subject');
});
