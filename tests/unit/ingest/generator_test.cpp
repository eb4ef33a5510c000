#include "ingest/generator.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "ingest/ingest.h"
#include "support.h"

namespace aushang::ingest {
namespace {

/// "name, address, language" of a configuration.
std::string said(std::string_view file, std::string_view text) {
  const Generator found = read_generator(file, std::string(text));
  return found.name + ", " + found.address + ", " + found.language;
}

TEST(Generator, SaysWhatTheSiteIsCalledWhereItIsAndInWhichLanguage) {
  EXPECT_EQ(
      said("_config.yml", "title: Logic Group\nurl: https://logic.example\nbaseurl: /group\nlang: de_DE\n"),
      "Logic Group, https://logic.example, de-DE");
  EXPECT_EQ(
      said("hugo.toml",
           "title = 'Bogs'\nbaseURL = 'https://bogs.example/'\nlanguageCode = 'en-gb'\n[params]\na = 1\n"),
      "Bogs, https://bogs.example/, en-gb");
  EXPECT_EQ(said("hugo.yaml", "title: Bogs\ndefaultContentLanguage: fr\n"), "Bogs, , fr");
  EXPECT_EQ(said("_quarto.yml",
                 "project:\n  type: website\nlang: de\nwebsite:\n  title: \"Lab\"\n  site-url: "
                 "https://lab.example\n"),
            "Lab, https://lab.example, de");
  EXPECT_EQ(
      said("mkdocs.yml",
           "site_name: Docs\nsite_url: https://docs.example/\ntheme:\n  name: material\n  language: de\n"
           "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.twemoji\n"),
      "Docs, https://docs.example/, de");
  EXPECT_EQ(
      said("conf.py",
           "import os\n\nproject = 'Fens'\nlanguage = \"de\"\nhtml_baseurl = 'https://fens.example/'\n"),
      "Fens, https://fens.example/, de");
  EXPECT_EQ(said("pelicanconf.py", "SITENAME = 'Moor'\nSITEURL = ''\nDEFAULT_LANG = 'de'\n"), "Moor, , de");
}

TEST(Generator, SaysNothingWhereNothingCanBeUnderstood) {
  for (const char* text :
       {"", "- a\n- b\n", "a: [", "\xFF\xFE", "lang: English\n", "url: /team\n", "{{{", "= 1"}) {
    for (const std::string_view file : k_generator_files)
      EXPECT_TRUE(read_generator(file, text).says_nothing()) << file << ": " << text;
  }
  EXPECT_EQ(said("_config.yml", "title: A: b\nlang: de\n"), "A: b, , de") << "line by line";
}

Page in_site(std::string_view page, std::string_view file, std::string_view config) {
  auto result = ingest(page, "page.md", read_generator(file, std::string(config)));
  EXPECT_TRUE(result.ok());
  return result.ok() ? std::move(result).value() : Page{};
}

TEST(Generator, GivesTemplatesTheirValues) {
  const auto body = [](std::string_view page, std::string_view file, std::string_view config) {
    return in_site(page, file, config).markdown;
  };
  EXPECT_EQ(body("{{ site.email }}, {{ site.team[0].name }}, {{ site.title | escape }}", "_config.yml",
                 "title: Lab\nemail: a@b.example\nteam:\n  - name: Ada\n"),
            "a@b.example, Ada, Lab\n");
  EXPECT_EQ(body("{{ config.site_name }}", "mkdocs.yml", "site_name: Docs\n"), "Docs\n");
  EXPECT_EQ(body("+++\nroom = \"5\"\n[params]\ntown = \"Ulm\"\n+++\n{{< param room >}}, {{% param \"town\" "
                 "%}}, {{< param "
                 "hall >}}",
                 "hugo.toml", "title = 'x'\n[params]\nhall = 'B'\ntown = 'Bonn'\n"),
            "5, Ulm, B\n");
  const Page unknown = in_site("{{ site.phone }}x", "_config.yml", "title: Lab\n");
  ASSERT_EQ(unknown.warnings.size(), 1u);
  EXPECT_EQ(unknown.warnings.front().code, "liquid-value");
}

TEST(Generator, BreaksLinesWhereTheSiteDoes) {
  for (const auto& [file, config] :
       {std::pair<std::string_view, std::string_view>{"_config.yml", "kramdown:\n  hard_wrap: true\n"},
        {"hugo.toml", "[markup.goldmark.renderer]\nhardWraps = true\n"},
        {"mkdocs.yml", "markdown_extensions:\n  - toc\n  - nl2br\n"},
        {"_quarto.yml", "from: markdown+hard_line_breaks\n"}}) {
    EXPECT_EQ(in_site("a\nb\n\n- c\n  d", file, config).markdown, "a\\\nb\n\n- c\\\n  d\n") << file;
  }
  EXPECT_EQ(in_site("a\nb", "_config.yml", "kramdown:\n  hard_wrap: false\n").markdown, "a b\n");
}

TEST(Generator, ThePagesOwnLanguageComesFirst) {
  EXPECT_EQ(in_site("---\nlang: fr\n---\nx", "_config.yml", "lang: de\n").meta.language, "fr");
  EXPECT_EQ(in_site("---\ntitle: x\n---\nx", "_config.yml", "lang: de\n").meta.language, "de");
}

}  // namespace
}  // namespace aushang::ingest
