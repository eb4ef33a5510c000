#include "base/direction.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "base/language.h"

namespace aushang::base {
namespace {

constexpr Direction k_ltr = Direction::left_to_right, k_rtl = Direction::right_to_left;

TEST(Direction, FollowsTheLanguageOrTheScriptItNames) {
  for (const char* tag :
       {"fa", "AR", "ar-EG", "he", "ur", "ps", "ckb", "yi", "ug", "az-Arab", "ku_Arab-IQ"}) {
    EXPECT_TRUE(is_language(tag)) << tag;
    EXPECT_EQ(direction_of_language(tag), k_rtl) << tag;
  }
  for (const char* tag : {"", "en", "de-AT", "zh-Hant", "fa-Latn", "ku", "far", "ab"})
    EXPECT_EQ(direction_of_language(tag), k_ltr) << tag;
}

TEST(Direction, FollowsTheWordsOfAText) {
  const char* persian = "تسلط به Python و C++ (۳ سال) لازم است";
  const char* english = "The word سلام means hello";
  EXPECT_EQ(direction_of_text(persian, k_ltr), k_rtl);
  EXPECT_EQ(direction_of_text(persian, k_rtl), k_rtl);
  EXPECT_EQ(direction_of_text(english, k_ltr), k_ltr);
  EXPECT_EQ(direction_of_text("Only English", k_rtl), k_ltr);
  EXPECT_EQ(direction_of_text("Python و JAX", k_rtl), k_rtl) << "names don't turn a sentence round";
  EXPECT_EQ(direction_of_text("שלום, what a name", k_ltr), k_ltr) << "nor does a greeting";
  for (const Direction around : {k_ltr, k_rtl}) {
    EXPECT_EQ(direction_of_text("", around), around);
    EXPECT_EQ(direction_of_text("2024 – ۳، 100 %", around), around) << "digits have no direction";
  }
}

}  // namespace
}  // namespace aushang::base
