// What is the same in every engine: the page's methods, made from a few things a driver can do.
import { PNG } from 'pngjs';

/**
 * @typedef {object} Driver
 * @property {(expression: string) => Promise<string | undefined>} run gives the value of an expression, which is a promise for a string
 * @property {(expression: string) => Promise<string | undefined>} runInFrame the same in the page's first frame
 * @property {() => Promise<Uint8Array>} png the window as a picture
 * @property {{x: number, y: number} | undefined} [crop] top left corner of the viewport in that picture, if it shows more
 * @property {(dx: number, dy: number, at: {x: number, y: number}) => Promise<void>} wheel
 * @property {(key: string, modifiers: string[]) => Promise<void>} press
 * @property {(text: string) => Promise<void>} type
 * @property {(x: number, y: number) => Promise<void>} click
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {() => Promise<import('../engines.mjs').Message[]>} messages
 * @property {() => Promise<void>} close
 */

/** @param {Function} fn @param {unknown[]} args */
const call = (fn, args) => `(async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`;
/** @param {string | undefined | null} text */
const read = (text) => (text === undefined || text === null ? /** @type {any} */ (undefined) : JSON.parse(text));

/** @param {Driver} driver @returns {import('../engines.mjs').Page} */
export function makePage(driver) {
  /** @type {import('../engines.mjs').Evaluate} */
  const evaluate = async (fn, ...args) => read(await driver.run(call(fn, args)));
  /** @type {import('../engines.mjs').Evaluate} */
  const inFrame = async (fn, ...args) => read(await driver.runInFrame(call(fn, args)));
  const viewport = () => evaluate(() => ({ width: innerWidth, height: innerHeight, dpr: devicePixelRatio }));
  return {
    evaluate,
    inFrame,
    waitFor: (fn, options = {}, ...args) => waitFor(() => evaluate(fn, ...args), options.timeout ?? 10_000, String(fn)),
    // A constructed style sheet is not subject to the content security policy.
    addStyle: (css) => evaluate(adoptStyle, css),
    async screenshot() {
      const { width, height, dpr } = await viewport();
      const at = driver.crop ?? { x: 0, y: 0 };
      return crop(PNG.sync.read(Buffer.from(await driver.png())), at.x * dpr, at.y * dpr, width * dpr, height * dpr);
    },
    async wheel(dx, dy, at) {
      const { width, height } = await viewport();
      await driver.wheel(dx, dy, at ?? { x: Math.floor(width / 2), y: Math.floor(height / 2) });
    },
    async key(name) {
      const names = name === '+' ? ['+'] : name.split('+');
      await driver.press(names[names.length - 1], names.slice(0, -1));
    },
    type: driver.type,
    click: driver.click,
    async resize(width, height) {
      await driver.resize(width, height);
      await waitFor(() => evaluate((w, h) => innerWidth === w && innerHeight === h, width, height), 5_000, `a viewport of ${width} × ${height} px`);
    },
    messages: driver.messages,
    close: driver.close,
  };
}

/**
 * Runs in the page, and before a page's scripts where a driver can do that.
 * @param {string} css
 */
export function adoptStyle(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @param {number} timeout ms
 * @param {string} what for the error
 * @returns {Promise<T>}
 */
export async function waitFor(ask, timeout, what) {
  const end = performance.now() + timeout;
  /** @type {unknown} */
  let trouble;
  for (;;) {
    try {
      trouble = undefined;
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      // Between two documents there is nothing to ask.
      trouble = error;
    }
    if (performance.now() > end) throw new Error(`waited ${timeout} ms in vain for: ${what}`, { cause: trouble });
    await new Promise((done) => setTimeout(done, 30));
  }
}

/**
 * @param {import('../engines.mjs').Image} image
 * @param {number} left @param {number} top @param {number} width @param {number} height device pixels
 * @returns {import('../engines.mjs').Image}
 */
function crop(image, left, top, width, height) {
  if (left === 0 && top === 0 && image.width === width && image.height === height) return { width, height, data: new Uint8Array(image.data) };
  if (left + width > image.width || top + height > image.height) {
    throw new Error(`the picture has ${image.width} × ${image.height} pixels, the page needs ${left + width} × ${top + height}`);
  }
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; ++row) {
    const from = ((top + row) * image.width + left) * 4;
    data.set(image.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, data };
}
