// The imports of host.h. Each but the last two is the method of the same name of Module.host, which the shell provides; the
// memory is looked up anew each time, because it moves when it grows.
/* global addToLibrary, HEAPF32, HEAP32, HEAPU8, Module, UTF8ToString */
addToLibrary({
  aushang_advance: (face, codePoint) => Module['host'].advance(face, codePoint),
  aushang_advances: (face, out) => HEAPF32.set(Module['host'].advances(face), out >> 2),
  aushang_run_unit: () => Module['host'].runUnit(),
  aushang_rasterise: (face, codePoint, density, phase, box) => {
    const glyph = Module['host'].rasterise(face, codePoint, density, phase);
    HEAP32.set(glyph.box, box >> 2);
    return glyph.count;
  },
  aushang_take_pixels: (out) => HEAPU8.set(Module['host'].pixels(), out),
  aushang_show_layer: (words, count) => Module['host'].showLayer(HEAP32.slice(words >> 2, (words >> 2) + count)),
  aushang_show_panel__deps: ['$UTF8ToString'],
  aushang_show_panel: (json) => Module['host'].showPanel(UTF8ToString(json)),
  aushang_place_panel: (words, count, y) => Module['host'].placePanel(HEAP32.slice(words >> 2, (words >> 2) + count), y),
  aushang_place_tile: (top, bottom, out) => HEAPF32.set(Module['host'].placeTile(top, bottom), out >> 2),
  aushang_show_plain: (reason) => Module['host'].showPlain(reason),
  aushang_request_frame: () => Module['host'].requestFrame(),
  aushang_number_text: (number, out) => {
    const text = String(number);
    for (let i = 0; i < text.length; ++i) HEAPU8[out + i] = text.charCodeAt(i);
    return text.length;
  },
  aushang_read_number__deps: ['$UTF8ToString'],
  aushang_read_number: (text) => Number(UTF8ToString(text)),
});
