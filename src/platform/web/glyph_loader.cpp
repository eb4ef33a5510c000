#include "platform/web/glyph_loader.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>

#include "app/font_number.h"
#include "platform/web/host.h"

namespace aushang::platform {
namespace {

struct GlyphBox {
  std::int32_t left = 0;
  std::int32_t top = 0;
  std::int32_t width = 0;
  std::int32_t height = 0;
  std::int32_t coloured = 0;
};

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
  if (only_advance != nullptr) {
    *only_advance = 0;
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = 0;
  const int number = static_cast<int>(source->FontNo);
  const float density = baked->RasterizerDensity;
  GlyphBox box;
  const int count =
      aushang_rasterise(app::face_of(number), code_point, density, app::phase_of(number), &box.left);
  if (count == 0) return true;

  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, box.width, box.height);
  if (id == ImFontAtlasRectId_Invalid) return false;  // the texture can grow no more
  atlas->Builder->TempBuffer.resize(count * 4);
  aushang_take_pixels(atlas->Builder->TempBuffer.Data);
  glyph->X0 = static_cast<float>(box.left) / density;
  glyph->Y0 = static_cast<float>(box.top) / density;
  glyph->X1 = static_cast<float>(box.left + box.width) / density;
  glyph->Y1 = static_cast<float>(box.top + box.height) / density;
  glyph->Visible = true;
  glyph->Colored = box.coloured != 0;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                     atlas->Builder->TempBuffer.Data, ImTextureFormat_RGBA32, box.width * 4);
  return true;
}

bool has_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

}  // namespace

const ImFontLoader& browser_glyphs() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "browser";
    made.FontSrcContainsGlyph = has_glyph;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return loader;
}

}  // namespace aushang::platform
