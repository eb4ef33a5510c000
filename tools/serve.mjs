// Serves a folder on this machine only, and prints its address:
//   node tools/serve.mjs FOLDER        PORT=n, else the first free port from 8080
import {existsSync} from 'node:fs';
import {createServer} from 'node:http';
import process from 'node:process';

import sirv from 'sirv';

const host = '127.0.0.1';
const firstPort = 8080;
const lastPort = 8179;

/** @param {string} message */
function fail(message) {
  console.error(`✗ ${message}`);
  process.exit(1);
}

/**
 * @param {string} text what PORT says
 * @returns {number[]} ports to try, in order
 */
function portsToTry(text) {
  if (text === '') return Array.from({length: lastPort - firstPort + 1}, (_, index) => firstPort + index);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`PORT must be a number from 0 to 65535, not '${text}'.`);
  return [port];
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>} false if the port is taken
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => resolve(true));
  });
}

const folder = process.argv[2] ?? 'dist';
if (!existsSync(folder)) fail(`There is no folder '${folder}'. ./dev build makes dist.`);

// dev: files are read anew for each request, so a rebuilt page shows on reload.
const serveFile = sirv(folder, {dev: true, brotli: true, gzip: true});
const ports = portsToTry(process.env.PORT ?? '');
let server;
for (const port of ports) {
  const candidate = createServer((request, response) => {
    serveFile(request, response, () => {
      response.writeHead(404, {'content-type': 'text/plain'}).end('Not found\n');
    });
  });
  if (await listen(candidate, port)) {
    server = candidate;
    break;
  }
}

if (!server) {
  fail(ports.length === 1 ? `Port ${ports[0]} is taken. Set PORT to another.`
                          : `The ports ${firstPort} to ${lastPort} are all taken. Set PORT to a free one.`);
} else {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`Serving ${folder}/ at http://${host}:${address.port}/`);
}
