#include "logic/coercion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace aushang::logic {
namespace {

Value list(ValueArray elements) { return make_array(std::move(elements)); }
Value text(const char* chars) { return Value(std::string(chars)); }
Value object() { return Value(Value::Held(std::make_shared<const ValueObject>())); }

TEST(Coercion, writes_numbers_as_javascript_does) {
  const std::pair<double, const char*> k_expected[] = {{0, "0"},
                                                       {-0.0, "0"},
                                                       {1, "1"},
                                                       {-1.5, "-1.5"},
                                                       {0.1, "0.1"},
                                                       {1.0 / 3, "0.3333333333333333"},
                                                       {100, "100"},
                                                       {123456789012345680000.0, "123456789012345680000"},
                                                       {1e21, "1e+21"},
                                                       {1.5e21, "1.5e+21"},
                                                       {1e-6, "0.000001"},
                                                       {1e-7, "1e-7"},
                                                       {1.25e-7, "1.25e-7"},
                                                       {5e-324, "5e-324"},
                                                       {1.7976931348623157e308, "1.7976931348623157e+308"},
                                                       {9007199254740992, "9007199254740992"},
                                                       {1e20, "100000000000000000000"},
                                                       {HUGE_VAL, "Infinity"},
                                                       {-HUGE_VAL, "-Infinity"}};
  for (const auto& [number, expected] : k_expected) EXPECT_EQ(to_text(number), expected);
  EXPECT_EQ(to_text(std::numeric_limits<double>::quiet_NaN()), "NaN");
}

TEST(Coercion, reads_strings_as_numbers_as_javascript_does) {
  const std::pair<const char*, double> k_numbers[] = {
      {"", 0},
      {"  \n", 0},
      {" 12 ", 12},
      {"-1.5", -1.5},
      {"+3", 3},
      {".5", 0.5},
      {"5.", 5},
      {"1e3", 1000},
      {"1E-2", 0.01},
      {"0x1F", 31},
      {"0b101", 5},
      {"0o17", 15},
      {"Infinity", HUGE_VAL},
      {"-Infinity", -HUGE_VAL},
      {"1e400", HUGE_VAL},
      {"\xC2\xA0"
       "7\xEF\xBB\xBF",
       7},
      {"01", 1},
      {"0x20000000000001", 9007199254740992.0},
      {"0b100000000000000000000000000000000000000000000000000001", 9007199254740992.0}};
  for (const auto& [chars, expected] : k_numbers) EXPECT_EQ(to_number(chars), expected) << chars;
  for (const char* chars : {"a", ".", "1e", "1 2", "0x", "0xg", "0b2", "0o8", "-0x1", "nan", "inf",
                            "infinity", "1_0", "+-1", "1,5"}) {
    EXPECT_TRUE(std::isnan(to_number(chars))) << chars;
  }
}

TEST(Coercion, writes_lists_joined_by_commas_and_null_in_them_as_nothing) {
  EXPECT_EQ(to_text(list({})), "");
  EXPECT_EQ(to_text(list({Value(1.0), Value(nullptr), list({Value(true), text("x")})})), "1,,true,x");
  EXPECT_EQ(to_text(object()), "[object Object]");
  EXPECT_EQ(to_text(Value(nullptr)), "null");
  EXPECT_EQ(to_text(list({Value()})), std::nullopt);
}

TEST(Coercion, compares_loosely_across_types) {
  const Value zero(0.0);
  EXPECT_EQ(equal_loosely(zero, text("")), Truth::yes);
  EXPECT_EQ(equal_loosely(zero, list({})), Truth::yes);
  EXPECT_EQ(equal_loosely(Value(1.0), Value(true)), Truth::yes);
  EXPECT_EQ(equal_loosely(text("1"), list({Value(1.0)})), Truth::yes);
  EXPECT_EQ(equal_loosely(zero, Value(nullptr)), Truth::no);
  EXPECT_EQ(equal_loosely(text("[object Object]"), object()), Truth::yes);
  EXPECT_EQ(equal_loosely(text("true"), Value(true)), Truth::no);
}

TEST(Coercion, tells_lists_apart_by_identity) {
  const Value one = list({Value(1.0)});
  EXPECT_EQ(equal_strictly(one, one), Truth::yes);
  EXPECT_EQ(equal_strictly(one, list({Value(1.0)})), Truth::no);
  EXPECT_EQ(equal_loosely(one, object()), Truth::no);
}

TEST(Coercion, orders_strings_by_utf_16_code_units) {
  EXPECT_EQ(less(text("10"), text("9")), Truth::yes);
  EXPECT_EQ(less(text("10"), Value(9.0)), Truth::no);
  EXPECT_EQ(less(text("a"), text("ab")), Truth::yes);
  EXPECT_EQ(less(text("\xF0\x9F\x98\x80"), text("\xEF\xAC\x81")), Truth::yes)
      << "a surrogate pair before U+FB01";
  EXPECT_EQ(less(text("\xF0\x9F\x98\x80"), text("\xF0\x9F\x98\x81")), Truth::yes);
  EXPECT_EQ(less(text("\xC3\xA9"), text("\xEF\xAC\x81")), Truth::yes);
  EXPECT_EQ(less_or_equal(text("a"), text("a")), Truth::yes);
}

TEST(Coercion, what_is_no_number_is_neither_less_nor_more) {
  EXPECT_EQ(less(text("x"), Value(1.0)), Truth::no);
  EXPECT_EQ(less_or_equal(Value(1.0), text("x")), Truth::no);
  EXPECT_EQ(less(Value(nullptr), Value(1.0)), Truth::yes);
}

TEST(Coercion, an_unknown_side_makes_a_comparison_unknown) {
  EXPECT_EQ(equal_loosely(Value(), Value()), Truth::unknown);
  EXPECT_EQ(equal_strictly(Value(), Value(1.0)), Truth::unknown);
  EXPECT_EQ(less(Value(), Value(1.0)), Truth::unknown);
  EXPECT_EQ(equal_loosely(list({Value()}), text("1")), Truth::unknown);
  EXPECT_EQ(equal_strictly(list({Value()}), text("1")), Truth::no)
      << "a list is no string, whatever is in it";
}

TEST(Coercion, contained_is_decided_by_what_is_known) {
  const Value half_known = list({text("a"), Value()});
  EXPECT_EQ(contained(text("a"), half_known), Truth::yes);
  EXPECT_EQ(contained(text("b"), half_known), Truth::unknown);
  EXPECT_EQ(contained(Value(), list({})), Truth::no);
  EXPECT_EQ(contained(Value(), text("abc")), Truth::unknown);
  EXPECT_EQ(contained(Value(), Value(3.0)), Truth::no);
  EXPECT_EQ(contained(text(""), text("")), Truth::no) << "as json-logic-js has it";
  EXPECT_EQ(contained(Value(1.0), text("a1")), Truth::yes);
  EXPECT_EQ(contained(Value(nullptr), text("null")), Truth::yes);
  EXPECT_EQ(contained(text("1"), list({Value(1.0)})), Truth::no);
}

TEST(Coercion, an_empty_list_is_false_and_the_string_0_true) {
  EXPECT_EQ(truth_of(list({})), Truth::no);
  EXPECT_EQ(truth_of(list({Value()})), Truth::yes);
  EXPECT_EQ(truth_of(text("0")), Truth::yes);
  EXPECT_EQ(truth_of(text("")), Truth::no);
  EXPECT_EQ(truth_of(object()), Truth::yes);
  EXPECT_EQ(truth_of(Value(nullptr)), Truth::no);
}

}  // namespace
}  // namespace aushang::logic
