// The server of `aushang serve`, for browsers on this machine alone.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { answer, own } from './pages.js';

const host = '127.0.0.1';

/** Other people's pages can lead a browser here under a name of theirs; what they then read would be theirs. @param {string} name */
const isThisMachine = (name) => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(name);

/** @param {import('./preview.js').Preview} preview */
const newsOf = ({ number, findings }) => `data: ${JSON.stringify({ number, findings })}\n\n`;

export class Server {
  /** @param {import('./preview.js').Preview} preview @param {string} folder with bar.js and bar.css */
  constructor(preview, folder) {
    this.preview = preview;
    this.folder = folder;
    /** @type {Set<import('node:http').ServerResponse>} */
    this.listeners = new Set();
    this.server = createServer((request, response) => this.respond(request, response));
  }

  /** @param {number} port @returns {Promise<boolean>} false if it is taken */
  listen(port) {
    return new Promise((done, fail) => {
      this.server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => (['EADDRINUSE', 'EACCES'].includes(error.code ?? '') ? done(false) : fail(error)));
      this.server.listen(port, host, () => done(true));
    });
  }

  address() { return `http://${host}:${/** @type {import('node:net').AddressInfo} */ (this.server.address()).port}/`; }

  /** Tells every open page what there is now. */
  tell() { for (const listener of this.listeners) listener.write(newsOf(this.preview)); }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  respond(request, response) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (!isThisMachine(request.headers.host ?? '')) return void response.writeHead(421).end();
    if (pathname === `${own}events`) return this.follow(response);
    if (pathname === `${own}source`) return this.source(searchParams.get('file') ?? '', response);
    if (pathname.startsWith(own)) return this.ownFile(pathname.slice(own.length), response);
    const { status, headers, body } = answer(this.preview.files, this.preview.number, pathname);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? '' : body);
  }

  /** @param {import('node:http').ServerResponse} response */
  follow(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(newsOf(this.preview));
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  /** Of all files only those that something was found in. @param {string} file @param {import('node:http').ServerResponse} response */
  source(file, response) {
    const named = this.preview.findings.some((finding) => finding.file === file);
    try {
      const text = named ? readFileSync(file) : undefined;
      response.writeHead(text ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text ?? '');
    } catch {
      response.writeHead(404).end();
    }
  }

  /** @param {string} name @param {import('node:http').ServerResponse} response */
  ownFile(name, response) {
    const type = new Map([['bar.js', 'text/javascript'], ['keep.js', 'text/javascript'], ['bar.css', 'text/css']]).get(name);
    if (!type) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(readFileSync(join(this.folder, name)));
  }
}
