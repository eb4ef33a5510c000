#pragma once
/// One posting, ready to be laid out: parsed once, never changed.
#include <memory>
#include <string>
#include <vector>

#include "doc/document.h"
#include "layout/page.h"

namespace aushang::app {

struct Posting {
  std::shared_ptr<const doc::Document> title;       ///< one heading
  std::shared_ptr<const doc::Document> text;        ///< phrases marked
  std::uint32_t skip_block = layout::Part::k_none;  ///< the heading that the title repeats
  std::vector<std::uint32_t> picture_blocks;        ///< paragraphs that the document draws, ascending
  /// Whether the text holds something that the tile can't show as the browser would: characters (see
  /// layout/drawable.h), or pictures in headings and cells. Then the page stays plain.
  bool undrawable = false;
};

}  // namespace aushang::app
