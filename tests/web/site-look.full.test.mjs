// What site-look.test.mjs finds in Chromium holds in each engine: colours and logo of each mode, and lines in fonts that the site
// brings along.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { compareInk, inkBoxes } from '../support/ink.mjs';
import { aushang, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { dark, light, posting, siteFiles } from '../support/site_look.mjs';
import { foldLine, textLines } from '../support/text-lines.mjs';

/** @typedef {import('../support/engines.mjs').Page} Page */
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async (t) => {
  const folder = writeFiles(temporaryFolder(/** @type {any} */ (t)), { ...siteFiles(), 'own/posting.md': posting, 'own/check.json': smallCheck() });
  const { code, err } = aushang(['build', 'own', '-o', 'dist'], { cwd: folder });
  assert.equal(code, 0, err);
  site = await serve(join(folder, 'dist'));
});
after(() => site?.close());

/** Ready or plain, with all fonts there, and drawn. @param {Page} page @param {string} state */
async function comes(page, state) {
  await page.waitFor((/** @type {string} */ wanted) => document.documentElement.dataset.aushang === wanted && ['', 'italic '].every((style) => document.fonts.check(`${style}17px Boxes`)), { timeout: 30_000 }, state);
  await page.evaluate(() => new Promise((done) => {
    const after = (/** @type {number} */ frames) => requestAnimationFrame(() => (frames > 1 ? after(frames - 1) : done(true)));
    after(6);
  }));
}

for (const name of engineNames) {
  const engine = launchEngine(name);
  describe(name, () => {
    const skip = engine.skipReason ?? false;
    after(() => engine.close());

    for (const isDark of [false, true]) {
      for (const asked of ['', 'light', 'dark']) {
        test(`the system says ${isDark ? 'dark' : 'light'}, the address ${asked || 'nothing'}`, { skip }, async () => {
          const expected = (asked ? asked === 'dark' : isDark) ? dark : light;
          const page = await engine.open({ url: `${site.origin}/?theme=${asked}`, width: 1000, height: 700, dark: isDark });
          await comes(page, 'ready');
          const [x, y] = await page.evaluate(() => {
            const { left, top, width, height } = /** @type {Element} */ (document.querySelector('.logo')).getBoundingClientRect();
            return [left + width / 2, top + height / 2];
          });
          const { data, width } = await page.screenshot();
          const at = (/** @type {number} */ column, /** @type {number} */ row) => [...data.subarray((Math.round(row) * width + Math.round(column)) * 4, (Math.round(row) * width + Math.round(column)) * 4 + 3)];
          const accent = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.posting a'))).color);
          assert.deepEqual({ paper: at(2, 500), accent, logo: at(x, y) }, { paper: expected.paper, accent: expected.accent, logo: expected.logo });
          assert.deepEqual(await page.messages(), []);
          await page.close();
        });
      }
    }

    test('fonts of its own: the tile shows the plain page\'s lines', { skip }, async () => {
      const look = async (/** @type {string} */ query, /** @type {string} */ state) => {
        const page = await engine.open({ url: `${site.origin}/${query}`, width: 600, height: 1400, initStyle: '.dock { display: none !important; }' });
        await comes(page, state);
        if (state === 'ready') await page.addStyle('#au-posting > :not(canvas) { opacity: 0 !important; }');
        const lines = (await page.evaluate(textLines, { root: '#au-posting', ignore: '.facts' })).flatMap((block) => block.lines);
        const ink = inkBoxes(await page.screenshot(), { regions: lines.map(({ left, top, width, height }) => ({ left: left - 6, top: top - 4, width: width + 12, height: height + 8 })) });
        assert.deepEqual(await page.messages(), []);
        await page.close();
        return { lines: lines.map(foldLine), ink };
      };
      const plain = await look('?mode=plain', 'plain'), tile = await look('', 'ready');
      assert.deepEqual(tile.lines, plain.lines);
      assert.ok(plain.lines.length > 6 && plain.ink.every(Boolean));
      assert.ok(Math.max(...compareInk(tile.ink, plain.ink)) <= 1, String(compareInk(tile.ink, plain.ink)));
    });
  });
}
