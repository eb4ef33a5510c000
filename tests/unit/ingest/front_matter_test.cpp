#include "ingest/front_matter/front_matter.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support.h"

namespace aushang::ingest {
namespace {

using test::markdown_of;
using test::repeated;
using test::take_in;
using test::warnings_of;
using Notes = std::vector<std::string>;

TEST(FrontMatter, YamlGoesAndItsScalarsBecomeFields) {
  const Page page =
      take_in("---\ntitle: A post\nnested:\n  deep: [x, {y: 1}]\nempty:\nflag: true\n---\n\nBody\n");
  EXPECT_EQ(page.markdown, "Body\n");
  EXPECT_EQ(page.meta.title, "A post");
  const Fields expected = {
      {"title", "A post"}, {"nested.deep.0", "x"}, {"nested.deep.1.y", "1"}, {"empty", ""}, {"flag", "true"}};
  EXPECT_EQ(page.meta.fields, expected);
  EXPECT_TRUE(page.warnings.empty());
}

TEST(FrontMatter, TomlGoesAndItsScalarsBecomeFields) {
  const Page page = take_in(
      "+++\ntitle = \"A post\"\ndate = 2021-02-09T15:25:12-04:00\ndraft = false\n[image]\nsizes = [1, "
      "2.5]\n+++\nBody");
  EXPECT_EQ(page.markdown, "Body\n");
  EXPECT_EQ(page.meta.title, "A post");
  EXPECT_EQ(page.meta.fields.at("date"), "2021-02-09T15:25:12-04:00");
  EXPECT_EQ(page.meta.fields.at("draft"), "false");
  EXPECT_EQ(page.meta.fields.at("image.sizes.0"), "1");
  EXPECT_EQ(page.meta.fields.at("image.sizes.1"), "2.5");
}

TEST(FrontMatter, DotsCloseYamlTooAndSpacesBehindFencesDoNotMatter) {
  EXPECT_EQ(markdown_of("--- \na: b\n...\t\nBody"), "Body");
  EXPECT_EQ(markdown_of("---\n---\nBody"), "Body") << "an empty block";
}

TEST(FrontMatter, BlankLinesBeforeItAreSkipped) {
  const Page page = take_in("\n  \n---\ntitle: T\n---\nBody");
  EXPECT_EQ(page.meta.title, "T");
  EXPECT_EQ(page.markdown, "Body\n");
}

TEST(FrontMatter, StandsOnlyAtTheVeryStart) {
  EXPECT_EQ(markdown_of("Text\n\n---\na: b\n---\n"), "Text\n\n___\n\n## a: b");
}

TEST(FrontMatter, WithoutAnEndItIsTextAndSaysSo) {
  EXPECT_EQ(markdown_of("---\ntitle: T\n\nBody"), "___\n\ntitle: T\n\nBody");
  EXPECT_EQ(warnings_of("---\ntitle: T\n\nBody"), Notes{"front-matter-open 1:1"});
  EXPECT_EQ(warnings_of("---\n\nJust a rule above.\n"), Notes{});
}

TEST(FrontMatter, TextBetweenTwoRulesIsKept) {
  EXPECT_EQ(markdown_of("---\nWe are hiring\n---\nBody"), "___\n\n## We are hiring\n\nBody");
  EXPECT_EQ(warnings_of("---\nWe are hiring\n---\nBody"), Notes{"front-matter-empty 1:1"});
}

TEST(FrontMatter, ATabInYamlCostsAWarningNotTheFields) {
  const std::string page = "---\ntitle: T\ntags:\n\t- a\n\t- b\n---\nBody";
  EXPECT_EQ(take_in(page).meta.fields.at("tags.1"), "b");
  EXPECT_EQ(take_in(page).markdown, "Body\n");
  EXPECT_EQ(warnings_of(page), Notes{"front-matter-tab 4:1"});
}

TEST(FrontMatter, OfADuplicateKeyTheLastOneCounts) {
  const std::string page = "---\nheader: one\ntitle : T\nheader: two\n---\n";
  EXPECT_EQ(take_in(page).meta.fields.at("header"), "two");
  EXPECT_EQ(take_in(page).meta.title, "T");
  EXPECT_EQ(warnings_of(page), Notes{"front-matter-field 4:1"});
}

TEST(FrontMatter, BrokenYamlIsReadLineByLine) {
  const std::string page = "---\ntitle: Position: a postdoc # soon\nquoted: \"a: b\"\nbad: [1\n---\nBody";
  EXPECT_EQ(take_in(page).meta.title, "Position: a postdoc");
  EXPECT_EQ(take_in(page).meta.fields.at("quoted"), "a: b");
  EXPECT_EQ(take_in(page).markdown, "Body\n");
  EXPECT_EQ(warnings_of(page), Notes{"front-matter-syntax 2:16"});
}

TEST(FrontMatter, BrokenTomlIsReadLineByLine) {
  const std::string page = "+++\ntitle = \"T\"\nx = = 2\n+++\nBody";
  EXPECT_EQ(take_in(page).meta.title, "T");
  EXPECT_EQ(take_in(page).markdown, "Body\n");
  EXPECT_EQ(warnings_of(page), Notes{"front-matter-syntax 3:5"});
}

TEST(FrontMatter, BrokenTomlNeverKeepsItsReaderBusyForEver) {
  for (const char* lines : {"a = [[\"x\" y, # z\n]]", "a = [ \n[ b = 1", "a = [x, \"q\\\" = [ z # \"]",
                            "a = [\"n\", \"o =\"[ [\"# n", "# a = [\nb = {c = x # d\n}"}) {
    const Page page = take_in("+++\ntitle = 'T'\n" + std::string(lines) + "\n+++\nBody");
    EXPECT_EQ(page.meta.title, "T") << lines;
    EXPECT_EQ(page.markdown, "Body\n");
    EXPECT_EQ(page.warnings.size(), 1u);
  }
}

TEST(FrontMatter, TomlTextsKeepTheirSigns) {
  const Fields fields =
      take_in("+++\na = \"#1 = x\" # not this\nb = '''\n# = '''\n\"c#\" = \"\"\"q\\\"\"\"\"\"\n+++\n")
          .meta.fields;
  EXPECT_EQ(fields, (Fields{{"a", "#1 = x"}, {"b", "# = "}, {"c#", "q\"\""}}));
}

TEST(FrontMatter, HostileBlocksEndInAWarning) {
  const std::string bomb =
      "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c "
      "[*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
      "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n---\nBody";
  EXPECT_LE(take_in(bomb).meta.fields.size(), k_max_fields);
  EXPECT_FALSE(take_in(bomb).warnings.empty());
  for (const std::string& block :
       {std::string("a: ") + repeated("[", 20000), "a: " + repeated("{", 20000), repeated("- ", 20000),
        repeated("? ", 20000), std::string("title: T\nx: &x [*x]"), "big: " + repeated("x", 100000)}) {
    EXPECT_EQ(markdown_of("---\ntitle: T\n" + block + "\n---\nBody"), "Body");
  }
  for (const std::string& block : {"a = " + repeated("[", 20000), "a" + repeated(".a", 20000) + " = 1",
                                   "[" + repeated("a.", 20000) + "a]", "a = " + repeated("{a=", 20000)}) {
    EXPECT_EQ(markdown_of("+++\ntitle = 'T'\n" + block + "\n+++\nBody"), "Body");
    EXPECT_EQ(take_in("+++\ntitle = 'T'\n" + block + "\n+++\nBody").meta.title, "T");
  }
}

TEST(FrontMatter, WhatStaysIsNeverTakenForFrontMatterAgain) {
  EXPECT_EQ(markdown_of("---\nt: x\n---\n---\na: b\n---\n"), "___\n\n## a: b");
  EXPECT_EQ(markdown_of("---\nt: x\n---\n\n+++\na = 1\n+++\n"), "+++ a = 1 +++");
}

TEST(Meta, ReadsLanguageDescriptionAndWhetherItIsPublished) {
  const Meta meta = take_in("---\nlang: en_GB\nsubtitle: A **bold** start\npublished: no\n---\n").meta;
  EXPECT_EQ(meta.language, "en-GB");
  EXPECT_EQ(meta.description, "A bold start");
  EXPECT_FALSE(meta.published);
  EXPECT_FALSE(take_in("+++\ndraft = true\n+++\n").meta.published);
  EXPECT_TRUE(take_in("---\npublished: true\ndraft: false\n---\n").meta.published);
  EXPECT_TRUE(take_in("---\npublished: true\ndraft: false\n---\n").warnings.empty());
  EXPECT_TRUE(take_in("published: false\n").warnings.empty()) << "no front matter";
  for (const auto& [page, line] : {std::pair{"---\ntitle: A\npublished: false\n---\n", 3u},
                                   {"+++\ndraft = true\n+++\n", 2u},
                                   {"---\npublished: true\nDraft: yes\n---\n", 3u}}) {
    const base::Diagnostics warnings = take_in(page).warnings;
    ASSERT_EQ(warnings.size(), 1u) << page;
    EXPECT_EQ(warnings[0].code, "not-published");
    EXPECT_EQ(warnings[0].at.line, line) << page;
  }
  EXPECT_EQ(take_in("---\nTitle: Hugo folds case\n---\n").meta.title, "Hugo folds case");
  EXPECT_EQ(take_in("---\nsummary: ''\nexcerpt: Short\n---\n").meta.description, "Short");
  EXPECT_EQ(take_in("No front matter").meta.title, "");
}

}  // namespace
}  // namespace aushang::ingest
