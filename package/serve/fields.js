// What can be changed of a point, each as native controls with a name. Runs in the page.
import { foreign, freshId, make, put } from './elements.js';

/**
 * @typedef {object} Field
 * @property {string} key of what it changes
 * @property {HTMLElement} element
 * @property {HTMLElement} control that is told of mistakes
 * @property {() => unknown} value
 * @property {(value: any) => void} fill
 */

/** @param {string} label @param {HTMLInputElement | HTMLSelectElement} control */
function labelled(label, control) {
  control.id = freshId();
  const name = make('label', label);
  name.htmlFor = control.id;
  return put(make('div', '', 'field'), name, control);
}

/** @param {string} key @param {string} label @param {{ type?: string, choices?: string[], lang?: string }} [more] @returns {Field} */
export function text(key, label, { type = 'text', choices = [], lang = '' } = {}) {
  const input = make('input');
  Object.assign(input, { type, autocomplete: 'off', lang });
  input.dataset.key = key;
  const element = labelled(label, input);
  if (choices.length > 0) {
    const list = make('datalist');
    list.id = freshId();
    list.append(...choices.map((choice) => Object.assign(make('option'), { value: choice })));
    input.setAttribute('list', list.id);
    element.append(list);
  }
  /** @type {string | null} */
  let nothing = ''; // as the file says it
  return {
    key, element, control: input, value: () => input.value.trim() || nothing,
    fill(value) {
      if (value === null) nothing = null;
      input.value = value ?? '';
    },
  };
}

/** @param {string} key @param {string} label @param {[string, string][]} options value and words @returns {Field} */
export function select(key, label, options) {
  const control = make('select');
  control.dataset.key = key;
  control.append(...options.map(([value, words]) => Object.assign(make('option', words), { value })));
  return { key, element: labelled(label, control), control, value: () => control.value || null, fill(value) { control.value = value; } };
}

/** @param {string} key @param {string} label @param {[string, string][]} options value and words @returns {Field} */
export function radios(key, label, options) {
  const element = make('fieldset', '', 'radios'), name = freshId();
  element.append(make('legend', label));
  const inputs = options.map(([value, words]) => {
    const input = Object.assign(make('input'), { type: 'radio', name, value });
    input.dataset.key = `${key} ${value}`;
    element.append(put(make('label'), input, words));
    return input;
  });
  return {
    key, element, control: element, value: () => inputs.find(({ checked }) => checked)?.value ?? null,
    fill(value) { for (const input of inputs) input.checked = input.value === value; },
  };
}

/** Several of some, in their order. @param {string} key @param {string} label @param {[string, string][]} options value and words @param {string} [lang] of the words @returns {Field} */
export function checks(key, label, options, lang = '') {
  const element = make('fieldset', '', 'radios');
  element.append(make('legend', label));
  const inputs = options.map(([value, words]) => {
    const input = Object.assign(make('input'), { type: 'checkbox', value });
    input.dataset.key = `${key} ${value}`;
    element.append(put(make('label'), input, foreign(words, lang)));
    return input;
  });
  return {
    key, element, control: element, value: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
    fill(values) { for (const input of inputs) input.checked = values.includes(input.value); },
  };
}

/** Yes or no, in words. @param {string} key @param {string} label @param {[string, string][]} options 'true' and 'false' @returns {Field} */
export function choice(key, label, options) {
  const field = radios(key, label, options);
  return { ...field, value: () => field.value() === 'true', fill(value) { field.fill(String(value)); } };
}

/** Until when: on a day, until filled, or not said. @param {string} key @param {string[]} choices @returns {Field} */
export function deadline(key, choices) {
  const ways = radios(key, 'Deadline', [['date', 'On a day'], ['until_filled', 'Open until filled'], ['none', 'The page doesn\'t say']]);
  const day = text(`${key} day`, 'Last day', { type: 'date', choices: choices.filter((choice) => /^\d{4}-/.test(choice)) });
  const follow = () => { day.element.hidden = ways.value() !== 'date'; };
  ways.element.addEventListener('change', follow);
  ways.element.append(day.element);
  return {
    key, element: ways.element, control: ways.element,
    value: () => ({ date: day.value(), until_filled: 'until_filled', none: null })[/** @type {'date'} */ (ways.value())],
    fill(value) {
      const isDay = typeof value === 'string' && value !== 'until_filled';
      ways.fill(isDay ? 'date' : value ?? 'none');
      day.fill(isDay ? value : '');
      follow();
    },
  };
}
