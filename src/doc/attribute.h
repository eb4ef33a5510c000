#pragma once
/// md4c's attributes (link targets, titles, info strings) as plain text, and HTML entities.
#include <md4c.h>

#include <string>
#include <string_view>

namespace aushang::doc {

/// Appends the text of "&amp;", "&#65;", "&#x41;" (CommonMark 0.31.2, section 6.2); unknown names stay as
/// they are.
void append_entity(std::string& out, std::string_view entity);

void append_text(std::string& out, const MD_ATTRIBUTE& attribute);

}  // namespace aushang::doc
