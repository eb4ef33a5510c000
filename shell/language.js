// The page's other languages without leaving it, so that answers stay. Without the app the same links just lead there.
// What a language needs is fetched first, all of it. If that is still wanted then, it takes the place of the one before
// at once: nobody sees, hears or copies half of each.
import { fetchPage, fetchText } from './fetch.js';

const links = 'header.bar nav a[hreflang]';

/** The app that a page starts; its address holds the version. @param {Document} page @param {string} address */
const coreOf = (page, address) => new URL(page.getElementById('au-wasm')?.getAttribute('href') ?? '', address).href;

/** Which page an address is of, whatever part or form of it. @param {string | URL} address */
function pageAt(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** Puts another language's words where this one's are. Sheet, panel and switch stay the elements they were. @param {Document} page @param {HTMLElement} sheet */
function replace(page, sheet) {
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  const described = 'meta[name=description], meta[property], link[rel=canonical], link[rel=alternate]';
  for (const mine of document.head.querySelectorAll(described)) mine.remove();
  document.head.append(...[...page.head.querySelectorAll(described)].map((theirs) => document.importNode(theirs, true)));
  document.querySelector('main')?.setAttribute('aria-label', page.querySelector('main')?.getAttribute('aria-label') ?? '');
  for (const child of [...sheet.children]) if (!child.matches('canvas, .au-sample')) child.remove();
  sheet.append(...[...page.getElementById('au-posting')?.childNodes ?? []].map((node) => document.importNode(node, true)));
  for (const selector of ['header.bar', 'footer', '.skip', '#au-dock']) {
    const [mine, theirs] = [document.querySelector(selector), page.querySelector(selector)];
    if (theirs) mine?.replaceWith(document.importNode(theirs, true));
  }
  const [mine, theirs] = [document.getElementById('au-mode'), page.getElementById('au-mode')];
  if (mine && theirs) [mine.textContent, mine.title] = [theirs.textContent, theirs.title];
}

/** What becomes of the browser's history: a new entry, none (nobody pressed anything), or it is there already. @typedef {'new' | 'same' | 'there'} Entry */

export class Languages {
  /**
   * @param {HTMLElement} sheet
   * @param {(bundle: string, language: string, replace: () => void) => void} swap shows another posting in that language of the interface;
   *   `replace` puts its words into the document. Throws before that if it can't
   */
  constructor(sheet, swap) {
    this.sheet = sheet;
    this.swap = swap;
    this.core = coreOf(document, location.href); // the address changes later; the link can't, it would fetch the app again
    this.shown = this.wanted = pageAt(location.href);
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest(links) : null;
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.show(this.addressOf(link), 'new');
    });
    addEventListener('popstate', () => this.show(new URL(location.href), 'there'));
    const wanted = new URLSearchParams(location.search).get('lang');
    if (wanted) this.speak(wanted);
  }

  /** As the address or the page around says. @param {string} language */
  speak(language) {
    const link = document.querySelector(`${links}[hreflang="${CSS.escape(language)}"]`);
    if (link) this.show(this.addressOf(link), 'same');
    else if (language === document.documentElement.lang) this.wanted = this.shown; // what is under way isn't wanted any more
  }

  /** Where a link of what is shown leads, wherever the history is by now; with what the address asks for. @param {Element} link */
  addressOf(link) {
    const address = new URL(link.getAttribute('href') ?? '', this.shown);
    for (const [name, value] of new URLSearchParams(location.search)) if (name !== 'lang') address.searchParams.set(name, value);
    return address;
  }

  /** @param {URL} address @param {Entry} entry */
  async show(address, entry) {
    const wanted = pageAt(address);
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    if (wanted === this.shown) return;
    try {
      const { page, bundle } = await this.fetch(wanted);
      if (this.wanted !== wanted || this.shown === wanted) return;
      this.swap(bundle, page.documentElement.lang, () => {
        const hadFocus = document.activeElement?.matches(links);
        const icon = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=icon]'));
        icon?.setAttribute('href', icon.href); // the address will be another one; this stays where it is
        // Before the words come, so that their pictures are looked for in the right place.
        if (entry === 'new') history.pushState(null, '', address);
        if (entry === 'same') history.replaceState(history.state, '', address);
        this.shown = wanted;
        replace(page, this.sheet);
        if (hadFocus) /** @type {HTMLElement | null} */ (document.querySelector(links))?.focus();
      });
    } catch {
      if (this.wanted !== wanted) return;
      // A page that can't be shown here is gone to.
      if (entry === 'there' || this.shown === wanted) location.reload();
      else if (entry === 'same') location.replace(address);
      else location.assign(address);
    }
  }

  /** @param {string} address */
  async fetch(address) {
    const page = await fetchPage(address);
    const bundle = page.getElementById('au-bundle')?.getAttribute('href');
    if (!bundle || !page.getElementById('au-posting')) throw new Error('The other page starts no app.');
    if (coreOf(page, address) !== this.core) throw new Error('The other page is of another version.');
    return { page, bundle: await fetchText(new URL(bundle, address).href) };
  }
}
