// The bar over a page of `aushang serve`: what `check` finds in the files as they are now, and the source behind it. Reloads
// the page when there is another one. Runs in the page; it is part of no built site.
import { keep, putBack } from './keep.js';

/** @typedef {import('./preview.js').Finding} Finding */

/** Which site this page is of. */
const shown = document.querySelector('meta[name=aushang-preview]')?.getAttribute('content');

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {string} [text] @param {string} [className] @returns {HTMLElementTagNameMap[Name]}
 */
function make(name, text = '', className = '') {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}

/** @param {number} count @param {string} one */
const counted = (count, one) => (count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`]);

/** @param {Finding} finding */
const placeOf = ({ file, line, column }) => (file ? `${file}${line ? `:${line}:${column}` : ''}` : '');

class Bar {
  constructor() {
    this.host = make('aside');
    this.host.setAttribute('aria-label', 'Findings');
    const root = this.host.attachShadow({ mode: 'open' });
    const style = make('link');
    style.rel = 'stylesheet';
    style.href = new URL('bar.css', import.meta.url).href;
    this.summary = make('summary');
    this.summary.setAttribute('role', 'status');
    this.list = make('ul');
    this.source = make('div', '', 'source');
    const all = make('details');
    all.append(this.summary, this.list, this.source);
    root.append(style, all);
  }

  /** @param {Finding[]} findings */
  show(findings) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    this.summary.textContent = errors === 0 ? counted(findings.length, 'warning').join('')
      : `${[...counted(errors, 'error'), ...counted(findings.length - errors, 'warning')].join(', ')}. The page is the last one without an error.`;
    this.summary.className = errors === 0 ? 'warnings' : 'errors';
    this.list.replaceChildren(...findings.map((finding) => this.item(finding)));
    this.source.replaceChildren();
    if (findings.length === 0) this.host.remove();
    else if (!this.host.isConnected) document.documentElement.append(this.host);
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
    button.addEventListener('click', () => this.showSource(finding));
    item.append(button, make('span', ` ${text}`));
    return item;
  }

  /** @param {Finding} finding */
  async showSource({ file, line }) {
    const response = await fetch(`/.aushang/source?file=${encodeURIComponent(file)}`);
    const lines = response.ok ? (await response.text()).split('\n') : ['This file can\'t be read any more.'];
    const list = make('ol');
    list.append(...lines.map((text, index) => {
      const item = make('li');
      item.append(make(response.ok && index + 1 === line ? 'mark' : 'span', text));
      return item;
    }));
    this.source.replaceChildren(make('strong', file), list);
    list.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }
}

const bar = new Bar();
new EventSource('/.aushang/events').addEventListener('message', ({ data }) => {
  /** @type {{ number: number, findings: Finding[] }} */
  const news = JSON.parse(data);
  bar.show(news.findings);
  if (String(news.number) === shown) return;
  keep();
  location.reload();
});
putBack();
