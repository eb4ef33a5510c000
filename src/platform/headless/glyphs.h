#pragma once
/// Glyphs without a font: every visible character is a small filled box.

struct ImFontLoader;

namespace aushang::platform::headless {

/// Boxes stand on the base line, 6 CSS px wide and 8 high. What is white space or invisible has none.
[[nodiscard]] const ImFontLoader& box_glyphs();

}  // namespace aushang::platform::headless
