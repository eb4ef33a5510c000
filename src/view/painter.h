#pragma once
/// A draw list as Dear ImGui's draw data. Every link and mark, and what can be activated or filled in beside
/// the posting, is an ImGui item under its node's id.
#include <imgui.h>

#include <array>
#include <string_view>

#include "layout/draw_list.h"
#include "view/fonts.h"

namespace aushang::view {

/// 0xAABBGGRR, as Dear ImGui packs colours.
using Palette = std::array<ImU32, layout::k_ink_count>;

/// The tile: a window on the sheet.
struct Tile {
  base::Rect rect;    ///< in the sheet's CSS pixels
  float density = 1;  ///< device pixels per CSS pixel
};

/// The id of a link's item.
[[nodiscard]] ImGuiID item_id(layout::LinkId link);
/// The id of the item of a form's node.
[[nodiscard]] ImGuiID item_id(std::string_view node);

class Painter {
 public:
  Painter();
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  void set_faces(int face_count, const ImFontLoader& loader) { fonts_.reset(face_count, loader); }
  /// The pointer, in the sheet's CSS pixels, for looks only; nothing is activated here.
  void set_pointer(base::Point point) { pointer_ = point; }

  /// One ImGui frame, from NewFrame to Render; ImGui::GetDrawData() then holds it.
  void paint(const layout::DrawList& list, const Tile& tile, const Palette& palette,
             const layout::TextMeasure& measure);

 private:
  Fonts fonts_;
  base::Point pointer_ = {-1, -1};
};

}  // namespace aushang::view
