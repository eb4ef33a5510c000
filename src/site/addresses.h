#pragma once
/// Absolute addresses of a site's pages.
#include <string>
#include <string_view>

namespace aushang::site {

/// The address that `href` has on the page in folder `path` of the site at `url` (RFC 3986, section 5.2.4,
/// for the relative ways that pages of a site lead to one another by: "", "./", "../", "de/", "../fr/").
/// `url` and `path` end with "/" where they aren't empty; a way that would leave the site ends at its root.
[[nodiscard]] std::string address_of(std::string_view url, std::string_view path, std::string_view href = {});

}  // namespace aushang::site
