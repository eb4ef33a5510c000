// The layer: the prerendered elements themselves, with the core's lines, in the document's flow; the parts that the page
// has them in (src/html/fragment.h) are placed where the core says. So a browser has dozens of placed elements to see to
// while it scrolls, not thousands. Nothing is replaced, so reading place, focus and what is open for screen readers
// survive; the selection is put back where texts had to be split.
import { ownTexts, setLines } from './lines.js';

/**
 * @typedef {object} Shown
 * @property {HTMLElement} element
 * @property {boolean} drawn whether the tile can show it
 * @property {number} top on the sheet, CSS px
 * @property {number} bottom
 * @property {string} starts
 * @property {boolean} inked whether the tile shows it now
 */

export class Layer {
  /** @param {HTMLElement} sheet @param {import('./core.js').Description} description */
  constructor(sheet, description) {
    this.sheet = sheet;
    this.description = description;
    /** @type {Shown[]} */
    this.nodes = [];
    /** In the core's order. @type {HTMLElement[]} */
    this.elements = [];
    /** What is placed, by the element that says where: title and facts themselves, parts by their first. @type {Map<HTMLElement, HTMLElement>} */
    this.placedBy = new Map();
    this.adopt();
  }

  /** Takes the elements that are there now. */
  adopt() {
    const { sheet, description } = this;
    this.nodes = [];
    const wanted = description.tags.filter((tag) => tag !== 'island' && tag !== 'h1').join(',');
    this.elements = [...sheet.querySelectorAll(':scope > h1, :scope > .facts'), ...sheet.querySelectorAll(`.posting :is(${wanted})`)].map((element) => /** @type {HTMLElement} */ (element));
    for (const element of this.observed()) element.classList.add('au-island');
    this.placedBy = new Map();
    const placed = new Set();
    for (const element of this.elements) {
      const part = /** @type {HTMLElement} */ (element.closest('.part') ?? element);
      if (!placed.has(part)) this.placedBy.set(element, part);
      placed.add(part);
    }
  }

  /** Whether the document draws an element itself, as high as it likes: the facts, and paragraphs with pictures. @param {HTMLElement} element */
  static isIsland(element) { return element.classList.contains('facts') || (element.tagName === 'P' && element.querySelector('img') !== null); }

  /** What may change its height by itself. @returns {HTMLElement[]} */
  observed() { return this.elements.filter(Layer.isIsland); }

  /** @returns {number | null} */
  factsHeight() { return this.elements.find((element) => element.classList.contains('facts'))?.getBoundingClientRect().height ?? null; }

  /** Heights of the paragraphs with pictures, in their order. @returns {number[]} */
  islands() { return this.observed().filter((element) => element.tagName === 'P').map((element) => element.getBoundingClientRect().height); }

  /** @param {Int32Array} words see platform/layer_buffer.h @returns {boolean} whether core and document show the same page */
  show(words) {
    const { header, node: fields, tags, units_per_px: units, version } = this.description;
    const count = words[header.indexOf('node_count')];
    if (words[header.indexOf('version')] !== version || count !== this.elements.length) return false;
    const at = Object.fromEntries(fields.map((name, i) => [name, i]));
    const record = (/** @type {number} */ i) => header.length + i * fields.length;
    for (let i = 0; i < count; ++i) {
      const tag = tags[words[record(i) + at.tag]];
      if (tag !== 'island' && tag !== this.elements[i].localName) return false;
    }
    const selection = rememberSelection(this.sheet);
    let start = record(count);
    this.elements.forEach((element, i) => {
      const value = (/** @type {string} */ name) => words[record(i) + at[name]] / units;
      const startCount = words[record(i) + at.start_count];
      const starts = words.subarray(start, start += startCount);
      const node = this.nodes[i] ??= { element, drawn: words[record(i) + at.drawn] === 1, top: 0, bottom: 0, starts: 'none', inked: false };
      node.top = value('y');
      node.bottom = node.top + value('height');
      const placed = this.placedBy.get(element);
      if (placed) {
        placed.classList.add('au-placed');
        placed.style.top = `${node.top}px`;
      }
      if (!node.drawn || node.starts === starts.join()) return;
      node.starts = starts.join();
      element.classList.toggle('au-one', startCount === 0);
      setLines(element, starts);
    });
    this.sheet.style.setProperty('--au-height', `${words[header.indexOf('height')] / units}px`);
    selection?.();
    return true;
  }

  /**
   * What lies within the band is shown by the tile, so its own text is hidden; the rest stays to be seen. An empty
   * band: all of it.
   * @param {number} top @param {number} bottom
   */
  setInked(top, bottom) {
    for (const node of this.nodes) {
      const inked = node.drawn && node.top >= top && node.bottom <= bottom;
      if (inked === node.inked) continue;
      node.inked = inked;
      node.element.classList.toggle('au-inked', inked);
    }
  }
}

/** A function that selects again what is selected in the sheet now, after its texts were split anew. @param {HTMLElement} sheet */
function rememberSelection(sheet) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return null;
  const anchor = position(sheet, selection.anchorNode, selection.anchorOffset);
  const focus = position(sheet, selection.focusNode, selection.focusOffset);
  if (!anchor || !focus) return null;
  return () => selection.setBaseAndExtent(...anchor(), ...focus());
}

/**
 * @param {HTMLElement} sheet @param {Node} node @param {number} offset
 * @returns {(() => [Node, number]) | null} where that is, whatever became of the text nodes
 */
function position(sheet, node, offset) {
  if (!sheet.contains(node)) return () => [node, offset];
  const isText = node.nodeType === Node.TEXT_NODE;
  const block = /** @type {Element} */ (isText ? node.parentElement : node).closest('h1, h2, h3, h4, h5, h6, p, li, td, th, pre');
  if (!block) return isText ? null : () => [node, offset];
  const point = document.createRange();
  point.setStart(node, offset);
  let wanted = isText ? offset : 0;
  for (const text of ownTexts(block)) {
    if (text === node || point.comparePoint(text, 0) > 0) break;
    wanted += text.data.length;
  }
  return () => {
    let passed = 0;
    for (const text of ownTexts(block)) {
      if (passed + text.data.length >= wanted) return [text, wanted - passed];
      passed += text.data.length;
    }
    return [block, block.childNodes.length];
  };
}
