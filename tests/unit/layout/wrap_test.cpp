#include "layout/wrap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pages.h"
#include "random_markdown.h"

namespace aushang::layout {
namespace {

using Lines = std::vector<std::string>;

/// Lines of the first leaf of some Markdown; ten px a letter.
Lines wrapped(std::string_view markdown, float width) {
  const Page page = arranged(markdown, width);
  for (const std::uint32_t leaf : page.leaves) {
    if (page.boxes[leaf].kind == BoxKind::text) return lines_of(page, leaf);
  }
  return {};
}

TEST(Wrap, BreaksWhereTheLineIsFull) {
  EXPECT_EQ(wrapped("aa bb cc", 80), Lines({"aa bb cc"}));
  EXPECT_EQ(wrapped("aa bb cc", 79), Lines({"aa bb", "cc"}));
  EXPECT_EQ(wrapped("aa bb cc", 50), Lines({"aa bb", "cc"}));
  EXPECT_EQ(wrapped("aa bb cc", 49), Lines({"aa", "bb", "cc"}));
}

TEST(Wrap, SpacesCollapseAndHang) {
  EXPECT_EQ(wrapped("aa   bb\ncc", 50), Lines({"aa   bb", "cc"})) << "five characters wide";
  EXPECT_EQ(wrapped("aa    bb", 20), Lines({"aa", "bb"})) << "no line begins with the spaces of the last";
  const Page page = arranged("aa   bb\ncc", 50);
  EXPECT_EQ(page.lines[0].width, 50);
  EXPECT_EQ(page.lines[1].width, 20);
}

TEST(Wrap, StylesAndLinksDontStopALine) {
  EXPECT_EQ(wrapped("a**bb**c d", 46), Lines({"abbc", "d"})) << "bold is a pixel wider";
  EXPECT_EQ(wrapped("a**bb**c d", 62), Lines({"abbc d"}));
  EXPECT_EQ(wrapped("a**bb**c d", 41), Lines({"abb", "c d"}));
  // 10 and 22 and 30 wide; rounded up to fours, but for the last: 12 and 24 and 30
  const platform::headless::Measure rounding(4);
  const auto rounded = [&](float width) {
    const Part part = text_part(parsed("a**bb**c d"));
    const Page page = arrange({&part, 1}, width, platform::headless::theme(), rounding);
    return lines_of(page, page.leaves.at(0));
  };
  EXPECT_EQ(rounded(65.9F), Lines({"abbc", "d"})) << "each run's width is rounded up";
  EXPECT_EQ(rounded(66), Lines({"abbc d"}));
  EXPECT_EQ(wrapped("x [aa bb](u.html) y", 50), Lines({"x aa", "bb y"}));
  EXPECT_EQ(wrapped("`a b`c", 36), Lines({"a", "bc"})) << "code is a pixel narrower";
  EXPECT_EQ(wrapped("`a b`c", 37), Lines({"a bc"}));
}

// A heading's letters are 16 px wide.
TEST(Wrap, LinesOfAHeadingAreAboutAsLongAsEachOther) {
  EXPECT_EQ(wrapped("aaa bbb ccc d", 110), Lines({"aaa bbb ccc", "d"})) << "a paragraph's aren't";
  EXPECT_EQ(wrapped("# aaa bbb ccc d", 176), Lines({"aaa bbb", "ccc d"}));
  EXPECT_EQ(wrapped("## aaa bbb ccc d", 208), Lines({"aaa bbb ccc d"})) << "no more lines than there must be";
  EXPECT_EQ(wrapped("# bbbbbbbbb cc", 144), Lines({"bbbbbbbbb", "cc"})) << "no word is broken for it";
  EXPECT_EQ(wrapped("# unbreakable aa b", 112), Lines({"unbreak", "able aa", "b"}))
      << "one that must be, greedily";
}

TEST(Wrap, ABalancedTextTakesTheLeastWidthForItsLines) {
  Random random(71);
  int balanced_texts = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    std::size_t longest_word = 0;
    for (std::size_t n = 2 + random.below(18); n > 0; --n) {
      const std::size_t length = 1 + random.below(9);
      longest_word = std::max(longest_word, length);
      text += std::string(length, 'a') + (n > 1 ? " " : "");
    }
    const std::size_t letters = 9 + random.below(30);
    const Lines plain = wrapped(text, static_cast<float>(letters) * 10);
    const Lines balanced = wrapped("# " + text, static_cast<float>(letters) * 16);
    ASSERT_EQ(balanced.size(), plain.size()) << text << " in " << letters;
    if (plain.size() == 1 || plain.size() > k_most_balanced_lines) {
      EXPECT_EQ(balanced, plain) << text;
      continue;
    }
    ++balanced_texts;
    std::size_t longest = 0;
    for (const std::string& line : balanced) longest = std::max(longest, line.size());
    if (longest == longest_word) continue;
    EXPECT_GT(wrapped(text, static_cast<float>(longest - 1) * 10).size(), plain.size())
        << text << " in " << letters << ": a letter less, and there are more lines";
  }
  EXPECT_GT(balanced_texts, 100);
}

TEST(Wrap, HardBreaksEndLines) {
  EXPECT_EQ(wrapped("aa  \nbb\\\ncc", 200), Lines({"aa", "bb", "cc"}));
  EXPECT_EQ(wrapped("**aa  \nbb** cc", 200), Lines({"aa", "bb cc"}));
}

TEST(Wrap, AWordThatIsWiderThanItsLineMovesDownAndBreaks) {
  EXPECT_EQ(wrapped("a bcdefgh i", 40), Lines({"a", "bcde", "fgh", "i"}));
  EXPECT_EQ(wrapped("abc", 1), Lines({"a", "b", "c"})) << "a line holds at least one character";
  EXPECT_EQ(wrapped("a b c", 1), Lines({"a", "b", "c"}));
}

TEST(Wrap, SoftHyphensShowWhereTheyBreak) {
  EXPECT_EQ(wrapped("aa\u00ADbb cc", 50), Lines({"aa\u00ADbb", "cc"}));
  EXPECT_EQ(wrapped("aa\u00ADbb cc", 30), Lines({"aa\u00AD-", "bb", "cc"}));
  EXPECT_EQ(wrapped("aa\u00ADbb", 29), Lines({"aa\u00AD", "bb"}))
      << "the hyphen has no room, the text breaks anyway";
  EXPECT_EQ(wrapped("x aa\u00ADbbb", 40), Lines({"x", "aa\u00AD-", "bbb"}));
  EXPECT_EQ(wrapped("aa\u00AD bb", 40), Lines({"aa\u00AD", "bb"}))
      << "the space ends the line, not the hyphen";
  const Page page = arranged("aa\u00ADbb", 35);
  EXPECT_EQ(page.lines[0].width, 30) << "with the hyphen";
}

TEST(Wrap, ASoftHyphenIsAsWideAsTheTextItEnds) {
  EXPECT_EQ(wrapped("**aaa\u00AD**bbb", 43), Lines({"aaa\u00ADb", "bb"}))
      << "no room for the hyphen, but for a letter";
  EXPECT_EQ(wrapped("**aaa\u00AD**bbb", 44)[0], "aaa\u00AD-") << "three letters and a hyphen, eleven px each";
}

TEST(Wrap, ChineseAndJapaneseBreakBetweenCharacters) {
  EXPECT_EQ(wrapped("日本語です", 40), Lines({"日本", "語で", "す"}));
  EXPECT_EQ(wrapped("日本。", 40), Lines({"日", "本。"})) << "no line begins with a full stop";
}

TEST(Wrap, CodeKeepsItsLinesAndSpaces) {
  // Code has nine px a character and 36 px of edges.
  EXPECT_EQ(wrapped("```\na  b\n\n c\n```", 500), Lines({"a  b", "", " c"}));
  EXPECT_EQ(wrapped("```\nabcdef\n```", 36 + 27), Lines({"abc", "def"}));
  EXPECT_EQ(wrapped("```\n\n\n```", 500), Lines({"", ""}));
  EXPECT_TRUE(wrapped("```\n```", 500).empty());
}

TEST(Wrap, TabsInCodeGoToTheNextStop) {
  const Page page = arranged("```\na\tb\naaaaaaa\tb\naaaaaaaa\tb\n```", 500);
  EXPECT_EQ(page.lines[0].width, 9 * 9) << "b stands in the ninth column";
  EXPECT_EQ(page.lines[1].width, 9 * 9);
  EXPECT_EQ(page.lines[2].width, 17 * 9);
}

TEST(Wrap, ATasksBoxTakesRoomOnItsFirstLine) {
  // 25 px to the item's text; the box and a space take 20 more.
  const Page page = arranged("- [ ] aa bb", 25 + 50);
  ASSERT_EQ(page.lines.size(), 2u);
  EXPECT_EQ(page.lines[0].x, 25 + 20);
  EXPECT_EQ(page.lines[0].width, 20);
  EXPECT_EQ(page.lines[1].x, 25);
}

TEST(Wrap, AWordThatDoesntFitBesideATasksBoxMovesBelowIt) {
  const Page page = arranged("- [ ] abcd ef", 25 + 40);
  EXPECT_EQ(lines_of(page, page.leaves[0]), Lines({"", "abcd", "ef"}));
  EXPECT_EQ(page.lines[0].x, 25 + 20) << "the room before it still says that there is a box";
  EXPECT_EQ(page.lines[0].width, 0);
}

TEST(Wrap, WhatShowsNothingHasNoLines) {
  EXPECT_TRUE(wrapped("[](x.html)", 100).empty());
  EXPECT_TRUE(wrapped("<b></b> <i></i>", 100).empty());
}

}  // namespace
}  // namespace aushang::layout
