#include "doc/parse.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/utf8.h"

namespace aushang::doc {
namespace {

Document parsed(std::string_view markdown, Dialect dialect = Dialect::posting) {
  base::Result<Document> result = parse(markdown, dialect);
  EXPECT_TRUE(result.ok());
  return result.ok() ? std::move(result).value() : Document();
}

std::vector<BlockKind> kinds(const Document& document) {
  std::vector<BlockKind> out;
  for (const Block& block : document.blocks) out.push_back(block.kind);
  return out;
}

/// A link that leads somewhere has no link inside; an image has words inside and nothing else.
void expect_words_inside(const Document& document, std::uint32_t span) {
  const Inline& outer = document.inlines[span];
  const bool image = outer.kind == InlineKind::image;
  if (!image && (outer.kind != InlineKind::link || document.target(outer).empty())) return;
  for (std::uint32_t i = span + 1; i < outer.end; ++i) {
    const InlineKind kind = document.inlines[i].kind;
    ASSERT_NE(kind, InlineKind::link);
    ASSERT_FALSE(image && (is_span(kind) || kind == InlineKind::code || kind == InlineKind::hard_break));
  }
}

/// What the headers promise about every document.
void expect_sound(const Document& document) {
  EXPECT_TRUE(base::is_valid_utf8(document.text));
  std::uint32_t text_end = 0, inline_end = 0;
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    while (!open.empty() && open.back() <= i) open.pop_back();
    ASSERT_GT(block.end, i);
    if (!open.empty()) {
      ASSERT_LE(block.end, open.back()) << "blocks nest";
    }
    ASSERT_LE(block.text.end, document.text.size());
    if (is_container(block.kind)) {
      open.push_back(block.end);
      continue;
    }
    ASSERT_EQ(block.end, i + 1);
    ASSERT_GE(block.text.begin, text_end) << "leaves stand in reading order";
    text_end = block.text.end;
    ASSERT_EQ(block.inlines.begin, inline_end) << "every inline belongs to one leaf";
    inline_end = block.inlines.end;
    ASSERT_EQ(block.kind == BlockKind::heading, !document.id(block).empty());
    std::uint32_t covered = block.text.begin;
    for (std::uint32_t k = block.inlines.begin; k < block.inlines.end; ++k) {
      const Inline& one = document.inlines[k];
      ASSERT_GT(one.end, k);
      ASSERT_LE(one.end, block.inlines.end);
      ASSERT_LE(one.text.end, block.text.end);
      expect_words_inside(document, k);
      if (!is_span(one.kind)) {
        ASSERT_EQ(one.text.begin, covered) << "leaf inlines cover the text without a gap";
        covered = one.text.end;
      }
    }
    ASSERT_EQ(covered, block.text.end);
  }
  ASSERT_EQ(inline_end, document.inlines.size());
}

TEST(Parse, GivesBlocksInReadingOrder) {
  const Document document =
      parsed("# Title\n\ntext\n\n> quote\n\n- a\n- b\n\n---\n\n| h |\n|---|\n| c |\n\n```cpp\ncode\n```\n");
  using enum BlockKind;
  EXPECT_EQ(kinds(document),
            (std::vector<BlockKind>{heading, paragraph, BlockKind::quote, paragraph, bullet_list, item,
                                    paragraph, item, paragraph, rule, table, table_head, row, header_cell,
                                    table_body, row, cell, code}));
  EXPECT_EQ(document.info(document.blocks.back()), "cpp");
  EXPECT_EQ(document.id(document.blocks[0]), "title");
  expect_sound(document);
}

TEST(Parse, TextOfTightListsHasAParagraphOfItsOwn) {
  const Document document = parsed("- a\n  - b\n");
  EXPECT_TRUE(document.blocks[2].tight);
  EXPECT_EQ(document.slice(document.blocks[2].text), "a");
  EXPECT_EQ(document.slice(document.blocks[0].text), "a\nb") << "a container's text is that of all it holds";
  EXPECT_FALSE(parsed("- a\n\n- b\n").blocks[2].tight);
}

TEST(Parse, VisibleTextIsWhatAReaderSees) {
  EXPECT_EQ(parsed("a *b* **c** `d` [e](f) ![g](h) &euro; \\*").text, "a b c d e g € *");
  EXPECT_EQ(parsed("one\ntwo  \nthree").text, "one two\nthree");
  EXPECT_EQ(parsed("a\n\nb").text, "a\nb");
}

TEST(Parse, SourceRangesNameTheBytesTextCameFrom) {
  const std::string source = "Hällo *wörld* &amp; [l](x) \\[z\\] `c d`\n\n- item\n";
  const Document document = parsed(source);
  for (const Inline& one : document.inlines) {
    if (is_span(one.kind) || one.source.empty()) continue;
    const std::string from = source.substr(one.source.begin, one.source.size());
    const std::string_view shown = document.slice(one.text);
    if (from == "&amp;") {
      EXPECT_EQ(shown, "&");
    } else {
      EXPECT_EQ(shown, from);
    }
  }
  EXPECT_EQ(source.substr(document.blocks.back().source.begin, 4), "item");
}

TEST(Parse, DangerousAddressesAreGoneAndTheirWordsStay) {
  for (const char* markdown : {"[x](javascript:alert(1))", "[x](JAVASCRIPT:a)", "[x](<java\tscript:a>)",
                               "[x](&#106;avascript:a)", "[x](data:text/html,a)", "<javascript:alert(1)>",
                               "[x]\n\n[x]: javascript:a", "![x](javascript:a)", "[x](\\javascript:a)"}) {
    const Document document = parsed(markdown);
    for (const Inline& one : document.inlines) {
      if (is_span(one.kind)) {
        EXPECT_EQ(document.target(one), "") << markdown;
      }
    }
    EXPECT_FALSE(document.text.empty());
  }
  const Document kept = parsed("[x](javascript:a)", Dialect::commonmark);
  EXPECT_EQ(kept.target(kept.inlines[0]), "javascript:a");
}

TEST(Parse, KeepsWhatLinksImagesCodeAndHtmlSay) {
  const Document document =
      parsed("[a](b 'c &amp; d') ![e](f.png) <i>g\n\n<div>\nh\n</div>\n\n~~~ c++ numbered\n~~~\n\n# i\n");
  const Inline& link = document.inlines[0];
  EXPECT_EQ(document.target(link), "b");
  EXPECT_EQ(document.title(link), "c & d");
  std::vector<std::string_view> targets;
  for (const Inline& one : document.inlines) {
    if (one.reference != k_no_reference) targets.push_back(document.target(one));
  }
  EXPECT_EQ(targets, (std::vector<std::string_view>{"b", "f.png", "<i>", "<div>\nh\n</div>\n"}));
  EXPECT_EQ(document.title(document.inlines[1]), "") << "text has none";
  EXPECT_EQ(document.info(document.blocks[2]), "c++ numbered");
  EXPECT_EQ(document.id(document.blocks[2]), "");
  EXPECT_EQ(document.id(document.blocks[3]), "i");
}

TEST(Parse, FindsBareAddresses) {
  const Document document = parsed("write a@b.example or see https://c.example/x.");
  ASSERT_EQ(document.inlines[1].kind, InlineKind::link);
  EXPECT_EQ(document.target(document.inlines[1]), "mailto:a@b.example");
  EXPECT_EQ(document.target(document.inlines[4]), "https://c.example/x");
}

/// "words -> address" for each link, and each image that leads somewhere.
std::vector<std::string> links_of(const Document& document) {
  std::vector<std::string> out;
  for (const Inline& one : document.inlines) {
    if ((one.kind != InlineKind::link && one.kind != InlineKind::image) || document.target(one).empty())
      continue;
    out.push_back(std::string(document.slice(one.text)) + " -> " + std::string(document.target(one)));
  }
  return out;
}

TEST(Parse, AnAddressAmongALinksWordsLeadsNowhereElse) {
  using Links = std::vector<std::string>;
  for (const Dialect dialect : {Dialect::posting, Dialect::gfm}) {
    const auto links = [dialect](std::string_view markdown) { return links_of(parsed(markdown, dialect)); };
    EXPECT_EQ(links("[Go to https://a.example](https://b.example/x)."),
              Links({"Go to https://a.example -> https://b.example/x"}));
    EXPECT_EQ(
        links("[Mail **me@a.example**, please](mailto:you@b.example) or me@a.example"),
        Links({"Mail me@a.example, please -> mailto:you@b.example", "me@a.example -> mailto:me@a.example"}));
    EXPECT_EQ(links("[see <https://a.example>][1]\n\n[1]: b.html"),
              Links({"see https://a.example -> b.html"}));
    EXPECT_EQ(links("# [www.a.example](b.html)"), Links({"www.a.example -> b.html"}));
    EXPECT_EQ(links("[![by me@a.example](c.png)](b.html)"),
              Links({"by me@a.example -> b.html", "by me@a.example -> c.png"}));
  }
  EXPECT_EQ(links_of(parsed("[or me@a.example](javascript:x)")),
            std::vector<std::string>({"me@a.example -> mailto:me@a.example"}))
      << "the refused address is no link";
}

TEST(Parse, AnImagesDescriptionIsWordsAlone) {
  const Document document = parsed("![a *b* [c](d) `e` ![f](g.png)\\\nh@i.example](https://j.example/k.png)");
  EXPECT_EQ(links_of(document),
            std::vector<std::string>({"a b c e f h@i.example -> https://j.example/k.png"}));
  expect_sound(document);
}

TEST(Parse, DeepNestingIsFlattenedAndLosesNoText) {
  for (const char* opening : {"> ", "- ", "1. "}) {
    std::string deep;
    for (int i = 0; i < 10000; ++i) deep += opening;
    const Document document = parsed(deep + "bottom");
    EXPECT_NE(document.text.find("bottom"), std::string::npos);
    EXPECT_LE(document.blocks.size(), 2 * base::k_max_nesting + 1);
    expect_sound(document);
  }
  std::string spans;
  for (int i = 0; i < 5000; ++i) spans += "*a _b ";
  for (int i = 0; i < 5000; ++i) spans += "b_ a*";
  expect_sound(parsed(spans));
}

TEST(Parse, TakesAnyBytes) {
  expect_sound(parsed(""));
  expect_sound(parsed("\xEF\xBB\xBF# bom"));
  EXPECT_EQ(parsed("\xEF\xBB\xBF# bom").blocks[0].kind, BlockKind::heading);
  expect_sound(parsed(std::string("a\0b\xFF", 4)));
  EXPECT_EQ(parsed(std::string("a\0b", 3)).text,
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_FALSE(parse(std::string(base::k_max_posting_bytes + 1, 'a')).ok());
}

TEST(Parse, IsSoundWhereTheParserClosesWhatItNeverOpened) {
  for (const char* markdown :
       {"[A](a@b*w)* x", "*a [B](x@y*z)* c", "[A](a@b*w)*", "[A](a@b_w_x)_ **y**", "~~[A](a@b~~w)~~ z"}) {
    SCOPED_TRACE(markdown);
    expect_sound(parsed(markdown));
    expect_sound(parsed(markdown, Dialect::gfm));
  }
}

TEST(Parse, IsSoundForRandomMarkup) {
  constexpr std::string_view pieces[] = {
      "*",        "_",      "**",           "[",        "](x)",       "!",  "`",
      "\n",       "\n\n",   "> ",           "- ",       "1. ",        "# ", "|",
      "|-|-|\n",  "&amp;",  "<b>",          "<!--",     "text ",      "~~", "\\",
      "    ",     "```\n",  "a@b.example ", "](a@b*w)", "](x_y@z_a)", "ü",  "\xFF",
      "[x]: y\n", "- [ ] ", "<br>",         "---\n",    "\t"};
  std::mt19937 random(20240623);
  for (int round = 0; round < 3000; ++round) {
    std::string markdown;
    for (auto i = random() % 40; i > 0; --i) markdown += pieces[random() % std::size(pieces)];
    SCOPED_TRACE(markdown);
    expect_sound(parsed(markdown));
    expect_sound(parsed(markdown, Dialect::commonmark));
    if (HasFailure()) return;
  }
}

TEST(Parse, ReadsTheSeedPage) {
  std::ifstream file(std::string(AUSHANG_SHARED_DIR) + "/seed/phd_2.md");
  if (!file) GTEST_SKIP() << "no shared folder with real pages";
  const std::string page((std::istreambuf_iterator<char>(file)), {});
  const Document document = parsed(page);
  expect_sound(document);
  EXPECT_NE(document.text.find("a master's degree and related research experience"), std::string::npos);
}

TEST(Parse, ReadsIdsAtTheEndOfHeadingsAndParagraphs) {
  const auto document = parse("# A {#x}\n\n*b* {#y}\n\n- c {#z}\n\n## A\n\n## D {#x}\n\n\\{#n} {#\\m}\n");
  ASSERT_TRUE(document.ok());
  std::vector<std::string> ids;
  for (const Block& block : document->blocks) {
    if (!is_container(block.kind)) ids.emplace_back(document->id(block));
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"x", "y", "z", "a", "x-1", ""}))
      << "unique, and escaped ones are text";
  EXPECT_EQ(document->text, "A\nb\nc\nA\nD\n{#n} {#\\m}");
  const auto code = parse("`a` {#au-x}\n\n{#y}\n");
  ASSERT_TRUE(code.ok());
  EXPECT_EQ(code->id(code->blocks[0]), "h-au-x") << "the page's own ids are its own";
  EXPECT_EQ(code->text, "a\n{#y}") << "alone it is text";
  EXPECT_EQ(parse("a {#y}", Dialect::gfm)->text, "a {#y}");
}

}  // namespace
}  // namespace aushang::doc
