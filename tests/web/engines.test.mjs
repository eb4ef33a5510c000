// The three engines the other page tests run in do what the tests believe they do.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { serveEnginesPage } from '../support/engines_page.mjs';
import { inkBoxes, isBlank } from '../support/ink.mjs';
import { full } from '../support/project.mjs';
import { foldLine, textLines } from '../support/text-lines.mjs';

/** @type {Awaited<ReturnType<typeof serveEnginesPage>>} */
let site;
before(async () => { site = await serveEnginesPage(); });
after(() => site.close());

for (const name of full ? engineNames : engineNames.slice(0, 1)) {
  const engine = launchEngine(name);
  describe(name, () => {
    // Given to each test: a suite that skips is not counted among the skipped tests.
    const skip = engine.skipReason ?? false;
    after(() => engine.close());

    test('it says its version', { skip }, async () => assert.match(await engine.version(), /^\w+\/\d+\.\d+/));

    /** @param {Partial<import('../support/engines.mjs').OpenOptions> & {path?: string}} options @param {(page: import('../support/engines.mjs').Page) => Promise<void>} look */
    async function visit({ path = '/', ...options }, look) {
      const page = await engine.open({ url: site.origin + path, width: 800, height: 600, ...options });
      try {
        await look(page);
      } finally {
        await page.close();
      }
    }

    for (const { width, dpr } of /** @type {const} */ ([{ width: 320, dpr: 1 }, { width: 800, dpr: 2 }])) {
      test(`WebGL2 is on the screenshot, ${width} px wide at ${dpr} device pixels per px`, { skip }, () => visit({ width, dpr }, async (page) => {
        assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio, document.documentElement.clientWidth]), [width, 600, dpr, width]);
        const image = await page.screenshot();
        assert.deepEqual([image.width, image.height], [width * dpr, 600 * dpr]);
        for (const [x, y, colour] of /** @type {[number, number, number[]][]} */ ([[11, 11, [255, 128, 0]], [109, 59, [255, 128, 0]], [109, 61, [255, 255, 255]], [width - 1, 599, [255, 255, 255]]])) {
          const at = (y * dpr * image.width + x * dpr) * 4;
          const seen = [...image.data.subarray(at, at + 3)];
          assert.ok(seen.every((level, i) => Math.abs(level - colour[i]) <= 1), `${seen} at ${x}, ${y}`);
        }
        // The box is 40 × 25 px at 130, 20.
        assert.deepEqual(inkBoxes(image, { dpr, regions: [{ left: 120, top: 15, width: 100, height: 40 }] }), [{ left: 130, top: 20, right: 170, bottom: 45 }]);
        assert.ok(isBlank(image, { left: 10, top: 61, width: 300, height: 15 }, { dpr }));
        assert.deepEqual(await page.messages(), []);
      }));
    }

    test('input reaches a page and a narrow one', { skip }, async () => {
      for (const width of [800, 320]) {
        await visit({ width }, async (page) => {
          await page.evaluate(() => {
            const seen = /** @type {any} */ (window).seen = /** @type {unknown[]} */ ([]);
            addEventListener('wheel', (event) => seen.push(`wheel ${event.clientX} ${event.clientY}`));
            addEventListener('click', (event) => seen.push(`click ${event.clientX} ${event.clientY}`));
            addEventListener('keydown', (event) => seen.push(`key ${event.ctrlKey} ${event.key}`));
            // WebKit scrolls beside the page and learns of listeners with the next frame.
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));
          });
          let top = 0;
          for (const dy of [240, 240, -120]) {
            top += dy;
            await page.wheel(0, dy);
            await page.waitFor((/** @type {number} */ y) => scrollY === y, {}, top);
          }
          await page.click(60, 70);
          await page.key('ArrowLeft');
          await page.key('Control+e');
          const expected = [...Array(3).fill(`wheel ${width / 2} 300`), 'click 60 70', 'key false ArrowLeft', 'key true Control', 'key true e'];
          await page.waitFor((/** @type {number} */ count) => /** @type {any} */ (window).seen.length >= count, {}, expected.length);
          assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).seen), expected);
        });
      }
    });

    test('a page can be resized, down to 320 px', { skip }, () => visit({ framed: true }, async (page) => {
      for (const [width, height] of [[320, 500], [1000, 700]]) {
        await page.resize(width, height);
        const image = await page.screenshot();
        assert.deepEqual([image.width, image.height], [width, height]);
      }
    }));

    test('style sheets get past the policy, before the first script and later; the colour scheme is as wanted', { skip }, () => visit({ dark: true, initStyle: '#box { opacity: 0.5 }' }, async (page) => {
      assert.deepEqual(await page.evaluate(() => [/** @type {any} */ (window).styleAtStart, /** @type {any} */ (window).scriptsAtStart]), ['0.5', 1]);
      await page.addStyle('#box { opacity: 0.25 }');
      assert.deepEqual(await page.evaluate(() => [getComputedStyle(document.querySelector('#box') ?? document.body).opacity, matchMedia('(prefers-color-scheme: dark)').matches]), ['0.25', true]);
      const image = await page.screenshot();
      assert.deepEqual([...image.data.subarray(0, 3)], [0, 0, 0]);
      assert.deepEqual(await page.messages(), []);
    }));

    test('every kind of fault is noticed, once', { skip }, () => visit({ path: '/faults' }, async (page) => {
      const messages = () => page.messages();
      for (const end = Date.now() + 5000; (await messages()).length < 6 && Date.now() < end;) await new Promise((done) => setTimeout(done, 30));
      const count = (/** @type {string} */ kind, /** @type {RegExp} */ text) => found.filter((message) => message.kind === kind && text.test(message.text)).length;
      const found = await messages();
      const kinds = [count('console', /wrong/), count('console', /strange/), count('csp', /style-src/), count('network', /\/missing: 404/), count('leaves', /localhost:\d+\/elsewhere$/), count('error', /late/)];
      assert.deepEqual(kinds, [1, 1, 1, 1, 1, 1], JSON.stringify(found, null, 1));
      assert.equal(found.filter((message) => /not a fault/.test(message.text)).length, 0);
    }));

    test('lines of text are those the browser draws', { skip }, () => visit({ width: 320 }, async (page) => {
      const blocks = await page.evaluate(textLines, { root: 'main' });
      assert.deepEqual(blocks.map((block) => [block.tag, block.id, ...block.lines.map(foldLine)]), [
        ['p', 'wrapped', 'Seven words of nested', 'text wrap here2'],
        ['p', 'broken', 'one', 'twothree four'],
        ['pre', 'kept', 'kept', 'as is'],
        ['span', 'placed', 'first line,'], ['span', 'placed', 'second line'],
        ['li', 'text', 'item'], ['li', 'text', 'inner'],
        ['p', 'text', 'here: 日本語 😀'],
      ]);
      const { lines } = blocks[0];
      assert.ok(lines.every((line) => line.left === 10 && line.width > 90 && line.width <= 224), JSON.stringify(lines));
      assert.ok(Math.abs(lines[1].top - lines[0].top - 24) < 1.5, JSON.stringify(lines)); // the superscript may reach up a little
      // What is drawn lies in the boxes that were told: words where there are some, nothing beside them.
      const image = await page.screenshot();
      for (const line of lines) {
        const [ink] = inkBoxes(image, { regions: [{ ...line, left: 0, width: 310 }] });
        assert.ok(ink && ink.left >= line.left - 1 && ink.right <= line.left + line.width + 1 && ink.right > line.left + line.width - 4, JSON.stringify({ ink, line }));
      }
      await page.wheel(0, 100);
      await page.waitFor(() => scrollY === 100);
      assert.deepEqual((await page.evaluate(textLines, { root: 'main' }))[0].lines, lines, 'scrolling changes nothing');
      assert.deepEqual(await page.evaluate(textLines, { root: 'main', ignore: '#wrapped, #broken, #kept, #placed, li, .clear' }), []);
    }));
  });
}
