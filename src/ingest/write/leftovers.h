#pragma once
/// Markup that is left in visible text: what an author wrote for a generator that isn't here, or mistyped.
#include <string_view>
#include <vector>

namespace aushang::ingest {

/// What is seen of it in a piece of text that is neither code nor math, nor escaped by its author; into the
/// text.
[[nodiscard]] std::vector<std::string_view> find_leftovers(std::string_view text);

}  // namespace aushang::ingest
