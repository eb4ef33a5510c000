#pragma once
/// UTF-8 (RFC 3629) without surprises: every function takes any bytes; what is no valid sequence counts
/// as U+FFFD, one per maximal subpart (Unicode 15, section 3.9), as browsers do.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace aushang::base {

inline constexpr char32_t k_replacement = 0xFFFD;

struct Decoded {
  char32_t code_point = k_replacement;
  std::size_t length = 1;  ///< bytes taken, at least 1
  bool valid = false;
};

/// The code point at `offset` (< text.size()).
[[nodiscard]] Decoded decode(std::string_view text, std::size_t offset);

/// Appends a code point; surrogates and values above U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

[[nodiscard]] std::size_t count_code_points(std::string_view text);
/// Where the first broken sequence begins; the text's size where there is none.
[[nodiscard]] std::size_t end_of_valid_utf8(std::string_view text);
[[nodiscard]] inline bool is_valid_utf8(std::string_view text) {
  return end_of_valid_utf8(text) == text.size();
}
/// Where the run of ASCII that begins at `from` ends.
[[nodiscard]] std::size_t end_of_ascii(std::string_view text, std::size_t from);

/// The same text with every broken sequence and every NUL replaced by U+FFFD; byte order mark dropped.
[[nodiscard]] std::string sanitize_utf8(std::string_view text);

/// White space as a reader sees it: ASCII white space, NBSP, the U+2000 spaces, U+202F, U+205F, U+3000,
/// and the invisible U+200B, U+2060, U+FEFF and U+00AD that copies of web pages carry along.
[[nodiscard]] bool is_visual_space(char32_t c);

/// Simple lower case for Latin, Greek and Cyrillic; other letters stay as they are.
[[nodiscard]] char32_t to_lower(char32_t c);
/// Letters, marks and digits of any script, approximately: what may stand in a heading's id.
[[nodiscard]] bool is_word_character(char32_t c);

}  // namespace aushang::base
