// A static server on the loopback interface whose answers can be spoilt, one request at a time.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { watchPolicy } from './policy.mjs';

/** @type {Record<string, string>} */
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.js': 'text/javascript', '.png': 'image/png', '.json': 'application/json', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json' };

/** What can go wrong with an answer. @typedef {'error' | 'gone' | 'cut' | 'short' | 'late' | 'mixed'} Mood */
/** @type {Mood[]} */
export const moods = ['error', 'gone', 'cut', 'short', 'late', 'mixed'];

/**
 * @param {string} folder
 * @returns {Promise<{origin: string, asked: string[], folder: string, other: string, spoil: (path: string) => Mood | null, edit: (path: string, data: Buffer) => Buffer, stop: () => Promise<void>, start: () => Promise<void>}>}
 *   asked: the paths of all requests; spoil: asked before each answer; other: the folder that a mixed answer comes from;
 *   edit: makes of a file what is sent
 */
export async function serveMoody(folder) {
  let port = 0;
  const site = {
    origin: '', folder, other: folder, asked: /** @type {string[]} */ ([]),
    spoil: /** @type {(path: string) => Mood | null} */ (() => null),
    edit: (/** @type {string} */ _path, /** @type {Buffer} */ data) => data,
    start: () => new Promise((/** @type {(value: void) => void} */ done) => {
      server.listen(port, '127.0.0.1', () => {
        port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
        site.origin = `http://127.0.0.1:${port}`;
        done();
      });
    }),
    stop: () => new Promise((/** @type {(value: void) => void} */ done) => {
      server.close(() => done());
      server.closeAllConnections();
      policy.judge();
    }),
  };
  const policy = watchPolicy();
  const server = createServer((request, response) => {
    if (policy.takes(request, response)) return;
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    site.asked.push(path);
    const mood = site.spoil(path);
    const inFolder = (/** @type {string} */ root) => {
      const file = join(root, path);
      return existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
    };
    const file = mood === 'mixed' && existsSync(inFolder(site.other)) ? inFolder(site.other) : inFolder(site.folder);
    if (mood === 'error') return void response.writeHead(500).end('no');
    if (mood === 'gone') return void request.socket.destroy();
    if (!existsSync(file)) return void response.writeHead(404).end();
    const data = site.edit(path, readFileSync(file)), headers = { ...policy.headers(file), 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': path.includes('/v/') ? 'max-age=31536000, immutable' : 'no-cache' };
    if (mood === 'cut') { // fewer bytes than were promised
      response.writeHead(200, { ...headers, 'content-length': data.length });
      response.write(data.subarray(0, data.length / 2));
      setTimeout(() => request.socket.destroy(), 20);
    } else if (mood === 'short') { // half of the file, as if it were the whole
      response.writeHead(200, headers).end(data.subarray(0, data.length / 2));
    } else {
      setTimeout(() => response.writeHead(200, headers).end(data), mood === 'late' ? 700 : 0);
    }
  });
  await site.start();
  return site;
}
