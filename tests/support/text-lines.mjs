// The lines of a page's text as the browser draws them. `textLines` runs in the page:
//
//   const blocks = await page.evaluate(textLines, { root: 'main' });
//
// It looks at where each character is, so it does not matter whether lines come from wrapping, <br>, <wbr>,
// white-space: pre-wrap or elements placed one by one; nested inline elements are part of their line.

/**
 * @typedef {object} Line
 * @property {string} text  white space as in the document; fold it before comparing
 * @property {number} left  the box of the line's characters without white space, in CSS px from the document's top left corner
 * @property {number} top
 * @property {number} width
 * @property {number} height
 *
 * @typedef {object} TextBlock an element whose text flows together: not inline, with text of its own
 * @property {string} tag in lower case
 * @property {string} id  its own, or the nearest around it
 * @property {Line[]} lines from the top
 */

/**
 * All blocks with visible text, in document order. Text that is not rendered, or has visibility: hidden, is not there;
 * text that is transparent is.
 * @param {{root?: string, ignore?: string}} [options] selectors: where to look (body), and what to leave out
 * @returns {TextBlock[]}
 */
export function textLines({ root = 'body', ignore } = {}) {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const range = document.createRange();
  /** @type {Map<Element, {text: string, box: {left: number, top: number, right: number, bottom: number}}[]>} */
  const found = new Map();

  const top = document.querySelector(root);
  if (!top) throw new Error(`there is no element ${root}`);
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent?.closest('details:not([open]) > :not(summary)')) continue; // some browsers lay out what is closed
    if (!parent || (ignore && parent.closest(ignore)) || getComputedStyle(parent).visibility !== 'visible') continue;
    // What is not rendered has no rectangles.
    range.selectNodeContents(node);
    if (range.getClientRects().length > 0) addText(/** @type {Text} */ (node), blockOf(parent));
  }
  return [...found].filter(([, lines]) => lines.length > 0).map(([block, lines]) => ({
    tag: block.localName,
    id: block.closest('[id]')?.id ?? '',
    lines: lines.map(({ text, box }) => ({ text, left: box.left + scrollX, top: box.top + scrollY, width: box.right - box.left, height: box.bottom - box.top })),
  }));

  /** @param {Element} element */
  function blockOf(element) {
    while (element.parentElement && /^(inline|contents|ruby.*)$/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  }

  /** @param {Text} node @param {Element} block */
  function addText(node, block) {
    const lines = found.get(block) ?? [];
    found.set(block, lines);
    for (const { segment, index } of segmenter.segment(node.data)) {
      const box = segment.trim() === '' ? null : boxOf(node, index, segment.length);
      const line = lines.at(-1);
      if (!box) {
        // White space belongs to the line before it; it may hang, collapse or break there.
        if (line) line.text += segment;
      } else if (line && isOn(line.box, box)) {
        line.text += segment;
        line.box = {
          left: Math.min(line.box.left, box.left), top: Math.min(line.box.top, box.top),
          right: Math.max(line.box.right, box.right), bottom: Math.max(line.box.bottom, box.bottom),
        };
      } else {
        lines.push({ text: segment, box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom } });
      }
    }
  }

  /** @param {Text} node @param {number} from @param {number} length */
  function boxOf(node, from, length) {
    range.setStart(node, from);
    range.setEnd(node, from + length);
    // At a break there may be an empty rectangle at the end of the line before. Soft hyphens have none but that.
    return [...range.getClientRects()].filter((rect) => rect.width > 0).at(-1) ?? null;
  }

  /**
   * A character is on a line if its middle is; superscripts are, and lines that overlap a little are still apart.
   * @param {{top: number, bottom: number}} line
   * @param {DOMRect} character
   */
  function isOn(line, character) {
    const middle = (character.top + character.bottom) / 2;
    return middle > line.top && middle < line.bottom;
  }
}

/**
 * A line's text for comparing: no white space around it, one space for any within, and nothing that is
 * invisible (soft hyphens, zero-width spaces, word joiners).
 * @param {string | Line} line
 */
export function foldLine(line) {
  const text = typeof line === 'string' ? line : line.text;
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ').trim();
}
