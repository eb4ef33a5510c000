// The posting answers back: marked phrases show how they stand and lead to what decides it.

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
  }

  /** @param {import('./panel.js').PhraseState[]} states */
  update(states) {
    for (const { id, tone, href, described_by: description } of states) {
      for (const mark of this.pieces.get(id) ?? []) {
        for (const name of this.tones) if (name) mark.classList.toggle(name, name === this.tones[tone ?? 0]);
        if (href) mark.setAttribute('href', href);
        if (description) mark.setAttribute('aria-describedby', description);
      }
    }
  }
}
