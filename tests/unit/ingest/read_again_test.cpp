// What comes out, read again, comes out the same: the kinds that once didn't.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support.h"

namespace aushang::ingest {
namespace {

using test::markdown_of;

void expect_lasting(std::string_view page, std::string_view canonical) {
  EXPECT_EQ(markdown_of(page), canonical);
  EXPECT_EQ(markdown_of(canonical), canonical);
}

TEST(ReadAgain, DefinitionsInAnItem) {
  expect_lasting("<ul><li>Team<dl><dt>Lead</dt><dd>Ada</dd></dl></li><li>Room</li></ul>",
                 "- Team\n  - **Lead**\n\n    Ada\n- Room");
  expect_lasting("<dl><dt>Lead</dt><dd>Ada</dd><dd><ul><li>a<ul><li>b</li></ul></li></ul></dd></dl>",
                 "- **Lead**\n\n  Ada\n\n  - a\n    - b");
  expect_lasting("<dl><ul><li>x</li></ul><ul><li>one<h3>two</h3></li></ul></dl>",
                 "- - x\n  * one\n\n    ### two");
}

TEST(ReadAgain, ListsBesideEachOther) {
  // In one definition, in two of one term, right in a list, and in a footnote's list.
  expect_lasting("<dl><dt>t</dt><dd><ol><li>a</li></ol><ol><li>b</li></ol></dd></dl>",
                 "- **t**\n\n  1. a\n\n  1) b");
  expect_lasting("<dl><dt>t</dt><dd><ol><li>a</li></ol></dd><dd><ol><li>b</li></ol></dd></dl>",
                 "- **t**\n\n  1. a\n\n  1) b");
  expect_lasting("<ol><ol><li>a</li></ol><ol><li>b</li></ol></ol>", "1. 1. a\n   1) b");
  expect_lasting("<ul><ul><li>a</li></ul><ul><li>b</li></ul></ul>", "- - a\n  * b");
}

TEST(ReadAgain, ItemsWithoutAList) {
  expect_lasting("<li>a<ol><li>b<p>c</p></li></ol></li><li>d</li>", "- a\n  1. b\n\n     c\n- d");
  expect_lasting("<li>a<h3>b</h3></li><li>c</li>", "- a\n\n  ### b\n\n- c");
  expect_lasting("<div><li>a</li></div><ul><li>b</li></ul>", "- a\n\n* b");
}

TEST(ReadAgain, ItemsThatMakeARule) {
  expect_lasting("<ul><li><ul><li><ul><li><h3>a</h3><p>b</p></li></ul></li></ul></li></ul>",
                 "* - -\n      ### a\n\n      b");
  expect_lasting("<ul><li><hr>a</li><li><hr></li></ul>", "- a\n- ___");
}

TEST(ReadAgain, MarksBesideMarksOfScriptsWithoutSpaces) {
  expect_lasting("漢**（a）**字**「b」**漢", "漢（**a**）字「**b**」漢");
  expect_lasting("<b>漢「</b><b>a</b>」字", "漢「**a**」字");
  expect_lasting("<b>*</b>_<b>字</b>", "**\\***_**字**");
  expect_lasting("***、<em>***)<b>字", "***、**)**字***");
  expect_lasting("**（a**b**c）**d", "**（a**b**c**）d");
}

TEST(ReadAgain, HeadingsWithRaisedDigits) {
  expect_lasting("## m<sup>2</sup>\n\n[a](#m2)", "## m² {#m2}\n\n[a](#m2)");
  expect_lasting("<h2>m<sup>2</sup></h2><a href=\"#m\">a</a>", "## m² {#m}\n\n[a](#m)");
  expect_lasting("## ₁x2\n\n## m<sub>1</sub>\n\n[a](#m)", "## ₁x2\n\n## m₁ {#m}\n\n[a](#m)");
}

TEST(ReadAgain, TheSecondHeadingOfANameIsTheSecond) {
  expect_lasting("## a\n\n## a\n\n[b](#a-1)", "## a\n\n## a {#a-1}\n\n[b](#a-1)");
  expect_lasting("## 1. a\n\n## a\n\n[b](#a)", "## 1. a {#a}\n\n## a\n\n[b](#a)");
  expect_lasting("## a\n\n[b](#a-1)", "## a\n\n[b](#a-1)");
}

TEST(ReadAgain, TheFirstOfANameHasIt) {
  expect_lasting("<p id=\"i\">a</p><p id=\"i\">b</p><a href=\"#i\">c</a>", "a {#i}\n\nb\n\n[c](#i)");
  expect_lasting("<h2 id=\"i\">a</h2><h2 id=\"i\">b</h2>", "## a {#i}\n\n## b");
  expect_lasting(
      "<p id=\"i\"><span id=\"k\">a</span></p><p id=\"k\"><a href=\"#k\">b</a> <a href=\"#i\">c</a></p>",
      "a {#i}\n\n[b](#i) [c](#i)");
}

TEST(ReadAgain, WhatLooksLikeAttributes) {
  expect_lasting("# a #}", "# a #}");
  expect_lasting("a \\{#b}", "a \\{\\#b}");
  expect_lasting("{#}\n\n#}", "\\{\\#}\n\n#}");
  expect_lasting("<i>&#123;\n#</i>}", "*\\{ #*}");
  expect_lasting("a { b", "a \\{ b");
  expect_lasting("a { b }", "a { b }");
}

TEST(ReadAgain, AddressesBesideABackslash) {
  expect_lasting("[a](u\\\\)", "[a](u\\\\)");
  expect_lasting("<a href=\"u\\\">a</a>", "[a](u\\\\)");
  expect_lasting("<http://e.example/\\>", "[http\\://e.example/&#92;](http://e.example/\\\\)");
  expect_lasting("<a href=\"u\">http://b`<code>c</code></a>", "[http://b\\` `c`](u)");
  expect_lasting("<a href=\"&amp;\">&amp;</a>", "[\\&](&)");
  expect_lasting("<b><_a:</b>>", "**\\<_a:**>");
}

TEST(ReadAgain, CodeInAQuoteDeepInLists) {
  expect_lasting("1. - > a\n     >\n     > ```\n     > <!-- b\n     > ```\n     >\n     > c",
                 "1. - > a\n     >\n     > ```\n     > <!-- b\n     > ```\n     >\n     > c");
}

TEST(ReadAgain, ControlCharacters) { expect_lasting("<ul><li>a&#1;b&#x7F;c</li></ul>", "- abc"); }

}  // namespace
}  // namespace aushang::ingest
