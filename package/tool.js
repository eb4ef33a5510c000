// The tool: the C++ of the command line as one WebAssembly module behind one function.
import { readFileSync } from 'node:fs';
import createModule from 'aushang-tool';

import { toolPath, toolWords } from './words.js';

/**
 * What the tool reads from and prints to; `fd` is 1 (output) or 2 (errors), and bytes are only lent. `colours`: those of "12"
 * that are terminals which show colours.
 * @typedef {{ read: (length: number) => Uint8Array, print: (fd: number, bytes: Uint8Array) => void, colours?: string }} Streams
 */

/** A character device, which is what terminals and pipes are to the module. */
const device = { mode: 0o020666 };

export class Tool {
  /** @param {string} wasmFile @param {string} appFolder the app that sites get when nobody says which */
  constructor(wasmFile, appFolder) {
    this.wasmFile = wasmFile;
    this.appFolder = appFolder;
    /** @type {Streams} */
    this.streams = { read: () => new Uint8Array(0), print: () => {} };
    /** @type {Promise<import('aushang-tool').Module> | undefined} */
    this.opened = undefined;
  }

  /**
   * Does what "aushang WORDS…" does, in this process's folder.
   * @param {string[]} words @param {Streams} streams
   * @returns {Promise<number>} the exit code
   */
  async run(words, streams) {
    this.opened ??= this.open();
    const module = await this.opened;
    this.streams = streams;
    const text = new TextEncoder().encode([toolPath(this.appFolder), streams.colours ?? '', ...toolWords(words)].map((word) => `${word}\0`).join(''));
    const place = module._malloc(text.length);
    module.HEAPU8.set(text, place);
    try {
      return module._aushang_run(place, text.length);
    } catch (problem) {
      this.opened = undefined; // what broke down isn't used again
      throw problem;
    } finally {
      module._free(place);
    }
  }

  async open() {
    const module = await createModule({ wasmBinary: readFileSync(this.wasmFile) });
    const { FS } = module;
    const folder = FS.cwd.bind(FS);
    FS.cwd = () => toolPath(folder());
    for (const fd of [0, 1, 2]) {
      Object.assign(FS.streams[fd], {
        node: device,
        stream_ops: {
          /** @param {unknown} _ @param {Int8Array} heap @param {number} at @param {number} length */
          read: (_, heap, at, length) => {
            const bytes = this.streams.read(length);
            heap.set(bytes, at);
            return bytes.length;
          },
          /** @param {unknown} _ @param {Int8Array} heap @param {number} at @param {number} length */
          write: (_, heap, at, length) => {
            this.streams.print(fd, new Uint8Array(heap.buffer, heap.byteOffset + at, length));
            return length;
          },
        },
      });
    }
    return module;
  }
}
