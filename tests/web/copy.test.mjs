// What is selected, by keyboard, pointer or touch, is copied as it was written: the text of `aushang render --to text`,
// and clean HTML.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unfold } from '../support/applicant.mjs';
import { serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { aushang, full, project, temporaryFolder } from '../support/project.mjs';
import { longPosting, openSites, settle } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
const structured = `---
title: All kinds of blocks
---
Some *words* with [a link](https://example.org/a?b=1&c=2), [https://example.org/](https://example.org/), <who@group.example>, [a place](#lists) and a file, [the form](form.pdf).
A second line of it,\\
and a third one.

## Lists

- one
- two, which is so long that on a narrow page it certainly does not fit into a line and has to go on in another one
  1. inside
  2. \`code(a, b)\` inside

     with a second paragraph
- three

3. third
4. fourth

- [ ] open
- [x] done

## More

> A quotation
>
> - with a list
> - in it

\`\`\`js
if (a < b) {

  c();
}
\`\`\`

| Place | Number | |
|-------|-------:|-|
| Berlin | 1 | x |
| Pots**dam** | 22 | |

- a paragraph

  and one more, NeurIPS/ICLR c--d

---

The end.
`;
const postings = { example: '', long: longPosting(4), torture: readFileSync(join(project, 'tests/fixtures/torture/posting.md'), 'utf8'), structured };

/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
/** @type {Record<string, string>} */
const written = {};
before(async (t) => {
  const folder = temporaryFolder(/** @type {any} */ (t));
  sites = await openSites(folder, postings);
  for (const [name, text] of Object.entries(postings)) {
    const file = text === '' ? join(project, 'assets/postings/phd-ot/posting.md') : join(folder, 'source', name, 'posting.md');
    // Elsewhere a relative address leads nowhere.
    written[name] = aushang(['render', file, '--to', 'text']).out.replace('(form.pdf)', `(${sites.origin}/${name}/form.pdf)`);
  }
});
after(() => sites?.close());

/** Keeps what is copied where tests find it. Runs in the page. */
function keepCopies() {
  addEventListener('copy', ({ clipboardData, defaultPrevented }) => {
    /** @type {any} */ (window).copied = { text: clipboardData?.getData('text/plain'), html: clipboardData?.getData('text/html'), ours: defaultPrevented };
  });
}
const copied = () => /** @type {{text: string, html: string, ours: boolean}} */ (/** @type {any} */ (window).copied);

/** Selects from one place to another and copies. @param {Page} page @param {[string, number]} from a selector and an offset into its text @param {[string, number]} to */
async function copyBetween(page, from, to) {
  await page.evaluate(keepCopies);
  await page.evaluate(([start, end]) => {
    const point = (/** @type {[string, number]} */ [selector, offset]) => {
      const walker = document.createTreeWalker(/** @type {Element} */ (document.querySelector(selector)), NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      for (; node && /** @type {Text} */ (node).length < offset; node = walker.nextNode()) offset -= /** @type {Text} */ (node).length;
      return /** @type {[Node, number]} */ ([node, offset]);
    };
    getSelection()?.setBaseAndExtent(...point(start), ...point(end));
  }, /** @type {const} */ ([from, to]));
  await page.keyboard.press('Control+C');
  return page.evaluate(copied);
}

for (const state of ['ready', 'plain']) {
  const query = state === 'plain' ? '?mode=plain' : '';
  describe(state, () => {
    const isSample = state === 'plain' && !full;
    for (const name of isSample ? ['structured'] : Object.keys(postings)) {
      test(`${name}: all of it copied is what the command line gives`, () => sites.visit(`${name}/${query}`, { until: state, viewport: { width: 360, height: 740 } }, async (page) => {
        await page.evaluate(keepCopies);
        await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector('.posting'))));
        await page.keyboard.press('Control+C');
        assert.equal((await page.evaluate(copied)).text, written[name]);
        await page.keyboard.press('Control+A');
        await page.keyboard.press('Control+C');
        const { text } = await page.evaluate(copied);
        assert.ok(text.includes(`\n\n${written[name]}\n`), text);
      }));
    }

    if (isSample) return;

    test('the HTML is the posting\'s elements and nothing of the layout', () => sites.visit(`structured/${query}`, { until: state, viewport: { width: 360, height: 740 } }, async (page) => {
      await page.evaluate(keepCopies);
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Control+C');
      const { html } = await page.evaluate(copied);
      assert.doesNotMatch(html, /class=|style=|id=|<span|<wbr|<button|<input|aria-/);
      const shapeOf = (/** @type {string} */ selector) => [.../** @type {Element} */ (document.querySelector(selector)).querySelectorAll('h2, h3, p, ul, ol, li, blockquote, pre, table, tr, th, td, em, strong, code, hr')].map((element) => `${element.localName} ${(element.textContent ?? '').replace(/[ \n]+/g, ' ').trim()}`);
      const own = await page.evaluate(shapeOf, '.posting');
      const other = await page.context().newPage(); // which has no policy against markup
      await other.setContent(html);
      const all = await other.evaluate(shapeOf, 'body'), at = all.indexOf(own[0]);
      assert.ok(own.length > 30);
      assert.deepEqual(all.slice(at, at + own.length), own);
      const links = await other.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '').filter((href) => /example|form/.test(href)));
      assert.deepEqual(links.slice(0, 4), ['https://example.org/a?b=1&c=2', 'https://example.org/', 'mailto:who@group.example', `${sites.origin}/structured/form.pdf`]);
    }));

    test('part of a paragraph is its words, part of several blocks says what they are', () => sites.visit(`structured/${query}`, { until: state, viewport: { width: 360, height: 740 } }, async (page) => {
      const part = await copyBetween(page, ['.part > p', 5], ['.part > p', 23]);
      assert.equal(part.text, 'words with a link,');
      assert.match(part.html, /^<em>words<\/em> with <a href="https:\/\/example\.org\/a\?b=1&amp;c=2">a link<\/a>,$/);
      const line = await copyBetween(page, ['.part > ul > li:nth-child(2)', 0], ['.part > ul > li:nth-child(2)', 100]);
      assert.equal(line.text, 'two, which is so long that on a narrow page it certainly does not fit into a line and has to go on i');
      const items = await copyBetween(page, ['.part > ul > li', 1], ['ol ol, .posting li ol > li', 6]);
      assert.match(items.text, /^- ne\n- two, .* another one\n\n {2}1\. inside\n$/);
      assert.match(items.html, /^<ul>\s*<li>ne\s*<\/li>\s*<li>two/);
      const cells = await copyBetween(page, ['tbody td', 0], ['tbody tr:nth-child(2) td:nth-child(2)', 2]);
      assert.equal(cells.text, 'Berlin\t1\tx\nPotsdam\t22\n');
      const code = await copyBetween(page, ['pre', 0], ['pre', 14]);
      assert.equal(code.text, 'if (a < b) {\n');
    }));

    test('what is written in a field is copied by the browser', () => sites.visit(`example/${query}`, { until: state }, async (page) => {
      await page.evaluate(keepCopies);
      await unfold(page);
      await page.locator('#au-w-name').fill('Ada');
      await page.locator('#au-w-name').press('Control+A');
      await page.locator('#au-w-name').press('Control+C');
      assert.equal((await page.evaluate(copied)).ours, false);
      await page.evaluate(() => getSelection()?.removeAllRanges());
    }));
  });
}

describe('what is dragged over is selected', () => {
  /** @param {Page} page @param {string} selector @returns {Promise<{left: number, top: number, right: number, bottom: number, y: number}>} */
  const boxOf = (page, selector) => page.locator(selector).first().evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top, right, bottom } = range.getClientRects()[0];
    return { left, top, right, bottom, y: (top + bottom) / 2 };
  });
  const selected = (/** @type {Page} */ page) => page.evaluate(() => getSelection()?.toString().replace(/\s+/g, ' ').trim());

  for (const width of full ? [360, 1280] : [360]) {
    test(`${width} px: by the pointer, over lines, paragraphs and lists, from the gaps between them too`, () => sites.visit('long/', { viewport: { width, height: 800 } }, async (page) => {
      const drag = async (/** @type {[number, number]} */ from, /** @type {[number, number]} */ to) => {
        await page.mouse.click(2, 400); // what was selected is not dragged along
        await page.mouse.move(...from);
        await page.mouse.down();
        await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
        await page.mouse.move(...to, { steps: 4 });
        await page.mouse.up();
        await settle(page);
        await page.keyboard.press('Control+C');
        return (await page.evaluate(copied)).text;
      };
      await page.evaluate(keepCopies);
      const [heading, first, item] = [await boxOf(page, '.posting h2'), await boxOf(page, '.part > p'), await boxOf(page, '.part > ul > li')];
      const whole = /^Heading number 100\n\nWhoever reads .* paragraph 100\.\n\n- First thing of 100\n$/;
      assert.match(await drag([heading.left, heading.y], [item.right + 1, item.y]), whole);
      assert.match(await drag([item.right + 1, item.y], [heading.left, heading.y]), whole, 'and back up');
      // To the gap below the heading, which takes no more along; and from there.
      const gap = (heading.bottom + first.top) / 2;
      assert.match(await drag([heading.left, heading.y], [heading.right + 40, gap]), /^Heading number 100$/);
      assert.match(await drag([first.left + 1, gap], [item.right + 1, item.y]), /^(Heading number 100\n\n)?Whoever reads .* paragraph 100\.\n\n- First thing of 100\n$/);
      // Beside the text, within the sheet.
      assert.match(await drag([first.left, first.y], [item.right + 30, item.y]), /^Whoever reads .* paragraph 100\.\n\n- First thing of 100\n$/);
    }));
  }

  test('by double and triple click, and by the keyboard', () => sites.visit('long/', {}, async (page) => {
    const first = await boxOf(page, '.part > p');
    await page.mouse.dblclick(first.left + 10, first.y);
    assert.equal(await selected(page), 'Whoever');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    assert.match(await selected(page) ?? '', /^Whoever reads this far .{60,}$/);
    await page.mouse.click(first.left + 10, first.y, { clickCount: 3 });
    assert.match(await selected(page) ?? '', /^Whoever reads .* paragraph 100\.$/);
    await page.evaluate(keepCopies);
    await page.keyboard.press('Control+C');
    assert.match((await page.evaluate(copied)).text, /^Whoever reads .* paragraph 100\.$/);
  }));

  // Chromium's own long touch can't be asked for without a phone; what could be in its way can.
  test('a long touch is left to the browser, wherever there is text', () => sites.visit('structured/', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
    const first = await boxOf(page, '.part > p');
    await page.evaluate(() => {
      for (const name of ['touchstart', 'touchend', 'pointerdown', 'contextmenu', 'selectstart']) addEventListener(name, (event) => { /** @type {any} */ (window).seen = { .../** @type {any} */ (window).seen, [name]: event.defaultPrevented }; });
    });
    await page.touchscreen.tap(first.left + 10, first.y);
    await page.mouse.click(first.left + 10, first.y, { button: 'right' });
    await page.mouse.dblclick(first.left + 10, first.y);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).seen), { touchstart: false, touchend: false, pointerdown: false, contextmenu: false, selectstart: false });
    const kept = await page.evaluate(() => [...document.querySelectorAll('#au-posting *:not(canvas), #au-panel *:not(input)')].filter((element) => {
      const style = getComputedStyle(element);
      return style.userSelect === 'none' || style.pointerEvents === 'none' || !/^(auto|manipulation|pan-y pinch-zoom)$/.test(style.touchAction);
    }).map((element) => element.outerHTML.slice(0, 100)));
    assert.deepEqual(kept, []);
  }));
});

for (const name of engineNames.filter((one) => one !== 'chromium')) {
  const engine = launchEngine(name);
  describe(name, () => {
    after(() => engine.close());
    for (const posting of full ? ['example', 'structured', 'torture'] : ['structured']) {
      test(`${posting}: all of it copied is what the command line gives`, { skip: engine.skipReason ?? false }, async () => {
        const page = await engine.open({ url: `${sites.origin}/${posting}/`, width: 768, height: 800 });
        try {
          await page.waitFor(() => /ready|plain/.test(document.documentElement.dataset.aushang ?? ''), { timeout: 30_000 });
          await page.evaluate(keepCopies);
          await page.key('Control+a');
          await page.key('Control+c');
          const { text, html } = await page.waitFor(copied);
          assert.ok(text.includes(`\n\n${written[posting]}\n`), text);
          assert.doesNotMatch(html, /class=|style=|<span|<wbr/);
        } finally {
          await page.close();
        }
      });
    }
  });
}
