// Hosts as there are many: a static server on the loopback interface that serves folders in its own manner.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const usual = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.js': 'text/javascript', '.png': 'image/png', '.json': 'application/json', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8' };
const encodings = { br: '.br', gzip: '.gz' };

/**
 * @typedef {object} Manner
 * @property {string} [under] the path below which the folder lies; a slash at both ends
 * @property {Record<string, string | null>} [types] by a name's ending, instead of the usual ones; null: says none
 * @property {Record<string, string>} [headers] sent with every answer
 * @property {boolean} [compressed] sends what lies compressed beside a file, to who takes it
 * @property {Record<string, string>} [pages] HTML of the host's own, by path
 */

/**
 * @param {string} folder
 * @param {Manner} [manner]
 * @returns {Promise<{origin: string, address: string, asked: string[], missing: string[], close: () => Promise<void>}>}
 *   address: where the folder is; asked: the paths of all requests; missing: those of them that lead nowhere
 */
export function serveAs(folder, manner = {}) {
  const { under = '/', types = {}, headers = {}, compressed = false, pages = {} } = manner;
  const site = { origin: '', address: '', asked: /** @type {string[]} */ ([]), missing: /** @type {string[]} */ ([]), close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    site.asked.push(path);
    const answer = (/** @type {number} */ status, /** @type {Record<string, string>} */ more, /** @type {Buffer | string} */ data = '') => response.writeHead(status, { ...headers, ...more }).end(request.method === 'HEAD' ? '' : data);
    if (pages[path]) return answer(200, { 'content-type': usual['.html'] }, pages[path]);
    let file = path.startsWith(under) || `${path}/` === under ? join(folder, path.slice(under.length)) : '';
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) return answer(301, { location: `${pathname}/${search}` });
      file = join(file, 'index.html');
    }
    if (!existsSync(file)) {
      site.missing.push(path);
      return answer(404, { 'content-type': usual['.html'] }, '<!doctype html><html lang="en"><title>Not found</title><h1>There is nothing here</h1></html>');
    }
    const kind = extname(file), type = kind in types ? types[kind] : usual[kind] ?? 'application/octet-stream';
    const taken = String(request.headers['accept-encoding'] ?? '').split(/[\s,]+/);
    const [encoding, ending] = Object.entries(encodings).find(([name, end]) => compressed && taken.includes(name) && existsSync(file + end)) ?? ['', ''];
    return answer(200, { ...(type && { 'content-type': type }), ...(compressed && { vary: 'accept-encoding' }), ...(encoding && { 'content-encoding': encoding }) }, readFileSync(file + ending));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      site.origin = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
      site.address = site.origin + under;
      site.close = () => new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      done(site);
    });
  });
}
