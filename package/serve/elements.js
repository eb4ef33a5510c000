// Elements of the preview's own, beside the page. Runs in the page.

let count = 0;
/** A name for an element that no other one has. */
export const freshId = () => `id${++count}`;

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {string} [text] @param {string} [className] @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, text = '', className = '') {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** @template {Element} Parent @param {Parent} parent @param {(Node | string | false | null | undefined)[]} children @returns {Parent} */
export function put(parent, ...children) {
  for (const child of children) if (child) parent.append(child);
  return parent;
}

/**
 * A button, whose name may say more than its text.
 * @param {string} text @param {string} about heard, not seen: "Keep" what @param {string} key under which focus finds it again
 * @param {() => void} act @param {string} [className]
 */
export function button(text, about, key, act, className = '') {
  const element = make('button', text, className);
  element.type = 'button';
  element.dataset.key = key;
  if (about) element.append(make('span', ` ${about}`, 'heard'));
  element.addEventListener('click', act);
  return element;
}

/** A text of another language than the preview's own, which is English. @param {string} text @param {string} lang @param {string} [className] */
export function foreign(text, lang, className = '') {
  const element = make('span', text, className);
  element.lang = lang;
  return element;
}
