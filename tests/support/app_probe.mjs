// Runs in the page before its scripts: catches the wasm memory and times what is done in animation frames.

/** @typedef {{ memory: WebAssembly.Memory | null, frames: number[] }} Probe frames: milliseconds, in order */

/** As text for a browser: nothing outside of it can be used. */
export function installProbe() {
  /** @type {Probe} */
  const probe = { memory: null, frames: [] };
  Object.assign(window, { benchProbe: probe });
  const instantiate = WebAssembly.instantiate.bind(WebAssembly);
  Object.assign(WebAssembly, {
    /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports */
    async instantiate(module, imports) {
      const instance = await instantiate(module, imports);
      probe.memory = /** @type {WebAssembly.Memory | undefined} */ (Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory)) ?? null;
      return instance;
    },
  });
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => {
    const start = performance.now();
    callback(time);
    probe.frames.push(performance.now() - start);
  });
}

/** What the probe saw until the page was ready. */
export async function readStart() {
  // A paint is told some time after it happened.
  while (performance.getEntriesByName('first-contentful-paint').length === 0) await new Promise((done) => { setTimeout(done, 20); });
  const { memory, frames } = /** @type {{ benchProbe: Probe }} */ (/** @type {unknown} */ (window)).benchProbe;
  return {
    isolated: crossOriginIsolated, // else clocks are coarse
    heap_bytes: memory?.buffer.byteLength ?? NaN,
    readable_ms: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    ready_ms: performance.getEntriesByName('aushang:ready')[0].startTime,
    first_frame_ms: frames[0],
  };
}

/**
 * Scrolls between two places so far apart that the tile has to be drawn anew at each, and waits for that.
 * @param {{ near: number, far: number, times: number }} options CSS px
 * @returns {Promise<number[]>} what each drawing took, ms
 */
export async function timeRedraws({ near, far, times }) {
  const { frames } = /** @type {{ benchProbe: Probe }} */ (/** @type {unknown} */ (window)).benchProbe;
  const sleep = (/** @type {number} */ ms) => new Promise((done) => { setTimeout(done, ms); });
  /** @type {number[]} */
  const taken = [];
  for (let i = 0; i < times; ++i) {
    const before = frames.length;
    scrollTo(0, i % 2 ? near : far);
    for (let waited = 0; frames.length === before; ++waited) {
      if (waited > 500) throw new Error(`Nothing was drawn after scrolling to ${scrollY} px.`);
      await sleep(10);
    }
    await sleep(20); // it may have asked for one more
    taken.push(frames.slice(before).reduce((sum, time) => sum + time, 0));
  }
  return taken;
}
