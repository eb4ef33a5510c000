// The server of `aushang serve`, for browsers on this machine alone.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { answer, own, ownFiles } from './pages.js';
import { isThisMachine, jsonOf, mayChange } from './requests.js';

const host = '127.0.0.1';
/** Browsers load a page and what belongs to it until they have asked for nothing for so long, ms. */
const pause = 100;
/** Whoever asks without end is waited for no longer, ms. */
const longest = 1000;

/** @param {import('./preview.js').Preview} preview */
const newsOf = ({ number, findings, texts }) => `data: ${JSON.stringify({ number, findings, texts })}\n\n`;

/** @param {import('node:http').ServerResponse} response @param {Promise<import('./steps.js').Reply>} coming */
async function say(response, coming) {
  const { status, body } = await coming.catch((problem) => ({ status: 500, body: { message: `${problem}` } }));
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...(status === 405 ? { allow: 'POST' } : {}) }).end(JSON.stringify(body));
}

export class Server {
  /** @param {import('./preview.js').Preview} preview @param {import('./steps.js').Steps} steps @param {string} folder with bar.js and bar.css */
  constructor(preview, steps, folder) {
    this.preview = preview;
    this.steps = steps;
    this.folder = folder;
    /** @type {Set<import('node:http').ServerResponse>} */
    this.listeners = new Set();
    this.told = newsOf(preview);
    /** When something was asked for last, or browsers were told to. */
    this.asked = 0;
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

  /** Tells every open page what there is now, if it isn't what it was told last. */
  tell() {
    const news = newsOf(this.preview);
    if (news === this.told) return;
    this.told = news;
    this.asked = Date.now();
    for (const listener of this.listeners) listener.write(news);
  }

  /** When browsers have loaded what they were told of, so that nothing takes the machine from them; or `isEnough`. @param {() => boolean} isEnough */
  async rests(isEnough) {
    if (this.listeners.size === 0) return;
    for (const end = Date.now() + longest; Date.now() < Math.min(this.asked + pause, end) && !isEnough();)
      await new Promise((done) => { setTimeout(done, 20); });
  }

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
    if (pathname === `${own}points`) return void say(response, this.steps.points(searchParams.get('folder') ?? ''));
    if (pathname === `${own}step`) return void say(response, this.step(request));
    if (pathname.startsWith(own)) return this.ownFile(pathname.slice(own.length), response);
    this.asked = Date.now();
    const { status, headers, body } = answer(this.preview.files, this.preview.number, pathname, this.preview.folders);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? '' : body);
  }

  /** @param {import('node:http').ServerResponse} response */
  follow(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(newsOf(this.preview));
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  /** @param {import('node:http').IncomingMessage} request @returns {Promise<import('./steps.js').Reply>} */
  async step(request) {
    const status = mayChange(request);
    if (status !== 200) return { status, body: { message: 'Steps come from the preview\'s own pages.' } };
    const { folder, step } = /** @type {{ folder?: unknown, step?: unknown }} */ (await jsonOf(request) ?? {});
    if (typeof folder !== 'string' || typeof step !== 'object' || step === null) return { status: 400, body: { message: 'This is no step.' } };
    return this.steps.step(folder, step);
  }

  /** Of all files only those that something was found in, or that points are of. @param {string} file @param {import('node:http').ServerResponse} response */
  source(file, response) {
    const named = this.steps.names(file) || this.preview.findings.some((finding) => finding.file === file);
    try {
      const text = named ? readFileSync(file) : undefined;
      response.writeHead(text ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text ?? '');
    } catch {
      response.writeHead(404).end();
    }
  }

  /** @param {string} name @param {import('node:http').ServerResponse} response */
  ownFile(name, response) {
    const file = join(this.folder, name);
    if (!ownFiles.includes(name) || !existsSync(file)) return void response.writeHead(404).end();
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(readFileSync(file));
  }
}
