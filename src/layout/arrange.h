#pragma once
/// Documents, a width and a theme become a Page.
///
/// The rules are those of the style sheet, written down once more as arithmetic: blocks stack with one gap
/// between neighbours (nothing collapses, because only later siblings have a margin), lists indent, table
/// columns have fixed shares (columns.h), text wraps greedily at the opportunities of line_break.h and, where
/// a stretch is wider than its line, between any two characters; a heading takes no wider lines than its
/// number of lines needs. The prerendered page wraps at the same places, so nothing moves when this takes
/// over; where a browser balances headings in another way, it still has as many lines.
#include <span>

#include "layout/measure.h"
#include "layout/page.h"

namespace aushang::layout {

/// `width` in CSS pixels, at least 1. One pass over the text. `previous`, if given, is a Page made with the
/// same theme and measure: lines of boxes whose document and width are the same are taken from it.
[[nodiscard]] Page arrange(std::span<const Part> parts, float width, const Theme& theme,
                           const TextMeasure& measure, const Page* previous = nullptr);

}  // namespace aushang::layout
