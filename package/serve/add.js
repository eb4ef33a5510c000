// Adds what the page says and the draft doesn't: from a phrase that is marked on the page, or written here. Runs in the page.
import { button, freshId, make, put } from './elements.js';
import { language, marked, tidy } from './phrase.js';

/** @type {[string, string][]} */
const ways = [['document', 'Document'], ['question', 'Question'], ['note', 'Note']];

export class PhraseForm {
  /** @param {(step: object, said: string) => Promise<string>} act @param {(words: string) => void} offer told what is marked */
  constructor(act, offer) {
    this.act = act;
    this.input = make('input');
    Object.assign(this.input, { id: freshId(), type: 'text', autocomplete: 'off' });
    this.input.dataset.key = 'phrase';
    const label = make('label', 'Phrase to add');
    label.htmlFor = this.input.id;
    this.hint = make('p', 'Mark it on the page, or write it here.', 'hint');
    this.hint.id = freshId();
    this.alert = make('div');
    this.input.setAttribute('aria-describedby', this.hint.id);
    this.element = put(make('form', '', 'phrase'), label, this.input, this.hint, this.alert, put(make('fieldset', '', 'deeds'), make('legend', 'Add as'), ...ways.map(([kind, words]) => button(words, '', `phrase ${kind}`, () => this.add(kind)))));
    this.element.noValidate = true;
    this.element.addEventListener('submit', (event) => event.preventDefault()); // which of them it is has to be said
    this.lang = '';
    /** The field that marked words go into instead, while somebody writes in it. @type {HTMLInputElement | null} */
    this.sink = null;
    document.addEventListener('selectionchange', () => {
      const words = this.speaksAlike() ? marked() : '', sink = this.sink?.isConnected ? this.sink : null;
      if (words && sink) sink.value = words;
      else if (words) this.words = words;
      offer(sink ? '' : words);
    });
  }

  get words() { return this.input.value; }
  set words(words) {
    this.input.value = words;
    this.element.classList.toggle('filled', words !== '');
  }

  /** Whether the page is the posting's own text; another one's phrases are of no use. */
  speaksAlike() { return !this.lang || !language() || language().split('-')[0] === this.lang.split('-')[0]; }

  /** @param {string} lang of the posting's own text */
  follow(lang) {
    this.lang = lang;
    this.input.lang = lang;
    if (!this.speaksAlike()) this.hint.textContent = 'This page is a translation. Write the phrase as the posting’s own text has it.';
  }

  focus() { /** @type {HTMLElement | null} */ (this.element.querySelector('button'))?.focus(); }

  /** @param {string} kind */
  async add(kind) {
    const quote = tidy(this.words);
    const message = quote ? await this.act({ do: 'add', kind, quote }, 'Added.') : 'Mark a phrase on the page first, or write it here.';
    this.alert.replaceChildren();
    this.input.toggleAttribute('aria-invalid', false);
    if (!message) {
      this.words = '';
      getSelection()?.removeAllRanges();
      return;
    }
    const alert = make('p', message, 'alert');
    this.alert.append(alert);
    alert.setAttribute('role', 'alert');
    this.input.setAttribute('aria-invalid', 'true');
    this.input.focus();
  }
}
