// The core: the wasm module, and calls into it with real values instead of pointers.
import createCore from 'aushang-core';
import { reasons } from './modes.js';

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
 * @property {string[]} form_header
 * @property {string[]} form_node
 * @property {[string, string, string][]} widgets tag, class and role of each
 * @property {number[]} containers
 * @property {string[]} input_types
 * @property {string[]} input_modes
 * @property {string[]} tones
 * @property {string[]} widget_look
 */

const utf8 = new TextEncoder();

/** Compiles while it loads; from the whole file where the server sends it under another type. @param {string} url of the wasm */
export async function compile(url) {
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
 * @param {WebAssembly.Module} module
 * @param {HTMLCanvasElement} canvas
 * @param {import('aushang-core').Host} host the methods of platform/web/host.h
 */
export async function startCore(module, canvas, host) {
  /** @type {(problem: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => { fail = reject; });
  const ready = createCore({
    canvas,
    host,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module)).catch(fail);
      return {};
    },
  });
  return new Core(await Promise.race([ready, failed]));
}

export class Core {
  /** @param {import('aushang-core').CoreModule} module */
  constructor(module) {
    this.module = module;
    this.broken = false;
    /** @type {boolean | undefined} */
    this.hasWindow = undefined;
    /** Told once, should the core break down; from then on calls do nothing. @type {(problem: unknown) => void} */
    this.onBroken = () => {};
    /** @type {Description} */
    this.description = JSON.parse(this.text(this.call('describe')));
  }

  /** @param {import('aushang-core').Call} name of what main/web.cpp exports @param {...number} values @returns {number} */
  call(name, ...values) {
    if (this.broken) return 0;
    try {
      const exported = /** @type {(...values: number[]) => number | void} */ (this.module[`_aushang_${name}`]);
      return exported(...values) ?? 0;
    } catch (problem) {
      this.breakDown(problem);
      return 0;
    }
  }

  /** @param {unknown} problem */
  breakDown(problem) {
    if (this.broken) return;
    this.broken = true;
    this.onBroken(problem);
  }

  /** @param {number} pointer */
  text(pointer) { return this.module.UTF8ToString(pointer); }

  /** @param {Uint8Array} bytes */
  put(bytes) {
    const room = this.call('room', bytes.length);
    if (!this.broken) this.module.HEAPU8.set(bytes, room);
  }

  /** @param {string} bundle @param {string} language of the interface @returns {string} what is wrong with it, or nothing */
  open(bundle, language) {
    this.put(utf8.encode(language));
    this.call('language');
    this.put(utf8.encode(bundle));
    return this.text(this.call('open'));
  }

  /** Only the first call opens it. @returns {boolean} whether there is one */
  openWindow() { return this.hasWindow ??= this.call('open_window') === 1; }

  /** @param {number[]} numbers */
  look(numbers) {
    this.put(new Uint8Array(new Float32Array(numbers).buffer));
    return this.call('look') === 1;
  }

  /** What people did with a node of the panel. @param {string} id @param {string} value @param {boolean} on */
  act(id, value, on) {
    this.put(utf8.encode(`${id}\0${value}`));
    this.call('act', on ? 1 : 0);
  }

  /** @param {number} width @param {number | null} facts @param {number[]} islands heights @param {[number, number, number]} panel x on the sheet (0: below), width, distance if below */
  measured(width, facts, islands, panel) {
    this.call('panel', ...panel);
    this.put(new Uint8Array(new Float32Array(islands).buffer));
    this.call('measured', width, facts ?? -1, islands.length);
  }

  /** @param {number} top @param {number} bottom @param {number} highest */
  scrolled(top, bottom, highest) { this.call('scrolled', top, bottom, highest); }
  /** @param {number} x @param {number} y */
  pointer(x, y) { this.call('pointer', x, y); }
  pointerLeft() { this.call('pointer_left'); }
  contextLost() { this.call('context_lost'); }
  contextRestored() { this.call('context_restored'); }
  /** @param {number} reason */
  wantPlain(reason) { this.call('want_plain', reason); }
  /** The page may have started plain, without a window. */
  wantTile() {
    if (this.openWindow()) this.call('want_tile');
    else this.wantPlain(reasons.no_webgl);
  }
  /** @param {number} motion how long a change is seen, ms @returns {boolean} whether it painted */
  frame(motion) { return this.call('frame', performance.now(), motion) === 1; }
}
