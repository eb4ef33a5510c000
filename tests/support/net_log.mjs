// What Chromium itself says it did on the network: every host that was looked up, every socket, every request, whoever
// asked for it: page, frame, worker, preloader or the browser's own services.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { wholeChromium } from './engines/programs.mjs';
import { chromiumArguments } from './engines/puppeteer.mjs';

/**
 * Hosts that Chromium asks for its own sake, whatever is shown, and which no switch keeps it from asking. Here it is told
 * that there are none, so that no socket to them blurs the log.
 */
const itsOwn = [
  'update.googleapis.com', // are there newer versions of the browser's parts
  'accounts.google.com', // is anybody signed in to the browser
  'content-autofill.googleapis.com', // what could be filled into forms
];
/** What those names become, and sockets through which nothing is ever sent: which way would lead to the internet by IPv6, and here. */
const traces = ['~notfound', '[2001:4860:4860::8888]:443', '127.0.0.1:443'];
const quiet = ['--disable-domain-reliability', '--disable-client-side-phishing-detection', '--no-pings', '--no-proxy-server', `--host-resolver-rules=${itsOwn.map((name) => `MAP ${name} ~NOTFOUND`)}`];

/**
 * A browser that writes down what it does on the network. The log is whole when the browser is closed. It has a profile:
 * without one Chromium opens no connections ahead, whatever a page says.
 * @param {string} file for the log @param {string} profile folder
 */
export const launchLogged = (file, profile) => chromium.launchPersistentContext(profile, { executablePath: wholeChromium, args: [...chromiumArguments, ...quiet, `--log-net-log=${file}`, '--net-log-capture-mode=Default'] });

/**
 * @typedef {object} Contact
 * @property {string} event what Chromium calls it
 * @property {string} place a URL's origin, a host's name, or an address with its port
 * @property {boolean} forPage a document asked for it
 */

/**
 * All whom the browser turned to.
 * @param {string} file a finished log
 * @returns {Contact[]}
 */
export function contacts(file) {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8'));
  const names = Object.fromEntries(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  /** @type {Contact[]} */
  const found = [];
  for (const { type, params } of events) {
    const event = names[type];
    for (const place of params ? places(event, params) : []) found.push({ event, place, forPage: /:\/\//.test(params.initiator) });
  }
  return found;
}

/** @param {string} event @param {any} params @returns {string[]} */
function places(event, params) {
  if (/^URL_REQUEST_(START_JOB|REDIRECTED)$|^HTTP_STREAM_(JOB|REQUEST)/.test(event)) {
    const { url = params.location } = params;
    return typeof url === 'string' && /^(https?|wss?|ftp):/.test(url) ? [new URL(url).origin] : [];
  }
  if (/^HOST_RESOLVER/.test(event)) return typeof params.host === 'string' ? [params.host.replace(/^(https?|wss?):\/\//, '')] : [];
  if (/^DNS_TRANSACTION/.test(event)) return typeof params.hostname === 'string' ? [params.hostname] : [];
  // Sockets name one address, or all that are tried in turn.
  if (/^(TCP|UDP)_CONNECT|^QUIC_SESSION$|^UDP_BYTES_SENT/.test(event)) return [params.address, params.host, ...params.address_list ?? []].filter((one) => typeof one === 'string');
  return [];
}

/** Those among them that aren't at `origin`, and that the browser wouldn't turn to anyway. @param {Contact[]} all @param {string} origin by number: http://127.0.0.1:8080 */
export function strangers(all, origin) {
  const { host, hostname } = new URL(origin);
  const known = new Set([origin, host, hostname]), browsers = new Set([...traces, ...itsOwn.flatMap((name) => [name, `https://${name}`, `http://${name}`])]);
  return all.filter(({ place, forPage }) => !known.has(place) && (forPage || !browsers.has(place)));
}
