#pragma once
/// What C++ asks of the page's script; host.js hands each call on to the shell. The only imports besides
/// Emscripten's own.
#include <emscripten/em_macros.h>

#include <cstdint>

/// Before a function that the page's script calls: kept by the linker and exported under its name.
#define AUSHANG_EXPORT EMSCRIPTEN_KEEPALIVE

extern "C" {

/// Advance of one code point in CSS pixels.
float aushang_advance(int face, std::uint32_t code_point);
/// The advances of U+0000 to U+007F; `out` has room for 128.
void aushang_advances(int face, float* out);
/// layout::TextMeasure::run_unit.
float aushang_run_unit();

/// Rasterises a glyph at `density` device pixels per CSS pixel, moved right by `phase` quarters of a device
/// pixel. Fills `box`: left, top (from the pen on the base line, device pixels, y down), width, height, and 1
/// if it has colours of its own. Returns the number of pixels, 0 for what shows nothing.
int aushang_rasterise(int face, std::uint32_t code_point, float density, int phase, std::int32_t* box);
/// The pixels of the glyph just rasterised, RGBA, not premultiplied, row by row.
void aushang_take_pixels(std::uint8_t* out);

/// The layer buffer (layer_buffer.h), valid during the call.
void aushang_show_layer(const std::int32_t* words, int count);
/// The panel's nodes (panel_text.h), valid during the call.
void aushang_show_panel(const char* json);
/// The panel's buffer (layer_buffer.h), valid during the call, and its upper edge on the sheet, CSS pixels.
void aushang_place_panel(const std::int32_t* words, int count, float y);
/// The tile's place in the sheet, CSS pixels. Returns through `out`: left, top, width, height as really
/// placed (on whole device pixels), and device pixels per CSS pixel.
void aushang_place_tile(float top, float bottom, float* out);
/// The page becomes plain (reason: app::PlainReason), or (0) stops being so.
void aushang_show_plain(int reason);
/// Calls aushang_frame once, before the next paint.
void aushang_request_frame();

/// JavaScript's own, without the shell. Number::toString; returns the length of what was written, at most 25.
int aushang_number_text(double number, char* out);
/// The number that a decimal or hexadecimal literal stands for.
double aushang_read_number(const char* text);
}
