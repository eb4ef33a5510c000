// A rule of clauses and groups: in words, and to be changed with native controls alone. Runs in the page.
import { button, foreign, freshId, make, put } from './elements.js';

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {string | { all: Rule[] } | { one: Rule[] }} Rule a clause's id, or a group */
/** @typedef {{ id: string, label: string }} Clause */
/** @typedef {{ id: string, label: string }} Position */
/** @typedef {{ clauses: Clause[], positions: Position[], asked: { materials: Clause[], criteria: Clause[] }, lang: string }} Words what the posting calls its clauses and positions, and what these ask for */

/** Groups in groups can be made so deep. */
const deepest = 3;

/** @param {Rule} rule @returns {{ way: 'all' | 'one', parts: Rule[] }} */
function groupOf(rule) {
  if (typeof rule === 'string') return { way: 'all', parts: [rule] };
  return 'one' in rule ? { way: 'one', parts: rule.one } : { way: 'all', parts: rule.all };
}

/** @param {'all' | 'one'} way @param {Rule[]} parts @returns {Rule} */
const groupFrom = (way, parts) => (way === 'one' ? { one: parts } : { all: parts });

/** Without groups that hold nothing or a single part. @param {Rule} rule @returns {Rule | undefined} */
export function plain(rule) {
  if (typeof rule === 'string') return rule;
  const { way, parts } = groupOf(rule);
  const kept = parts.map(plain).filter((part) => part !== undefined);
  return kept.length < 2 ? kept[0] : groupFrom(way, kept);
}

/** @param {Rule} rule @param {Words} words @returns {HTMLElement} a list in a list */
export function inWords(rule, words) {
  if (typeof rule === 'string') return foreign(words.clauses.find(({ id }) => id === rule)?.label ?? rule, words.lang);
  const { way, parts } = groupOf(rule);
  const list = make('ul');
  list.append(...parts.map((part) => put(make('li'), inWords(part, words))));
  return put(make('div', '', 'rule'), make('span', way === 'one' ? 'One of these:' : 'All of these:'), list);
}

/** One group: which way, its clauses, the groups in it. */
class Group {
  /** @param {Rule} rule @param {Words} words @param {string} name "2.1" @param {(() => void) | null} remove */
  constructor(rule, words, name, remove) {
    const { way, parts } = groupOf(rule);
    /** @type {Words} */
    this.words = words;
    this.name = name;
    /** Clauses and groups in their order, so that what isn't changed stays where it is. @type {(string | Group)[]} */
    this.parts = [];
    this.element = make('fieldset', '', 'group');
    this.element.append(make('legend', name ? `Group ${name}` : 'The rule'));
    this.way = make('select');
    this.way.id = freshId();
    this.way.dataset.key = `way ${name}`;
    this.way.append(...[['all', 'All of these'], ['one', 'One of these']].map(([value, said]) => Object.assign(make('option', said), { value })));
    this.way.value = way;
    const label = make('label', 'Asked for');
    label.htmlFor = this.way.id;
    const boxes = words.clauses.map(({ id, label: said }) => {
      const box = Object.assign(make('input'), { type: 'checkbox', checked: parts.includes(id) });
      box.dataset.key = `clause ${name} ${id}`;
      box.addEventListener('change', () => { this.parts = box.checked ? [...this.parts, id] : this.parts.filter((part) => part !== id); });
      return put(make('label'), box, foreign(said, words.lang));
    });
    this.groups = make('div', '', 'groups');
    const add = button('Add a group', name && `to group ${name}`, `add ${name}`, () => this.add({ all: [] }).way.focus());
    add.hidden = name.split('.').length >= deepest;
    this.element.append(put(make('div', '', 'field'), label, this.way), put(make('div', '', 'clauses'), ...boxes), this.groups, put(make('div', '', 'deeds'), add, remove && button('Remove this group', name, `remove ${name}`, remove)));
    for (const part of parts) {
      if (typeof part === 'string') this.parts.push(part);
      else this.add(part);
    }
  }

  /** @param {Rule} rule */
  add(rule) {
    const number = this.parts.filter((part) => part instanceof Group).reduce((most, group) => Math.max(most, Number(/** @type {Group} */ (group).name.split('.').at(-1))), 0) + 1;
    /** @type {Group} */
    const group = new Group(rule, this.words, `${this.name ? `${this.name}.` : ''}${number}`, () => {
      this.parts = this.parts.filter((part) => part !== group);
      group.element.remove();
      this.way.focus();
    });
    this.parts.push(group);
    this.groups.append(group.element);
    return group;
  }

  /** @returns {Rule} */
  rule() { return groupFrom(/** @type {'all' | 'one'} */ (this.way.value), this.parts.map((part) => (part instanceof Group ? part.rule() : part))); }
}

/** @param {string} key @param {Words} words @returns {Field} */
export function ruleField(key, words) {
  const element = make('div');
  let group = new Group({ all: [] }, words, '', null);
  return {
    key, element, get control() { return group.element; }, value: () => group.rule(),
    fill(rule) {
      group = new Group(typeof rule === 'string' ? { all: [rule] } : rule, words, '', null);
      element.replaceChildren(group.element);
    },
  };
}
