// What a site looks like by its site.json: colours and a logo of its own in light and in dark mode, whoever wants that, and
// fonts, which come when they come. Each wish with each other, and fonts at another width: with --full.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { compareInk, inkBoxes } from '../support/ink.mjs';
import { combinations, full, temporaryFolder, writeFiles } from '../support/project.mjs';
import { dark, light, posting, red, siteFiles } from '../support/site_look.mjs';
import { textLines } from '../support/text-lines.mjs';
import { openSites, picture, reaches, settle } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  writeFiles(join(folder, 'source'), siteFiles());
  sites = await openSites(folder, { own: posting });
});
after(() => sites?.close());

/** What is painted of paper and logo, the strongest ink of the title, and the colour of a link. @param {Page} page */
async function seenOf(page) {
  const [title, logo] = await Promise.all(['#au-title', '.logo'].map((selector) => page.locator(selector).boundingBox()));
  assert.ok(title && logo);
  const { data, width } = await picture(page);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => [...data.subarray((Math.round(y) * width + Math.round(x)) * 4, (Math.round(y) * width + Math.round(x)) * 4 + 3)];
  const paper = at(2, 500), distance = (/** @type {number[]} */ colour) => Math.max(...colour.map((channel, i) => Math.abs(channel - paper[i])));
  let ink = paper;
  for (let y = title.y; y < title.y + title.height; ++y) for (let x = title.x; x < title.x + 200; ++x) if (distance(at(x, y)) > distance(ink)) ink = at(x, y);
  const accent = await page.locator('.posting a').first().evaluate((link) => getComputedStyle(link).color);
  return { paper, accent, ink, logo: at(logo.x + logo.width / 2, logo.y + logo.height / 2) };
}

describe('light and dark', () => {
  const colorSchemes = /** @type {const} */ (['light', 'dark']);
  for (const { colorScheme, asked } of combinations({ asked: ['', 'light', 'dark'], colorScheme: colorSchemes })) {
    const expected = (asked || colorScheme) === 'dark' ? dark : light;
    test(`the system says ${colorScheme}, the address ${asked || 'nothing'}`, () => sites.visit(`own/${asked && `?theme=${asked}`}`, { colorScheme }, async (page) => {
      assert.deepEqual(await seenOf(page), expected);
      assert.equal(await page.getByRole('img').count(), 1, 'one picture, for whoever hears the page, too');
      assert.equal(await page.getByRole('img', { name: 'Ours', exact: true }).count(), 1);
    }));
  }
  for (const colorScheme of colorSchemes) {
    test(`without scripts, the system says ${colorScheme}`, () => sites.visit('own/', { colorScheme, until: 'static', javaScriptEnabled: false }, async (page) => {
      await page.waitForTimeout(100); // pictures of style sheets come after the page
      assert.deepEqual(await seenOf(page), colorScheme === 'dark' ? dark : light);
    }));
  }

  test('it follows while the page is open', () => sites.visit('own/', { colorScheme: 'light' }, async (page) => {
    for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
      await page.emulateMedia({ colorScheme });
      await settle(page);
      assert.deepEqual(await seenOf(page), colorScheme === 'dark' ? dark : light);
    }
  }));

  test('on paper all is dark on white, with the logo for light pages', async () => {
    for (const asked of full ? ['', '?theme=dark'] : ['?theme=dark']) {
      await sites.visit(`own/${asked}`, { colorScheme: 'dark' }, async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const { paper, ink, logo } = await seenOf(page);
        assert.deepEqual({ paper, ink, logo }, { paper: [255, 255, 255], ink: [0, 0, 0], logo: red }, asked);
      });
    }
  });

  test('who asks for more contrast gets links in the ink of the theme', async () => {
    for (const [theme, ink] of [['light', 'rgb(48, 16, 0)'], ['dark', 'rgb(224, 255, 224)']].slice(0, full ? 2 : 1)) {
      await sites.visit(`own/?theme=${theme}`, { contrast: 'more', colorScheme: 'dark' }, async (page) => assert.equal((await seenOf(page)).accent, ink));
    }
  });
});

/** Lets fonts wait: each until it is let go. @param {string[]} names */
function holding(names) {
  const gates = new Map(names.map((name) => {
    let open = () => {};
    const opened = new Promise((done) => { open = () => done(null); });
    return [name, { open, opened }];
  }));
  return {
    before: (/** @type {Page} */ page) => page.route('**/site-font-*.woff2', async (route) => {
      await gates.get(new URL(route.request().url()).pathname.split('/').at(-1) ?? '')?.opened;
      await route.continue().catch(() => {}); // the page may be gone
    }),
    letGo: (/** @type {string} */ name) => gates.get(name)?.open(),
  };
}

/** Lines of title and posting, and their ink. Playwright's own pictures wait for fonts. @param {Page} page @param {CDPSession} cdp */
async function linesOf(page, cdp) {
  const lines = (await page.evaluate(textLines, { root: '#au-posting', ignore: '.facts' })).flatMap((block) => block.lines);
  const image = PNG.sync.read(Buffer.from((await cdp.send('Page.captureScreenshot')).data, 'base64'));
  const ink = inkBoxes(image, { regions: lines.map(({ left, top, width, height }) => ({ left: left - 6, top: top - 4, width: width + 12, height: height + 8 })) });
  return { lines, ink };
}

/** That the tile shows what the document would, in the fonts that are there. @param {Page} page @param {CDPSession} cdp @param {string} when @returns {Promise<number[]>} how wide each line is */
async function agrees(page, cdp, when) {
  const show = (/** @type {boolean} */ shown) => page.evaluate((opacity) => {
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#au-posting > :not(canvas)'))) one.style.opacity = opacity;
  }, shown ? '' : '0');
  await show(false);
  const tile = await linesOf(page, cdp);
  await show(true);
  await page.locator('#au-mode').click();
  await reaches(page, 'plain');
  const plain = await linesOf(page, cdp);
  await page.locator('#au-mode').click();
  await reaches(page, 'ready');
  assert.deepEqual(tile.lines.map(({ text }) => text.trim()), plain.lines.map(({ text }) => text.trim()), `${when}: the same lines`);
  assert.ok(tile.ink.every(Boolean), when);
  assert.ok(Math.max(...compareInk(tile.ink, plain.ink)) <= 1, `${when}: ${compareInk(tile.ink, plain.ink)}`);
  return plain.ink.map((box) => (box?.right ?? 0) - (box?.left ?? 0));
}

/** @param {Page} page @param {string} font as CSS writes it @param {boolean} wanted */
const whether = (page, font, wanted) => page.waitForFunction(([style, is]) => document.fonts.check(`${style} 17px Boxes`) === is, /** @type {const} */ ([font, wanted]));

describe('fonts of its own', () => {
  for (const width of full ? [390, 1280] : [390]) {
    test(`the app waits for none; as each comes, the tile is set in it, ${width} px`, () => {
      const fonts = holding(['site-font-1.woff2', 'site-font-2.woff2']);
      return sites.visit('own/', { viewport: { width, height: 1600 }, waitUntil: 'commit', before: fonts.before }, async (page, cdp) => {
        await whether(page, '', false);
        const without = await agrees(page, cdp, 'before any is there');
        fonts.letGo('site-font-1.woff2');
        await whether(page, '', true);
        await settle(page);
        await whether(page, 'italic', false);
        const some = await agrees(page, cdp, 'while one is still missing');
        assert.notDeepEqual(some, without);
        fonts.letGo('site-font-2.woff2');
        await whether(page, 'italic', true);
        await settle(page);
        assert.notDeepEqual(await agrees(page, cdp, 'when all are there'), some);
      });
    });
  }

  test('those that every page needs are fetched early, each is fetched once, and nothing is amiss', () => sites.visit('own/', {}, async (page, cdp) => {
    await page.evaluate(() => document.fonts.ready);
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')).map((one) => [one.name.split('/').at(-1), /** @type {PerformanceResourceTiming} */ (one).initiatorType]));
    assert.deepEqual(fetched.sort(), [['site-font-1.woff2', 'link'], ['site-font-2.woff2', 'css']]);
    assert.deepEqual(await page.evaluate(() => [...document.fonts].map(({ status, display }) => [status, display])), [['loaded', 'swap'], ['loaded', 'swap']]);
    await agrees(page, cdp, 'as they come');
  }));

  test('one that can\'t be used leaves the page as it is', () => sites.visit('own/', { faults: /site-font|Failed to load|Failed to decode|OTS parsing/, before: (page) => page.route('**/site-font-1.woff2', (route) => route.fulfill({ status: 404, body: '' })) }, async (page, cdp) => {
    await whether(page, 'italic', true);
    await agrees(page, cdp, 'with one alone');
  }));
});
