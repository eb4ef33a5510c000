#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support.h"

namespace aushang::ingest {
namespace {

using test::markdown_of;
using test::visible_text;

TEST(InlineHtml, LinksKeepTheAddressBehindTheWord) {
  EXPECT_EQ(markdown_of("Write <a href=\"mailto:a@example.org?subject=[tag]\" target=_blank>here</a>."),
            "Write [here](mailto:a@example.org?subject=\\[tag\\]).");
  EXPECT_EQ(markdown_of("<a href=\"mailto:a@example.org\">a@example.org</a> is it"),
            "[a@example.org](mailto:a@example.org) is it");
  EXPECT_EQ(visible_text(markdown_of("<a href=\"mailto:a@example.org\">a@example.org</a> is it")),
            "a@example.org is it");
  EXPECT_EQ(markdown_of("<a href = 'u?a=1&amp;b=2' title=\"T\">[1] *x*</a> y"),
            "[\\[1\\] *x*](u?a=1&b=2 \"T\") y");
  EXPECT_EQ(markdown_of("to <a href=\"u\"> <img src=\"i.png\" alt=\"pic\"> </a> y"),
            "to [![pic](i.png)](u) y");
  EXPECT_EQ(markdown_of("x <a\n  href=\"u\">y</a> z"), "x [y](u) z");
}

TEST(InlineHtml, LinksThatLeadNowhereKeepTheirText) {
  EXPECT_EQ(markdown_of("# <a id='phd' href='#phd'>Ph.D.</a>"), "# Ph.D. {#phd}");
  EXPECT_EQ(markdown_of("a <a name=\"x\">b</a> <a href=\"javascript:x\">c</a> <a href=\"u\">see [d](e)</a>"),
            "a b c [see](u) [d](e)");
}

TEST(InlineHtml, MarksBecomeMarkdownWhereTheyAreSure) {
  EXPECT_EQ(
      markdown_of("x <b>a</b> <em>b</em> <s>1 May</s> <strong> c </strong> p<b>q</b>r <b><i>d</i></b> z"),
      "x **a** *b* ~~1 May~~ **c** p**q**r ***d*** z");
  EXPECT_EQ(markdown_of("x<b>“a”</b>x and <b></b>y <b>**c**</b>"), "x“**a**”x and y **c**")
      << "else they shrink to the words they hold";
  EXPECT_EQ(visible_text(markdown_of("x <i>5*3</i> and <b>2 * 4</b> *")), "x 5*3 and 2 * 4 *");
}

TEST(InlineHtml, CodeBecomesACodeSpanWhereItHoldsTextOnly) {
  EXPECT_EQ(markdown_of("x <code>a &lt; b</code> <tt>c</tt>"), "x `a < b` `c`");
  EXPECT_EQ(markdown_of("x <code>a **b**</code> y"), "x `a b` y");
  EXPECT_EQ(markdown_of("x ` <code>a</code> y"), "x \\` `a` y");
}

TEST(InlineHtml, LineBreaksStayWhereMarkdownHasThem) {
  EXPECT_EQ(markdown_of("a<br>b<br />\nc <br>\nd<br>"), "a\\\nb\\\nc\\\nd");
  EXPECT_EQ(markdown_of("> a<br># b"), "> a\\\n> \\# b");
  EXPECT_EQ(markdown_of("- a<br>- b"), "- a\\\n  \\- b");
  EXPECT_EQ(markdown_of("# a<br>b"), "# a b");
  EXPECT_EQ(markdown_of("| a<br>b | c |\n|---|---|\n| d | e<br> |"), "| a b | c |\n| --- | --- |\n| d | e |");
}

TEST(InlineHtml, SmallRaisedDigitsAreDigitsOfTheirOwn) {
  EXPECT_EQ(markdown_of("m<sup>2</sup>, H<sub>2</sub>O, 10<sup>-6</sup>, 16<sup>th</sup>"),
            "m², H₂O, 10⁻⁶, 16th");
}

TEST(InlineHtml, TextThatLosesItsTagGrowsIntoNothing) {
  EXPECT_EQ(markdown_of("<sup>*</sup> A note"), "\\* A note");
  EXPECT_EQ(markdown_of("<span>#</span> a\n<u></u>- b\n<u>1.</u> c\n1<u>)</u> d"), "\\# a - b 1. c 1) d");
  EXPECT_EQ(markdown_of("2*<u></u>3*4"), "2\\*3\\*4");
  EXPECT_EQ(markdown_of("<<u></u>b> and &<u></u>amp; and [a]<u></u>(b)"), "\\<b> and \\&amp; and \\[a\\](b)");
  EXPECT_EQ(markdown_of("a\n</span>\nb"), "a b") << "no blank line appears";
  EXPECT_EQ(markdown_of("one<p>two <div>three"), "one\n\ntwo\n\nthree") << "words stay apart";
}

TEST(InlineHtml, ScriptsGoWithWhatTheyHold) {
  EXPECT_EQ(markdown_of("a <script>var x = \"trap@example.org\";</script>b"), "a b");
  EXPECT_EQ(test::warnings_of("a <script>x</script>b <video src=v>"),
            (std::vector<std::string>{"html-dropped 1:3", "html-dropped 1:23"}));
}

TEST(InlineHtml, CodeKeepsItsTags) {
  for (const char* page : {"`<b>x</b>`", "```\n<div>\n```", "a < b > c", "\\<b>"}) {
    EXPECT_EQ(markdown_of(page), page);
  }
}

}  // namespace
}  // namespace aushang::ingest
