// The posting answers back: marked phrases show how they stand and lead to what decides it, and the address in the text
// leads to the mail as it is.

/** Whom a mailto: address names, as it names them. @param {string} address */
const recipients = (address) => address.slice('mailto:'.length).split('?')[0].toLowerCase().split(',');

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
