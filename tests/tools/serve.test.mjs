// aushang serve: whatever happens to the files, browsers get whole pages of one state of them, and what is to be said about
// the state there is now. The page's side is in tests/web/serve.test.mjs.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join, posix, win32 } from 'node:path';
import { test } from 'node:test';
import { start } from '../../package/serve/command.js';
import { fingerprint, inputsOf } from '../../package/serve/inputs.js';
import { answer, ownFiles, withBar } from '../../package/serve/pages.js';
import { moreFindings, Preview } from '../../package/serve/preview.js';
import { Server } from '../../package/serve/server.js';
import { filesOfZip } from '../../package/serve/zip.js';
import { toolPath, toolWords } from '../../package/words.js';
import { nativeTool } from '../support/native_tool.mjs';
import { project, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

const page = (/** @type {string} */ words) => `# ${words}\n\n${'Text. '.repeat(2000)}\n\nThe end of ${words}.\n`;
const check = smallCheck({ materials: [{ id: 'cv', kind: 'cv', stage: 'now', required: 'yes', label: 'CV' }] });
const job = (words = 'One') => ({ 'job/posting.md': page(words), 'job/check.json': check });

/** @param {import('node:test').TestContext} t @param {Record<string, string>} files */
async function served(t, files, ports = [0]) {
  const folder = writeFiles(temporaryFolder(t), files);
  let renewals = 0;
  const session = await start({ folders: [join(folder, 'job')], ports }, nativeTool(), join(project, 'package/serve'), () => { ++renewals; });
  assert.ok(session);
  t.after(() => session.close());
  /** @param {string} path @param {Record<string, string>} [headers] @returns {Promise<{ status?: number, headers: import('node:http').IncomingHttpHeaders, text: string }>} */
  const ask = (path, headers = {}) => new Promise((done, fail) => {
    get(new URL(path, session.address), { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece) => { text += piece; }).on('end', () => done({ status: response.statusCode, headers: response.headers, text }));
    }).on('error', fail);
  });
  const title = async () => /<h1[^>]*>([^<]*)<\/h1>/.exec((await ask('/')).text)?.[1];
  /** @param {() => unknown} holds */
  const until = async (holds) => {
    for (const end = Date.now() + 20_000; !(await holds());) {
      if (Date.now() > end) assert.fail(`never: ${holds}`);
      await new Promise((done) => { setTimeout(done, 10); });
    }
  };
  return { folder, session, ask, title, until, renewals: () => renewals, file: join(folder, 'job/posting.md') };
}

test('a page is served with the bar, its files as they are, and nothing else', async (t) => {
  const { ask } = await served(t, { ...job(), 'secret.txt': 'no' });
  const { status, text, headers } = await ask('/');
  assert.equal(status, 200);
  assert.match(text, /<h1[^>]*>One<\/h1>/);
  assert.match(text, /<meta name="aushang-preview" content="1">\n<script type="module" src="\/\.aushang\/beside\.js" blocking="render"><\/script>\n<script type="module" src="\/\.aushang\/bar\.js">/);
  assert.equal(headers['cache-control'], 'no-store');
  const style = await ask(/** @type {RegExpExecArray} */ (/href="(v\/[0-9a-f]{16}\/aushang\.css)"/.exec(text))[1]);
  assert.deepEqual([style.status, style.headers['content-type']], [200, 'text/css']);
  const moved = await ask('/privacy/en');
  assert.deepEqual([moved.status, moved.headers.location], [301, 'en/']);
  for (const path of ['/secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/.aushang/command.js', '/.aushang/..%2fcommand.js', '/.aushang/source?file=/etc/hostname', '/%ff']) {
    assert.equal((await ask(path)).status, 404, path);
  }
  for (const name of ownFiles) assert.equal((await ask(`/.aushang/${name}`)).text, readFileSync(join(project, 'package/serve', name), 'utf8'));
  assert.equal((await ask('/', { host: 'elsewhere.example' })).status, 421, 'by a name that leads here from outside');
});

test('all that runs in the page is served, and nothing but what it needs', () => {
  const needed = new Set(['bar.js']);
  for (const name of needed) for (const [, script, sheet] of readFileSync(join(project, 'package/serve', name), 'utf8').matchAll(/^import .* from '\.\/([\w.]+\.js)'|'([\w.]+\.css)'/gm)) needed.add(script ?? sheet);
  assert.deepEqual([...needed].sort(), [...ownFiles].sort());
});

test('what is saved is seen: written in place, replaced by renaming, taken away and put back, the folder renamed and back', async (t) => {
  const { folder, session, title, until, file } = await served(t, job());
  writeFileSync(file, page('Two'));
  await until(async () => await title() === 'Two');
  writeFileSync(join(folder, 'job/.posting.md.swp'), page('Three'));
  renameSync(join(folder, 'job/.posting.md.swp'), file);
  await until(async () => await title() === 'Three');
  rmSync(file);
  await until(() => session.preview.findings.some(({ code }) => code === 'no-posting'));
  assert.equal(await title(), 'Three', 'the last good page stays');
  writeFileSync(file, page('Four'));
  await until(async () => await title() === 'Four');
  await until(() => session.preview.findings.length === 0);
  renameSync(join(folder, 'job'), join(folder, 'away'));
  await until(() => session.preview.findings.some(({ code }) => code === 'no-folder'));
  assert.equal(await title(), 'Four');
  writeFileSync(join(folder, 'away/posting.md'), page('Five'));
  renameSync(join(folder, 'away'), join(folder, 'job'));
  await until(async () => await title() === 'Five');
  writeFileSync(file, page('Six'));
  await until(async () => await title() === 'Six');
  writeFiles(folder, { 'site.json': '{"version": 1, "name": "Our group"}' });
  await until(async () => session.preview.files.get('index.html')?.includes('Our group'));
});

test('a page that is still loading gets what belongs to it when the next one is there', async (t) => {
  const { folder, file, ask, title, until } = await served(t, job());
  const named = async (/** @type {RegExp} */ name) => (name.exec((await ask('/')).text) ?? assert.fail(`no ${name}`))[0];
  const bundle = await named(/v\/[0-9a-f]{16}\/posting\.json/), style = await named(/v\/[0-9a-f]{16}\/aushang\.css/);
  for (const words of ['Two', 'Three']) {
    writeFileSync(file, page(words));
    await until(async () => await title() === words);
    assert.deepEqual([(await ask('/')).text.includes(bundle), (await ask(bundle)).status], [false, 200]);
    assert.match((await ask(await named(/v\/[0-9a-f]{16}\/posting\.json/))).text, new RegExp(words));
    // What is the same has the same name, so that browsers have it already.
    assert.deepEqual([await named(/v\/[0-9a-f]{16}\/aushang\.css/), (await ask(style)).headers['cache-control']], [style, 'max-age=31536000, immutable']);
  }
  writeFiles(folder, { 'site.json': '{"version": 1, "theme": {"accent": "#7a1f1f"}}' });
  await until(async () => await named(/v\/[0-9a-f]{16}\/aushang\.css/) !== style);
  assert.match((await ask(await named(/v\/[0-9a-f]{16}\/site\.css/))).text, /#7a1f1f/i);
});

test('with broken JSON the last good page stays, with the finding and its place', async (t) => {
  const { folder, session, title, until, ask } = await served(t, job());
  const broken = join(folder, 'job/check.json');
  writeFileSync(broken, '{"version": 1,\n "apply": }');
  await until(() => session.preview.findings.length > 0);
  const [{ severity, file, line }, ...more] = session.preview.findings;
  assert.deepEqual([severity, file, line, more], ['error', broken, 2, []]);
  assert.equal(await title(), 'One');
  assert.equal((await ask(`/.aushang/source?file=${encodeURIComponent(broken)}`)).text, readFileSync(broken, 'utf8'));
  writeFileSync(broken, check);
  await until(() => session.preview.findings.length === 0);
  assert.equal((await ask(`/.aushang/source?file=${encodeURIComponent(broken)}`)).status, 404, 'nothing is to be said of it any more');
});

test('a folder that has an error from the start is served as soon as it has none', async (t) => {
  const { session, ask, until, folder } = await served(t, { 'job/posting.md': page('One') });
  const { status, text } = await ask('/');
  assert.equal(status, 404);
  assert.match(text, /There is no page yet.*bar\.js|bar\.js.*There is no page yet/s);
  assert.deepEqual(session.preview.findings.map(({ code }) => code), ['no-check']);
  writeFiles(folder, { 'job/check.json': check });
  await until(async () => (await ask('/')).status === 200);
});

test('a hundred saves in a row, each in pieces: never a wrong or half page, and the last one is seen', async (t) => {
  const { file, ask, title, until } = await served(t, job('Save 0'));
  let saving = true, seen = 0;
  const reader = (async () => {
    for (let last = 0; saving; ++seen) {
      const { text } = await ask('/');
      const [, number] = /<h1[^>]*>Save (\d+)<\/h1>/.exec(text) ?? assert.fail('no title');
      assert.ok(text.includes(`The end of Save ${number}.`) && text.endsWith('</html>\n'), 'half a page');
      assert.ok(Number(number) >= last, 'an older page after a newer one');
      last = Number(number);
    }
  })();
  for (let i = 1; i <= 100; ++i) {
    const text = page(`Save ${i}`);
    writeFileSync(file, text.slice(0, 100));
    await new Promise((done) => { setTimeout(done, i % 10); });
    appendFileSync(file, text.slice(100));
    await new Promise((done) => { setTimeout(done, i % 25 === 0 ? 400 : 3); });
  }
  await until(async () => await title() === 'Save 100');
  saving = false;
  await reader;
  assert.ok(seen > 20, `${seen} pages`);
});

test('what is written in pieces isn\'t built from the first, however fast the tool is', async (t) => {
  const folder = writeFiles(temporaryFolder(t), job()), file = join(folder, 'job/posting.md'), inputs = [join(folder, 'job')];
  const tool = /** @type {any} */ ({ run: async () => 1 });
  const preview = new Preview(tool, inputs, [], () => fingerprint(inputs));
  const building = preview.build();
  await new Promise((done) => { setTimeout(done, 10); });
  appendFileSync(file, 'The rest.\n');
  assert.deepEqual([await building, preview.isOld()], ['changing', true]);
  assert.deepEqual([await preview.build(), preview.isOld()], ['not built', false]);
});

test('what takes time waits until browsers have loaded the new page, but not for ever, and for nobody', async () => {
  const server = new Server(new Preview(nativeTool(), [], [], () => ''), /** @type {any} */ ({}), '');
  /** How long after the last question before it, and after the first one. @param {() => boolean} isEnough */
  const rest = async (isEnough = () => false) => {
    const asked = [server.asked = Date.now()];
    const asking = setInterval(() => asked.push(server.asked = Date.now()), 40);
    setTimeout(() => clearInterval(asking), 400);
    await server.rests(isEnough);
    const now = Date.now(), last = Math.max(...asked.filter((one) => one <= now));
    clearInterval(asking);
    return { pause: now - last, all: now - asked[0] };
  };
  assert.ok((await rest()).all < 100, 'no page is open');
  server.listeners.add(/** @type {any} */ ({}));
  const { pause, all } = await rest();
  assert.ok(pause >= 100 && all >= 100, `${pause} ms of ${all}`);
  assert.ok((await rest(() => true)).all < 100, 'the files are others already');
});

test('each open page is told once per state, and nothing is built while nothing changes', async (t) => {
  const { session, file, until, renewals } = await served(t, job());
  /** @type {{ number: number }[]} */
  const told = [];
  get(new URL('/.aushang/events', session.address), (response) => response.setEncoding('utf8').on('data', (text) => told.push(JSON.parse(text.replace('data: ', ''))))).on('error', () => {});
  await until(() => told.length === 1);
  writeFileSync(file, page('Two'));
  await until(() => told.length === 2);
  await until(() => renewals() === 1);
  writeFileSync(file, page('Two')); // saved again as it was
  await until(() => renewals() === 2);
  await new Promise((done) => { setTimeout(done, 1200); });
  assert.deepEqual(told.map(({ number }) => number), [1, 2]);
  assert.equal(renewals(), 2);
});

test('a port that is taken is left alone: the next one, or none', async (t) => {
  const other = createServer();
  const taken = await new Promise((/** @type {(port: number) => void} */ done) => { other.listen(0, '127.0.0.1', () => done(/** @type {import('node:net').AddressInfo} */ (other.address()).port)); });
  t.after(() => other.close());
  const { session } = await served(t, job(), [taken, 0]);
  assert.notEqual(new URL(session.address).port, String(taken));
  const folder = writeFiles(temporaryFolder(t), job());
  assert.equal(await start({ folders: [join(folder, 'job')], ports: [taken] }, nativeTool(), '', () => {}), undefined);
});

test('what build alone finds is said too, once', () => {
  const known = [{ severity: 'error', file: 'job/check.json', line: 1, column: 2, code: 'unknown-key', path: '$.x', message: 'there is no x.' }];
  assert.deepEqual(moreFindings('job/check.json:1:2: unknown-key: there is no x. [$.x]\njob/posting.md: image-not-found: warning: the page shows a.png.\nNothing was built.\n', known).map(({ severity, message }) => [severity, message]), [['warning', 'job/posting.md: image-not-found: warning: the page shows a.png.']]);
});

test('pages without scripts run the bar and nothing else', () => {
  const notice = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'self\'">\n<title>Data</title>\n';
  assert.match(withBar(notice, 3), /content="default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'">\n<title>Data<\/title>\n<meta name="aushang-preview" content="3">/);
  const withApp = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\' \'wasm-unsafe-eval\'">\n<title>Job</title>\n';
  assert.ok(withBar(withApp, 3).startsWith(withApp));
  assert.equal(answer(new Map([['a b.png', Buffer.from('x')]]), 1, '/a%20b.png').headers['content-type'], 'image/png');
});

test('files are others when one was replaced by another of the same size and time', (t) => {
  const folder = writeFiles(temporaryFolder(t), { 'job/a.md': 'one', 'job/deep/b.png': 'x', 'site.json': '{"logo": "logo.svg", "fonts": [{"file": "f.woff2"}, null]}' });
  const inputs = inputsOf([join(folder, 'job')], undefined);
  assert.deepEqual(inputs, ['job', 'site.json', 'logo.svg', 'f.woff2'].map((name) => join(folder, name)));
  const states = [fingerprint(inputs)];
  const note = () => states.push(fingerprint(inputs));
  writeFiles(folder, { 'other.md': 'two' });
  renameSync(join(folder, 'other.md'), join(folder, 'job/a.md'));
  note();
  writeFiles(folder, { 'logo.svg': '<svg/>' });
  note();
  rmSync(join(folder, 'job/deep/b.png'));
  note();
  mkdirSync(join(folder, 'job/empty'));
  note();
  renameSync(join(folder, 'job'), join(folder, 'gone'));
  note();
  assert.equal(new Set(states).size, states.length);
  assert.equal(fingerprint(inputs), states.at(-1));
});

test('a zip that isn\'t whole is none', () => {
  for (const data of ['', 'PK', 'x'.repeat(100)]) assert.throws(() => filesOfZip(Buffer.from(data)), /no zip, or not all of one/);
});

test('paths of Windows reach the tool with slashes, from the drive that is current', () => {
  const here = 'C:\\Users\\Jörg\\my jobs';
  const words = (/** @type {string[]} */ ...all) => toolWords(all, win32, here);
  assert.deepEqual(words('build', 'my job\\', '-o', 'C:\\site\\neu', '--app=c:\\a b\\app', '--attach', 'cv=D:\\papers\\a=b.pdf', '\\\\server\\share\\job'),
    ['build', 'my job/', '-o', '/site/neu', '--app=/a b/app', '--attach', 'cv=//?/D:/papers/a=b.pdf', '//server/share/job']);
  assert.equal(toolPath(here, win32, here), '/Users/Jörg/my jobs');
  for (const path of [here, 'a\\b', 'C:/x']) assert.equal(toolPath(path, posix, '/home'), path, 'elsewhere a backslash is a letter');
  // What the tool then opens is what was meant.
  for (const path of ['C:\\site\\neu', 'my job\\a.md', '..\\x', 'C:\\']) assert.equal(win32.resolve(here, toolPath(path, win32, here)), win32.resolve(here, path));
});
