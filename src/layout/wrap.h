#pragma once
/// A text into lines.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "layout/measure.h"
#include "layout/page.h"
#include "layout/segments.h"

namespace aushang::layout {

enum class WhiteSpace : std::uint8_t {
  collapse,  ///< runs count as one space, and hang at the end of a line
  keep,      ///< stays, and hangs at the end of a line (CSS: pre-wrap)
  code,      ///< stays, lines end where the code's do, wrap anywhere
};

struct WrapRequest {
  std::string_view text;              ///< that the range and the segments are of
  doc::Range range;                   ///< of one block, or of a whole string
  std::span<const Segment> segments;  ///< of the range
  const TextStyle& style;
  float left = 0;          ///< x of the lines
  float width = 0;         ///< room for a line
  float first_indent = 0;  ///< before the first line's text, e.g. a task's box
  WhiteSpace white_space = WhiteSpace::collapse;
  bool balance = false;  ///< lines of about the same width (CSS Text 4, section 6.4)
};

/// What has more lines isn't balanced, for it is a paragraph rather than a heading; nor what has a word that
/// is wider than a line. Browsers do the same.
inline constexpr std::size_t k_most_balanced_lines = 6;

/// Appends the lines of one leaf; an empty one has none, unless its first line is indented. `breaks` is room
/// that is used from call to call, so that wrapping allocates nothing in the long run. White space is treated
/// as CSS Text 3 treats it.
void wrap(const WrapRequest& request, const TextMeasure& measure, std::vector<std::uint32_t>& breaks,
          std::vector<Line>& lines);

/// White space that collapses (CSS Text 3, section 4.1.1); no-break spaces don't.
constexpr bool collapses(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Distance between tab stops in code blocks, in spaces (the CSS default).
inline constexpr int k_tab_size = 8;

}  // namespace aushang::layout
