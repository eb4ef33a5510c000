// Chromium and Firefox, both driven by puppeteer-core.
import puppeteer from 'puppeteer-core';
import { adoptStyle, makePage } from './page.mjs';
import { findProgram, testChromium } from './programs.mjs';
import { startDisplay, xvfb } from './xvfb.mjs';

/** @typedef {import('../engines.mjs').Message} Message */
/** @typedef {import('../engines.mjs').OpenOptions} OpenOptions */
/** @typedef {{browser: import('puppeteer-core').Browser, end: () => Promise<void>}} Running */

/** Quiet, and with WebGL2 drawn by the processor. */
export const chromiumArguments = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--disable-quic', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
  '--font-render-hinting=slight']; // as Chromium with windows draws texts by default

// The signals are watched by programs.mjs; puppeteer's own handlers would keep this process alive.
const common = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false, defaultViewport: null };

/** @returns {import('../engines.mjs').Engine} */
export function chromiumEngine() {
  return makeEngine('chromium', testChromium ? undefined : 'there is no Chromium on this machine', async () => {
    // A pipe instead of a port: Chromium ends when this process does, however that comes about.
    const browser = await puppeteer.launch({ ...common, executablePath: testChromium, pipe: true, args: [...chromiumArguments, '--disable-smooth-scrolling', '--hide-scrollbars'] });
    return { browser, end: () => browser.close() };
  });
}

/** @returns {import('../engines.mjs').Engine} */
export function firefoxEngine() {
  const executablePath = findProgram(process.env.AUSHANG_FIREFOX, 'firefox-esr');
  const missing = [executablePath ? '' : 'Firefox', xvfb ? '' : 'Xvfb'].filter(Boolean).join(' and no ');
  return makeEngine('firefox', missing ? `there is no ${missing} on this machine` : undefined, async (dark) => {
    const display = await startDisplay();
    const browser = await puppeteer.launch({
      ...common, browser: 'firefox', executablePath, headless: false, env: display.environment,
      extraPrefsFirefox: {
        'webgl.force-enabled': true, 'gfx.webrender.software': true, 'general.smoothScroll': false,
        'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
        'widget.gtk.overlay-scrollbars.enabled': true, 'widget.non-native-theme.scrollbar.size.override': 0,
        'browser.chrome.site_icons': false, 'network.dns.disablePrefetch': true, 'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false, 'browser.safebrowsing.update.enabled': false,
      },
    }).catch(async (error) => {
      await display.close();
      throw error;
    });
    return { browser, end: () => browser.close().finally(display.close) };
  });
}

/**
 * @param {'chromium' | 'firefox'} name
 * @param {string | undefined} skipReason
 * @param {(dark: boolean) => Promise<Running>} start
 * @returns {import('../engines.mjs').Engine}
 */
function makeEngine(name, skipReason, start) {
  // Firefox takes the colour scheme from its settings, so dark pages are another Firefox.
  const schemeAtStart = name === 'firefox';
  /** @type {Map<boolean, Promise<Running>>} */
  const running = new Map();
  const get = (/** @type {boolean} */ dark) => {
    const key = schemeAtStart && dark;
    const one = running.get(key) ?? start(key);
    running.set(key, one);
    return one;
  };
  return {
    name,
    skipReason,
    version: async () => (await get(false)).browser.version(),
    open: async (options) => openPage((await get(options.dark ?? false)).browser, options, !schemeAtStart),
    async close() {
      const all = [...running.values()];
      running.clear();
      await Promise.all(all.map(async (one) => (await one).end()));
    },
  };
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {OpenOptions} options
 * @param {boolean} emulateScheme
 */
async function openPage(browser, options, emulateScheme) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const messages = collectMessages(page, [new URL(options.url).origin, ...options.others ?? []]);
  const resize = (/** @type {number} */ width, /** @type {number} */ height) => page.setViewport({ width, height, deviceScaleFactor: options.dpr ?? 1 }).catch((error) => {
    // A command of its own, which Firefox 140 lacks; nothing here turns a screen.
    if (!/setScreenOrientationOverride.*unknown command/s.test(String(error))) throw error;
  });
  await resize(options.width, options.height);
  if (emulateScheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.dark ? 'dark' : 'light' }]);
  if (options.initStyle) await page.evaluateOnNewDocument(adoptStyle, options.initStyle);
  await page.goto(options.url, { waitUntil: 'load' });
  return makePage({
    run: (expression) => /** @type {Promise<string | undefined>} */ (page.evaluate(expression)),
    runInFrame: async (expression) => {
      const frame = page.frames().find((one) => one.parentFrame() === page.mainFrame());
      if (!frame) throw new Error('the page has no frame');
      return /** @type {string | undefined} */ (await frame.evaluate(expression));
    },
    png: () => page.screenshot({ captureBeyondViewport: false }),
    async wheel(deltaX, deltaY, at) {
      await page.mouse.move(at.x, at.y);
      await page.mouse.wheel({ deltaX, deltaY });
    },
    async press(key, modifiers) {
      for (const modifier of modifiers) await page.keyboard.down(/** @type {any} */ (modifier));
      await page.keyboard.press(/** @type {any} */ (key));
      for (const modifier of modifiers.reverse()) await page.keyboard.up(/** @type {any} */ (modifier));
    },
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    resize,
    async messages() {
      // Events of what was done before this line have arrived when the page answers.
      await page.evaluate('1');
      return [...messages];
    },
    close: () => context.close(),
  });
}

/** @param {import('puppeteer-core').Page} page @param {string[]} origins @returns {Message[]} */
function collectMessages(page, origins) {
  /** @type {Message[]} */
  const messages = [];
  const add = (/** @type {Message['kind']} */ kind, /** @type {string} */ text) => messages.push({ kind, text });
  const policy = /content.security.policy/i;
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warn') return;
    // Chromium's line about an answer that is an error; the answer itself is noted below.
    if (/^Failed to load resource/.test(message.text())) return;
    add(policy.test(message.text()) ? 'csp' : 'console', message.text());
  });
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? error.message : String(error);
    add(policy.test(text) ? 'csp' : 'error', text);
  });
  const isOwn = (/** @type {string} */ url) => /^(data|blob|about):/.test(url) || origins.includes(new URL(url).origin);
  page.on('request', (request) => {
    if (!isOwn(request.url())) add('leaves', request.url());
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Chromium gives no reason where its own policy stopped a request; the console says that. It has not left.
    const left = messages.findIndex((message) => message.kind === 'leaves' && message.text === request.url());
    if (reason) add('network', `${request.url()}: ${reason}`);
    else if (left >= 0) messages.splice(left, 1);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) add('network', `${response.url()}: ${response.status()}`);
  });
  return messages;
}
