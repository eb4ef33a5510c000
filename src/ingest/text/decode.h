#pragma once
/// Bytes → text: UTF-8, "\n" at the end of lines, no byte order marks, letters composed with their marks.
#include <string>
#include <string_view>

#include "base/result.h"

namespace aushang::ingest {

/// Refuses what isn't UTF-8, with its first place: other encodings can't be told apart, and a page with
/// replacement signs helps nobody. NUL becomes U+FFFD.
[[nodiscard]] base::Result<std::string> decode_page(std::string_view bytes, std::string_view file);

}  // namespace aushang::ingest
