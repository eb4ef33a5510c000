#pragma once
/// What each HTML element is for, and which of them are open: an upper bound of what a browser would have
/// open. It keeps the tree shallow and the page from growing, so that nothing that walks it runs out of stack
/// or memory.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::ingest {

enum class TagUse : std::uint8_t {
  unknown,        ///< no element of HTML: a placeholder such as <your name>, or a component
  text,           ///< without meaning here: the tag goes, its text stays
  block,          ///< the same, but its text stands apart
  formatting,     ///< a, b, em, code, …: opened again in the next block where it was left open
  structure,      ///< p, ul, table, h1, …
  empty,          ///< br, hr, img, …
  dropped,        ///< script, form, …: goes with what it holds
  dropped_media,  ///< video, input, …: the tag goes with a warning, text inside stays
  swallows,       ///< xmp, frameset, …: would hide or change what follows; the tag goes
};

[[nodiscard]] TagUse use_of(std::string_view name);

class OpenTags {
 public:
  /// False where it would nest too deep: the tag is better left out.
  [[nodiscard]] bool open(std::string_view name);
  void close(std::string_view name);
  [[nodiscard]] bool has(std::string_view name) const;

 private:
  static constexpr std::size_t k_deepest = 96;
  static constexpr std::size_t k_most_reopened = 200'000;

  std::vector<std::string> stack_;
  std::vector<std::string> formatting_;  ///< counts until it is closed by name
  std::size_t reopened_ = 0;             ///< times that a block had formatting to open again
};

}  // namespace aushang::ingest
