#pragma once
/// What the layer shows: one node for each element that the prerendered page has for the posting, in the same
/// order, with its place and its lines.
///
/// Elements keep the document's own flow, with these lines; only what they stand in is placed, part by part
/// (html/fragment.h). Layout is the style sheet's arithmetic, so within a part both agree. An element of its
/// own place for each block would cost the browser twice as much while it scrolls, and a row would lose its
/// cells for assistive technology.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "layout/page.h"

namespace aushang::layout {

/// In the order of k_tag_names.
enum class Tag : std::uint8_t {
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  li,
  blockquote,
  pre,
  hr,
  table,
  thead,
  tbody,
  tr,
  th,
  td,
  island,
};
inline constexpr std::string_view k_tag_names[] = {
    "h1",         "h2",  "h3", "h4",    "h5",    "h6",    "p",  "ul", "ol", "li",
    "blockquote", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td", "island"};

struct Node {
  Tag tag = Tag::p;
  /// Shows something itself: text, a marker, a line, a quote's bar. Not lists, rows and islands.
  bool drawn = false;
  std::uint32_t box = 0;  ///< in Page::boxes
  float y = 0;            ///< upper edge on the sheet, CSS pixels
  float height = 0;
  std::uint32_t first_start = 0;  ///< in Semantics::line_starts
  std::uint32_t start_count = 0;
};

struct Semantics {
  float height = 0;
  std::vector<Node> nodes;
  /// Where lines after the first begin: offsets into the element's own text (without nested blocks'), in
  /// UTF-16 code units, as the DOM counts. Ascending.
  std::vector<std::uint32_t> line_starts;
};

[[nodiscard]] Semantics semantics_of(const Page& page);

/// Appends where the lines after the first begin, in UTF-16 code units: `from` is the byte where the text
/// that the element shows starts, and `before` the code units that it has before that.
void append_line_starts(std::string_view text, std::uint32_t from, std::span<const Line> lines,
                        std::uint32_t before, std::vector<std::uint32_t>& out);

}  // namespace aushang::layout
