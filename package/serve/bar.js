// What stands beside a page of `aushang serve`: what `check` finds in the files as they are now, and what is to be confirmed.
// Reloads the page when there is another one. Runs in the page; it is part of no built site.
import { beside, said } from './beside.js';
import { make } from './elements.js';
import { Findings } from './findings.js';
import { keep, putBack } from './keep.js';
import { Panel } from './panel.js';

/** Which site this page is of, and of which posting it is a page. */
const shown = said('preview'), folder = said('folder');

/** @param {string} name */
function styleSheet(name) {
  const link = make('link');
  link.rel = 'stylesheet';
  link.href = new URL(name, import.meta.url).href;
  return link;
}

const host = make('aside');
host.lang = 'en'; // whatever the page is in
host.setAttribute('aria-label', 'Preview');
const root = host.attachShadow({ mode: 'open' });
const findings = new Findings();
root.append(findings.element);
const panel = folder !== null && beside ? new Panel(root, folder, beside) : undefined;

// Without its style sheets it isn't seen and takes no room; what has the focus there has it already.
host.style.cssText = 'position: fixed; opacity: 0';
const sheets = ['bar.css', ...panel ? ['points.css'] : []].map(styleSheet);
root.prepend(...sheets);
Promise.all(sheets.map((link) => new Promise((done) => { link.onload = link.onerror = done; }))).then(() => {
  host.removeAttribute('style');
  if (panel) beside?.hold(host);
});

/** Where there is nothing to say, there is no element that says it. */
function place() {
  const isWanted = panel !== undefined || !findings.element.hidden;
  if (!isWanted) host.remove();
  else if (!host.isConnected) document.body.before(host) // first to be read and reached, as it stands;
}
place();

new EventSource('/.aushang/events').addEventListener('message', async ({ data }) => {
  /** @type {{ number: number, findings: import('./preview.js').Finding[], texts: string }} */
  const news = JSON.parse(data);
  findings.show(news.findings);
  place();
  if (String(news.number) === shown) return panel?.follow(news.texts);
  await panel?.rests();
  keep();
  location.reload();
});
putBack();
