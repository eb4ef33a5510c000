#pragma once
/// What a page looks like, as numbers. The one place where they are written is the style sheet: the platform
/// reads them off the live document (tests bring their own), so an institute's own style sheet counts too.
#include <array>
#include <cstdint>

namespace aushang::layout {

/// What a text stands in; decides size, line height and place of the base line.
enum class Context : std::uint8_t { h1, h2, h3, h4, h5, h6, body, code_block, header_cell, cell };
inline constexpr std::size_t k_context_count = 10;
[[nodiscard]] constexpr bool is_heading(Context context) { return context <= Context::h6; }

/// How a stretch of text differs from its surroundings; bits.
using Emphasis = std::uint8_t;
inline constexpr Emphasis k_bold = 1;
inline constexpr Emphasis k_italic = 2;
inline constexpr Emphasis k_code = 4;
inline constexpr std::size_t k_emphasis_count = 8;

/// One font at one size, known by its number; what stands behind it only the platform knows.
using Face = std::uint8_t;

struct TextStyle {
  float line_height = 0;  ///< px
  float baseline = 0;     ///< px below the line's upper edge
  std::array<Face, k_emphasis_count> faces = {};
};

/// Distances in CSS pixels.
struct Spacing {
  float title_to_next = 0;                   ///< below the title
  float island_to_next = 0;                  ///< below what the document draws itself
  float block_gap = 0;                       ///< between paragraphs, lists, quotes, tables, code
  float after_heading = 0;                   ///< between a heading and what follows it
  std::array<float, 6> before_heading = {};  ///< by level
  float rule_gap = 0;                        ///< above and below a thematic break
  float rule_thickness = 0;
  float list_indent = 0;     ///< of a list's items
  float item_padding = 0;    ///< between an item's edge and its text
  float item_gap = 0;        ///< between items, and above a list inside an item
  float item_block_gap = 0;  ///< between an item's paragraphs
  float quote_border = 0;    ///< width of the bar
  float quote_padding = 0;   ///< between the bar and the text
  float code_border = 0;     ///< around code blocks
  float code_padding_x = 0;
  float code_padding_y = 0;
  float code_radius = 0;
  float cell_padding_right = 0;
  float cell_padding_y = 0;
  float cell_border = 0;  ///< below each cell
};

struct Theme {
  std::array<TextStyle, k_context_count> styles;
  Spacing spacing;

  [[nodiscard]] const TextStyle& style(Context context) const {
    return styles[static_cast<std::size_t>(context)];
  }
};

}  // namespace aushang::layout
