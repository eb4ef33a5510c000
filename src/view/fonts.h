#pragma once
/// The theme's faces as Dear ImGui fonts, one for each phase (app/font_number.h).
#include <imgui.h>

#include <cstdint>
#include <vector>

#include "app/font_number.h"

struct ImFontLoader;

namespace aushang::view {

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
