#include "layout/line_break.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace aushang::layout {
namespace {

/// The text with "|" where a line may begin.
std::string broken(std::string_view text,
                   void (*find)(std::string_view, std::vector<std::uint32_t>&) = find_breaks) {
  std::vector<std::uint32_t> breaks;
  find(text, breaks);
  std::string out;
  std::size_t begin = 0;
  for (const std::uint32_t at : breaks) {
    out.append(text.substr(begin, at - begin)).append("|");
    begin = at;
  }
  return out.append(text.substr(begin));
}

/// One line of the fixture: "0061 0020/0062".
struct Case {
  std::string text;
  std::vector<std::uint32_t> breaks;
};

Case read_case(const std::string& line) {
  Case one;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t digits = 0;
    base::append(one.text, static_cast<char32_t>(std::stoul(line.substr(at), &digits, 16)));
    at += digits;
    if (at < line.size() && line[at] == '/')
      one.breaks.push_back(static_cast<std::uint32_t>(one.text.size()));
    ++at;
  }
  return one;
}

TEST(LineBreak, EveryCaseOfUnicodesOwnTestComesOut) {
  std::ifstream file(std::string(AUSHANG_SOURCE_DIR) + "/tests/fixtures/unicode/line-break-test.txt");
  std::vector<std::uint32_t> breaks;
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    const Case expected = read_case(line);
    find_uax14_breaks(expected.text, breaks);
    EXPECT_EQ(breaks, expected.breaks) << line;
    ++cases;
  }
  EXPECT_EQ(cases, 7654);
}

TEST(LineBreak, WordsBreakAfterSpacesHyphensAndSlashes) {
  EXPECT_EQ(broken(""), "");
  EXPECT_EQ(broken("one"), "one");
  EXPECT_EQ(broken("  one  two three  "), "  |one  |two |three  ");
  EXPECT_EQ(broken("post-doc at NeurIPS/ICLR"), "post-|doc |at |NeurIPS/|ICLR");
  EXPECT_EQ(broken("c--d, {c}d, a!b, (a)b"), "c--|d, |{c}|d, |a!|b, |(a)b");
  EXPECT_EQ(broken("https://www.example.org/a/b"), "https://|www.example.org/|a/|b");
}

TEST(LineBreak, NumbersStayWhole) {
  EXPECT_EQ(broken("on 2024-06-23 for $(12.50) or 1,000.5 % and 24/7"),
            "on |2024-06-23 |for |$(12.50) |or |1,000.5 |% |and |24/7");
  EXPECT_EQ(broken("$(a)"), "$|(a)");
}

TEST(LineBreak, SoftHyphensAndZeroWidthSpacesOfferABreakAndJoinersForbidIt) {
  EXPECT_EQ(broken("Wasser\u00ADstoff a\u200Bb"), "Wasser\u00AD|stoff |a\u200B|b");
  EXPECT_EQ(broken("a\u00A0b a-\u2060b"), "a\u00A0b |a-\u2060b");
  EXPECT_EQ(broken("\u7A0B\u200D\u7A0B\u7A0B"), "\u7A0B\u200D\u7A0B|\u7A0B");
}

TEST(LineBreak, EastAsianTextBreaksBetweenCharacters) {
  EXPECT_EQ(broken("データの研究。"), "デー|タ|の|研|究。");
  EXPECT_EQ(broken("가각 나"), "가|각 |나");
}

TEST(LineBreak, ALineMayBeginAfterAnySpaces) {
  EXPECT_EQ(broken("a ! ( b ) “ (c) / .5", find_uax14_breaks), "a ! |( b ) |“ (c) / .|5");
  EXPECT_EQ(broken("a ! ( b ) “ (c) / .5"), "a |! |( |b |) |“ |(c) |/ |.5");
  EXPECT_EQ(broken("a \u2060b  \u200Bc \u0308d"), "a \u2060b  \u200B|c |\u0308d");
}

TEST(LineBreak, OpportunitiesNoReaderWantsAreLeftOut) {
  EXPECT_EQ(broken("C++ and g++", find_uax14_breaks), "C+|+ |and |g+|+");
  EXPECT_EQ(broken("C++ and g++/C++20 $$"), "C++ |and |g++/|C++20 |$$");
  EXPECT_EQ(broken("p.12, costs .5", find_uax14_breaks), "p.|12, |costs .|5");
  EXPECT_EQ(broken("p.12, costs .5"), "p.12, |costs |.5");
  EXPECT_EQ(broken("-fach", find_uax14_breaks), "-|fach");
  EXPECT_EQ(broken("-fach --verbose a--b"), "-fach |--verbose |a--|b");
}

TEST(LineBreak, WhatIsReadAsOneStaysWhole) {
  EXPECT_EQ(broken("the tag [apply-phd-ot], please", find_uax14_breaks),
            "the |tag |[apply-|phd-|ot], |please");
  EXPECT_EQ(broken("the tag [apply-phd-ot], please"), "the |tag |[apply-phd-ot], |please");
  EXPECT_EQ(broken("[a-b] or [c-d]/[e-f]"), "[a-b] |or |[c-d]/|[e-f]");
  EXPECT_EQ(broken("[apply-phd-position-2026-ot]"), "[apply-|phd-|position-|2026-|ot]")
      << "too long to be held";
  EXPECT_EQ(broken("[post-doc position] [a-b"), "[post-|doc |position] |[a-|b") << "no tag";
  EXPECT_EQ(broken("to jobs@lab.example"), "to |jobs@lab.example");
  EXPECT_EQ(broken("to someone@lab.example"), "to |someone@|lab.example") << "too long to be held";
  EXPECT_EQ(broken("Berlin – and here — there–now –"), "Berlin – |and |here — |there–|now –");
  EXPECT_EQ(broken("Wissenschaftlerinnen – und"), "Wissenschaftlerinnen |– |und") << "too long to be held";
  EXPECT_EQ(broken("– a"), "– |a");
}

TEST(LineBreak, LongStretchesBreakAfterRiskyPunctuation) {
  EXPECT_EQ(broken("a_name_of_12"), "a_name_of_12");
  EXPECT_EQ(broken("a_name_of_13c"), "a_|name_|of_|13c");
  EXPECT_EQ(broken("first.last@institute.example"), "first.last@|institute.example");
  EXPECT_EQ(broken("__initialise_all__, $CUDA_DEVICE_ORDER"), "__initialise_|all__, |$CUDA_|DEVICE_|ORDER");
  EXPECT_EQ(broken("Donaudampfschifffahrt"), "Donaudampfschifffahrt");
  EXPECT_EQ(broken("überüberü_über übüb_übüb_üb"), "überüberü_|über |übüb_übüb_üb")
      << "code points count, not bytes";
  EXPECT_EQ(broken("a_name_of_13c", find_uax14_breaks), "a_name_of_13c");
}

}  // namespace
}  // namespace aushang::layout
