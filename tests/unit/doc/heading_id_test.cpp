#include "doc/heading_id.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace aushang::doc {
namespace {

TEST(HeadingIds, AreLowerCaseWordsJoinedByDashes) {
  HeadingIds ids;
  EXPECT_EQ(ids.make("What we offer"), "what-we-offer");
  EXPECT_EQ(ids.make("PDE/SDE & Ph.D.!"), "pdesde-phd");
  EXPECT_EQ(ids.make("Über uns"), "über-uns");
  EXPECT_EQ(ids.make("応募方法"), "応募方法");
  EXPECT_EQ(ids.make("  - a  —  b "), "a-b");
}

TEST(HeadingIds, AreUniqueWhateverTheHeadings) {
  HeadingIds ids;
  std::set<std::string> seen;
  for (const char* heading : {"a", "a", "a-1", "a", "A 1", "", "", "section", "a-1-1", "a-1"}) {
    EXPECT_TRUE(seen.insert(ids.make(heading)).second) << heading;
  }
}

TEST(HeadingIds, StayOutOfThePagesOwnNames) {
  HeadingIds ids;
  EXPECT_FALSE(ids.make("au-apply").starts_with("au-"));
  EXPECT_FALSE(ids.make("AU apply").starts_with("au-"));
}

TEST(HeadingIds, AreShortAndFastForManyEqualOnes) {
  HeadingIds ids;
  EXPECT_LE(ids.make(std::string(100000, 'x')).size(), 100u);
  std::set<std::string> seen;
  for (int i = 0; i < 20000; ++i) EXPECT_TRUE(seen.insert(ids.make("same")).second);
}

}  // namespace
}  // namespace aushang::doc
