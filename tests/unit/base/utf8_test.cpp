#include "base/utf8.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <initializer_list>
#include <string>

namespace aushang::base {
namespace {

TEST(Utf8, EveryScalarValueSurvivesARoundTrip) {
  for (char32_t c = 0; c <= 0x10FFFF; c += (c < 0x3000 ? 1 : 37)) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    const Decoded d = decode(text, 0);
    ASSERT_TRUE(d.valid);
    ASSERT_EQ(d.code_point, c);
    ASSERT_EQ(d.length, text.size());
  }
}

TEST(Utf8, BrokenSequencesAreReplacedOnePerMaximalSubpart) {
  const std::string r = "\xEF\xBF\xBD";
  EXPECT_EQ(sanitize_utf8("a\x80z"), "a" + r + "z");
  EXPECT_EQ(sanitize_utf8("\xC0\xAF"), r + r) << "overlong";
  EXPECT_EQ(sanitize_utf8("\xED\xA0\x80"), r + r + r) << "surrogate";
  EXPECT_EQ(sanitize_utf8("\xF0\x9F\x98"), r) << "cut off: one subpart";
  EXPECT_EQ(sanitize_utf8("\xF4\x90\x80\x80"), r + r + r + r) << "above U+10FFFF";
  EXPECT_EQ(sanitize_utf8(std::string("a\0b", 3)), "a" + r + "b");
}

TEST(Utf8, SanitizedTextIsValidAndWithoutByteOrderMark) {
  std::string all;
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; b += 5) all += static_cast<char>(a), all += static_cast<char>(b);
  }
  EXPECT_TRUE(is_valid_utf8(sanitize_utf8(all)));
  EXPECT_EQ(sanitize_utf8("\xEF\xBB\xBFx"), "x");
}

TEST(Utf8, EndsWhereTheFirstBrokenSequenceBegins) {
  EXPECT_EQ(end_of_valid_utf8(""), 0u);
  EXPECT_EQ(end_of_valid_utf8("eight or nine"), 13u);
  EXPECT_EQ(end_of_valid_utf8("eight or n\u00FCn\xC3"), 13u);
  EXPECT_EQ(end_of_valid_utf8("\xFF"), 0u);
}

TEST(Utf8, FindsWhereARunOfAsciiEnds) {
  for (const std::size_t size : {0u, 1u, 7u, 8u, 9u, 20u}) {
    const std::string text = std::string(size, 'a') + "\u00FCb";
    EXPECT_EQ(end_of_ascii(text, 0), size);
    EXPECT_EQ(end_of_ascii(text, size + 2), size + 3);
  }
}

TEST(Utf8, LowersLettersOfTheScriptsItKnows) {
  const auto lower = [](char32_t c) { return to_lower(c); };
  EXPECT_EQ(lower(U'Ä'), U'ä');
  EXPECT_EQ(lower(U'Ž'), U'ž');
  EXPECT_EQ(lower(U'Ł'), U'ł');
  EXPECT_EQ(lower(U'Σ'), U'σ');
  EXPECT_EQ(lower(U'Ж'), U'ж');
  EXPECT_EQ(lower(U'×'), U'×');
  EXPECT_EQ(lower(U'漢'), U'漢');
}

}  // namespace
}  // namespace aushang::base
