#pragma once
/// One posting, ready to be laid out: parsed once, never changed.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "doc/document.h"
#include "layout/drawable.h"
#include "layout/page.h"

namespace aushang::app {

struct Posting {
  std::shared_ptr<const doc::Document> title;       ///< one heading
  std::shared_ptr<const doc::Document> text;        ///< phrases marked
  std::uint32_t skip_block = layout::Part::k_none;  ///< the heading that the title repeats
  std::vector<std::uint32_t> picture_blocks;        ///< paragraphs that the document draws, ascending
  /// Set where the text holds something that the tile can't show as the browser would; then the page stays
  /// plain.
  std::optional<layout::Undrawable> undrawable;
};

}  // namespace aushang::app
