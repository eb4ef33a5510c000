// The keyboard on the drawn page and on the plain one: every stop once, in reading order, seen on the pixels; arrows within a
// group; a way in, past, and out again. Pixels of every stop, where many are alike, and each form at each width: with --full.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { checkOf, group, words } from '../support/applicant.mjs';
import { contrast } from '../support/contrast.mjs';
import { combinations, full, temporaryFolder } from '../support/project.mjs';
import { openSites, settle, spied } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
const said = words('en');
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '' }); });
after(() => sites?.close());

/** What has the focus: its number among all elements, and where it is seen. @param {Page} page */
const focus = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown = element.closest('#au-panel label') ?? element; // an option's ring is around all of it
  const boxes = [...shown.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  const kind = [element.localName, /** @type {HTMLInputElement} */ (element).type, ...[...shown.classList].filter((one) => !one.startsWith('au-')), boxes.length > 1].join(' ');
  return { number: [...document.querySelectorAll('*')].indexOf(element), kind, name: element.id || (element.closest('.dock') ? element.className : element.textContent?.trim().slice(0, 40)) || '', boxes, type: /** @type {HTMLInputElement} */ (element).type };
});

/** @param {Page} page @param {string} key */
async function stops(page, key) {
  /** @type {NonNullable<Awaited<ReturnType<typeof focus>>>[]} */
  const found = [];
  for (let i = 0; i < 150; ++i) {
    await page.keyboard.press(key);
    const one = await focus(page);
    if (!one || one.name === 'end') return found; // out of the page, or round
    found.push(one);
  }
  assert.fail(`150 times ${key}, and still in the page: it is a trap`);
}

/** Runs in the page: the look of the focus without its ring, or as it is. @param {string} outline */
function ring(outline) {
  const { activeElement } = document;
  for (const element of [activeElement, activeElement?.closest('label')]) if (element) /** @type {HTMLElement} */ (element).style.outline = outline;
}

const forms = [['ready', ''], ['plain', '?mode=plain']];
for (const [state, query] of forms) {
  for (const { width } of combinations({ form: forms, width: [1280, 360] }).filter(({ form }) => form[0] === state)) {
    describe(`${state}, ${width} px`, () => {
      const options = { until: state, viewport: { width, height: 800 } };

      test('Tab stops everywhere once, in the order of the document, and comes out; Shift+Tab goes the same way back', () => sites.visit(`example/${query}`, options, async (page) => {
        const there = await stops(page, 'Tab');
        assert.ok(there.length > 40, String(there.length));
        assert.equal(there[0].name, 'au-mode');
        const numbers = there.map(({ number }) => number);
        assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
        assert.equal(new Set(numbers).size, numbers.length);
        await page.evaluate(() => { const end = document.createElement('button'); end.id = 'end'; document.body.append(end); end.focus(); });
        const back = await stops(page, 'Shift+Tab');
        // Of radio buttons of which none is chosen, Tab stops at the first and Shift+Tab at the last.
        const fixed = (/** @type {typeof there} */ list) => list.filter(({ type }) => type !== 'radio').map(({ name }) => name);
        assert.deepEqual(fixed(back).reverse(), fixed(there));
        assert.deepEqual((await spied(page)).prevented, []);
      }));

      const colorScheme = width === 360 ? 'light' : 'dark';
      test(`${colorScheme}: what has the focus is seen on the pixels, with 3:1 to how it looks without`, () => sites.visit(`example/${query}`, { ...options, colorScheme }, async (page) => {
        /** @param {{x: number, y: number, width: number, height: number}} clip */
        const pixels = async (clip) => PNG.sync.read(await page.screenshot({ clip }));
        /** How many of a kind were seen. @type {Map<string, number>} */
        const kinds = new Map();
        let seen = 0;
        for (let i = 0; i < 150; ++i) {
          await page.keyboard.press('Tab');
          const stop = await focus(page);
          if (!stop) break;
          const alike = kinds.get(stop.kind) ?? 0;
          kinds.set(stop.kind, alike + 1);
          if (!full && alike > 0 && alike % 5 !== 4) continue; // the first of each kind, and some of the others
          await settle(page);
          const { boxes, name } = /** @type {NonNullable<Awaited<ReturnType<typeof focus>>>} */ (await focus(page));
          const [left, top] = [Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.left)) - 8)), Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.top)) - 8))];
          const [right, bottom] = [Math.min(width, Math.ceil(Math.max(...boxes.map((box) => box.right)) + 8)), Math.min(800, Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + 8))];
          const clip = { x: left, y: top, width: right - left, height: bottom - top };
          const after = await pixels(clip);
          await page.evaluate(ring, 'none');
          const before = await pixels(clip);
          await page.evaluate(ring, '');
          let changed = 0, around = 0;
          for (const box of boxes) around += 2 * (box.right - box.left + Math.min(box.bottom, 800) - Math.max(box.top, 0));
          for (let at = 0; at < after.data.length; at += 4) {
            if (after.data.compare(before.data, at, at + 3, at, at + 3) !== 0 && contrast(after.data.subarray(at, at + 3), before.data.subarray(at, at + 3)) >= 3) ++changed;
          }
          // The ring is 3 px wide; a part of it may lie out of the window or behind the dock, and lines of a phrase share one.
          assert.ok(changed >= around, `${name}: ${changed} pixels, ${Math.round(around)} px around it`);
          ++seen;
        }
        assert.ok(seen > (full ? 40 : 12) && kinds.size > 8, `${seen} of ${[...kinds].join('; ')}`);
      }));
    });
  }

  test(`${state}: arrows go round in a question's answers and never out; Tab comes back to the chosen one`, () => sites.visit(`example/${query}`, { until: state }, async (page) => {
    const question = checkOf('phd-ot').questions.find((/** @type {any} */ one) => one.type === 'one' || one.type === 'yes_no');
    const radios = group(page, question, 'en').getByRole('radio');
    const count = await radios.count();
    assert.ok(count >= 4);
    const chosen = () => radios.evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).checked).indexOf(true));
    const focused = () => radios.evaluateAll((all) => all.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
    await radios.first().focus();
    await page.keyboard.press('Space');
    for (const [key, wanted] of /** @type {[string, number][]} */ ([...Array.from({ length: count }, (_, i) => ['ArrowDown', (i + 1) % count]), ['ArrowUp', count - 1], ['ArrowLeft', count - 2], ['ArrowRight', count - 1]])) {
      await page.keyboard.press(key);
      await settle(page);
      assert.deepEqual([await chosen(), await focused()], [wanted, wanted], key);
    }
    await page.keyboard.press('Tab');
    assert.equal(await focused(), -1);
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), count - 1);
    assert.deepEqual((await spied(page)).prevented, []);
  }));

  for (const [presses, target, words] of /** @type {[number, string, string][]} */ ([[2, 'au-apply', said['page.skip_to_apply']], [3, 'au-check', said['page.skip_to_check']]])) {
    if (full || (state === 'plain') === (target === 'au-apply')) test(`${state}: a skip link leads to ${target}, and Tab goes on from there`, () => sites.visit(`example/${query}`, { until: state, viewport: { width: 360, height: 700 } }, async (page) => {
      for (let i = 0; i < presses; ++i) await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), words);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`#${target}$`));
      await settle(page);
      const top = await page.locator(`#${target}`).evaluate((element) => element.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 60, String(top));
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate((id) => document.getElementById(id)?.contains(document.activeElement), target));
    }));
  }

  if (full || state === 'ready') describe(`${state}: the pointer`, () => {
    test('right click and long press on a link reach that link, wherever its words are; over text is the caret\'s cursor', () => sites.visit(`example/${query}`, { until: state, viewport: { width: 360, height: 740 }, hasTouch: true }, async (page, cdp) => {
      await page.evaluate(() => {
        const menus = /** @type {{link: string | undefined, prevented: boolean}[]} */ ([]);
        /** @type {any} */ (window).menus = menus;
        addEventListener('contextmenu', (event) => {
          menus.push({ link: /** @type {Element} */ (event.target).closest('a')?.href, prevented: event.defaultPrevented });
          event.preventDefault(); // a menu would hold up the test
        });
        addEventListener('touchstart', ({ target }) => { /** @type {any} */ (window).touched = /** @type {Element} */ (target).closest('a')?.href; }, { passive: true });
      });
      const links = page.locator('.posting a, #au-panel a');
      for (let i = 0, count = await links.count(); i < count; ++i) {
        const link = links.nth(i);
        await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        await settle(page);
        const { href, places, cursor } = await link.evaluate((element) => ({
          href: /** @type {HTMLAnchorElement} */ (element).href, cursor: getComputedStyle(element).cursor,
          places: [...element.getClientRects()].filter(({ width, height }) => width > 8 && height > 8).map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })),
        }));
        assert.ok(places.length > 0 && cursor === 'pointer', href);
        for (const { x, y } of places) await page.mouse.click(x, y, { button: 'right' });
        const menus = await page.evaluate(() => /** @type {any} */ (window).menus.splice(0));
        assert.equal(menus.length, places.length, href);
        for (const menu of menus) assert.deepEqual(menu, { link: href, prevented: false });
        // A finger that stays: where that opens a menu, nobody has kept the touch from it.
        await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [places[0]] });
        await cdp.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).touched), href);
      }
      assert.deepEqual((await spied(page)).prevented.filter((what) => !what.startsWith('contextmenu')), []);
      const cursors = await page.evaluate(() => [...document.querySelectorAll('.part > p, .posting li, .f-text, .f-legend')].filter((element) => !element.querySelector('a')).map((element) => {
        element.scrollIntoView({ block: 'center' });
        const { left, top } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + 20, top + 12);
        return hit && element.contains(hit) ? getComputedStyle(hit).cursor : `${hit?.outerHTML.slice(0, 60)} lies over it`;
      }));
      assert.deepEqual([...new Set(cursors)], ['auto']);
    }));
  });
}
