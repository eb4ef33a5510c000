// aushang serve, when its pages confirm what `aushang init` guessed: what it answers, whose steps it takes, and that it takes
// back nothing that somebody else has written. The panel is in tests/web/serve-confirm.test.mjs.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { start } from '../../package/serve/command.js';
import { answer } from '../../package/serve/pages.js';
import { drafted, today } from '../support/drafted.mjs';
import { nativeTool } from '../support/native_tool.mjs';
import { aushang, project, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

/** @param {import('node:test').TestContext} t @param {string[]} folders */
const served = (t, ...folders) => servedBy(nativeTool(), t, ...folders);

/** @param {import('../../package/tool.js').Tool} tool @param {import('node:test').TestContext} t @param {string[]} folders */
async function servedBy(tool, t, ...folders) {
  const session = await start({ folders, today, ports: [0] }, tool, join(project, 'package/serve'), () => {});
  assert.ok(session);
  t.after(() => session.close());
  const { origin, host } = new URL(session.address);
  /** @param {string} path @param {{ method?: string, headers?: Record<string, string>, body?: string }} [more] @returns {Promise<{ status?: number, text: string, json: any }>} */
  const ask = (path, { method = 'GET', headers = {}, body } = {}) => new Promise((done, fail) => {
    request(new URL(path, session.address), { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece) => { text += piece; }).on('end', () => done({ status: response.statusCode, text, get json() { return JSON.parse(text); } })).on('error', fail);
    }).on('error', fail).end(body);
  });
  const own = { origin, 'content-type': 'application/json' };
  const step = (/** @type {object} */ one, folder = folders[0]) => ask('/.aushang/step', { method: 'POST', headers: own, body: JSON.stringify({ folder, step: one }) });
  const points = (folder = folders[0]) => ask(`/.aushang/points?folder=${encodeURIComponent(folder)}`);
  return { session, origin, host, ask, own, step, points, file: join(folders[0], 'check.json') };
}

/** @param {string} file */
const bytes = (file) => readFileSync(file, 'utf8');

test('a page gets the points as the tool says them, takes steps, and takes them back byte by byte', async (t) => {
  const posting = drafted(t);
  const { points, step, file } = await served(t, posting);
  const { undo, ...said } = (await points()).json;
  const { out } = aushang(['confirm', posting, '--today', today]);
  assert.deepEqual([said, undo], [JSON.parse(out), 0]);
  const states = [bytes(file)];
  for (const one of [{ do: 'keep', point: 'address' }, { do: 'change', point: 'document:cv', set: { stage: 'later' }, was: { stage: 'now' } }, { do: 'drop', point: 'question:has_industry' }, { do: 'add', kind: 'note', quote: 'without any teaching duty' }]) {
    const { status, json } = await step(one);
    assert.deepEqual([status, json.undo], [200, states.length], JSON.stringify(json.message));
    states.push(bytes(file));
    assert.notEqual(states.at(-1), states.at(-2));
    const { sha256_before: _, ...rest } = json;
    assert.deepEqual(rest, { ...JSON.parse(aushang(['confirm', posting, '--today', today]).out), undo: states.length - 1 });
  }
  while (states.length > 1) {
    states.pop();
    const { status, json } = await step({ do: 'undo' });
    assert.deepEqual([status, json.undo, bytes(file)], [200, states.length - 1, states.at(-1)]);
  }
  assert.deepEqual([(await step({ do: 'undo' })).status, readdirSync(posting).sort()], [409, ['check.json', 'posting.md']]);
});

test('a step that can\'t be done is refused in the tool\'s words and writes nothing', async (t) => {
  const { step, points, file } = await served(t, drafted(t));
  const before = bytes(file);
  for (const one of [{ do: 'keep', point: 'document:nothing' }, { do: 'add', kind: 'document', quote: 'no such words' }, { do: 'change', point: 'document:cv', set: { label: 'X' }, was: { label: 'Not this' } }, { do: 'add', kind: 'document', quote: 'apply' }]) {
    const { status, json } = await step(one);
    assert.deepEqual([status, Object.keys(json)], [409, ['message']]);
    assert.ok(json.message.length > 10);
  }
  assert.deepEqual([bytes(file), (await points()).json.undo], [before, 0]);
});

test('another site\'s page can\'t send steps, nor can what isn\'t one', async (t) => {
  const posting = drafted(t);
  const { ask, own, origin, host, file, points } = await served(t, posting);
  const before = bytes(file), body = JSON.stringify({ folder: posting, step: { do: 'keep', point: 'address' } });
  const port = Number(host.split(':')[1]);
  /** @type {[number, string, Parameters<typeof ask>[1]][]} */
  const all = [
    [403, 'no origin', { headers: { 'content-type': 'application/json' } }],
    [403, 'another site', { headers: { ...own, origin: 'https://elsewhere.example' } }],
    [403, 'another port', { headers: { ...own, origin: `http://127.0.0.1:${port + 1}` } }],
    [403, 'another name of this machine', { headers: { ...own, origin: `http://localhost:${port}` } }],
    [403, 'a page without an origin', { headers: { ...own, origin: 'null' } }],
    [403, 'the same name, encrypted', { headers: { ...own, origin: origin.replace('http:', 'https:') } }],
    [421, 'by a name that leads here from outside', { headers: { ...own, host: 'elsewhere.example', origin: 'http://elsewhere.example' } }],
    [415, 'text', { headers: { ...own, 'content-type': 'text/plain' } }],
    [415, 'a form', { headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' } }],
    [415, 'nearly JSON', { headers: { ...own, 'content-type': 'application/jsonx' } }],
    [415, 'of no type', { headers: { origin } }],
    [405, 'GET', { method: 'GET', headers: own, body: undefined }],
    [405, 'PUT', { method: 'PUT', headers: own }],
    [400, 'no JSON', { headers: own, body: '{' }],
    [400, 'no folder', { headers: own, body: '{"step": {"do": "keep", "point": "address"}}' }],
    [400, 'no step', { headers: own, body: JSON.stringify({ folder: posting, step: 'keep' }) }],
    [400, 'nothing', { headers: own, body: 'null' }],
    [400, 'too much', { headers: own, body: body.padEnd(1_100_000) }],
    [404, 'another folder', { headers: own, body: JSON.stringify({ folder: dirname(posting), step: { do: 'keep', point: 'address' } }) }],
  ];
  for (const [status, what, more] of all) assert.equal((await ask('/.aushang/step', { method: 'POST', body, ...more })).status, status, what);
  assert.equal((await points(dirname(posting))).status, 404);
  assert.equal(bytes(file), before);
  assert.equal((await ask('/.aushang/step', { method: 'POST', headers: { ...own, 'content-type': 'application/json; charset=utf-8' }, body })).status, 200, 'the page\'s own');
});

test('steps that come at once are taken one after the other, and none is lost', async (t) => {
  const { step, points, file } = await served(t, drafted(t));
  const before = bytes(file);
  const open = (/** @type {any} */ json) => json.points.filter((/** @type {any} */ point) => point.open).map((/** @type {any} */ point) => point.id);
  const guesses = open((await points()).json);
  assert.ok(guesses.length >= 6, `${guesses}`);
  const replies = await Promise.all(guesses.map((/** @type {string} */ point) => step({ do: 'keep', point })));
  assert.deepEqual(replies.map(({ status }) => status), guesses.map(() => 200));
  assert.deepEqual(open((await points()).json), []);
  await Promise.all(guesses.map(() => step({ do: 'undo' })));
  assert.equal(bytes(file), before);
});

test('a step is taken back only while the file is as that step left it', async (t) => {
  const { step, file } = await served(t, drafted(t));
  const first = bytes(file);
  await step({ do: 'keep', point: 'address' });
  const kept = bytes(file), edited = kept.replace('"Transcripts"', '"Records"');
  writeFileSync(file, edited);
  const { status, json } = await step({ do: 'undo' });
  assert.deepEqual([status, bytes(file)], [409, edited]);
  assert.match(json.message, /was changed after that step/);
  await step({ do: 'keep', point: 'tag' });
  assert.equal((await step({ do: 'undo' })).status, 200);
  assert.equal(bytes(file), edited, 'a step after the edit is taken back to the edit');
  assert.equal((await step({ do: 'undo' })).status, 409);
  writeFileSync(file, kept);
  assert.equal((await step({ do: 'undo' })).status, 200);
  assert.equal(bytes(file), first);
});

test('what somebody writes in the moment of a step is never taken back with it', async (t) => {
  for (const moment of ['before', 'after']) {
    const posting = drafted(t), file = join(posting, 'check.json'), native = nativeTool();
    const { step } = await servedBy(/** @type {any} */ ({
      /** @type {typeof native.run} */
      async run(words, streams) {
        const isStep = words.includes('--do');
        const write = () => {
          writeFileSync(`${file}.new`, bytes(file).replace('"Transcripts"', '"Records"'));
          renameSync(`${file}.new`, file);
        };
        if (isStep && moment === 'before') write();
        const code = await native.run(words, streams);
        if (isStep && moment === 'after') write();
        return code;
      },
    }), t, posting);
    assert.equal((await step({ do: 'keep', point: 'address' })).status, 200);
    const after = bytes(file);
    assert.ok(after.includes('"Records"'));
    assert.deepEqual([(await step({ do: 'undo' })).status, bytes(file)], [409, after], moment);
  }
});

test('taking back leaves links and modes as they are', async (t) => {
  const posting = drafted(t), real = join(dirname(posting), 'real.json'), file = join(posting, 'check.json');
  renameSync(file, real);
  symlinkSync('../real.json', file);
  chmodSync(real, 0o640);
  const before = bytes(real);
  const { step } = await served(t, posting);
  assert.equal((await step({ do: 'keep', point: 'address' })).status, 200);
  assert.notEqual(bytes(real), before);
  assert.equal((await step({ do: 'undo' })).status, 200);
  assert.deepEqual([bytes(real), statSync(real).mode & 0o777, bytes(file), readdirSync(dirname(posting)).sort()], [before, 0o640, before, ['job', 'page.md', 'real.json']]);
});

test('a step is seen on the page, and every open page is told of it', async (t) => {
  const { session, step, ask, host } = await served(t, drafted(t));
  /** @type {{ number: number, texts: string }[]} */
  const told = [];
  request({ host: host.split(':')[0], port: host.split(':')[1], path: '/.aushang/events' }, (response) => response.setEncoding('utf8').on('data', (text) => told.push(...text.split('\n\n').filter(Boolean).map((/** @type {string} */ one) => JSON.parse(one.replace('data: ', '')))))).on('error', () => {}).end();
  const until = async (/** @type {() => unknown} */ holds) => {
    for (const end = Date.now() + 20_000; !(await holds());) {
      if (Date.now() > end) assert.fail(`never: ${holds}`);
      await new Promise((done) => { setTimeout(done, 20); });
    }
  };
  await until(() => told.length === 1);
  await step({ do: 'change', point: 'document:cv', set: { label: 'Curriculum vitae' } });
  await until(async () => (await ask('/')).text.includes('Curriculum vitae'));
  await until(() => told.some(({ number }) => number === 2));
  const { texts } = /** @type {{ texts: string }} */ (told.at(-1));
  await step({ do: 'keep', point: 'address' }); // a comment alone: the page stays the same
  await until(() => /** @type {{ texts: string }} */ (told.at(-1)).texts !== texts && /** @type {{ number: number }} */ (told.at(-1)).number === 2);
  assert.equal(session.preview.number, 2);
});

test('each posting\'s pages have its own points, and no other page has any', async (t) => {
  const folder = writeFiles(temporaryFolder(t), Object.fromEntries(['one', 'two'].flatMap((name) => [[`${name}/posting.md`, `# ${name}\n\nText.\n`], [`${name}/check.json`, smallCheck()]])));
  const [one, two] = ['one', 'two'].map((name) => join(folder, name));
  symlinkSync('two', join(folder, 'by another name'));
  const { ask } = await served(t, one, join(folder, 'by another name'));
  const of = async (/** @type {string} */ path) => /<meta name="aushang-folder" content="([^"]*)">/.exec((await ask(path)).text)?.[1];
  assert.deepEqual(await Promise.all(['/one/', '/one/de/', '/two/', '/two/de/', '/', '/privacy/en/', '/accessibility/de/', '/nowhere/'].map(of)), [one, one, ...Array(2).fill(join(folder, 'by another name')), ...Array(4).fill(undefined)]);
  const single = await served(t, two);
  const ofSingle = async (/** @type {string} */ path) => /<meta name="aushang-folder" content="([^"]*)">/.exec((await single.ask(path)).text)?.[1];
  assert.deepEqual(await Promise.all(['/', '/de/', '/privacy/en/', '/nowhere/'].map(ofSingle)), [two, two, undefined, undefined]);
  assert.match(`${answer(new Map([['index.html', Buffer.from('<title>x</title>\n<article id="au-posting">')]]), 1, '/', ['a "b" & <c> $&']).body}`, /<meta name="aushang-folder" content="a &quot;b&quot; &amp; &lt;c> \$&amp;">/);
});

test('where there is no page yet because of an error in check.json, there are points to mend it with', async (t) => {
  const posting = drafted(t), file = join(posting, 'check.json');
  writeFileSync(file, bytes(file).replace('"jobs@group.example"', '"jobs.group.example"'));
  const { ask, points, step } = await served(t, posting);
  const { status, text } = await ask('/');
  assert.deepEqual([status, text.includes(`<meta name="aushang-folder" content="${posting}">`)], [404, true]);
  const address = (await points()).json.points.find((/** @type {any} */ point) => point.id === 'address');
  assert.ok(address.doubts.length > 0);
  assert.equal((await step({ do: 'change', point: 'address', set: { value: 'jobs@group.example' } })).status, 200);
  for (const end = Date.now() + 20_000; (await ask('/')).status !== 200;) {
    assert.ok(Date.now() < end, 'no page');
    await new Promise((done) => { setTimeout(done, 20); });
  }
  writeFileSync(file, '{"version": 1,');
  const broken = await points();
  assert.equal(broken.status, 409);
  assert.match(broken.json.message, /check\.json/);
});

test('the preview shows the files that points are of, and no others', async (t) => {
  const posting = drafted(t);
  const { ask, points } = await served(t, posting);
  const source = async (/** @type {string} */ name) => (await ask(`/.aushang/source?file=${encodeURIComponent(name)}`)).status;
  const { file, page } = (await points()).json;
  assert.deepEqual([await source(page), await source(file), await source(join(posting, '..', 'page.md'))], [200, 200, 404]);
});
