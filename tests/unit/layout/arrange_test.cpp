#include "layout/arrange.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pages.h"
#include "random_markdown.h"

namespace aushang::layout {
namespace {

using platform::headless::theme;

/// Distance between the n-th and the next block that has the root as its parent.
float gap(const Page& page, std::size_t n) {
  std::vector<base::Rect> top;
  for (const Box& box : page.boxes) {
    if (box.kind != BoxKind::none && box.parent == k_no_box) top.push_back(box.rect);
  }
  return top.at(n + 1).y - top.at(n).bottom();
}

const Box& box_of(const Page& page, doc::BlockKind kind, std::size_t n = 0) {
  const auto& blocks = document_of(page).blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == kind && n-- == 0) return page.boxes[i];
  }
  static const Box none;
  ADD_FAILURE() << "no such block";
  return none;
}

TEST(Arrange, GapsAreThoseOfTheStyleSheet) {
  const Page page =
      arranged("a\n\nb\n\n# c\n\nd\n\n## e\n\n## f\n\n---\n\ng\n\n---\n\n## h\n\n---\n\n- i\n\n> j\n", 500);
  const std::vector<float> expected = {16, 38, 9, 32, 9, 9, 33, 33, 32, 9, 33, 16};
  for (std::size_t i = 0; i < expected.size(); ++i)
    EXPECT_EQ(gap(page, i), expected[i]) << "after block " << i;
  EXPECT_EQ(page.boxes.front().rect.y, 0) << "nothing above the first";
}

TEST(Arrange, TopmostHeadingsOfTheTextAreOfSecondLevel) {
  const Page page = arranged("### a\n\n##### b\n", 500);
  EXPECT_EQ(page.boxes[0].heading_level, 2);
  EXPECT_EQ(page.boxes[1].heading_level, 3);
  EXPECT_EQ(page.boxes[1].context, Context::h3);
}

TEST(Arrange, QuotesAndListsIndent) {
  const Page page = arranged("> - a\n>   > 1. b\n", 500);
  const Box& b = box_of(page, doc::BlockKind::paragraph, 1);
  EXPECT_EQ(b.rect.x, 19 + 25 + 19 + 25);
  EXPECT_EQ(b.rect.right(), 500);
  EXPECT_EQ(b.quote_depth, 2);
  const Box& item = box_of(page, doc::BlockKind::item, 1);
  EXPECT_EQ(item.rect.x, b.rect.x - 3) << "its padding";
  EXPECT_EQ(item.list_level, 2);
  EXPECT_EQ(item.number, 1u);
}

TEST(Arrange, ItemsAreNumberedFromTheListsStart) {
  const Page page = arranged("7. a\n8. b\n   - c\n9. d\n", 500);
  EXPECT_EQ(box_of(page, doc::BlockKind::item, 0).number, 7u);
  EXPECT_EQ(box_of(page, doc::BlockKind::item, 1).number, 8u);
  EXPECT_EQ(box_of(page, doc::BlockKind::item, 2).number, 0u);
  EXPECT_EQ(box_of(page, doc::BlockKind::item, 3).number, 9u);
}

TEST(Arrange, ItemsKeepTheirDistances) {
  const Page page = arranged("- a\n\n  b\n\n  - c\n- d\n", 500);
  const Box& a = box_of(page, doc::BlockKind::paragraph, 0);
  const Box& b = box_of(page, doc::BlockKind::paragraph, 1);
  const Box& c = box_of(page, doc::BlockKind::paragraph, 2);
  const Box& d = box_of(page, doc::BlockKind::paragraph, 3);
  EXPECT_EQ(b.rect.y - a.rect.bottom(), 11);
  EXPECT_EQ(c.rect.y - b.rect.bottom(), 7) << "above a list inside an item";
  EXPECT_EQ(d.rect.y - c.rect.bottom(), 7) << "between items";
}

TEST(Arrange, AnEmptyItemTakesALine) {
  const Page page = arranged("- a\n-\n- b\n", 500);
  const Box& empty = box_of(page, doc::BlockKind::item, 1);
  EXPECT_EQ(empty.rect.height, 24);
  EXPECT_EQ(box_of(page, doc::BlockKind::item, 2).rect.y, empty.rect.bottom() + 7);
  EXPECT_EQ(page.leaves.size(), 3u) << "so that it is found when a part of the page is drawn";
}

/// As margins fall together (CSS 2.2, 8.3.1): the largest of those before and after it counts.
TEST(Arrange, AnEmptyParagraphTakesNoPlaceButIsASibling) {
  const auto below = [](const char* first, const char* last) {
    const std::string between = std::string(first) + "\n\n[](x)\n\n" + last + "\n",
                      next = std::string(first) + "\n\n" + last + "\n";
    const Page with = arranged(between, 500), without = arranged(next, 500);
    return std::pair(with.height, without.height);
  };
  const auto [with, without] = below("a", "b");
  EXPECT_EQ(with, without);
  const auto [heading_with, heading_without] = below("a", "## b");
  EXPECT_EQ(heading_with, heading_without);
  const auto [rule_with, rule_without] = below("***", "b");
  EXPECT_EQ(rule_with, rule_without);
  const layout::Spacing space = platform::headless::theme().spacing;
  const auto [after_with, after_without] = below("## a", "b");
  EXPECT_EQ(after_with - after_without, space.block_gap - space.after_heading)
      << "b follows a paragraph, not the heading";
}

TEST(Arrange, ARowIsAsHighAsItsHighestCell) {
  const Page page = arranged("|a|b|\n|-|-|\n|x|some words that need several lines|\n|y|z|\n", 300);
  const Box& x = box_of(page, doc::BlockKind::cell, 0);
  const Box& words = box_of(page, doc::BlockKind::cell, 1);
  EXPECT_GT(words.line_count, 1u);
  EXPECT_EQ(x.rect.height, words.rect.height);
  EXPECT_EQ(x.rect.y, words.rect.y);
  EXPECT_EQ(words.rect.height, 8 + 24.0F * static_cast<float>(words.line_count) + 8 + 2);
  EXPECT_EQ(box_of(page, doc::BlockKind::cell, 2).rect.y, x.rect.bottom());
  EXPECT_EQ(page.height, box_of(page, doc::BlockKind::cell, 3).rect.bottom());
}

TEST(Arrange, ColumnsFillTheTable) {
  const Page page = arranged("|a|b|c|\n|-|-|-|\n|x|y|some more text in this one|\n", 480);
  const Box& a = box_of(page, doc::BlockKind::header_cell, 0);
  const Box& b = box_of(page, doc::BlockKind::header_cell, 1);
  const Box& c = box_of(page, doc::BlockKind::header_cell, 2);
  EXPECT_EQ(a.rect.x, 0);
  EXPECT_EQ(b.rect.x, a.rect.right());
  EXPECT_EQ(c.rect.x, b.rect.right());
  EXPECT_NEAR(c.rect.right(), 480, 0.01);
  EXPECT_GT(c.rect.width, a.rect.width);
}

TEST(Arrange, CellsAlign) {
  const Page page = arranged("|a|b|c|\n|:-|:-:|-:|\n|x|y|z|\n", 360);
  const auto line = [&](std::size_t n) { return page.lines_of(box_of(page, doc::BlockKind::cell, n))[0]; };
  const auto room = [&](std::size_t n) { return box_of(page, doc::BlockKind::cell, n).rect.width - 12; };
  EXPECT_EQ(line(0).x, 0);
  EXPECT_NEAR(line(1).x, 120 + (room(1) - 10) / 2, 0.01);
  EXPECT_NEAR(line(2).x, 240 + room(2) - 10, 0.01);
}

TEST(Arrange, WhatIsWiderThanItsCellStartsAtItsEdge) {
  const Page page = arranged("|a|\n|-:|\n|日|\n", 15);
  EXPECT_EQ(page.lines_of(box_of(page, doc::BlockKind::cell))[0].x, 0);
}

TEST(Arrange, TitleIslandAndTextFollowEachOther) {
  std::vector<Part> parts(3);
  parts[0].kind = Part::Kind::title;
  parts[0].document = parsed("# Title");
  parts[1].kind = Part::Kind::island;
  parts[1].island_height = 123;
  parts[2].document = parsed("# Title\n\ntext\n\n## More\n");
  parts[2].skip_block = 0;
  const Page page = arrange(parts, 400, theme(), measure());
  EXPECT_EQ(page.boxes[0].context, Context::h1);
  EXPECT_EQ(page.boxes[1].rect, (base::Rect{0, 40 + 30, 400, 123}));
  EXPECT_EQ(page.boxes[2].kind, BoxKind::none) << "the title stands at the top already";
  EXPECT_EQ(page.boxes[3].rect.y, 40 + 30 + 123 + 34);
  EXPECT_EQ(page.boxes[4].heading_level, 2);
  EXPECT_EQ(page.height, page.boxes[4].rect.bottom());
  for (std::uint32_t box = 0; box < 5; ++box)
    EXPECT_EQ(&page.part_of(box), &page.parts[box < 2 ? box : 2]) << box;
}

TEST(Arrange, PicturesGetTheRoomThatTheDocumentSays) {
  std::vector<Part> parts = {text_part(parsed("a\n\n![x](x.png)\n\nb\n"))};
  EXPECT_EQ(arrange(parts, 400, theme(), measure()).boxes[1].rect.height, 0) << "not known yet";
  parts[0].island_heights = {{1, 77}};
  const Page page = arrange(parts, 400, theme(), measure());
  EXPECT_EQ(page.boxes[1].kind, BoxKind::island);
  EXPECT_EQ(page.boxes[1].rect.height, 77);
  EXPECT_EQ(page.boxes[2].rect.y, 24 + 16 + 77 + 16);
}

TEST(Arrange, EmptyParagraphsTakeNoRoom) {
  const Page with = arranged("a\n\n[](x.html)\n\nb\n", 400);
  const Page without = arranged("a\n\nb\n", 400);
  EXPECT_EQ(with.height, without.height);
}

void expect_sound(const Page& page, const std::string& what) {
  float top = 0, bottom = 0;
  for (const std::uint32_t leaf : page.leaves) {
    const Box& box = page.boxes[leaf];
    EXPECT_GE(box.rect.y, top - 0.001F) << "leaf " << leaf << "\n" << what;
    EXPECT_GE(box.rect.bottom(), bottom - 0.001F) << "leaf " << leaf << "\n" << what;
    top = box.rect.y;
    bottom = box.rect.bottom();
  }
  EXPECT_LE(bottom, page.height + 0.01F) << what;
  for (std::uint32_t i = 0; i < page.boxes.size(); ++i) {
    const Box& box = page.boxes[i];
    if (box.kind == BoxKind::none) continue;
    EXPECT_GE(box.rect.height, 0) << i << "\n" << what;
    if (box.parent == k_no_box) continue;
    const base::Rect& around = page.boxes[box.parent].rect;
    EXPECT_LT(box.parent, i) << what;
    EXPECT_GE(box.rect.y, around.y - 0.01F) << i << "\n" << what;
    EXPECT_LE(box.rect.bottom(), around.bottom() + 0.01F) << i << "\n" << what;
  }
}

void expect_equal(const Page& a, const Page& b, const std::string& what) {
  ASSERT_EQ(a.boxes.size(), b.boxes.size()) << what;
  ASSERT_EQ(a.lines.size(), b.lines.size()) << what;
  EXPECT_EQ(a.height, b.height) << what;
  EXPECT_EQ(a.leaves, b.leaves) << what;
  for (std::size_t i = 0; i < a.boxes.size(); ++i) {
    EXPECT_EQ(a.boxes[i].rect, b.boxes[i].rect) << i << "\n" << what;
    EXPECT_EQ(a.boxes[i].first_line, b.boxes[i].first_line) << i << "\n" << what;
    EXPECT_EQ(a.boxes[i].line_count, b.boxes[i].line_count) << i << "\n" << what;
  }
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    EXPECT_EQ(a.lines[i].begin, b.lines[i].begin) << i << "\n" << what;
    EXPECT_EQ(a.lines[i].end, b.lines[i].end) << i << "\n" << what;
    EXPECT_EQ(a.lines[i].x, b.lines[i].x) << i << "\n" << what;
  }
}

TEST(Arrange, RandomPagesNeverGoBackUp) {
  Random random(3);
  for (std::uint32_t seed = 0; seed < 800 && !testing::Test::HasFailure(); ++seed) {
    RandomMarkdown generator(seed);
    const std::string markdown = random.one_in(3) ? generator.soup(400) : generator.page();
    expect_sound(arranged(markdown, static_cast<float>(1 + random.below(900))), markdown);
  }
}

TEST(Arrange, APageMadeWithAnOlderOneIsTheSame) {
  Random random(4);
  for (std::uint32_t seed = 0; seed < 300 && !testing::Test::HasFailure(); ++seed) {
    const std::string markdown = RandomMarkdown(seed).page();
    std::vector<Part> parts = {text_part(parsed(markdown))};
    parts[0].skip_block = random.one_in(3) ? 0 : Part::k_none;
    const auto width = static_cast<float>(50 + random.below(600));
    const Page old = arrange(parts, random.one_in(2) ? width : width + 40, theme(), measure());
    for (std::uint32_t i = 0; i < old.boxes.size(); ++i) {
      if (old.boxes[i].kind == BoxKind::island) parts[0].island_heights.emplace_back(i, 55.0F);
    }
    if (random.one_in(4)) parts[0].skip_block = Part::k_none;
    expect_equal(arrange(parts, width, theme(), measure(), &old), arrange(parts, width, theme(), measure()),
                 markdown);
  }
}

TEST(Arrange, DeepNestingAndLongPagesAreNoDanger) {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += i % 2 == 0 ? "> " : "- ";
  expect_sound(arranged(deep + "deep", 300), "deep");
  std::string lists;
  for (int i = 0; i < 300; ++i) lists += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
  expect_sound(arranged(lists, 300), "lists");
  std::string all;
  for (std::uint32_t seed = 0; all.size() < 1'000'000; ++seed) all += RandomMarkdown(seed).page() + "\n";
  const Page page = arranged(all, 320);
  EXPECT_GT(page.height, 100'000);
  EXPECT_GT(arranged(std::string(1'000'000, 'x'), 320).lines.size(), 30'000u);
}

}  // namespace
}  // namespace aushang::layout
