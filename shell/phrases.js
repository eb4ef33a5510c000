// The posting answers back: marked phrases show how they stand and lead to what decides it, and the address in the text
// leads to the mail as it is.

/** Whom a mailto: address names, as it names them. @param {string} address */
const recipients = (address) => address.slice('mailto:'.length).split('?')[0].toLowerCase().split(',');

/** Shows for a moment what somebody was led to; what is behind it stays readable. @param {Element} element */
function light(element) {
  const lit = { backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)' }, dark = { backgroundColor: 'transparent' };
  const fades = matchMedia('(prefers-reduced-motion: reduce)').matches ? [lit, lit] : [dark, { ...lit, offset: .1 }, { ...lit, offset: .9 }, dark];
  element.animate(fades, 1500);
}

/** The phrase under the pointer or the focus shows its question, and "Why?" its phrase. @param {HTMLElement} sheet @param {HTMLElement} panel @param {() => Phrases} phrases those of the language that is shown */
export function followPhrases(sheet, panel, phrases) {
  const questionOf = (/** @type {EventTarget | null} */ target) => {
    const mark = /** @type {HTMLAnchorElement | null} */ (target instanceof Element ? target.closest('a.mark.clause') : null);
    return mark && panel.querySelector(`.f-group[id="${CSS.escape(mark.hash.slice(1))}"]`);
  };
  for (const [on, off] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
    sheet.addEventListener(on, ({ target }) => questionOf(target)?.classList.add('is-asked'));
    sheet.addEventListener(off, ({ target }) => questionOf(target)?.classList.remove('is-asked'));
  }
  panel.addEventListener('click', ({ target }) => {
    const why = /** @type {HTMLAnchorElement | null} */ (target instanceof Element ? target.closest('a.f-why') : null);
    if (why) for (const piece of phrases().pieces.get(why.hash.slice(1)) ?? []) light(piece);
  });
}

export class Phrases {
  /** @param {HTMLElement} sheet @param {string[]} tones */
  constructor(sheet, tones) {
    this.tones = tones;
    /** All pieces of a clause's phrase, by the id of the first. @type {Map<string, HTMLAnchorElement[]>} */
    this.pieces = new Map();
    const marks = [...sheet.querySelectorAll('a.mark.clause')].map((mark) => /** @type {HTMLAnchorElement} */ (mark));
    const leads = new Map(marks.filter((mark) => mark.id).map((mark) => [mark.getAttribute('href'), mark.id]));
    for (const mark of marks) {
      const id = leads.get(mark.getAttribute('href'));
      if (id) this.pieces.set(id, [...this.pieces.get(id) ?? [], mark]);
    }
    /** Links to where applications go, and what they are without a draft. @type {Map<HTMLAnchorElement, string>} */
    this.addresses = new Map([.../** @type {NodeListOf<HTMLAnchorElement>} */ (sheet.querySelectorAll('a.apply'))].map((link) => [link, link.getAttribute('href') ?? '']));
  }

  /** @param {import('./panel.js').PhraseState[]} states @param {string} mail address of the draft; '' while there is none */
  update(states, mail = '') {
    for (const [link, bare] of this.addresses) {
      const isMeant = mail && recipients(bare).every((one) => recipients(mail).includes(one));
      link.setAttribute('href', isMeant ? mail : bare);
    }
    for (const { id, tone, href, described_by: description } of states) {
      for (const mark of this.pieces.get(id) ?? []) {
        for (const name of this.tones) if (name) mark.classList.toggle(name, name === this.tones[tone ?? 0]);
        if (href) mark.setAttribute('href', href);
        if (description) mark.setAttribute('aria-describedby', description);
      }
    }
  }
}
