#include "view/fonts.h"

#include <imgui_internal.h>

#include <cstddef>

// The core asks for FreeType's loader by this name when it has no other; every font here brings its own.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader() {
  static const ImFontLoader none;
  return &none;
}
}  // namespace ImGuiFreeType

namespace aushang::view {

void Fonts::reset(int face_count, const ImFontLoader& loader) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  fonts_.clear();
  // Dear ImGui copies what FontData points to; the loader needs none of it.
  static char nothing = 0;
  for (int number = 0; number < face_count * app::k_phases; ++number) {
    ImFontConfig config;
    config.FontLoader = &loader;
    config.FontNo = static_cast<ImU32>(number);
    config.FontData = &nothing;
    config.FontDataSize = 1;
    config.FontDataOwnedByAtlas = false;
    config.SizePixels = k_nominal_size;
    fonts_.push_back(atlas.AddFont(&config));
  }
}

ImFontBaked& Fonts::baked(layout::Face face, int phase, float density) {
  return *fonts_[static_cast<std::size_t>(app::font_number(face, phase))]->GetFontBaked(k_nominal_size,
                                                                                        density);
}

}  // namespace aushang::view
