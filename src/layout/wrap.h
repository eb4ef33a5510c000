#pragma once
/// One block's text into lines.
#include <vector>

#include "layout/measure.h"
#include "layout/page.h"
#include "layout/segments.h"

namespace aushang::layout {

/// Reused from block to block, so that wrapping allocates nothing in the long run.
struct WrapBuffers {
  std::vector<Segment> segments;
  std::vector<std::uint32_t> breaks;
};

struct WrapRequest {
  const doc::Document& document;
  const doc::Block& block;
  const TextStyle& style;
  float left = 0;          ///< x of the lines
  float width = 0;         ///< room for a line
  float first_indent = 0;  ///< before the first line's text, e.g. a task's box
  bool preserve = false;   ///< code blocks: white space stays, lines end where the code's do, wrap anywhere
};

/// Appends the lines of one leaf block; an empty block has none, unless its first line is indented. White
/// space is treated as CSS Text 3 treats it: runs count as one space, and hang at the end of a line.
void wrap(const WrapRequest& request, const TextMeasure& measure, WrapBuffers& buffers,
          std::vector<Line>& lines);

/// Distance between tab stops in code blocks, in spaces (the CSS default).
inline constexpr int k_tab_size = 8;

}  // namespace aushang::layout
