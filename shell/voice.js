// What screen readers tell by themselves, each time as one text: of what changes piece by piece they would tell all of it
// for every piece.
export class Voice {
  /** @param {HTMLElement} panel */
  constructor(panel) {
    this.element = document.createElement('div');
    this.element.className = 'au-say';
    this.element.setAttribute('role', 'status');
    panel.after(this.element);
    /** What is told with the next frame. @type {(() => string)[]} */
    this.coming = [];
    /** The verdict, as it was told or stood there at first. */
    this.verdict = '';
  }

  /** Once all that happens now is shown. @param {() => string} text as it is then */
  say(text) {
    this.coming.push(text);
    if (this.coming.length === 1) requestAnimationFrame(() => { this.element.textContent = this.coming.splice(0).map((one) => one()).join(' '); });
  }

  hush() { this.element.textContent = ''; }

  /** Tells the verdict if it is another one than before. @param {Element | null | undefined} status */
  follow(status) {
    const text = [...status?.children ?? []].map(({ textContent }) => textContent).join(' ');
    if (this.verdict && text && text !== this.verdict) this.say(() => text);
    this.verdict = text;
  }
}
