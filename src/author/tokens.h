#pragma once
/// Words of a text as phrases are looked for: in small letters, without the marks inside them.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::author {

/// A word, a letter of a script without spaces (Han, Kana, Hangul), or a punctuation mark. What joins two
/// words without a space ("-", ".", "'", "/") is no token of its own but the `glue` of the second: "Ph.D."
/// is "ph", "d" and ".". What a name ends in belongs to it: "C++", "C#".
struct Token {
  std::string text;  ///< small letters; full-width forms as ASCII, typographic quotes as plain ones
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text it stands in
  bool is_word = false;              ///< no punctuation mark
  bool is_capital = false;           ///< began with a capital letter
  bool after_space = false;
  char glue = 0;  ///< between the token before and this one; 0 where there is none
};

using Tokens = std::vector<Token>;

/// The tokens of text[begin, end).
[[nodiscard]] Tokens tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end);
[[nodiscard]] Tokens tokenize(std::string_view text);

/// A letter as it is compared: small; full-width forms as ASCII, typographic quotes and dashes as plain ones;
/// 0 for what nobody sees.
[[nodiscard]] char32_t fold_letter(char32_t c);
/// Han, Kana and Hangul: scripts in which a word is found without spaces around it.
[[nodiscard]] bool is_without_spaces(char32_t c);

}  // namespace aushang::author
