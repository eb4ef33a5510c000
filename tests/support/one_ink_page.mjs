// What a page shows, and who shows it: the tile (the canvas) or the document. `install` runs in the page and puts there,
// as window.oneInk, what the walk in one_ink.mjs asks. It believes neither the layer's classes nor the core: what the
// tile shows it takes from what a thing is and from where the canvas lies, what the document shows from computed styles.

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box CSS px of the window
 *
 * @typedef {object} Leaf something to be read or used; of a text, one line
 * @property {string} name tag, id and text
 * @property {'text' | 'field' | 'written' | 'sign' | 'edge'} kind written: what stands in a field; sign: a picture, or what
 *   says how a thing stands; edge: a piece of a frame, and what else may be as light
 * @property {Box} box
 * @property {number} document how much of its ink the document shows, 0 to 1
 * @property {'all' | 'some' | 'none'} tile how much of it lies on the tile, as far as it is the tile's to show
 * @property {boolean} across whether what it belongs to reaches beyond the tile's upper or lower edge
 * @property {string} covered what of the document lies on it as a surface, though the tile shows it
 * @property {boolean} over whether it stays in the window, above other things
 * @property {boolean} whole whether all of it is in sight
 *
 * @typedef {object} OneInk
 * @property {(scroll: number | null, frames?: number) => Promise<void>} rest scrolls there, and waits until that has been drawn
 * @property {() => {top: number, bottom: number, width: number, height: number, state: string}} extent the part of the window in which the page is read; the page's own size and state
 * @property {(from?: number, to?: number) => Leaf[]} leaves in that part of the window
 * @property {() => string[]} misplaced what lies on something else, is cut off, or is beyond what it stands in
 * @property {() => {name: string, document: number}[]} focused what of each field is seen while it has the focus
 * @property {() => string[]} links addresses within the page that something leads to
 * @property {(selector: string) => {x: number, y: number} | null} bring the first of these into the window, and where in it that is
 * @property {(which: 'tile' | 'document' | '', top?: number) => void} alone shows only one of both, or all again
 * @property {() => Promise<void>} answer gives every answer, ticks all and fills every field
 */

/** As what `page.evaluate` takes; a function that is sent there sees nothing of this file. */
export function install() {
  const one = (/** @type {string} */ selector) => document.querySelector(selector);
  /** @type {(selector: string, root?: ParentNode) => HTMLElement[]} */
  const all = (selector, root = document) => [...root.querySelectorAll(/** @type {any} */ (selector))];

  /** Not meant for eyes: measured, told to screen readers, or there when it has the focus. */
  const unseen = '.au-probe, .au-probe *, .au-sample, .au-say, .au-say *, .au-slices, .au-slices *, .skip:not(:focus), script, style, noscript';
  /** Kept ready on purpose: an offer that isn't made, a dock that has gone away. */
  /** Behind a title that nobody has opened: it has boxes, and isn't painted. */
  const shut = 'details:not([open]) > :not(summary), details:not([open]) > :not(summary) *';
  const kept = '.offline:not(.is-offered), .offline:not(.is-offered) *, [data-dock="away"] .dock, [data-dock="away"] .dock *';
  /** @type {(element: Element) => boolean} not to be seen now; in a frame the dock comes back when the page rests */
  const isAway = (element) => element.matches(unseen) || element.matches(kept) || element.matches(shut) || (element.closest('.dock')?.getAnimations().length ?? 0) > 0;
  const fields = 'input:not([type=radio], [type=checkbox]), textarea, select';
  /** The document draws it, wherever it stands. */
  const island = '.facts, .facts *, p:has(img), p:has(img) *';
  const isTiles = (/** @type {Element} */ element) => element.closest('#au-posting, #au-panel') !== null && !element.matches(`${island}, ${fields}`);

  // ---- what the document shows ----

  /** @param {string} colour computed */
  function alpha(colour) {
    const found = /^rgba\(.*, *([\d.]+)\)$|\/ *([\d.]+)\)$/.exec(colour);
    return found ? Number(found[1] ?? found[2]) : Number(colour !== 'transparent' && colour !== '');
  }
  /** What was asked of elements since the page was last at rest. @type {Map<string, Map<Element, any>>} */
  let known = new Map();
  /** @template T @param {string} what @param {(element: Element) => T} find @returns {(element: Element) => T} */
  const remembered = (what, find) => (element) => {
    const found = known.get(what) ?? new Map();
    known.set(what, found);
    if (!found.has(element)) found.set(element, find(element));
    return found.get(element);
  };
  /** @type {(element: Element) => number} of it and all around it */
  const shown = remembered('shown', (element) => Number(getComputedStyle(element).opacity) * (element.parentElement ? shown(element.parentElement) : 1));
  const opacity = (/** @type {Element} */ element) => (getComputedStyle(element).visibility === 'visible' ? shown(element) : 0);
  const fill = (/** @type {CSSStyleDeclaration} */ style) => alpha(style.getPropertyValue('-webkit-text-fill-color') || style.color);
  const sides = /** @type {const} */ (['Top', 'Right', 'Bottom', 'Left']);
  const borders = (/** @type {CSSStyleDeclaration} */ style) => sides.map((side) => (parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none' ? alpha(style[`border${side}Color`]) : 0));
  const surface = (/** @type {CSSStyleDeclaration} */ style) => (style.backgroundImage !== 'none' ? 1 : alpha(style.backgroundColor));

  /** A text's letters, and the lines at them. @param {Element} element it stands in */
  function inkOf(element) {
    let ink = fill(getComputedStyle(element));
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.textDecorationLine !== 'none') ink = Math.max(ink, alpha(style.textDecorationColor));
      if (style.display !== 'inline') break;
    }
    return ink * opacity(element);
  }
  /** The least of what makes a field: its frame all around, and letters. @param {Element} field */
  function fieldInk(field) {
    const style = getComputedStyle(field);
    return Math.min(...borders(style), fill(style)) * opacity(field);
  }
  /** @type {(element: Element) => string} what would hide the tile, which lies below */
  const coverOf = remembered('cover', (element) => {
    if (element.matches('#au-posting, main')) return '';
    return surface(getComputedStyle(element)) > 0.02 && opacity(element) > 0.02 ? nameOf(element) : element.parentElement ? coverOf(element.parentElement) : '';
  });

  // ---- what there is ----

  /** @param {Element} element @param {string} [text] */
  function nameOf(element, text = element.textContent ?? '') {
    const kind = [...element.classList].find((one) => !one.startsWith('au-')); // those come and go
    const own = element.id ? `#${element.id}` : kind ? `.${kind}` : '';
    const around = element.id ? '' : element.parentElement?.closest('[id]')?.id;
    const words = text.replace(/\s+/g, ' ').trim();
    return `${element.localName}${own}${around ? ` in #${around}` : ''}${words ? ` “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”` : ''}`;
  }
  /** @type {(element: Element) => Element} what it is a line of */
  const blockOf = remembered('block', (element) => (element.parentElement && /^(inline|contents|ruby.*)$/.test(getComputedStyle(element).display) ? blockOf(element.parentElement) : element));
  /** @param {Element | Range} what @returns {Box} */
  function boxOf(what) {
    const { left, top, right, bottom } = what.getBoundingClientRect();
    return { left, top, right, bottom };
  }
  /**
   * Texts that are laid out, with the boxes of their lines.
   * @param {number} [from] those in that part of the window @param {number} [to] @returns {{element: Element, text: string, lines: Box[]}[]}
   */
  function texts(from = -Infinity, to = Infinity) {
    const found = [], range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      if (!node.matches('fieldset, .card > *, .f-preview > *, .part > *')) return NodeFilter.FILTER_SKIP;
      const { top, bottom } = node.getBoundingClientRect();
      return bottom < from - 50 || top > to + 50 ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP; // what sticks out of it is told by `misplaced`
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.nodeValue?.trim() || isAway(element)) continue;
      range.selectNodeContents(node);
      // What is narrower than any letter is where a line ends.
      const lines = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
      if (lines.length > 0) found.push({ element, text: node.nodeValue, lines });
    }
    return found;
  }
  const isLaidOut = (/** @type {Element} */ element) => element.getClientRects().length > 0 && !isAway(element);
  const dock = () => all('.dock').find((element) => isLaidOut(element) && getComputedStyle(element).position !== 'static') ?? null;

  function extent() {
    const { width, height } = document.documentElement.getBoundingClientRect();
    return { top: 0, bottom: Math.floor(dock()?.getBoundingClientRect().top ?? innerHeight), width, height: Math.max(height, document.documentElement.scrollHeight), state: document.documentElement.dataset.aushang ?? '' };
  }

  function leaves(from = 0, to = innerHeight) {
    known = new Map();
    const canvas = one('#canvas'), overlay = dock();
    const tile = canvas && opacity(canvas) > 0.98 ? boxOf(canvas) : { left: 0, top: 0, right: 0, bottom: 0 };
    const end = Math.min(to, overlay?.getBoundingClientRect().top ?? to);
    /** @type {Leaf[]} */
    const found = [];
    /** @param {Element} element @param {Leaf['kind']} kind @param {Box} box @param {() => number} ink @param {string} [text] @param {boolean} [drawn] */
    function add(element, kind, box, ink, text, drawn = isTiles(element)) {
      const over = overlay?.contains(element) ?? false;
      const top = Math.max(box.top, from), bottom = Math.min(box.bottom, over ? to : end);
      if (bottom - top < 1 || box.right <= 0 || box.left >= innerWidth) return;
      const within = box.left >= tile.left - 1 && box.right <= tile.right + 1;
      const covered = Math.min(bottom, tile.bottom) - Math.max(top, tile.top);
      const share = !drawn || !within || covered < 1 ? 'none' : covered >= bottom - top - 1 ? 'all' : 'some';
      const owner = kind === 'text' ? blockOf(element) : element, around = boxOf(owner.closest('label') ?? owner);
      const across = share !== 'none' && (around.top < tile.top - 0.1 || around.bottom > tile.bottom + 0.1);
      found.push({ name: nameOf(owner, text), kind, box, document: ink(), tile: share, across, covered: share === 'none' ? '' : coverOf(element), over, whole: top === box.top && bottom === box.bottom && box.left >= 0 && box.right <= innerWidth });
    }
    const inView = (/** @type {string} */ selector) => all(selector).filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > from && top < to && isLaidOut(element);
    });
    for (const { element, text, lines } of texts(from, to)) for (const box of lines) add(element, 'text', box, () => inkOf(element), text);
    for (const element of inView(fields)) {
      const field = /** @type {HTMLInputElement} */ (element), { left, top, right, bottom } = boxOf(field);
      add(field, 'field', { left, top, right, bottom }, () => fieldInk(field));
      if (field.value) add(field, 'written', { left: left + 4, top: top + 4, right: right - 4, bottom: bottom - 4 }, () => fieldInk(field), field.value);
    }
    for (const element of inView('input[type=radio]:not(.f-chips *), input[type=checkbox]:not(.f-chips *), progress, img')) {
      const { left, top, right, bottom } = boxOf(element);
      add(element, element.localName === 'progress' ? 'edge' : 'sign', { left: left - 1, top: top - 2, right: right + 1, bottom: bottom + 2 }, () => opacity(element));
    }
    for (const item of inView('.posting li')) {
      const { left, top } = boxOf(item), marker = getComputedStyle(item, '::marker'), line = parseFloat(getComputedStyle(item).lineHeight);
      add(item, 'sign', { left: left - 20, top, right: left, bottom: top + line }, () => Math.min(alpha(marker.color), fill(getComputedStyle(item))) * opacity(item), 'marker');
    }
    for (const sign of inView('.f-sign')) {
      const { left, top, right, bottom } = boxOf(sign), ring = getComputedStyle(sign, '::before');
      add(sign, 'sign', { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 }, () => (ring.visibility === 'visible' ? alpha(ring.borderTopColor) * opacity(sign) : 0), 'ring');
    }
    for (const element of inView('.f-chip:has(:checked), .f-quiet-chip:has(:checked), .f-summary')) {
      const { left, top, bottom } = boxOf(element), icon = getComputedStyle(element, '::before'), own = getComputedStyle(element);
      // A summary's stands at its first line, a chip's in the middle.
      const middle = element.localName === 'summary' ? top + parseFloat(own.paddingTop) + parseFloat(own.lineHeight) / 2 : (top + bottom) / 2;
      add(element, 'sign', { left, top: middle - 9, right: left + 15, bottom: middle + 9 }, () => (icon.visibility === 'visible' ? alpha(icon.borderRightColor) * opacity(element) : 0), 'icon');
    }
    for (const element of inView('.card, .f-chip, .f-quiet-chip, .f-button, .f-main-button, .f-preview, .posting pre, .posting blockquote, .posting hr')) {
      const { left, top, bottom } = boxOf(element), middle = (Math.max(top, from) + Math.min(bottom, end)) / 2, style = getComputedStyle(element);
      const high = element.localName === 'hr' ? 3 : 6;
      add(element, 'edge', { left: left - 3, top: middle - high, right: left + 5, bottom: middle + high }, () => Math.max(...borders(style), alpha(style.boxShadow.replace(/ (-?\d.*|none)$/, '')) * Number(style.boxShadow !== 'none'), surface(style)) * opacity(element));
    }
    return found;
  }

  // ---- where it lies ----

  const controls = `${fields}, button, progress, img, input, .f-link, .f-why, .f-summary, .f-main-button, .f-option, .f-chip, .f-quiet-chip, .dock a, .languages > *, .f-field-label`;
  /** What keeps to itself what stands in it. */
  const frames = 'main, header, footer, td, th, blockquote, li, fieldset, label:has(input), button, .card, .f-preview, .f-status, .f-row, .f-chips, .f-pair, .f-main-button, .facts dl, .facts dl > div, .dock, .languages, #au-posting, #au-panel';

  function misplaced() {
    /** Elements with texts or uses of their own, and the boxes of their lines. @type {Map<Element, Box[]>} */
    const owners = new Map();
    /** @type {string[]} */
    const faults = [];
    known = new Map();
    for (const { element, lines } of texts()) {
      const owner = blockOf(element);
      owners.set(owner, [...owners.get(owner) ?? [], ...lines]);
    }
    for (const control of all(controls).filter(isLaidOut)) if (!owners.has(control)) owners.set(control, []);
    const overlay = dock();
    /** @type {{element: Element, boxes: Box[]}[]} */
    const placed = [];
    for (const [element, lines] of owners) {
      const box = boxOf(element), name = nameOf(element);
      for (const { left, top, right, bottom } of lines) {
        const quarter = (bottom - top) / 4; // letters are less high than their boxes, which may be higher than a line
        for (let at = /** @type {Element | null} */ (element); at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at);
          if (at !== element && style.overflowX === 'visible' && style.overflowY === 'visible') continue;
          const around = boxOf(at);
          if (left < around.left - 1 || right > around.right + 1 || top + quarter < around.top - 1 || bottom - quarter > around.bottom + 1) faults.push(`${name} is cut off by ${at === element ? 'its own box' : nameOf(at, '')}`);
        }
      }
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (!at.matches(frames)) continue;
        const around = boxOf(at);
        if (box.left < around.left - 1 || box.right > around.right + 1 || box.top < around.top - 1 || box.bottom > around.bottom + 1) faults.push(`${name} is beyond ${nameOf(at, '')}`);
      }
      if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) faults.push(`${name} is beyond the window's edge`);
      if (!element.matches(fields) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) faults.push(`${name} is cut off: ${element.scrollWidth} px wide in ${element.clientWidth} px`);
      const holds = [...owners.keys()].some((other) => other !== element && element.contains(other));
      placed.push({ element, boxes: holds || element.localName === 'legend' ? lines : [box] }); // beside a question there is room for more
    }
    for (const frame of all(frames).filter(isLaidOut)) if (!frame.querySelector('canvas') && frame.clientWidth > 0 && frame.scrollWidth > frame.clientWidth + 1 && !owners.has(frame)) faults.push(`${nameOf(frame, '')} is cut off: ${frame.scrollWidth} px wide in ${frame.clientWidth} px`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in ${clientWidth} px`);
    placed.forEach(({ element, boxes }, i) => {
      for (const other of placed.slice(i + 1)) {
        if (element.contains(other.element) || other.element.contains(element)) continue;
        if (element.closest('.f-chips > label')?.contains(other.element)) continue; // a chip's input lies over all of it
        if (overlay && overlay.contains(element) !== overlay.contains(other.element)) continue;
        const meet = boxes.some((a) => other.boxes.some((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1));
        if (meet) faults.push(`${nameOf(element)} lies on ${nameOf(other.element)}`);
      }
    });
    return [...new Set(faults)];
  }

  // ---- what is done with it ----

  function focused() {
    const [was, x, y] = [document.activeElement, scrollX, scrollY];
    known = new Map();
    const seen = all(fields, one('#au-panel') ?? document).filter(isLaidOut).map((field) => {
      field.focus({ preventScroll: true });
      return { name: nameOf(field, /** @type {HTMLInputElement} */ (field).value), document: fieldInk(field) };
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (was instanceof HTMLElement && was !== document.body) was.focus({ preventScroll: true });
    scrollTo(x, y);
    return seen;
  }

  /** @param {number | null} scroll */
  function rest(scroll, frames = 3) {
    if (scroll !== null) scrollTo({ top: scroll, behavior: 'instant' });
    return /** @type {Promise<void>} */ (new Promise((done) => {
      const next = (/** @type {number} */ left) => { if (left > 0) requestAnimationFrame(() => next(left - 1)); else setTimeout(done); }; // after all that the last one draws
      next(frames);
    }));
  }

  async function answer() {
    const panel = /** @type {HTMLElement} */ (one('#au-panel'));
    /** @type {Set<string>} */
    const given = new Set();
    for (let left = 200; left > 0; --left) {
      const shut = /** @type {HTMLElement | null} */ (panel.querySelector('[id^="au-show-"], [aria-expanded="false"], details:not([open]) > summary'));
      const question = all('fieldset', panel).find(({ id }) => !given.has(id));
      const choice = shut ?? /** @type {HTMLElement | null} */ (question?.querySelector('input[type=radio], input[type=checkbox]:not(.f-quiet-chip *)') ?? panel.querySelector('#au-apply input[type=checkbox]:not(:checked)'));
      const field = /** @type {HTMLInputElement | undefined} */ (all(fields, question ?? panel).find((input) => /** @type {HTMLInputElement} */ (input).value === ''));
      if (!shut && question) given.add(question.id);
      if (!shut && field && (question || !choice)) {
        field.value = { number: '7', date: '2027-10-01' }[field.type] ?? 'Words of my own, g to y';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      } else if (choice) {
        choice.click();
      } else if (!question) {
        return new Promise((done) => { setTimeout(done, 250); }); // what has just changed is seen changing
      }
      await rest(null, 1);
    }
    throw new Error('There is no end of what can be answered.');
  }

  const links = () => [...new Set(all('main a[href^="#"]').map((link) => link.getAttribute('href') ?? ''))];

  function bring(/** @type {string} */ selector) {
    const element = all(selector).find(isLaidOut);
    if (!element) return null;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  }

  /**
   * Shows one of both alone: by opacity, which takes the focus from nothing and moves nothing. A spot in the corner tells
   * whether a picture was taken since.
   * @param {'tile' | 'document' | ''} which @param {number} [top] of what is in sight
   */
  function alone(which, top = 0) {
    document.documentElement.dataset.oneInk = which;
    document.documentElement.style.setProperty('--one-ink-top', `${top}px`);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`[data-one-ink="tile"] :is(body > :not(main), main > :not(#au-posting), #au-posting > :not(#canvas)), [data-one-ink="document"] #canvas { opacity: 0 !important; }
    :is([data-one-ink="tile"], [data-one-ink="document"]) body::after { content: ""; position: fixed; z-index: 9; left: 0; top: var(--one-ink-top); width: 3px; height: 3px; background: #0ff; }
    [data-one-ink="tile"] body::after { background: #f0f; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  /** @type {any} */ (window).oneInk = /** @type {OneInk} */ ({ rest, extent, leaves, misplaced, focused, answer, links, bring, alone });
}
