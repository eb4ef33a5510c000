// Programs the engines need: where they are, and that none of them outlives this process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of these programs that is there; a name without a slash is looked for on the PATH.
 * @param {(string | undefined)[]} names
 * @returns {string | undefined}
 */
export function findProgram(...names) {
  for (const name of names) {
    if (!name) continue;
    const places = name.includes('/') ? [name] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
    const found = places.find(isProgram);
    if (found) return found;
  }
  return undefined;
}

/** Chromium as people have it, and the one that tests use: where it can be had, the same engine without windows, which takes half as long. */
export const wholeChromium = findProgram(process.env.AUSHANG_CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
export const testChromium = process.env.AUSHANG_HEADLESS_CHROMIUM ?? wholeChromium;

/** WebKit's own small browser lies in a folder that is named after machine and version. */
export function findMiniBrowser() {
  const folders = (/** @type {string} */ path) => {
    try {
      return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name));
    } catch {
      return [];
    }
  };
  const webkits = ['/usr/lib', '/usr/libexec', ...folders('/usr/lib')].flatMap(folders).filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder));
  return findProgram('MiniBrowser', ...webkits.sort().map((folder) => join(folder, 'MiniBrowser')));
}

// A program gets its own process group, so that its children end with it. Where setpriv exists, the kernel
// ends it even if this process is killed without a chance to do so.
const setpriv = findProgram('setpriv');
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions}} [options]
 */
export function startProgram(program, args, options = {}) {
  watchTheEnd();
  const command = setpriv ? [setpriv, '--pdeathsig', 'TERM', program, ...args] : [program, ...args];
  const child = spawn(command[0], command.slice(1), { stdio: 'ignore', ...options, detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** @param {import('node:child_process').ChildProcess} child */
export async function endProgram(child) {
  if (!running.has(child)) return;
  const gone = once(child, 'exit');
  killGroup(child, 'SIGTERM');
  const late = setTimeout(() => killGroup(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(late);
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function killGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // It ended by itself.
  }
}

let watching = false;
function watchTheEnd() {
  if (watching) return;
  watching = true;
  process.once('exit', () => running.forEach((child) => killGroup(child, 'SIGKILL')));
  // The default for a signal is to end without the exit event.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1));
}

/** @returns {Promise<number>} a port nobody listens on now */
export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
