// WebKitGTK's MiniBrowser, driven by selenium-webdriver. Scale and colour scheme are settings of the
// program and a driver serves one browser, so each page is a driver, a browser and a proxy of its own.
import { setTimeout as delay } from 'node:timers/promises';
import { Builder, Capabilities, Key, Origin } from 'selenium-webdriver';
import { makePage, waitFor } from './page.mjs';
import { endProgram, findMiniBrowser, findProgram, freePort, startProgram } from './programs.mjs';
import { collection, framePath, startProxy } from './webkit_proxy.mjs';
import { startDisplay, xvfb } from './xvfb.mjs';

/** @typedef {import('../engines.mjs').OpenOptions} OpenOptions */
/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */

// The window's tool bar does not get narrower than this.
const narrowest = 450;

/** @returns {import('../engines.mjs').Engine} */
export function webkitEngine() {
  const driver = findProgram('WebKitWebDriver');
  const browser = findMiniBrowser();
  const missing = [driver && browser ? '' : 'WebKit with its driver', xvfb ? '' : 'Xvfb'].filter(Boolean).join(' and no ');
  /** @type {ReturnType<typeof startDisplay> | undefined} */
  let display;
  /** @type {Set<() => Promise<void>>} */
  const open = new Set();
  let version = '';

  /** @param {OpenOptions} options */
  async function openPage(options) {
    display ??= startDisplay();
    const proxy = await startProxy(new URL(options.url).origin, options.initStyle, options.others);
    const environment = { ...(await display).environment, GDK_SCALE: String(options.dpr ?? 1) };
    const server = await startDriver(/** @type {string} */ (driver), environment);
    /** @type {WebDriver | undefined} */
    let session;
    const close = async () => {
      open.delete(close);
      await session?.quit().catch(() => {});
      await endProgram(server.child);
      await proxy.close();
    };
    open.add(close);
    try {
      session = await startSession(server.url, [/** @type {string} */ (browser), '--automation', `--proxy=${proxy.url}`, ...(options.dark ? ['--dark-mode'] : [])]);
      await session.manage().setTimeouts({ script: 120_000 }); // hundreds of vectors are one script, on a busy machine, too
      version = String((await session.getCapabilities()).get('browserVersion'));
      return await load(session, options, proxy.messages, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  return {
    name: 'webkit',
    skipReason: missing ? `there is no ${missing} on this machine` : undefined,
    async version() {
      if (!version) await (await openPage({ url: 'http://127.0.0.1:9' + framePath, width: 800, height: 600 })).close();
      return `WebKitGTK/${version}`;
    },
    open: openPage,
    async close() {
      await Promise.all([...open].map((end) => end()));
      await (await display)?.close();
      display = undefined;
    },
  };
}

/** @param {string} program @param {NodeJS.ProcessEnv} env */
async function startDriver(program, env) {
  for (let attempt = 1; ; ++attempt) {
    const port = await freePort();
    const child = startProgram(program, [`--port=${port}`], { env });
    const url = `http://127.0.0.1:${port}`;
    try {
      await waitFor(async () => {
        if (child.exitCode !== null) throw new Error('WebKitWebDriver ended');
        return (await fetch(`${url}/status`)).ok;
      }, 5000, 'an answer of WebKitWebDriver');
      return { child, url };
    } catch (error) {
      await endProgram(child);
      // Another program may have taken the port in the meantime.
      if (attempt === 3) throw error;
    }
  }
}

/** @param {string} url @param {string[]} command */
function startSession(url, command) {
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: command[0], args: command.slice(1) } });
  return new Builder().disableEnvironmentOverrides().usingServer(url).withCapabilities(capabilities).build();
}

/**
 * @param {WebDriver} session
 * @param {OpenOptions} options
 * @param {import('../engines.mjs').Message[]} requests
 * @param {() => Promise<void>} close
 */
async function load(session, options, requests, close) {
  const framed = options.framed || options.width < narrowest;
  await setWindow(session, Math.max(options.width, narrowest), options.height);
  if (framed) {
    await session.get(new URL(framePath, options.url).href);
    await session.executeAsyncScript(showFrame, options.url, options.width, options.height);
    await session.switchTo().frame(0);
  } else {
    await session.get(options.url);
  }

  /** @param {number} width @param {number} height */
  async function resize(width, height) {
    if (!framed && width < narrowest) throw new Error(`WebKit's window is at least ${narrowest} px wide; open the page with \`framed: true\``);
    if (framed) await session.switchTo().defaultContent();
    await setWindow(session, Math.max(width, narrowest), height);
    if (framed) {
      await session.executeScript(sizeFrame, width, height);
      await session.switchTo().frame(0);
    }
  }

  const wheeled = { x: 0, y: 0 };
  /** @param {string} expression */
  async function run(expression) {
    const answer = /** @type {{value?: string, error?: string}} */ (await session.executeAsyncScript(
      `const done = arguments[arguments.length - 1]; ${expression}.then((value) => done({ value }), (error) => done({ error: String(error) }))`));
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }
  return makePage({
    run,
    async runInFrame(expression) {
      const frame = await session.executeScript(findFrame);
      if (!frame) throw new Error('the page has no frame');
      await session.switchTo().frame(/** @type {any} */ (frame));
      try {
        return await run(expression);
      } finally {
        await session.switchTo().parentFrame();
      }
    },
    png: async () => Buffer.from(await session.takeScreenshot(), 'base64'),
    async wheel(dx, dy, at) {
      // The driver takes each distance as one from the page's beginning, and moves by the difference.
      wheeled.x += dx;
      wheeled.y += dy;
      // The types don't know of scroll().
      await /** @type {any} */ (session.actions()).scroll(Math.round(at.x), Math.round(at.y), wheeled.x, wheeled.y, Origin.VIEWPORT).perform();
    },
    async press(key, modifiers) {
      const actions = session.actions();
      for (const modifier of modifiers) actions.keyDown(keyCode(modifier));
      actions.keyDown(keyCode(key)).keyUp(keyCode(key));
      for (const modifier of modifiers.reverse()) actions.keyUp(keyCode(modifier));
      await actions.perform();
    },
    type: (text) => session.actions().sendKeys(text).perform(),
    click: (x, y) => session.actions().move({ x: Math.round(x), y: Math.round(y), duration: 0 }).click().perform(),
    resize,
    async messages() {
      const own = /** @type {import('../engines.mjs').Message[] | null} */ (await session.executeScript(`return window[Symbol.for(${JSON.stringify(collection)})]`));
      return [...requests, ...(own ?? [])];
    },
    close,
  });
}

/** Makes the window such that the viewport is this large. @param {WebDriver} session @param {number} width @param {number} height */
async function setWindow(session, width, height) {
  const inside = () => /** @type {Promise<number[]>} */ (session.executeScript('return [innerWidth, innerHeight, outerWidth, outerHeight]'));
  const [w, h, outerWidth, outerHeight] = await inside();
  if (w === width && h === height) return;
  await session.manage().window().setRect({ width: width + outerWidth - w, height: height + outerHeight - h });
  for (let i = 0; i < 40; ++i) {
    const [nowWidth, nowHeight] = await inside();
    if (nowWidth === width && nowHeight === height) return;
    await delay(25);
  }
  throw new Error(`WebKit's window does not become ${width} × ${height} px`);
}

/** Runs in the page. */
function findFrame() {
  for (const element of document.querySelectorAll('*')) {
    const frame = element.localName === 'iframe' ? element : element.shadowRoot?.querySelector('iframe');
    if (frame) return frame;
  }
  return null;
}

/** Puppeteer's names of keys are those of KeyboardEvent; selenium has its own. @param {string} name */
function keyCode(name) {
  if (name.length === 1) return name;
  const own = name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  const key = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (Key))[own];
  if (typeof key !== 'string') throw new Error(`there is no key '${name}'`);
  return key;
}

/** Runs in the frame's page. @param {string} url @param {number} width @param {number} height @param {() => void} done */
function showFrame(url, width, height, done) {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { position: 'absolute', left: '0', top: '0', border: '0', width: `${width}px`, height: `${height}px` });
  frame.addEventListener('load', () => { frame.focus(); done(); }, { once: true });
  frame.src = url;
  document.body.append(frame);
}

/** Runs in the frame's page. @param {number} width @param {number} height */
function sizeFrame(width, height) {
  const frame = /** @type {HTMLElement} */ (document.querySelector('iframe'));
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px` });
}
