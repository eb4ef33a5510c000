#pragma once
/// Small, locale-free helpers on UTF-8 text.
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::base {

[[nodiscard]] constexpr bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
[[nodiscard]] constexpr bool is_ascii_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::string to_ascii_lower(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);  ///< without "\n" and "\r\n"
template <std::same_as<std::string> Temporary>
std::vector<std::string_view> split_lines(Temporary&&) = delete;  // its lines would outlive it

/// Lines of any origin (CRLF, CR, LF) joined with `line_break`.
[[nodiscard]] std::string with_line_breaks(std::string_view text, std::string_view line_break);

/// One line for a header or a label: every control character, line and paragraph separator becomes a
/// space, runs of white space one space, ends trimmed. Broken UTF-8 becomes U+FFFD.
[[nodiscard]] std::string single_line(std::string_view text);

/// "{name}" in `pattern` replaced by `value`, wherever it stands.
[[nodiscard]] std::string fill_in(std::string_view pattern, std::string_view name, std::string_view value);

/// The candidate nearest to `word` for "did you mean …?"; empty where none is near: more letters added, left
/// out, replaced or swapped than a third of the word's.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

}  // namespace aushang::base
