/** What Emscripten makes of src/main/node.cpp. */
declare module 'aushang-tool' {
  export interface Module {
    HEAPU8: Uint8Array;
    FS: { cwd: () => string; streams: object[] };
    _malloc(size: number): number;
    _free(place: number): void;
    _aushang_run(words: number, size: number): number;
  }
  export default function createModule(options: { wasmBinary: Uint8Array }): Promise<Module>;
}
