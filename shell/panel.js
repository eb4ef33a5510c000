// The panel beside the posting: self-check, checklist and draft, as the core lists them (src/layout/form.h). The
// prerendered elements are kept and changed where they differ; so are focus, selection and what screen readers hold.
import { Dock } from './dock.js';
import { setLines } from './lines.js';
import { Voice } from './voice.js';

/**
 * @typedef {Partial<Record<'text' | 'value' | 'language' | 'direction' | 'label' | 'labelled_by' | 'described_by' | 'name', string>> & Partial<Record<'input' | 'tone' | 'checked' | 'invalid' | 'live' | 'widget', number>> & {id: string, end: number}} FormNode as platform/panel_text.h writes it
 * @typedef {{id: string, tone?: number, href?: string, described_by?: string}} PhraseState
 * @typedef {{nodes: FormNode[], phrases: PhraseState[], mail?: string, outcome?: string, tone?: number, left?: string}} PanelState
 */

/** @param {Element} element @param {string} name @param {string | undefined} value */
function attribute(element, name, value) {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export class Panel {
  /** @param {HTMLElement} root @param {import('./core.js').Description} description */
  constructor(root, description) {
    this.root = root;
    this.description = description;
    this.voice = new Voice(root);
    /** Another one in a frame. @param {number} top */
    this.scroll = (top) => scrollBy({ top, behavior: 'instant' });
    /** @type {{element: HTMLElement, top: number} | null} */
    this.held = null;
    /** In the core's order. @type {HTMLElement[]} */
    this.elements = [];
    /** @type {FormNode[]} */
    this.nodes = [];
    /** @type {Map<HTMLElement, string>} */
    this.starts = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.known = new Map();
    this.dock = new Dock();
    for (const element of root.querySelectorAll('[id]')) this.known.set(element.id, /** @type {HTMLElement} */ (element));
  }

  /** @param {FormNode[]} nodes */
  update(nodes) {
    const wanted = new Set(nodes.map((node) => node.id));
    const focused = document.activeElement, place = focused?.closest('fieldset');
    for (const [id, element] of this.known) {
      if (wanted.has(id) || id.endsWith('-input')) continue;
      element.remove();
      this.known.delete(id);
    }
    /** Containers that are open, and where their next child belongs. @type {{element: Element, end: number, next: ChildNode | null}[]} */
    const open = [{ element: this.root, end: Infinity, next: this.root.firstChild }];
    this.elements = nodes.map((node, i) => {
      while (open[open.length - 1].end <= i) open.pop();
      const parent = open[open.length - 1];
      const element = this.known.get(node.id) ?? this.make(node);
      while (parent.next && parent.next.nodeType !== Node.ELEMENT_NODE) parent.next = parent.next.nextSibling;
      if (parent.next === element) parent.next = element.nextSibling;
      else parent.element.insertBefore(element, parent.next);
      this.fill(element, node);
      if (this.isContainer(node)) open.push({ element, end: node.end, next: element.firstChild });
      return element;
    });
    this.nodes = nodes;
    // Who opened a question goes on in it.
    if (focused && place?.isConnected && !focused.isConnected) /** @type {HTMLElement | null} */ (place.querySelector('input, button'))?.focus();
  }

  /** What was just touched stays where it is, whatever changes its height above it. @param {HTMLElement} element */
  hold(element) { this.held = { element, top: element.getBoundingClientRect().top + scrollY }; }

  release() {
    const { held } = this;
    this.held = null;
    if (!held?.element.isConnected) return;
    const moved = held.element.getBoundingClientRect().top + scrollY - held.top; // on the page: somebody may have scrolled since
    if (moved !== 0) this.scroll(moved);
  }

  /** What a link or button holds. @param {string} id */
  valueOf(id) { return this.nodes.find((node) => node.id === id)?.value ?? ''; }

  /** Screen readers tell the new name of what was pressed. @param {string} id */
  say(id) { this.voice.say(() => this.known.get(id)?.textContent ?? ''); }

  isOpen(/** @type {string} a disclosure */ id) { return this.nodes.find((node) => node.id === id)?.checked === 1; }

  /** @param {PanelState} state */
  show(state) {
    this.update(state.nodes);
    this.voice.follow(this.known.get('au-status'));
    this.dock.show(state);
  }

  /** @param {FormNode} node */
  isContainer(node) { return this.description.containers[node.widget ?? 0] === 1; }

  /** What the document draws itself. @param {HTMLElement} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
  static isField(element) { return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement; }

  /** @param {FormNode} node */
  make(node) {
    const element = document.createElement(this.description.widgets[node.widget ?? 0][0]);
    element.id = node.id;
    this.known.set(node.id, element);
    if (element.localName === 'label' && node.input) {
      const input = document.createElement('input');
      input.type = this.description.input_types[node.input ?? 0];
      input.id = `${node.id}-input`;
      element.append(input, document.createElement('span'));
    } else if (element instanceof HTMLInputElement) {
      element.type = this.description.input_types[node.input ?? 0];
      attribute(element, 'inputmode', this.description.input_modes[node.input ?? 0]);
    } else if (element instanceof HTMLButtonElement) {
      element.type = 'button';
    } else if (element instanceof HTMLProgressElement) {
      element.max = 1;
    }
    return element;
  }

  /** @param {HTMLElement} element @param {FormNode} node */
  fill(element, node) {
    const { widgets, tones } = this.description;
    const kept = [...element.classList].filter((name) => name.startsWith('au-'));
    const classes = [widgets[node.widget ?? 0][1], ...(node.tone ? [tones[node.tone]] : []), ...(node.live ? ['f-live'] : []), ...kept].join(' ');
    if (element.className !== classes) element.className = classes;
    const role = widgets[node.widget ?? 0][2];
    attribute(element, 'role', role);
    attribute(element, 'aria-live', role === 'status' ? 'off' : ''); // its voice tells it
    attribute(element, 'aria-label', node.label);
    attribute(element, 'aria-labelledby', node.labelled_by);
    const [input, span] = element.localName === 'label' && node.input ? /** @type {[HTMLInputElement, HTMLElement]} */ ([...element.children]) : [null, element];
    attribute(input ?? element, 'aria-describedby', node.described_by);
    attribute(span, 'lang', node.language);
    attribute(span, 'dir', node.direction);
    if (input) {
      attribute(input, 'name', node.name);
      input.checked = node.checked === 1;
    }
    if (Panel.isField(element)) {
      attribute(element, 'autocomplete', node.name);
      attribute(element, 'aria-invalid', node.invalid ? 'true' : '');
      if (element.value !== (node.value ?? '') && document.activeElement !== element) element.value = node.value ?? '';
      return;
    }
    if (element instanceof HTMLAnchorElement) attribute(element, 'href', node.value);
    if (element instanceof HTMLLabelElement && !input) element.htmlFor = node.value ?? '';
    if (element instanceof HTMLProgressElement) element.value = Number(node.value);
    if (element instanceof HTMLDetailsElement) element.open = node.checked === 1;
    if (this.isContainer(node) || span.textContent === (node.text ?? '')) return;
    span.textContent = node.text ?? '';
    this.starts.delete(element);
  }

  /** Where everything lies. @param {Int32Array} words see platform/layer_buffer.h @returns {boolean} whether it is about what is shown */
  place(words) {
    const { form_header: header, form_node: fields, units_per_px: units, version } = this.description;
    const count = words[header.indexOf('node_count')];
    if (words[header.indexOf('version')] !== version || count !== this.elements.length) return false;
    const at = Object.fromEntries(fields.map((name, i) => [name, i]));
    let start = header.length + count * fields.length;
    this.elements.forEach((element, i) => {
      const value = (/** @type {string} */ name) => words[header.length + i * fields.length + at[name]];
      for (const name of ['left', 'top', 'width', 'height', 'padding_top']) element.style.setProperty(`--au-${name}`, `${value(name) / units}px`);
      element.classList.add('au-placed');
      const starts = words.subarray(start, start += value('start_count'));
      const key = starts.join();
      if (this.isContainer(this.nodes[i]) || Panel.isField(element) || this.starts.get(element) === key) return; // a field breaks its lines itself
      // What screen readers tell when it changes is touched only if it does; its plain sentences wrap as the core's do.
      if (element.parentElement?.getAttribute('role') === 'status') return;
      this.starts.set(element, key);
      element.classList.toggle('au-one', starts.length === 0);
      setLines(element.localName === 'label' && this.nodes[i].input ? /** @type {Element} */ (element.lastElementChild) : element, starts);
    });
    this.root.style.setProperty('--au-panel-height', `${words[header.indexOf('height')] / units}px`);
    return true;
  }

  /**
   * What lies within the band is shown by the tile: leaves, but no field. A container isn't marked, as what hides its ink
   * would be inherited by the fields in it.
   * @param {number} top on the sheet, CSS px @param {number} bottom @param {number} origin of the panel
   */
  setInked(top, bottom, origin) {
    let [y, open] = [origin, /** @type {{end: number, y: number}[]} */ ([])];
    this.elements.forEach((element, i) => {
      while (open.length > 0 && open[open.length - 1].end <= i) y = /** @type {{y: number}} */ (open.pop()).y;
      const own = y + parseFloat(element.style.getPropertyValue('--au-top')), height = parseFloat(element.style.getPropertyValue('--au-height'));
      const isContainer = this.isContainer(this.nodes[i]);
      element.classList.toggle('au-inked', !isContainer && !Panel.isField(element) && own >= top && own + height <= bottom);
      if (!isContainer) return;
      open.push({ end: this.nodes[i].end, y });
      y = own;
    });
  }
}
