// A style sheet as a list of rules: enough of CSS Syntax for our own, which has comments, strings, nested conditions and
// no braces within values.

/**
 * @typedef {object} Rule
 * @property {string[]} conditions what stands around it, as `@media print`
 * @property {string} selector
 * @property {[property: string, value: string][]} declarations
 */

/** @param {string} css @returns {Rule[]} in order */
export function rulesOf(css) {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, ' ');
  /** @type {Rule[]} */
  const rules = [];
  /** @type {string[]} */
  const around = [];
  let start = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    const before = text.slice(start, index).trim();
    start = index + 1;
    if (brace === '{') around.push(before.replace(/\s+/g, ' '));
    else {
      const selector = /** @type {string} */ (around.pop());
      if (before) rules.push({ conditions: [...around], selector, declarations: declarationsOf(before) });
    }
  }
  if (around.length > 0 || text.slice(start).trim()) throw new Error(`The style sheet ends within ${around.join(' ') || text.slice(start).trim()}`);
  return rules;
}

/** @param {string} block @returns {[property: string, value: string][]} */
const declarationsOf = (block) => [...block.matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])+)/g)].map(([, property, value]) => [property, value.trim()]);

/** The custom properties that a value asks for. @param {string} value */
export const namesIn = (value) => [...value.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name);
