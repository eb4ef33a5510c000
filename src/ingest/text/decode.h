#pragma once
/// Bytes → text: UTF-8, "\n" at the end of lines, no byte order marks, letters composed with their marks.
#include <string>
#include <string_view>

#include "base/result.h"

namespace aushang::ingest {

/// Refuses what isn't UTF-8, with its first place: other encodings can't be told apart, and a page with
/// replacement signs helps nobody. What no text has becomes U+FFFD: controls but line breaks, tabs and form
/// feeds, and noncharacters (HTML, 13.2.3.5 Preprocessing the input stream, calls both an error).
[[nodiscard]] base::Result<std::string> decode_page(std::string_view bytes, std::string_view file);

}  // namespace aushang::ingest
