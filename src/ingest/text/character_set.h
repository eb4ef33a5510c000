#pragma once
/// A few characters to look for: one look at a table for each byte. What words consist of.
#include <array>
#include <cstddef>
#include <string_view>

#include "base/text.h"

namespace aushang::ingest {

class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::string_view characters) {
    for (const char c : characters) table_[static_cast<unsigned char>(c)] = 1;
  }
  [[nodiscard]] constexpr bool has(char c) const { return bit(c) != 0; }
  /// Where the first of them stands; the text's size where none does.
  [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t from) const {
    while (from + 4 <= text.size() &&
           (bit(text[from]) | bit(text[from + 1]) | bit(text[from + 2]) | bit(text[from + 3])) == 0)
      from += 4;
    while (from < text.size() && !has(text[from])) ++from;
    return from;
  }

 private:
  [[nodiscard]] constexpr unsigned bit(char c) const { return table_[static_cast<unsigned char>(c)]; }

  std::array<unsigned char, 256> table_{};
};

/// A letter or digit of ASCII, or a part of any other character.
[[nodiscard]] constexpr bool is_word(char c) {
  return base::is_ascii_alpha(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) > 0x7F;
}

}  // namespace aushang::ingest
