// Chromium, and a static server on the loopback interface that keeps count of what is asked for.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { testChromium } from './engines/programs.mjs';
import { chromiumArguments } from './engines/puppeteer.mjs';
import { watchPolicy } from './policy.mjs';

export const launch = () => chromium.launch({ executablePath: testChromium, args: chromiumArguments });

/** A browser with a profile that outlives it. @param {string} profile folder */
export const launchKept = (profile) => chromium.launchPersistentContext(profile, { executablePath: testChromium, args: chromiumArguments });

/** @type {Record<string, string>} */
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.js': 'text/javascript', '.png': 'image/png', '.json': 'application/json', '.wasm': 'application/wasm' };

/** What is no encoding stays as it is. @param {string} url */
function pathOf(url) {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    return normalize(decodeURIComponent(pathname));
  } catch {
    return normalize(pathname);
  }
}

/**
 * Sends what the site's own files for web servers ask for. What a page does against its policy makes `close` fail.
 * @param {string} folder with one site or several
 * @param {Record<string, string>} [headers] sent with every answer
 * @param {() => string} [ancestor] the origin that may frame the pages, besides their own
 * @param {RegExp} [expected] what may be reported as against the policy (`watchPolicy`)
 * @returns {Promise<{origin: string, missing: string[], close: () => Promise<void>}>}
 */
export function serve(folder, headers = {}, ancestor = () => '', expected = undefined) {
  /** @type {string[]} */
  const missing = [];
  const policy = watchPolicy(folder, ancestor, expected);
  const server = createServer((request, response) => {
    if (policy.takes(request, response)) return;
    const path = pathOf(request.url ?? '/');
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      missing.push(path);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...policy.headers(file), ...headers });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      done({ origin: `http://127.0.0.1:${address.port}`, missing, close: async () => {
        // A browser opens connections in advance. Node doesn't count them as idle, and would wait for their first request.
        await new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
        policy.judge();
      } });
    });
  });
}
