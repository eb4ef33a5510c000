// The page's other language without leaving it, so that answers stay. Without the app the same links just lead there.

/** @param {string} url @returns {Promise<Document>} parsed; nothing in it runs or is fetched */
function load(url) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.overrideMimeType('text/html; charset=utf-8'); // whatever the server takes it for
    request.onload = () => (request.status === 200 && request.responseXML ? done(request.responseXML) : fail(new Error(`${url}: ${request.status}`)));
    request.onerror = () => fail(new Error(url));
    request.open('GET', url);
    request.send();
  });
}

/** The app that a page starts; its address holds the version. @param {Document} page @param {string} address */
const coreOf = (page, address) => new URL(page.getElementById('au-wasm')?.getAttribute('href') ?? '', address).href;

/** Puts another language's words where this one's are. Sheet, panel and switch stay the elements they were. @param {Document} page @param {HTMLElement} sheet */
function replace(page, sheet) {
  const root = document.documentElement;
  const article = page.getElementById('au-posting');
  if (!article) throw new Error('The other page holds no posting.');
  root.lang = page.documentElement.lang;
  document.title = page.title;
  document.querySelector('main')?.setAttribute('aria-label', page.querySelector('main')?.getAttribute('aria-label') ?? '');
  const icon = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=icon]'));
  icon?.setAttribute('href', icon.href); // the address will be another one; this stays where it is
  for (const child of [...sheet.children]) if (!child.matches('canvas, .au-sample')) child.remove();
  sheet.append(...[...article.childNodes].map((node) => document.importNode(node, true)));
  for (const selector of ['header.bar', 'footer', '.skip', '#au-dock']) {
    const [mine, theirs] = [document.querySelector(selector), page.querySelector(selector)];
    if (theirs) mine?.replaceWith(document.importNode(theirs, true));
  }
  const [mine, theirs] = [document.getElementById('au-mode'), page.getElementById('au-mode')];
  if (mine && theirs) mine.textContent = theirs.textContent;
}

/**
 * @param {HTMLElement} sheet
 * @param {(bundle: string) => Promise<void>} changed called with the address of the posting now shown
 */
export function followLanguages(sheet, changed) {
  const core = coreOf(document, location.href); // the address changes later; the link can't, it would fetch the app again
  /** @param {HTMLAnchorElement} link */
  async function show(link) {
    const { href } = link;
    try {
      const page = await load(href);
      const bundle = page.getElementById('au-bundle')?.getAttribute('href');
      if (!bundle) throw new Error('The other page starts no app.');
      if (coreOf(page, href) !== core) throw new Error('The other page is of another version.');
      const hadFocus = link === document.activeElement;
      const address = new URL(href);
      for (const [name, value] of new URLSearchParams(location.search)) if (name !== 'lang') address.searchParams.set(name, value);
      replace(page, sheet);
      history.replaceState(history.state, '', address);
      await changed(new URL(bundle, address).href);
      if (hadFocus) /** @type {HTMLElement | null} */ (document.querySelector('header.bar nav a[hreflang]'))?.focus();
    } catch {
      location.assign(href);
    }
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest('header.bar nav a[hreflang]')) : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link);
  });
  const wanted = new URLSearchParams(location.search).get('lang');
  const link = wanted && wanted !== document.documentElement.lang && /** @type {HTMLAnchorElement | null} */ (document.querySelector(`header.bar nav a[hreflang="${CSS.escape(wanted)}"]`));
  if (link) show(link);
}
