// Somebody else's page with a posting in a frame: two servers, two origins.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { serve } from './browser.mjs';
import { aushang, project } from './project.mjs';

/** The rights that embed.js gives, and the guide's frame. */
export const fullRights = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation-to-custom-protocols';

const style = `body { margin: 0; font: 16px/1.5 sans-serif } h1 { margin: 20px } p { margin: 20px } .more { height: 1500px; background: #eee }
iframe { display: block; width: 100%; height: 720px; border: 0 }
@media (scripting: enabled) { aushang-posting { display: block; min-height: max(100vh, 720px) } aushang-posting[height="720"] { min-height: 720px } }`;

/**
 * The example's site, and a server for pages around it.
 * @param {string} folder for the site
 * @param {Record<string, string>} [headers] the site sends
 * @param {RegExp} [expected] what may be reported as against its policy (`watchPolicy`)
 */
export async function openHost(folder, headers = {}, expected = undefined) {
  const { code, err } = aushang(['build', join(project, 'assets/postings/phd-ot'), '-o', folder]);
  assert.equal(code, 0, err);
  let origin = '';
  const site = await serve(folder, headers, () => origin, expected);
  /** @type {Map<string, string>} */
  const pages = new Map();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/host.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(style);
    } else if (path === '/forge.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(forge);
    } else if (pages.has(path)) {
      // As docs/guides/embed.md says.
      const policy = `default-src 'self'; script-src 'self' ${site.origin}; frame-src 'self' ${site.origin}`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(pages.get(path));
    } else {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  });
  const port = await new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
  });
  // The same machine by another name, so that the two are also different sites.
  origin = `http://localhost:${port}`;
  let count = 0;

  /** @param {string} inner @param {string} [head] @returns {string} the page's address */
  function page(inner, head = `<script async src="${site.origin}/embed.js"></script>`) {
    const path = `/page-${++count}`;
    pages.set(path, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Jobs</title><link rel="stylesheet" href="/host.css">${head}</head>
<body><h1>Jobs at our institute</h1><p>Words before.</p>${inner}<p id="below"><a href="#top">Words after.</a></p><div class="more"></div></body></html>`);
    return origin + path;
  }
  /** @param {string} [attributes] @param {string} [path] */
  const posting = (attributes = '', path = '') => `<aushang-posting src="${site.origin}/${path}" title="A position" ${attributes}><a href="${site.origin}/${path}">Open the posting</a></aushang-posting>`;
  /** @param {string | null} sandbox @param {string} [more] @param {string} [path] */
  const frame = (sandbox, more = '', path = '?embed=1') => `<iframe src="${site.origin}/${path}" title="A position" width="100%" height="720" ${sandbox === null ? '' : `sandbox="${sandbox}"`} allow="clipboard-write" ${more}><a href="${site.origin}/">Open the posting</a></iframe>`;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await site.close();
  };
  const forger = `${origin}/forge`;
  pages.set('/forge', '<!doctype html><html lang="en"><title>Other</title><script src="/forge.js"></script></html>');
  return { forger, site: site.origin, origin, page, posting, frame, close };
}

/** A page beside the posting that says what only the posting's frame, and only the page around, may say. */
const forge = `window.heard = []; addEventListener('message', ({ data }) => window.heard.push(data));
for (const message of [{ type: 'aushang:hello', v: 1, nonce: 'mine' }, { type: 'aushang:height', v: 1, height: 5000 }, { type: 'aushang:welcome', v: 1, height: 'fixed', theme: 'dark', lang: 'de', mail: '' }])
  for (const target of [parent, parent[0], parent[1]]) target?.postMessage(message, '*', target === parent ? [] : [new MessageChannel().port2]);
document.title = 'forged';
parent.document.title += ', forged';`;

// ---- what an applicant does, in a page of any engine (tests/support/engines.mjs) ----

/** @typedef {import('./engines.mjs').Page} Page */

/** @param {Page} page @param {...string} states any of them */
export const frameReaches = async (page, ...states) => {
  const wanted = states.length > 0 ? states : ['ready'];
  for (const end = Date.now() + 30_000; ; await new Promise((done) => setTimeout(done, 50))) {
    const now = await page.inFrame(() => (document.readyState === 'complete' ? document.documentElement.dataset.aushang : '')).catch(() => '');
    if (wanted.includes(now ?? '')) return;
    if (Date.now() > end) assert.fail(`the frame is ${now}, not ${wanted.join(' or ')}`);
  }
};

/** Runs in the frame: where that is which has this role and name. @param {string} role @param {string} name @param {string} group the question's @param {boolean} scrolls */
function locate(role, name, group, scrolls) {
  const text = (/** @type {Element | null | undefined} */ element) => (element?.textContent ?? '').trim();
  const place = group ? [...document.querySelectorAll('fieldset')].find((one) => text(one.querySelector('legend')) === group) : document.body;
  /** @type {Record<string, string>} */
  const tags = { option: 'label:has(input)', link: 'a[href]', button: 'button', summary: 'summary', textbox: 'input:not([type=radio], [type=checkbox]), textarea' };
  const named = (/** @type {Element} */ element) => (role === 'textbox' ? text(/** @type {HTMLInputElement} */ (element).labels?.[0]) : text(element)) === name;
  const found = [...place?.querySelectorAll(tags[role]) ?? []].filter((one) => named(one) && one.getClientRects().length > 0);
  if (found.length !== 1) throw new Error(`${found.length} times ${role} "${name}" in "${group}"`);
  const middle = () => found[0].getBoundingClientRect().top + found[0].getBoundingClientRect().height / 2;
  if (scrolls) scrollBy({ top: middle() - 350, behavior: 'instant' });
  const { left, width } = found[0].getBoundingClientRect();
  return { x: left + Math.min(40, width / 2), y: middle() };
}

/** Runs in the page around: where the frame is. @param {number | null} y of the frame, to be brought into view */
function frameAt(y) {
  const frame = /** @type {HTMLElement} */ (document.querySelector('iframe') ?? document.querySelector('aushang-posting')?.shadowRoot?.querySelector('iframe'));
  if (y !== null) scrollBy({ top: frame.getBoundingClientRect().top + y - 350, behavior: 'instant' });
  const { left, top } = frame.getBoundingClientRect();
  return { left, top };
}

/** Runs in a page: until it has drawn twice; one that is out of sight doesn't. */
const drawn = () => Promise.race([
  new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(null))); }),
  new Promise((done) => { setTimeout(() => done(null), 1000); }),
]);

/** Presses with a real pointer. @param {Page} page @param {boolean} isAuto @param {string} role @param {string} name @param {string} [group] */
export async function press(page, isAuto, role, name, group = '') {
  const { y } = await page.inFrame(locate, role, name, group, !isAuto);
  await page.evaluate(frameAt, y);
  // The page around has told what is seen, and what was pressed before has had its consequences.
  let before = { x: NaN, y: NaN };
  for (const end = Date.now() + 5000; Date.now() < end;) {
    // On a busy machine that takes longer than any pause: each has drawn what it knew, then told the other, then drawn that.
    for (const where of /** @type {const} */ (['inFrame', 'evaluate', 'inFrame'])) await page[where](drawn);
    await new Promise((done) => setTimeout(done, 120));
    const [inside, at] = [await page.inFrame(locate, role, name, group, false), await page.evaluate(frameAt, null)];
    const now = { x: at.left + inside.x, y: at.top + inside.y };
    if (now.x === before.x && now.y === before.y) break;
    before = now;
  }
  await page.click(before.x, before.y);
}
