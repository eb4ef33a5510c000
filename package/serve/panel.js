// The panel: what is to be confirmed of a posting, section by section, and what is added from the page. It asks the server for
// every step and shows what comes back. Runs in the page.
import { PhraseForm } from './add.js';
import { button, make, put } from './elements.js';
import { showSource } from './findings.js';
import { mark } from './phrase.js';
import { kinds } from './point.js';
import { Sections } from './sections.js';

/** @typedef {import('./point.js').Point} Point */
/** @typedef {import('./form.js').Values} Values */
/** What could be added: the step that adds it. @typedef {{ do: 'add', kind: string, label: string, at_page: Point['at_page'], position?: string, quote?: string, set?: object }} Missing */
/** @typedef {{ file: string, page: string, lang: string, points: Point[], clauses: import('./rule.js').Clause[], positions: import('./rule.js').Position[], doubts: string[], missing: Missing[], undo: number }} Points */
/** What of the panel comes over a reload. @typedef {{ top: number, focus: string, said: string, phrase: string, forms: [string, Values, Values][] }} Kept */

const stopped = 'The preview has been stopped. Start aushang serve again.';

/** Ends it, if it doesn't end by itself. @param {string} words */
const sentence = (words) => (/[.?!。？]$/.test(words) ? words : `${words}.`);

/** Where a point's words stand on the page. @param {Parameters<import('./row.js').Acts['show']>[0]} point */
const phrasesOf = ({ quote, phrases, value }) => [...new Set([...phrases?.map((phrase) => phrase.quote) ?? [], quote, value])]
  .filter((one) => typeof one === 'string' && one !== '').map((one) => /** @type {string} */ (one));

export class Panel {
  /** @param {ShadowRoot} root @param {string} folder @param {NonNullable<typeof import('./beside.js').beside>} beside */
  constructor(root, folder, beside) {
    this.root = root;
    this.folder = folder;
    this.beside = beside;
    this.key = `aushang-points ${folder}`;
    /** @type {Points | undefined} */
    this.points = undefined;
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
    this.sections = new Sections({
      step: (...all) => this.act(...all), try: (...all) => this.try(...all), show: (...all) => this.mark(...all), say: (words) => { this.said.textContent = words; }, focus: (key) => this.focus(key),
    });
    this.list = this.sections.element;
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
    // Who is writing a point's phrase may mark it on the page.
    this.element.addEventListener('focusin', ({ target }) => { this.phrase.sink = target instanceof HTMLInputElement && target.dataset.key === 'quote' ? target : null; });
    addEventListener('pagehide', () => this.keep());
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
   * @param {object} step @param {import('./row.js').Row | null} row whose point it is of @param {string} words what then has been done
   * @returns {Promise<string>} what speaks against it, or nothing
   */
  act(step, row, words) {
    this.said.textContent = ''; // the same words are said again
    const turn = this.last.then(async () => {
      const before = new Set(this.sections.rows.keys()), kept = 'points' in step ? /** @type {string[]} */ (step.points) : undefined, isDropped = 'do' in step && step.do === 'drop';
      const next = row && !isDropped && this.sections.after(row, 'do' in step && row.point.open, kept), near = row && isDropped ? this.sections.near(row) : [];
      const message = await this.ask(step);
      if (message) {
        await this.ask(); // what stands there instead
        return message;
      }
      if (!kept) row?.done(); // what is being changed in one of several stays
      const left = this.points?.points.filter(({ open }) => open).length ?? 0, more = this.points?.missing.length ?? 0;
      const neighbour = near.find(({ point }) => this.sections.rows.has(point.id))?.point;
      const what = [...this.sections.rows.values()].find(({ point }) => !before.has(point.id));
      this.said.textContent = `${words}${what && 'kind' in step ? ` ${sentence(what.name.startsWith(kinds[what.point.kind]) ? what.name : `${kinds[what.point.kind]}: ${what.name}`)}` : ''} ${left ? `${left} left.` : `Everything is confirmed.${more > 0 ? ` What else the page says stands at the end of the list: ${more}.` : ''}${this.points?.points.some(({ kind }) => kind === 'question') ? '' : ' There is no question yet: mark what the page asks for, and add it as one.'} To build the site, in another terminal: npx aushang build ${/^[\w./~:\\-]+$/.test(this.folder) ? this.folder : `"${this.folder}"`} -o dist`}`;
      this.focus(what ? `${what.point.id} change` : neighbour ? `${neighbour.id} ${neighbour.open ? 'keep' : 'change'}` : next || (this.undo.disabled ? 'title' : 'undo'));
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

  /** @param {string} key */
  focus(key) {
    const find = (/** @type {string} */ one) => /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-key="${CSS.escape(one)}"]`));
    const wanted = find(key) ?? this.title;
    wanted.focus({ preventScroll: true });
    wanted.closest('li')?.scrollIntoView({ block: 'nearest' });
    wanted.closest('.sections header')?.scrollIntoView({ block: 'start' });
  }

  /** @param {string} message why there are no points */
  fail(message) {
    this.count.textContent = 'check.json can\'t be read as it is';
    this.opener.textContent = 'Confirm the draft';
    this.lost = this.focused();
    this.sections.fail(message.split('\n'));
    this.points = undefined;
  }

  /** @param {Points} points */
  draw(points) {
    const focused = this.focused() || this.lost;
    this.points = points;
    this.lost = '';
    const open = points.points.filter((point) => point.open).length, all = points.points.length;
    this.count.textContent = open ? `${open} of ${all} to confirm` : `${all} points, all confirmed`;
    this.opener.textContent = open ? `Confirm the draft: ${open} left` : 'The draft: all confirmed';
    this.progress.max = all || 1;
    this.progress.value = all - open;
    this.undo.disabled = points.undo === 0;
    this.phrase.follow(points.lang);
    this.sections.draw(points);
    if (this.kept) this.putBack(this.kept);
    else if (focused && this.focused() !== focused) this.focus(focused);
  }

  /** Shows where words stand on the page, or else a line of its source, until it's asked once more. @type {import('./row.js').Acts['show']} */
  mark(point, line, into) {
    const isThere = mark(phrasesOf(point)), isShown = into.firstChild !== null;
    if (isThere && !this.beside.isWide) this.show(false);
    into.replaceChildren();
    if (!isThere && !isShown && this.points) showSource(into, this.points.page, line);
  }

  focused() { return /** @type {HTMLElement | null} */ (this.root.activeElement)?.dataset.key ?? ''; }

  keep() {
    if (this.kept) return; // it isn't back in its place yet
    /** @type {Kept} */
    const kept = {
      top: this.list.scrollTop || this.root.host.scrollTop, focus: this.focused() || this.lost, said: this.said.textContent ?? '', phrase: this.phrase.words,
      forms: [...[...this.sections.rows].flatMap(([id, { form }]) => (form ? [/** @type {const} */ ([id, form])] : [])), ...[...this.sections.adding].map(([kind, form]) => /** @type {const} */ ([`new:${kind}`, form]))]
        .map(([id, form]) => [id, form.values(), form.was]),
    };
    sessionStorage.setItem(this.key, JSON.stringify(kept));
  }

  /** @param {Kept} kept */
  putBack({ top, focus, said, phrase, forms }) {
    this.kept = undefined;
    for (const [id, values, was] of forms) {
      const row = this.sections.rows.get(id);
      row?.reopen(values, was);
      if (id.startsWith('new:')) this.sections.openers.get(id.slice('new:'.length))?.().fill(values);
    }
    this.phrase.words = phrase;
    this.said.textContent = said;
    this.list.scrollTop = top;
    this.root.host.scrollTop = top; // which of them scrolls hangs on the window
    if (focus) requestAnimationFrame(() => this.focus(focus));
  }
}
