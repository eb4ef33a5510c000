#include "main/arguments.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aushang::cli {
namespace {

using Words = std::vector<std::string>;

TEST(Arguments, TakeValuesAfterASpaceOrAnEqualsSign) {
  const Arguments a({"--to", "text", "x.md", "-o=dist", "--json"}, {"--to=", "-o=", "--json"});
  EXPECT_EQ(a.value("--to"), "text");
  EXPECT_EQ(a.value("-o"), "dist");
  EXPECT_TRUE(a.has("--json"));
  EXPECT_EQ(a.rest, Words{"x.md"});
  EXPECT_TRUE(a.mistakes.empty());
}

TEST(Arguments, SayEveryMistake) {
  const Arguments a({"--jsn", "--json=1", "--to", "a", "--to", "b", "-o"}, {"--to=", "-o=", "--json"});
  ASSERT_EQ(a.mistakes.size(), 4u);
  EXPECT_EQ(a.mistakes[0], "there is no option --jsn; did you mean --json?");
  EXPECT_EQ(a.mistakes[1], "--json takes no value.");
  EXPECT_EQ(a.mistakes[2], "--to is given twice.");
  EXPECT_EQ(a.mistakes[3], "-o needs a value after it.");
}

TEST(Arguments, SomeOptionsMayRepeat) {
  const Arguments a({"--attach", "x", "--attach", "y"}, {"--attach="}, {"--attach"});
  EXPECT_EQ(a.values("--attach"), (Words{"x", "y"}));
  EXPECT_TRUE(a.mistakes.empty());
}

TEST(Arguments, DoubleDashEndsOptionsAndADashIsAFile) {
  const Arguments a({"-", "--", "--to"}, {"--to="});
  EXPECT_EQ(a.rest, (Words{"-", "--to"}));
  EXPECT_TRUE(a.mistakes.empty());
}

}  // namespace
}  // namespace aushang::cli
