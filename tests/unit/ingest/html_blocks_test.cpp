#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support.h"

namespace aushang::ingest {
namespace {

using test::has_raw_html;
using test::markdown_of;
using test::visible_text;
using Notes = std::vector<std::string>;

TEST(HtmlBlocks, HeadingsParagraphsRulesAndQuotes) {
  EXPECT_EQ(
      markdown_of(
          "<h2>We "
          "<em>hire</em></h2>\n<p>One\ntwo<br>three</p>\n<hr>\n<blockquote><p>a</p><p>b</p></blockquote>"),
      "## We *hire*\n\nOne two\\\nthree\n\n___\n\n> a\n>\n> b");
}

TEST(HtmlBlocks, ListsNestAndKeepTheirNumbers) {
  EXPECT_EQ(markdown_of("<ol start=\"3\">\n<li>a\n<ul><li>b<li>c</ul></li>\n<li>d</li>\n</ol>"),
            "3. a\n   - b\n   - c\n4. d");
  EXPECT_EQ(markdown_of("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>"), "- a\n\n  b\n\n- c");
  EXPECT_EQ(markdown_of("<ul><li>a</li></ul><ul><li>b</li></ul>"), "- a\n\n* b") << "two lists stay two";
}

TEST(HtmlBlocks, TablesBecomeTables) {
  EXPECT_EQ(markdown_of("<table>\n<tr><th>What</th><th align=\"right\">When</th></tr>\n<tr><td>a | "
                        "b</td><td><b>now</b></td></tr>\n</table>"),
            "| What | When |\n| --- | --: |\n| a \\| b | **now** |");
  EXPECT_EQ(markdown_of("<table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>"),
            "| | | |\n| --- | --- | --- |\n| a | b | c |\n| d |");
  EXPECT_EQ(markdown_of("<table><tr><td><h2>A</h2><p>x</p></td><td><ul><li>b</ul></td></tr></table>"),
            "## A\n\nx\n\n- b")
      << "a table that arranges the page";
  EXPECT_EQ(markdown_of("<tr><td>a</td><td>b</td></tr>"), "a b") << "rows that lost their table";
}

TEST(HtmlBlocks, CodeKeepsEveryCharacter) {
  EXPECT_EQ(markdown_of("<pre><code class=\"language-c++\">a &lt; b\n\n  *x*\n</code></pre>"),
            "```c++\na < b\n\n  *x*\n```");
  EXPECT_EQ(markdown_of("<pre>\n```\n</pre>"), "````\n```\n````");
  EXPECT_EQ(markdown_of("<pre>Mail <a href=\"mailto:a@example.org\">here</a>\nnow</pre>"),
            "Mail [here](mailto:a@example.org)\\\nnow")
      << "a code block would lose the address";
}

TEST(HtmlBlocks, ImagesDefinitionsAndPlainContainers) {
  EXPECT_EQ(
      markdown_of(
          "<figure>\n<img src=\"/a b.png\" alt=\"A &amp; [B]\">\n<figcaption>Cap</figcaption>\n</figure>"),
      "![A & \\[B\\]](/a%20b.png)\n\nCap");
  EXPECT_EQ(markdown_of("<dl><dt>Place<dd>Berlin<dt>Pay<dd>E 13</dl>"),
            "- **Place**\n\n  Berlin\n\n- **Pay**\n\n  E 13");
  EXPECT_EQ(markdown_of("<section><div>a</div><div>b</div></section>"), "a\n\nb");
  EXPECT_EQ(markdown_of("<div><a href=\"u\"><h3>Head</h3><p>Text</p></a></div>"),
            "### [Head](u)\n\n[Text](u)");
}

TEST(HtmlBlocks, TextNeverTurnsIntoMarkdown) {
  const std::string text = "# a * b _c_ [d](e) `f` 1. g ~~h~~ ![i] \\ j &amp;lt; {:k} <";
  const std::string markdown = markdown_of(
      "<p>" + text + "</p>\n<p>- x</p>\n<p>1. y</p>\n<p>---</p>\n<p>===</p>\n<p>> z</p>\n<p>+ q</p>");
  EXPECT_EQ(visible_text(markdown),
            "# a * b _c_ [d](e) `f` 1. g ~~h~~ ![i] \\ j &lt; {:k} <\n- x\n1. y\n---\n===\n> z\n+ q");
  EXPECT_FALSE(has_raw_html(markdown));
}

TEST(HtmlBlocks, PlainAddressesStayWhole) {
  EXPECT_EQ(markdown_of("<p>see https://example.org/me?a=1&b=2 or a_b@example.org</p>"),
            "see https://example.org/me?a=1&b=2 or a_b@example.org");
  const std::string markdown = markdown_of("<p>see https://example.org/~me?a=1&b=2</p>");
  EXPECT_EQ(visible_text(markdown), "see https://example.org/~me?a=1&b=2");
  EXPECT_EQ(test::addresses(markdown), (Notes{"https://example.org/~me?a=1&b=2"}));
}

TEST(HtmlBlocks, PiecesCutByBlankLinesAreReadTogether) {
  EXPECT_EQ(markdown_of("<ul>\n<li>a</li>\n\n<li>b</li>\n\n</ul>\n\nText"), "- a\n- b\n\nText");
  EXPECT_EQ(markdown_of("<ul>\n\n    <li>a</li>\n\n    <li>b</li>\n\n</ul>"), "- a\n- b")
      << "indentation made code of it";
  EXPECT_EQ(markdown_of("<table>\n<tr><td>a</td><td>b</td></tr>\n\n<tr><td>c</td><td>d</td></tr>\n</table>"),
            "| | |\n| --- | --- |\n| a | b |\n| c | d |");
}

TEST(HtmlBlocks, MarkdownBetweenTagsStaysMarkdown) {
  EXPECT_EQ(markdown_of("<div class=\"x\">\n\n**Bold** [x](y)\n\n</div>\n\nText"), "**Bold** [x](y)\n\nText");
  EXPECT_EQ(markdown_of("<details>\n<summary>More</summary>\n\n- a\n\n</details>"), "More\n\n- a");
  EXPECT_EQ(markdown_of("<div markdown=\"1\">\n## Head\n*text*\n</div>"), "## Head\n\n*text*");
  EXPECT_EQ(markdown_of("<ol>\n<li>a</li>\n\ntext\n\n<li>b</li>\n</ol>"), "1. a\n\n   text\n\n2. b");
}

TEST(HtmlBlocks, StandApartFromTheTextAroundThem) {
  EXPECT_EQ(markdown_of("**Profile**\n<ul>\n<li>a</li>\n</ul>\n\nText"), "**Profile**\n\n- a\n\nText");
  EXPECT_EQ(markdown_of("<pre>x</pre>\nText"), "```\nx\n```\n\nText");
  EXPECT_EQ(markdown_of("- item\n\n  <p>a</p>\n  <ul><li>b</ul>\n\n- next"),
            "- item\n\n  a\n\n  - b\n\n- next");
  EXPECT_EQ(markdown_of("> <ul>\n> <li>a</li>\n> </ul>\n\nText"), "> - a\n\nText");
  EXPECT_EQ(markdown_of("- <div>a</div>\n- b"), "- a\n- b");
}

TEST(HtmlBlocks, WhatIsNoTextGoesWithAWarning) {
  const std::string page =
      "a\n\n<script>\nvar trap = \"trap\" + "
      "\"@example.org\";\n\ndocument.write(trap);\n</script>\n\n<style>p { x: y }</style>\n\n"
      "<iframe src=\"https://example.org\">no</iframe>\n\n<form><input></form>\n\n<div "
      "onclick=\"x()\">b</div>";
  EXPECT_EQ(visible_text(markdown_of(page)), "a\nb");
  EXPECT_EQ(markdown_of(page).find("trap"), std::string::npos) << "a honeypot is no address";
  EXPECT_EQ(test::warnings_of(page), (Notes{"html-dropped 3:1", "html-dropped 11:1", "html-dropped 13:1"}))
      << "a style shows nothing";
}

TEST(HtmlBlocks, OnlyHarmlessAddressesStay) {
  const std::string page =
      "<p><a href=\"javascript:x()\">a</a> <a href=\"java&#115;cript:x\">b</a> <a "
      "href=\"mailto:c@example.org\">c</a></p>";
  EXPECT_EQ(markdown_of(page), "a b [c](mailto:c@example.org)");
  EXPECT_EQ(test::warnings_of(page), (Notes{"link-dropped 1:4", "link-dropped 1:35"}));
}

TEST(HtmlBlocks, AnAddressBeginsBehindItsScheme) {
  const std::string page =
      "<a href=\"mailto: c@example.org\">a</a> <a href=\"TEL:%20123\">b</a> <a "
      "href=\"mailto:?subject=x\">c</a> "
      "[d](mailto: c@example.org) [e](mailto:) <a href=\"https://\">f</a>";
  EXPECT_EQ(markdown_of(page),
            "[a](mailto:c@example.org) [b](tel:123) [c](mailto:?subject=x) [d](mailto:c@example.org) e f");
  EXPECT_EQ(test::warnings_of(page).size(), 2u) << "two lead nowhere";
}

TEST(HtmlBlocks, AnUnclosedPreOrScriptDoesNotSwallowThePage) {
  EXPECT_EQ(markdown_of("a\n\n<pre>\nb\n\n# c"), "a\n\nb\n\n# c");
  EXPECT_EQ(test::warnings_of("a\n\n<script>\nb\n\n# c"), Notes{"html-open 3:1"});
}

TEST(HtmlBlocks, DeepNestingIsFlattenedNotLost) {
  std::string page;
  for (int i = 0; i < 10000; ++i) page += "<div><ul><li><b>";
  page += "core</b>";
  EXPECT_NE(visible_text(markdown_of(page)).find("core"), std::string::npos);
  std::string table;
  for (int i = 0; i < 10000; ++i) table += "<div><table><td></div>";
  EXPECT_NE(visible_text(markdown_of(table + "core")).find("core"), std::string::npos);
  const std::string quotes = test::repeated("> ", 20000) + "core";
  EXPECT_EQ(visible_text(markdown_of(quotes)), "core");
}

TEST(HtmlBlocks, TextForPrivateUseIsNobodyElsesText) {
  const std::string sign = "\U000F0000\U00100000";
  EXPECT_EQ(markdown_of("<p>Apply by Monday " + sign + " noon</p>"), "Apply by Monday " + sign + " noon");
  EXPECT_EQ(markdown_of(sign + " Apply by Monday"), sign + " Apply by Monday");
  for (const char* reference :
       {"&#xF0000;&#x100000;", "&#983040;&#1048576;", "&#xF0000&#x100000", "&#x0000F0000;&#X100000;"})
    EXPECT_EQ(markdown_of("<p>Apply by Monday" + std::string(reference) + " noon</p>"),
              "Apply by Monday noon");
  EXPECT_EQ(markdown_of("---\ntitle: \"<b>x</b> " + sign + "\"\n---\nApply by Monday"), "Apply by Monday");
}

TEST(HtmlBlocks, KeepsReferencesAndSpacesOfLongTexts) {
  EXPECT_EQ(
      markdown_of(
          "<p>Research &amp; development &lt;in&gt; K&ouml;ln&nbsp;or&#32;here &copy 2027 &unknown; A&B</p>"),
      "Research & development \\<in> Köln\u00A0or here © 2027 \\&unknown; A&B");
  EXPECT_EQ(markdown_of("<pre>\n  two spaces\n\n    four of them\n</pre>"),
            "```\n  two spaces\n\n    four of them\n```");
  EXPECT_EQ(markdown_of("<p>a long text <b> in bold </b>and behind it</p>"),
            "a long text **in bold** and behind it");
}

}  // namespace
}  // namespace aushang::ingest
