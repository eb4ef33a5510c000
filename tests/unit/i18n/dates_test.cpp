#include "i18n/dates.h"

#include <gtest/gtest.h>

namespace aushang::i18n {
namespace {

TEST(Dates, AreWrittenAsTheLanguageWritesThem) {
  EXPECT_EQ(format_date(Language::en, {2024, 6, 23}), "23 June 2024");
  EXPECT_EQ(format_date(Language::de, {2024, 6, 23}), "23. Juni 2024");
  EXPECT_EQ(format_date(Language::de, {2025, 3, 1}), "1. März 2025");
  EXPECT_NE(format_date(Language::pseudo, {2024, 12, 31}), "31 December 2024");
}

}  // namespace
}  // namespace aushang::i18n
