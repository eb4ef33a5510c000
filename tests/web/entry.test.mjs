// Text as people enter it: with input methods, dead keys, undo, paste and what browsers fill in, on the drawn page and on
// the plain one. What is written reaches the mail as it is, and nothing is taken from the field while it is written.
// All of it in both forms of the page: with --full.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { mailOf, unfold, words } from '../support/applicant.mjs';
import { channelsOf, contrast } from '../support/contrast.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { full, temporaryFolder } from '../support/project.mjs';
import { openSites, reaches, settle } from '../support/tile_page.mjs';

/** @typedef {import('playwright-core').Page} Page */
const said = words('en');
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '' }); });
after(() => sites?.close());

/** @param {Page} page @param {string} name */
const field = (page, name) => page.getByRole('textbox', { name: said[`words.${name}`], exact: true });
/** Where the fields are seen. @type {typeof sites.visit} */
const visit = (path, options, use) => sites.visit(path, options, async (page, ...more) => {
  await unfold(page);
  await use(page, ...more);
});
/** The body and the subject of the mail. @param {Page} page */
async function mail(page) {
  await settle(page);
  return mailOf(await page.locator('#au-mail').getAttribute('href') ?? '');
}

// The fields are the same in both forms of the page.
for (const state of full ? ['ready', 'plain'] : ['ready']) {
  const path = `example/${state === 'plain' ? '?mode=plain' : ''}`;
  describe(state, () => {
    test('with an input method, at the end and in the middle of what is there', () => visit(path, { until: state }, async (page, cdp) => {
      for (const name of ['name', 'why']) {
        const box = field(page, name);
        await box.fill('Ada Lovelace');
        await box.evaluate((/** @type {HTMLInputElement} */ element) => element.setSelectionRange(4, 4));
        /** What the core is told meanwhile may not come back into the field. */
        for (const text of ['t', 'と', 'とう', 'とうきょ', 'とうきょう']) {
          await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
          await settle(page);
          assert.equal(await box.inputValue(), `Ada ${text}Lovelace`);
        }
        await cdp.send('Input.insertText', { text: '東京 ' });
        await settle(page);
        assert.equal(await box.inputValue(), 'Ada 東京 Lovelace');
        assert.equal(await box.evaluate((/** @type {HTMLInputElement} */ element) => element.selectionStart), 7, 'the caret stays behind it');
      }
      const { subject, body } = await mail(page);
      assert.ok(subject.endsWith('Ada 東京 Lovelace') && body.includes('Ada 東京 Lovelace'), body);
    }));

    test('a composition that is given up leaves nothing; a dead key and its letter are one', () => visit(path, { until: state }, async (page, cdp) => {
      await field(page, 'name').focus();
      await cdp.send('Input.imeSetComposition', { text: 'ｋ', selectionStart: 1, selectionEnd: 1 });
      await settle(page);
      await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      assert.equal(await field(page, 'name').inputValue(), '');
      assert.equal((await mail(page)).subject, '[apply-phd-ot] Application');
      await page.keyboard.type('Andr');
      await cdp.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
      await cdp.send('Input.insertText', { text: 'é' });
      await page.keyboard.type(' Weil');
      assert.equal(await field(page, 'name').inputValue(), 'André Weil');
      assert.ok((await mail(page)).subject.endsWith('André Weil'));
    }));

    test('what was typed can be undone and done again', () => visit(path, { until: state }, async (page) => {
      const box = field(page, 'why');
      await box.focus();
      await page.keyboard.type('First.');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Second.');
      await settle(page);
      for (let i = 0; i < 20 && await box.inputValue() !== ''; ++i) await page.keyboard.press('Control+Z');
      assert.equal(await box.inputValue(), '');
      assert.doesNotMatch((await mail(page)).body, /First/);
      for (let i = 0; i < 20 && await box.inputValue() !== 'First.\nSecond.'; ++i) await page.keyboard.press('Control+Shift+Z');
      assert.equal(await box.inputValue(), 'First.\nSecond.');
      assert.match((await mail(page)).body, /First\.\r?\nSecond\./);
    }));

    test('what is pasted stays: lines in one line, a whole letter, signs of any kind', () => visit(path, { until: state, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const paste = async (/** @type {string} */ name, /** @type {string} */ text) => {
        await page.evaluate((all) => navigator.clipboard.writeText(all), text);
        await field(page, name).focus();
        await page.keyboard.press('Control+V');
      };
      await paste('name', 'Ada\nLovelace');
      assert.equal(await field(page, 'name').inputValue(), 'Ada Lovelace');
      const letter = `${'I have worked on transport for years. '.repeat(40)}\n😀 „ß“ \u202eא\u202c\t${'x'.repeat(500)}\n`.repeat(3);
      await paste('why', letter);
      assert.equal(await field(page, 'why').inputValue(), letter);
      const { subject, body } = await mail(page);
      assert.ok(subject.endsWith('Ada Lovelace'));
      assert.ok(body.includes('😀 „ß“') && body.includes('x'.repeat(500)));
    }));

    test('what the browser fills in reaches the mail, also in a field without the focus', () => visit(path, { until: state }, async (page) => {
      await field(page, 'why').focus();
      await field(page, 'name').evaluate((/** @type {HTMLInputElement} */ element) => {
        element.value = 'Ada Lovelace';
        for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true }));
      });
      assert.ok((await mail(page)).subject.endsWith('Ada Lovelace'));
      assert.equal(await field(page, 'name').inputValue(), 'Ada Lovelace');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'au-w-why');
    }));

    test('what is chosen and written while the app is on its way is kept and reaches the mail', async () => {
      /** @type {() => void} */
      let arrive = () => {};
      const arrived = new Promise((done) => { arrive = () => done(null); });
      await visit(path, { until: 'starting', before: (page) => page.route('**/posting.json', async (route) => { await arrived; await route.continue(); }) }, async (page) => {
        await page.locator('#au-o-field-0-input').check();
        await field(page, 'name').fill('Ada Lovelace');
        await field(page, 'why').fill('First.\nSecond.');
        arrive();
        await reaches(page, state);
        assert.equal(await field(page, 'name').inputValue(), 'Ada Lovelace');
        assert.ok(await page.locator('#au-o-field-0-input').isChecked());
        const { subject, body } = await mail(page);
        assert.ok(subject.endsWith('Ada Lovelace') && body.includes('First.\nSecond.'), body);
        assert.ok(await page.locator('#au-progress').evaluate((/** @type {HTMLProgressElement} */ bar) => bar.value > 0), 'the answer counts');
      });
    });

    test('fields say what they are for, are checked for spelling, and are large enough not to be zoomed; a letter wraps in its field', () => visit(path, { until: state, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
      const found = await page.locator('#au-panel :is(input[type=text], textarea)').evaluateAll((all) => all.map((one) => {
        const element = /** @type {HTMLInputElement} */ (one);
        return { id: element.id, autocomplete: element.autocomplete, spellcheck: element.spellcheck, size: parseFloat(getComputedStyle(element).fontSize), ink: getComputedStyle(element).webkitTextFillColor, paper: getComputedStyle(element).backgroundColor, high: element.getBoundingClientRect().height >= 44 };
      }));
      assert.deepEqual(found.map(({ id, autocomplete }) => [id, autocomplete]), [['au-w-name', 'name'], ['au-w-place', ''], ['au-w-why', ''], ['au-w-links', '']]);
      for (const { id, spellcheck, size, ink, paper, high } of found) assert.ok(spellcheck && size >= 16 && high && contrast(channelsOf(ink), channelsOf(paper)) >= 7, `${id}: ${ink} on ${paper}`);
      const box = field(page, 'why');
      await box.fill('I have worked on transport for years. '.repeat(6));
      await settle(page);
      const { wide, tall, room } = await box.evaluate((element) => ({ wide: element.scrollWidth - element.clientWidth, tall: element.scrollHeight, room: element.clientHeight }));
      assert.ok(wide <= 0 && tall > room, JSON.stringify({ wide, tall, room }));
    }));

    test('at 400 % what is written is seen where it is written', () => visit(path, { until: state, viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 }, async (page) => {
      await field(page, 'name').focus();
      await page.keyboard.type('Ada');
      await settle(page);
      const { box, dock } = await page.evaluate(() => ({ box: document.activeElement?.getBoundingClientRect().toJSON(), dock: document.getElementById('au-dock')?.getClientRects()[0]?.top ?? innerHeight }));
      assert.ok(box.left >= 0 && box.right <= 320 && box.top >= 0 && box.bottom <= dock, JSON.stringify({ box, dock }));
      assert.equal(await field(page, 'name').inputValue(), 'Ada');
    }));
  });
}

for (const name of engineNames) {
  const engine = launchEngine(name);
  describe(name, () => {
    after(() => engine.close());
    const forms = [['ready', ''], ['plain', '?mode=plain']];
    const some = { chromium: [], firefox: forms.slice(1), webkit: forms.slice(0, 1) }; // in Chromium: apply-tile.test.mjs
    for (const [state, query] of full ? forms : some[name]) {
      test(`${state}: the whole way by keyboard alone`, { skip: engine.skipReason ?? false }, async () => {
        const page = await engine.open({ url: `${sites.origin}/example/${query}`, width: 1000, height: 700 });
        try {
          await page.waitFor((wanted) => document.documentElement.dataset.aushang === wanted, { timeout: 30_000 }, state);
          /** Safari's Tab passes links and buttons by unless asked to; so the way starts at what is asked. @param {string} id */
          const tabTo = async (id) => {
            for (let i = 0; i < 80; ++i) {
              await page.key('Tab');
              if (await page.evaluate(() => document.activeElement?.id) !== id) continue;
              await page.waitFor(() => { // WebKit scrolls there later, and no farther than to the caret
                const { top, bottom } = /** @type {Element} */ (document.activeElement).getBoundingClientRect();
                return top >= 0 && Math.min(bottom, top + 44) <= innerHeight;
              });
              return;
            }
            assert.fail(`Tab doesn't reach ${id}`);
          };
          await tabTo('au-o-field-0-input');
          await page.key(' ');
          await tabTo('au-words-title');
          await page.key('Enter');
          await tabTo('au-w-name');
          await page.type('Ada Lovelace');
          await tabTo('au-w-why');
          await page.type('Because.');
          await page.key('Enter');
          await page.type('So.');
          await tabTo('au-send-check-input');
          await page.key(' ');
          const href = await page.waitFor(() => {
            const link = document.getElementById('au-mail')?.getAttribute('href') ?? '';
            return decodeURIComponent(link).includes('The self-check') && link;
          });
          const { to, subject, body } = mailOf(String(href));
          assert.deepEqual([to, subject], ['zplusj@gmail.com', '[apply-phd-ot] Application from Ada Lovelace']);
          assert.match(body, /Because\.\r?\nSo\./);
          assert.match(await page.evaluate(() => document.getElementById('au-status')?.textContent ?? ''), /Fits so far/);
          assert.deepEqual(await page.messages(), []);
        } finally {
          await page.close();
        }
      });
    }
  });
}
