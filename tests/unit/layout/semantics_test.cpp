// The browser adopts the prerendered elements in the order of these nodes, so both are compared here.
#include "layout/semantics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "elements.h"
#include "html/fragment.h"
#include "pages.h"
#include "random_markdown.h"

namespace aushang::layout {
namespace {

std::u16string trimmed(std::u16string text) {
  const std::u16string spaces = u" \n\t\r";
  std::replace(text.begin(), text.end(), u'\n', u' ');  // what a line break in a paragraph is
  const std::size_t from = text.find_first_not_of(spaces);
  if (from == std::u16string::npos) return {};
  return text.substr(from, text.find_last_not_of(spaces) - from + 1);
}

/// The lines of a node's own text as the page has them.
std::vector<std::u16string> lines_of_node(const Page& page, const PagePart& part, const Node& node) {
  std::vector<std::u16string> out;
  const doc::Document& document = *part.part.document;
  const std::uint32_t first = node.box - part.first_box;
  const auto add = [&](std::uint32_t block) {
    for (const Line& line : page.lines_of(page.boxes[part.first_box + block]))
      out.push_back(trimmed(utf16(document.slice({line.begin, line.end}))));
  };
  add(first);
  if (document.blocks[first].kind == doc::BlockKind::item) {
    for (std::uint32_t i = first + 1; i < document.blocks[first].end; ++i) {
      const Box& box = page.boxes[part.first_box + i];
      if (document.blocks[i].tight && document.blocks[i].kind == doc::BlockKind::paragraph &&
          box.parent == node.box && box.kind == BoxKind::text)
        add(i);
    }
  }
  return out;
}

void expect_as_html(const Page& page, std::uint32_t skip, const std::string& markdown) {
  const Semantics semantics = semantics_of(page);
  html::FragmentOptions options;
  options.top_heading = 2;
  options.skip_block = skip;
  const PagePart& part = page.parts.back();
  const std::vector<Element> elements = elements_of(html::write_fragment(*part.part.document, options));
  std::vector<std::string> expected, got;
  for (const Element& element : elements) expected.push_back(element.tag);
  std::vector<const Node*> nodes;
  for (const Node& node : semantics.nodes) {
    if (node.box < part.first_box) continue;
    nodes.push_back(&node);
    got.emplace_back(k_tag_names[static_cast<std::size_t>(node.tag)]);
  }
  ASSERT_EQ(got, expected) << markdown;

  std::uint32_t next = 0;
  for (const Node& node : semantics.nodes) {
    if (node.start_count > 0) {
      ASSERT_EQ(node.first_start, next) << markdown;
    }
    next += node.start_count;
  }
  ASSERT_EQ(next, semantics.line_starts.size());

  for (std::size_t n = 0; n < nodes.size(); ++n) {
    const Node& node = *nodes[n];
    if (page.boxes[node.box].kind == BoxKind::island) continue;
    const std::vector<std::u16string> lines = lines_of_node(page, part, node);
    const std::u16string text = utf16(elements[n].text);
    ASSERT_EQ(node.start_count + (lines.empty() ? 0 : 1), lines.size()) << markdown;
    std::size_t from = 0;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      const std::size_t to = i < node.start_count ? semantics.line_starts[node.first_start + i] : text.size();
      ASSERT_LE(from, to) << "ascending\n" << markdown;
      ASSERT_LE(to, text.size()) << markdown;
      std::u16string line = trimmed(text.substr(from, to - from));
      if (i == 0 && !line.empty() && (line[0] == u'\u2610' || line[0] == u'\u2611'))
        line = trimmed(line.substr(1));
      // White space of the markup may surround a line, never stand in for a part of it.
      ASSERT_TRUE(line == lines[i]) << "element " << n << " " << elements[n].tag << ", line " << i << ":\n"
                                    << elements[n].text << "\n"
                                    << testing::PrintToString(line) << "\n"
                                    << testing::PrintToString(lines[i]) << "\n---\n"
                                    << markdown;
      from = to;
    }
  }
}

TEST(Semantics, NodesAreTheElementsOfThePage) {
  Random random(11);
  for (std::uint32_t seed = 0; seed < 1500 && !testing::Test::HasFailure(); ++seed) {
    RandomMarkdown generator(seed);
    const std::string markdown =
        random.one_in(3) ? generator.soup(300 + random.below(600)) : generator.page();
    std::vector<Part> parts = {text_part(parsed(markdown))};
    const auto& blocks = parts[0].document->blocks;
    for (std::uint32_t i = 0; i < blocks.size() && parts[0].skip_block == Part::k_none; ++i) {
      if (blocks[i].kind == doc::BlockKind::heading && random.one_in(2)) parts[0].skip_block = i;
    }
    const Page page =
        arrange(parts, static_cast<float>(30 + random.below(700)), platform::headless::theme(), measure());
    expect_as_html(page, parts[0].skip_block, markdown);
  }
}

TEST(Semantics, FlattenedNestingStillAgrees) {
  for (const std::string_view sign : {"> ", "- ", "1. ", "> - ", "- [ ] "}) {
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += sign;
    expect_as_html(arranged(deep + "deep text in here", 300), Part::k_none, deep);
  }
  std::string lists;
  for (int i = 0; i < 100; ++i)
    lists += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- item with some words " +
             std::to_string(i) + "\n";
  expect_as_html(arranged(lists, 900), Part::k_none, lists);
}

TEST(Semantics, TitleAndIslandComeFirst) {
  std::vector<Part> parts(3);
  parts[0].kind = Part::Kind::title;
  parts[0].document = parsed("# Title");
  parts[1].kind = Part::Kind::island;
  parts[1].island_height = 50;
  parts[2].document = parsed("# Title\n\ntext\n\n- a\n- b\n");
  parts[2].skip_block = 0;
  const Page page = arrange(parts, 300, platform::headless::theme(), measure());
  const Semantics semantics = semantics_of(page);
  std::vector<std::string_view> tags;
  for (const Node& node : semantics.nodes) tags.push_back(k_tag_names[static_cast<std::size_t>(node.tag)]);
  EXPECT_EQ(tags, (std::vector<std::string_view>{"h1", "island", "p", "ul", "li", "li"}));
  EXPECT_EQ(semantics.height, page.height);
  expect_as_html(page, 0, "title");
}

TEST(Semantics, EveryNodeHasItsPlaceAndWhetherItIsDrawn) {
  const Page page = arranged("> a\n\n- b\n\n  c\n\n![A picture](p.png)\n", 300);
  const Semantics semantics = semantics_of(page);
  std::vector<bool> drawn;
  for (const Node& node : semantics.nodes) {
    drawn.push_back(node.drawn);
    EXPECT_EQ(node.y, page.boxes[node.box].rect.y);
    EXPECT_EQ(node.height, page.boxes[node.box].rect.height);
  }
  // blockquote p ul li p p p: lists show nothing of their own, and pictures are the document's
  EXPECT_EQ(drawn, (std::vector<bool>{true, true, false, true, true, true, false}));
  EXPECT_EQ(semantics.nodes[2].y, semantics.nodes[3].y) << "a list begins where its first item does";
  EXPECT_EQ(semantics.nodes[5].y, semantics.nodes[3].y + 24 + 11);
  EXPECT_EQ(semantics.nodes[3].height, 2 * 24 + 11);
}

TEST(Semantics, LinesStartWhereTheDomCountsThem) {
  const Semantics semantics = semantics_of(arranged("😀 äö\u00ADü xx", 40));  // emoji are twice as wide
  ASSERT_EQ(semantics.nodes.size(), 1u);
  EXPECT_EQ(semantics.line_starts, (std::vector<std::uint32_t>{3, 8}))
      << "the emoji counts two, an umlaut one";
}

}  // namespace
}  // namespace aushang::layout
