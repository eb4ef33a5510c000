// The controls on the tile: each answer is drawn, then nothing runs; keys, fingers and the pointer all reach them. Answers to
// every question, and by keyboard and pointer on a narrow page, too: with --full.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { checkOf, choose, give, group, local, mailLink, mailOf, regions, unfold, verdict, words } from '../support/applicant.mjs';
import { isBlank } from '../support/ink.mjs';
import { full, temporaryFolder } from '../support/project.mjs';
import { counted, openSites, pause, picture, settle, spied } from '../support/tile_page.mjs';

const check = checkOf('phd-ot');
const said = words('en');
/** A question of each type. @type {any[]} */
const firstOfEach = [...new Map(check.questions.toReversed().map((/** @type {any} */ one) => [one.type, one])).values()].toReversed();
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '' }); });
after(() => sites?.close());

/** What the canvas alone shows in a box: the layer is away. @param {import('playwright-core').Page} page @param {import('playwright-core').Locator} locator */
async function inkOf(page, locator) {
  await locator.scrollIntoViewIfNeeded();
  await settle(page);
  const { x, y, width, height } = /** @type {{x: number, y: number, width: number, height: number}} */ (await locator.boundingBox());
  const [left, top] = [Math.ceil(x), Math.ceil(y)];
  const show = (/** @type {string} */ opacity) => page.evaluate((value) => { for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.panel, .dock, #au-posting > :not(canvas)'))) one.style.opacity = value; }, opacity);
  await show('0');
  const { data } = PNG.sync.read(await page.screenshot({ clip: { x: left, y: top, width: Math.floor(x + width) - left, height: Math.floor(y + height) - top } }));
  await show('');
  return data;
}
const optionOf = (/** @type {import('playwright-core').Locator} */ input) => input.locator('xpath=..');

// The narrow page is gone through by touch, below.
for (const width of full ? [360, 1280] : [1280]) {
  describe(`${width} px`, () => {
    const options = { viewport: { width, height: 800 } };
    test('an answer of each kind draws and changes the ink of its control; then nothing runs', () => sites.visit('example/', options, async (page) => {
      for (const question of full ? check.questions : firstOfEach) {
        const name = question.type === 'yes_no' || question.id === 'masters' ? said['answer.yes'] : local(question.options[0].label, 'en');
        const options = group(page, question, 'en');
        const show = options.getByRole('button');
        if (await show.count()) await show.click();
        const input = options.getByRole(question.type === 'many' ? 'checkbox' : 'radio', { name, exact: true });
        const before = await inkOf(page, optionOf(input));
        const { draws } = await counted(page, () => input.check());
        assert.ok(draws > 0, question.id);
        await page.mouse.move(2, 2);
        assert.notDeepEqual(await inkOf(page, optionOf(input)), before, question.id);
      }
      await settle(page);
      const rest = await counted(page, () => pause(full ? 2000 : 1000));
      assert.deepEqual(rest, { frames: 0, timers: 0, draws: 0 });
    }));

    test('a click on the pixels of a control lands on the layer, once; it is inked by the tile alone', () => sites.visit('example/', options, async (page) => {
      const input = group(page, check.questions[0], 'en').getByRole('checkbox', { name: local(check.questions[0].options[1].label, 'en'), exact: true });
      await optionOf(input).scrollIntoViewIfNeeded();
      await settle(page);
      const box = /** @type {{x: number, y: number, height: number, width: number}} */ (await optionOf(input).boundingBox());
      await page.evaluate(() => {
        /** @type {any} */ (window).heard = [];
        document.addEventListener('change', (event) => /** @type {any} */ (window).heard.push(/** @type {Element} */ (event.target).id), true);
      });
      for (const x of [box.x + 24, box.x + 60, box.x + box.width - 8]) { // the icon, the text, the rest of the box
        const was = await input.isChecked();
        await page.mouse.click(x, box.y + box.height / 2);
        await settle(page);
        assert.equal(await input.isChecked(), !was, String(x - box.x));
      }
      assert.equal((await page.evaluate(() => /** @type {any} */ (window).heard)).length, 3);
      assert.deepEqual((await spied(page)).prevented, []);
      await page.mouse.move(2, 2);
      assert.ok(new Set(await inkOf(page, optionOf(input))).size > 8, 'more than paper');
      await page.evaluate(() => { /** @type {HTMLElement} */ (document.getElementById('canvas')).hidden = true; });
      const place = /** @type {typeof box} */ (await optionOf(input).boundingBox());
      assert.ok(isBlank(await picture(page), { left: place.x + 2, top: place.y + 2, width: place.width - 4, height: place.height - 4 }), 'and nothing of it is the document\'s');
    }));

    test('who opens a question that was folded away is in it', () => sites.visit('example/', options, async (page) => {
      await choose(page, check.questions[0], said['answer.none'], 'en');
      const folded = group(page, check.questions[2], 'en');
      await folded.getByRole('button', { name: said['check.show'], exact: true }).focus();
      await page.keyboard.press('Enter');
      await folded.getByRole('radio').first().waitFor();
      await settle(page);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'au-o-did_research-0-input');
    }));

    test('the whole way by keyboard alone', () => sites.visit('example/', options, async (page) => {
      /** @param {(name: string, role: string) => boolean} wanted */
      const tabTo = async (wanted) => {
        for (let i = 0; i < 120; ++i) {
          await page.keyboard.press('Tab');
          const [name, role, seen, where] = await page.evaluate(() => {
            const element = /** @type {HTMLInputElement} */ (document.activeElement);
            const box = element.getBoundingClientRect();
            const dock = document.querySelector('.dock')?.getBoundingClientRect();
            const free = element.closest('.dock') || !dock || (element.localName === 'textarea' ? box.top + 24 : box.bottom) <= dock.top + 1; // of a long one the caret is seen
            return [element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent ?? '', element.type || element.localName, box.top >= 0 && free && [element, ...element.labels ?? []].map((one) => getComputedStyle(one)).some((style) => style.outlineStyle !== 'none' && style.outlineWidth !== '0px' && !style.outlineColor.endsWith(', 0)')), `${box.top} to ${box.bottom}, the dock from ${dock?.top}`];
          });
          assert.ok(seen, `${name} is in view, with its ring: ${where}`);
          if (wanted(String(name).trim(), String(role))) return;
        }
        assert.fail('not reached');
      };
      await tabTo((name) => name === local(check.questions[0].options[0].label, 'en'));
      await page.keyboard.press('Space');
      await tabTo((name, role) => role === 'radio' && name === said['answer.yes']); // the master's degree
      for (const key of ['ArrowDown', 'ArrowUp', 'Space']) {
        await page.keyboard.press(key);
        await settle(page); // what an answer folds or unfolds below it
      }
      for (let i = 0; i < 2; ++i) {
        await tabTo((name, role) => role === 'radio' && name === said['answer.yes']);
        await page.keyboard.press('Space');
        await settle(page);
      }
      assert.equal(await verdict(page, 'en'), 'meets');
      await tabTo((name) => name.startsWith(local(check.materials[0].label, 'en')));
      await page.keyboard.press('Space');
      await tabTo((name) => name === said['words.heading']);
      await page.keyboard.press('Enter');
      await settle(page);
      await tabTo((name) => name === said['words.name']);
      await page.keyboard.type('Ada Example');
      await tabTo((name) => name === said['words.why']);
      await page.keyboard.type('Because.');
      await tabTo((name) => name === said['apply.open_mail']);
      await settle(page); // the letter follows in the frame after the last key
      const mail = mailOf(await mailLink(page, 'en'));
      assert.equal(mail.subject, '[apply-phd-ot] Application from Ada Example');
      assert.ok(mail.body.includes('Because.') && mail.body.includes('CV with links'), mail.body);
      assert.deepEqual((await spied(page)).prevented, []);
    }));
  });
}

test('the whole way by touch alone', () => sites.visit('example/', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }, async (page) => {
  const tap = async (/** @type {import('playwright-core').Locator} */ locator) => {
    const box = /** @type {{height: number}} */ (await locator.boundingBox());
    assert.ok(box.height >= 44, `${await locator.innerText()}: ${box.height} px`);
    await locator.tap();
    await settle(page);
  };
  await tap(page.getByRole('complementary').getByRole('link').last());
  const { check: region, apply } = regions(page, 'en');
  await tap(optionOf(group(page, check.questions[0], 'en').getByRole('checkbox').first()));
  await tap(optionOf(group(page, check.questions[4], 'en').getByRole('radio', { name: said['answer.yes'], exact: true })));
  assert.equal(await verdict(page, 'en'), 'meets');
  await tap(region.getByRole('link', { name: said['check.apply'], exact: true }));
  await tap(optionOf(apply.getByRole('checkbox').first()));
  await tap(page.locator('#au-words > summary'));
  await apply.getByRole('textbox', { name: said['words.name'], exact: true }).tap();
  await page.keyboard.type('Ada');
  await settle(page);
  assert.ok(((await apply.getByRole('link', { name: said['apply.open_mail'], exact: true }).boundingBox())?.height ?? 0) >= 44);
  assert.match(mailOf(await mailLink(page, 'en')).subject, /Ada/);
}));

test('answers stay when the page changes its form, its language or its width', () => sites.visit('example/', {}, async (page) => {
  await choose(page, check.questions[0], local(check.questions[0].options[0].label, 'en'), 'en');
  await choose(page, check.questions[4], said['answer.yes'], 'en');
  await unfold(page);
  await regions(page, 'en').apply.getByRole('textbox', { name: said['words.name'], exact: true }).fill('Ada');
  await page.getByRole('button', { name: said['page.plain_mode'], exact: true }).click();
  await page.waitForFunction(() => document.documentElement.dataset.aushang === 'plain');
  assert.equal(await verdict(page, 'en'), 'meets');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('button', { name: said['page.plain_mode'], exact: true }).click();
  await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
  await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await settle(page);
  assert.equal(new URL(page.url()).pathname, '/example/de/');
  assert.equal(await verdict(page, 'de'), 'meets');
  assert.equal(await regions(page, 'de').apply.getByRole('textbox', { name: words('de')['words.name'], exact: true }).inputValue(), 'Ada');
  assert.match(await page.locator('#au-title').innerText(), /^Promotionsstelle/);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.aushang), 'ready');
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await settle(page);
  assert.equal(await verdict(page, 'en'), 'meets');
}));

test('an address with ?lang=de opens the German page', () => sites.visit('example/?lang=de', {}, async (page) => {
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await settle(page);
  assert.equal(await verdict(page, 'de'), 'open');
}));

test('what is opened on a phone doesn\'t move: nothing in it is wider than the page, not even before it has its place', () => sites.visit('example/', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page) => {
  const summaries = page.locator('.panel summary');
  assert.ok(await summaries.count() >= 2);
  for (const summary of await summaries.all()) {
    await summary.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 400));
    await settle(page);
    await page.evaluate(() => {
      Object.assign(window, { widest: innerWidth });
      addEventListener('scroll', () => Object.assign(window, { widest: Math.max(/** @type {any} */ (window).widest, innerWidth) }), { once: true });
    });
    const { y } = /** @type {{y: number}} */ (await summary.boundingBox());
    await summary.tap();
    await settle(page);
    assert.equal(/** @type {{y: number}} */ (await summary.boundingBox()).y, y, await summary.textContent() ?? '');
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).widest), 390);
  }
}));

test('the dock leads to the next question, once one is answered, and at the end to what it comes to', () => sites.visit('example/', { viewport: { width: 390, height: 844 } }, async (page) => {
  const next = page.locator('#au-dock .next');
  assert.equal(await next.getAttribute('href'), '#au-check');
  const [first, second] = check.questions;
  await give(page, first, [first.options[0].value], 'en');
  await page.locator(`#au-dock .next[href="#au-q-${second.id}"]`).click();
  await settle(page);
  const legend = /** @type {{y: number}} */ (await group(page, second, 'en').boundingBox());
  assert.ok(legend.y >= 0 && legend.y < 400, String(legend.y));
  for (const question of check.questions.slice(1)) {
    await settle(page); // what an answer folds
    if (await page.locator(`#au-show-${question.id}`).count() === 0) await give(page, question, question.type === 'yes_no' ? true : question.options[0].value, 'en');
  }
  await settle(page);
  assert.equal(await next.getAttribute('href'), '#au-check');
}));
