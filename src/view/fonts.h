#pragma once
/// The theme's faces as Dear ImGui fonts.
///
/// A glyph drawn at a fraction of a pixel must be rasterised there, or it blurs; so each face is several
/// fonts, one per phase: the same glyphs, moved right by 0, 1/4, 1/2, 3/4 of a device pixel. That is how
/// browsers place text with geometric precision, too.
#include <imgui.h>

#include <cstdint>
#include <vector>

#include "layout/theme.h"

struct ImFontLoader;

namespace aushang::view {

inline constexpr int k_phases = 4;

/// ImFontConfig::FontNo of a face's phase; the loader takes it apart again.
[[nodiscard]] constexpr int font_number(layout::Face face, int phase) { return face * k_phases + phase; }
[[nodiscard]] constexpr layout::Face face_of(int font_number) {
  return static_cast<layout::Face>(font_number / k_phases);
}
[[nodiscard]] constexpr int phase_of(int font_number) { return font_number % k_phases; }

/// All fonts have this size as Dear ImGui sees it: the loader knows the real one.
inline constexpr float k_nominal_size = 16;

class Fonts {
 public:
  /// Replaces the atlas's fonts by those of `face_count` faces; what was rasterised before is forgotten.
  void reset(int face_count, const ImFontLoader& loader);
  /// The glyphs of one face at one phase and density (device pixels per CSS pixel).
  [[nodiscard]] ImFontBaked& baked(layout::Face face, int phase, float density);

 private:
  std::vector<ImFont*> fonts_;
};

}  // namespace aushang::view
