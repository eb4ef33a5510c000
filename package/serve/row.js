// One point in its list: what it says, where, what speaks against it, and what can be done. Runs in the page.
import { counting } from './answers.js';
import { button, foreign, make, put } from './elements.js';
import { Form } from './form.js';
import { fieldsOf, kinds, levels, lower, materials, nameOf, positionFor, requirements, soughtOf, stages, tidied, valueInWords, valuesOf, wordFor } from './point.js';
import { inWords } from './rule.js';

/** @typedef {import('./point.js').Point} Point */
/** @typedef {import('./rule.js').Words} Words */
/**
 * What a row can ask for; each gives what speaks against it, or nothing.
 * @typedef {object} Acts
 * @property {(step: object, row: Row | null, said: string) => Promise<string>} step
 * @property {(point: { quote?: string | null, phrases?: { quote: string }[], value?: unknown }, line: number, into: HTMLElement) => void} show where it stands
 * @property {(words: string) => void} say
 */

/** What `check` says, as sentences. @param {string[]} lines */
export function doubtsOf(lines) {
  const list = make('ul', '', 'doubts');
  list.append(...lines.map((line) => make('li', line.replace(/^[a-z]/, (letter) => letter.toUpperCase()))));
  return list;
}

/** Of a rule. */
export const nothingTicked = 'Tick at least one of them.';

/** In a guess's own words. */
const inLine = /[(,;]?\s*(?:from )?line (\d+)(?: of the page)?\.?\)?/i;

export class Row {
  /** @param {Point} point @param {Words} words @param {Acts} acts */
  constructor(point, words, acts) {
    this.point = point;
    this.words = words;
    this.acts = acts;
    /** @type {Form | undefined} */
    this.form = undefined;
    this.view = make('div', '', 'view');
    this.place = make('div', '', 'source');
    this.element = put(make('li', '', 'point'), this.view, this.place);
    this.write();
  }

  get name() { return nameOf(this.point, this.words); }

  /** @param {Point} point @param {Words} words */
  update(point, words) {
    const isSame = JSON.stringify([point, words]) === JSON.stringify([this.point, this.words]);
    this.point = point;
    this.words = words;
    this.form?.follow(valuesOf(point));
    if (!isSame) this.write();
  }

  write() {
    const { point, words } = this;
    this.element.classList.toggle('open', point.open);
    const said = 'label' in point && point.label !== undefined ? foreign(point.label, words.lang, 'value')
      : make('span', valueInWords(point), 'value');
    const deeds = put(make('div', '', 'deeds'),
      point.open && button('Keep', this.name, `${point.id} keep`, () => this.keep(), 'main'),
      button('Change', this.name, `${point.id} change`, () => this.change()),
      button('Drop', this.name, `${point.id} drop`, () => this.drop()));
    if (this.form) deeds.hidden = true;
    this.view.replaceChildren();
    put(this.view, put(make('p', '', 'said'), make('span', this.heading(), 'kind'), this.source(), said), ...this.details(), this.reason(), point.doubts.length > 0 && doubtsOf(point.doubts), deeds);
  }

  /** What kind of thing it is, in a few words above what it says. */
  heading() {
    const { kind, material, stage, required, level } = this.point;
    if (kind === 'document') return [wordFor(materials, material), lower(wordFor(stages, stage)), lower(wordFor(requirements, required))].join(' · ');
    return kind === 'rule' ? wordFor(levels, level) : this.point.label ? kinds[kind] : this.name;
  }

  /** @returns {HTMLElement[]} */
  details() {
    const { kind, options, answers, clause, phrases, quote, label, when, counts = answers ? [counting(answers).join(' · ')].filter(Boolean) : [] } = this.point, { lang } = this.words;
    if (kind === 'rule') return [...this.rule(), ...this.asking()];
    const all = phrases?.map((phrase) => phrase.quote) ?? [quote], isSame = (/** @type {string | null | undefined} */ one, /** @type {string | undefined} */ other) => one?.toLowerCase() === other?.toLowerCase();
    const quotes = all.filter((one) => one && !isSame(one, label)), isNamed = clause && !all.some((one) => isSame(one, clause));
    return [
      ...options?.length ? [put(make('p', '', 'detail'), 'Answers: ', foreign(options.join(' · '), lang))] : [],
      ...counts.map((one) => put(make('p', '', 'detail'), 'Counts: ', foreign(one, lang))),
      ...when ? [put(make('p', '', 'detail'), 'Only if: ', foreign(when, lang))] : [],
      ...isNamed ? [put(make('p', '', 'detail'), 'In the verdict: ', foreign(clause, lang))] : [],
      ...quotes.map((one) => put(make('p', '', 'detail'), '“', foreign(/** @type {string} */ (one), lang), '”')),
      ...this.asking(),
    ];
  }

  /** A rule in words; one that says more than can be set here also as it is written. @returns {HTMLElement[]} */
  rule() {
    const { rule, told, json, line } = this.point;
    if (rule) return [inWords(rule, this.words)];
    if (!told || !json) return [];
    const written = put(make('details'), make('summary', 'As it is written there'), make('pre', json));
    return [
      typeof told === 'string' ? put(make('p', '', 'rule'), foreign(told, this.words.lang)) : inWords(told, { ...this.words, clauses: [] }),
      make('p', `This says more than can be set here. It is changed in check.json, line ${line}.`, 'detail'), written,
    ];
  }

  /** Which of several positions ask for it, if not all. @returns {HTMLElement[]} */
  asking() {
    const { positions: ids } = this.point, { positions, lang } = this.words;
    if (!ids || ids.length === positions.length) return [];
    if (ids.length === 0) return [make('p', 'No position asks for this.', 'detail')];
    return [put(make('p', '', 'detail'), 'Only for ', foreign(ids.map((id) => positionFor(id, this.words)).join(', '), lang))];
  }

  /** A way to see where it stands, or where the guess is from. */
  source() {
    const { at_page: at, why, id } = this.point, line = at?.line ?? Number(inLine.exec(why)?.[1]);
    return line > 0 && button(`Line ${line}`, `of the page: ${this.name}`, `${id} line`, () => this.acts.show(soughtOf(this.point), line, this.place), 'link');
  }

  /** Why it is guessed, but for the line, which the button says. */
  reason() {
    const rest = this.point.why.replace(inLine, '').trim();
    return rest && make('p', rest, 'detail');
  }

  /** @param {string} message of what can't be done */
  refuse(message) {
    this.element.querySelector(':scope > [role=alert]')?.remove();
    if (!message) return;
    const alert = make('p', message, 'alert');
    this.element.append(alert);
    alert.setAttribute('role', 'alert');
  }

  async keep() { this.refuse(await this.acts.step({ do: 'keep', point: this.point.id }, this, 'Kept.')); }

  async drop() { this.refuse(await this.acts.step({ do: 'drop', point: this.point.id }, this, `Dropped: ${this.name}${/[.?!]$/.test(this.name) ? '' : '.'}`)); }

  change() {
    this.unfold();
    this.form?.focus();
  }

  unfold() {
    this.refuse('');
    this.open(new Form(fieldsOf(this.point, this.words), valuesOf(this.point), { about: this.name, save: 'Save', key: this.point.id }, (set, was) => this.save(set, was), () => this.close()));
  }

  /** As it was before a reload. @param {import('./form.js').Values} values @param {import('./form.js').Values} was */
  reopen(values, was) {
    this.unfold();
    if (!this.form) return;
    this.form.fill(values);
    this.form.was = was;
    this.form.follow(valuesOf(this.point));
  }

  /** @param {Form} form */
  open(form) {
    this.form?.element.remove();
    this.form = form;
    this.element.append(form.element);
    this.write();
  }

  /** A step was taken. */
  done() {
    this.refuse('');
    this.form?.element.remove();
    this.form = undefined;
    this.write();
  }

  close() {
    this.done();
    /** @type {HTMLElement | null} */ (this.view.querySelector(`[data-key="${CSS.escape(this.point.id)} change"]`))?.focus();
  }

  /** @param {import('./form.js').Values} set @param {import('./form.js').Values} was */
  async save(set, was) {
    const { id, open } = this.point;
    if (Object.keys(set).length === 0 && !open) {
      this.close();
      this.acts.say('Nothing was changed.');
      return '';
    }
    if ('rule' in set && tidied(set).rule === undefined) return nothingTicked;
    const step = Object.keys(set).length === 0 ? { do: 'keep', point: id } : { do: 'change', point: id, set: tidied(set), was };
    const message = await this.acts.step(step, this, Object.keys(set).length === 0 ? 'Kept.' : 'Changed.');
    if (!message) return '';
    // What the file says instead has been said now: who saves once more means it.
    if (this.form) this.form.was = valuesOf(this.point);
    return message;
  }
}
