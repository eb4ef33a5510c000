#pragma once
/// Reading HTML tags as browsers do (HTML Standard, section 13.2.5), without building anything.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::ingest {

struct HtmlAttribute {
  std::string_view name;   ///< as written
  std::string_view value;  ///< without quotes, character references not decoded
};

struct HtmlTag {
  std::string name;  ///< lower case
  bool closes = false;
  std::vector<HtmlAttribute> attributes;  ///< the first few; later ones are never of interest
  std::size_t end = 0;                    ///< one past ">"

  /// Empty if the tag has none of that name (lower case).
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
};

/// Reads tag after tag of one text. Hostile quotes could make each of them run to the text's end, so the
/// whole scan has a budget; when it is spent, "<" is text.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html), budget_(16 * html.size() + 4096) {}

  /// The tag at `at` (html[at] == '<'), or nothing where no tag begins or it has no end.
  [[nodiscard]] std::optional<HtmlTag> tag(std::size_t at);

 private:
  std::string_view html_;
  std::size_t budget_;
};

/// Where in a block of HTML a comment begins that doesn't end in it; npos if there is none.
[[nodiscard]] std::size_t find_unclosed_comment(std::string_view html);

}  // namespace aushang::ingest
