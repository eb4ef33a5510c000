// The lists of what is to be confirmed, section by section, and what can be added to them. Runs in the page.
import { button, foreign, make, put } from './elements.js';
import { select } from './fields.js';
import { Form } from './form.js';
import { fieldsOf, kinds, lower, positionFor, tidied, valuesOf } from './point.js';
import { doubtsOf, nothingTicked, Row } from './row.js';

/** @typedef {import('./point.js').Point} Point */
/** @typedef {import('./panel.js').Points} Points */
/** @typedef {import('./row.js').Acts & { try: (step: object, said: string) => void, focus: (key: string) => void }} Acts */

/** What a posting says once, and can be added. */
const single = ['address', 'tag', 'deadline', 'inquiry', 'portal'];
const facts = ['organization', 'place', 'employment', 'start'];
/** @type {[string, string[]][]} */
const sections = [['How to apply', [...single, 'closed']], ['Positions', ['position']], ['Documents', ['document']], ['Questions', ['question']], ['Rules', ['rule']], ['Notes', ['note']], ['Facts', facts]];
/** A position's own address is of the position. @param {Point} point */
const kindIn = ({ id, kind }) => (id.startsWith('position:') ? 'position' : kind);
/** The points of a kind, by the ids that check.json has for them. @param {string} kind @param {Points} points */
const named = (kind, { points }) => points.filter((point) => point.kind === kind).map(({ id, label = '' }) => ({ id: id.slice(kind.length + 1), label }));
/** Guesses that nothing speaks against. @param {Row[]} rows */
const sure = (rows) => rows.filter(({ point }) => point.open && point.doubts.length === 0);
/** What is said for all, in a choice of positions. */
const all = '*';
/** What adds it. @param {string} kind */
const adding = (kind) => (kind === 'closed' ? 'Close applications' : `Add ${lower(kinds[kind])}`);
/** What a form for something new begins with. @type {Record<string, Partial<Point>>} */
const blank = { inquiry: { welcome: true, to: null, tag: null }, closed: { value: true }, employment: { value: 'full_time' }, deadline: { value: 'until_filled' }, rule: { level: 'should', label: '', rule: { all: [] } } };

export class Sections {
  /** @param {Acts} acts */
  constructor(acts) {
    this.acts = acts;
    this.element = make('div', '', 'sections');
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** Forms for what isn't there yet, by its kind. @type {Map<string, Form>} */
    this.adding = new Map();
    /** The button for it, which is away while the form is there. @type {Map<string, HTMLElement>} */
    this.buttons = new Map();
    /** What opens such a form. @type {Map<string, () => Form>} */
    this.openers = new Map();
    /** What keeps a section's guesses at once, and its rows. @type {[HTMLButtonElement, Row[]][]} */
    this.keepers = [];
    /** What stands there, in its order. */
    this.order = '';
    /** @type {import('./rule.js').Words} */
    this.words = { clauses: [], positions: [], asked: { materials: [], criteria: [] }, lang: '' };
  }

  /** @param {string[]} lines why there are no points */
  fail(lines) {
    this.order = '';
    this.element.replaceChildren(doubtsOf(lines));
  }

  /** Shows what has changed and leaves the rest as it is, with what is being written in it. @param {Points} points */
  draw(points) {
    const words = { clauses: points.clauses, positions: points.positions, asked: { materials: named('document', points), criteria: named('rule', points) }, lang: points.lang };
    this.words = words;
    for (const point of points.points) {
      const row = this.rows.get(point.id);
      if (row) row.update(point, words);
      else this.rows.set(point.id, new Row(point, words, this.acts));
    }
    for (const id of [...this.rows.keys()]) if (!points.points.some((point) => point.id === id)) this.forget(id);
    const order = JSON.stringify([points.points.map(({ id }) => id), points.missing, points.doubts, words.clauses, words.positions, words.lang]);
    if (order !== this.order) this.arrange(points, words);
    this.order = order;
    for (const [keeper, rows] of this.keepers) {
      const left = rows.filter(({ point }) => point.open).length, count = sure(rows).length;
      keeper.hidden = count < 2;
      /** @type {Text} */ (keeper.firstChild).data = `Keep ${count < left ? 'the other' : 'all'} ${count}`;
    }
  }

  /** @param {Points} points @param {import('./rule.js').Words} words */
  arrange(points, words) {
    this.keepers = [];
    const rows = points.points.map(({ id }) => /** @type {Row} */ (this.rows.get(id)));
    this.element.replaceChildren(...points.doubts.length ? [doubtsOf(points.doubts)] : [], ...sections.flatMap(([title, own]) => this.section(title, rows.filter(({ point }) => own.includes(kindIn(point))), own, words)), ...this.missing(points, words));
  }

  /** @param {string} id of a point that is no more */
  forget(id) {
    const row = this.rows.get(id);
    if (row?.form) this.acts.say(`${row.name} isn't in check.json any more, so it can't be changed.`);
    this.rows.delete(id);
  }

  /** Where one goes on after a row: the next one to confirm, after several the next section; or else itself. @param {Row} row @param {boolean} goesOn @param {string[]} [kept] with it */
  after(row, goesOn, kept = []) {
    if (!goesOn) return `${row.point.id} change`;
    const all = this.inOrder(), at = all.indexOf(row), next = [...all.slice(at + 1), ...all.slice(0, at)].find(({ point }) => point.open && !kept.includes(point.id));
    const keeper = this.keepers.find(([one, rows]) => kept.length > 0 && !one.hidden && next && rows.includes(next))?.[0];
    return keeper?.dataset.key ?? (next ? `${next.point.id} keep` : 'title');
  }

  /** As they stand. @returns {Row[]} */
  inOrder() {
    return [...this.element.querySelectorAll('li.point')].map((element) => [...this.rows.values()].find((one) => one.element === element)).filter((one) => one !== undefined);
  }

  /** Those after a row, then those before it, from near to far. @param {Row} row */
  near(row) {
    const all = this.inOrder(), at = all.indexOf(row);
    return [...all.slice(at + 1), ...all.slice(0, at).reverse()];
  }

  /** @param {string} title @param {Row[]} rows @param {string[]} own kinds @param {import('./rule.js').Words} words */
  section(title, rows, own, words) {
    const list = make('ul');
    list.append(...rows.map(({ element }) => element));
    const absent = own.filter((kind) => this.canBeAdded(kind, words));
    if (!list.firstChild && absent.length === 0) return [];
    const forms = make('div', '', 'adding');
    forms.append(...absent.flatMap((kind) => this.adding.get(kind)?.element ?? []));
    for (const kind of absent) {
      this.openers.set(kind, () => {
        const form = this.add(kind, this.words);
        forms.append(form.element);
        return form;
      });
    }
    const deeds = make('div', '', 'deeds');
    for (const kind of absent) {
      const opener = button(adding(kind), '', `new:${kind}`, () => this.openers.get(kind)?.().focus(), 'link');
      opener.hidden = this.adding.has(kind);
      this.buttons.set(kind, opener);
      deeds.append(opener);
    }
    const keeper = button('Keep all', title, `keep ${title}`, () => {
      const kept = sure(rows).map(({ point }) => point.id), last = this.rows.get(kept.at(-1) ?? '');
      if (last) void this.acts.step({ do: 'keep', points: kept }, last, `${kept.length} kept.`);
    });
    this.keepers.push([keeper, rows]);
    return [put(make('section'), put(make('header'), make('h3', title), keeper), list.firstChild && list, deeds.firstChild && deeds, forms)];
  }

  /** @param {string} kind @param {import('./rule.js').Words} words */
  canBeAdded(kind, words) {
    if (kind === 'rule') return words.clauses.length > 0;
    return kind === 'position' || ([...facts, 'closed'].includes(kind) ? !this.rows.has(kind) : this.places(kind, words).length > 0);
  }

  /** For whom a kind can be added: for all, and for each position that doesn't say it by itself. @param {string} kind @param {import('./rule.js').Words} words @returns {[string, string][]} */
  places(kind, { positions }) {
    if (!single.includes(kind)) return [];
    const others = kind === 'portal' ? [] : positions.filter(({ id }) => !this.rows.has(`position:${id}/${kind}`));
    const isSaid = [...this.rows.values()].some(({ point }) => kindIn(point) === kind), isUseful = kind === 'portal' || positions.length === 0 || others.length > 0;
    return [
      .../** @type {[string, string][]} */ (isSaid || !isUseful ? [] : [[all, others.length < positions.length ? 'All other positions' : 'All positions']]),
      ...others.map(({ id, label }) => /** @type {[string, string]} */ ([id, label || id])),
    ];
  }

  /** A form for what isn't there yet. @param {string} kind @param {import('./rule.js').Words} words */
  add(kind, words) {
    const old = this.adding.get(kind);
    const places = words.positions.length > 0 && kind !== 'portal' ? this.places(kind, words) : [];
    const start = /** @type {Point} */ ({ kind, value: '', choices: [], positions: words.positions.map(({ id }) => id), materials: words.asked.materials.map(({ id }) => id), criteria: words.asked.criteria.map(({ id }) => id), ...blank[kind] });
    const close = () => {
      this.adding.delete(kind);
      form.element.remove();
      this.buttons.get(kind)?.toggleAttribute('hidden', false);
    };
    const form = old ?? new Form([...fieldsOf(start, words), ...places.length > 0 ? [select('position', 'For', places)] : []], { ...valuesOf(start), position: places[0]?.[0] }, { about: lower(kinds[kind]), save: kind === 'closed' ? 'Save' : 'Add', key: `new:${kind}` }, async () => {
      const { position, ...set } = form.values();
      if (kind === 'rule' && tidied(set).rule === undefined) return nothingTicked;
      const message = await this.acts.step({ do: 'add', kind, ...(position && position !== all ? { position } : {}), set: tidied(set) }, null, 'Added.');
      if (!message) close();
      return message;
    }, () => {
      close();
      this.acts.focus(`new:${kind}`);
    });
    this.adding.set(kind, form);
    this.buttons.get(kind)?.toggleAttribute('hidden', true);
    return form;
  }

  /** What the page has and check.json has not. @param {Points} points @param {import('./rule.js').Words} words @returns {HTMLElement[]} */
  missing({ missing, lang }, words) {
    if (missing.length === 0) return [];
    const list = make('ul');
    list.append(...missing.map(({ label, at_page: at, ...step }, index) => {
      const source = make('div', '', 'source'), key = `missing ${index}`;
      return put(make('li', '', 'point'), put(make('p', '', 'said'), make('span', `${kinds[step.kind]}${step.position ? ` for ${positionFor(step.position, words)}` : ''}`, 'kind'),
        at && button(`Line ${at.line}`, `of the page: ${label}`, `${key} line`, () => this.acts.show({ quote: step.quote, value: label }, at.line, source), 'link'), foreign(label, lang, 'value')),
        put(make('div', '', 'deeds'), button('Add', label, `${key} add`, () => this.acts.try(step, 'Added.'))), source);
    }));
    return [put(make('section'), make('h3', 'Found on the page as well'), list)];
  }
}
