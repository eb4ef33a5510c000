// The tile in a real browser: how it starts, that it rests, that it takes nothing from the browser and moves nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { unfold } from '../support/applicant.mjs';
import { isBlank } from '../support/ink.mjs';
import { full, temporaryFolder } from '../support/project.mjs';
import { textLines } from '../support/text-lines.mjs';
import { boxesInView, counted, longPosting, openSites, pause, picture, reaches, settle, spied } from '../support/tile_page.mjs';

/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '', long: longPosting(30) }); });
after(() => sites?.close());

describe('the start', () => {
  test('people see the page before the app begins', () => sites.visit('example/', { before: (page) => page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = /** @type {typeof instantiate} */ ((/** @type {[any, any]} */ ...args) => {
      performance.mark('begins');
      return instantiate(...args);
    });
  }) }, async (page) => {
    const [painted, begins] = await page.evaluate(() => ['first-contentful-paint', 'begins'].map((name) => performance.getEntriesByName(name)[0]?.startTime));
    assert.ok(painted < begins, `${painted} ms, ${begins} ms`);
  }));

  test('the page goes from static over starting to ready, says when, and has drawn every text in view: none by itself, and none missing', () => sites.visit('example/', {}, async (page) => {
    const { states, count } = await spied(page);
    assert.deepEqual(states, ['static', 'starting', 'ready']);
    assert.equal(await page.evaluate(() => performance.getEntriesByName('aushang:ready').length), 1);
    assert.ok(count.draws > 0);
    const image = await picture(page);
    const boxes = await boxesInView(page);
    assert.ok(boxes.length >= 3, String(boxes.length));
    for (const box of boxes) assert.ok(!isBlank(image, box), JSON.stringify(box));
    await page.evaluate(() => { /** @type {HTMLElement} */ (document.getElementById('canvas')).hidden = true; });
    const without = await picture(page);
    for (const box of boxes) assert.ok(isBlank(without, box), JSON.stringify(box));
  }));

  test('nothing moves from static to ready at 360 and 1280 px', async () => {
    const blocks = () => [...document.querySelectorAll('#au-posting > :is(h1, section), .posting *, main > .panel, footer')].filter((e) => !e.matches('.wb, .au-line, .au-probe *')).map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const inline = getComputedStyle(element).display === 'inline';
      return { name: `${element.localName} ${element.textContent?.slice(0, 20)}`, box: inline ? [] : [left, top + scrollY, width, height] };
    });
    const inFlow = (/** @type {Awaited<ReturnType<typeof blocks>>} */ all) => all.filter(({ box }) => box.length > 0);
    const linesOf = async (/** @type {import('playwright-core').Page} */ page) => (await page.evaluate(textLines, { root: '#au-posting' })).flatMap((block) => block.lines);
    /** @type {Map<number, {still: ReturnType<typeof blocks>, lines: import('../support/text-lines.mjs').Line[]}>} */
    const before = new Map();
    const widths = [360, 1280];
    await sites.visit('example/', { until: 'static', faults: /net::ERR_FAILED/, before: (page) => page.route('**/app.js', (route) => route.abort()) }, async (page) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        before.set(width, { still: await page.evaluate(blocks), lines: await linesOf(page) });
      }
    });
    for (const width of widths) await sites.visit('example/', { viewport: { width, height: 800 } }, async (page) => {
      const { still, lines } = before.get(width) ?? assert.fail();
      // The browser tells of a paint in its own time.
      await page.waitForFunction(() => /** @type {any} */ (window).spy.largest.length > 0, undefined, { timeout: 5000 });
      const spy = await spied(page);
      assert.deepEqual(spy.shifts, []);
      const largest = spy.largest.at(-1);
      assert.ok(largest?.inside && largest.text, JSON.stringify(spy.largest));
      const now = await page.evaluate(blocks);
      assert.equal(now.length, still.length);
      inFlow(now).forEach((block, i) => {
        const was = inFlow(still)[i];
        assert.equal(block.name, was.name);
        // Rows and lists hold nothing once their cells and items are placed; those are compared themselves.
        if (/^(ul|ol|table|thead|tbody|tr|div|blockquote) /.test(block.name)) return;
        block.box.forEach((edge, k) => assert.ok(Math.abs(edge - was.box[k]) <= 0.5, `${block.name}: ${was.box} → ${block.box}`));
      });
      const after = await linesOf(page);
      assert.deepEqual(after.map((line) => line.text.trim()), lines.map((line) => line.text.trim()));
      after.forEach((line, i) => {
        const was = lines[i];
        assert.ok(Math.abs(line.top - was.top) <= 0.5 && Math.abs(line.left - was.left) <= 0.5, JSON.stringify({ was, line }));
      });
    });
  });

  test('an address with a heading leads to it, and the tile is there', () => sites.visit('long/#heading-number-150', {}, async (page) => {
    const top = await page.evaluate(() => document.getElementById('heading-number-150')?.getBoundingClientRect().top ?? -1);
    assert.ok(top >= 0 && top < 60, String(top));
    assert.ok(await page.evaluate(() => document.getElementById('heading-number-150')?.classList.contains('au-inked')));
    const boxes = await boxesInView(page), image = await picture(page);
    assert.ok(boxes.length > 3, String(boxes.length));
    for (const box of boxes) assert.ok(!isBlank(image, box), JSON.stringify(box));
  }));

  test('a window resized while the page starts has the right tile', () => {
    /** @type {() => void} */
    let arrive = () => {};
    const arrived = new Promise((done) => { arrive = () => done(null); });
    return sites.visit('long/', { until: 'starting', before: (page) => page.route('**/posting.json', async (route) => { await arrived; await route.continue(); }) }, async (page) => {
      await page.setViewportSize({ width: 500, height: 700 });
      arrive();
      await reaches(page, 'ready');
      const image = await picture(page);
      const boxes = await boxesInView(page);
      assert.ok(boxes.length > 3);
      for (const box of boxes) assert.ok(!isBlank(image, box) && box.left + box.width <= 500, JSON.stringify(box));
    });
  });
});

describe('rest', () => {
  const rests = async (/** @type {import('playwright-core').Page} */ page, milliseconds = full ? 5000 : 1500) => assert.deepEqual(await counted(page, () => pause(milliseconds)), { frames: 0, timers: 0, draws: 0 });

  test('nothing runs while nothing happens; another colour scheme is drawn once and at once', () => sites.visit('example/', {}, async (page) => {
    await rests(page);
    const [box] = await boxesInView(page, '#au-posting > h1');
    const darkest = async () => {
      const { data, width } = await picture(page);
      let least = 255, most = 0;
      for (let y = Math.ceil(box.top); y < box.top + box.height; ++y) for (let x = Math.ceil(box.left); x < box.left + box.width; ++x) {
        const level = data[(y * width + x) * 4 + 1];
        least = Math.min(least, level);
        most = Math.max(most, level);
      }
      return { least, most };
    };
    const light = await darkest();
    assert.ok(light.least < 60 && light.most > 240, JSON.stringify(light));
    const { draws, timers } = await counted(page, () => page.emulateMedia({ colorScheme: 'dark' }));
    assert.ok(draws > 0 && timers === 0);
    const dark = await darkest();
    assert.ok(dark.least < 40 && dark.most > 200, JSON.stringify(dark));
    const [was, now] = [light, dark].map(({ least, most }) => least + most);
    assert.ok(was > now, 'paper and ink have changed places');
    await rests(page);
  }));

  test('the pointer draws nothing over plain text; over a link once, and once when it leaves', () => sites.visit('example/', {}, async (page) => {
    const [text] = await boxesInView(page, '.part > p');
    await page.mouse.move(text.left + 3, text.top + 10);
    await settle(page);
    const over = await counted(page, async () => { for (let i = 0; i < 12; ++i) await page.mouse.move(text.left + 10 + i * 20, text.top + 10); });
    assert.deepEqual(over, { frames: 0, timers: 0, draws: 0 });
    const link = (await page.locator('.posting p a').first().boundingBox()) ?? assert.fail();
    const move = async (/** @type {number} */ dx) => counted(page, async () => { await page.mouse.move(link.x + dx, link.y + link.height / 2); });
    const enter = await move(5);
    assert.equal(enter.frames, 1);
    assert.ok(enter.draws > 0);
    assert.deepEqual(await move(15), { frames: 0, timers: 0, draws: 0 });
    const leave = await move(-20);
    assert.equal(leave.frames, 1);
    assert.ok(leave.draws > 0);
    await rests(page, 500);
  }));

  test('the words of a phrase under the pointer stay, on a ground of their own', () => sites.visit('example/', {}, async (page) => {
    const mark = page.locator('#au-posting .mark').first();
    await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await settle(page);
    const { x, y, width, height } = (await mark.boundingBox()) ?? assert.fail();
    const words = { left: x, top: y + 2, width, height: height - 6 }; // without the line under them
    const before = await picture(page);
    await mark.hover();
    await settle(page);
    const under = await picture(page);
    assert.ok(!isBlank(under, words), 'the words are seen');
    const corner = (/** @type {import('../support/engines.mjs').Image} */ { data, width }) => [...data.subarray((Math.ceil(words.top) * width + Math.ceil(x)) * 4, (Math.ceil(words.top) * width + Math.ceil(x)) * 4 + 3)];
    assert.notDeepEqual(corner(under), corner(before), 'the ground has changed');
    await page.mouse.move(2, 2);
    await settle(page);
    assert.deepEqual(await picture(page), before);
  }));

  test('scrolling a little draws nothing', () => sites.visit('long/', {}, async (page) => {
    const { draws } = await counted(page, async () => {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 100);
      await page.waitForFunction(() => scrollY === 100);
    });
    assert.equal(draws, 0);
  }));

  test('a page laid out for a narrower window is drawn anew, and only then; what is selected stays so', () => sites.visit('example/', {}, async (page) => {
    assert.ok((await counted(page, () => page.setViewportSize({ width: 700, height: 800 }))).draws > 0);
    const image = await picture(page);
    const boxes = await boxesInView(page);
    assert.ok(boxes.length >= 3, String(boxes.length));
    for (const box of boxes) assert.ok(!isBlank(image, box), JSON.stringify(box));
    await rests(page, 500);
    await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector('.posting p'))));
    const selected = () => page.evaluate(() => String(getSelection()).replace(/\s+/g, ' ').trim());
    const before = await selected();
    assert.ok(before.length > 100, before);
    await page.setViewportSize({ width: 560, height: 800 });
    await settle(page);
    assert.equal(await selected(), before);
  }));

  test('zoomed in, the tile has a pixel for each of the screen\'s, and lies on them', () => sites.visit('long/', {}, async (page, cdp) => {
    await cdp.send('Emulation.setDeviceMetricsOverride', { width: 640, height: 400, deviceScaleFactor: 2, mobile: false });
    await page.waitForFunction(() => devicePixelRatio === 2 && innerWidth === 640);
    await settle(page);
    const size = await page.evaluate(() => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      const { width, height, left, top } = canvas.getBoundingClientRect();
      return { ratio: [canvas.width / width, canvas.height / height], at: [left * 2, (top + scrollY) * 2] };
    });
    assert.deepEqual(size.ratio, [2, 2]);
    for (const edge of size.at) assert.equal(edge, Math.round(edge), 'on whole device pixels');
  }));

  test('pinched, the page is drawn as fine as it is seen, in steps', () => sites.visit('long/', { viewport: { width: 400, height: 700 }, hasTouch: true, isMobile: true }, async (page, cdp) => {
    const fineness = () => page.evaluate(() => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      return canvas.width / parseFloat(canvas.style.width);
    });
    assert.equal(await fineness(), 1);
    for (const [scale, density] of [[1.3, 1.5], [2, 2], [1, 1]]) {
      await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale });
      await page.waitForFunction((wanted) => Math.abs((visualViewport?.scale ?? 0) - wanted) < 0.01, scale);
      await settle(page);
      assert.ok(Math.abs(await fineness() - density) < 0.01, `${scale}: ${await fineness()}`);
    }
    const { draws } = await counted(page, async () => {
      for (const scale of [1.62, 1.7, 1.8, 1.9]) await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale });
    });
    const { draws: all } = await counted(page, () => cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 }));
    assert.ok(draws > 0 && draws <= 2 * all, `${draws} draws, ${all} for one`);
  }));
});

describe('nothing is taken from the browser', () => {
  test('keys, wheel, touch and the context menu keep their meaning', () => sites.visit('long/', { hasTouch: true }, async (page, cdp) => {
    await page.mouse.move(300, 300);
    for (const key of ['Control+f', 'F5', 'Tab', 'Control+Equal', 'Backspace', 'Space', 'ArrowDown', 'ArrowLeft', 'PageDown', 'End', 'Home', 'Escape', 'F1', 'Control+p', 'a', 'Slash']) {
      const parts = key.split('+'), name = parts.at(-1) ?? '';
      const modifiers = parts.length > 1 ? 2 : 0;
      // As if the browser's window had been asked: nothing reloads here, but the page sees the key.
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: name, code: name, windowsVirtualKeyCode: { F5: 116, Tab: 9, Backspace: 8, F1: 112, f: 70, p: 80, a: 65 }[name] ?? 0, modifiers });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: name, code: name, modifiers });
    }
    await page.keyboard.press('ArrowDown');
    await page.mouse.wheel(0, 50);
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 300, y: 300, deltaX: 0, deltaY: -10, modifiers: 2 });
    await page.mouse.click(300, 300, { button: 'right' });
    await page.mouse.click(300, 300);
    const point = (/** @type {number} */ y) => [{ x: 300, y }];
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(500) });
    for (const y of [480, 440, 400]) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(y) });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await pause(200);
    const { prevented, input } = await spied(page);
    for (const type of ['keydown', 'keyup', 'wheel', 'contextmenu', 'touchstart', 'touchmove', 'touchend', 'mousedown', 'click']) assert.ok(input.includes(type), `${type} was seen: ${[...new Set(input)]}`);
    assert.deepEqual(prevented, []);
  }));

  test('Tab moves the focus, the space bar and the wheel scroll, a link leads where it says', () => sites.visit('long/', {}, async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'au-mode');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await page.keyboard.press('Space');
    await page.waitForFunction(() => scrollY > 300);
    await page.mouse.move(300, 300);
    await pause(500);
    await page.mouse.wheel(0, -5000);
    await page.waitForFunction(() => scrollY === 0);
    const link = page.locator('.posting li a').first();
    await link.evaluate((element) => element.setAttribute('href', '#heading-number-105'));
    await link.click();
    await page.waitForFunction(() => location.hash === '#heading-number-105' && scrollY > 300);
  }));

  test('a link to another language opens a tab of its own where that is asked for', () => sites.visit('example/', {}, async (page) => {
    for (const modifier of /** @type {const} */ (['Control', 'Shift'])) {
      const opened = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'Deutsch', exact: true }).click({ modifiers: [modifier] });
      await (await opened).close();
      await settle(page);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en', modifier);
    }
  }));

  test('the page can be left without a question, and nothing keeps it from the browser\'s cache', () => sites.visit('example/', {}, async (page) => {
    await page.locator('#au-o-field-0-input').check();
    await unfold(page);
    await page.locator('#au-w-name').fill('Ada');
    await settle(page);
    assert.deepEqual((await spied(page)).leaving, []);
    assert.equal(await page.evaluate(() => window.onbeforeunload), null);
  }));

  test('the reader can zoom, and the canvas is nobody\'s', () => sites.visit('example/', { hasTouch: true }, async (page) => {
    const content = (await page.locator('meta[name=viewport]').getAttribute('content')) ?? '';
    assert.doesNotMatch(content, /user-scalable|maximum-scale|minimum-scale/);
    const canvas = await page.evaluate(() => {
      const element = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      element.focus();
      return { events: getComputedStyle(element).pointerEvents, focused: document.activeElement === element, tab: element.tabIndex, hidden: element.getAttribute('aria-hidden'), edit: element.isContentEditable };
    });
    assert.deepEqual(canvas, { events: 'none', focused: false, tab: -1, hidden: 'true', edit: false });
    for (const name of ['html', 'body', '#au-posting', '.posting']) assert.equal(await page.evaluate((selector) => getComputedStyle(/** @type {Element} */ (document.querySelector(selector))).touchAction, name), 'auto');
  }));
});
