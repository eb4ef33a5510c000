#include "doc/find.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "doc/parse.h"

namespace aushang::doc {
namespace {

std::vector<std::string> found(std::string_view markdown, std::string_view phrase) {
  const base::Result<Document> document = parse(markdown);
  std::vector<std::string> out;
  for (const Range range : find_phrase(*document, phrase)) out.emplace_back(document->slice(range));
  return out;
}

using Found = std::vector<std::string>;

TEST(Find, SeesWhatAReaderSeesAcrossMarkupAndLines) {
  EXPECT_EQ(found("with **a master's\ndegree** and", "a master's degree and"),
            Found{"a master's degree and"});
  EXPECT_EQ(found("see [our page](x.html) now", "our page now"), Found{"our page now"});
  EXPECT_EQ(found("`code` and &amp; more", "code and & more"), Found{"code and & more"});
}

TEST(Find, FoldsTypographyAndSpaces) {
  EXPECT_EQ(found("a master’s degree", "a master's degree"), Found{"a master’s degree"});
  EXPECT_EQ(found("1–2 pages", "1-2 pages"), Found{"1–2 pages"});
  EXPECT_EQ(found("“good” … yes", "\"good\" ... yes"), Found{"“good” … yes"});
  EXPECT_EQ(found("so\xC2\xA0much", "so  much"), Found{"so\xC2\xA0much"});
  EXPECT_EQ(found("soft\xC2\xADhyphen", "softhyphen"), Found{"soft\xC2\xADhyphen"});
}

TEST(Find, FindsEveryOccurrenceAndOverlaps) {
  EXPECT_EQ(found("aaa", "aa").size(), 2u);
  EXPECT_EQ(found("a b a", "a").size(), 2u);
  EXPECT_TRUE(found("Degree", "degree").empty()) << "case counts";
  EXPECT_TRUE(found("x", "").empty());
  EXPECT_TRUE(found("", "x").empty());
}

TEST(Find, MayRunOverListItems) { EXPECT_EQ(found("- one\n- two\n", "one two").size(), 1u); }

TEST(Find, StopsAtItsLimit) {
  const base::Result<Document> document = parse(std::string(1000, 'a'));
  EXPECT_EQ(find_phrase(*document, "a", 7).size(), 7u);
}

}  // namespace
}  // namespace aushang::doc
