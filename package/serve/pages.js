// What the server answers with: the preview's files, each page with the bar's script in it.
import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { lookup } from 'mrmime';

/** Where the bar's own files are; no site has such a folder. */
export const own = '/.aushang/';
/** How it looks. */
export const styleSheets = ['bar.css', 'points.css'];
/** What runs in the page; in the package all scripts but beside.js are in bar.js. */
export const ownFiles = ['add.js', 'answers.js', 'bar.js', 'beside.js', 'elements.js', 'fields.js', 'findings.js', 'form.js', 'keep.js', 'panel.js', 'phrase.js', 'point.js', 'row.js', 'rule.js', 'sections.js', ...styleSheets];

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer | string }} Answer */

const fresh = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
/** Of what has the version in its name, and so never changes. */
const lasting = { ...fresh, 'cache-control': 'max-age=31536000, immutable' };

/** @param {string} name */
const typeOf = (name) => (name.endsWith('.webmanifest') ? 'application/manifest+json' : lookup(name) ?? 'application/octet-stream');

/** What the tool calls a posting (src/main/posting_folder.cpp). @param {string} folder */
function nameOf(folder) {
  try {
    return basename(realpathSync(folder));
  } catch {
    return basename(resolve(folder)); // not there at the moment
  }
}

/**
 * Where a site is one posting, its pages lie at the top; else below its name.
 * @param {string} name of a posting's page in the site @param {string[]} folders of postings
 */
const folderOf = (name, folders) => (folders.length === 1 ? folders[0] : folders.find((folder) => name.startsWith(`${nameOf(folder)}/`)));

const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * The page with the bar. Pages without scripts of their own may run this one.
 * @param {string} page HTML as it was built @param {number} number which site it is of
 * @param {string} [folder] of the posting whose page it is
 */
export function withBar(page, number, folder) {
  const bar = `${folder === undefined ? '' : `<meta name="aushang-folder" content="${escaped(folder)}">\n`}<meta name="aushang-preview" content="${number}">\n${folder === undefined ? '' : `<script type="module" src="${own}beside.js" blocking="render"></script>\n`}<script type="module" src="${own}bar.js"></script>\n`;
  const allowed = page.includes("script-src 'self'") ? page : page.replace("content=\"default-src 'none';", "content=\"default-src 'none'; script-src 'self'; connect-src 'self';");
  return allowed.replace('</title>\n', () => `</title>\n${bar}`);
}

/** A page where there is none yet. @param {string} title */
const emptyPage = (title) => `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<h1>${title}</h1>\n</html>\n`;

/** @param {number} status @param {string} page @param {number} number @param {string} [folder] @returns {Answer} */
const html = (status, page, number, folder) => ({ status, headers: { ...fresh, 'content-type': 'text/html; charset=utf-8' }, body: withBar(page, number, folder) });

/**
 * @param {Map<string, Buffer>} files of the site @param {number} number which site that is
 * @param {string} path as asked for, percent-encoded @param {string[]} [folders] of postings
 * @returns {Answer}
 */
export function answer(files, number, path, folders = []) {
  let name;
  try {
    name = decodeURIComponent(path).slice(1);
  } catch {
    name = path.slice(1);
  }
  if (name === '' || name.endsWith('/')) name += 'index.html';
  const data = files.get(name);
  if (data && name.endsWith('.html')) {
    const page = data.toString();
    return html(200, page, number, page.includes('id="au-posting"') ? folderOf(name, folders) : undefined);
  }
  if (data) return { status: 200, headers: { ...(name.startsWith('v/') ? lasting : fresh), 'content-type': typeOf(name) }, body: data };
  if (files.has(`${name}/index.html`)) return { status: 301, headers: { ...fresh, location: `${path.slice(path.lastIndexOf('/') + 1)}/` }, body: '' };
  if (files.size > 0) return html(404, emptyPage('There is no such page'), number);
  return html(404, emptyPage('There is no page yet'), number, folderOf(name, folders));
}
