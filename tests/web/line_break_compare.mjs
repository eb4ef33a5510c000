// Runs in the page: compares a paragraph's lines with those of a simple layout of single characters.

/**
 * Lines of the posting's `index`th paragraph at many widths where browser and model differ, as text.
 * @param {number} index
 */
export function compareLines(index) {
  const paragraph = /** @type {HTMLElement} */ (document.querySelectorAll('.posting p')[index]);
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

  /** @param {string} text @param {Element} element */
  const measure = (text, element) => {
    const style = getComputedStyle(element);
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.fontKerning = 'none';
    context.textRendering = 'geometricPrecision';
    return context.measureText(text).width;
  };

  /** A character, and what the markup says about it. */
  /** @typedef {{ text: string, width: number, mayBegin: boolean, hyphen: number, node: Text, offset: number }} Character */
  /** @type {Character[]} */
  const characters = [];
  let mayBegin = false;
  /** Where pages say nothing, as every browser knows. */
  const between = /^[\u4E00-\u9FFF]{2}$/;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) {
      if (node.className === 'wb') mayBegin = true;
      continue;
    }
    let offset = 0;
    for (const text of node.textContent ?? '') {
      const element = /** @type {Element} */ (node.parentElement);
      const space = /[ \n]/.test(text);
      const invisible = /[\u00AD\u200B\u2060]/.test(text);
      if (between.test(`${characters.at(-1)?.text ?? ''}${text}`)) mayBegin = true;
      characters.push({ text: space ? ' ' : text, width: invisible ? 0 : measure(space ? ' ' : text, element), mayBegin: mayBegin && !space,
        hyphen: text === '\u00AD' ? measure('\u2010', element) : 0, node: /** @type {Text} */ (node), offset });
      mayBegin = (space && !element.closest('.nb')) || text === '\u00AD' || text === '\u200B';
      offset += text.length;
    }
  }

  /** Line starts of the model. @param {number} width @returns {{ starts: number[], close: boolean }} */
  function model(width) {
    const starts = [0];
    let close = false, x = 0, lineBegin = 0, i = 0;
    const fits = (/** @type {number} */ right) => {
      close ||= Math.abs(right - width) < 0.15; // the browser rounds each piece of a line to 64ths of a pixel
      return right <= width;
    };
    while (i < characters.length) {
      let end = i + 1;
      while (end < characters.length && !characters[end].mayBegin) ++end;
      let visible = end;
      while (visible > i && characters[visible - 1].text === ' ') --visible;
      const sum = (/** @type {number} */ from, /** @type {number} */ to) => characters.slice(from, to).reduce((all, one) => all + one.width, 0);
      const right = sum(i, visible) + (end < characters.length ? characters[end - 1].hyphen : 0);
      if (!fits(x + right) && i > lineBegin) {
        starts.push(i);
        lineBegin = i, x = 0;
      }
      if (!fits(x + right)) { // an emergency: anywhere
        for (let k = i; k < visible; ++k) {
          if (k > lineBegin && !fits(x + characters[k].width)) starts.push(k), lineBegin = k, x = 0;
          x += characters[k].width;
        }
        x += sum(visible, end);
      } else x += sum(i, end);
      i = end;
    }
    return { starts, close };
  }

  /** Line starts of the browser. */
  function real() {
    const range = document.createRange();
    const starts = [];
    let bottom = -Infinity;
    for (const [i, one] of characters.entries()) {
      if (/[ \u00AD\u200B\u2060]/.test(one.text)) continue;
      range.setStart(one.node, one.offset);
      range.setEnd(one.node, one.offset + one.text.length);
      const rect = [...range.getClientRects()].findLast((r) => r.width > 0); // a hyphen shown before it comes first
      if (!rect) continue;
      const middle = (rect.top + rect.bottom) / 2;
      if (middle > bottom) starts.push(i);
      if (middle > bottom) bottom = middle + 12; // half a line: smaller type stands a little higher or lower
    }
    return starts;
  }

  const differences = [];
  let compared = 0;
  for (let width = 120; width <= 700; width += 7) {
    paragraph.style.width = `${width}px`;
    const { starts, close } = model(width);
    if (close) continue;
    ++compared;
    const show = (/** @type {number[]} */ at) => at.map((start, k) => characters.slice(start, at[k + 1]).map((one) => one.text).join('')).join('|');
    const [ours, theirs] = [show(starts), show(real())];
    if (ours !== theirs) differences.push(`${width} px\n  ours:   ${ours}\n  theirs: ${theirs}`);
  }
  if (compared < 50) differences.push(`compared at ${compared} widths only`);
  return differences;
}
