#pragma once
/// Markup that is left in visible text: what an author wrote for a generator that isn't here, or mistyped.
#include <cstddef>
#include <string_view>
#include <vector>

namespace aushang::ingest {

struct Leftover {
  std::size_t offset = 0;
  std::string_view markup;  ///< what is seen, into the text
};

/// In a piece of text that is neither code nor math, nor escaped by its author.
[[nodiscard]] std::vector<Leftover> find_leftovers(std::string_view text);

}  // namespace aushang::ingest
