#pragma once
#include <string>

#include "doc/document.h"

namespace aushang::doc {

/// The document as plain text, as it would be copied: paragraphs set apart by an empty line, list items on
/// lines of their own with "- " or their number, indented by two spaces a level, table rows as lines with
/// tabs, quotes after "> ". Link targets that aren't their own text follow in brackets. Ends with one line
/// break unless empty.
[[nodiscard]] std::string to_plain_text(const Document& document);

}  // namespace aushang::doc
