#pragma once
/// Markdown → HTML, once, by md4c: what the author's own site would make of the page, raw HTML and all. Links
/// that Markdown finds in plain text stay text, for they are found again when it is read again; tags that no
/// browser knows (<your name>) are text, too.
#include "ingest/text/source_text.h"

namespace aushang::ingest {

[[nodiscard]] SourceText to_html(const SourceText& markdown);

}  // namespace aushang::ingest
