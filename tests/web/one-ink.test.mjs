// One ink (DESIGN.md, section 5): at any width, height, density, scroll position and state, each thing that is to be read
// or used is seen exactly once, by the tile or by the document; nothing lies on something else or is cut off. Each window in
// both states, by pixels from top to bottom, and drawn windows: with --full.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unfold } from '../support/applicant.mjs';
import { grown, openInChromium, ready } from '../support/embed_chromium.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { answerAll, pointAndFollow, walk, walkedInChromium, walkedInEngine, walkedInFrame } from '../support/one_ink.mjs';
import { seaside } from '../support/one_ink_posting.mjs';
import { aushang, full, project, randomNumbers, temporaryFolder, writeFiles } from '../support/project.mjs';
import { adopt } from '../support/spy.mjs';
import { openSites } from '../support/tile_page.mjs';

/** @typedef {import('../support/one_ink.mjs').Walked} Walked */
/** @typedef {readonly [width: number, height: number]} Size */

/** @type {Size[]} */
const common = [[320, 568], [360, 800], [390, 844], [412, 915], [768, 1024], [820, 1180], [1024, 768], [1280, 720], [1280, 1024], [1366, 768], [1920, 1080], [2560, 1440]];
/** @type {Size[]} */
const some = [[390, 844], [820, 1180], [1280, 720], [1920, 1080]];
/** What is by turns changes from commit to commit, and is the same whoever looks at it. */
const commit = existsSync(join(project, '.git')) ? execFileSync('git', ['rev-parse', 'HEAD'], { cwd: project }).toString() : '0';
const { below } = randomNumbers(parseInt(commit.slice(0, 8), 16));
const turn = below(2), firstStop = below(8);
const drawn = Array.from({ length: 20 }, () => /** @type {const} */ ([320 + below(2241), 480 + below(1121)]));

/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  for (const [name, source] of [['seaside', writeFiles(join(folder, 'source/seaside'), seaside)], ['doctoral', join(project, 'assets/postings/msca-doctoral')]]) {
    const { code, err } = aushang(['build', source, '-o', join(folder, name)]);
    assert.equal(code, 0, err);
  }
  sites = await openSites(folder, { example: '' });
});
after(() => sites?.close());

/**
 * Walks through a page at each size, by turns as it is when one comes and with everything answered; at every other, half of
 * them in each state, a screenful is looked at by pixels. In both states, and all of it, where everything is wanted.
 * @param {import('node:test').TestContext} t @param {Walked} walked @param {Size[]} sizes
 */
async function walkAll(t, walked, sizes) {
  for (const state of ['unanswered', 'answered']) {
    const isAnswered = state === 'answered';
    if (isAnswered) {
      await walked.resize(390, 480); // where drawing costs little
      await answerAll(walked);
    }
    for (const [i, [width, height]] of sizes.entries()) {
      if (!full && (i + turn) % 2 !== Number(isAnswered)) continue;
      const isPictured = full || ((i ^ (i >> 1)) & 1) === turn;
      await t.test(`${width} × ${height}, ${state}`, async () => {
        await walked.resize(width, height);
        const { faults, seen, pictures } = await walk(walked, { where: `${width} × ${height}, ${state}`, pixels: (stop, stops) => full || (isPictured && stop === (firstStop + i) % stops) });
        assert.deepEqual(faults, []);
        assert.ok(seen > 100, `${seen} things`);
        assert.ok(pictures > 0 || !isPictured || !walked.picture, 'by pixels, too');
      });
    }
  }
}

describe('each thing is seen exactly once, and nothing lies on something else or is cut off', () => {
  const pages = /** @type {[string, Size[]][]} */ ([['example/', full ? [...common, ...drawn] : common], ['example/de/', full ? some : [some[0], some[3]]], ['doctoral/', full ? some : [some[1], some[2]]], ['seaside/', some]]);
  for (const [path, sizes] of pages) {
    test(path, (t) => sites.visit(path, { viewport: { width: sizes[0][0], height: sizes[0][1] } }, async (page, cdp) => walkAll(t, await walkedInChromium(page, cdp), sizes)));
  }

  test('example/ at two device pixels per px', { skip: !full && 'with AUSHANG_FULL=1' }, (t) => sites.visit('example/', { deviceScaleFactor: 2 }, async (page, cdp) => walkAll(t, await walkedInChromium(page, cdp), common)));

  test('what is pointed at, and where links lead', () => sites.visit('example/', { viewport: { width: 1280, height: 720 } }, async (page, cdp) => {
    const { faults, tried } = await pointAndFollow(await walkedInChromium(page, cdp), '1280 × 720');
    assert.deepEqual(faults, []);
    assert.ok(tried > 10, `${tried} things`);
  }));

  test('in a frame as high as the posting', async (t) => {
    const host = await openInChromium(temporaryFolder(t), sites.browser);
    t.after(() => host.close());
    await host.visit(host.page(host.posting()), async (page) => {
      const frame = await ready(page);
      await grown(page);
      const cdp = await page.context().newCDPSession(page);
      await walkAll(t, await walkedInFrame(page, frame, cdp), [[390, 844], [1280, 720]]);
    });
  });
});

for (const name of engineNames.filter((one) => one !== 'chromium')) {
  describe(name, () => {
    const engine = launchEngine(name), skip = engine.skipReason ?? (!full && 'with AUSHANG_FULL=1');
    after(() => engine.close());
    for (const path of ['example/', 'seaside/']) {
      test(`${path}: each thing is seen exactly once, as far as styles and places tell`, { skip }, async (t) => {
        const page = await engine.open({ url: `${sites.origin}/${path}`, width: some[0][0], height: some[0][1] });
        try {
          await page.waitFor(() => document.documentElement.dataset.aushang === 'ready', { timeout: 30_000 });
          await walkAll(t, await walkedInEngine(page), some);
          assert.deepEqual(await page.messages(), []);
        } finally {
          await page.close();
        }
      });
    }
  });
}

describe('the walk itself', () => {
  /** @param {string} css what is done to the page @param {number} pictured how many screenfuls, from the top @returns {Promise<string>} what the walk says of it */
  async function told(css, pictured) {
    let said = '';
    await sites.visit('seaside/', { viewport: { width: 1280, height: 720 } }, async (page, cdp) => {
      for (const id of ['au-words', 'au-draft']) await unfold(page, id);
      const walked = await walkedInChromium(page, cdp);
      await page.evaluate(adopt, css);
      said = (await walk(walked, { where: '1280 × 720', pixels: (stop) => stop < pictured })).faults.join('\n');
    });
    return said;
  }

  test('tells fields that nobody sees, texts that are seen twice, what lies on a field, and a word that is cut off', async () => {
    const said = await told(`#au-panel .f-field { opacity: 0; }
      #au-posting .part > p { -webkit-text-fill-color: currentcolor; }
      .posting li { text-shadow: 0 0 0 #000; }
      #au-w-place-label.au-placed { translate: 0 30px; }
      #au-copy-text.au-placed.au-placed { width: 40px; white-space: nowrap; }`, 2);
    for (const wanted of [
      /^input#au-f-years is seen by nobody \(1280 × 720, at \d+ px\)$/m, /^input#au-f-years is seen by nobody, in pixels /m, /^input#au-w-name is seen by nobody while it has the focus /m,
      /^p in #\S+ “We read water levels.*” is seen twice \(/m, /^p in #\S+ “We read water levels.*” is seen twice, in pixels /m,
      /^li.* “One to work in” is seen twice, in pixels /m, /^label#au-w-place-label “.+” lies on input#au-w-place /m, /^button#au-copy-text “.+” is cut off/m,
    ]) assert.match(said, wanted);
    assert.doesNotMatch(said, /“One to work in” is seen twice \(/, 'a shadow is seen by pixels only');
  });

  test('tells what a surface of the document hides, and what the tile only seems to show', async () => {
    assert.match(await told('#au-check { background: #fff; }', 0), /^h2#au-check-title “.+” is seen by nobody: section#au-check “.+” of the document hides the tile /m);
    const said = await told('#canvas { clip-path: inset(100%); }', 1);
    assert.match(said, /^h1#au-title “.+” is seen by nobody, in pixels /m);
    assert.doesNotMatch(said, /nobody \(/);
  });
});
