// What readers have set for themselves: contrast, movement, text size, spacing, zoom; on the drawn page and on the plain one,
// from the start and while the page is open. Where a wish is met alike, the other form and the other width: with --full.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { contrast } from '../support/contrast.mjs';
import { isBlank } from '../support/ink.mjs';
import { combinations, full, temporaryFolder } from '../support/project.mjs';
import { adopt } from '../support/spy.mjs';
import { boxesInView, counted, longPosting, openSites, pause, picture, settle, spied } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '', long: longPosting(6) }); });
after(() => sites?.close());

const forms = /** @type {const} */ ([['ready', ''], ['plain', '?mode=plain']]);

/** Colours of texts and frames, against what they lie on. @param {Page} page */
const contrasts = async (page) => (await page.evaluate(() => {
  const numbers = (/** @type {string} */ colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const groundOf = (/** @type {Element | null} */ element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = numbers(getComputedStyle(one).backgroundColor);
      if ((colour[3] ?? 1) > 0) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll('h1, h2, p, li, a, label, legend, button, dt, dd, .remark, .hint')) {
    if (!element.checkVisibility() || element.closest('.au-probe') || !element.textContent?.trim()) continue;
    found.push({ what: `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`, ink: numbers(getComputedStyle(element).color).slice(0, 3), ground: groundOf(element) });
  }
  return found;
})).map(({ what, ink, ground }) => ({ what, ratio: contrast(ink, ground) }));

/** The strongest contrast with its ground that is painted in a box. @param {Page} page @param {string} selector */
async function painted(page, selector) {
  const place = page.locator(selector).first();
  await place.scrollIntoViewIfNeeded();
  await settle(page);
  const box = /** @type {{x: number, y: number, width: number, height: number}} */ (await place.boundingBox());
  const { data, width } = await picture(page);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  const ground = at(Math.floor(box.x + box.width) - 1, Math.ceil(box.y));
  let most = 1;
  for (let y = Math.ceil(box.y); y < Math.floor(box.y + box.height); ++y) for (let x = Math.ceil(box.x); x < Math.floor(box.x + box.width); ++x) most = Math.max(most, contrast(at(x, y), ground));
  return most;
}

describe('more contrast', () => {
  for (const { form: [state, query], colorScheme } of combinations({ form: forms, colorScheme: /** @type {const} */ (['light', 'dark']) })) {
    test(`${state}, ${colorScheme}: every text has 7:1, and what is drawn is what is said`, () => sites.visit(`example/${query}`, { until: state, colorScheme }, async (page) => {
      const quiet = await painted(page, '.f-hint');
      const { draws } = await counted(page, () => page.emulateMedia({ contrast: 'more' }));
      assert.ok(state === 'plain' || draws > 0, 'drawn anew at once');
      const found = await contrasts(page);
      assert.ok(found.length > 60);
      assert.deepEqual(found.filter(({ ratio }) => ratio < 7), []);
      const more = await painted(page, '.f-hint');
      assert.ok(more > quiet * 1.3, `${quiet} → ${more}`);
      await settle(page);
      assert.deepEqual(await counted(page, () => pause(500)), { frames: 0, timers: 0, draws: 0 });
    }));
  }

  test('it holds in a theme that was asked for, too', () => sites.visit('example/?theme=dark', { contrast: 'more', colorScheme: 'light' }, async (page) => {
    const found = await contrasts(page);
    assert.ok(found.length > 60);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    assert.deepEqual(found.filter(({ ratio }) => ratio < 7), []);
  }));
});

describe('less movement', () => {
  for (const [state, query] of full ? forms : forms.slice(0, 1)) {
    test(`${state}: nothing moves by itself, with the wish and without it`, () => sites.visit(`long/${query}`, { until: state, reducedMotion: 'reduce' }, async (page) => {
      for (const reducedMotion of /** @type {const} */ (['reduce', 'no-preference'])) {
        await page.emulateMedia({ reducedMotion });
        await page.evaluate(() => { /** @type {any} */ (window).scrolls = []; addEventListener('scroll', () => /** @type {any} */ (window).scrolls.push(scrollY)); });
        await page.locator('.skip').evaluate((link) => /** @type {HTMLElement} */ (link).click());
        await settle(page);
        await pause(200);
        const { places, animations } = await page.evaluate(() => ({ places: new Set(/** @type {any} */ (window).scrolls).size, animations: document.getAnimations().length }));
        assert.deepEqual({ places, animations }, { places: 1, animations: 0 }, 'there at once');
        await page.evaluate(() => scrollTo(0, 0));
        await settle(page);
      }
    }));
  }
});

describe('a text size of the browser', () => {
  for (const { form: [state, query], width } of combinations({ form: forms, width: [360, 1280] })) {
    test(`${state}, ${width} px: twice as large it is drawn twice as large, and all of it is there`, () => sites.visit(`example/${query}`, { until: state, viewport: { width, height: 1800 }, before: async (page) => {
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    } }, async (page) => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), '34px');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, 'nothing scrolls sideways');
      let seen = 0;
      for (const top of [0, 700, 2000]) {
        await page.evaluate((y) => scrollTo(0, y), top);
        await settle(page);
        const [image, boxes] = [await picture(page), await boxesInView(page)];
        seen += boxes.length;
        for (const box of boxes) assert.ok(!isBlank(image, box), JSON.stringify(box));
      }
      assert.ok(seen >= 2, String(seen));
      if (state === 'ready') assert.ok(await page.locator('.au-inked').count() > 0, 'drawn, not only shown');
    }));
  }
});

const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';
for (const width of full ? [320, 1280] : [320]) {
  test(`spacing of their own, ${width} px: the page is plain, and nothing is cut off or covered`, () => sites.visit('example/', { until: 'plain', viewport: { width, height: 800 }, before: (page) => page.addInitScript(adopt, spacing) }, async (page) => {
    const cut = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((one) => {
      const element = /** @type {HTMLElement} */ (one);
      if (!element.checkVisibility() || element.closest('.au-probe, .au-say, .au-sample, textarea, input, progress, canvas')) return false;
      const style = getComputedStyle(element);
      const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      return (clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) || element.getBoundingClientRect().right > innerWidth + 0.5;
    }).map((element) => `${element.localName}.${element.className}`));
    assert.deepEqual(cut, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    // Each control is reached where it is.
    const covered = await page.evaluate(() => [...document.querySelectorAll('#au-panel :is(input, textarea, button, a), header a, #au-mode')].filter((element) => {
      if (!element.checkVisibility()) return false;
      element.scrollIntoView({ block: 'center' });
      const { left, top, width: wide, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + Math.min(wide / 2, 20), top + height / 2);
      return wide > 0 && hit !== element && !element.contains(hit) && !hit?.contains(element);
    }).map((element) => element.id || element.textContent));
    assert.deepEqual(covered, []);
  }));
}

describe('zoomed to 400 %: a window of 1280 by 1024 has 320 by 256 px', () => {
  for (const [state, query] of full ? forms : forms.slice(0, 1)) {
    test(`${state}: one column, all of the window to read in, sharp, and every control in reach`, () => sites.visit(`example/${query}`, { until: state, viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      const fixed = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.checkVisibility() && element.getBoundingClientRect().height > 0 && element.textContent?.trim()).map((element) => element.id || element.className));
      assert.deepEqual(fixed, [], 'nothing takes a part of it for good');
      if (state === 'ready') {
        const { pixels, shown } = await page.evaluate(() => {
          const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
          return { pixels: canvas.width, shown: canvas.getBoundingClientRect().width };
        });
        assert.ok(Math.abs(pixels / shown - 4) < 0.01, `${pixels} for ${shown} px`);
      }
      let passed = 0;
      for (let i = 0; i < 120; ++i) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const { left, top, right, bottom } = (element.closest('label') ?? element).getBoundingClientRect();
          return { id: element.id || element.textContent?.slice(0, 40), left, right, seen: Math.min(bottom, innerHeight) - Math.max(top, 0), height: bottom - top };
        });
        if (!focus) break;
        ++passed;
        assert.ok(focus.left >= 0 && focus.right <= 320 && focus.seen >= Math.min(focus.height, 40) - 1, JSON.stringify(focus));
      }
      assert.ok(passed > 40, `${passed} stops`);
      await settle(page);
      assert.deepEqual((await spied(page)).prevented, []);
    }));
  }
});
