#pragma once
/// Attribute lists as kramdown, Pandoc, Quarto and MkDocs have them: {: #id .class key="value"}, {#id},
/// {.class}.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::ingest {

struct Attributes {
  std::size_t end = 0;  ///< behind "}"; 0 where it is no attribute list
  std::string id;
  std::vector<std::string> classes;
  std::string title;
  [[nodiscard]] bool has_class(std::string_view name) const;
};

/// What begins with the "{" at `begin`.
[[nodiscard]] Attributes read_attributes(std::string_view text, std::size_t begin);

/// Behind the "}" that closes the "{" at `begin`, on the same line, not in quotes; 0 where there is none.
[[nodiscard]] std::size_t end_of_braces(std::string_view text, std::size_t begin);

/// The element that gives the block it stands in its id.
[[nodiscard]] std::string anchor(std::string_view id);

}  // namespace aushang::ingest
