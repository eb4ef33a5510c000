// Lines of the layer: each an inline span that doesn't wrap, joined by the space that was there. Where there is none, a
// class lets the style sheet end the line, as .wb does in the page that was sent; <wbr> would be a space in the names of
// links and headings. So the browser breaks where the core does, whatever it thinks of "NeurIPS/ICLR", while copying,
// finding and screen readers still see one flowing text.

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
  /** @type {HTMLElement[]} */
  const lines = [];
  let offset = 0, next = 0;
  for (const text of ownTexts(element)) {
    let rest = text;
    if (starts[next] === offset && offset > 0) { // a line begins where this node does
      if (!isSpaced(rest)) endLine(lines);
      ++next;
    }
    while (next < starts.length && starts[next] < offset + rest.data.length) {
      const after = rest.splitText(starts[next] - offset);
      offset = starts[next++];
      wrap(rest, true, lines);
      rest = after;
    }
    offset += rest.data.length;
    wrap(rest, next < starts.length && starts[next] === offset, lines);
  }
  made.set(element, lines);
}

/**
 * Spaces at the end of a line stay outside, so that the line can end there. Alone they have an element of their own, whose
 * spaces hang: of those that collapse beside an element Chromium tells screen readers nothing.
 * @param {Text} text @param {boolean} ends @param {HTMLElement[]} lines
 */
function wrap(text, ends, lines) {
  const seen = ends ? text.data.replace(/[ \n\t\r]+$/, '').length : text.data.length;
  const hasSpaces = seen < text.data.length;
  if (seen === 0 && text.data !== ' ') return; // as after <br>
  if (hasSpaces && seen > 0) text.splitText(seen);
  const span = document.createElement('span');
  span.className = seen > 0 ? 'au-line' : 'au-space';
  text.replaceWith(span);
  span.append(text);
  lines.push(span);
  if (ends && !hasSpaces) endLine(lines);
}

/** @param {HTMLElement[]} lines so far */
function endLine(lines) { lines[lines.length - 1]?.classList.add('au-end'); }

/** Whether a line may end before it as it is. @param {Text} text */
function isSpaced(text) {
  const before = text.previousSibling;
  return (before instanceof Element && before.className === 'wb') || (before instanceof Text && /\s$/.test(before.data));
}
