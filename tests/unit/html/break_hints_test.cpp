#include "html/break_hints.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "doc/parse.h"
#include "html/fragment.h"

namespace aushang::html {
namespace {

std::string page(std::string_view markdown) {
  FragmentOptions options;
  options.break_hints = true;
  return write_fragment(*doc::parse(markdown), options);
}

TEST(BreakHints, CommonProseGetsNone) {
  for (const char* text :
       {"", "one", "A sentence, with a comma; a colon: and “quotes”, ‘more’, „Zitate“ (and parentheses).",
        "It's e.g. 10:30 or 1,000.5", "Wasser\u00ADstoff\u200Bx", "10\u00A0km", "Übergrößenträger"}) {
    EXPECT_EQ(escape_with_break_hints(text), text);
  }
}

TEST(BreakHints, OpportunitiesWithoutASpaceAreSaid) {
  EXPECT_EQ(escape_with_break_hints("NeurIPS/ICLR, post-doc"),
            "NeurIPS/<span class=\"wb\"></span>ICLR, post-<span class=\"wb\"></span>doc");
  EXPECT_EQ(escape_with_break_hints("コーヒ"), "コー<span class=\"wb\"></span>ヒ");
  EXPECT_EQ(escape_with_break_hints("日本語"), "日本語") << "every browser knows";
}

TEST(BreakHints, StretchesThatSomeBrowserWouldBreakAreHeld) {
  EXPECT_EQ(escape_with_break_hints("24/7 and C++."),
            "<span class=\"nb\">24/7</span> and <span class=\"nb\">C++.</span>");
  EXPECT_EQ(
      escape_with_break_hints("(a)b f(x) (c) d()"),
      "<span class=\"nb\">(a)b</span> <span class=\"nb\">f(x)</span> (c) <span class=\"nb\">d()</span>");
  EXPECT_EQ(escape_with_break_hints("a! b? 100% and/ [x]"), "a! b? 100% and/ <span class=\"nb\">[x]</span>");
  EXPECT_EQ(escape_with_break_hints("a<b & c"), "<span class=\"nb\">a&lt;b</span> &amp; c");
  EXPECT_EQ(escape_with_break_hints("C++/CUDA"),
            "<span class=\"nb\">C++/</span><span class=\"wb\"></span>CUDA");
}

TEST(BreakHints, QuotationMarksAreHeldOnlyInsideWords) {
  EXPECT_EQ(escape_with_break_hints("(“a”), ‘b’, „c“. “d”e “f”/g h:"),
            "(“a”), ‘b’, „c“. <span class=\"nb\">“d”e</span> <span class=\"nb\">“f”/</span><span "
            "class=\"wb\"></span>g h:");
}

TEST(BreakHints, TagsAddressesAndTheDashAfterAWordAreHeld) {
  EXPECT_EQ(escape_with_break_hints("use [apply-phd-ot] – please"),
            "use <span class=\"nb\">[apply-phd-ot] –</span> please");
  EXPECT_EQ(escape_with_break_hints("a@group.example"), "<span class=\"nb\">a@group.example</span>");
}

TEST(BreakHints, NothingLongIsHeld) {
  EXPECT_EQ(escape_with_break_hints("#aVeryLongHashTag"), "#aVeryLongHashTag");
  EXPECT_EQ(escape_with_break_hints("compute_transport_plan"),
            "compute_<span class=\"wb\"></span>transport_<span class=\"wb\"></span>plan");
}

TEST(BreakHints, InlinesOfABlockCountTogether) {
  EXPECT_EQ(page("*post*-doc `a/b` [x/](u)y\n"),
            "<p><em>post</em>-<span class=\"wb\"></span>doc <code>a/<span class=\"wb\"></span>b</code> <a "
            "href=\"u\">x/</a><span class=\"wb\"></span>y</p>\n");
  EXPECT_EQ(page("a-\nb\\\nc/d\n"), "<p>a-\nb<br>\nc/<span class=\"wb\"></span>d</p>\n");
}

TEST(BreakHints, EscapesAndReferencesCutNothing) {
  EXPECT_EQ(page("C\\+\\+ *a&lt;b*&amp;c\n"),
            "<p><span class=\"nb\">C++</span> <em><span class=\"nb\">a&lt;b</span></em><span "
            "class=\"nb\">&amp;c</span></p>\n");
}

TEST(BreakHints, CodeBlocksAndAttributesGetNone) {
  EXPECT_EQ(page("```\na/b\n```\n\n![a/b](c.png \"d/e\")\n"),
            "<pre><code>a/b\n</code></pre>\n<p><img src=\"c.png\" alt=\"a/b\" title=\"d/e\"></p>\n");
}

TEST(BreakHints, AFragmentForPeopleGetsNone) {
  EXPECT_EQ(write_fragment(*doc::parse("a/b\n"), {}), "<p>a/b</p>\n");
}

}  // namespace
}  // namespace aushang::html
