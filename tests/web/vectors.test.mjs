// Hostile texts in everything an author writes (tests/web/vector_cases.mjs): each is refused with a mistake that has a
// place, or shown as the text it is. Judged in browsers with the pages' own content security policy and, so that escaping
// alone has to hold, without one. Every text is in each field of a check.json whose page is looked through; left to `--full`:
// two of three texts as a posting of their own and where only some texts may be, most sites with the app, and the app in
// other engines.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mailOf } from '../support/applicant.mjs';
import { launch, serve } from '../support/browser.mjs';
import { engineNames, launchEngine } from '../support/engines.mjs';
import { aushang, full as everything, sample, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';
import { gallery, lookThrough } from '../support/strangers.mjs';
import { address, buildFull, buildPostings, copy, isCleanError, recipient, seen, shown, withoutPolicy } from '../support/vector_sites.mjs';
import { comesUp, rests, watched } from '../support/watched.mjs';
import { addresses, fronts, pages, texts } from './vector_cases.mjs';

/** @typedef {import('../support/strangers.mjs').Look} Look */
const look = /** @type {() => Look} */ (lookThrough);
/** @typedef {import('playwright-core').Page} Page */

/** @type {string} */
let root;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** Those of the texts that are postings of their own. */
const posted = sample(texts, 3);
/** Paths of static pages, one posting each. @type {string[]} */
let many;
/** @type {ReturnType<typeof buildFull>} */
let full;
/** Which of these have the app, unless everything is wanted. */
const withApp = [0, 4];
/** Addresses wherever Markdown or HTML has one, a few on a page. */
const ofAddresses = addresses.map((one) => `[a](${one}) [a](<${one}>) <${one}> ![a](${one}) ![a](<${one}>)\n\n<a href="${one.replaceAll('"', '&quot;')}">a</a> <img src='${one.replaceAll('\'', '&#39;')}' alt=a>\n\n[a][r] ![a][r]\n\n[r]: <${one}>`.replaceAll('\u0000', ''));
const markdown = [...pages, ...Array.from({ length: Math.ceil(addresses.length / 4) }, (_, i) => ofAddresses.slice(4 * i, 4 * i + 4).map((page, j) => page.replaceAll('[r]', `[r${j}]`)).join('\n\n'))];

before(async (t) => {
  root = temporaryFolder(/** @type {any} */ (t));
  const inBoth = buildPostings(root, 'pages', { pages: markdown, fronts, languages: ['en', 'de'] });
  // The pages of one posting are neighbours: each in one of its languages, by turns.
  many = [...buildPostings(root, 'texts', { texts: posted, languages: ['en'] }), ...inBoth.filter((_, i) => everything || i % 4 === 0 || i % 4 === 1)];
  for (const name of ['texts', 'pages']) withoutPolicy(root, name, `${name}-open`);
  full = buildFull(root, 'full', texts, 33, (i) => everything || withApp.includes(i));
  for (const { path } of full) withoutPolicy(root, path, `${path}-open`);
  writeFileSync(join(root, 'gallery.html'), gallery);
  [browser, server] = [await launch(), await serve(root)];
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const built = (/** @type {string} */ path) => readFileSync(join(root, decodeURIComponent(path)), 'utf8');
/** Pictures that the vectors name and nobody has. */
const missing = /404 \(Not Found\)/;
const withPolicy = /** @type {const} */ ([['with the page\'s policy', ''], ['without a policy', '-open']]);

/** Nothing strange in any of them, and a mail link leads to who is named on the page. @param {Look[]} looks */
function isOurs(looks) {
  assert.deepEqual(looks.flatMap(({ address: at, strange }) => strange.map((one) => `${decodeURIComponent(new URL(at).pathname)}: ${one}`)).slice(0, 20), []);
  for (const { mails } of looks) mails.forEach(isToRecipient);
}
/** @param {string} href */
function isToRecipient(href) {
  assert.doesNotMatch(href, /[^!-~]/, href);
  for (const field of href.split(/[?&]/).filter((one) => !one.startsWith('body='))) assert.doesNotMatch(field, /%0[ad]/i, `${href} breaks a line outside of its text`);
  const mail = mailOf(href);
  assert.equal(mail.to, recipient);
  assert.ok(mail.fields.every((field, i) => ['cc', 'subject', 'body'].includes(field) && mail.fields.indexOf(field) === i), href);
  assert.doesNotMatch(mail.subject, /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  const cc = new URL(href).search.slice(1).split('&').find((part) => part.startsWith('cc='));
  assert.ok(cc === undefined || decodeURIComponent(cc) === `cc=${copy}`, href);
}

test('the look itself is awake: whatever is put into a page is seen', () => watched(browser, [server.origin], async (page) => {
  const at = `${server.origin}/${full[0].path}-open/`;
  await page.goto(at);
  await comesUp(page);
  assert.deepEqual((await page.evaluate(look)).strange, []);
  const wrong = [
    '<b>x</b>', '<svg></svg>', '<p onclick="x">x</p>', '<a href="javascript:x">x</a>', '<a href="data:,x">x</a>', '<a href="/" ping="/x">x</a>', '<a href="/" target="_top">x</a>', '<img src="http://localhost:9/x.png">', '<p style="background: url(x)">x</p>', '<iframe></iframe>', '<form></form>', '<base>',
    '<script></script>', '<script type="module" src="x.js"></script>', '<script type="application/ld+json"></script>', '<meta http-equiv="refresh" content="9">', '<link rel="prefetch" href="/">', '<link rel="stylesheet" href="http://localhost:9/x.css">', '<button>x</button>', '<input type="image">', '<!-- x -->', '<p id="au-apply">x</p>', '<div><template shadowrootmode="open">x</template></div>',
  ];
  for (const html of wrong) {
    const { strange } = await page.evaluate(([text, source]) => {
      const place = document.createElement('div');
      // A frame would run, ask or lead away; parsed like this nothing does before the look is over.
      /** @type {any} */ (place).setHTMLUnsafe(text);
      document.body.append(place);
      const found = new Function(`return (${source})()`)();
      place.remove();
      return found;
    }, [html, String(look)]);
    assert.ok(strange.length > 0, html);
  }
}, { faults: /localhost:9|Failed to load resource/ }));

test('and so is every vector: where a page doesn\'t escape, its markup is seen', () => watched(browser, [server.origin], async (page) => {
  // With a policy that lets nothing run or be asked for; what is looked for is there all the same.
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'none\'">';
  const marked = posted.filter((text) => /<[a-z/!?]|"[^=]*on[a-z]+=/i.test(text) && !/^[^<]*<!-- [^>]*$|&lt;/.test(text));
  marked.forEach((text, i) => writeFiles(root, { [`broken/${i}.html`]: `<!doctype html><html lang="en"><head>${policy}<title>x</title></head><body><p id="au-apply" title="${text}">x</p><p>${text}</p></body></html>` }));
  await page.goto(`${server.origin}/gallery.html`);
  const looks = /** @type {Look[]} */ (await page.evaluate((all) => /** @type {any} */ (window).lookAt(all, false), marked.map((_, i) => `broken/${i}.html`)));
  assert.ok(marked.length > posted.length * 0.6, String(marked.length));
  // These do something only at other places.
  assert.deepEqual(marked.filter((text, i) => looks[i].strange.length === 0 && !/^<(frameset|canvas) /.test(text)), []);
}, { faults: /./ }));

/** What each of these fields may be at all: nothing that says anything to a browser or a mail program. @type {[RegExp, string[]][]} */
const narrow = [
  [/^[a-z][a-z0-9_]*$/, ['questions[0].id', 'clauses[0].id', 'criteria[0].id', 'notes[0].id', 'materials[0].id', 'positions[0].id']],
  [/^https?:\/\/([a-z0-9-]+\.)+[a-z][a-z0-9-]*(:\d+)?([/?#][^\s"<>\\^`{|}\u0000-\u0020\u007f-\uffff]*)?$/i, ['facts.organization.url', 'apply.portal', 'url', 'imprint', 'privacy']],
  [/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@([a-z0-9-]+\.)+[a-z0-9-]+$/i, ['apply.to[0]']],
  [/^[A-Za-z0-9.-]*$/, ['apply.cc[0]']], // what stands behind a whole address
  [/^[A-Za-z][A-Za-z0-9_+/-]*$/, ['apply.deadline.zone']],
  [/^[^\u0000-\u001f\u007f]*$/, ['apply.subject.contains', 'apply.inquiry.subject.contains', 'facts.organization.name', 'facts.place.city', 'questions[0].options[0].value']],
  [/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/, ['name']],
  [/^$/, ['facts.place.country', 'facts.employment', 'facts.posted', 'facts.start', 'apply.deadline.date', 'apply.deadline.time', 'apply.max_total_mb', 'questions[1].type', 'criteria[0].level', 'materials[0].kind', 'materials[0].stage', 'materials[0].required', 'materials[0].contains[0]',
    'criteria[0].logic', 'logo', 'logo_dark', 'languages[0]', 'offline', 'theme.accent', 'theme.paper', 'theme.ink', 'theme.dark.accent', 'theme.dark.paper', 'theme.dark.ink', 'fonts[0].file', 'fonts[0].weight', 'fonts[0].style']],
  [/^[A-Za-z0-9_-]+( [A-Za-z0-9_-]+)*$/, ['fonts[0].family']],
  [/^[A-Za-z0-9_ ,'"-]*$/, ['theme.font']],
];

/** Which of them are site.json's. */
const ofSite = ['url', 'imprint', 'privacy', 'name', 'logo', 'logo_dark', 'languages[0]', 'offline', 'theme.accent', 'theme.paper', 'theme.ink', 'theme.dark.accent', 'theme.dark.paper', 'theme.dark.ink', 'fonts[0].file', 'fonts[0].weight', 'fonts[0].style', 'fonts[0].family', 'theme.font'];

test('what can only be some texts is refused, with the place of the mistake', () => {
  const folder = join(root, 'refused'), option = { value: 'a', label: 'x' };
  const check = (/** @type {string} */ text) => ({
    version: 1, [text]: 1,
    facts: { organization: { name: text, url: text }, place: { city: text, country: text }, employment: text, posted: text, start: text },
    apply: { to: [text], cc: [`a@group.example${text}`], portal: text, subject: { contains: text }, inquiry: { subject: { contains: text } }, deadline: { date: text, time: text, zone: text }, max_total_mb: text },
    questions: [{ id: text, type: 'one', label: 'x', options: [{ value: text, label: 'x' }, option] }, { id: 'a', type: text, label: 'x' }],
    clauses: [{ id: text, label: 'x', quote: 'Words', evidence: [text], logic: { var: text } }], criteria: [{ id: text, level: text, label: 'x', logic: { [text]: [] } }], notes: [{ id: text, label: { [text]: 'x' }, quote: { [text]: 'x' } }],
    materials: [{ id: text, kind: text, stage: text, required: text, label: 'x', contains: [text] }], positions: [{ id: text, label: 'x', materials: [text], criteria: [text] }],
  });
  const site = (/** @type {string} */ text) => ({ [text]: 1, name: text, logo: text, logo_dark: text, fonts: [{ family: text, file: text, weight: text, style: text }], imprint: text, privacy: text, url: text, languages: [text], offline: text, theme: { accent: text, paper: text, ink: text, font: text, dark: { accent: text, paper: text, ink: text } } });
  // Postings are checked many at a time; of a site.json there is one.
  const all = [...texts, ...addresses].filter((_, i) => everything || i % 3 === 1), each = everything ? 1 : 8;
  for (let at = 0; at < all.length; at += each) {
    const some = all.slice(at, at + each), postings = some.map((_, i) => `p${i}`);
    some.forEach((text, i) => writeFiles(folder, { [`p${i}/posting.md`]: 'Words\n', [`p${i}/check.json`]: JSON.stringify(check(text)) }));
    writeFiles(folder, { 'site.json': JSON.stringify(site(some[0])) });
    const { code, out } = aushang(['check', ...postings], { cwd: folder });
    assert.equal(code, 1);
    isCleanError(out);
    const told = [...out.matchAll(/^(?:(p\d+)\/check|site)\.json:\d+:\d+: ([a-z-]+): .* \[\$\.?(.*)\]$/gm)].map(([, posting = 'site', kind, path]) => ({ posting, kind, path }));
    some.forEach((text, i) => {
      const mine = told.filter(({ posting }) => posting === postings[i] || (i === 0 && posting === 'site')), refused = new Set(mine.map(({ path }) => path));
      const asked = i === 0 ? narrow : narrow.map(([harmless, paths]) => /** @type {typeof narrow[0]} */ ([harmless, paths.filter((path) => !ofSite.includes(path))]));
      const taken = asked.flatMap(([harmless, paths]) => (harmless.test(text) ? [] : paths.filter((path) => !refused.has(path))));
      assert.deepEqual(taken, [], `${JSON.stringify(text)}\n${out}`);
      assert.equal(mine.filter(({ kind }) => kind === 'unknown-key').length, i === 0 ? 2 : 1, out);
    });
  }
});

/** Of the pages here, those that matter most where a policy or none, scripts or none. @param {string} open @param {boolean} scripts */
const thatMatter = (open, scripts) => [...(scripts || open ? many : many.filter((path) => path.startsWith('pages/'))).map((path) => path.replace('/', `${open}/`)), ...(scripts ? [] : full.map(({ path }) => `${path}${open}/de/`))];

/** Sites without the app, whose pages are static whatever runs. */
const withoutApp = () => full.filter((_, i) => !everything && !withApp.includes(i)).map(({ path }) => `${path}-open/`);

/**
 * All of them where escaping alone has to hold and scripts run, in Chromium; a part of them elsewhere, unless everything is wanted.
 * The texts' own pages are looked through with what machines read, too.
 * @param {string} open @param {boolean} scripts @param {string} [engine]
 */
function pagesFor(open, scripts, engine = 'chromium') {
  const matter = thatMatter(open, scripts);
  if (!open || !scripts || engine !== 'chromium') return sample(matter, 7);
  return everything ? matter : [...matter.filter((path) => !/^texts-open\/./.test(path)), ...withoutApp()];
}

for (const [how, open] of withPolicy) {
  for (const scripts of [true, false]) {
    test(`static pages, ${how}, ${scripts ? 'with scripts' : 'where scripts are off'}: a text on each page`, () => watched(browser, [server.origin], async (page) => {
      await page.goto(`${server.origin}/gallery.html`);
      isOurs(await page.evaluate(([all, on]) => /** @type {any} */ (window).lookAt(all, on), /** @type {const} */ ([pagesFor(open, scripts), scripts])));
    }, { faults: scripts ? missing : /404 \(Not Found\)|^error: Blocked script execution/ }));
  }
}

/** Everything that can be chosen is, one after the other, and everything that can be written. Runs in the page. @param {string[]} words */
async function useAll(words) {
  const rest = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  for (const choice of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#au-panel label:first-of-type > input'))) choice.click();
  await rest();
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#au-panel input[type=text], #au-panel textarea'))) {
    field.value = words.join('\n');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await rest();
}

/** A title is read as HTML, which has no noncharacters. @param {string} text */
const inTitle = (text) => text.replace(/[\ufffe\uffff]/g, '\ufffd');

/** What each element that shows it has to say, whole. @param {Look} found @param {string[]} wanted */
function saysAll(found, wanted) {
  const said = new Set(found.texts);
  assert.deepEqual(wanted.map(seen).filter((text) => text !== '' && !said.has(text)), []);
}

for (const [how, open] of withPolicy) {
  test(`with the app, ${how}: in every field of check.json and site.json, ready and plain, answered, in both languages`, async () => {
    let ready = 0;
    const sites = everything ? full : withApp.filter((i) => open || i > 0).map((i) => full[i]);
    for (const { path, texts: own, title } of sites) {
      await watched(browser, [server.origin], async (page) => {
        await page.goto(`${server.origin}/${path}${open}/`);
        const state = await comesUp(page);
        const looks = [await page.evaluate(look)];
        saysAll(looks[0], [...own, inTitle(title)]);
        assert.deepEqual([looks[0].title, looks[0].og.title], [shown(inTitle(title)), shown(inTitle(title))]);
        assert.equal(looks[0].data.hiringOrganization.name, own.map((text) => shown(text) || 'x').join(' '));
        if (state === 'ready') {
          ++ready;
          await page.locator('#au-mode').click();
          await comesUp(page, ['plain']);
          looks.push(await page.evaluate(look));
        }
        await page.evaluate(useAll, own);
        looks.push(await page.evaluate(look));
        if (everything || path === sites[0].path) {
          await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
          await page.waitForFunction(() => document.documentElement.lang === 'de');
          await comesUp(page);
          looks.push(await page.evaluate(look));
          saysAll(looks[looks.length - 1], own);
        }
        isOurs(looks);
        assert.ok(looks.every(({ mails }) => mails.length > 0), 'there is a mail link in every form');
      });
    }
    assert.ok(ready > 0 && ready >= sites.length - 2, `${ready} of ${sites.length} are drawn`);
  });
}

test('what machines read holds a text as a text, and its page is ours without a policy: oEmbed, site map, manifest, structured data', () => watched(browser, [server.origin], async (page) => {
  await page.goto(`${server.origin}/gallery.html`);
  const index = await page.evaluate(async () => (await /** @type {any} */ (window).lookAt(['texts/'], true, true))[0]);
  saysAll(index, posted.map(inTitle));
  const paths = many.filter((path) => path.startsWith('texts/') && path !== 'texts/');
  const looks = /** @type {Look[]} */ (await page.evaluate((all) => /** @type {any} */ (window).lookAt(all, true), paths.map((path) => path.replace('/', '-open/'))));
  isOurs([index, ...looks]);
  // The snippet as somebody's page takes it, without anything in it being run.
  const frames = await page.evaluate((snippets) => snippets.map((html) => {
    const elementsIn = (/** @type {string} */ text) => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('head > *, body, body *')];
    const all = elementsIn(html), within = elementsIn(all[1]?.textContent ?? ''); // what a frame holds is text, until there are no frames
    return [...all, ...within].map((element) => [element.localName, element.getAttribute('src') ?? element.getAttribute('href') ?? '', element.getAttribute('title') ?? element.textContent, element.attributes.length]);
  }), paths.map((path) => JSON.parse(built(`${path}oembed.json`)).html));
  const read = (/** @type {string} */ url) => decodeURIComponent(new URL(url).href); // some characters may be encoded or not
  posted.forEach((text, i) => {
    const at = `${address}${paths[i].slice('texts/'.length)}`, name = shown(inTitle(text)) || 'The posting';
    assert.deepEqual(frames[i].map(([tag, , , count]) => [tag, count]), [['body', 0], ['iframe', 9], ['body', 0], ['a', 1]]);
    const [, frame, , link] = frames[i];
    assert.deepEqual([read(String(frame[1])), frame[2], read(String(link[1])), link[2]], [`${read(at)}?embed=1`, name, read(at), name]);
    const oembed = JSON.parse(built(`${paths[i]}oembed.json`));
    assert.deepEqual([oembed.title, oembed.provider_url], [name, address]);
    const { data, title, og } = looks[i];
    assert.deepEqual([title, og.title, data.title, data.hiringOrganization.name, data.jobLocation.address.addressLocality], [name, name, name, shown(text) || 'x', shown(text) || 'x']);
    assert.doesNotMatch(data.description, /<(?!\/?(p|ul|ol|li|br|h[1-6]|em|strong|blockquote)>)/);
  });
  const map = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    return { tags: [...new Set([...parsed.querySelectorAll('*')].map((element) => `${element.localName} ${[...element.attributes].map(({ name }) => name)}`))], places: [...parsed.querySelectorAll('loc')].map((loc) => loc.textContent ?? '') };
  }, built('texts/sitemap.xml'));
  assert.deepEqual(map.tags, ['urlset xmlns,xmlns:xhtml', 'url ', 'loc ', 'lastmod ']);
  assert.deepEqual(map.places.map(read), ['texts/', ...paths].map((path) => read(`${address}${path.slice('texts/'.length)}`)));
  for (const { path, title } of everything ? full : withApp.map((i) => full[i])) assert.equal(JSON.parse(built(`${path}/manifest.webmanifest`)).name, shown(title));
}, { faults: missing }));

for (const name of engineNames.filter((one) => one !== 'chromium')) {
  const engine = launchEngine(name), skip = engine.skipReason ?? false;
  describe(`${name}, without a policy`, () => {
    after(() => engine.close());
    /** @param {string} path @param {(page: import('../support/engines.mjs').Page) => Promise<Look[]>} use */
    const visit = async (path, use) => {
      const page = await engine.open({ url: `${server.origin}/${path}`, width: 1000, height: 800 });
      try {
        isOurs(await use(page));
        // A picture that a vector names and nobody has is no more than that; nor is what a frame was fetching when it went.
        assert.deepEqual((await page.messages()).filter(({ kind, text }) => !/\b404\b|Not Found/.test(text) && !(kind === 'network' && /NS_BINDING_ABORTED/.test(text)) && !(kind === 'console' && /frame element/.test(text))), []);
      } finally {
        await page.close();
      }
    };
    for (const scripts of everything ? [true, false] : [true]) {
      test(`static pages, ${scripts ? 'with scripts' : 'where scripts are off'}`, { skip }, () => visit('gallery.html', (page) => page.evaluate((paths, on) => /** @type {any} */ (window).lookAt(paths, on), pagesFor('-open', scripts, name), scripts)));
    }
    if (everything) test('with the app', { skip }, () => visit(`${full[1].path}-open/`, async (page) => {
      await page.waitFor(() => ['ready', 'plain'].includes(document.documentElement.dataset.aushang ?? ''), { timeout: 30_000 });
      await page.evaluate(useAll, full[1].texts);
      return [await page.evaluate(look)];
    }));
  });
}
