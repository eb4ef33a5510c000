// What is copied: the words as they were written, without the lines and elements they were laid out in; as text and as
// HTML that other programs understand.
import { outside, plainText } from './plain_text.js';

/** Elements that mean something elsewhere, too; of others, what is in them. */
const kept = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'CODE', 'EM', 'STRONG', 'DEL', 'BR', 'HR', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'DL', 'DT', 'DD', 'A', 'IMG', 'BDI']);
/** And what they say of themselves, besides addresses. */
const attributes = ['alt', 'title', 'start', 'scope', 'lang', 'dir'];
/** These around the selection say what it is. */
const around = 'ul, ol, li, blockquote, table, thead, tbody, tr';

/** @param {Node} node of a copy @param {Node} into */
function clean(node, into) {
  if (node instanceof Text) return void into.appendChild(/** @type {Document} */ (into.ownerDocument).createTextNode(node.data));
  if (node instanceof Element && (node.matches(outside) || node.matches('button, input, progress'))) return;
  const isLost = node instanceof HTMLAnchorElement && /^#|^$/.test(node.getAttribute('href') ?? '');
  const tag = node.nodeName === 'LEGEND' || node.nodeName === 'LABEL' ? 'P' : node.nodeName;
  let target = into;
  if (kept.has(tag) && !isLost) {
    const element = /** @type {Document} */ (into.ownerDocument).createElement(tag);
    for (const { name, value } of /** @type {Element} */ (node).attributes) if (attributes.includes(name)) element.setAttribute(name, value);
    if (node instanceof HTMLAnchorElement) element.setAttribute('href', node.href);
    if (node instanceof HTMLImageElement) element.setAttribute('src', node.src);
    target = into.appendChild(element);
  }
  for (const child of node.childNodes) clean(child, target);
}

/** @param {Range} range */
function htmlOf(range) {
  /** @type {Node} */
  let part = range.cloneContents();
  const { commonAncestorContainer: top } = range;
  for (let element = top instanceof Element ? top : top.parentElement; element; element = element.parentElement) {
    if (!element.matches(around)) continue;
    const outer = element.cloneNode();
    outer.appendChild(part);
    part = outer;
  }
  const out = document.implementation.createHTMLDocument().createElement('div'); // where pictures aren't fetched
  clean(part, out);
  return out.innerHTML;
}

/** Copies what is selected in one of the elements. @param {HTMLElement[]} elements */
export function followCopying(elements) {
  document.addEventListener('copy', (event) => {
    const selection = getSelection(), { target, clipboardData } = event;
    if (!clipboardData || !selection || selection.isCollapsed || event.defaultPrevented) return;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i)); // Firefox has several
    if (!ranges.some((range) => elements.some((element) => range.intersectsNode(element)))) return;
    clipboardData.setData('text/plain', ranges.map(plainText).join('\n'));
    clipboardData.setData('text/html', ranges.map(htmlOf).join('\n'));
    event.preventDefault();
  });
}
