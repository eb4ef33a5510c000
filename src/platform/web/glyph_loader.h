#pragma once
/// Glyphs rasterised by the browser, as a font loader for Dear ImGui (≥ 1.92).

struct ImFontLoader;

namespace aushang::platform {

/// Fonts are told apart by ImFontConfig::FontNo (app/font_number.h). A glyph's box is relative to the pen on
/// the base line; advances are 0, as layout has placed each glyph already.
[[nodiscard]] const ImFontLoader& browser_glyphs();

}  // namespace aushang::platform
