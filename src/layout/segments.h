#pragma once
/// A block's inlines as a row of stretches that look alike.
#include <cstdint>
#include <vector>

#include "doc/document.h"
#include "layout/theme.h"

namespace aushang::layout {

struct Segment {
  doc::Range text;  ///< visible text
  Emphasis emphasis = 0;
  bool struck = false;
  bool line_end = false;           ///< a hard break: nothing to draw, the next character starts a line
  std::uint32_t link = k_no_link;  ///< index of the innermost link or mark around it

  static constexpr std::uint32_t k_no_link = 0xFFFFFFFF;
};

/// Appends the segments of one leaf block, in order, without gaps except where nothing is visible.
void collect_segments(const doc::Document& document, const doc::Block& block, std::vector<Segment>& out);

/// Whether the page shows a picture in this block: then the document draws the whole block (an island).
[[nodiscard]] bool shows_image(const doc::Document& document, const doc::Block& block);

/// The character that stands for a task's box.
[[nodiscard]] constexpr char32_t task_box(doc::Task task) {
  return task == doc::Task::done ? 0x2611 : 0x2610;
}

}  // namespace aushang::layout
