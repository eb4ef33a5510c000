// Emscripten's module of src/main/web.cpp, as far as core.js uses it. tools/build-app.mjs puts the real one in its place.
declare module 'aushang-core' {
  /** What the core asks of the page: the functions of src/platform/web/host.h, their arrays as values. */
  export interface Host {
    /** CSS px */
    advance(face: number, codePoint: number): number;
    /** of U+0000 to U+007F */
    advances(face: number): Float32Array;
    /** CSS px, see src/layout/measure.h */
    runUnit(): number;
    /** number of pixels; left, top, width, height in device px, and 1 if coloured */
    rasterise(face: number, codePoint: number, density: number, phase: number): { count: number, box: number[] };
    /** RGBA of the glyph just rasterised */
    pixels(): ArrayLike<number>;
    /** see src/platform/layer_buffer.h */
    showLayer(words: Int32Array): void;
    /** see src/platform/panel_text.h */
    showPanel(json: string): void;
    /** see src/platform/layer_buffer.h; and the panel's upper edge on the sheet, CSS px */
    placePanel(words: Int32Array, y: number): void;
    /** left, top, width, height in CSS px as really placed, and device pixels per CSS px */
    placeTile(top: number, bottom: number): number[];
    /** app::PlainReason */
    showPlain(reason: number): void;
    requestFrame(): void;
  }

  /** The exports of src/main/web.cpp, where each is described. A `pointer` is an offset into HEAPU8. */
  export interface CoreModule {
    /** anew after the memory has grown, so never kept */
    readonly HEAPU8: Uint8Array;
    UTF8ToString(pointer: number): string;
    _aushang_room(size: number): number;
    _aushang_describe(): number;
    _aushang_language(): void;
    _aushang_open(): number;
    _aushang_open_window(): 0 | 1;
    _aushang_look(): 0 | 1;
    _aushang_act(on: number): void;
    _aushang_panel(x: number, width: number, gap: number): void;
    _aushang_measured(width: number, facts: number, islandCount: number): void;
    _aushang_scrolled(top: number, bottom: number, highest: number): void;
    _aushang_pointer(x: number, y: number): void;
    _aushang_pointer_left(): void;
    _aushang_context_lost(): void;
    _aushang_context_restored(): void;
    _aushang_want_plain(reason: number): void;
    _aushang_want_tile(): void;
    _aushang_frame(now: number, motion: number): 0 | 1;
  }

  type NameOf<Key> = Key extends `_aushang_${infer Name}` ? Name : never;
  /** The exports, without their prefix. */
  export type Call = NameOf<keyof CoreModule>;

  export interface CoreOptions {
    canvas: HTMLCanvasElement;
    host: Host;
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object;
  }

  export default function createCore(options: CoreOptions): Promise<CoreModule>;
}
