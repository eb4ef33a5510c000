#pragma once
/// How wide a table's columns are. Browsers' automatic tables disagree and can't be computed before the fonts
/// are known; so shares are fixed from the text alone, and the prerendered page uses the same.
#include <cstdint>
#include <vector>

#include "doc/document.h"

namespace aushang::layout {

/// Shares are multiples of 1/k_share_units of the table's width, so that a class can name each.
inline constexpr int k_share_units = 24;

/// One share per column of the table at `table`, each at least 1, k_share_units in all; empty for a table
/// with no columns. With more columns than units, all are 0 and mean equal widths. A column gets what its
/// longest word needs first, then room in proportion to how much text it holds (the square root of it: a
/// cell with ten times the text needs ten times the area, not ten times the width).
[[nodiscard]] std::vector<int> column_shares(const doc::Document& document, std::uint32_t table);

}  // namespace aushang::layout
