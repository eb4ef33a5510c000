#pragma once
// What the tests of this module share.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace aushang::ingest::test {

/// A page taken in; fails the test where it is refused.
[[nodiscard]] Page take_in(std::string_view page);
/// Its Markdown, without the line break at its end.
[[nodiscard]] std::string markdown_of(std::string_view page);

/// "code line:column" of each warning.
[[nodiscard]] std::vector<std::string> warnings_of(std::string_view page);

/// What a reader sees of Markdown, and whether raw HTML is left in it outside code.
[[nodiscard]] std::string visible_text(std::string_view markdown);
[[nodiscard]] std::vector<std::string> addresses(std::string_view markdown);  ///< of links and images
[[nodiscard]] bool has_raw_html(std::string_view markdown);

/// Character references by name ("&auml;") that the parser would decode: the app doesn't know the names.
[[nodiscard]] std::size_t named_references(std::string_view markdown);

/// `text` over and over, about `bytes` long.
[[nodiscard]] std::string repeated(std::string_view text, std::size_t bytes);

/// A file of the folder with real pages; empty where that folder is absent.
[[nodiscard]] std::string shared_file(std::string_view name);

}  // namespace aushang::ingest::test
