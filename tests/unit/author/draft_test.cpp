#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "confirming.h"

namespace aushang::author {
namespace {

using base::Json;

constexpr std::string_view k_two_positions =
    "# Jobs\n\n## Doctoral students\n\n### Your profile\n\nYou have a degree in physics or mathematics.\n\n"
    "### How to apply\n\nSend your CV and a cover letter to jobs@logic.example with the subject \"PhD "
    "7\".\n\n"
    "## Assistants\n\n### Requirements\n\nExperience with Python is required.\n\n"
    "### How to apply\n\nSend your CV and transcripts to jobs@logic.example with the subject \"Assistant "
    "7\".\n";

/// The ids in a list of the drafted position of that number; "all" where it has no list.
std::string ids(const Json& check, std::size_t position, std::string_view list) {
  const Json* positions = check.find("positions");
  if (positions == nullptr || positions->array() == nullptr || positions->array()->size() <= position)
    return "no such position";
  const Json* own = (*positions->array())[position].find(list);
  if (own == nullptr) return "all";
  std::string out;
  for (const Json& id : *own->array()) out += (out.empty() ? "" : " ") + *id.string();
  return out;
}

TEST(Draft, APositionAsksForWhatStandsUnderItsHeading) {
  const Posted posted{std::string(k_two_positions)};
  const Json check = posted.json();
  EXPECT_EQ(ids(check, 0, "materials"), "cv cover_letter");
  EXPECT_EQ(ids(check, 1, "materials"), "cv transcripts");
  EXPECT_EQ(ids(check, 0, "criteria"), "asked_position1");
  EXPECT_EQ(ids(check, 1, "criteria"), "asked_position2");
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Draft, ThePositionAndItsTagAreConfirmedOneByOne) {
  Posted posted{std::string(k_two_positions)};
  for (const char* id : {"position:position1", "position:position1/tag"}) {
    ASSERT_TRUE(point_of(posted.points(), id)->is_open) << id;
    EXPECT_EQ(posted.step(std::string(R"({"do": "keep", "point": ")") + id + R"("})"), "");
    EXPECT_FALSE(point_of(posted.points(), id)->is_open) << id;
  }
  EXPECT_TRUE(point_of(posted.points(), "position:position2/tag")->is_open);
  EXPECT_EQ(posted.step(R"({"do": "keep", "point": "position:position2"})"), "");
  EXPECT_TRUE(point_of(posted.points(), "position:position2/tag")->is_open) << posted.check;
}

TEST(Draft, DocumentsAndTagAreCalledAsTheyAreInAList) {
  const Posted posted{
      std::string("# Stelle\n\n## Ihre Bewerbung\n\nBitte senden Sie Ihre Bewerbung mit Anschreiben, "
                  "Zeugnissen und, falls "
                  "vorhanden, dem Nachweis einer Schwerbehinderung unter Angabe der **Kennziffer 27/V** im "
                  "Betreff bis zum "
                  "**31.07.2027** in einer PDF-Datei an a@b.example.\n")};
  std::string labels;
  const Json check = posted.json();
  for (const Json& one : *check.find("materials")->array())
    labels += *one.find("label")->string() + " (" + *one.find("required")->string() + ")\n";
  EXPECT_EQ(labels,
            "Anschreiben (yes)\nZeugnisse (yes)\nNachweis einer Schwerbehinderung (if_any)\n"
            "Alles in einer PDF-Datei (yes)\n");
  EXPECT_EQ(*check.find("apply")->find("subject")->find("contains")->string(), "Kennziffer 27/V");
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Draft, WhatIsAddedLaterIsForThePositionAboveItToo) {
  Posted posted{std::string(k_two_positions)};
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "document:transcripts"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "document", "quote": "transcripts"})"), "");
  EXPECT_EQ(ids(posted.json(), 0, "materials"), "cv cover_letter");
  EXPECT_EQ(ids(posted.json(), 1, "materials"), "cv transcripts");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "rule:asked_position2"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "is required"})"), "");
  EXPECT_EQ(ids(posted.json(), 0, "criteria"), "asked_position1") << "it is asked of the assistants alone";
  EXPECT_EQ(ids(posted.json(), 1, "criteria"), "asked") << posted.check;
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "You have a degree"})"), "");
  EXPECT_EQ(said(posted.points(), "rule:asked", "rule"), "\"skills\"");
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Draft, WhatStandsUnderNoneIsForAllPositions) {
  const Posted posted{"# Jobs\n\nA degree in physics is required.\n\nPlease send your CV.\n\n" +
                      std::string(k_two_positions.substr(k_two_positions.find("## Doctoral")))};
  const Json check = posted.json();
  EXPECT_EQ(ids(check, 1, "materials"), "cv transcripts");
  EXPECT_EQ(ids(check, 0, "criteria"), "asked asked_position1");
  EXPECT_EQ(ids(check, 1, "criteria"), "asked asked_position2");
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Draft, PositionsThatAskForTheSameHaveNoLists) {
  const Posted posted{
      "# Jobs\n\nPlease send your CV to jobs@logic.example.\n\n## Doctoral students\n\nThe subject is "
      "\"PhD 7\".\n\n## Assistants\n\nThe subject is \"Assistant 7\".\n"};
  const Json check = posted.json();
  EXPECT_EQ(ids(check, 1, "materials"), "all");
  EXPECT_EQ(ids(check, 1, "criteria"), "all");
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Draft, OnlyAPositionsOwnQuestionsCountAgainstItsLimit) {
  std::string page = "# Jobs\n\n";
  for (const std::string name : {"Alpha", "Beta", "Gamma"}) {
    page += "## " + name + " group\n\n### Requirements\n\n- A Master's degree in " + name +
            " physics\n- Experience with " + name + " lasers\n- Fluent English for " + name +
            "\n\n### How to apply\n\nSend your CV to jobs@logic.example with the subject \"" + name +
            " 7\".\n\n";
  }
  const Posted posted{page};
  const Json check = posted.json();
  ASSERT_EQ(check.find("positions")->array()->size(), 3u);
  EXPECT_GT(check.find("questions")->array()->size(), 6u);
  EXPECT_EQ(ids(check, 2, "criteria"), "asked_position3");
  EXPECT_TRUE(posted.errors().empty());
}

}  // namespace
}  // namespace aushang::author
