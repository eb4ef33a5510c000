#include "base/language.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "base/local_text.h"

namespace aushang::base {
namespace {

TEST(Language, TagsAreThoseOfBcp47) {
  for (const char* tag : {"de", "DE", "fa", "gsw", "hsb", "ckb", "pt-BR", "pt_BR", "zh-Hant", "zh-Hant-TW",
                          "es-419", "de-CH-1996", "ca-valencia", "de-DE-u-co-phonebk", "en-x-own"})
    EXPECT_TRUE(is_language(tag)) << tag;
  for (const char* word :
       {"",          "d",   "qq",  "old",    "bak",    "ger",        "orig", "english", "english-GB",
        "12",        "de-", "-de", "de--AT", "de-old", "de-AT-Latn", "de-x", "de-u-x",  "de-veryverylong",
        "d\xC3\xA9", "d ",  "a b", "und",    "mul",    "zxx"})
    EXPECT_FALSE(is_language(word)) << word;
}

TEST(Language, ThePrimarySubtagDecidesWhetherTwoAreTheSame) {
  EXPECT_EQ(primary_subtag("pt-BR"), "pt");
  EXPECT_EQ(primary_subtag("de"), "de");
  EXPECT_TRUE(is_same_language("en-GB", "EN"));
  EXPECT_TRUE(is_same_language("de_AT", "de-CH"));
  EXPECT_FALSE(is_same_language("de", "den"));
  EXPECT_FALSE(is_same_language("", "de"));
}

TEST(Language, ATextIsFoundForItsRegions) {
  const LocalText text{{{"en", "job"}, {"", "post"}, {"de", "Stelle"}, {"de-CH", "Stell"}}};
  EXPECT_EQ(text.pick("de-CH"), "Stell");
  EXPECT_EQ(text.pick("de-AT"), "Stelle");
  EXPECT_EQ(text.pick("fr"), "post");
}

}  // namespace
}  // namespace aushang::base
