// What a page does and what happens to it, noted from before its first script on. Both functions run in the page.

/**
 * @typedef {object} Spy
 * @property {{frames: number, timers: number, draws: number}} count callbacks that ran, and WebGL draw calls
 * @property {string[]} states     values of data-aushang, in their order
 * @property {string[]} leaving    listeners for beforeunload and unload that are there
 * @property {string[]} prevented  input events whose default action was cancelled
 * @property {string[]} input      types of input events that were seen
 * @property {{value: number, sources: string[]}[]} shifts layout shifts
 * @property {{tag: string, inside: boolean, text: boolean}[]} largest contentful paints
 */

/** Install with `context.addInitScript(installSpy)`; it is `window.spy` then. */
export function installSpy() {
  const spy = /** @type {Spy} */ ({ count: { frames: 0, timers: 0, draws: 0 }, states: [], leaving: [], prevented: [], input: [], shifts: [], largest: [] });
  /** @type {any} */ (window).spy = spy;

  const { requestAnimationFrame, setTimeout, setInterval, addEventListener } = window;
  window.requestAnimationFrame = (callback) => requestAnimationFrame((time) => {
    ++spy.count.frames;
    callback(time);
  });
  const counted = (/** @type {any} */ callback) => (/** @type {any[]} */ ...args) => {
    ++spy.count.timers;
    return typeof callback === 'function' ? callback(...args) : undefined;
  };
  window.setTimeout = /** @type {any} */ ((/** @type {any} */ callback, /** @type {any[]} */ ...rest) => setTimeout(counted(callback), ...rest));
  window.setInterval = /** @type {any} */ ((/** @type {any} */ callback, /** @type {any[]} */ ...rest) => setInterval(counted(callback), ...rest));
  for (const name of /** @type {const} */ (['drawElements', 'drawArrays'])) {
    const real = /** @type {Function} */ (WebGL2RenderingContext.prototype[name]);
    WebGL2RenderingContext.prototype[name] = function (/** @type {any[]} */ ...args) {
      ++spy.count.draws;
      return real.apply(this, args);
    };
  }

  // What would keep the page out of the back/forward cache; what was taken away again doesn't.
  const leaves = ['beforeunload', 'unload'], { removeEventListener } = window;
  EventTarget.prototype.addEventListener = function (/** @type {string} */ type, /** @type {any[]} */ ...rest) {
    if (leaves.includes(type)) spy.leaving.push(type);
    return addEventListener.call(this, type, .../** @type {[any]} */ (rest));
  };
  EventTarget.prototype.removeEventListener = function (/** @type {string} */ type, /** @type {any[]} */ ...rest) {
    if (spy.leaving.includes(type)) spy.leaving.splice(spy.leaving.indexOf(type), 1);
    return removeEventListener.call(this, type, .../** @type {[any]} */ (rest));
  };
  // The last to hear of an event: on the window, put there again before each event by the first to hear of it.
  for (const type of ['keydown', 'keypress', 'keyup', 'wheel', 'contextmenu', 'touchstart', 'touchmove', 'touchend', 'pointerdown', 'mousedown', 'mouseup', 'click', 'dragstart', 'selectstart', 'copy', 'paste']) {
    const last = (/** @type {Event} */ event) => {
      spy.input.push(type);
      if (event.defaultPrevented) spy.prevented.push(`${type} ${/** @type {KeyboardEvent} */ (event).key ?? ''}`);
    };
    addEventListener.call(window, type, () => {
      removeEventListener.call(window, type, last);
      addEventListener.call(window, type, last, { passive: true });
    }, { capture: true, passive: true });
  }

  new MutationObserver(() => {
    const state = document.documentElement?.dataset.aushang;
    if (state && state !== spy.states.at(-1)) spy.states.push(state);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-aushang'] });

  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) {
      spy.shifts.push({ value: entry.value, sources: entry.sources.map((/** @type {any} */ source) => `${source.node?.nodeName}#${source.node?.id ?? ''}`) });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { element } of /** @type {any[]} */ (list.getEntries())) {
      spy.largest.push({ tag: element?.localName ?? '', inside: element?.closest('#au-posting') !== null, text: (element?.textContent ?? '').trim() !== '' && element?.localName !== 'canvas' });
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** Adds a style sheet that the content security policy doesn't stop, as a reader's own would not be. @param {string} css */
export function adopt(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
