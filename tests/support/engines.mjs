// Three browser engines behind one small interface, all with WebGL2:
//
//   const engine = launchEngine('webkit');
//   test('…', { skip: engine.skipReason }, async () => {
//     const page = await engine.open({ url, width: 320, height: 800, dpr: 2 });
//     …
//     assert.deepEqual(await page.messages(), []);
//     await page.close();
//   });
//   after(() => engine.close());
//
// Nothing is started before the first page is opened. Each page has its own storage. Chromium runs without
// a window; Firefox (which has no WebGL2 that way) and WebKit run in an X server of their own. All of it
// ends with engine.close(), and also when this process ends in any other way.
import { chromiumEngine, firefoxEngine } from './engines/puppeteer.mjs';
import { webkitEngine } from './engines/webkit.mjs';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} EngineName
 *
 * @typedef {object} OpenOptions
 * @property {string} url        an address on the loopback interface
 * @property {number} width      of the viewport, CSS px
 * @property {number} height     of the viewport, CSS px
 * @property {1 | 2} [dpr]       device pixels per CSS px; 1 if left out
 * @property {boolean} [dark]    what prefers-color-scheme says; light if left out
 * @property {string} [initStyle] a style sheet that is in force before the page's first script runs
 * @property {string[]} [others] origins that the page may ask besides its own
 * @property {boolean} [framed]  WebKit only: show the page in a frame, so that it can be made narrower than
 *                               WebKit's window can (450 px). Pages opened that narrow are framed by themselves.
 *
 * @typedef {object} Message what a page without faults does not have
 * @property {'console' | 'error' | 'csp' | 'network' | 'leaves'} kind console errors and warnings · uncaught
 *   errors · violations of the content security policy · answers ≥ 400 and requests that failed · requests
 *   that left the page's origin
 * @property {string} text for people; each engine has its own words
 *
 * @typedef {object} Image
 * @property {number} width  device pixels
 * @property {number} height device pixels
 * @property {Uint8Array} data RGBA, rows from the top
 *
 * @typedef {object} Page
 * @property {Evaluate} evaluate runs a function in the page; arguments and result travel as JSON, a promise is awaited
 * @property {Evaluate} inFrame  the same in the page's first frame, wherever that comes from, also within a shadow root
 * @property {WaitFor} waitFor   asks a function in the page until it gives something truthy, and gives that
 * @property {(css: string) => Promise<void>} addStyle adds a style sheet, also where the content security policy allows none
 * @property {() => Promise<Image>} screenshot the viewport
 * @property {(dx: number, dy: number, at?: {x: number, y: number}) => Promise<void>} wheel by CSS px, at the viewport's centre if `at` is left out
 * @property {(name: string) => Promise<void>} key presses a key: 'Tab', 'ArrowDown', 'a', 'Shift+Tab', 'Control+End'
 * @property {(text: string) => Promise<void>} type into what has the focus
 * @property {(x: number, y: number) => Promise<void>} click CSS px of the viewport
 * @property {(width: number, height: number) => Promise<void>} resize the viewport, CSS px
 * @property {() => Promise<Message[]>} messages what happened since the page was opened
 * @property {() => Promise<void>} close
 *
 * @typedef {<A extends unknown[], T>(fn: (...args: A) => T, ...args: A) => Promise<Awaited<T>>} Evaluate
 * @typedef {<A extends unknown[], T>(fn: (...args: A) => T, options?: {timeout?: number}, ...args: A) => Promise<Awaited<T>>} WaitFor
 *
 * @typedef {object} Engine
 * @property {EngineName} name
 * @property {string | undefined} skipReason why there is no such engine on this machine
 * @property {() => Promise<string>} version
 * @property {(options: OpenOptions) => Promise<Page>} open the page is loaded when this is done
 * @property {() => Promise<void>} close
 */

/** @type {EngineName[]} */
const all = ['chromium', 'firefox', 'webkit'];
/** AUSHANG_ENGINES=chromium,webkit runs only those. */
export const engineNames = all.filter((name) => (process.env.AUSHANG_ENGINES ?? all.join()).split(',').includes(name));

/** @param {EngineName} name @returns {Engine} */
export function launchEngine(name) {
  return { chromium: chromiumEngine, firefox: firefoxEngine, webkit: webkitEngine }[name]();
}
