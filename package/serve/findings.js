// What `check` finds in the files as they are now, and the source behind it. Runs in the page.
import { make } from './elements.js';

/** @typedef {import('./preview.js').Finding} Finding */

/** @param {number} count @param {string} one */
const counted = (count, one) => (count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`]);

/** @param {Finding} finding */
const placeOf = ({ file, line, column }) => (file ? `${file}${line ? `:${line}:${column}` : ''}` : '');

/** Shows a file at a line. @param {HTMLElement} into @param {string} file @param {number} line */
export async function showSource(into, file, line) {
  const response = await fetch(`/.aushang/source?file=${encodeURIComponent(file)}`);
  const lines = response.ok ? (await response.text()).split('\n') : ['This file can\'t be read any more.'];
  const list = make('ol');
  list.tabIndex = 0; // it scrolls
  list.setAttribute('aria-label', file);
  list.append(...lines.map((text, index) => {
    const item = make('li');
    item.append(make(response.ok && index + 1 === line ? 'mark' : 'span', text));
    return item;
  }));
  into.replaceChildren(make('strong', file), list);
  list.querySelector('mark')?.scrollIntoView({ block: 'center' });
}

export class Findings {
  constructor() {
    this.summary = make('summary');
    this.summary.setAttribute('role', 'status');
    this.list = make('ul');
    this.source = make('div', '', 'source');
    this.element = make('details', '', 'findings');
    this.element.append(this.summary, this.list, this.source);
    this.element.hidden = true;
  }

  /** @param {Finding[]} findings */
  show(findings) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    this.summary.textContent = errors === 0 ? counted(findings.length, 'warning').join('')
      : `${[...counted(errors, 'error'), ...counted(findings.length - errors, 'warning')].join(', ')}. The page is the last one without an error.`;
    this.summary.className = errors === 0 ? 'warnings' : 'errors';
    this.list.replaceChildren(...findings.map((finding) => this.item(finding)));
    this.source.replaceChildren();
    this.element.hidden = findings.length === 0;
  }

  /** @param {Finding} finding */
  item(finding) {
    const item = make('li');
    const text = `${finding.severity === 'error' ? '' : 'warning: '}${finding.message}`;
    if (!finding.file || !finding.line) {
      item.append(make('span', [placeOf(finding), text].filter(Boolean).join(' ')));
      return item;
    }
    const button = make('button', placeOf(finding));
    button.type = 'button';
    button.addEventListener('click', () => showSource(this.source, finding.file, finding.line));
    item.append(button, make('span', ` ${text}`));
    return item;
  }
}
