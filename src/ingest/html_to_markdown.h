#pragma once
/// A fragment of HTML as Markdown blocks. gumbo builds the tree; this module's html_dom and html_to_markdown
/// read it.
///
/// Headings, paragraphs, lists, quotes, code, tables, rules, images, definition lists and the usual marks
/// keep their meaning; elements that only arrange the page (div, section, …) leave their content. Tables
/// whose cells hold blocks, and tables of one column, arrange rather than tabulate: their cells follow one
/// another as blocks.
#include <string>

namespace aushang::ingest {

/// `html` has passed tidy(). The result has no line break at its end and is empty where nothing would be
/// seen.
[[nodiscard]] std::string html_to_markdown(const std::string& html);

}  // namespace aushang::ingest
