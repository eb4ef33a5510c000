#pragma once
/// What a window of a Page looks like, for any painter: rectangles and texts in the order in which to paint
/// them, with colours by role.
#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/form.h"
#include "layout/measure.h"
#include "layout/page.h"

namespace aushang::layout {

enum class Ink : std::uint8_t {
  text,
  quiet,
  link,
  mark,
  soft,
  line,
  strong_line,
  card,
  good,
  good_soft,
  warn,
  warn_soft,
  on_accent,  ///< on a surface of `link` or `good`
};
inline constexpr std::size_t k_ink_count = 13;

/// Where the line under a link lies below its base line; as in the style sheet.
inline constexpr float k_underline_offset = 3;

/// A node of the page that a pointer can be over: a link or a marked phrase.
struct LinkId {
  std::uint16_t part = 0;
  std::uint32_t inline_index = k_none;

  static constexpr std::uint32_t k_none = 0xFFFFFFFF;
  [[nodiscard]] bool valid() const { return inline_index != k_none; }
  friend bool operator==(const LinkId&, const LinkId&) = default;
};

/// What has just changed is shown twice for a moment: as it is and as it was (DrawList::share).
enum class Fade : std::uint8_t { none, in, out };

struct RectDraw {
  base::Rect rect;
  Ink ink = Ink::text;
  float radius = 0;
  float outline = 0;  ///< thickness of a frame; 0: filled
  Fade fade = Fade::none;
};

/// One run: text of one style on one line.
struct TextDraw {
  std::string_view
      text;  ///< UTF-8, without collapsed spaces; lives as long as the list, the documents and the form
  Face face = 0;
  Ink ink = Ink::text;
  float x = 0;
  float baseline = 0;
  float width = 0;
  LinkId link;
  Fade fade = Fade::none;
};

/// A line through two or three points, for check marks and crosses.
struct StrokeDraw {
  std::array<base::Point, 3> points;
  int count = 2;  ///< of the points that are used
  float thickness = 1;
  Ink ink = Ink::text;
  Fade fade = Fade::none;
};

/// Something to activate or to fill in, and its node's id.
struct ItemDraw {
  base::Rect rect;
  std::string_view id;  ///< lives as long as the form
};

struct DrawList {
  std::vector<RectDraw> below;  ///< painted before the texts
  std::vector<TextDraw> texts;
  std::vector<RectDraw> above;      ///< and after them
  std::vector<StrokeDraw> strokes;  ///< painted last
  std::vector<ItemDraw> items;      ///< not painted
  std::deque<std::string> made;  ///< texts that stand in no document: list numbers (a deque: they never move)
  float share = 1;               ///< of what fades in that is seen; of what fades out the rest is
};

/// What of the page's look changes while it is read.
struct DrawLook {
  LinkId hovered = {};
  /// How the phrases of the posting's text stand, by the index of the mark in the document's inlines; beyond
  /// its end, and where it says Tone::none, a mark looks as it does without answers.
  std::span<const Tone> tones = {};
  /// How they stood before a change that is still seen; empty: nothing changes.
  std::span<const Tone> before = {};
};

/// The part of the page between the band's edges. Costs as much as what is there, however long the page is.
[[nodiscard]] DrawList draw(const Page& page, base::Band band, const TextMeasure& measure, DrawLook look);

/// The link at a point, or none.
[[nodiscard]] LinkId link_at(const Page& page, base::Point point, const TextMeasure& measure);

}  // namespace aushang::layout
