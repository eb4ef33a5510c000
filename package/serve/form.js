// The small form in which a point is changed, in its place. Runs in the page.
import { button, make, put } from './elements.js';

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {Record<string, unknown>} Values */

/** @param {unknown} one @param {unknown} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Where one begins. */
const first = 'input:checked, input:not([type=radio]), select';

export class Form {
  /**
   * @param {Field[]} fields @param {Values} values what the file says
   * @param {{ about: string, save: string, key: string }} words about: which point, for those who only hear the buttons
   * @param {(changed: Values, was: Values) => Promise<string>} act gives what speaks against it, or nothing
   * @param {() => void} cancel
   */
  constructor(fields, values, { about, save, key }, act, cancel) {
    this.fields = fields;
    this.act = act;
    /** What the file said when the form was opened, or last refused. */
    this.was = values;
    this.element = make('form', '', 'change');
    this.element.noValidate = true; // the tool says what is wrong, in one way
    this.element.autocomplete = 'off';
    const submit = make('button', save, 'main');
    submit.dataset.key = `${key} save`;
    submit.append(make('span', ` ${about}`, 'heard'));
    this.element.append(...fields.map((field) => field.element), put(make('div', '', 'deeds'), submit, button('Cancel', about, `${key} cancel`, cancel)));
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.save();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      cancel();
    });
    this.fill(values);
  }

  /** @param {Values} values */
  fill(values) { for (const field of this.fields) field.fill(values[field.key]); }

  values() { return Object.fromEntries(this.fields.map((field) => [field.key, field.value()])); }

  /** The file says something else now: what nobody has touched here follows. @param {Values} values */
  follow(values) {
    for (const { key, value, fill } of this.fields) {
      if (isSame(values[key], this.was[key]) || !isSame(value(), this.was[key])) continue;
      fill(values[key]);
      this.was = { ...this.was, [key]: values[key] };
    }
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.element.querySelector(first))?.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: 'nearest' });
  }

  async save() {
    this.say('', undefined);
    const values = this.values();
    const changed = this.fields.filter(({ key }) => !isSame(values[key], this.was[key]));
    const only = (/** @type {Values} */ all) => Object.fromEntries(changed.map(({ key }) => [key, all[key]]));
    const message = await this.act(only(values), only(this.was));
    const named = changed.find(({ key }) => { const value = values[key]; return typeof value === 'string' && value !== '' && message.includes(value); });
    if (message) this.say(message, named ?? changed[0] ?? this.fields[0]);
  }

  /** @param {string} message @param {Field | undefined} field beside which it is said */
  say(message, field) {
    this.element.querySelector('[role=alert]')?.remove();
    for (const { control } of this.fields) {
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-describedby');
    }
    if (!field) return;
    const alert = make('p', message, 'alert');
    alert.id = `${field.control.id || field.key}-alert`;
    field.element.after(alert);
    alert.setAttribute('role', 'alert');
    if (field.control.localName !== 'fieldset') field.control.setAttribute('aria-invalid', 'true');
    field.control.setAttribute('aria-describedby', alert.id);
    /** @type {HTMLElement | null} */ (field.element.querySelector(first))?.focus();
  }
}
