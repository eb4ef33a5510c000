#include "base/text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace aushang::base {
namespace {

TEST(Text, OneLineHasNoControlCharactersLeft) {
  EXPECT_EQ(single_line("  Ann\r\nBcc: x@y \t z\x01\x7F "), "Ann Bcc: x@y z");
  EXPECT_EQ(single_line("a\xE2\x80\xA8"
                        "b\xC2\x85"
                        "c"),
            "a b c")
      << "line separator and NEL separate too";
  EXPECT_EQ(single_line("\xFFx"), "\xEF\xBF\xBDx");
  EXPECT_EQ(single_line("\n\n"), "");
}

TEST(Text, LineBreaksOfAnyOriginBecomeOneKind) {
  EXPECT_EQ(with_line_breaks("a\r\nb\rc\nd", "\r\n"), "a\r\nb\r\nc\r\nd");
  EXPECT_EQ(with_line_breaks("\r\r\n\n", "\n"), "\n\n\n");
}

TEST(Text, SplitsIntoLinesWithoutTheirEnds) {
  EXPECT_EQ(split_lines("a\r\n\nb"), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(split_lines("a\n"), (std::vector<std::string_view>{"a"}));
  EXPECT_TRUE(split_lines("").empty());
}

TEST(Text, FillsEverySlotAndNeverTheFilledText) {
  EXPECT_EQ(fill_in("{n} of {n}", "n", "{n}"), "{n} of {n}");
  EXPECT_EQ(fill_in("no slot", "n", "x"), "no slot");
}

TEST(Text, FindsTheNearestNameOrNone) {
  EXPECT_EQ(nearest("matreials", {"materials", "criteria"}), "materials");
  EXPECT_EQ(nearest("lable", {"level", "label"}), "label") << "two letters swapped are one slip";
  EXPECT_EQ(nearest("ab", {"xy", "zz"}), "");
  EXPECT_EQ(nearest(std::string(100000, 'a'), {"materials"}), "") << "and takes no time over nonsense";
}

TEST(Text, TrimsAsciiWhiteSpace) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim(" \n "), "");
}

}  // namespace
}  // namespace aushang::base
