// The applicant's way: read, check oneself, apply. By roles and names alone, in both forms of the page, on a phone and
// on a desk, in both languages; each with each, and every step in each: with --full.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checkOf, choices, choose, described, group, local, mailLink, mailOf, nextSteps, regions, unfold, verdict, words } from '../support/applicant.mjs';
import { combinations, full, temporaryFolder } from '../support/project.mjs';
import { openSites, settle } from '../support/tile_page.mjs';

const check = checkOf('phd-ot');
/** @type {Awaited<ReturnType<typeof openSites>>} */
let sites;
before(async (t) => { sites = await openSites(temporaryFolder(/** @type {any} */ (t)), { example: '' }); });
after(() => sites?.close());

for (const { form: [state, mode], width, language } of combinations({ form: /** @type {const} */ ([['ready', ''], ['plain', '?mode=plain']]), width: [360, 1280], language: /** @type {const} */ (['de', 'en']) })) {
  const address = `example/${language === 'en' ? '' : 'de/'}${mode}`;
  const options = { until: state, viewport: { width, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] };
  const said = words(language);
  /** Steps that are the same everywhere are gone once. @param {string} where */
  const isIn = (where) => full || where === state;

  describe(`${state}, ${width} px, ${language}`, () => {
    test('every question is answered, the verdict and the phrases follow', () => sites.visit(address, options, async (page, cdp) => {
      const { check: region } = regions(page, language);
      assert.equal(await region.getByRole('group').count(), check.questions.length);
      assert.equal(await verdict(page, language), 'open');
      for (const question of check.questions) {
        const names = await group(page, question, language).getByRole('radio').or(group(page, question, language).getByRole('checkbox')).evaluateAll((inputs) => inputs.map((input) => /** @type {HTMLInputElement} */ (input).labels?.[0]?.textContent));
        assert.deepEqual(names, choices(question, language).map((choice) => choice.name), question.id);
      }
      const state = (/** @type {string} */ id) => described(cdp, `#au-phrase-${id}`);
      for (const clause of check.clauses) assert.match(await state(clause.id), new RegExp(`${said['state.open']}$`), clause.id);

      const voice = page.locator('.au-say[role=status]'), told = voice.evaluateHandle((element) => {
        /** @type {string[]} */
        const texts = [];
        new MutationObserver(() => texts.push(element.textContent ?? '')).observe(element, { childList: true, characterData: true, subtree: true });
        return texts;
      });
      await told;
      await choose(page, check.questions[0], local(check.questions[0].options[0].label, language), language);
      await settle(page);
      assert.deepEqual(await (await told).jsonValue(), [await page.locator('#au-status').evaluate((status) => [...status.children].map(({ textContent }) => textContent).join(' '))], 'told once, as a whole');
      assert.equal(await page.locator('#au-status').getAttribute('aria-live'), 'off', 'and not piece by piece besides');
      assert.match(await state('background'), new RegExp(`${said['state.met']}$`));
      await choose(page, check.questions[4], said['answer.yes'], language);
      await settle(page);
      assert.equal(await verdict(page, language), 'meets');
      assert.match(await state('industrial'), new RegExp(`${said['state.met']}$`));

      await choose(page, check.questions[4], said['answer.no'], language);
      await choose(page, check.questions[1], said['answer.no'], language);
      await settle(page);
      assert.equal(await verdict(page, language), 'not_yet');
      assert.match(await state('degree'), new RegExp(`${said['state.not_met']}$`));
      const looks = await page.locator('a.mark.clause').evaluateAll((marks) => marks.map((mark) => [mark.id, ['good', 'bad'].filter((name) => mark.classList.contains(name)).join(' ')]));
      assert.equal(new Map(/** @type {[string, string][]} */ (looks)).get('au-phrase-industrial'), 'bad', 'as it stands now, and not as it stood as well');
    }));

    test('the dock says what is next; at the card it does what the card is for', () => sites.visit(address, options, async (page) => {
      const [next, go] = [page.locator('#au-dock .next'), page.locator('#au-dock .go')];
      const card = page.locator('#au-apply'), wait = (/** @type {string} */ text) => page.waitForFunction((wanted) => document.querySelector('#au-dock .go')?.textContent === wanted, text);
      const start = page.locator('#au-start');
      assert.equal(await start.isVisible(), width < 1000);
      const offer = `${said['dock.check']} ${/** @type {any} */ (said)['count.questions'].other.replace('{n}', '5')}`;
      assert.equal((await next.innerText()).replace('\n', ' '), offer);
      assert.equal(await go.innerText(), said['apply.heading']);
      await (width < 1000 ? start : next).click();
      assert.equal(await page.evaluate(() => location.hash), '#au-check');
      await choose(page, check.questions[4], said['answer.yes'], language);
      await settle(page);
      assert.ok(!(await next.innerText()).includes(said['dock.check']), 'how it stands');
      assert.equal(await next.getAttribute('href'), `#au-q-${check.questions[0].id}`, 'the first that waits for an answer');
      // A second tap meant for what the link was before opens nothing.
      const taps = page.evaluate((words) => new Promise((done) => {
        const link = /** @type {HTMLElement} */ (document.querySelector('#au-dock .go'));
        /** @type {boolean[]} */
        const stopped = [];
        addEventListener('click', (event) => {
          if (event.isTrusted) return;
          stopped.push(event.defaultPrevented);
          event.preventDefault();
        });
        new MutationObserver((_, observer) => {
          if (link.textContent !== words) return;
          observer.disconnect();
          link.click();
          setTimeout(() => { link.click(); done(stopped); }, 900);
        }).observe(link, { childList: true, attributes: true });
      }), said['apply.open_mail']);
      await go.focus();
      await page.keyboard.press('Enter');
      await wait(said['apply.open_mail']);
      assert.deepEqual(await taps, [true, false]);
      assert.equal(await go.getAttribute('href'), await mailLink(page, language));
      await unfold(page);
      await page.getByRole('textbox', { name: said['words.name'], exact: true }).evaluate((/** @type {HTMLInputElement} */ field) => { field.value = 'Ada'; field.dispatchEvent(new Event('input', { bubbles: true })); });
      await settle(page);
      assert.match(mailOf(await go.getAttribute('href')).subject, /Ada$/);
      const { width: wide, height } = /** @type {{width: number, height: number}} */ (await page.locator('#au-dock').boundingBox());
      assert.ok(wide === width && height <= 84, `${height} px: what has the focus keeps clear of it`);
      const covered = await page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight);
        const bottom = (/** @type {Element} */ one) => one.getBoundingClientRect().bottom;
        return Math.max(...[...document.querySelectorAll('footer *')].map(bottom)) - (document.getElementById('au-dock')?.getBoundingClientRect().top ?? 0);
      });
      assert.ok(covered <= 0, `at the page's end ${covered} px lie below it`);
      await page.evaluate(() => scrollTo(0, 0));
      await wait(said['apply.heading']);
      assert.equal(await go.getAttribute('href'), '#au-apply');
      assert.ok(!(await card.evaluate((element) => element.getBoundingClientRect().top < innerHeight * 0.8)));
    }));

    if (isIn('ready')) test('a phrase leads to its question, the question says which phrase it comes from', () => sites.visit(address, options, async (page) => {
      await page.getByRole('link', { name: local(check.clauses[1].quote, language), exact: true }).first().click();
      await page.waitForFunction(() => location.hash === '#au-q-masters');
      await settle(page);
      const question = group(page, check.questions[1], language);
      const box = /** @type {{y: number, height: number}} */ (await question.boundingBox());
      assert.ok(box.y >= -1 && box.y < 700, JSON.stringify(box));
      await question.getByRole('link').click();
      await page.waitForFunction(() => location.hash === '#au-phrase-degree');
      await settle(page);
      const top = await page.evaluate(() => document.getElementById('au-phrase-degree')?.getBoundingClientRect().top ?? -1);
      assert.ok(top >= 0 && top < 700, String(top));
    }));

    if (isIn('plain')) test('the mail holds what was chosen and written, field by field', () => sites.visit(address, options, async (page) => {
      const { apply } = regions(page, language);
      await unfold(page);
      await apply.getByRole('textbox', { name: said['words.name'], exact: true }).fill('Ada Ün & Sons?');
      await apply.getByRole('textbox', { name: said['words.place'], exact: true }).fill('Graz, 100 % remote');
      await apply.getByRole('textbox', { name: said['words.why'], exact: true }).fill('First line\nSecond: a=b&c#d');
      await apply.getByRole('textbox', { name: said['words.links'], exact: true }).fill('https://example.org/?a=1&b=2');
      const label = local(check.materials[0].label, language);
      await apply.getByRole('list', { name: said['apply.now'], exact: true }).getByRole('checkbox', { name: label }).check();
      await settle(page);
      const mail = mailOf(await mailLink(page, language));
      assert.equal(mail.protocol, 'mailto:');
      assert.equal(mail.to, 'zplusj@gmail.com');
      assert.deepEqual(mail.fields, ['subject', 'body']);
      assert.equal(mail.subject, `[apply-phd-ot] ${said['mail.subject_apply_name'].replace('{name}', 'Ada Ün & Sons?')}`); // in the language of the posting
      for (const part of ['First line\nSecond: a=b&c#d', 'Graz, 100 % remote', 'https://example.org/?a=1&b=2', `${said['mail.attached']}\n- ${label}`, `${said['mail.closing']}\nAda Ün & Sons?`]) assert.ok(mail.body.includes(part), part);
      assert.ok(!mail.body.includes(local(check.materials[3].label, language)), mail.body);
      assert.ok(!/meets|self-check|selbstcheck/i.test(mail.body), 'the verdict stays here');

      await unfold(page, 'au-draft');
      const shown = await apply.innerText();
      for (const part of [mail.subject, 'Second: a=b&c#d', 'zplusj@gmail.com']) assert.ok(shown.includes(part), part);
      assert.ok(shown.includes(said['apply.not_ticked']), shown);
      assert.ok(shown.includes(local(check.materials[3].label, language)));

      for (const [button, wanted] of [['copy.address', 'zplusj@gmail.com'], ['copy.subject', mail.subject], ['copy.text', mail.body]]) {
        await apply.getByRole('button', { name: said[button], exact: true }).click();
        await apply.getByRole('button', { name: said['copy.done'], exact: true }).waitFor();
        assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n').trim(), wanted.trim());
      }

      await apply.getByRole('checkbox', { name: said['apply.send_check'], exact: true }).check();
      await settle(page);
      assert.doesNotMatch(mailOf(await mailLink(page, language)).body, new RegExp(said['mail.self_check']), 'nothing is decided');
      await choose(page, check.questions[0], said['answer.none'], language);
      await settle(page);
      assert.match(mailOf(await mailLink(page, language)).body, new RegExp(said['mail.self_check']));
    }));

    test('that the name is missing leads to its field, which opens for it', () => sites.visit(address, options, async (page) => {
      const link = regions(page, language).apply.getByRole('link', { name: said['apply.nameless'], exact: true });
      await choose(page, check.questions[4], said['answer.yes'], language);
      await settle(page);
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'au-w-name');
      await page.keyboard.type('Ada');
      await settle(page);
      assert.match(mailOf(await mailLink(page, language)).subject, /Ada$/);
      assert.equal(await link.count(), 0);
      const box = /** @type {{y: number, height: number}} */ (await page.locator('#au-w-name').boundingBox());
      assert.ok(box.y >= 0 && box.y + box.height <= 800, 'still in view');
    }));

    if (isIn('ready')) test('each of the verdicts says what to do next', () => sites.visit(address, options, async (page) => {
      const leads = async (/** @type {string[]} */ hrefs) => {
        assert.ok(hrefs.length > 0);
        for (const href of hrefs) if (href.startsWith('#')) assert.equal(await page.locator(href).count(), 1, href);
        assert.ok(hrefs.includes('#au-apply'), hrefs.join());
      };
      assert.equal(await verdict(page, language), 'open');
      assert.deepEqual(await nextSteps(page, language), [], 'the questions are the way on');
      await choose(page, check.questions[0], said['answer.none'], language);
      await settle(page);
      assert.equal(await verdict(page, language), 'not_yet');
      const hrefs = await nextSteps(page, language);
      await leads(hrefs);
      assert.ok(hrefs.some((href) => href.startsWith('mailto:')), hrefs.join());
      await choose(page, check.questions[0], local(check.questions[0].options[1].label, language), language);
      await choose(page, check.questions[4], said['answer.yes'], language);
      await settle(page);
      assert.equal(await verdict(page, language), 'meets');
      await leads(await nextSteps(page, language));
    }));

    const narrowest = width === 360 ? 320 : width;
    if (isIn('ready')) test('nothing scrolls sideways, answered or not', () => sites.visit(address, { ...options, viewport: { width: narrowest, height: 700 } }, async (page) => {
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(await wide(), narrowest);
      await choose(page, check.questions[0], said['answer.none'], language);
      await settle(page);
      assert.equal(await wide(), narrowest);
    }));
  });
}
