#pragma once
/// What is done with each HTML element, and how deep a fragment may nest.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::ingest {

enum class TagUse : std::uint8_t {
  inline_text,    ///< unknown or without meaning here: the tag goes, its text stays
  block,          ///< the same, but its text stands apart
  formatting,     ///< a, b, em, code, …
  structure,      ///< p, ul, table, h1, …: read by the converter
  empty,          ///< br, hr, img
  dropped,        ///< script, form, …: goes with what it holds
  dropped_media,  ///< video, input, …: the tag goes with a warning, text inside stays
};

[[nodiscard]] TagUse use_of(std::string_view name);

/// The elements that are open at a point of a fragment, as an upper bound of what a browser would have open.
/// It keeps the tree that is built from a fragment shallow, so that nothing that walks it can run out of
/// stack.
class OpenTags {
 public:
  /// False where it would nest too deep: the tag is better left out.
  [[nodiscard]] bool open(std::string_view name);
  void close(std::string_view name);
  [[nodiscard]] bool empty() const { return stack_.empty(); }
  [[nodiscard]] bool has(std::string_view name) const;

 private:
  static constexpr std::size_t k_deepest = 96;
  /// Closes the nearest of `names`, unless one of `walls` comes before it.
  void close_implied(std::initializer_list<std::string_view> names,
                     std::initializer_list<std::string_view> walls);

  std::vector<std::string> stack_;
  /// Formatting is opened again behind a block that it reached over, so it counts until it is closed by name.
  std::vector<std::string> formatting_;
};

}  // namespace aushang::ingest
