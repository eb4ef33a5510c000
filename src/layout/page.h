#pragma once
/// A laid-out posting: a box for every block, lines for every box that holds text.
///
/// Coordinates are CSS pixels from the upper left corner of the sheet (the posting's article). What is drawn
/// and what is under the pointer (draw_list.h), and what the layer shows (semantics.h) all come from here, so
/// they can't disagree.
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "doc/document.h"
#include "layout/theme.h"

namespace aushang::layout {

/// A part of the sheet, from top to bottom.
struct Part {
  enum class Kind : std::uint8_t {
    title,   ///< a document with one heading, set as h1
    text,    ///< a document; its topmost headings become h2
    island,  ///< drawn by the document itself; layout keeps the room it takes
  };
  Kind kind = Kind::text;
  std::shared_ptr<const doc::Document> document;  ///< title, text
  std::uint32_t skip_block = k_none;              ///< text: the block that the title repeats
  float island_height = 0;                        ///< island: as the platform measured it
  /// text: blocks with pictures, ascending, and their heights as the platform measured them.
  std::vector<std::pair<std::uint32_t, float>> island_heights;

  static constexpr std::uint32_t k_none = 0xFFFFFFFF;
};

struct Line {
  std::uint32_t begin = 0;  ///< first byte, into the part's visible text
  std::uint32_t end = 0;    ///< one past its last byte that is seen: the space before a wrap isn't
  float x = 0;              ///< of its first character
  float width = 0;
  bool hyphen = false;  ///< ends at a soft hyphen, which shows there
};

enum class BoxKind : std::uint8_t { none, container, text, rule, island };
inline constexpr std::uint32_t k_no_box = 0xFFFFFFFF;

struct Box {
  BoxKind kind = BoxKind::none;
  Context context = Context::body;
  std::uint8_t heading_level = 0;   ///< headings: as on the page
  std::uint8_t list_level = 0;      ///< items: 1 in a list that is in no other, and so on
  std::uint16_t quote_depth = 0;    ///< block quotes around it
  std::uint32_t number = 0;         ///< items of ordered lists; 0 in bullet lists
  std::uint32_t parent = k_no_box;  ///< the box around it
  base::Rect rect;                  ///< border box
  float text_top = 0;               ///< upper edge of the first line
  std::uint32_t first_line = 0;
  std::uint32_t line_count = 0;
};

struct PagePart {
  Part part;
  std::uint32_t first_box = 0;  ///< boxes of a document part: one per block, in the document's order
  std::uint32_t box_count = 0;
};

struct Page {
  float width = 0;
  float height = 0;
  std::vector<PagePart> parts;
  std::vector<Box> boxes;
  std::vector<Line> lines;
  /// Boxes without boxes inside that show something. Neither their upper nor their lower edges ever go back
  /// up.
  std::vector<std::uint32_t> leaves;
  Theme theme;

  [[nodiscard]] std::span<const Line> lines_of(const Box& box) const {
    return {lines.data() + box.first_line, box.line_count};
  }
  [[nodiscard]] const PagePart& part_of(std::uint32_t box) const;
  /// Index into `leaves` of the first one that reaches below `y`.
  [[nodiscard]] std::size_t first_leaf_below(float y) const;
  /// Upper edge of the n-th line of a text box.
  [[nodiscard]] float line_top(const Box& box, std::uint32_t n) const {
    return box.text_top + static_cast<float>(n) * theme.style(box.context).line_height;
  }
};

}  // namespace aushang::layout
