#pragma once
/// Finding a quoted phrase in what a reader sees.
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace aushang::doc {

/// Every place where `phrase` stands in the visible text of one leaf block, or runs on over the next ones
/// (a quote may span two list items), in order, overlapping matches included. White space of any kind and
/// length counts as one space, typographic quotes, apostrophes, dashes and the ellipsis as their ASCII forms,
/// soft hyphens and zero-width characters as nothing. Letters' case counts. An empty phrase is found nowhere.
/// Ranges are into `document.text`; `limit` stops the search early.
[[nodiscard]] std::vector<Range> find_phrase(const Document& document, std::string_view phrase,
                                             std::size_t limit = 100);

/// The folding itself, for comparisons elsewhere.
[[nodiscard]] std::string fold_visible(std::string_view text);

}  // namespace aushang::doc
