// Makes room for the preview beside the page, or above it. The page then is laid out as in a window that is as much smaller.
// Runs in the page, before it is painted first; a module of its own that needs no other, so that nothing else has to come before that.

/** What the server says of the page. @param {string} name */
export const said = (name) => document.querySelector(`meta[name=aushang-${name}]`)?.getAttribute('content') ?? null;

/** How wide the column is, and how wide a window has to be for it, CSS px. */
const column = 384, wide = 1100;

/** @param {CSSRuleList} list @returns {CSSRule[]} with those in others */
const flat = (list) => [...list].flatMap((rule) => [rule, ...('cssRules' in rule ? flat(/** @type {CSSGroupingRule} */ (rule).cssRules) : [])]);

/** What is said of the window's width, said of what is left of it. @param {string} text @param {number} taken px */
function asNarrower(text, taken) {
  return text.replace(/\((min|max)-width: *([\d.]+)px\)/g, (_, which, width) => `(${which}-width: ${Number(width) + taken}px)`)
    .replace(/([\d.]+)vw\b/g, (_, share) => `${share} * (1vw - ${taken / 100}px)`);
}

/** @param {number} left @param {number} top px @returns {string} of the page's own elements, those that hang on the window's edges */
const room = (left, top) => `@media screen {
  html { margin: ${top}px 0 0 ${left}px; scroll-padding-top: ${top + 16}px; }
  .skip { margin: ${top}px 0 0 ${left}px; }
  .mode { margin-top: ${top}px; }
  .dock, .toast { margin-left: ${left}px; }
}
::highlight(aushang-preview) { background-color: light-dark(#ffe066, #6b5600); }`;

const key = 'aushang-beside';

class Beside {
  constructor() {
    /** What stands beside the page, once it's there. @type {HTMLElement | undefined} */
    this.host = undefined;
    this.query = matchMedia(`(min-width: ${wide}px)`);
    this.sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(this.sheet);
    /** As it was on the page before. @type {{ open: { wide: boolean, narrow: boolean }, top: number } | null} */
    const before = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    /** Whether it is open in wide windows, where it takes no view from the page, and in narrow ones. */
    this.open = before?.open ?? { wide: true, narrow: false };
    /** How high the bar is, CSS px. */
    this.top = before?.top ?? 0;
    /** What the page's rules are now. */
    this.rules = '';
    /** Puts the page's own rules back. @type {(() => void)[]} */
    this.back = [];
    this.query.addEventListener('change', () => this.arrange());
    addEventListener('pagehide', () => sessionStorage.setItem(key, JSON.stringify({ open: this.open, top: this.top })));
    this.arrange();
  }

  /** @param {HTMLElement} host */
  hold(host) {
    this.host = host;
    new ResizeObserver(() => this.arrange()).observe(host);
    this.arrange();
  }

  get isWide() { return this.query.matches; }

  /** @param {boolean} isOpen */
  set(isOpen) {
    this.open[this.isWide ? 'wide' : 'narrow'] = isOpen;
    this.arrange();
  }

  arrange() {
    const place = this.isWide ? (this.open.wide ? 'column' : 'bar') : this.open.narrow ? 'sheet' : 'bar';
    const { host } = this;
    if (host) host.dataset.place = place;
    const isUnfolded = host?.shadowRoot?.querySelector('details.findings[open]');
    const left = place === 'column' ? column : 0;
    // What is unfolded, or lies over the page anyway, doesn't move it.
    if (place === 'bar' && host && !isUnfolded) this.top = host.offsetHeight;
    const rules = room(left, left ? 0 : this.top);
    if (rules === this.rules) return;
    this.rules = rules;
    this.sheet.replaceSync(rules);
    this.narrow(left);
    dispatchEvent(new Event('resize')); // for whoever measures what hangs on the window's width
  }

  /** @param {number} taken px */
  narrow(taken) {
    for (const act of this.back) act();
    this.back = [];
    if (!taken) return;
    for (const rule of [...document.styleSheets].flatMap((sheet) => flat(sheet.cssRules))) {
      if (rule instanceof CSSMediaRule) {
        const { mediaText } = rule.media;
        if (asNarrower(mediaText, taken) === mediaText) continue;
        rule.media.mediaText = asNarrower(mediaText, taken);
        this.back.push(() => { rule.media.mediaText = mediaText; });
      } else if (rule instanceof CSSStyleRule) {
        for (const name of [...rule.style]) {
          const value = rule.style.getPropertyValue(name), priority = rule.style.getPropertyPriority(name);
          if (!/\dvw\b/.test(value)) continue;
          rule.style.setProperty(name, asNarrower(value, taken), priority);
          this.back.push(() => rule.style.setProperty(name, value, priority));
        }
      }
    }
  }
}

/** Beside the page of a posting; in a frame there is no room. */
export const beside = said('folder') !== null && window === top ? new Beside() : undefined;
