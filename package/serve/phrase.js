// Phrases of the page: what is marked on it, and where words stand. Runs in the page.

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, blockquote, dt, dd';

/** Quotes that `check` takes for the same. @type {Map<string, string>} */
const alike = new Map();
for (const [plain, others] of [['\'', '‘’‚‛′'], ['"', '“”„‟″']]) for (const other of others) alike.set(other, plain);

/** As `check` compares: runs of white space are one space, and typographic quotes are plain ones. */
class Folded {
  constructor() {
    this.text = '';
    /** Where each character is from. @type {{ node: Text, at: number }[]} */
    this.places = [];
  }

  /** @param {string} character @param {Text} node @param {number} at */
  add(character, node, at) {
    const isSpace = /\s/.test(character);
    if (isSpace && this.text.endsWith(' ')) return;
    this.text += isSpace ? ' ' : alike.get(character) ?? character;
    this.places.push({ node, at });
  }
}

export const tidy = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();

const posting = () => document.querySelector('#au-posting .posting');

/** The language of the posting's text. */
export const language = () => posting()?.closest('[lang]')?.getAttribute('lang') ?? '';

/** What is marked in the posting; nothing where it is elsewhere. */
export function marked() {
  const selection = getSelection(), text = posting();
  if (!selection || selection.isCollapsed || !text || !selection.rangeCount) return '';
  return text.contains(selection.getRangeAt(0).commonAncestorContainer) ? tidy(selection.toString()) : '';
}

/** @param {string} words @returns {Range | undefined} where they stand first */
export function find(words) {
  const root = document.getElementById('au-posting'), wanted = [...tidy(words)].map((character) => alike.get(character) ?? character).join('');
  if (!root || !wanted) return undefined;
  const page = new Folded();
  /** @type {Element | null | undefined} */
  let block;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Text | null} */ (walker.nextNode()); node; node = /** @type {Text | null} */ (walker.nextNode())) {
    const own = node.parentElement?.closest(blocks);
    if (own !== block) page.add(' ', node, 0);
    block = own;
    for (let at = 0; at < node.length; ++at) page.add(node.data[at], node, at);
  }
  const from = page.text.indexOf(wanted);
  if (from < 0) return undefined;
  const first = page.places[from], last = page.places[from + wanted.length - 1];
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  return range;
}

/** Marks words on the page and brings them into view. @param {string[]} phrases @returns {boolean} whether any stands there */
export function mark(phrases) {
  const ranges = phrases.map(find).filter((range) => range !== undefined);
  if ('highlights' in CSS) CSS.highlights.set('aushang-preview', new Highlight(...ranges));
  const [first] = ranges;
  first?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  return first !== undefined;
}
