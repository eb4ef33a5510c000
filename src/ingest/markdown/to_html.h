#pragma once
/// Markdown → HTML, once, by md4c: what the author's own site would make of the page, raw HTML and all. Links
/// that Markdown finds in plain text stay text, for they are found again when it is read again; tags that no
/// browser knows (<your name>) are text, too.
#include "ingest/html/html_source.h"
#include "ingest/text/source_text.h"

namespace aushang::ingest {

/// `breaks_lines`: each line of a paragraph is one of its own.
[[nodiscard]] HtmlSource to_html(const SourceText& markdown, bool breaks_lines);

}  // namespace aushang::ingest
