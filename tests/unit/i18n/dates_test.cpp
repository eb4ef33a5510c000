#include "i18n/dates.h"

#include <gtest/gtest.h>

#include <optional>

namespace aushang::i18n {
namespace {

TEST(Dates, AreWrittenAsTheLanguageWritesThem) {
  EXPECT_EQ(format_date(Language::en, {2024, 6, 23}), "23 June 2024");
  EXPECT_EQ(format_date(Language::de, {2024, 6, 23}), "23. Juni 2024");
  EXPECT_EQ(format_date(Language::de, {2025, 3, 1}), "1. März 2025");
  EXPECT_NE(format_date(Language::pseudo, {2024, 12, 31}), "31 December 2024");
}

TEST(Dates, MonthsAreKnownByAnyBeginningOfThreeLettersInBothLanguages) {
  EXPECT_EQ(month_named("October"), 10);
  EXPECT_EQ(month_named("okt"), 10);
  EXPECT_EQ(month_named("MÄRZ"), 3);
  EXPECT_EQ(month_named("Sept"), 9);
  EXPECT_EQ(month_named("Dez"), 12);
  EXPECT_EQ(month_named("Ma"), std::nullopt) << "March or May";
  EXPECT_EQ(month_named("Octobre"), std::nullopt);
  EXPECT_EQ(month_named(""), std::nullopt);
}

TEST(Numbers, HaveTheDecimalSignOfTheLanguage) {
  EXPECT_EQ(format_number(Language::en, 1.5), "1.5");
  EXPECT_EQ(format_number(Language::de, 1.5), "1,5");
  EXPECT_EQ(format_number(Language::de, 12), "12");
}

}  // namespace
}  // namespace aushang::i18n
