#pragma once
/// Which addresses a link in a posting may have.
#include <string_view>

namespace aushang::doc {

/// https, http, mailto, tel, "#…" and relative addresses; nothing else, however it is spelt. The scheme is
/// read as browsers read it (WHATWG URL, "basic URL parser"): leading C0 controls and spaces are skipped,
/// tabs and line breaks anywhere ignored, case folded.
[[nodiscard]] bool is_allowed_link(std::string_view url);

/// An image may only come from the site itself: a relative address without scheme or host.
[[nodiscard]] bool is_allowed_image(std::string_view url);

/// Whether it counts from the folder of the page it stands on: neither scheme nor host, no slash in front,
/// and not "#…", which stays on the page.
[[nodiscard]] bool counts_from_folder(std::string_view url);

/// Whether it leads to another document on another host, by http or https.
[[nodiscard]] bool is_external(std::string_view url);

}  // namespace aushang::doc
