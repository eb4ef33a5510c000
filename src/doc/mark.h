#pragma once
/// Marks phrases of a document, so that each can be shown and be a link.
#include <cstddef>
#include <string>
#include <vector>

#include "doc/document.h"

namespace aushang::doc {

struct Mark {
  Range text;          ///< into Document::text, between code points
  std::string target;  ///< where the phrase leads: "#au-material-thesis"
  std::string id;      ///< of the element of its first piece; may be empty
  MarkKind kind = MarkKind::clause;
};

struct Marked {
  Document document;
  std::vector<std::size_t> missed;  ///< indices of the marks that have no piece, in order
};

/// The same document with spans of InlineKind::mark around what is marked.
///
/// Marks may overlap: each character belongs to the innermost (the shortest; of equally long ones the later
/// in the list). A mark is one span where it can be, around whole emphasis too; it is cut into pieces where
/// it must be: at the end of a block, of a span it covers partly, around what another mark owns. Only the
/// first piece carries the id.
///
/// Nothing is marked in links, images and code blocks, for a link can't hold another (HTML, 4.5.1). A piece
/// neither begins nor ends with white space (other than what lies within an emphasis it covers), and has a
/// letter or digit: "," would be no name for a link.
///
/// Text and code that a mark covers partly are split. So are their source ranges where text and source are
/// equally long, that is, the same; otherwise each part keeps the whole range.
///
/// In time O(m log m + n); no recursion.
[[nodiscard]] Marked mark(const Document& document, const std::vector<Mark>& marks);

}  // namespace aushang::doc
