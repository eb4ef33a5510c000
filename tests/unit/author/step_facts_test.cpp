#include <gtest/gtest.h>

#include <string>

#include "confirming.h"

namespace aushang::author {
namespace {

TEST(StepFacts, AreAddedChangedAndDropped) {
  Posted posted("# A position\n\nWrite to ann@group.example.\n",
                "{\"version\": 1, \"apply\": {\"to\": [\"ann@group.example\"]}}\n");
  const auto add = [&](std::string kind, std::string set) {
    return posted.step(R"({"do": "add", "kind": ")" + kind + R"(", "set": )" + set + "}");
  };
  EXPECT_NE(add("place", R"({"city": "Jena", "country": "Germany"})").find("did you mean \"DE\""),
            std::string::npos);
  EXPECT_EQ(add("place", R"({"city": "", "country": null})"),
            "a place needs a city or a country; drop it if there is to be none.");
  EXPECT_EQ(add("start", "{}"), "say what is to be added.");
  EXPECT_EQ(add("employment", R"({"value": ""})"),
            "an employment can't be empty; drop it if there is to be none.");
  EXPECT_NE(add("start", R"({"value": "in spring"})"), "");
  ASSERT_EQ(add("start", R"({"value": "2027-06-01"})"), "");
  ASSERT_EQ(add("place", R"({"city": "Jena", "country": "DE"})"), "");
  ASSERT_EQ(add("employment", R"({"value": "part_time"})"), "");
  EXPECT_EQ(
      posted.check,
      R"({"version": 1, "facts": {"place": {"city": "Jena", "country": "DE"}, "employment": "part_time", )"
      R"("start": "2027-06-01"}, "apply": {"to": ["ann@group.example"]}})"
      "\n");
  EXPECT_NE(add("place", R"({"city": "Ulm"})").find("has a place already"), std::string::npos);
  ASSERT_EQ(
      posted.step(
          R"({"do": "change", "point": "place", "set": {"city": "Ulm", "country": ""}, "was": {"city": "Jena"}})"),
      "");
  ASSERT_EQ(posted.step(R"({"do": "change", "point": "employment", "set": {"value": "full_time"}})"), "");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "start"})"), "");
  EXPECT_EQ(posted.check, R"({"version": 1, "facts": {"place": {"city": "Ulm"}, "employment": "full_time"}, )"
                          R"("apply": {"to": ["ann@group.example"]}})"
                          "\n");
  for (const char* id : {"place", "employment"})
    ASSERT_EQ(posted.step(std::string(R"({"do": "drop", "point": ")") + id + R"("})"), "");
  EXPECT_EQ(posted.check, "{\"version\": 1, \"apply\": {\"to\": [\"ann@group.example\"]}}\n");
}

}  // namespace
}  // namespace aushang::author
