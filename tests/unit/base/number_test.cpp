#include "base/number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <utility>

namespace aushang::base {
namespace {

// The right-hand sides are what JavaScript prints.
TEST(Number, IsWrittenAsJavaScriptDoes) {
  const std::pair<double, const char*> cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {1, "1"},
      {-15, "-15"},
      {0.1, "0.1"},
      {0.1 + 0.2, "0.30000000000000004"},
      {100000, "100000"},
      {123456789012, "123456789012"},
      {9007199254740993, "9007199254740992"},
      {1e20, "100000000000000000000"},
      {1e21, "1e+21"},
      {1e23, "1e+23"},
      {1e-6, "0.000001"},
      {1.25e-7, "1.25e-7"},
      {1.0 / 3, "0.3333333333333333"},
      {5e-324, "5e-324"},
      {1.5e-323, "1.5e-323"},
      {2.2250738585072014e-308, "2.2250738585072014e-308"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {9.5, "9.5"},
      {0.99999999999999989, "0.9999999999999999"},
  };
  for (const auto& [number, text] : cases) EXPECT_EQ(number_text(number), text);
}

TEST(Number, OfAPowerOfTwoHasNoDigitTooMany) {
  EXPECT_EQ(number_text(std::ldexp(1.0, -44)), "5.684341886080802e-14");
  EXPECT_EQ(number_text(std::ldexp(1.0, 89)), "6.189700196426902e+26");
}

TEST(Number, WithoutFiniteValueHasAName) {
  EXPECT_EQ(number_text(std::nan("")), "NaN");
  EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "Infinity");
  EXPECT_EQ(number_text(-std::numeric_limits<double>::infinity()), "-Infinity");
}

TEST(Number, ReadsBackAsItself) {
  std::mt19937_64 bits(7);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t pattern = bits();
    double number = 0;
    static_assert(sizeof number == sizeof pattern);
    std::memcpy(&number, &pattern, sizeof number);
    if (!std::isfinite(number)) continue;
    EXPECT_EQ(std::strtod(number_text(number).c_str(), nullptr), number);
  }
}

}  // namespace
}  // namespace aushang::base
