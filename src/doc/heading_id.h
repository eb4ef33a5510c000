#pragma once
/// Ids for headings, so that `#what-we-offer` works as on code hosting sites.
#include <string>
#include <string_view>
#include <unordered_map>

namespace aushang::doc {

class HeadingIds {
 public:
  /// Lower case, words joined by "-", punctuation dropped; unique within this object ("…-1", "…-2");
  /// "section" where nothing is left. Never starts with "au-", the prefix of the page's own ids.
  [[nodiscard]] std::string make(std::string_view heading_text);
  /// The id that an author gave, unless it is taken already or the page's own.
  [[nodiscard]] std::string keep(std::string_view id);

 private:
  [[nodiscard]] std::string unique(const std::string& wanted);

  std::unordered_map<std::string, unsigned> used_;
};

}  // namespace aushang::doc
