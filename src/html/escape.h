#pragma once
/// Text into HTML. Everything that reaches a page goes through one of these two.
#include <string>
#include <string_view>

namespace aushang::html {

/// For text and for attribute values in double quotes: & < > " become references.
[[nodiscard]] std::string escape(std::string_view text);

/// A URL as an attribute value: octets that may not stand in a URL are percent-encoded, "%" is kept, then
/// escape().
[[nodiscard]] std::string escape_url(std::string_view url);

}  // namespace aushang::html
