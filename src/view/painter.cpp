#include "view/painter.h"

#include <imgui_internal.h>

#include <cfloat>
#include <cmath>

#include "base/utf8.h"
#include "layout/measure.h"

namespace aushang::view {
namespace {

using layout::RectDraw;
using layout::TextDraw;

class Painting {
 public:
  Painting(ImDrawList& out, const Tile& tile, const Palette& palette, float share, Fonts& fonts,
           const layout::TextMeasure& measure)
      : out_(out), tile_(tile), palette_(palette), share_(share), fonts_(fonts), measure_(measure) {}

  void rect(const RectDraw& draw) {
    const ImU32 colour = colour_of(draw.ink, draw.fade);
    const ImVec2 from = {snap(draw.rect.x - tile_.rect.x), snap(draw.rect.y - tile_.rect.y)};
    // What has an extent keeps at least one device pixel.
    const auto far = [&](float near, float extent, float origin, float start) {
      const float edge = snap(start + extent - origin);
      return edge > near ? edge : near + 1 / tile_.density;
    };
    const ImVec2 to = {far(from.x, draw.rect.width, tile_.rect.x, draw.rect.x),
                       far(from.y, draw.rect.height, tile_.rect.y, draw.rect.y)};
    const float radius = (to.x - from.x) / 2;
    if (draw.radius >= radius && to.x - from.x == to.y - from.y) {
      // A rectangle's corners are never quite as round as a circle.
      const ImVec2 middle = {from.x + radius, from.y + radius};
      if (draw.outline > 0) {
        out_.AddCircle(middle, radius - draw.outline / 2, colour, 0, draw.outline);
      } else {
        out_.AddCircleFilled(middle, radius, colour);
      }
    } else if (draw.outline > 0) {
      const float half = draw.outline / 2 - 0.5F;  // AddRect moves its line inwards by half a unit itself
      out_.AddRect({from.x + half, from.y + half}, {to.x - half, to.y - half}, colour, draw.radius, 0,
                   draw.outline);
    } else {
      out_.AddRectFilled(from, to, colour, draw.radius);
    }
  }

  void stroke(const layout::StrokeDraw& draw) {
    std::array<ImVec2, 3> points;
    for (std::size_t i = 0; i < points.size(); ++i)
      points[i] = {draw.points[i].x - tile_.rect.x, draw.points[i].y - tile_.rect.y};
    out_.AddPolyline(points.data(), draw.count, colour_of(draw.ink, draw.fade), 0, draw.thickness);
  }

  /// The glyphs of a run; call load() for all runs first, so that the atlas doesn't change under them.
  void text(const TextDraw& draw) {
    const ImU32 colour = colour_of(draw.ink, draw.fade);
    const float baseline = snap(draw.baseline - tile_.rect.y);
    each_glyph(draw, [&](const ImFontGlyph& glyph, float pen) {
      if (!glyph.Visible) return;
      out_.PrimReserve(6, 4);
      out_.PrimRectUV({pen + glyph.X0, baseline + glyph.Y0}, {pen + glyph.X1, baseline + glyph.Y1},
                      {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1},
                      glyph.Colored ? colour | ~IM_COL32_A_MASK : colour);
    });
  }

  void load(const TextDraw& draw) {
    each_glyph(draw, [](const ImFontGlyph&, float) {});
  }

 private:
  [[nodiscard]] ImU32 colour_of(layout::Ink ink, layout::Fade fade) const {
    const ImU32 whole = palette_[static_cast<std::size_t>(ink)];
    if (fade == layout::Fade::none) return whole;
    const float share = fade == layout::Fade::in ? share_ : 1 - share_;
    const auto alpha = static_cast<ImU32>(static_cast<float>(whole >> IM_COL32_A_SHIFT) * share);
    return (whole & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
  }
  [[nodiscard]] float snap(float css_px) const { return std::round(css_px * tile_.density) / tile_.density; }

  /// Calls `use(glyph, pen)` with the pen on a whole device pixel, and the glyph of the phase that makes up
  /// for the rest.
  template <typename Use>
  void each_glyph(const TextDraw& draw, const Use& use) {
    std::array<ImFontBaked*, app::k_phases> baked = {};
    for (int phase = 0; phase < app::k_phases; ++phase) {
      baked[static_cast<std::size_t>(phase)] = &fonts_.baked(draw.face, phase, tile_.density);
    }
    float x = draw.x - tile_.rect.x;
    for (std::size_t i = 0; i < draw.text.size();) {
      const base::Decoded decoded = base::decode(draw.text, i);
      i += decoded.length;
      const float quarters = std::round(x * tile_.density * app::k_phases);
      const float whole = std::floor(quarters / app::k_phases);
      const auto phase = static_cast<std::size_t>(quarters - whole * app::k_phases);
      const char32_t c = decoded.code_point == '\n' ? U' ' : decoded.code_point;
      const ImFontGlyph* glyph = baked[phase]->FindGlyph(static_cast<ImWchar>(c));
      if (glyph != nullptr) use(*glyph, whole / tile_.density);
      x += advance(draw, c);
    }
  }

  [[nodiscard]] float advance(const TextDraw& draw, char32_t c) const {
    return c < 0x80 ? measure_.ascii(draw.face)[c] : measure_.advance(draw.face, c);
  }

  ImDrawList& out_;
  const Tile& tile_;
  const Palette& palette_;
  float share_;  ///< of what fades in
  Fonts& fonts_;
  const layout::TextMeasure& measure_;
};

/// Links and marks, and the form's inputs and buttons, as items, so that Dear ImGui knows what stands where.
void add_items(const layout::DrawList& list, const Tile& tile) {
  for (const TextDraw& text : list.texts) {
    if (!text.link.valid()) continue;
    const float x = text.x - tile.rect.x;
    const float y = text.baseline - tile.rect.y;
    ImGui::ItemAdd({{x, y - k_nominal_size}, {x + text.width, y + k_nominal_size / 2}}, item_id(text.link));
  }
  for (const layout::ItemDraw& item : list.items) {
    const ImVec2 from = {item.rect.x - tile.rect.x, item.rect.y - tile.rect.y};
    ImGui::ItemAdd({from, {from.x + item.rect.width, from.y + item.rect.height}}, item_id(item.id));
  }
}

}  // namespace

ImGuiID item_id(layout::LinkId link) {
  return ImHashData(&link.inline_index, sizeof link.inline_index, link.part + 1U);
}

ImGuiID item_id(std::string_view node) { return ImHashStr(node.data(), node.size()); }

Painter::Painter() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

Painter::~Painter() { ImGui::DestroyContext(); }

void Painter::paint(const layout::DrawList& list, const Tile& tile, const Palette& palette,
                    const layout::TextMeasure& measure) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {tile.rect.width, tile.rect.height};
  io.DisplayFramebufferScale = {tile.density, tile.density};
  io.DeltaTime = 1.0F / 60;  // nothing of Dear ImGui's moves with time
  if (tile.rect.contains(pointer_)) {
    io.AddMousePosEvent(pointer_.x - tile.rect.x, pointer_.y - tile.rect.y);
  } else {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("sheet", nullptr, flags);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.PushClipRectFullScreen();
  Painting painting(out, tile, palette, list.share, fonts_, measure);
  for (const TextDraw& text : list.texts) painting.load(text);
  for (const RectDraw& rect : list.below) painting.rect(rect);
  for (const TextDraw& text : list.texts) painting.text(text);
  for (const RectDraw& rect : list.above) painting.rect(rect);
  for (const layout::StrokeDraw& stroke : list.strokes) painting.stroke(stroke);
  out.PopClipRect();
  add_items(list, tile);
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::Render();
}

}  // namespace aushang::view
