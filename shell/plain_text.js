// A part of the document as plain text, in the form of `aushang render --to text` (src/doc/plain_text.h).

/** What isn't text of the page. */
export const outside = 'script, style, textarea, canvas, [hidden], [aria-hidden=true], .au-say, .skip';

/**
 * @typedef {object} Piece what is selected of one block
 * @property {Element} block
 * @property {string} words
 * @property {string} text with the addresses of links
 * @property {string} quotes what stands before each line
 * @property {number} items lists around it
 * @property {string} marker of the list item that begins here
 */

/** @param {Element} element */
const isInline = (element) => /^(inline|contents)$/.test(getComputedStyle(element).display);

/** @param {Element} block */
const isPre = (block) => block.localName === 'pre';

/** Reads a range block by block. */
class Reader {
  /** @param {Range} range */
  constructor(range) {
    this.range = range;
    /** @type {Piece[]} */
    this.pieces = [];
    this.quotes = '';
    this.items = 0;
    this.marker = '';
    const { commonAncestorContainer: top } = range;
    const node = top instanceof Element ? top : /** @type {Element} */ (top.parentElement);
    let block = node;
    while (block.parentElement && isInline(block)) block = block.parentElement;
    this.walk(node, block);
  }

  /** @param {Node} node @param {Element} block that it stands in */
  walk(node, block) {
    if (node instanceof Element && node.matches(outside)) return;
    if (!this.range.intersectsNode(node)) {
      if (node.textContent?.trim()) this.marker = ''; // the item begins before what is selected
      return;
    }
    if (node instanceof Text) this.read(node, block);
    else if (node instanceof HTMLImageElement) this.add(block, node.alt);
    else if (node instanceof HTMLBRElement) this.add(block, '\n');
    else if (node instanceof HTMLHRElement) this.add(node, '---');
    else if (node instanceof Element) this.enter(node, isInline(node) ? block : node);
  }

  /** @param {Text} node @param {Element} block */
  read(node, block) {
    const { startContainer, startOffset, endContainer, endOffset } = this.range;
    const text = node.data.slice(node === startContainer ? startOffset : 0, node === endContainer ? endOffset : node.length);
    if (text.trim() !== '' || this.pieces[this.pieces.length - 1]?.block === block) this.add(block, isPre(block) ? text : text.replace(/[ \n\t\r]+/g, ' '));
  }

  /** @param {Element} element @param {Element} block */
  enter(element, block) {
    const { quotes, items } = this;
    if (element instanceof HTMLQuoteElement) this.quotes += '> ';
    if (element instanceof HTMLLIElement) [this.items, this.marker] = [items + 1, markerOf(element)];
    if (element instanceof HTMLTableCellElement) this.add(block, '');
    const before = this.pieces.length, last = this.pieces[before - 1], from = last?.block === block ? last.text.length : 0;
    for (const child of element.childNodes) this.walk(child, block);
    const piece = this.pieces[this.pieces.length - 1];
    if (element instanceof HTMLAnchorElement && piece?.block === block) {
      const target = addressOf(element), words = piece.text.slice(from).trim();
      if (target !== '' && words !== '' && bare(words) !== bare(target)) piece.text += ` (${target})`;
    }
    [this.quotes, this.items] = [quotes, items];
  }

  /** @param {Element} block @param {string} text */
  add(block, text) {
    const last = this.pieces[this.pieces.length - 1];
    if (last?.block === block) {
      last.words += text;
      last.text += text;
      return;
    }
    this.pieces.push({ block, words: text, text, quotes: this.quotes, items: this.items, marker: this.marker });
    this.marker = '';
  }
}

/** @param {HTMLLIElement} item */
function markerOf(item) {
  const list = item.parentElement;
  return list instanceof HTMLOListElement ? `${list.start + [...list.children].indexOf(item)}. ` : '- ';
}

/** Where a link out of the page leads; a mail's whole text is no part of its address. @param {HTMLAnchorElement} link */
function addressOf(link) {
  const written = link.getAttribute('href') ?? '';
  if (written.startsWith('#')) return '';
  if (link.protocol === 'mailto:') return written.replace(/\?.*$/s, '');
  return /^[a-z][a-z+.-]*:/i.test(written) ? written : link.href;
}

/** An address without what goes without saying. @param {string} address */
const bare = (address) => address.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');

/** Without the spaces that nobody sees. @param {Piece} piece @param {string} text @returns {string[]} */
function linesOf({ block }, text) {
  if (isPre(block)) return text.replace(/\n$/, '').split('\n');
  return text.split('\n').map((line) => line.replace(/ +/g, ' ').trim());
}

/**
 * Of a part of one block its words; of several blocks also what they are, and where links lead.
 * @param {Range} range
 * @returns {string} ends with a line break if it has several blocks
 */
export function plainText(range) {
  const { pieces } = new Reader(range);
  if (pieces.length < 2) return pieces.map((piece) => linesOf(piece, piece.words).join('\n')).join('');
  let out = '', wasTight = false;
  /** @type {Piece | undefined} */
  let last;
  for (const piece of pieces) {
    const { block, text, quotes, items } = piece;
    const lines = linesOf(piece, text), isCell = block instanceof HTMLTableCellElement;
    const task = /^[\u2610\u2611] /.exec(lines[0])?.[0];
    const marker = piece.marker && task ? `${piece.marker}[${task[0] === '\u2611' ? 'x' : ' '}] ` : piece.marker;
    if (marker !== piece.marker) lines[0] = lines[0].slice(2);
    const before = (/** @type {number} */ i) => quotes + (items === 0 ? '' : '  '.repeat(items - 1) + (i === 0 && marker ? marker : '  '));
    const isTight = isCell ? last?.block.closest('table') === block.closest('table') : ['LI', 'DT', 'DD', 'LABEL'].includes(block.tagName);
    if (isCell && last?.block.parentElement === block.parentElement) {
      out = `${out.slice(0, -1)}\t${lines.join(' ')}\n`;
    } else {
      if (out !== '' && !(isTight && (wasTight || isCell))) out += '\n';
      out += lines.map((line, i) => `${line === '' ? before(i).trim() : before(i) + line}\n`).join('');
    }
    wasTight = isTight && !isCell;
    last = piece;
  }
  return out;
}
