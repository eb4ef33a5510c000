#include "i18n/words.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "i18n/pseudo.h"

namespace aushang::i18n {
namespace {

struct Forms {
  std::string_view one;
  std::string_view other;
};

#include "i18n/words.gen.inc"

std::string form(Language language, Word word, bool one) {
  const auto index = static_cast<std::size_t>(word);
  const Forms& forms = language == Language::de ? k_de[index] : k_en[index];
  const std::string_view chosen = one ? forms.one : forms.other;
  return language == Language::pseudo ? pseudo(chosen) : std::string(chosen);
}

}  // namespace

Language language_for(std::string_view tag) {
  const std::string lower = base::to_ascii_lower(tag);
  if (lower == "en-xa" || lower == "xx-pseudo") return Language::pseudo;
  return base::is_same_language(tag, "de") ? Language::de : Language::en;
}

std::string_view tag_of(Language language) {
  switch (language) {
    case Language::en:
      return "en";
    case Language::de:
      return "de";
    case Language::pseudo:
      return "en-XA";
  }
  return "en";
}

std::string text(Language language, Word word) { return form(language, word, false); }

std::string count(Language language, Word word, std::size_t n) {
  return base::fill_in(form(language, word, n == 1), "n", std::to_string(n));
}

std::string_view key_of(Word word) { return k_keys[static_cast<std::size_t>(word)]; }

bool has_word(std::string_view key) { return std::find(k_keys.begin(), k_keys.end(), key) != k_keys.end(); }

Word find_word(std::string_view key, Word otherwise) {
  const auto found = std::find(k_keys.begin(), k_keys.end(), key);
  return found == k_keys.end() ? otherwise : static_cast<Word>(found - k_keys.begin());
}

}  // namespace aushang::i18n
