#pragma once
/// How the painter and the glyph loader name a font to each other.
///
/// A glyph drawn at a fraction of a pixel must be rasterised there, or it blurs; so each face is several
/// fonts, one per phase: the same glyphs, moved right by 0, 1/4, 1/2, 3/4 of a device pixel. That is how
/// browsers place text with geometric precision, too.
#include "layout/theme.h"

namespace aushang::app {

inline constexpr int k_phases = 4;

/// ImFontConfig::FontNo of a face's phase; the loader takes it apart again.
[[nodiscard]] constexpr int font_number(layout::Face face, int phase) { return face * k_phases + phase; }
[[nodiscard]] constexpr layout::Face face_of(int font_number) {
  return static_cast<layout::Face>(font_number / k_phases);
}
[[nodiscard]] constexpr int phase_of(int font_number) { return font_number % k_phases; }

}  // namespace aushang::app
