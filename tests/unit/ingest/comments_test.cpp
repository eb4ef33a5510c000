#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support.h"

namespace aushang::ingest {
namespace {

using test::markdown_of;
using Notes = std::vector<std::string>;

TEST(Comments, GoWithWholeOldCallsInThem) {
  EXPECT_EQ(markdown_of("# Now\n\n<!-- # Then\n\nWrite to old@example.org\n\n- CV\n-->\n\nText"),
            "# Now\n\nText");
  EXPECT_EQ(markdown_of("a <!-- b --> c<!---->d"), "a cd");
  EXPECT_EQ(markdown_of("a\n<!-- b\nc -->\nd"), "a\n\nd");
}

TEST(Comments, MayBeginInAParagraphAndRunOverBlankLines) {
  EXPECT_EQ(markdown_of("Text <!-- old\n\n# Call\n\n``` fence\n--> goes on"), "Text goes on");
  EXPECT_EQ(markdown_of("- a\n  <!-- b\n\nc -->\n- d"), "- a\n- d");
}

TEST(Comments, StandInsideHtmlToo) {
  EXPECT_EQ(markdown_of("<ul>\n<li>a</li>\n<!-- <li>b</li>\n\n<li>c</li> -->\n<li>d</li>\n</ul>"),
            "- a\n- d");
}

TEST(Comments, LeaveListsAndParagraphsAsTheyWere) {
  EXPECT_EQ(markdown_of("- a\n<!-- x -->\n- b"), "- a\n- b");
  EXPECT_EQ(markdown_of("one <!-- x -->\ntwo"), "one two")
      << "no two spaces at the end: they would break the line";
  EXPECT_EQ(markdown_of("<!-- x -->     text"), "text") << "not indented code";
}

TEST(Comments, InCodeAreCode) {
  for (const char* page : {"`<!-- a -->`", "```\n<!-- a -->\n```", "\\<!-- a -->"})
    EXPECT_EQ(markdown_of(page), page);
  EXPECT_EQ(markdown_of("    <!-- a -->"), "```\n<!-- a -->\n```");
}

TEST(Comments, InCodeBelowABreakAreCode) {
  EXPECT_EQ(markdown_of("a\\\n```\n<!-- b -->\n```"), "a\n\n```\n<!-- b -->\n```");
}

TEST(Comments, AnEmptyOneHidesNothing) {
  for (const char* empty : {"<!-->", "<!--->", "<!---->"}) {
    EXPECT_EQ(markdown_of(std::string("a ") + empty + " b <!-- c --> d"), "a b d") << empty;
    EXPECT_EQ(markdown_of(empty + std::string("\n\nb\n\n<!-- c -->\n\nd")), "b\n\nd") << empty;
    EXPECT_EQ(test::warnings_of(empty + std::string("\n\nb\n")), Notes{}) << empty;
  }
}

TEST(Comments, WithoutAnEndHideNothing) {
  EXPECT_EQ(markdown_of("a\n\n<!-- b\n\n# c"), "a\n\nb\n\n# c");
  EXPECT_EQ(test::warnings_of("a\n\n<!-- b\n\n# c"), Notes{"comment-open 3:1"});
  EXPECT_EQ(markdown_of("a <!-- b"), "a \\<!-- b") << "no comment for anyone";
}

}  // namespace
}  // namespace aushang::ingest
