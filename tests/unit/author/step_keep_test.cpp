// Several points kept in one step.
#include <gtest/gtest.h>

#include <string>

#include "confirming.h"

namespace aushang::author {
namespace {

TEST(Step, SeveralAreKeptAtOnce) {
  Posted posted{std::string(k_logic_page)};
  Posted one_by_one{std::string(k_logic_page)};
  EXPECT_EQ(posted.step(R"({"do": "keep", "points": ["tag", "document:cv", "deadline", "rule:asked"]})"), "");
  for (const char* id : {"rule:asked", "deadline", "document:cv", "tag"})
    EXPECT_EQ(one_by_one.step(R"({"do": "keep", "point": ")" + std::string(id) + "\"}"), "");
  EXPECT_EQ(posted.check, one_by_one.check) << "in any order";
  const std::string before = posted.check;
  EXPECT_EQ(posted.step(R"({"do": "keep", "points": ["address", "document:x"]})"),
            "check.json has no \"document:x\", or not any more. Look at it again.");
  EXPECT_EQ(posted.check, before) << "all of them, or none";
}

}  // namespace
}  // namespace aushang::author
