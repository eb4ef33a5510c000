// Which of its forms the page has: ready (the tile) or plain; and what makes it plain.
import { TextSettings, canvasIsDisturbed } from './probes.js';
import { wishesPlain } from './wish.js';

/** As app::PlainReason numbers them. */
export const reasons = /** @type {const} */ ({ none: 0, asked: 1, no_webgl: 2, context_lost: 3, disturbed: 4, text_settings: 5, forced_colors: 6, script: 7, translated: 8, no_match: 9 });
/** Nothing the reader could change by pressing the switch. @type {number[]} */
const fixed = [reasons.no_webgl, reasons.context_lost, reasons.disturbed, reasons.script, reasons.translated, reasons.no_match];

const root = document.documentElement;

/** What has failed stays so. @param {string} state */
export function setState(state) {
  if (root.dataset.aushang !== 'failed') root.dataset.aushang = state;
}

/** Browsers say so with classes like translated-ltr. */
const isTranslated = () => /\btranslated-/.test(root.className);

export class Modes {
  /** @param {HTMLElement} sheet @param {import('./core.js').Core} core */
  constructor(sheet, core) {
    this.core = core;
    this.asked = new URLSearchParams(location.search).get('mode') === 'plain' || wishesPlain();
    this.ignored = false; // whether the reader wants the tile whatever speaks for a plain page
    this.translated = isTranslated();
    this.forcedColours = matchMedia('(forced-colors: active)');
    this.settings = new TextSettings(sheet, () => this.decide());
    this.forcedColours.addEventListener('change', () => this.decide());
    this.disturbed = canvasIsDisturbed();
    this.reason = /** @type {number} */ (reasons.none);
    this.switch = /** @type {HTMLButtonElement | null} */ (document.getElementById('au-mode'));
    this.switch?.addEventListener('click', () => this.ask(this.reason === reasons.none));
    new MutationObserver(() => {
      if (isTranslated()) this.translated = true, this.decide();
    }).observe(root, { attributeFilter: ['class', 'lang'] });
  }

  /** What the reader wants. @param {boolean} plain */
  ask(plain) {
    this.asked = plain;
    this.ignored = !plain;
    this.decide();
  }

  /** What speaks for a plain page now. @returns {number} */
  wanted() {
    if (this.disturbed) return reasons.disturbed;
    if (this.translated) return reasons.translated;
    if (this.asked) return reasons.asked;
    if (this.ignored) return reasons.none;
    if (this.forcedColours.matches) return reasons.forced_colors;
    if (this.settings.inForce()) return reasons.text_settings;
    return reasons.none;
  }

  decide() {
    if (fixed.includes(this.reason)) return;
    const wanted = this.wanted();
    if (wanted === this.reason) return;
    if (wanted === reasons.none) this.core.wantTile();
    else this.core.wantPlain(wanted);
  }

  /** Another posting is shown. What kept the one before from being drawn may not keep this one. */
  reopened() {
    if (this.reason !== reasons.script && this.reason !== reasons.no_match) return;
    const wanted = this.wanted();
    if (wanted === reasons.none) this.core.wantTile();
    else this.core.wantPlain(wanted);
  }

  /** Until there is a tile again, the document flows: it may be made narrower meanwhile. */
  lost() { setState('plain'); }

  /** There is a tile. */
  found() { if (this.reason === reasons.none && root.dataset.aushang !== 'ready') this.show(reasons.none); }

  /** The core's word for it. @param {number} reason */
  show(reason) {
    this.reason = reason;
    delete root.dataset.moves;
    setState(reason === reasons.none ? 'ready' : 'plain');
    if (reason !== reasons.none && root.offsetHeight > 0) root.dataset.moves = ''; // once it is laid out: from the tile to here nothing fades
    if (!this.switch) return;
    this.switch.hidden = fixed.includes(reason);
    this.switch.setAttribute('aria-pressed', String(reason !== reasons.none));
  }
}
