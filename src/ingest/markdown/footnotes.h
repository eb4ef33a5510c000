#pragma once
/// The names of a page's footnotes, [^name], in the order in which they are first referred to, then those to
/// which nothing refers; only those that are defined.
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aushang::ingest {

struct Footnotes {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> numbers;  ///< from 1
};

[[nodiscard]] Footnotes find_footnotes(std::string_view text);

/// The name in "[^name]" at `at`, and how long all of it is; empty where it is none.
[[nodiscard]] std::string_view footnote_name(std::string_view text, std::size_t at);

}  // namespace aushang::ingest
