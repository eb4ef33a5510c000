// Pages as people wrote them. They are read where they are, never copied here.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/text.h"
#include "support.h"

namespace aushang::ingest {
namespace {

using test::shared_file;

#define SKIP_WITHOUT(content) \
  if ((content).empty()) GTEST_SKIP() << "the folder with real pages, " << AUSHANG_SHARED_DIR << ", is absent"

/// Without "<!-- … -->".
std::string without_comments(std::string page) {
  for (std::size_t begin = page.find("<!--"); begin != std::string::npos; begin = page.find("<!--")) {
    const std::size_t end = page.find("-->", begin);
    if (end == std::string::npos) break;
    page.erase(begin, end + 3 - begin);
  }
  return page;
}

std::string front_matter_title(std::string_view page) {
  const auto lines = base::split_lines(page);
  for (std::size_t i = 1; i < lines.size() && lines[i] != "---" && lines[i] != "+++"; ++i) {
    const std::size_t sign = lines[i].find_first_of(":=");
    if (sign == std::string_view::npos || base::trim(lines[i].substr(0, sign)) != "title") continue;
    std::string_view value = base::trim(lines[i].substr(sign + 1));
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\''))
      value = value.substr(1, value.size() - 2);
    return std::string(value);
  }
  return {};
}

TEST(RealPages, TheSeedComesOutUntouchedButForItsFrontMatter) {
  const std::string page = shared_file("seed/phd_2.md");
  SKIP_WITHOUT(page);
  const Page taken = test::take_in(page);
  const std::size_t fence = page.find("\n---\n");
  const std::string plain = page.substr(fence + 5);
  EXPECT_EQ(test::visible_text(taken.markdown), test::visible_text(plain));
  EXPECT_EQ(test::addresses(taken.markdown), test::addresses(plain));
  EXPECT_EQ(taken.meta.title, front_matter_title(page));
  EXPECT_TRUE(taken.meta.published);
  EXPECT_TRUE(taken.warnings.empty());
}

TEST(RealPages, AllKeepTheirTitlesAndAddressesAndLoseTheirHtml) {
  const std::string truth = shared_file("postings/truth.json");
  SKIP_WITHOUT(truth);
  const auto pages = base::parse_json(truth, "truth.json");
  ASSERT_TRUE(pages.ok());
  ASSERT_EQ(pages->array()->size(), 24u);
  for (const base::Json& one : *pages->array()) {
    const std::string& name = *one.find("file")->string();
    SCOPED_TRACE(name);
    const std::string page = shared_file("postings/" + name);
    ASSERT_FALSE(page.empty());
    const Page taken = test::take_in(page);

    EXPECT_EQ(taken.meta.title, front_matter_title(page));
    if (const base::Json* title = one.find("title");
        title->string() != nullptr && front_matter_title(page) == *title->string()) {
      EXPECT_EQ(taken.meta.title, *title->string());
    }
    const std::string shown = without_comments(page);
    for (const base::Json& email : *one.find("emails")->array()) {
      const std::string& address = *email.find("addr")->string();
      if (address.find('@') == std::string::npos) continue;  // a template's name
      if (shown.find(address) != std::string::npos) {
        EXPECT_NE(taken.markdown.find(address), std::string::npos) << address;
      } else if (page.find(address) != std::string::npos) {
        EXPECT_EQ(taken.markdown.find(address), std::string::npos) << address << " stands in a comment only";
      }
    }
    EXPECT_EQ(taken.markdown.find("<!--"), std::string::npos);
    EXPECT_FALSE(test::has_raw_html(taken.markdown));
    EXPECT_EQ(test::take_in(taken.markdown).markdown, taken.markdown);
  }
}

}  // namespace
}  // namespace aushang::ingest
