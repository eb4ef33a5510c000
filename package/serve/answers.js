// The answers of a question: which kind, which there are, and which of them count. Runs in the page.
import { button, foreign, make, put } from './elements.js';

/** @typedef {{ value?: string, label: string, counts?: boolean, reachable?: boolean }} Answer without a value: a new one */
/** @typedef {{ type: string, options: Answer[] }} Answers */

/** @type {[string, string][]} */
const types = [['yes_no', 'Yes or no'], ['one', 'One of these answers'], ['many', 'Several of these answers']];
/** What an answer means for the applicant. @type {[string, string][]} */
const meanings = [['counts', 'Counts'], ['reachable', 'Not yet, but still possible'], ['not', 'Doesn\'t count']];
/** @type {Answer[]} */
const yesAndNo = [{ value: 'yes', label: 'Yes', counts: true }, { value: 'no', label: 'No', counts: false }];

/** @param {Answer} answer */
const meaningOf = ({ counts, reachable }) => (counts ? 'counts' : reachable ? 'reachable' : 'not');

/** What counts, where that isn't plain: the labels. @param {Answers} answers */
export function counting({ type, options }) {
  const all = options.filter(({ counts }) => counts);
  const isPlain = all.length === options.length || (type === 'yes_no' && all[0]?.value === 'yes');
  return isPlain ? [] : all.map(({ label }) => label);
}

/** @param {[string, string][]} options @param {string} value @param {string} key @param {string} name */
function choose(options, value, key, name) {
  const control = make('select');
  control.append(...options.map(([one, words]) => Object.assign(make('option', words), { value: one })));
  control.value = value;
  control.dataset.key = key;
  control.ariaLabel = name;
  return control;
}

/** The list of them, drawn anew whenever one comes or goes. */
class List {
  /** @param {Answers} answers @param {string} lang of their words */
  constructor({ type, options }, lang) {
    this.lang = lang;
    this.type = type;
    this.options = options.map((option) => ({ ...option }));
    /** Whether a clause rests on the question, so that some count. */
    this.isCounted = options.some(({ counts }) => counts !== undefined);
    /** What was there before it became a question of yes and no. */
    this.before = this.options;
    this.element = make('fieldset', '', 'group answers');
    this.draw();
  }

  draw() {
    const kind = choose(types, this.type, 'answers type', 'Kind of answers');
    kind.addEventListener('change', () => this.become(kind.value));
    const isList = this.type !== 'yes_no';
    this.element.replaceChildren(make('legend', 'Answers'), kind, ...this.options.map((answer, index) => this.row(answer, index + 1, isList)));
    if (isList) this.element.append(put(make('div', '', 'deeds'), button('Add an answer', '', 'answers add', () => this.add())));
  }

  /** @param {string} type */
  become(type) {
    if (type === 'yes_no') this.before = this.options;
    if (type === 'yes_no') this.options = this.yesAndNo();
    else if (this.type === 'yes_no' && this.before.length > 0) this.options = this.before;
    this.type = type;
    this.draw();
    this.focus('answers type');
  }

  /** These two, in the words that the question has for them. */
  yesAndNo() {
    const label = (/** @type {Answer} */ one) => this.before.find(({ value }) => value === one.value)?.label ?? one.label;
    return yesAndNo.map(({ counts, ...one }) => ({ ...one, label: label(one), ...(this.isCounted ? { counts } : {}) }));
  }

  add() {
    this.options.push({ label: '', ...(this.isCounted ? { counts: false } : {}) });
    this.draw();
    this.focus(`answer ${this.options.length}`);
  }

  /** @param {Answer} answer @param {number} number @param {boolean} isList */
  row(answer, number, isList) {
    const row = make('div', '', 'answer');
    if (isList) {
      const input = Object.assign(make('input'), { type: 'text', autocomplete: 'off', lang: this.lang, value: answer.label, ariaLabel: `Answer ${number}` });
      input.dataset.key = `answer ${number}`;
      input.addEventListener('input', () => { answer.label = input.value; });
      row.append(input);
    } else row.append(foreign(answer.label, this.lang, 'value'));
    if (this.isCounted) {
      const meaning = choose(isList ? meanings : meanings.filter(([one]) => one !== 'reachable'), meaningOf(answer), `answer ${number} counts`, `What answer ${number} means`);
      meaning.addEventListener('change', () => this.mean(answer, meaning.value));
      row.append(meaning);
    }
    if (isList && number > 1) row.append(button('Move up', `answer ${number}`, `answer ${number} up`, () => this.lift(number - 1)));
    if (isList) {
      row.append(button('Remove', `answer ${number}`, `answer ${number} remove`, () => {
        this.options = this.options.filter((one) => one !== answer);
        this.draw();
        this.focus('answers add');
      }));
    }
    return row;
  }

  /** @param {number} index of the answer that goes before the one above it */
  lift(index) {
    this.options.splice(index - 1, 0, ...this.options.splice(index, 1));
    this.draw();
    this.focus(index > 1 ? `answer ${index} up` : 'answer 1');
  }

  /** Of yes and no one counts, the other doesn't. @param {Answer} answer @param {string} meaning */
  mean(answer, meaning) {
    answer.counts = meaning === 'counts';
    if (meaning === 'reachable') answer.reachable = true;
    else delete answer.reachable;
    if (this.type !== 'yes_no') return;
    for (const other of this.options) if (other !== answer) other.counts = !answer.counts;
    const key = /** @type {HTMLElement | null} */ (this.element.querySelector(':focus'))?.dataset.key;
    this.draw();
    if (key) this.focus(key);
  }

  /** @param {string} key */
  focus(key) { /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-key="${key}"]`))?.focus(); }

  /** @returns {Answers} */
  answers() { return { type: this.type, options: this.options.map((answer) => ({ ...answer, label: answer.label.trim() })) }; }
}

/** @param {string} key @param {string} lang of the answers @returns {import('./fields.js').Field} */
export function answersField(key, lang) {
  const element = make('div');
  let list = new List({ type: 'yes_no', options: yesAndNo }, lang);
  return {
    key, element, get control() { return list.element; }, value: () => list.answers(),
    fill(answers) {
      list = new List(answers, lang);
      element.replaceChildren(list.element);
    },
  };
}
