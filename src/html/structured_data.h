#pragma once
/// The posting as schema.org's JobPosting, in JSON-LD 1.1, for search engines.
///
/// It says nothing that the page doesn't show, and it is there complete or not at all: without employer,
/// country and day of posting a search engine would refuse it, and made-up ones would be a lie.
#include <cstdint>
#include <string>
#include <vector>

#include "html/page_parts.h"

namespace aushang::html {

/// One line of JSON in which < > & and U+2028, U+2029 are written as \uXXXX, so that it may stand in a script
/// element (HTML, "Restrictions for contents of script elements"). Empty where something needed is missing.
[[nodiscard]] std::string structured_data(const PageContext& page);

/// The keys of check.json that would have to be said for it: "organization", "place.country", "posted".
[[nodiscard]] std::vector<std::string> missing_for_structured_data(const rules::Facts& facts);

/// The text of a document with the few elements search engines take in a description: paragraphs, lists,
/// headings, line breaks and emphasis, without attributes, links and pictures. `skip_block` as in
/// html/fragment.h.
[[nodiscard]] std::string simple_html(const doc::Document& document, std::uint32_t skip_block);

}  // namespace aushang::html
