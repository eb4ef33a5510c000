#pragma once
/// Blocks as HTML elements: what a posting's HTML is read from and what it is written as.
#include <string_view>

#include "doc/document.h"

namespace aushang::doc {

/// Of a container, a cell or a paragraph. What other leaves are depends on more than their kind; theirs is
/// "p".
[[nodiscard]] constexpr std::string_view element_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::quote:
      return "blockquote";
    case BlockKind::bullet_list:
      return "ul";
    case BlockKind::ordered_list:
      return "ol";
    case BlockKind::item:
      return "li";
    case BlockKind::table:
      return "table";
    case BlockKind::table_head:
      return "thead";
    case BlockKind::table_body:
      return "tbody";
    case BlockKind::row:
      return "tr";
    case BlockKind::header_cell:
      return "th";
    case BlockKind::cell:
      return "td";
    case BlockKind::paragraph:
    case BlockKind::heading:
    case BlockKind::code:
    case BlockKind::raw_html:
    case BlockKind::rule:
      break;
  }
  return "p";
}

}  // namespace aushang::doc
