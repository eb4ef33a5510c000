#include "i18n/words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "i18n/pseudo.h"

namespace aushang::i18n {
namespace {

std::multiset<std::string> slots(std::string_view text) {
  std::multiset<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    found.insert(std::string(text.substr(at, text.find('}', at) - at)));
  }
  return found;
}

TEST(Words, EveryWordHasATextWithTheSameSlotsInEveryLanguage) {
  for (unsigned i = 0; i < k_word_count; ++i) {
    const auto word = static_cast<Word>(i);
    const std::string english = text(Language::en, word), german = text(Language::de, word);
    EXPECT_FALSE(english.empty()) << key_of(word);
    EXPECT_FALSE(german.empty()) << key_of(word);
    EXPECT_EQ(slots(english), slots(german)) << key_of(word);
    EXPECT_EQ(slots(english), slots(text(Language::pseudo, word))) << key_of(word);
  }
}

TEST(Words, LanguageFollowsThePrimarySubtag) {
  EXPECT_EQ(language_for("de-AT"), Language::de);
  EXPECT_EQ(language_for("DE"), Language::de);
  EXPECT_EQ(language_for("en-GB"), Language::en);
  EXPECT_EQ(language_for("den"), Language::en) << "Slave (Athapascan) is not German";
  EXPECT_EQ(language_for("fr"), Language::en) << "the interface doesn't speak it";
  EXPECT_EQ(language_for(""), Language::en);
  EXPECT_EQ(language_for(tag_of(Language::pseudo)), Language::pseudo);
}

TEST(Words, PluralsFollowTheNumber) {
  EXPECT_EQ(count(Language::en, Word::count_questions_left, 1), "At most 1 more question");
  EXPECT_EQ(count(Language::en, Word::count_questions_left, 0), "At most 0 more questions");
  EXPECT_EQ(count(Language::de, Word::count_questions_left, 2), "Noch höchstens 2 Fragen");
  EXPECT_EQ(count(Language::de, Word::count_minutes, 1), "etwa eine Minute");
}

TEST(Words, AreFoundByKey) {
  EXPECT_EQ(find_word("kind.cv", Word::kind_other), Word::kind_cv);
  EXPECT_EQ(find_word("kind.nonsense", Word::kind_other), Word::kind_other);
  EXPECT_EQ(key_of(Word::apply_open_mail), "apply.open_mail");
}

TEST(Words, PseudoTextIsLongerBracketedAndKeepsSlots) {
  const std::string out = pseudo("Files: {n} in all");
  EXPECT_TRUE(out.starts_with("[") && out.ends_with("]"));
  EXPECT_NE(out.find("{n}"), std::string::npos);
  EXPECT_EQ(out.find("in all"), std::string::npos);
  EXPECT_GE(out.size(), 17u * 3 / 2);
}

}  // namespace
}  // namespace aushang::i18n
