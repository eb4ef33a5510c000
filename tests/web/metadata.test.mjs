// What a page's head says to machines is what people see on the page; and nothing that anybody writes in a posting,
// check.json or site.json gets out of it. Left to `--full`: axe-core at each width, html-validate on every page.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, htmlFindings } from '../support/accessibility.mjs';
import { launch, serve } from '../support/browser.mjs';
import { listen } from '../support/complaints.mjs';
import { keepPages } from '../support/kept_pages.mjs';
import { aushang, combinations, project, sample, smallCheck, temporaryFolder, writeFiles } from '../support/project.mjs';

const url = 'https://jobs.group.example/open/';
const siteJson = {
  version: 1, name: { en: 'Stochastics group', de: 'Arbeitsgruppe Stochastik' }, logo: 'logo.png', imprint: 'https://www.group.example/imprint', privacy: 'https://www.group.example/privacy', url,
  theme: { accent: '#7a1f3d', paper: '#fffdf5', ink: '#111111', font: 'Georgia, serif' },
};
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const breakOut = '"></iframe></script ><script >window.hurt=1</script ></script><script>window.hurt=1</script><img src=x onerror=window.hurt=1>"\'\u2028\u2029&lt;';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {ReturnType<typeof keepPages>} */
let inPage;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {string} */
let root;
const built = (/** @type {string} */ name) => readFileSync(join(root, 'dist', name), 'utf8');

before(async (t) => {
  root = temporaryFolder(/** @type {any} */ (t));
  for (const name of ['phd-ot', 'msca-doctoral']) cpSync(join(project, 'assets/postings', name), join(root, 'in', name), { recursive: true });
  // The invented example doesn't say when it was posted; a search engine wants to know.
  const check = JSON.parse(readFileSync(join(root, 'in/msca-doctoral/check.json'), 'utf8'));
  check.facts.posted = '2026-12-01';
  writeFiles(root, {
    'in/msca-doctoral/check.json': JSON.stringify(check), 'in/site.json': JSON.stringify(siteJson), 'in/logo.png': png,
    'bad/site.json': JSON.stringify({ name: `Site ${breakOut}`.replaceAll(/[\u2028\u2029]/g, ''), url, theme: { font: '"x", serif' } }),
    'bad/job/posting.md': `---\ntitle: ${JSON.stringify(`Job ${breakOut} &lt;/script>&lt;script>window.hurt=1&lt;/script>`)}\ndescription: ${JSON.stringify(`About ${breakOut}`)}\nlang: en\n---\nText <script>window.hurt=1</script> \`${breakOut}\` [x](javascript:window.hurt=1)\n`,
    'bad/job/check.json': smallCheck({ facts: { organization: { name: `Group ${breakOut}` }, place: { city: `City ${breakOut}`, country: 'DE' }, posted: '2026-01-31' } }),
  });
  const build = (/** @type {string[]} */ ...args) => {
    const { code, err } = aushang(['build', '--no-packed', ...args], { cwd: root });
    assert.equal(code, 0, err);
    return err;
  };
  assert.equal(build('in/phd-ot', 'in/msca-doctoral', '-o', 'dist'), '', 'the app comes along, and nothing is amiss');
  build('bad/job', '-o', 'dist-bad', '--no-app');
  browser = await launch();
  inPage = keepPages(browser);
  // A page without an address of its own frames one of ours below, which our headers don't allow.
  server = await serve(root, {}, () => '', /"effective-directive":"frame-ancestors"/);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Opens a page and fails on any console message (a policy that blocks something says so there) and on requests to others.
 * @param {string} path @param {(page: import('playwright-core').Page) => Promise<void>} look @param {import('playwright-core').BrowserContextOptions} [options]
 */
const visit = (path, look, options = {}) => inPage(options, async (page) => {
  const said = listen(page, { all: true, origins: [server.origin] });
  await page.goto(`${server.origin}/${path}`);
  await look(page);
  assert.deepEqual(said(), []);
});

/** The head as a browser has read it. @param {import('playwright-core').Page} page */
const headOf = (page) => page.evaluate(() => ({
  data: [...document.querySelectorAll('script[type="application/ld+json"]')].map((node) => JSON.parse(node.textContent ?? '')),
  og: Object.fromEntries([...document.querySelectorAll('meta[property^="og:"]')].map((node) => [node.getAttribute('property')?.slice(3), node.getAttribute('content')])),
  links: [...document.querySelectorAll('link[rel=canonical], link[rel=alternate]')].map((node) => [node.getAttribute('rel'), node.getAttribute('hreflang') ?? node.getAttribute('type') ?? '', node.getAttribute('href')]),
  visible: document.body.innerText.replaceAll('\u00ad', ''), title: document.title,
}));

const pages = [
  { path: 'phd-ot/', country: 'Germany', posted: '23 June 2024', until: null, type: undefined, language: 'en' },
  { path: 'msca-doctoral/', country: 'Germany', posted: '1 December 2026', until: ['2027-03-31', '31 March 2027'], type: 'FULL_TIME', language: 'en' },
  { path: 'msca-doctoral/de/', country: 'Deutschland', posted: '1. Dezember 2026', until: ['2027-03-31', '31. März 2027'], type: 'FULL_TIME', language: 'de' },
];
for (const { path, country, posted, until, type, language } of pages) {
  test(`${path}: the structured data has what search engines need, and all of it can be seen`, () => visit(`dist/${path}`, async (page) => {
    const { data: [data, ...more], visible } = await headOf(page);
    assert.deepEqual(more, []);
    assert.deepEqual([data['@context'], data['@type'], data.inLanguage], ['https://schema.org/', 'JobPosting', language]);
    const heading = (await page.locator('h1').innerText()).replaceAll('\u00ad', '');
    assert.equal(data.title, heading);
    assert.ok(visible.includes(data.hiringOrganization.name));
    assert.equal(data.hiringOrganization['@type'], 'Organization');
    assert.equal(await page.locator(`#au-facts a[href="${data.hiringOrganization.sameAs}"]`).count(), 1);
    assert.deepEqual([data.jobLocation['@type'], data.jobLocation.address['@type'], data.jobLocation.address.addressCountry], ['Place', 'PostalAddress', 'DE']);
    assert.ok(visible.includes(`${data.jobLocation.address.addressLocality}, ${country}`));
    assert.equal(await page.locator(`time[datetime="${data.datePosted}"]`).innerText(), posted);
    assert.equal(data.validThrough, until?.[0]);
    if (until) assert.equal(await page.locator(`time[datetime="${until[0]}"]`).first().innerText(), until[1]);
    assert.equal(data.employmentType, type);
    assert.ok(!('directApply' in data));
    // Each word of the description stands on the page, in the same order.
    const words = (/** @type {string} */ text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const blank = await page.context().newPage(); // the page's own policy lets no text become markup
    const described = await blank.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '', data.description);
    const shown = await page.locator('.posting').first().evaluate((node) => node.textContent ?? '');
    assert.ok(words(described).length > 150);
    assert.deepEqual(words(described), words(shown));
    assert.deepEqual([...new Set([...data.description.matchAll(/<\/?([a-z0-9]+)[^>]*>/g)].map((m) => m[1]))].filter((name) => !['p', 'ul', 'ol', 'li', 'h2', 'h3', 'strong', 'em', 'br', 'blockquote'].includes(name)), []);
  }));
}

test('Open Graph and the canonical address name the posting\'s own page', async () => {
  const own = { type: 'website', url: `${url}msca-doctoral/de/`, image: `${url}site-logo.png`, locale: 'de_DE', site_name: 'Arbeitsgruppe Stochastik' };
  await visit('dist/msca-doctoral/de/', async (page) => {
    const { og, links, title } = await headOf(page);
    const { title: ogTitle, description, ...rest } = og;
    assert.deepEqual(rest, own);
    assert.equal(ogTitle, title);
    assert.equal(description, await page.locator('meta[name=description]').getAttribute('content'));
    assert.deepEqual(links, [
      ['canonical', '', `${url}msca-doctoral/de/`], ['alternate', 'de', `${url}msca-doctoral/de/`], ['alternate', 'en', `${url}msca-doctoral/`], ['alternate', 'application/json+oembed', `${url}msca-doctoral/de/oembed.json`],
    ]);
  });
  await visit('dist/phd-ot/de/', async (page) => {
    const { og, data } = await headOf(page);
    assert.equal(og.url, `${url}phd-ot/de/`);
    assert.equal(data.length, 1, 'a translation is a posting of its own');
  });
});

test('the sitemap is XML and names every page of its own', () => visit('dist/', async (page) => {
  await page.goto('about:blank'); // where text may be parsed
  const map = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    if (parsed.querySelector('parsererror')) return null;
    return [...parsed.getElementsByTagNameNS('http://www.sitemaps.org/schemas/sitemap/0.9', 'url')].map((one) => [
      one.getElementsByTagName('loc')[0].textContent, one.getElementsByTagName('lastmod')[0]?.textContent,
      ...[...one.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')].map((link) => `${link.getAttribute('hreflang')} ${link.getAttribute('href')}`),
    ]);
  }, built('sitemap.xml'));
  const both = (/** @type {string} */ name) => [`de ${url}${name}/de/`, `en ${url}${name}/`], languages = both('msca-doctoral'), lists = [`de ${url}de/`, `en ${url}`];
  assert.deepEqual(map?.map((one) => [one[0], one[1], ...one.slice(2).sort()]), [
    [url, undefined, ...lists], [`${url}de/`, undefined, ...lists], [`${url}phd-ot/`, '2024-06-23', ...both('phd-ot')], [`${url}phd-ot/de/`, '2024-06-23', ...both('phd-ot')], [`${url}msca-doctoral/`, '2026-12-01', ...languages], [`${url}msca-doctoral/de/`, '2026-12-01', ...languages],
  ]);
}));

test('oEmbed gives a frame with a link in it', () => visit('dist/', async (page) => {
  const embed = JSON.parse(built('phd-ot/oembed.json'));
  const { html, ...rest } = embed;
  assert.deepEqual(rest, { version: '1.0', type: 'rich', title: 'Ph.D. position in optimal transport and robust machine learning', provider_name: 'Stochastics group', provider_url: url, width: 800, height: 720 });
  await page.goto('about:blank'); // where text may be parsed
  const frame = await page.evaluate((text) => {
    const nodes = [...new DOMParser().parseFromString(text, 'text/html').body.children];
    return nodes.map((node) => [node.tagName, Object.fromEntries([...node.attributes].map((one) => [one.name, one.value])), node.textContent]);
  }, html);
  const { sandbox, ...attributes } = /** @type {any} */ (frame[0][1]);
  assert.equal(frame.length, 1);
  assert.deepEqual([frame[0][0], frame[0][2]], ['IFRAME', `<a href="${url}phd-ot/">${rest.title}</a>`]);
  assert.deepEqual(attributes, { src: `${url}phd-ot/?embed=1`, title: rest.title, width: '100%', height: '720', frameborder: '0', loading: 'lazy', referrerpolicy: 'strict-origin-when-cross-origin', allow: 'clipboard-write' });
  assert.deepEqual(sandbox.split(' '), ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-downloads', 'allow-modals', 'allow-top-navigation-to-custom-protocols']);
}));

test('nothing that is written into posting, check.json or site.json runs', async () => {
  await visit('dist-bad/', async (page) => {
    const { data: [data], og, title } = await headOf(page);
    assert.equal(data.title, title);
    assert.ok(data.title.includes('</script><script>window.hurt=1</script>'));
    assert.ok(data.hiringOrganization.name.includes('<img src=x onerror=window.hurt=1>"\'\u2028\u2029&lt;'));
    assert.ok(og.site_name?.includes('<img src=x onerror=window.hurt=1>'));
    assert.ok(!/<script|<img|javascript:/.test(data.description), data.description);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).hurt), undefined);
    assert.equal(await page.locator('script:not([type="application/ld+json"])').count(), 0);
    // The description and the frame do no harm where others put them into their pages, which may have no policy.
    const frame = JSON.parse(readFileSync(join(root, 'dist-bad/oembed.json'), 'utf8')).html;
    const other = await page.context().newPage();
    await other.setContent(`<!DOCTYPE html><div>${data.description}</div>${frame.replaceAll(url, `${server.origin}/dist-bad/`)}`);
    await other.waitForLoadState('load');
    assert.equal(await other.evaluate(() => /** @type {any} */ (window).hurt), undefined);
    assert.deepEqual(await other.evaluate(() => [...document.querySelectorAll('script, img')].length), 0);
  }, { bypassCSP: true });
  for (const [key, value] of [['imprint', 'javascript:window.hurt=1'], ['privacy', 'data:text/html,x'], ['url', 'https://x.example/"><script>'], ['logo', '../x.png'], ['name', 'a\u2028b']]) {
    writeFiles(root, { 'refused.json': JSON.stringify({ [key]: value }) });
    const { code, err } = aushang(['build', 'bad/job', '-o', 'dist-refused', '--no-app', '--site', 'refused.json'], { cwd: root });
    assert.equal(code, 1, key);
    assert.match(err, /^refused\.json:1:\d+: bad-(url|path|value): /m);
  }
});

test('html-validate finds nothing on pages of a site', async () => {
  for (const name of sample(['index.html', 'phd-ot/index.html', 'phd-ot/de/index.html', 'msca-doctoral/de/index.html'], 3)) assert.deepEqual(await htmlFindings(built(name)), [], name);
});

const themed = combinations({ colorScheme: /** @type {const} */ (['light', 'dark']), path: ['', 'phd-ot/'] }, true);
for (const { page: { path, colorScheme }, width } of combinations({ page: themed, width: [320, 1280] })) {
  test(`axe-core finds nothing on the themed page /${path} in ${colorScheme} at ${width} px`, () => visit(`dist/${path}${path && '?mode=plain'}`, async (page) => {
    if (path) await page.waitForFunction(() => document.documentElement.dataset.aushang === 'plain');
    assert.deepEqual((await axeFindings(page)).violations, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true }));
}

test('the theme is for light pages; the logo stays when the language changes', async () => {
  const colours = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color, getComputedStyle(document.body).fontFamily]);
  await visit('dist/phd-ot/', async (page) => assert.deepEqual(await colours(page), ['rgb(255, 253, 245)', 'rgb(17, 17, 17)', 'Georgia, serif']), { colorScheme: 'light' });
  await visit('dist/phd-ot/', async (page) => assert.deepEqual(await colours(page), ['rgb(20, 22, 26)', 'rgb(233, 231, 226)', 'Georgia, serif']), { colorScheme: 'dark' });
  await visit('dist/phd-ot/?mode=plain', async (page) => {
    await page.waitForFunction(() => document.documentElement.dataset.aushang === 'plain');
    const logo = page.locator('.bar .logo');
    assert.equal(await logo.getAttribute('alt'), 'Stochastics group');
    await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'de' && document.querySelector('footer')?.textContent?.includes('Impressum'));
    assert.equal(await logo.getAttribute('alt'), 'Arbeitsgruppe Stochastik');
    await page.waitForFunction(() => /** @type {HTMLImageElement} */ (document.querySelector('.logo')).naturalWidth === 1);
  });
  assert.deepEqual(server.missing, []);
});

test('the tile is drawn in the theme\'s colours', () => visit('dist/phd-ot/', async (page) => {
  await page.waitForFunction(() => document.documentElement.dataset.aushang === 'ready');
  const shot = await page.locator('#au-posting').screenshot();
  // Which colours are there: a picture of the sheet, read back in the page.
  const counts = await page.evaluate(async (base64) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let paper = 0, accent = 0, usual = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b] = [data[i], data[i + 1], data[i + 2]];
      if (r === 255 && g === 253 && b === 245) ++paper;
      if (r === 0x7a && g === 0x1f && b === 0x3d) ++accent;
      if (r === 0x0a && g === 0x5a && b === 0xa0) ++usual;
    }
    return { paper, accent, usual };
  }, shot.toString('base64'));
  assert.ok(counts.paper > 100_000, JSON.stringify(counts));
  assert.ok(counts.accent > 50, JSON.stringify(counts));
  assert.equal(counts.usual, 0);
}, { colorScheme: 'light', viewport: { width: 1280, height: 800 } }));
