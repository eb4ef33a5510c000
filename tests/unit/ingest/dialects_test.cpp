// Notations of generators, and mistakes that real pages make: what each comes out as, and what is said about
// it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ingest/ingest.h"
#include "support.h"

namespace aushang::ingest {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  const std::string all = content_of(file);
  std::vector<std::string> out;
  for (const std::string_view line : base::split_lines(all)) {
    if (!line.empty()) out.emplace_back(line);
  }
  return out;
}

/// Each NAME.md of tests/fixtures/dialects: NAME.canonical.md is what it comes out as, NAME.warnings.txt what
/// is said.
template <class Function>
void for_each_case(Function check) {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(AUSHANG_SOURCE_DIR "/tests/fixtures/dialects")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".md") || name.ends_with(".canonical.md")) continue;
    SCOPED_TRACE(name);
    std::filesystem::path canonical = entry.path(), warnings = entry.path();
    check(content_of(entry.path()), content_of(canonical.replace_extension(".canonical.md")),
          lines_of(warnings.replace_extension(".warnings.txt")));
    ++count;
  }
  EXPECT_GT(count, 40u);
}

TEST(Dialects, ComeOutAsTheirAuthorsMeanThem) {
  for_each_case(
      [](const std::string& page, const std::string& markdown, const std::vector<std::string>& warnings) {
        EXPECT_EQ(test::take_in(page).markdown, markdown);
        EXPECT_EQ(test::warnings_of(page), warnings);
      });
}

TEST(Dialects, ComeOutTheSameWhenReadAgainAndSayNothingNew) {
  for_each_case([](const std::string& page, const std::string& markdown, const std::vector<std::string>&) {
    const Page once = test::take_in(page), again = test::take_in(markdown);
    EXPECT_EQ(again.markdown, markdown);
    for (const base::Diagnostic& one : again.warnings) {
      const bool known =
          std::any_of(once.warnings.begin(), once.warnings.end(),
                      [&](const base::Diagnostic& before) { return before.message == one.message; });
      EXPECT_TRUE(known) << one.message;
    }
  });
}

TEST(Dialects, WorkInBlocksOfHtmlToo) {
  EXPECT_EQ(test::take_in("<p>1~2 and 2~3, https://x.example/~a/~b</p>\n").markdown,
            "1\\~2 and 2\\~3, [https://x.example/\\~a/\\~b](https://x.example/\\~a/\\~b)\n");
  EXPECT_EQ(test::take_in("<p>As $a_1 * b$ and x[^n].</p>\n\n[^n]: Note.\n").markdown,
            "As `$a_1 * b$` and x[\\[1\\]](#fn-n). {#fnref-n}\n\n1. Note. [↩](#fnref-n) {#fn-n}\n");
}

TEST(Dialects, ATitleIsWordsAlone) {
  EXPECT_EQ(test::take_in("---\ntitle: \"PhD <br> in <b>Bogs</b> &amp; fens\"\n---\n").meta.title,
            "PhD in Bogs & fens");
  EXPECT_EQ(test::take_in("+++\ntitle = \"A &mdash; B\"\n+++\n").meta.title, "A — B");
  EXPECT_EQ(test::take_in("Title: Two posts\nAuthor: Bo\nStatus: draft\n\nText.\n").meta.title, "Two posts");
  EXPECT_EQ(test::take_in("Date: 2027-02-01\nTitle: A post\n  in two lines\n\nx\n").meta.title,
            "A post in two lines");
}

TEST(Dialects, WarningsNameTheThingWhole) {
  const auto messages =
      test::take_in("{{ site.data.team['de x'].mail }} {{< email user=\"ada\" >}}").warnings;
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_NE(messages[0].message.find("{{ site.data.team['de x'].mail }}"), std::string::npos);
  EXPECT_NE(messages[1].message.find("“email user=\"ada\"”"), std::string::npos);
}

}  // namespace
}  // namespace aushang::ingest
