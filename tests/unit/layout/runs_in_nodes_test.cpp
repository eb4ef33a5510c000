// What is drawn of a posting and what its nodes say is the same: each run lies on a line of its node and says
// that line's words, and no node has words that aren't drawn.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "elements.h"
#include "html/fragment.h"
#include "layout/draw_list.h"
#include "layout/segments.h"
#include "pages.h"
#include "random_markdown.h"

namespace aushang::layout {
namespace {

constexpr float k_everywhere = 1e9F;

/// A node where it lies on the sheet.
struct Placed {
  const Node* node = nullptr;
  const Element* element = nullptr;
  base::Rect rect;
};

/// Without white space and what is drawn as nothing; a soft hyphen counts where a line ends at it.
std::u16string inked(std::u16string text) {
  while (!text.empty() && (text.back() == u' ' || text.back() == u'\n')) text.pop_back();
  const bool hyphen = !text.empty() && text.back() == u'\u00AD';
  std::erase_if(text, [](char16_t c) {
    return std::u16string_view(u" \n\t\r\u00AD\u200B\u2060\uFEFF").find(c) != std::u16string_view::npos;
  });
  return hyphen && !text.empty() ? text + u'-' : text;  // by itself it isn't drawn
}

/// By what the layer gets: places and line starts. The elements are those of the written page.
std::vector<Placed> placed_nodes(const Page& page, const Semantics& semantics,
                                 const std::vector<Element>& elements) {
  std::vector<Placed> all;
  for (std::size_t n = 0; n < semantics.nodes.size(); ++n) {
    const Node& node = semantics.nodes[n];
    const base::Rect& box = page.boxes[node.box].rect;
    all.push_back({&node, &elements[n], {box.x, node.y, box.width, node.height}});
  }
  return all;
}

/// The item whose marker that is: it ends one space before the item, on its first line.
const Placed* item_marked_by(const TextDraw& text, const std::vector<Placed>& nodes) {
  const bool is_number =
      text.text.ends_with('.') &&
      std::all_of(text.text.begin(), text.text.end() - 1, [](char c) { return c >= '0' && c <= '9'; }) &&
      text.text.size() > 1;
  if (!is_number && text.text != "\u2022" && text.text != "\u2013") return nullptr;
  const float space = is_number ? measure().ascii(text.face)[' '] : measure().advance(text.face, U'\u2002');
  for (const Placed& placed : nodes) {
    if (placed.node->tag != Tag::li || std::abs(placed.rect.x - space - text.x - text.width) > 0.01F)
      continue;
    const float first = platform::headless::theme().style(Context::body).baseline;
    if (std::abs(placed.rect.y + first - text.baseline) < 0.01F) return &placed;
  }
  return nullptr;
}

/// The innermost node that a run begins in. Only cells have something beside them; where lists leave less
/// room than a character takes, text stands out.
const Placed* node_under(const TextDraw& text, const std::vector<Placed>& nodes) {
  const Placed* found = nullptr;
  for (const Placed& placed : nodes) {
    base::Rect rect = placed.rect;
    if (placed.node->tag != Tag::td && placed.node->tag != Tag::th) rect.width = k_everywhere;
    if (placed.node->drawn && rect.contains({text.x + 0.01F, text.baseline})) found = &placed;
  }
  return found;
}

void expect_parity(const std::string& markdown, float width) {
  SCOPED_TRACE(markdown);
  const Page page = arranged(markdown, width);
  const Semantics semantics = semantics_of(page);
  html::FragmentOptions options;
  options.top_heading = 2;
  const std::vector<Element> elements = elements_of(html::write_fragment(document_of(page), options));
  ASSERT_EQ(elements.size(), semantics.nodes.size());
  const std::vector<Placed> nodes = placed_nodes(page, semantics, elements);
  const DrawList list = draw(page, {-k_everywhere, k_everywhere}, measure(), {});

  // Lines by their base lines, in the order in which they are drawn.
  std::map<const Placed*, std::map<float, std::u16string>> drawn;
  std::map<const Placed*, int> markers;
  for (const TextDraw& text : list.texts) {
    if (const Placed* item = item_marked_by(text, nodes)) {
      ++markers[item];
      continue;
    }
    const Placed* placed = node_under(text, nodes);
    ASSERT_NE(placed, nullptr) << "no node for \"" << text.text << "\" at " << text.x << ", " << text.baseline
                               << ", page " << page.width << " by " << page.height;
    drawn[placed][text.baseline] += utf16(text.text);
  }
  for (const Placed& placed : nodes) {
    const Node& node = *placed.node;
    if (node.tag == Tag::li) {
      EXPECT_EQ(markers[&placed], 1) << "an item has one marker";
    }
    if (page.boxes[node.box].kind == BoxKind::island) continue;
    const std::u16string text = utf16(placed.element->text);
    std::vector<std::u16string> said, seen;
    for (std::uint32_t i = 0; i <= node.start_count; ++i) {
      const std::size_t from = i == 0 ? 0 : semantics.line_starts[node.first_start + i - 1];
      const std::size_t to = i < node.start_count ? semantics.line_starts[node.first_start + i] : text.size();
      std::u16string line = inked(text.substr(from, to - from));
      // A soft hyphen at the very end of a text is no end of a line within it.
      if (i == node.start_count && line.ends_with(u'-') && text.find(u'\u00AD') != std::u16string::npos &&
          !text.ends_with(u'-'))
        line.pop_back();
      if (!line.empty()) said.push_back(line);
    }
    for (const auto& [baseline, line] : drawn[&placed]) {
      if (!inked(line).empty()) seen.push_back(inked(line));
    }
    ASSERT_TRUE(seen == said) << placed.element->tag << ": " << placed.element->text << "\nsaid "
                              << testing::PrintToString(said) << "\nseen " << testing::PrintToString(seen);
  }
}

using Links = std::vector<std::string>;

/// Address and words of each link of the written page.
Links written_links(const doc::Document& document) {
  Links out;
  const std::string html = html::write_fragment(document, {});
  for (std::size_t at = html.find("<a href=\""); at != std::string::npos; at = html.find("<a href=\"", at)) {
    at += 9;
    const std::string address = html.substr(at, html.find('"', at) - at);
    std::string words;
    for (const std::size_t end = html.find("</a>", at); (at = html.find('>', at) + 1) <= end;) {
      const std::size_t tag = html.find('<', at);
      words += html.substr(at, tag - at);
      EXPECT_NE(html.compare(tag, 3, "<a "), 0) << "a link in a link: " << html;
    }
    out.push_back(address + " " + words);
  }
  return out;
}

/// The same of what the tile shows as links.
Links drawn_links(const doc::Document& document) {
  Links out;
  for (const doc::Block& block : document.blocks) {
    if (doc::is_container(block.kind)) continue;
    std::vector<Segment> segments;
    collect_segments(document, block, segments);
    std::uint32_t last = Segment::k_no_link;
    for (const Segment& segment : segments) {
      if (segment.link != Segment::k_no_link) {
        if (segment.link != last)
          out.push_back(std::string(document.target(document.inlines[segment.link])) + " ");
        out.back() += document.slice(segment.text);
      }
      last = segment.link;
    }
  }
  return out;
}

TEST(RunsInNodes, WhatIsDrawnAsALinkIsOneInTheWrittenPage) {
  static constexpr std::string_view k_pieces[] = {"[",
                                                  "![",
                                                  "](https://a.example/x)",
                                                  "](javascript:y)",
                                                  "]()",
                                                  "https://b.example ",
                                                  "c@d.example ",
                                                  "*",
                                                  "**",
                                                  "<https://e.example>",
                                                  "www.f.example ",
                                                  "word",
                                                  " ",
                                                  "`g`"};
  Random random(31);
  std::size_t links = 0;
  for (int round = 0; round < 4000 && !testing::Test::HasFailure(); ++round) {
    std::string markdown = "x";
    for (std::size_t i = random.below(16); i > 0; --i) markdown += random.pick(k_pieces);
    SCOPED_TRACE(markdown);
    const std::shared_ptr<const doc::Document> document = parsed(markdown);
    const Links drawn = drawn_links(*document);
    EXPECT_EQ(written_links(*document), drawn);
    links += drawn.size();
  }
  EXPECT_GT(links, 1000u);
}

TEST(RunsInNodes, EveryKindOfBlock) {
  for (const float width : {120.0F, 320.0F, 700.0F}) {
    expect_parity(
        "# One\n\nWords **bold** and [a link](https://a.example) with `code`, 😀 and "
        "soft\u00ADhy\u00ADphens.\n\n"
        "- one\n- two\n  1. in\n\n     more\n  2. it\n- [x] done\n\n> quote\n>\n> ## Two\n\n```\ncode  "
        "here\n\nmore\n```\n\n"
        "| a | b |\n| --- | --- |\n| some words | others |\n\n---\n\nlast\\\nline\n",
        width);
  }
}

TEST(RunsInNodes, RandomPages) {
  Random random(23);
  for (std::uint32_t seed = 0; seed < 1500 && !testing::Test::HasFailure(); ++seed) {
    RandomMarkdown generator(seed);
    const std::string markdown =
        random.one_in(3) ? generator.soup(300 + random.below(600)) : generator.page();
    expect_parity(markdown, static_cast<float>(60 + random.below(700)));
  }
}

}  // namespace
}  // namespace aushang::layout
