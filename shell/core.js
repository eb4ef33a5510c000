// The core: the wasm module, and calls into it with real values instead of pointers.
import createCore from 'aushang-core';

/**
 * @typedef {object} Description What the buffers hold; the core says so itself (platform/layer_buffer.h).
 * @property {number} version
 * @property {number} units_per_px
 * @property {number} emphases
 * @property {string[]} header
 * @property {string[]} node
 * @property {string[]} tags
 * @property {string[]} contexts
 * @property {string[]} inks
 * @property {string[]} spacing
 */

/** Compiles while it loads; from the whole file where the server sends it under another type. @param {string} url */
async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

/**
 * @param {string} url of the wasm
 * @param {HTMLCanvasElement} canvas
 * @param {import('aushang-core').Host} host the methods of platform/web/host.h
 */
export async function startCore(url, canvas, host) {
  const compiled = compile(url);
  compiled.catch(() => {}); // reported where it is awaited
  /** @type {(problem: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => { fail = reject; });
  const ready = createCore({
    canvas,
    host,
    instantiateWasm(imports, done) {
      compiled.then(async (module) => done(await WebAssembly.instantiate(module, imports), module)).catch(fail);
      return {};
    },
  });
  return new Core(await Promise.race([ready, failed]));
}

export class Core {
  /** @param {import('aushang-core').CoreModule} module */
  constructor(module) {
    this.module = module;
    /** @type {Description} */
    this.description = JSON.parse(this.text(module._aushang_describe()));
  }

  /** @param {number} pointer */
  text(pointer) { return this.module.UTF8ToString(pointer); }

  /** @param {Uint8Array} bytes */
  put(bytes) { this.module.HEAPU8.set(bytes, this.module._aushang_room(bytes.length)); }

  /** @param {string} bundle @returns {string} what is wrong with it, or nothing */
  open(bundle) {
    this.put(new TextEncoder().encode(bundle));
    return this.text(this.module._aushang_open());
  }

  /** @returns {boolean} */
  openWindow() { return this.module._aushang_open_window() === 1; }

  /** @param {number[]} numbers */
  look(numbers) {
    this.put(new Uint8Array(new Float32Array(numbers).buffer));
    return this.module._aushang_look() === 1;
  }

  /** @param {number} width @param {number | null} facts @param {number[]} islands heights */
  measured(width, facts, islands) {
    this.put(new Uint8Array(new Float32Array(islands).buffer));
    this.module._aushang_measured(width, facts ?? -1, islands.length);
  }

  /** @param {number} top @param {number} bottom @param {number} highest */
  scrolled(top, bottom, highest) { this.module._aushang_scrolled(top, bottom, highest); }
  /** @param {number} x @param {number} y */
  pointer(x, y) { this.module._aushang_pointer(x, y); }
  pointerLeft() { this.module._aushang_pointer_left(); }
  contextLost() { this.module._aushang_context_lost(); }
  contextRestored() { this.module._aushang_context_restored(); }
  /** @param {number} reason */
  wantPlain(reason) { this.module._aushang_want_plain(reason); }
  wantTile() { this.module._aushang_want_tile(); }
  /** @returns {boolean} whether it painted */
  frame() { return this.module._aushang_frame() === 1; }
}
