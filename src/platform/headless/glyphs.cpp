#include "platform/headless/glyphs.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "platform/headless/measure.h"

namespace aushang::platform::headless {
namespace {

constexpr float k_width = 6;
constexpr float k_height = 8;

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
  if (only_advance != nullptr) {
    *only_advance = 0;
    return true;
  }
  glyph->Codepoint = code_point & 0x3FFFFFF;  // the field has 26 bits
  glyph->AdvanceX = 0;
  if (code_point == ' ' || code_point == 0xA0 || Measure().advance(0, code_point) == 0) return true;

  const float density = baked->RasterizerDensity;
  const int width = static_cast<int>(std::ceil(k_width * density));
  const int height = static_cast<int>(std::ceil(k_height * density));
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  atlas->Builder->TempBuffer.resize(width * height * 4);
  for (unsigned char& byte : atlas->Builder->TempBuffer) byte = 0xFF;
  glyph->X0 = 0;
  glyph->Y0 = static_cast<float>(-height) / density;
  glyph->X1 = static_cast<float>(width) / density;
  glyph->Y1 = 0;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                     atlas->Builder->TempBuffer.Data, ImTextureFormat_RGBA32, width * 4);
  return true;
}

bool has_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

}  // namespace

const ImFontLoader& box_glyphs() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "boxes";
    made.FontSrcContainsGlyph = has_glyph;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return loader;
}

}  // namespace aushang::platform::headless
