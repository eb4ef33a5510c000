// What the server answers with: the preview's files, each page with the bar's script in it.
import { lookup } from 'mrmime';

/** Where the bar's own files are; no site has such a folder. */
export const own = '/.aushang/';

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer | string }} Answer */

const fresh = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** @param {string} name */
const typeOf = (name) => (name.endsWith('.webmanifest') ? 'application/manifest+json' : lookup(name) ?? 'application/octet-stream');

/**
 * The page with the bar. Pages without scripts of their own may run this one.
 * @param {string} page HTML as it was built @param {number} number which site it is of
 */
export function withBar(page, number) {
  const bar = `<meta name="aushang-preview" content="${number}">\n<script type="module" src="${own}bar.js"></script>\n`;
  const allowed = page.includes("script-src 'self'") ? page : page.replace("content=\"default-src 'none';", "content=\"default-src 'none'; script-src 'self'; connect-src 'self';");
  return allowed.replace('</title>\n', `</title>\n${bar}`);
}

/** A page where there is none yet. @param {string} title */
const emptyPage = (title) => `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<h1>${title}</h1>\n</html>\n`;

/** @param {number} status @param {string} page @param {number} number @returns {Answer} */
const html = (status, page, number) => ({ status, headers: { ...fresh, 'content-type': 'text/html; charset=utf-8' }, body: withBar(page, number) });

/**
 * @param {Map<string, Buffer>} files of the site @param {number} number which site that is
 * @param {string} path as asked for, percent-encoded
 * @returns {Answer}
 */
export function answer(files, number, path) {
  let name;
  try {
    name = decodeURIComponent(path).slice(1);
  } catch {
    name = path.slice(1);
  }
  if (name === '' || name.endsWith('/')) name += 'index.html';
  const data = files.get(name);
  if (data && name.endsWith('.html')) return html(200, data.toString(), number);
  if (data) return { status: 200, headers: { ...fresh, 'content-type': typeOf(name) }, body: data };
  if (files.has(`${name}/index.html`)) return { status: 301, headers: { ...fresh, location: `${path.slice(path.lastIndexOf('/') + 1)}/` }, body: '' };
  return html(404, emptyPage(files.size === 0 ? 'There is no page yet' : 'There is no such page'), number);
}
