// The page's look as numbers, read off the style sheet in force by way of a few hidden elements: so there is one
// place where sizes and colours are written, and an institute's own style sheet counts as well.

import { readFormLook } from './form_look.js';
import { sample } from './glyphs.js';

/** @typedef {import('./glyphs.js').Face} Face */

/** @param {string} name @param {...(Node | string)} children */
function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

const px = (/** @type {string} */ value) => parseFloat(value) || 0;
const styleOf = (/** @type {Element} */ node) => getComputedStyle(node);

/** Elements whose styles are asked. @param {HTMLElement} sheet */
function buildProbe(sheet) {
  const headings = [1, 2, 3, 4, 5, 6].map((level) => element(`h${level}`, 'x'));
  const afterHeading = element('p', 'x'), second = element('p', 'x');
  const nested = element('ul', element('li', 'x')), itemSecond = element('p', 'x');
  const item = element('li', element('p', 'x'), itemSecond, nested), nextItem = element('li', 'x');
  const list = element('ul', item, nextItem);
  const quote = element('blockquote', element('p', 'x')), code = element('code', 'x'), pre = element('pre', code), rule = element('hr');
  const head = element('th', 'x'), cell = element('td', 'x');
  const table = element('table', element('thead', element('tr', head)), element('tbody', element('tr', cell)));
  const probe = element('div', element('p', 'x'), ...headings.flatMap((heading, i) => (i === 1 ? [heading, afterHeading] : [heading, element('p', 'x')])), second, list, quote, pre, rule, table);
  // The title's look is its own element's.
  probe.className = 'posting au-probe';
  probe.setAttribute('aria-hidden', 'true');
  sheet.append(probe);
  return { probe, headings, afterHeading, second, list, item, nextItem, nested, itemSecond, quote, pre, code, rule, head, cell };
}

/** Where the base line is below the upper edge of an element's first line. @param {HTMLElement} node */
function baselineOf(node) {
  const mark = element('span');
  mark.className = 'au-baseline';
  node.prepend(mark);
  const style = styleOf(node);
  const baseline = mark.getBoundingClientRect().bottom - node.getBoundingClientRect().top - px(style.paddingTop) - px(style.borderTopWidth);
  mark.remove();
  return baseline;
}

/** @param {HTMLElement} node @param {number} emphasis 1 strong, 2 em, 4 code @returns {HTMLElement} */
function emphasised(node, emphasis) {
  let inner = node;
  for (const [bit, name] of /** @type {[number, string][]} */ ([[1, 'strong'], [2, 'em'], [4, 'code']])) {
    if (emphasis & bit) inner = inner.appendChild(element(name));
  }
  return inner;
}

/** @param {HTMLElement[]} nodes one of each font @returns {Face[]} */
function facesOf(nodes) {
  const lines = nodes.map((node) => node.appendChild(element('span', sample)));
  for (const line of lines) line.className = 'au-sample-line';
  return lines.map((line) => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = styleOf(line);
    return { style: `${fontStyle} ${fontWeight}`, size: parseFloat(fontSize), family: fontFamily, width: line.getBoundingClientRect().width };
  });
}

/** Where it lies by itself; what the core has placed has none. @param {Element} node */
function marginBelow(node) {
  const placed = node.classList.contains('au-placed');
  node.classList.remove('au-placed');
  const margin = px(styleOf(node).marginBottom);
  node.classList.toggle('au-placed', placed);
  return margin;
}

/** @param {HTMLElement} probe @param {string} name of a custom property @returns {number[]} r, g, b, a */
function colourOf(probe, name) {
  probe.style.color = `var(--${name})`;
  const [r = 0, g = 0, b = 0, a = 1] = (styleOf(probe).color.match(/[\d.]+/g) ?? []).map(Number);
  probe.style.color = '';
  return [r, g, b, Math.round(a * 255)];
}

/**
 * Lengths as the browser lays them out: in 64ths of a pixel, or 60ths. What is cut off would add up on a long page.
 * @param {HTMLElement} probe @param {'height' | 'lineHeight'} what @param {number[]} lengths
 */
function asLaidOut(probe, what, lengths) {
  const bars = lengths.map((length) => {
    const bar = element('div', what === 'lineHeight' ? 'x' : '');
    bar.style[what] = `${length}px`;
    return bar;
  });
  probe.append(...bars);
  const heights = bars.map((bar) => bar.getBoundingClientRect().height);
  for (const bar of bars) bar.remove();
  return heights;
}

/**
 * @param {HTMLElement} sheet @param {HTMLElement} panel @param {import('./core.js').Description} description @param {number} density
 * @returns {{ numbers: number[], faces: Face[], dark: boolean, motion: number }} motion: how long a change is seen, ms
 */
export function readLook(sheet, panel, description, density) {
  const parts = buildProbe(sheet);
  const { probe, headings, pre, code, head, cell, second } = parts;
  const title = /** @type {HTMLElement | null} */ (sheet.querySelector(':scope > h1'));
  const facts = sheet.querySelector(':scope > .facts');
  /** By their CSS font, in order. @type {Map<string, HTMLElement>} */
  const found = new Map();
  const faceOf = (/** @type {HTMLElement} */ node) => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = styleOf(node);
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    if (!found.has(font)) found.set(font, node);
    return [...found.keys()].indexOf(font);
  };
  /** @type {Record<string, HTMLElement>} */
  const contexts = { h1: title ?? headings[0], h2: headings[1], h3: headings[2], h4: headings[3], h5: headings[4], h6: headings[5], body: second, pre: code, th: head, td: cell };

  // Reading before writing: base lines first, as each costs the browser a layout.
  const lineHeights = asLaidOut(probe, 'lineHeight', description.contexts.map((name) => px(styleOf(name === 'h1' ? headings[0] : contexts[name]).lineHeight)));
  const styles = description.contexts.flatMap((name, i) => {
    const node = name === 'h1' ? headings[0] : contexts[name];
    const box = name === 'pre' ? pre : node;
    const baseline = baselineOf(box);
    const fonts = Array.from({ length: description.emphases }, (_, emphasis) => faceOf(emphasised(node, emphasis)));
    return [lineHeights[i], baseline, ...fonts];
  });

  const form = readFormLook(panel, description, faceOf);
  const faces = facesOf([...found.values()]);

  const of = styleOf;
  /** @type {Record<string, number>} */
  const spacing = {
    title_to_next: title ? marginBelow(title) : 0,
    island_to_next: facts ? marginBelow(facts) : 0,
    block_gap: px(of(parts.list).marginTop),
    after_heading: px(of(parts.afterHeading).marginTop),
    rule_gap: px(of(parts.rule).marginTop),
    rule_thickness: px(of(parts.rule).borderTopWidth),
    list_indent: px(of(parts.list).paddingLeft),
    item_padding: px(of(parts.item).paddingLeft),
    item_gap: px(of(parts.nextItem).marginTop),
    item_block_gap: px(of(parts.itemSecond).marginTop),
    quote_border: px(of(parts.quote).borderLeftWidth),
    quote_padding: px(of(parts.quote).paddingLeft),
    code_border: px(of(pre).borderTopWidth),
    code_padding_x: px(of(pre).paddingLeft),
    code_padding_y: px(of(pre).paddingTop),
    code_radius: px(of(pre).borderTopLeftRadius),
    cell_padding_right: px(of(cell).paddingRight),
    cell_padding_y: px(of(cell).paddingTop),
    cell_border: px(of(cell).borderBottomWidth),
  };
  const gaps = asLaidOut(probe, 'height', description.spacing.map((name) => spacing[name]));
  const before = asLaidOut(probe, 'height', headings.map((heading) => px(of(heading).marginTop)));
  const inks = description.inks.flatMap((name) => colourOf(probe, name));
  const motion = parseFloat(of(probe).getPropertyValue('--motion')) || 0;
  probe.remove();
  form.probe.remove();
  return {
    numbers: [description.version, density, faces.length, ...gaps, ...before, ...styles, ...inks, ...form.numbers],
    faces,
    dark: inks[0] + inks[1] + inks[2] > 384,
    motion,
  };
}
