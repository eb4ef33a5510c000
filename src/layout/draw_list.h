#pragma once
/// What a window of a Page looks like, for any painter: rectangles and texts in the order in which to paint
/// them, with colours by role.
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "layout/measure.h"
#include "layout/page.h"

namespace aushang::layout {

enum class Ink : std::uint8_t { text, quiet, link, mark, soft, line, strong_line, card };
inline constexpr std::size_t k_ink_count = 8;

/// A node of the page that a pointer can be over: a link or a marked phrase.
struct LinkId {
  std::uint16_t part = 0;
  std::uint32_t inline_index = k_none;

  static constexpr std::uint32_t k_none = 0xFFFFFFFF;
  [[nodiscard]] bool valid() const { return inline_index != k_none; }
  friend bool operator==(const LinkId&, const LinkId&) = default;
};

struct RectDraw {
  base::Rect rect;
  Ink ink = Ink::text;
  float radius = 0;
  float outline = 0;  ///< thickness of a frame; 0: filled
};

/// One run: text of one style on one line.
struct TextDraw {
  std::string_view text;  ///< UTF-8, without collapsed spaces; lives as long as the list and the documents
  Face face = 0;
  Ink ink = Ink::text;
  float x = 0;
  float baseline = 0;
  float width = 0;
  LinkId link;
};

struct DrawList {
  std::vector<RectDraw> below;  ///< painted before the texts
  std::vector<TextDraw> texts;
  std::vector<RectDraw> above;   ///< and after them
  std::deque<std::string> made;  ///< texts that stand in no document: list numbers (a deque: they never move)
};

/// The part of the page between the band's edges. Costs as much as what is there, however long the page is.
[[nodiscard]] DrawList draw(const Page& page, base::Band band, const TextMeasure& measure, LinkId hovered);

/// The link at a point, or none.
[[nodiscard]] LinkId link_at(const Page& page, base::Point point, const TextMeasure& measure);

}  // namespace aushang::layout
