#pragma once
/// The tree as canonical Markdown (docs/architecture.md): blocks stand apart by one blank line, lists have
/// "-" and "1.", headings "#", code fences; whatever is written is sure to be read as it is meant.
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_dom.h"
#include "ingest/html/links.h"
#include "ingest/text/warnings.h"

namespace aushang::ingest {

struct Written {
  std::string markdown;
  std::vector<Reference> references;
};

/// `page` as given, for what its author escaped.
[[nodiscard]] Written write_markdown(const HtmlTree& tree, std::string_view page, Warnings& warnings);

}  // namespace aushang::ingest
