#pragma once
/// Letters and their marks as one code point where Unicode has one (UAX #15): "u" and a diaeresis behind it,
/// as some file systems and editors write it, is "ü". So texts can be compared byte by byte.
#include <string>
#include <string_view>

namespace aushang::base {

/// Valid UTF-8 in normal form C, but for code points that this form would replace by others that look alike
/// (such as compatibility ideographs, which names are written with): they stay.
[[nodiscard]] std::string compose(std::string_view text);

}  // namespace aushang::base
