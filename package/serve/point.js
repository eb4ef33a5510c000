// One point of what is to be confirmed: what it says in words, why, what speaks against it, and what can be done. Runs in the page.
import { button, foreign, make, put } from './elements.js';
import { choice, deadline, radios, select, text } from './fields.js';
import { Form } from './form.js';
import { inWords, plain, ruleField } from './rule.js';

/**
 * @typedef {object} Point as `aushang confirm` prints it
 * @property {string} id @property {string} kind
 * @property {boolean} open @property {string} why
 * @property {{ line: number, column: number }} at
 * @property {{ line: number, column: number } | null} at_page
 * @property {string[]} doubts
 * @property {string | boolean | null} [value] @property {string[]} [choices]
 * @property {string} [label] @property {string | null} [quote]
 * @property {string} [material] @property {string} [stage] @property {string} [required]
 * @property {string[]} [options] @property {{ clause: string, quote: string }[]} [phrases]
 * @property {string} [level] @property {import('./rule.js').Rule | null} [rule] @property {string} [shown]
 */
/** @typedef {import('./rule.js').Words} Words */
/**
 * What a row can ask for; each gives what speaks against it, or nothing.
 * @typedef {object} Acts
 * @property {(step: object, row: Row | null, said: string) => Promise<string>} step
 * @property {(point: Point, into: HTMLElement) => void} show where it stands
 * @property {(words: string) => void} say
 */

/** Kinds of documents, as "kind" in check.json has them. @type {[string, string][]} */
export const materials = [
  ['cv', 'CV'], ['cover_letter', 'Cover letter'], ['transcripts', 'Transcripts'], ['certificates', 'Certificates'], ['thesis', 'Thesis'],
  ['thesis_summary', 'Summary of the thesis'], ['publication_list', 'List of publications'], ['sample_publications', 'Sample publications'],
  ['research_statement', 'Research statement'], ['research_proposal', 'Research proposal'], ['interest_note', 'Note on your interest'],
  ['reference_contacts', 'Contact details of referees'], ['reference_letters', 'Letters of reference'], ['single_pdf', 'Everything in one PDF'],
  ['english_proof', 'Proof of English'], ['enrolment_proof', 'Proof of enrolment'], ['id_document', 'Identity document'], ['other', 'Something else'],
];
/** @type {[string, string][]} */
const stages = [['now', 'With the application'], ['later', 'Later, if selected']];
/** @type {[string, string][]} */
const requirements = [['yes', 'Required'], ['if_any', 'If there is one'], ['optional', 'Optional']];
/** @type {[string, string][]} */
const levels = [['must', 'Required'], ['should', 'Desirable']];
/** @type {[string, string][]} */
const states = [['false', 'Open'], ['true', 'Closed: filled or withdrawn']];
/** @type {Record<string, string>} */
export const kinds = {
  address: 'Address', tag: 'Tag in the subject', deadline: 'Deadline', portal: 'Portal', closed: 'Applications', organization: 'Organization', position: 'Position', document: 'Document', question: 'Question', note: 'Note', rule: 'Rule',
};

/** @param {[string, string][]} list @param {string | undefined} value */
const wordFor = (list, value) => list.find(([one]) => one === value)?.[1] ?? value ?? '';
export const lower = (/** @type {string} */ words) => words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

/** @param {string | boolean | null | undefined} value of a deadline */
function dayInWords(value) {
  if (typeof value !== 'string') return 'The page doesn\'t say';
  if (value === 'until_filled') return 'Open until filled';
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? value : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** What a point without a label says. @param {Point} point */
export function valueInWords({ kind, value }) {
  if (kind === 'deadline') return dayInWords(value);
  return kind === 'closed' ? wordFor(states, String(value)) : String(value ?? '');
}

/** What a point is called: of several addresses, with itself; of a position, with the one it is for. @param {Point} point */
export function nameOf({ id, kind, label, value }) {
  const position = /^position:([^/]+)\//.exec(id)?.[1];
  return label || `${kinds[kind]}${id.includes('address:') ? ` ${value}` : ''}${position ? ` for ${position}` : ''}`;
}

/** The points' own values that can be changed. @param {Point} point @returns {import('./form.js').Values} */
export function valuesOf({ kind, value, material, label, quote, stage, required, level, rule }) {
  if (kind === 'document') return { material, label, quote, stage, required };
  if (kind === 'rule') return { level, label, ...(rule === null ? {} : { rule }) };
  if (kind === 'note') return { label, quote };
  return kind === 'question' || kind === 'position' ? { label } : { value };
}

/** @param {Point} point @param {Words} words */
export function fieldsOf({ kind, choices, rule }, words) {
  const label = text('label', kind === 'question' ? 'Question' : 'Label', { lang: words.lang });
  const quote = text('quote', 'Phrase on the page', { lang: words.lang });
  switch (kind) {
    case 'closed': return [choice('value', 'Applications', states)];
    case 'deadline': return [deadline('value', choices ?? [])];
    case 'document': return [select('material', 'Kind of document', materials), label, quote, radios('stage', 'When', stages), radios('required', 'Needed', requirements)];
    case 'rule': return [select('level', 'This is', levels), label, ...(rule === null ? [] : [ruleField('rule', words)])];
    case 'note': return [label, quote];
    case 'question': case 'position': return [label];
    default: return [text('value', kinds[kind], { choices, type: kind === 'address' ? 'email' : kind === 'portal' ? 'url' : 'text' })];
  }
}

/** Rules without groups of one, as they are written. @param {import('./form.js').Values} set */
export const tidied = (set) => ('rule' in set ? { ...set, rule: plain(/** @type {import('./rule.js').Rule} */ (set.rule)) } : set);

/** What `check` says. @param {string[]} lines */
export function doubtsOf(lines) {
  const list = make('ul', '', 'doubts');
  list.append(...lines.map((line) => make('li', line)));
  return list;
}

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

  get name() { return nameOf(this.point); }

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
    const { kind, options, phrases, quote, label, rule, shown } = this.point, { lang } = this.words;
    if (kind === 'rule' && rule) return [inWords(rule, this.words)];
    if (kind === 'rule') return [put(make('p', '', 'detail'), foreign(shown ?? '', lang)), make('p', 'This rule says more than can be set here. It can be changed in check.json.', 'detail')];
    const quotes = [...phrases?.map((phrase) => phrase.quote) ?? [], quote].filter((one) => one && one.toLowerCase() !== label?.toLowerCase());
    return [
      ...options?.length ? [put(make('p', '', 'detail'), 'Answers: ', foreign(options.join(' · '), lang))] : [],
      ...quotes.map((one) => put(make('p', '', 'detail'), '“', foreign(/** @type {string} */ (one), lang), '”')),
    ];
  }

  /** A way to see where it stands. */
  source() {
    const { at_page: at, id } = this.point;
    return at && button(`Line ${at.line}`, `of the page: ${this.name}`, `${id} line`, () => this.acts.show(this.point, this.place), 'link');
  }

  /** Why it is guessed, but for the line, which the button says. */
  reason() {
    const { why, at_page: at } = this.point;
    const rest = at ? why.replace(/[(,;]?\s*(from )?line \d+( of the page)?\.?\)?/i, '').trim() : why;
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

  async drop() { this.refuse(await this.acts.step({ do: 'drop', point: this.point.id }, this, `Dropped: ${this.name}.`)); }

  change() {
    this.refuse('');
    this.open(new Form(fieldsOf(this.point, this.words), valuesOf(this.point), { about: this.name, save: 'Save', key: this.point.id }, (set, was) => this.save(set, was), () => this.close()));
    this.form?.focus();
  }

  /** As it was before a reload. @param {import('./form.js').Values} values @param {import('./form.js').Values} was */
  reopen(values, was) {
    this.change();
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
    if ('rule' in set && tidied(set).rule === undefined) return 'Tick at least one of them.';
    const step = Object.keys(set).length === 0 ? { do: 'keep', point: id } : { do: 'change', point: id, set: tidied(set), was };
    const message = await this.acts.step(step, this, Object.keys(set).length === 0 ? 'Kept.' : 'Changed.');
    if (!message) return '';
    // What the file says instead has been said now: who saves once more means it.
    if (this.form) this.form.was = valuesOf(this.point);
    return message;
  }
}
