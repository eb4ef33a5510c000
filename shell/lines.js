// Lines of the layer: each an inline span that doesn't wrap, joined by the space that was there, or by <wbr>. So
// the browser breaks where the core does, whatever it thinks of "NeurIPS/ICLR", while copying and finding still see
// one flowing text.

const blocks = new Set(['P', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'TABLE', 'HR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** The text nodes of an element that don't belong to a block inside it. @param {Element} element */
export function ownTexts(element) {
  /** @type {Text[]} */
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return blocks.has(/** @type {Element} */ (node).tagName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found;
}

/** What was put into an element, to be taken out again. @type {WeakMap<Element, Element[]>} */
const made = new WeakMap();

/** @param {Element} element */
function unwrap(element) {
  for (const node of made.get(element) ?? []) {
    const parent = node.parentNode;
    node.replaceWith(...node.childNodes);
    parent?.normalize();
  }
  made.delete(element);
}

/** @param {Element} element @param {ArrayLike<number>} starts offsets at which lines after the first begin, in UTF-16 units of its own text */
export function setLines(element, starts) {
  unwrap(element);
  if (starts.length === 0) return;
  /** @type {Element[]} */
  const nodes = [];
  let offset = 0, next = 0;
  for (const text of ownTexts(element)) {
    let rest = text;
    if (starts[next] === offset && offset > 0) { // a line begins where this node does
      breakBefore(rest, nodes);
      ++next;
    }
    while (next < starts.length && starts[next] < offset + rest.data.length) {
      const after = rest.splitText(starts[next] - offset);
      offset = starts[next++];
      wrap(rest, true, nodes);
      rest = after;
    }
    offset += rest.data.length;
    wrap(rest, next < starts.length && starts[next] === offset, nodes);
  }
  made.set(element, nodes);
}

/** Spaces at the end of a line stay outside, so that the line can end there. @param {Text} text @param {boolean} ends @param {Element[]} nodes */
function wrap(text, ends, nodes) {
  const seen = ends ? text.data.replace(/[ \n\t\r]+$/, '').length : text.data.length;
  if (seen < text.data.length) text.splitText(seen);
  else if (ends) text.after(remember(document.createElement('wbr'), nodes));
  if (seen === 0) return;
  const span = remember(document.createElement('span'), nodes);
  span.className = 'au-line';
  text.replaceWith(span);
  span.append(text);
}

/** @param {Text} text @param {Element[]} nodes */
function breakBefore(text, nodes) {
  const before = text.previousSibling;
  const spaced = before?.nodeType === Node.TEXT_NODE && /\s$/.test(/** @type {Text} */ (before).data);
  if (!spaced && before?.nodeName !== 'WBR') text.before(remember(document.createElement('wbr'), nodes));
}

/** @param {HTMLElement} node @param {Element[]} nodes */
function remember(node, nodes) {
  nodes.push(node);
  return node;
}
