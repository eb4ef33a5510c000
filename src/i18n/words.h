#pragma once
/// The words of the user interface. They live in assets/words/<language>.json; a key that a language lacks
/// stops the build.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "i18n/words.gen.h"  // enum class Word: "apply.heading" is Word::apply_heading

namespace aushang::i18n {

enum class Language : unsigned char {
  en,
  de,
  pseudo,  ///< for tests: English, accented, half as long again and bracketed, so that what isn't
           ///< translatable shows
};

/// Those that people are offered, in the order in which they are.
inline constexpr std::array<Language, 2> k_languages = {Language::en, Language::de};

/// The UI language for a BCP 47 tag: its primary subtag if we speak it, else English. "xx-pseudo" is the test
/// language.
[[nodiscard]] Language language_for(std::string_view tag);
/// "en", "de", "en-XA" (the customary tag of pseudo-English).
[[nodiscard]] std::string_view tag_of(Language language);

[[nodiscard]] std::string text(Language language, Word word);

/// With {n} filled in, in the plural form that n takes (CLDR cardinal rules of English and German: one for
/// 1).
[[nodiscard]] std::string count(Language language, Word word, std::size_t n);

/// The key as in the JSON, for tests.
[[nodiscard]] std::string_view key_of(Word word);

/// The word with this key, e.g. made from an identifier ("kind." + kind); `otherwise` if there is none.
[[nodiscard]] Word find_word(std::string_view key, Word otherwise);
[[nodiscard]] bool has_word(std::string_view key);

}  // namespace aushang::i18n
