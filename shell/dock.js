// The dock stays in view. Its first link says what is next, or how it stands; the second leads to the application's card
// and, while one sees that, does what the card is for: opens the draft, or the employer's own form.

/** So long after the second link got its deed a tap may still mean what the link was before, ms. */
const surprise = 700;

/** How much of the window, from below, doesn't count: behind the dock, or so low that nobody reads it yet. */
const below = '0px 0px -20% 0px';

/** The id of the first question that waits for an answer, once one has been given. */
function nextQuestion() {
  const all = [...document.querySelectorAll('#au-check fieldset')];
  const isAnswered = (/** @type {Element} */ one) => one.querySelector(':checked') !== null || [.../** @type {NodeListOf<HTMLInputElement>} */ (one.querySelectorAll('.f-field, .f-area'))].some(({ value }) => value !== '');
  return all.some(isAnswered) ? all.find((one) => !isAnswered(one) && !one.querySelector('[id^="au-show-"]'))?.id : undefined;
}

export class Dock {
  constructor() {
    this.isCardSeen = false;
    /** The application's. @type {Element | null} */
    this.card = null;
    /** What the card is for; null where there is nothing yet. @type {{text: string, href: string, description: string} | null} */
    this.deed = null;
    /** What leads to the card, in words: of each link, as another language brings another one. @type {WeakMap<Element, string>} */
    this.words = new WeakMap();
    /** Since when the second link has its deed; from before the page's clock, so that a first one is none. */
    this.since = -surprise;
    document.addEventListener('click', (event) => {
      const isDeed = /** @type {Element} */ (event.target).closest('#au-dock .go:not([href="#au-apply"])');
      if (isDeed && event.timeStamp - this.since < surprise) event.preventDefault();
    }, { capture: true });
    this.observer = new IntersectionObserver((changes) => {
      this.isCardSeen = changes[changes.length - 1].isIntersecting;
      this.offer();
    }, { rootMargin: below });
  }

  /** @param {import('./panel.js').PanelState} state */
  show({ nodes, mail = '', outcome, left }) {
    const card = document.getElementById('au-apply');
    if (card && card !== this.card) {
      this.card = card;
      this.observer.disconnect();
      this.observer.observe(card);
    }
    const deed = nodes.find(({ id }) => id === (mail ? 'au-mail' : 'au-portal'));
    this.deed = deed ? { text: deed.text ?? '', href: mail || (deed.value ?? ''), description: deed.described_by ?? '' } : null;
    const [title, detail] = document.querySelectorAll('#au-dock .next > *');
    if (title && (outcome || left)) {
      [title.textContent, detail.textContent] = [outcome ?? '', left ?? ''];
      title.closest('a')?.setAttribute('href', `#${nextQuestion() ?? 'au-check'}`);
    }
    this.offer();
  }

  offer() {
    const link = document.querySelector('#au-dock .go');
    if (!link) return;
    const words = this.words.get(link) ?? link.textContent ?? '';
    this.words.set(link, words);
    const { text, href, description } = (this.isCardSeen && this.deed) || { text: words, href: '#au-apply', description: '' };
    if (link.textContent !== text) link.textContent = text;
    if (link.getAttribute('href') === '#au-apply' && href !== '#au-apply') this.since = performance.now();
    if (link.getAttribute('href') !== href) link.setAttribute('href', href);
    if (description) link.setAttribute('aria-describedby', description);
    else link.removeAttribute('aria-describedby');
  }
}
