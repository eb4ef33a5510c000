// What makes a page plain, and that it is readable in every moment: on the way there, and back. Each wish of readers from the
// start and later, and every script the tile leaves to the document: with --full.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { words } from '../support/applicant.mjs';
import { isBlank } from '../support/ink.mjs';
import { full, sample, temporaryFolder } from '../support/project.mjs';
import { adopt } from '../support/spy.mjs';
import { boxesInView, counted, longPosting, openSites, picture, reaches, settle, spied } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
const posting = (/** @type {string} */ text) => `---\ntitle: A position\n---\n## Aufgaben\n\nPlain words first.\n\n${text}\n`;
const persian = `---
title: موقعیت دکتری
lang: fa
---
## درباره

تسلط به Python و C++ (۳ سال) لازم است. رزومه را به jobs@group.example بفرستید.

- مدرک کارشناسی ارشد
- C++

This paragraph is in English.

    while (true) ++i;
`;
before(async (t) => {
  sites = await openSites(temporaryFolder(/** @type {any} */ (t)), {
    example: '', long: longPosting(12),
    hebrew: posting('אנחנו מחפשים דוקטורנט למתמטיקה.'), arabic: posting('نبحث عن طالب دكتوراه في الرياضيات.'), hindi: posting('हम गणित में शोधार्थी खोज रहे हैं।'), family: posting('Bring the 👨‍👩‍👧 along.'), persian,
  });
});
after(() => sites?.close());

/** In a small window, which costs less. @type {typeof sites.visit} */
const visit = (path, options, look) => sites.visit(path, { viewport: { width: 800, height: 600 }, ...options }, look);

/** Every text in view is there to be seen, drawn by whomever. @param {Page} page */
async function readable(page) {
  const [image, boxes] = [await picture(page), await boxesInView(page)];
  assert.ok(boxes.length >= 1, String(boxes.length));
  for (const box of boxes) assert.ok(!isBlank(image, box), JSON.stringify(box));
}

/** A plain page: no tile, text by the document. @param {Page} page */
async function isPlain(page) {
  await reaches(page, 'plain');
  const canvas = page.locator('#canvas');
  assert.ok((await canvas.count()) === 0 || !(await canvas.isVisible()), 'the canvas is not seen');
  assert.equal(await page.locator('.au-inked').count(), 0);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('.posting *')].filter((element) => getComputedStyle(element).webkitTextFillColor === 'rgba(0, 0, 0, 0)').length), 0);
  await readable(page);
}
const hasSwitch = (/** @type {Page} */ page) => page.locator('#au-mode').isVisible();

describe('the context', () => {
  const lose = (/** @type {Page} */ page) => page.evaluate(() => {
    const context = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).getContext('webgl2');
    const extension = /** @type {any} */ (window).extension ??= context?.getExtension('WEBGL_lose_context');
    extension.loseContext();
  });
  const restore = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (window).extension.restoreContext());

  test('lost once it comes back by itself, and the text is seen all the while', () => visit('example/', {}, async (page) => {
    await lose(page);
    await readable(page);
    await page.waitForFunction(() => !document.querySelector('.au-inked'));
    await readable(page);
    const { draws } = await counted(page, async () => {
      await restore(page);
      await page.waitForFunction(() => document.querySelector('.au-inked'));
    });
    assert.ok(draws > 0);
    assert.equal((await spied(page)).states.at(-1), 'ready');
    await readable(page);
  }));

  test('lost, the page can be scrolled, made narrower and switched, and is readable', () => visit('long/', {}, async (page) => {
    await lose(page);
    await page.waitForFunction(() => !document.querySelector('.au-inked'));
    await page.setViewportSize({ width: 400, height: 800 });
    await page.evaluate(() => scrollTo(0, 3000));
    await settle(page);
    await readable(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400, 'its lines are as long as the window is wide now');
    await page.locator('#au-mode').click();
    await isPlain(page);
    await page.locator('#au-mode').click();
    await reaches(page, 'ready');
    await readable(page);
    await restore(page);
    await page.waitForFunction(() => document.querySelector('.au-inked'));
    await settle(page);
    await readable(page);
  }));

  test('lost twice the page is plain for good', () => visit('example/', {}, async (page) => {
    await lose(page);
    await page.waitForFunction(() => !document.querySelector('.au-inked'));
    await restore(page);
    await page.waitForFunction(() => document.querySelector('.au-inked'));
    await lose(page);
    await isPlain(page);
    assert.equal(await hasSwitch(page), false);
    await restore(page);
    await settle(page);
    await isPlain(page);
  }));
});

describe('a page is plain from the start', () => {
  test('without WebGL2', () => visit('example/', { until: 'plain', before: (page) => page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (/** @type {any[]} */ ...args) {
      return args[0] === 'webgl2' ? null : /** @type {Function} */ (real).apply(this, args);
    };
  }) }, async (page) => {
    await isPlain(page);
    assert.equal(await hasSwitch(page), false);
  }));

  test('where what is read back from a canvas is disturbed', () => visit('example/', { until: 'plain', before: (page) => page.addInitScript(() => {
    const real = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (/** @type {any[]} */ ...args) {
      const image = /** @type {Function} */ (real).apply(this, args);
      for (let i = 0; i < image.data.length; i += 28) image.data[i] ^= 3;
      return image;
    };
  }) }, async (page) => {
    await isPlain(page);
    assert.equal(await hasSwitch(page), false);
  }));

  for (const [i, [name, css]] of [['a smallest size of their own', '* { font-size: 24px !important }'], ['spacing of their own', '* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }'], ['spacing of their own for paragraphs', 'p { letter-spacing: .12em !important }']].entries()) {
    if (full || i % 2 === 0) test(`for readers with ${name}`, () => visit('example/', { until: 'plain', before: (page) => page.addInitScript(adopt, css) }, isPlain));
    if (full || i % 2 === 1) test(`for readers who come to have ${name} later, and the tile again without`, () => visit('example/', {}, async (page) => {
      await page.evaluate(adopt, css);
      await isPlain(page);
      await page.evaluate(() => { document.adoptedStyleSheets = []; });
      await reaches(page, 'ready');
      assert.ok(await page.locator('.au-inked').count() > 3, 'drawn');
      await readable(page);
    }));
  }

  test('with forced colours, and the tile again without', () => visit('example/', { until: 'plain', forcedColors: 'active' }, async (page) => {
    await isPlain(page);
    await page.emulateMedia({ forcedColors: 'none' });
    await reaches(page, 'ready');
    assert.ok((await spied(page)).count.draws > 0);
    await readable(page);
  }));

  for (const name of sample(['arabic', 'hebrew', 'family', 'hindi'], 2)) { // hebrew below, too
    test(`with ${name} in the posting`, () => visit(`${name}/`, { until: 'plain' }, async (page) => {
      await isPlain(page);
      assert.equal(await hasSwitch(page), false);
    }));
  }

  // Frames come, and answers, while the app starts in stretches.
  for (const [path, state] of [['hebrew/', 'plain'], ['example/', 'ready']]) {
    test(`${path} is ${state}, however long the stretches of its start are apart`, () => visit(path, { until: state, before: (page) => page.addInitScript(() => {
      const { postMessage } = MessagePort.prototype;
      MessagePort.prototype.postMessage = /** @type {any} */ (function (/** @type {any[]} */ ...args) {
        setTimeout(() => postMessage.apply(/** @type {any} */ (this), /** @type {any} */ (args)), 150);
      });
      const answer = () => {
        const box = document.getElementById('au-o-field-0-input');
        if (box && document.documentElement.dataset.aushang === 'starting') box.click();
        else if (document.documentElement.dataset.aushang !== 'ready') requestAnimationFrame(answer);
      };
      requestAnimationFrame(answer);
    }) }, (page) => readable(page)));
  }

  test('in a language from right to left, as the static page is, and as it is on paper', async () => {
    const wanted = {
      'h1 rtl': 'موقعیت دکتری', 'h2 rtl': 'درباره', 'p rtl': 'تسلط به Python و C++ (۳ سال) لازم است. رزومه را به jobs@group.example بفرستید.', 'ul rtl': 'مدرک کارشناسی ارشد C++',
      'bdi ltr': 'C++', 'p ltr': 'This paragraph is in English.', 'pre ltr': 'while (true) ++i;',
    };
    /** What runs which way, and whether it begins at that side. @param {Page} page */
    const directions = async (page) => {
      const all = await page.evaluate(() => [...document.querySelectorAll('#au-title, .posting :is(p, h2, ul, bdi, pre)')].map((element) => {
        const { direction } = getComputedStyle(element), range = document.createRange();
        range.selectNodeContents(element);
        const sheet = /** @type {HTMLElement} */ (document.getElementById('au-posting')).getBoundingClientRect(), text = range.getBoundingClientRect();
        const isAtItsSide = Math.abs(direction === 'rtl' ? sheet.right - text.right : text.left - sheet.left) < 60;
        return { kind: `${element.localName} ${direction}`, words: element.textContent?.replace(/\s+/g, ' ').trim(), isAtItsSide };
      }));
      assert.deepEqual(all.filter(({ kind, isAtItsSide }) => !isAtItsSide && kind !== 'bdi ltr'), [], 'a block begins at its side');
      return Object.fromEntries(all.map(({ kind, words }) => [kind, words]));
    };
    await visit('persian/', { until: 'static', javaScriptEnabled: false }, async (page) => assert.deepEqual(await directions(page), wanted));
    await visit('persian/', { until: 'plain' }, async (page) => {
      await isPlain(page);
      assert.deepEqual(await directions(page), wanted);
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await directions(page), wanted);
      await page.emulateMedia({ media: 'screen' });
    });
  });

  test('where it was translated before it started', () => visit('example/', { until: 'plain', before: (page) => page.addInitScript(() => {
    addEventListener('readystatechange', () => document.documentElement.classList.add('translated-ltr'), true);
  }) }, isPlain));

  test('by its address; the core runs, nothing is drawn, the switch brings the tile', () => visit('example/?mode=plain', { until: 'plain' }, async (page) => {
    await isPlain(page);
    assert.equal(await page.evaluate(() => performance.getEntriesByName('aushang:ready').length), 1);
    assert.equal((await spied(page)).count.draws, 0);
    assert.equal(await page.locator('#au-mode').getAttribute('aria-pressed'), 'true');
    await page.locator('#au-mode').click();
    await reaches(page, 'ready');
    assert.ok((await spied(page)).count.draws > 0);
    assert.ok(await page.locator('.au-inked').count() > 3);
    await readable(page);
  }));
});

describe('a ready page becomes plain', () => {
  test('when it is translated', () => visit('example/', {}, async (page) => {
    await page.evaluate(() => document.documentElement.classList.add('translated-ltr'));
    await isPlain(page);
    assert.equal(await hasSwitch(page), false);
  }));

  test('when it is printed: its text is the document\'s, in its flow', () => visit('example/', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('#au-own-address').innerText(), `This page: ${new URL(page.url()).origin}${new URL(page.url()).pathname}`, 'and where it was found');
    assert.equal(await page.locator('#canvas').isVisible(), false);
    const styles = await page.evaluate(() => [...document.querySelectorAll('#au-posting > h1, .posting :is(p, li, h2, a, span)')].map((element) => {
      const { position, webkitTextFillColor, whiteSpace } = getComputedStyle(element);
      return `${position} ${webkitTextFillColor === 'rgba(0, 0, 0, 0)' ? 'hidden' : 'seen'} ${element.classList.contains('nb') ? 'normal' : whiteSpace}`;
    }));
    assert.deepEqual([...new Set(styles)], ['static seen normal']);
    await settle(page);
    await readable(page);
    await page.emulateMedia({ media: 'screen' });
    await settle(page);
    assert.ok(await page.locator('#canvas').isVisible() && await page.locator('.au-inked').count() > 3, 'the tile is back');
    await readable(page);
  }));

  test('by the switch: first Tab stop, and it keeps focus and reading place both ways', () => visit('long/', {}, async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'au-mode');
    const button = page.getByRole('button', { name: 'Plain page', exact: true, pressed: false });
    await button.waitFor();
    await page.evaluate(() => document.getElementById('heading-number-110')?.scrollIntoView());
    await settle(page);
    const place = () => page.evaluate(() => document.getElementById('heading-number-110')?.getBoundingClientRect().top ?? NaN);
    const before = await place(), width = (await button.boundingBox())?.width;
    assert.equal(await button.getAttribute('title'), words('en')['page.plain_mode_does'], 'it says what pressing it does, as the page looks the same');
    const tick = () => page.locator('#au-mode').evaluate((one) => getComputedStyle(one, '::before').content !== 'none');
    assert.equal(await tick(), false);
    for (const [state, pressed] of /** @type {[string, boolean][]} */ ([['plain', true], ['ready', false], ['plain', true]])) {
      await page.evaluate(() => document.getElementById('au-mode')?.click());
      await reaches(page, state);
      assert.equal(await page.locator('#au-mode').getAttribute('aria-pressed'), String(pressed));
      assert.equal(await tick(), pressed, 'and whether it is pressed');
      assert.equal((await page.locator('#au-mode').boundingBox())?.width, width);
      assert.ok(Math.abs(await place() - before) < 1, `${before} → ${await place()}`);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'au-mode');
      await readable(page);
    }
    assert.deepEqual((await spied(page)).shifts, []);
    await page.keyboard.press('Enter');
    await reaches(page, 'ready');
    await page.keyboard.press('Space');
    await isPlain(page);
  }));
});

describe('the wish for plain pages', () => {
  const box = (/** @type {Page} */ page, language = 'en') => page.getByRole('checkbox', { name: words(language === 'de' ? 'de' : 'en')['page.always_plain'], exact: true });
  /** The box is at the page's end. @param {Page} page */
  async function plainAtItsTop(page) {
    await page.evaluate(() => scrollTo(0, 0));
    await isPlain(page);
  }
  const kept = (/** @type {Page} */ page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
  const reload = async (/** @type {Page} */ page, /** @type {string} */ state, address = '') => {
    await (address ? page.goto(address) : page.reload());
    await reaches(page, state);
  };

  test('is kept only if it is ticked: the switch alone is forgotten', () => visit('example/', {}, async (page) => {
    await page.locator('#au-mode').click();
    await plainAtItsTop(page);
    assert.equal(await kept(page), '{}');
    await reload(page, 'ready');
    assert.equal(await box(page).isChecked(), false);
  }));

  test('ticked by keyboard it makes the page plain at once, and every page from then on, until it is unticked', () => visit('example/', {}, async (page) => {
    await box(page).focus();
    await page.keyboard.press('Space');
    await plainAtItsTop(page);
    assert.equal(await page.locator('#au-mode').getAttribute('aria-pressed'), 'true');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'au-always-plain', 'the focus stays');
    assert.equal(await kept(page), '{"aushang":"plain"}');
    for (const address of ['', `${sites.origin}/long/`, `${sites.origin}/example/de/`]) {
      await reload(page, 'plain', address);
      assert.equal(await box(page, address.includes('/de/') ? 'de' : 'en').isChecked(), true);
      assert.equal((await spied(page)).count.draws, 0, 'nothing is drawn first');
    }
    await page.locator('#au-mode').click();
    await reaches(page, 'ready');
    await reload(page, 'plain'); // the switch is for this visit
    await box(page, 'de').uncheck();
    assert.equal(await kept(page), '{}');
    await plainAtItsTop(page);
    await reload(page, 'ready');
  }));

  test('it is the same wish in the other language', () => visit('example/', {}, async (page) => {
    await box(page).check();
    await plainAtItsTop(page);
    await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
    await box(page, 'de').waitFor();
    assert.equal(await box(page, 'de').isChecked(), true);
    await box(page, 'de').uncheck();
    assert.equal(await kept(page), '{}');
  }));

  test('where the browser keeps nothing it holds for this visit, and that is said', () => visit('example/', { before: (page) => page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
  }) }, async (page) => {
    await box(page).click();
    await plainAtItsTop(page);
    assert.equal(await box(page).isChecked(), false);
    await page.getByRole('status').filter({ hasText: words('en')['page.always_plain_failed'] }).waitFor();
  }));

  test('in a frame it is neither offered nor obeyed', () => visit('example/', {}, async (page) => {
    await box(page).check();
    await plainAtItsTop(page);
    await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>host</title><iframe src="${sites.origin}/example/" width="900" height="700"></iframe>` }));
    await page.goto(`${sites.origin}/host`);
    const frame = page.frames()[1] ?? await page.waitForEvent('frameattached');
    await frame.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
    assert.equal(await frame.locator('#au-always').isVisible(), false);
  }));
});
