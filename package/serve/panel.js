// The panel: what is to be confirmed of a posting, section by section, and what is added from the page. It asks the server for
// every step and shows what comes back. Runs in the page.
import { PhraseForm } from './add.js';
import { button, foreign, make, put } from './elements.js';
import { showSource } from './findings.js';
import { Form } from './form.js';
import { mark } from './phrase.js';
import { doubtsOf, fieldsOf, kinds, lower, Row, tidied, valuesOf } from './point.js';

/** @typedef {import('./point.js').Point} Point */
/** @typedef {import('./form.js').Values} Values */
/** What could be added: the step that adds it. @typedef {{ do: 'add', kind: string, label: string, at_page: Point['at_page'], quote?: string, set?: object }} Missing */
/** @typedef {{ file: string, page: string, lang: string, points: Point[], clauses: import('./rule.js').Clause[], doubts: string[], missing: Missing[], undo: number }} Points */
/** What of the panel comes over a reload. @typedef {{ open: { wide: boolean, narrow: boolean }, top: number, focus: string, said: string, phrase: string, forms: [string, Values, Values][] }} Kept */

/** What a posting says once, and can be added. */
const single = ['address', 'tag', 'deadline', 'portal'];
/** @type {[string, string[]][]} */
const sections = [['How to apply', [...single, 'closed']], ['Positions', ['position']], ['Documents', ['document']], ['Questions', ['question']], ['Rules', ['rule']], ['Notes', ['note']], ['Facts', ['organization']]];
/** A position's own address is of the position. @param {Point} point */
const kindIn = ({ id, kind }) => (id.startsWith('position:') ? 'position' : kind);
/** What a form for something new begins with. @type {Record<string, Partial<Point>>} */
const blank = { deadline: { value: 'until_filled' }, rule: { level: 'should', label: '', rule: { all: [] } } };

const stopped = 'The preview has been stopped. Start aushang serve again.';

/** Where a point's words stand on the page. @param {Point} point */
const phrasesOf = ({ quote, phrases, value }) => [...phrases?.map((phrase) => phrase.quote) ?? [], quote, value]
  .filter((one) => typeof one === 'string' && one !== '').map((one) => /** @type {string} */ (one));

export class Panel {
  /** @param {ShadowRoot} root @param {string} folder @param {import('./beside.js').Beside} beside */
  constructor(root, folder, beside) {
    this.root = root;
    this.folder = folder;
    this.beside = beside;
    this.key = `aushang-points ${folder}`;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** Forms for what isn't there yet, by its kind. @type {Map<string, Form>} */
    this.adding = new Map();
    /** @type {Points | undefined} */
    this.points = undefined;
    /** In which order what stands there. */
    this.order = '';
    /** What had the focus when there were no points any more. */
    this.lost = '';
    /** Which texts the points are of. */
    this.texts = '';
    /** What is under way, one act after the other. @type {Promise<unknown>} */
    this.last = Promise.resolve();
    /** @type {Kept | undefined} */
    this.kept = JSON.parse(sessionStorage.getItem(this.key) ?? 'null') ?? undefined;

    this.title = make('h2', 'Confirm the draft');
    this.title.tabIndex = -1;
    this.title.dataset.key = 'title';
    this.undo = button('Undo', 'the last step', 'undo', () => this.try({ do: 'undo' }, 'Undone.'));
    this.hide = button('Hide', 'the draft', 'hide', () => this.show(false));
    this.count = make('p', '', 'count');
    this.progress = make('progress');
    this.progress.setAttribute('aria-hidden', 'true'); // the count says it
    this.said = make('p', '', 'status');
    this.said.setAttribute('role', 'status');
    this.list = make('div', '', 'sections');
    this.source = make('div', '', 'source');
    this.phrase = new PhraseForm((step, said) => this.act(step, null, said), (words) => this.offer(words));
    this.element = put(make('section', '', 'panel'), put(make('header'), this.title, this.undo, this.hide, this.count, this.progress, this.said), this.list, this.phrase.element);
    this.element.setAttribute('aria-label', 'Confirm the draft');
    this.opener = button('Confirm the draft', '', 'show', () => this.show(true), 'opener');
    this.taker = button('', '', 'take', () => {
      this.show(true);
      this.phrase.focus();
    }, 'taker');
    this.taker.hidden = true;
    root.append(put(make('div', '', 'strip'), this.opener, this.taker), this.element);
    this.element.addEventListener('keydown', ({ key }) => { if (key === 'Escape' && !beside.isWide) this.show(false); });
    addEventListener('pagehide', () => this.keep());
    if (this.kept) beside.open = this.kept.open;
    beside.arrange();
  }

  /** @param {boolean} isOpen */
  show(isOpen) {
    this.beside.set(isOpen);
    (isOpen ? this.title : this.opener).focus();
  }

  /** Offers what is marked on the page, where the panel is out of sight. @param {string} words */
  offer(words) {
    this.taker.hidden = !words;
    this.taker.textContent = `Add “${words.length > 24 ? `${words.slice(0, 22)}…` : words}”`;
  }

  /** When nothing is under way any more. */
  async rests() { await this.last; }

  /** The files are others now. @param {string} texts */
  follow(texts) {
    if (texts === this.texts) return;
    this.texts = texts;
    this.last = this.last.then(() => this.ask());
  }

  /** @param {object} [step] @returns {Promise<string>} what speaks against it, or nothing */
  async ask(step) {
    try {
      const response = await (step ? fetch('/.aushang/step', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ folder: this.folder, step }) })
        : fetch(`/.aushang/points?folder=${encodeURIComponent(this.folder)}`));
      const reply = await response.json();
      if (response.ok) this.draw(reply);
      else if (!step) this.fail(reply.message);
      return response.ok ? '' : reply.message;
    } catch {
      return stopped;
    }
  }

  /**
   * Takes a step; then the focus is where one goes on.
   * @param {object} step @param {Row | null} row whose point it is of @param {string} words what then has been done
   * @returns {Promise<string>} what speaks against it, or nothing
   */
  act(step, row, words) {
    this.said.textContent = ''; // the same words are said again
    const turn = this.last.then(async () => {
      const before = new Set(this.rows.keys()), next = row && this.after(row, 'do' in step && step.do !== 'drop' && row.point.open);
      const message = await this.ask(step);
      if (message) {
        await this.ask(); // what stands there instead
        return message;
      }
      row?.done();
      const left = this.points?.points.filter(({ open }) => open).length ?? 0;
      const what = [...this.rows.values()].find(({ point }) => !before.has(point.id));
      this.said.textContent = `${words}${what && 'kind' in step ? ` ${kinds[what.point.kind]}: ${what.name}.` : ''} ${left ? `${left} left.` : 'Everything is confirmed.'}`;
      this.focus(what ? `${what.point.id} change` : next ?? (this.undo.disabled ? 'title' : 'undo'));
      return '';
    });
    this.last = turn;
    return turn;
  }

  /** A step that has no place of its own where it is said what speaks against it. @param {object} step @param {string} words */
  async try(step, words) {
    const message = await this.act(step, null, words);
    if (message) this.said.textContent = message;
  }

  /** Where one goes on after a row: the next one to confirm, or else itself or its neighbour. @param {Row} row @param {boolean} goesOn */
  after(row, goesOn) {
    const all = [...this.list.querySelectorAll('li.point')].map((element) => [...this.rows.values()].find((one) => one.element === element)).filter((one) => one !== undefined);
    const at = all.indexOf(row);
    if (goesOn) {
      const next = [...all.slice(at + 1), ...all.slice(0, at)].find(({ point }) => point.open);
      return next ? `${next.point.id} keep` : 'title';
    }
    return `${row.point.id} change`;
  }

  /** @param {string} key */
  focus(key) {
    const find = (/** @type {string} */ one) => /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-key="${CSS.escape(one)}"]`));
    const wanted = find(key) ?? this.title;
    wanted.focus({ preventScroll: true });
    wanted.closest('li')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} message why there are no points */
  fail(message) {
    this.count.textContent = 'check.json can\'t be read as it is';
    this.opener.textContent = 'Confirm the draft';
    this.lost = this.focused();
    this.list.replaceChildren(doubtsOf(message.split('\n')));
    this.points = undefined;
  }

  /** @param {Points} points */
  draw(points) {
    const isFirst = this.points === undefined, focused = this.focused() || this.lost;
    this.points = points;
    this.lost = '';
    const words = { clauses: points.clauses, lang: points.lang };
    const open = points.points.filter((point) => point.open).length, all = points.points.length;
    this.count.textContent = open ? `${open} of ${all} to confirm` : `${all} points, all confirmed`;
    this.opener.textContent = open ? `Confirm the draft: ${open} left` : 'The draft: all confirmed';
    this.progress.max = all || 1;
    this.progress.value = all - open;
    this.undo.disabled = points.undo === 0;
    this.phrase.follow(points.lang);
    for (const point of points.points) {
      const row = this.rows.get(point.id);
      if (row) row.update(point, words);
      else this.rows.set(point.id, new Row(point, words, { step: (...all) => this.act(...all), show: (one, into) => this.mark(one, into), say: (said) => { this.said.textContent = said; } }));
    }
    for (const id of [...this.rows.keys()]) if (!points.points.some((point) => point.id === id)) this.forget(id);
    const order = JSON.stringify([points.points.map(({ id }) => id), points.missing, points.doubts, words]);
    if (isFirst || order !== this.order) this.list.replaceChildren(...points.doubts.length ? [doubtsOf(points.doubts)] : [], ...sections.map(([title, own]) => this.section(title, own, words)), ...this.missing(points));
    this.order = order;
    if (this.kept) this.putBack(this.kept);
    else if (focused && this.focused() !== focused) this.focus(focused);
  }

  /** @param {string} id of a point that is no more */
  forget(id) {
    const row = this.rows.get(id);
    if (row?.form) this.said.textContent = `${row.name} isn't in check.json any more, so it can't be changed.`;
    this.rows.delete(id);
  }

  /** @param {string} title @param {string[]} own kinds @param {import('./rule.js').Words} words */
  section(title, own, words) {
    const list = make('ul');
    list.append(...[...this.rows.values()].filter(({ point }) => own.includes(kindIn(point))).map(({ element }) => element));
    const absent = own.filter((kind) => kind === 'rule' ? words.clauses.length > 0 : single.includes(kind) && ![...this.rows.values()].some(({ point }) => kindIn(point) === kind));
    if (!list.firstChild && absent.length === 0) return make('div');
    const forms = make('div', '', 'adding');
    forms.append(...absent.flatMap((kind) => this.adding.get(kind)?.element ?? []));
    const deeds = make('div', '', 'deeds');
    deeds.append(...absent.map((kind) => button(`Add ${lower(kinds[kind])}`, '', `new:${kind}`, () => forms.append(this.add(kind, words).element), 'link')));
    return put(make('section'), make('h3', title), list.firstChild && list, deeds.firstChild && deeds, forms);
  }

  /** A form for what isn't there yet. @param {string} kind @param {import('./rule.js').Words} words */
  add(kind, words) {
    const old = this.adding.get(kind);
    const start = /** @type {Point} */ ({ kind, value: '', choices: [], ...blank[kind] });
    const close = () => {
      this.adding.delete(kind);
      form.element.remove();
      this.focus(`new:${kind}`);
    };
    const form = old ?? new Form(fieldsOf(start, words), valuesOf(start), { about: lower(kinds[kind]), save: 'Add', key: `new:${kind}` }, async () => {
      const message = await this.act({ do: 'add', kind, set: tidied(form.values()) }, null, 'Added.');
      if (!message) {
        this.adding.delete(kind);
        form.element.remove();
      }
      return message;
    }, close);
    this.adding.set(kind, form);
    requestAnimationFrame(() => form.focus());
    return form;
  }

  /** What the page has and check.json has not. @param {Points} points @returns {HTMLElement[]} */
  missing({ missing, lang }) {
    if (missing.length === 0) return [];
    const list = make('ul');
    list.append(...missing.map(({ label, at_page: at, ...step }, index) => {
      const source = make('div', '', 'source'), key = `missing ${index}`;
      return put(make('li', '', 'point'), put(make('p', '', 'said'), make('span', kinds[step.kind], 'kind'),
        at && button(`Line ${at.line}`, `of the page: ${label}`, `${key} line`, () => this.mark(/** @type {any} */ ({ kind: step.kind, quote: step.quote, value: label, at_page: at }), source), 'link'), foreign(label, lang, 'value')),
        put(make('div', '', 'deeds'), button('Add', label, `${key} add`, () => this.try(step, 'Added.'))), source);
    }));
    return [put(make('section'), make('h3', 'Found on the page as well'), list)];
  }

  /** Shows where a point stands: on the page, or else in its source. @param {Point} point @param {HTMLElement} into */
  mark(point, into) {
    const isThere = mark(phrasesOf(point));
    if (isThere && !this.beside.isWide) this.show(false);
    if (isThere) into.replaceChildren();
    else if (this.points && point.at_page) showSource(into, this.points.page, point.at_page.line);
  }

  focused() { return /** @type {HTMLElement | null} */ (this.root.activeElement)?.dataset.key ?? ''; }

  keep() {
    if (this.kept) return; // it isn't back in its place yet
    /** @type {Kept} */
    const kept = {
      open: this.beside.open, top: this.list.scrollTop, focus: this.focused(), said: this.said.textContent ?? '', phrase: this.phrase.words,
      forms: [...[...this.rows].flatMap(([id, { form }]) => (form ? [/** @type {const} */ ([id, form])] : [])), ...[...this.adding].map(([kind, form]) => /** @type {const} */ ([`new:${kind}`, form]))]
        .map(([id, form]) => [id, form.values(), form.was]),
    };
    sessionStorage.setItem(this.key, JSON.stringify(kept));
  }

  /** @param {Kept} kept */
  putBack({ top, focus, said, phrase, forms }) {
    this.kept = undefined;
    for (const [id, values, was] of forms) {
      const row = this.rows.get(id);
      row?.reopen(values, was);
      if (row || !id.startsWith('new:')) continue;
      /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-key="${CSS.escape(id)}"]`))?.click();
      this.adding.get(id.slice('new:'.length))?.fill(values);
    }
    this.phrase.words = phrase;
    this.said.textContent = said;
    this.list.scrollTop = top;
    if (focus) requestAnimationFrame(() => this.focus(focus));
  }
}
