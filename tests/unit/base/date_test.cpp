#include "base/date.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>

namespace aushang::base {
namespace {

TEST(Date, ParsesOnlyFullDatesThatExist) {
  EXPECT_EQ(parse_date("2024-06-23"), (Date{2024, 6, 23}));
  EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
  for (const char* wrong : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-06-31", "2024-6-3", "23.06.2024",
                            "2024-06-23T00:00", "0000-01-01", "", "abcd-ef-gh", "2024/06/23"}) {
    EXPECT_FALSE(parse_date(wrong)) << wrong;
  }
}

TEST(Date, CountsDaysBothWays) {
  EXPECT_EQ(to_days({1970, 1, 1}), 0);
  EXPECT_EQ(to_days({2000, 3, 1}), 11017);
  for (std::int64_t day = -800000; day < 800000; day += 997) EXPECT_EQ(to_days(from_days(day)), day);
}

TEST(Date, PrintsWhatItParses) {
  EXPECT_EQ(to_string({2024, 6, 3}), "2024-06-03");
  EXPECT_EQ(parse_date(to_string({987, 12, 31})), (Date{987, 12, 31}));
}

}  // namespace
}  // namespace aushang::base
