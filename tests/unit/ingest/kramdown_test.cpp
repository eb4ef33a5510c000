#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support.h"

namespace aushang::ingest {
namespace {

using test::markdown_of;
using Notes = std::vector<std::string>;

TEST(Kramdown, AttributeLinesGo) {
  EXPECT_EQ(markdown_of("Lead\n{: .lead}\n\nNext"), "Lead\n\nNext");
  EXPECT_EQ(markdown_of("# Title\n{: .no_toc style=\"color: {red}\"}\n\nText"), "# Title\n\nText");
  EXPECT_EQ(markdown_of("One\n{: .x}\nTwo"), "One\n\nTwo") << "it ends the paragraph, as in kramdown";
  EXPECT_EQ(markdown_of("> Quote\n> {: .x}\n> more"), "> Quote\n>\n> more");
  EXPECT_EQ(markdown_of("- a\n{: .x}\n- b"), "- a\n- b");
  EXPECT_EQ(markdown_of("<div>x</div>\n{: .y}\n"), "x");
}

TEST(Kramdown, ATableOfContentsGoesWithTheListItReplaces) {
  EXPECT_EQ(markdown_of("* TOC\n{:toc}\n\nText"), "Text");
  EXPECT_EQ(markdown_of("1. TOC\n{:toc .x}\n\nText"), "Text");
  EXPECT_EQ(markdown_of("- a\n- b\n{:toc}\n\nText"), "- a\n- b\n\nText") << "a list of two is a list";
}

TEST(Kramdown, AttributesBehindSpansGo) {
  EXPECT_EQ(markdown_of("[a](b){:target=\"_blank\"}, ![c](d){: width=\"5\" } and *e*{:.f}."),
            "[a](b), ![c](d) and *e*.");
  EXPECT_EQ(markdown_of("<a href=\"b\">a</a>{:target=\"_blank\"}"), "[a](b)");
}

TEST(Kramdown, IdsStay) {
  EXPECT_EQ(markdown_of("# Title {#t}\n\n## Other {: .c}\n\nLast {#x .y}\n----\n"),
            "# Title {#t}\n\n## Other\n\n## Last {#x}");
  EXPECT_EQ(markdown_of("[x](#t)\n\nText {#t}\n\nMore {#u}"), "[x](#t)\n\nText {#t}\n\nMore")
      << "what a link names";
}

TEST(Kramdown, CommentsGoAndOptionsToo) {
  EXPECT_EQ(markdown_of("a\n\n{::comment}\nhidden\n\n* more\n{:/comment}\n\nb"), "a\n\nb");
  EXPECT_EQ(markdown_of("x {::comment}hidden{:/} y"), "x y");
  EXPECT_EQ(markdown_of("{::options parse_block_html=\"true\" /}\n\nText"), "Text");
  EXPECT_EQ(markdown_of("{::nomarkdown}\n<p>kept</p>\n{:/nomarkdown}\n"), "kept");
  EXPECT_EQ(markdown_of("a {::comment} b"), "a b");
  EXPECT_EQ(test::warnings_of("a {::comment} b"), Notes{"comment-open 1:3"});
}

TEST(Kramdown, BoldMayTouchAWordWithItsPunctuation) {
  EXPECT_EQ(markdown_of("**When:**now, **(a)**b, c**(d)**, **\"e\"**1"),
            "**When**\\:now, **(a**)b, c(**d)**, **\"e**\"1");
  EXPECT_EQ(markdown_of("a\\**(b)\\**c, 2 ** (3) **4, `**(a)**b`"),
            "a\\*\\*(b)\\*\\*c, 2 \\*\\* (3) \\*\\*4, `**(a)**b`");
}

TEST(Kramdown, TwoFormulasOfALineAreTwo) {
  EXPECT_EQ(markdown_of("$$a$$ and $$b$$"), "`$$a$$` and `$$b$$`");
  EXPECT_EQ(markdown_of("$$a$$"), "```math\na\n```");
}

TEST(Kramdown, CodeKeepsThem) {
  for (const char* page : {"`{:x}`", "```\n{: .x}\n```", "`a`\n\n```\n# b {#c}\n{::comment}\n```"}) {
    EXPECT_EQ(markdown_of(page), page);
  }
}

TEST(Kramdown, TextThatOnlyLooksAlikeStays) {
  for (const char* page : {"a set {:x} here", "{: never closed", "[apply-{MSc/PhD}]"}) {
    EXPECT_EQ(test::visible_text(markdown_of(page)), page);
  }
  EXPECT_EQ(test::visible_text(markdown_of("\\{: .x}")), "{: .x}");
  EXPECT_EQ(test::visible_text(markdown_of("{:a\n}")), "{:a }");
}

}  // namespace
}  // namespace aushang::ingest
