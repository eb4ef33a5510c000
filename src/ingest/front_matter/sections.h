#pragma once
/// Pages whose text stands in the front matter, as some themes of Hugo have it: `sections:` of blocks, each
/// with a title and a text in Markdown.
#include <string_view>

#include "ingest/front_matter/front_matter.h"
#include "ingest/text/source_text.h"

namespace aushang::ingest {

/// The page's body, and behind it what its sections say.
[[nodiscard]] SourceText body_with_sections(std::string_view page, const FrontMatter& front);

}  // namespace aushang::ingest
