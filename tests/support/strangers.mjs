// Looks through a whole document for what none of our pages holds, for tests that write hostile things into it.
// Both functions run in a page.

/**
 * @typedef {object} Look what a page is
 * @property {string[]} strange what it should not hold, or what ran in it
 * @property {string} title
 * @property {string} heading
 * @property {string} address
 * @property {any} data the structured data
 * @property {Record<string, string>} og Open Graph
 * @property {string[]} mails addresses of the mail links that are ours
 * @property {string[]} texts the whole text of each innermost element, hints where its lines may break or not apart
 */

/**
 * Nothing outside of it can be used.
 * @param {any} [view] a window
 * @param {boolean} [reads] whether its texts are wanted
 * @returns {Look}
 */
export function lookThrough(view = window, reads = true) {
  const { document, location } = view;
  const tags = /^(html|head|meta|title|link|script|body|button|a|header|span|nav|main|article|section|div|h[1-6]|dl|dt|dd|p|ul|ol|li|blockquote|table|colgroup|col|thead|tbody|tr|th|td|pre|code|em|strong|del|br|hr|img|time|canvas|fieldset|legend|label|input|textarea|progress|footer|aside|details|summary)$/;
  const attributes = /^(id|class|style|lang|dir|href|hreflang|src|alt|title|rel|as|type|crossorigin|name|property|content|charset|http-equiv|role|tabindex|hidden|for|value|max|min|checked|open|inputmode|autocomplete|scope|start|datetime|width|height|target|aria-[a-z]+|data-(aushang|theme|frame|bare|moves|dock|text|root|offline|deadline))$/;
  const rels = /^(stylesheet|icon|preload|manifest|apple-touch-icon|canonical|alternate)$/;
  /** @type {string[]} */
  const strange = [];
  const ids = new Set();
  const say = (/** @type {string} */ what, /** @type {Element} */ element) => strange.push(`${what}: ${element.outerHTML.slice(0, 200)}`);

  if (view.au_ran !== undefined) strange.push(`number ${view.au_ran} ran`);
  for (const key in view.Object.prototype) strange.push(`every object has ${key}`);
  if (view.length > 0) strange.push(`${view.length} frames`);
  const elements = document.querySelectorAll('*');
  for (const element of elements) {
    const { localName, namespaceURI, id } = element;
    if (!tags.test(localName) || namespaceURI !== 'http://www.w3.org/1999/xhtml') say('no element of ours', element);
    if (element.shadowRoot) say('a shadow root', element);
    if (element.hasAttribute('id') && ids.has(id)) say(`the id ${id} again`, element);
    ids.add(id);
    for (const { name } of element.attributes) if (!attributes.test(name)) say(`no attribute of ours, ${name}`, element);
    for (const name of ['href', 'src']) if (element.hasAttribute(name) && !leadsWell(element, name)) say(`leads to ${element[name]}`, element);
    if (/[(@\\<]|url/i.test((element.getAttribute('style') ?? '').replace(/^transform: translate\([-0-9.px, ]+\);/, ''))) say('a style of somebody else', element);
    if (localName === 'script' && !isOurScript(element)) say('a script', element);
    if (localName === 'link' && !rels.test(element.rel)) say('a link', element);
    if (localName === 'meta' && element.httpEquiv && !(element.httpEquiv === 'Content-Security-Policy' && element.content.startsWith("default-src 'none';"))) say('a policy or order', element);
    if (localName === 'meta' && element.name && !/^(viewport|description|color-scheme)$/.test(element.name)) say('a wish', element);
    if (localName === 'button' && element.type !== 'button') say('a button', element);
    if (localName === 'input' && !['text', 'radio', 'checkbox', 'date', 'number', 'url'].includes(element.type)) say('a field', element);
    if (element.hasAttribute('target') && element.target !== '_blank') say('a target', element);
  }
  const others = document.createTreeWalker(document, 0x80 | 0x40); // comments, processing instructions
  while (others.nextNode()) strange.push(`a comment: ${others.currentNode.data}`);

  const one = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent ?? '';
  const shown = (/** @type {Element} */ element) => (element.textContent ?? '').replaceAll('\u00ad', '').replace(/[ \n]+/g, ' ').trim();
  const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)];
  const data = one('script[type="application/ld+json"]');
  return {
    strange, title: document.title, address: location.href, data: data && JSON.parse(data),
    heading: shown(document.querySelector('h1') ?? document.body),
    og: Object.fromEntries(all('meta[property^="og:"]').map((meta) => [meta.getAttribute('property').slice(3), meta.content])),
    mails: all('a[href^="mailto:" i]').filter((link) => !link.closest('.posting')).map((link) => link.getAttribute('href')),
    texts: !reads ? [] : [...new Set(all('body *').filter((element) => element.children.length === element.querySelectorAll(':scope > :is(.au-line, .wb, .nb)').length).map(shown))],
  };

  /** @param {any} element @param {string} name */
  function leadsWell(element, name) {
    if (element.localName === 'a') return ['http:', 'https:', 'mailto:'].includes(element.protocol) || (element.protocol === ':' && /^(https?:|[^:]*([/?#]|$))/i.test(element.getAttribute(name))); // ":" leads nowhere
    const { protocol, origin } = new URL(element[name], location.href);
    const isNamed = element.localName === 'link' && /^(canonical|alternate)$/.test(element.rel); // told, not asked for
    return isNamed ? /^https?:$/.test(protocol) : origin === location.origin;
  }
  /** @param {any} script */
  function isOurScript(script) {
    if (script.getAttribute('src') === '/.engine/start.js') return true; // the tests' own, which stays where scripts are off
    if (script.type === 'application/ld+json') return !script.src && script.parentNode === document.head;
    return script.type === 'module' && script.textContent === '' && /^\/(.*\/)?v\/[0-9a-f]{16}\/app\/app\.js$/.test(new URL(script.src, location.href).pathname);
  }
}

/** A page that shows other pages in frames, a few at a time, and looks through them: `lookAt(addresses, scripts, reads)`. */
export const gallery = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><script>
const look = ${lookThrough};
const frame = () => new Promise((done) => requestAnimationFrame(done));
async function lookAtOne(address, scripts, reads) {
  const element = document.createElement('iframe');
  if (!scripts) element.setAttribute('sandbox', 'allow-same-origin');
  const loaded = new Promise((done) => element.addEventListener('load', done, { once: true }));
  element.src = address;
  document.body.append(element);
  await loaded;
  await frame();
  await frame(); // what a picture that isn't there does, or an animation
  const found = look(element.contentWindow, reads);
  if (found.address !== new URL(address, location.href).href) found.strange.push('it is at ' + found.address);
  if (window.au_ran !== undefined) found.strange.push('number ' + window.au_ran + ' ran in the page around');
  element.remove();
  return found;
}
async function lookAt(addresses, scripts, reads) {
  const found = [], queue = [...addresses.entries()];
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) found[next[0]] = await lookAtOne(next[1], scripts, reads);
  }));
  return found;
}
</script><body></html>`;
