#pragma once
/// md4c's attributes (link targets, titles, info strings) as plain text, and HTML entities.
#include <md4c.h>

#include <string>
#include <string_view>

namespace aushang::doc {

/// The text of "&amp;", "&#65;", "&#x41;" (CommonMark 0.31.2, section 6.2); unknown names stay as they are.
[[nodiscard]] std::string decode_entity(std::string_view entity);

[[nodiscard]] std::string to_text(const MD_ATTRIBUTE& attribute);

}  // namespace aushang::doc
