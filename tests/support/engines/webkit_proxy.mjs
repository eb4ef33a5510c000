// WebKit's driver reports neither messages nor requests, and runs nothing before a page's scripts. So
// WebKit gets a proxy, which changes nothing about the page's origin. It
//  - notes requests that leave the origin (and answers them itself: nothing leaves the machine), and answers ≥ 400;
//  - puts one script before everything else in each HTML page: it collects messages, adopts the first style
//    sheet, and is gone from the document before the page's own scripts run;
//  - has a page of its own at /.engine/frame, in which a page narrower than WebKit's window is shown.
// A page whose *header* forbids its own origin's scripts stays without the collector.
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import { adoptStyle } from './page.mjs';

export const framePath = '/.engine/frame';
const scriptPath = '/.engine/start.js';
export const collection = 'engine.messages';

/** @typedef {import('../engines.mjs').Message} Message */

/**
 * @param {string} origin of the page
 * @param {string} [initStyle]
 * @param {string[]} [others] origins that the page may ask besides
 * @returns {Promise<{url: string, messages: Message[], close: () => Promise<void>}>}
 */
export async function startProxy(origin, initStyle, others = []) {
  /** @type {Message[]} */
  const messages = [];
  const add = (/** @type {Message['kind']} */ kind, /** @type {string} */ text) => messages.push({ kind, text });
  const script = `(${collect})(${JSON.stringify(collection)});${initStyle ? `(${adoptStyle})(${JSON.stringify(initStyle)});` : ''}`;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    if (url.origin !== origin && !others.includes(url.origin)) {
      add('leaves', url.href);
      response.writeHead(502).end();
    } else if (url.pathname === scriptPath) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(script);
    } else if (url.origin === origin && url.pathname === framePath) {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end('<!doctype html><title>frame</title>');
    } else {
      forward(request, response, url, add);
    }
  });
  server.on('connect', (request, socket) => {
    add('leaves', `https://${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {URL} url
 * @param {(kind: Message['kind'], text: string) => void} add
 */
function forward(request, response, url, add) {
  // Compressed text can't be looked into.
  const headers = { ...request.headers, 'accept-encoding': 'identity' };
  const onward = ask(url, { method: request.method, headers }, async (answer) => {
    const status = answer.statusCode ?? 502;
    if (status >= 400 && url.pathname !== '/favicon.ico') add('network', `${url.href}: ${status}`);
    if (!/^text\/html/.test(answer.headers['content-type'] ?? '')) {
      response.writeHead(status, answer.headers);
      answer.pipe(response);
      return;
    }
    const chunks = [];
    for await (const chunk of answer) chunks.push(chunk);
    const { 'content-length': _, 'transfer-encoding': __, ...rest } = answer.headers;
    response.writeHead(status, rest).end(withScript(Buffer.concat(chunks).toString('latin1')), 'latin1');
  });
  onward.on('error', (error) => {
    add('network', `${url.href}: ${error.message}`);
    response.writeHead(502).end();
  });
  request.pipe(onward);
}

/** @param {string} html */
function withScript(html) {
  const place = /<head(\s[^>]*)?>|^\s*<!doctype[^>]*>/gi;
  const found = [...html.matchAll(place)].pop();
  const at = found ? found.index + found[0].length : 0;
  return `${html.slice(0, at)}<script src="${scriptPath}"></script>${html.slice(at)}`;
}

/**
 * Runs in the page.
 * @param {string} name
 */
function collect(name) {
  document.currentScript?.remove();
  /** @type {Message[]} */
  const list = [];
  Object.defineProperty(window, Symbol.for(name), { value: list });
  const add = (/** @type {Message['kind']} */ kind, /** @type {string} */ text) => list.push({ kind, text });
  for (const level of /** @type {const} */ (['error', 'warn'])) {
    const original = console[level].bind(console);
    console[level] = (...words) => {
      add('console', words.map(String).join(' '));
      original(...words);
    };
  }
  addEventListener('error', (event) => add('error', event.message));
  addEventListener('unhandledrejection', (event) => add('error', String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => {
    // The browser asks for that icon by itself.
    if (!event.blockedURI.endsWith('/favicon.ico')) add('csp', `${event.effectiveDirective} forbids ${event.blockedURI}`);
  }, true);
}
