// Orca, the screen reader, with Firefox on a display and a D-Bus of their own: what a blind reader would hear.
// Keys come from the X server, as Orca takes them; what Orca says comes from orca_speech.py, its voice.
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { endProgram, findProgram, startProgram } from './engines/programs.mjs';
import { startDisplay, xvfb } from './engines/xvfb.mjs';

const run = promisify(execFile);
const voice = fileURLToPath(new URL('orca_speech.py', import.meta.url));

/**
 * @typedef {object} Utterance
 * @property {'say' | 'key' | 'stop' | 'end'} kind something said; a key's name; whatever is being said is cut off; the end of reading on
 * @property {string} text
 * @property {number} at ms
 *
 * @typedef {object} Orca
 * @property {string} [skipReason] why there is none; its functions throw then
 * @property {(url: string, isReady?: () => unknown) => Promise<void>} open shows a page and gives it the focus; `isReady` runs in it
 * @property {(name: string) => Promise<void>} key presses a key; names are the X server's: Tab, space, Return, h, shift+Tab
 * @property {(text: string) => Promise<void>} type
 * @property {(quiet?: number) => Promise<string[]>} heard what was said since the last call, once it has been quiet for so many ms
 * @property {() => import('puppeteer-core').Page} page for a look into the page; its own keyboard doesn't reach Orca
 * @property {Utterance[]} record everything, for the curious
 * @property {() => Promise<void>} close
 */

/** @returns {{reason?: string, orca: string, xdotool: string, dbus: string, firefox: string}} */
function findPrograms() {
  const orca = findProgram('orca'), xdotool = findProgram('xdotool'), dbus = findProgram('dbus-daemon');
  const firefox = findProgram(process.env.AUSHANG_FIREFOX, 'firefox-esr');
  const missing = Object.entries({ Orca: orca, xdotool, 'dbus-daemon': dbus, Firefox: firefox, Xvfb: xvfb }).filter(([, path]) => !path).map(([name]) => name);
  let reason = missing.length ? `there is no ${missing.join(' and no ')} on this machine` : undefined;
  // Orca refuses to be started a second time by the same user.
  if (!reason && isRunning('orca')) reason = 'another Orca is running';
  return { reason, orca: orca ?? '', xdotool: xdotool ?? '', dbus: dbus ?? '', firefox: firefox ?? '' };
}

/** The one that orca_speech.py was written for. */
const known = '43.';
/** @param {string} orca */
function versionOf(orca) {
  try {
    return execFileSync(orca, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return 'without a version';
  }
}

/** @param {string} name of a program, running as this user */
function isRunning(name) {
  try {
    return execFileSync('pgrep', ['-u', String(process.getuid?.()), '-x', name]).length > 0;
  } catch {
    return false;
  }
}

/**
 * @param {{readOnLoad?: boolean}} [options] readOnLoad: Orca reads each page that loads from its beginning, as it does out of the box. It
 *   does so while the page is still changing, so what is heard isn't always the same.
 * @returns {Promise<Orca>}
 */
export async function startOrca(options = {}) {
  const { reason, ...programs } = findPrograms();
  if (reason) return none(reason);

  /** @type {(() => unknown)[]} */
  const ends = [];
  const close = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  try {
    return await start(programs, options.readOnLoad ?? false, ends, close);
  } catch (error) {
    await close();
    const version = versionOf(programs.orca);
    if (version.includes(known)) throw error;
    return none(`Orca ${version} takes no voice from here: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {string} reason @returns {Orca} */
function none(reason) {
  const refuse = () => { throw new Error(reason); };
  return { skipReason: reason, open: refuse, key: refuse, type: refuse, heard: refuse, page: refuse, record: [], close: async () => {} };
}

/**
 * @param {{orca: string, xdotool: string, dbus: string, firefox: string}} programs
 * @param {boolean} readOnLoad
 * @param {(() => unknown)[]} ends
 * @param {() => Promise<void>} close
 * @returns {Promise<Orca>}
 */
async function start(programs, readOnLoad, ends, close) {
  const home = mkdtempSync(join(tmpdir(), 'orca-'));
  // Signals, too, end with this event; see programs.mjs.
  const forget = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  ends.push(() => {
    process.off('exit', forget);
    forget();
  });

  const display = await startDisplay();
  ends.push(display.close);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...display.environment, HOME: home, XDG_RUNTIME_DIR: home, LC_ALL: 'C.UTF-8', LANGUAGE: 'en', GNOME_ACCESSIBILITY: '1', GSETTINGS_BACKEND: 'memory' };
  for (const name of ['NO_AT_BRIDGE', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'AT_SPI_BUS_ADDRESS', 'DBUS_SESSION_BUS_ADDRESS', 'PYTHONPATH']) delete env[name];

  // The bus of accessibility starts when somebody asks this one for it, and ends with it.
  const dbus = startProgram(programs.dbus, ['--session', '--nofork', '--nosyslog', '--print-address=3'], { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  ends.push(() => endProgram(dbus));
  const [address] = await Promise.race([once(/** @type {any} */ (dbus.stdio[3]), 'data'), once(dbus, 'exit')]);
  env.DBUS_SESSION_BUS_ADDRESS = String(address).trim();

  const settings = join(home, 'orca');
  mkdirSync(settings);
  copyFileSync(voice, join(settings, 'orca_speech.py'));
  // Orca's own settings, but for the voice, and for letters: those that arrive in the field, not those of the keyboard.
  writeFileSync(join(settings, 'orca-customizations.py'), ['import orca.settings as s', "s.speechServerFactory = 'orca_speech'",
    `s.sayAllOnLoad = ${readOnLoad ? 'True' : 'False'}`, 's.enableBraille = False', 's.enableSound = False', 's.enableKeyEcho = False', 's.enableEchoByCharacter = True'].join('\n'));
  const orca = startProgram(programs.orca, ['-u', settings], { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  ends.push(() => endProgram(orca));

  /** @type {Utterance[]} */
  const record = [];
  let last = performance.now();
  createInterface({ input: /** @type {any} */ (orca.stdio[3]) }).on('line', (line) => {
    last = performance.now();
    record.push({ ...JSON.parse(line), at: last });
  });
  /** @param {(one: Utterance) => boolean} is @param {number} from @param {number} timeout ms */
  const recorded = async (is, from, timeout) => {
    for (const end = performance.now() + timeout; !record.slice(from).some(is); await delay(10)) {
      if (orca.exitCode !== null) throw new Error(`Orca ended with ${orca.exitCode}`);
      if (performance.now() > end) return false;
    }
    return true;
  };
  if (!await recorded((one) => one.kind === 'say', 0, 20_000)) throw new Error('Orca does not start to speak');

  const profile = join(home, 'firefox');
  mkdirSync(profile);
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: programs.firefox, userDataDir: profile, headless: false, env, defaultViewport: null, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    extraPrefsFirefox: { 'accessibility.force_disabled': -1, 'webgl.force-enabled': true, 'gfx.webrender.software': true, 'general.smoothScroll': false,
      'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false, 'browser.safebrowsing.update.enabled': false },
  });
  ends.push(() => browser.close());
  const [page] = await browser.pages();
  // There is no window manager that would do this.
  await run(programs.xdotool, ['search', '--sync', '--onlyvisible', '--class', 'firefox', 'windowfocus', '--sync'], { env });
  // A new window has the focus in its address bar, and there Orca would not read a page that loads. F6 goes on to the page.
  for (let attempt = 0; !await page.evaluate(() => document.hasFocus()); ++attempt) {
    if (attempt === 5) throw new Error('Firefox does not give its page the focus');
    await run(programs.xdotool, ['key', 'F6'], { env });
    await page.waitForFunction(() => document.hasFocus(), { timeout: 2000 }).catch(() => {});
  }

  /** Orca stops talking at each key, and so tells that it has noticed. @param {string[]} args */
  const press = async (...args) => {
    const from = record.length;
    await run(programs.xdotool, args, { env });
    await recorded((one) => one.kind === 'stop', from, 2000);
    last = performance.now();
  };

  let told = 0;
  return {
    record, close,
    page: () => page,
    async open(url, isReady = () => document.readyState === 'complete') {
      const from = record.length;
      await page.goto(url);
      await page.waitForFunction(isReady);
      await recorded((one) => readOnLoad ? one.kind === 'end' : one.text.startsWith('Finished loading'), from, readOnLoad ? 30_000 : 10_000);
    },
    key: (name) => press('key', name),
    async type(text) {
      // One by one: several letters at once Orca would not spell.
      for (const letter of text) {
        const from = record.length;
        await press('type', letter);
        await recorded((one) => one.kind === 'say', from, 1000);
      }
    },
    async heard(quiet = 1000) {
      while (performance.now() < last + quiet) await delay(last + quiet - performance.now());
      const news = record.slice(told);
      told = record.length;
      return news.filter((one) => one.kind === 'say').map((one) => one.text);
    },
  };
}
