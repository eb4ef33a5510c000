#include "base/direction.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::base {
namespace {

/// Languages and scripts (ISO 15924) by the Unicode CLDR (48), in order.
constexpr std::string_view k_languages[] = {
    "ae",  "aeb", "ar",  "arc", "arq", "ars", "ary", "arz", "bal", "bej", "bgn", "bqi",
    "brh", "chg", "ckb", "dv",  "fa",  "gbz", "glk", "he",  "jpr", "jrb", "khw", "ks",
    "lad", "lah", "lrc", "mde", "mzn", "nqo", "ota", "pal", "phn", "ps",  "rhg", "sam",
    "sd",  "sdh", "shu", "sog", "swb", "syc", "syr", "trw", "ug",  "ur",  "yi"};
constexpr std::string_view k_scripts[] = {"adlm", "arab", "aran", "hebr", "mand", "nkoo",
                                          "rohg", "samr", "syrc", "thaa", "yezi"};

template <std::size_t n>
bool holds(const std::string_view (&sorted)[n], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

enum class Letter : std::uint8_t { none, left_to_right, right_to_left };

/// By blocks: all letters of these are of class R or AL (UAX #9). Digits and their signs turn nothing round.
Letter letter_of(char32_t c) {
  const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (in(U'0', U'9') || c == U'_' || in(0x600, 0x60C) || in(0x660, 0x66C) || in(0x6F0, 0x6F9) ||
      !is_word_character(c))
    return Letter::none;
  const bool right_to_left = in(0x590, 0x8FF) || in(0xFB1D, 0xFDFF) || in(0xFE70, 0xFEFE) ||
                             in(0x10800, 0x10FFF) || in(0x1E800, 0x1EFFF);
  return right_to_left ? Letter::right_to_left : Letter::left_to_right;
}

}  // namespace

std::string_view name_of(Direction direction) {
  return direction == Direction::right_to_left ? "rtl" : "ltr";
}

Direction direction_of_language(std::string_view tag) {
  const std::string lower = to_ascii_lower(tag);
  const std::string_view language = primary_subtag(lower);
  std::string_view rest = std::string_view(lower).substr(language.size());
  if (!rest.empty()) rest.remove_prefix(1);
  const std::string_view script = primary_subtag(rest);  // stands right behind the language, if anywhere
  const bool names_script = script.size() == 4 && std::all_of(script.begin(), script.end(), is_ascii_alpha);
  const bool right_to_left = names_script ? holds(k_scripts, script) : holds(k_languages, language);
  return right_to_left ? Direction::right_to_left : Direction::left_to_right;
}

Direction direction_of_text(std::string_view text, Direction around) {
  std::size_t words[3] = {};
  Letter last = Letter::none;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    const Letter letter = letter_of(decoded.code_point);
    if (letter != last) ++words[static_cast<std::size_t>(letter)];
    last = letter;
    at += decoded.length;
  }
  const std::size_t ltr = words[static_cast<std::size_t>(Letter::left_to_right)];
  const std::size_t rtl = words[static_cast<std::size_t>(Letter::right_to_left)];
  if (ltr + rtl == 0) return around;
  const bool right_to_left = around == Direction::right_to_left ? rtl > 0 : rtl > ltr;
  return right_to_left ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace aushang::base
