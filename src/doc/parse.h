#pragma once
/// Markdown to Document. CommonMark 0.31.2 by md4c, which only this module knows.
#include <string_view>

#include "base/result.h"
#include "doc/document.h"

namespace aushang::doc {

enum class Dialect {
  posting,  ///< CommonMark + tables, task lists, strikethrough, autolinks; URLs pass the allow-list of url.h
  commonmark,  ///< CommonMark alone, every URL kept: for the specification's tests
  gfm,         ///< as `posting`, but every URL kept
};

/// Any bytes are welcome: broken UTF-8 and NUL become U+FFFD (CommonMark 0.31.2, section 2.3), a byte order
/// mark is dropped, quotes, lists and spans nested deeper than base::k_max_nesting are flattened (not in
/// the commonmark dialect). The only error is a text above base::k_max_posting_bytes.
/// Source ranges are offsets into `markdown` as given if that is valid UTF-8 without NUL and byte order mark.
[[nodiscard]] base::Result<Document> parse(std::string_view markdown, Dialect dialect = Dialect::posting);

}  // namespace aushang::doc
