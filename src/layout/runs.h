#pragma once
/// A line as runs: stretches of one style.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "layout/draw_list.h"
#include "layout/segments.h"

namespace aushang::layout {

struct Run {
  doc::Range text;
  Face face = 0;
  std::uint32_t link = Segment::k_no_link;
  bool struck = false;
  float x = 0;
  float width = 0;
};

/// `segments` are those of the line's block, and both are of `text` (a document's, or any other). A run of
/// white space counts as its first space (`preserve`: as it is); runs never hold two spaces in a row, so that
/// what is drawn is what is measured.
void collect_runs(std::string_view text, const Line& line, const TextStyle& style,
                  std::span<const Segment> segments, bool preserve, const TextMeasure& measure,
                  std::vector<Run>& out);

}  // namespace aushang::layout
