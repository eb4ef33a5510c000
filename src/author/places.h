#pragma once
/// From a place in the canonical Markdown back to the page it was made of.
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "doc/document.h"

namespace aushang::author {

/// Words are matched in order, so the place is that of the word itself wherever both texts have it, and that
/// of the last one before it where ingest wrote something anew. Comments and front matter are never the place
/// of what a reader sees.
class Places {
 public:
  /// All three must outlive it.
  Places(std::string_view page, std::string_view markdown, const doc::Document& document);

  /// Of a byte of the document's visible text.
  [[nodiscard]] base::Position of_text(std::uint32_t offset) const;
  /// Of the first place of `text` in the page's front matter; the page's beginning where it isn't there.
  [[nodiscard]] base::Position in_front_matter(std::string_view text) const;

 private:
  struct Pair {
    std::uint32_t markdown, page;  ///< where a word begins
  };

  std::string_view page_, markdown_;
  const doc::Document& document_;
  std::size_t front_matter_end_ = 0;
  std::vector<Pair> pairs_;  ///< in the order of both
};

}  // namespace aushang::author
