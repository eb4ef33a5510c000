#include "author/step.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "confirming.h"

namespace aushang::author {
namespace {

/// Written by hand: comments, odd layout, rules that say more.
constexpr std::string_view k_by_hand = R"({
    "version" : 1, "$comment": "by hand",

    "apply": {"to": ["ann@group.example",   "bob@group.example"],   "$comment": "both read it",
              "subject": {"contains": "[logic-1]"}, "deadline": {"date": "2027-03-01", "time": "12:00"}},
    "questions": [
        {"id": "degree", "type": "yes_no", "label": {"de": "Haben Sie einen Master?", "en": "A master's degree?"}},
        {"id": "python", "type": "yes_no", "label": "Python?", "$comment": "kept short"},
        {"id": "years",  "type": "number", "label": "Years?"} ],
    "clauses": [
        {"id": "master", "quote": "a master's degree", "label": "Master", "evidence": ["transcripts"], "logic": {"var": "degree"}},
        {"id": "code",   "quote": "Knowledge of Python", "label": "Python", "evidence": ["cv", "work"], "logic": {"var": "python"}},
        {"id": "long",   "quote": "some research experience", "label": "Years", "logic": {">=": [{"var": "years"}, 1]}},
        {"id": "both",   "quote": "industrial experience", "label": "Both",
         "logic": {"or": [{"var": "code"}, {"var": "long"}]}}
    ],
    "criteria": [
        {"id": "asked", "level": "must", "label": "Asked",
         "logic": {"or": [{"and": [{"var": "master"}, {"var": "long"}]}, {"var": "both"}]}},
        {"id": "liked", "level": "should", "label": "Liked", "logic": {"var": "code"}}
    ],
    "materials": [
        {"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "quote": "CV"},
        {"id": "grades", "kind": "transcripts", "stage": "now", "required": "yes", "label": "Grades",
         "when": {"!": {"var": "degree"}}},
        {"id": "work", "kind": "other", "stage": "now", "required": "yes", "label": "Work"}
    ],
    "positions": [
        {"id": "a", "label": "A", "materials": ["cv", "grades"], "criteria": ["liked", "asked"]},
        {"id": "b", "label": "B", "materials": [],   "criteria": ["liked"]}
    ]
})";

Posted by_hand() { return Posted(std::string(k_logic_page), std::string(k_by_hand)); }

/// The lines that differ, "-" those of before and "+" those of now, as far as both texts begin and end alike.
std::string difference(const std::string& before, const std::string& now) {
  const std::vector<std::string_view> a = base::split_lines(before), b = base::split_lines(now);
  std::size_t begin = 0, end = 0;
  while (begin < a.size() && begin < b.size() && a[begin] == b[begin]) ++begin;
  while (end + begin < a.size() && end + begin < b.size() && a[a.size() - 1 - end] == b[b.size() - 1 - end])
    ++end;
  std::string out;
  for (std::size_t i = begin; i + end < a.size(); ++i) out += "-" + std::string(a[i]) + "\n";
  for (std::size_t i = begin; i + end < b.size(); ++i) out += "+" + std::string(b[i]) + "\n";
  return out;
}

/// What a step changes in the file written by hand, or what is said against it.
std::string done_by_hand(std::string_view step) {
  Posted posted = by_hand();
  const std::string refused = posted.step(step);
  EXPECT_EQ(refused.empty(), posted.check != k_by_hand) << refused;
  EXPECT_TRUE(posted.errors().empty()) << posted.errors().front().message;
  return refused.empty() ? difference(std::string(k_by_hand), posted.check) : refused;
}

TEST(Step, TheFileByHandHasNoErrors) { EXPECT_TRUE(by_hand().errors().empty()); }

TEST(Step, KeepTakesTheCommentAlone) {
  Posted posted{std::string(k_logic_page)};
  const std::string before = posted.check;
  EXPECT_EQ(posted.step(R"({"do": "keep", "point": "document:cv"})"), "");
  EXPECT_EQ(difference(before, posted.check), "-      \"$comment\": \"Confirm: line 14\",\n");
  const std::string once = posted.check;
  EXPECT_EQ(posted.step(R"({"do": "keep", "point": "document:cv"})"), "");
  EXPECT_EQ(posted.check, once) << "a second time there is nothing to do";
  EXPECT_EQ(posted.step(R"({"do": "keep", "point": "tag"})"), "");
  EXPECT_EQ(difference(once, posted.check),
            "-    \"$comment\": \"Confirm: address ann@group.example (line 17); tag [logic-1] (line 17); "
            "inquiries bob@group.example (line 17); deadline 2027-03-01 (line 17)\",\n"
            "+    \"$comment\": \"Confirm: address ann@group.example (line 17); inquiries bob@group.example "
            "(line 17); deadline 2027-03-01 (line "
            "17)\",\n");
}

TEST(Step, ChangeSetsValuesAndConfirms) {
  Posted posted{std::string(k_logic_page)};
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "deadline", "set": {"value": "until_filled"}})"), "");
  EXPECT_EQ(
      posted.step(
          R"({"do": "change", "point": "document:transcripts", "set": {"material": "certificates", "label": "Papers", "required": "yes", "stage": "later"}})"),
      "");
  EXPECT_EQ(
      posted.step(
          R"({"do": "change", "point": "rule:asked", "set": {"rule": {"all": ["degree", {"one": ["industry", "field"]}]}, "level": "should"}})"),
      "");
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "organization", "set": {"value": "Group"}})"), "");
  const Points now = posted.points();
  EXPECT_EQ(said(now, "deadline", "value"), "\"until_filled\"");
  EXPECT_EQ(said(now, "document:transcripts", "material"), "\"certificates\"");
  EXPECT_EQ(said(now, "document:transcripts", "label"), "\"Papers\"");
  EXPECT_EQ(said(now, "rule:asked", "rule"), R"({"all":["degree",{"one":["industry","field"]}]})");
  EXPECT_EQ(said(now, "rule:asked", "level"), "\"should\"");
  for (const char* id : {"deadline", "document:transcripts", "rule:asked", "organization"})
    EXPECT_FALSE(point_of(now, id)->is_open) << id;
  EXPECT_TRUE(point_of(now, "tag")->is_open);
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Step, ChangeLeavesTheRestAsItIsWritten) {
  EXPECT_EQ(done_by_hand(R"({"do": "change", "point": "deadline", "set": {"value": "2027-03-02"}})"),
            "-              \"subject\": {\"contains\": \"[logic-1]\"}, \"deadline\": {\"date\": "
            "\"2027-03-01\", \"time\": \"12:00\"}},\n"
            "+              \"subject\": {\"contains\": \"[logic-1]\"}, \"deadline\": {\"date\": "
            "\"2027-03-02\", \"time\": \"12:00\"}},\n");
  EXPECT_EQ(
      done_by_hand(
          R"({"do": "change", "point": "address:bob@group.example", "set": {"value": "secretary@group.example"}})"),
      "-    \"apply\": {\"to\": [\"ann@group.example\",   \"bob@group.example\"],   \"$comment\": \"both "
      "read it\",\n"
      "+    \"apply\": {\"to\": [\"ann@group.example\",   \"secretary@group.example\"],   \"$comment\": "
      "\"both read "
      "it\",\n");
  EXPECT_EQ(done_by_hand(R"({"do": "change", "point": "question:degree", "set": {"label": "A master?"}})"),
            "-        {\"id\": \"degree\", \"type\": \"yes_no\", \"label\": {\"de\": \"Haben Sie einen "
            "Master?\", \"en\": \"A master's degree?\"}},\n"
            "+        {\"id\": \"degree\", \"type\": \"yes_no\", \"label\": {\"de\": \"Haben Sie einen "
            "Master?\", \"en\": \"A master?\"}},\n");
  EXPECT_EQ(done_by_hand(
                R"({"do": "change", "point": "document:work", "set": {"quote": "two reference  letters"}})"),
            "-        {\"id\": \"work\", \"kind\": \"other\", \"stage\": \"now\", \"required\": \"yes\", "
            "\"label\": \"Work\"}\n"
            "+        {\"id\": \"work\", \"kind\": \"other\", \"stage\": \"now\", \"required\": \"yes\", "
            "\"label\": \"Work\", \"quote\": \"two reference letters\"}\n");
}

TEST(Step, EvidenceByKindStaysThatOfTheDocument) {
  EXPECT_EQ(
      done_by_hand(R"({"do": "change", "point": "document:grades", "set": {"material": "certificates"}})")
              .find("[\"grades\"]") != std::string::npos,
      true);
}

TEST(Step, ADocumentGoesWithWhatNamesIt) {
  Posted posted = by_hand();
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "document:grades"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "document:work"})"), "");
  EXPECT_TRUE(posted.errors().empty());
  EXPECT_NE(posted.check.find(R"("label": "Master", "logic")"), std::string::npos) << "no empty evidence";
  EXPECT_NE(posted.check.find(R"("evidence": ["cv"], "logic")"), std::string::npos);
  EXPECT_NE(posted.check.find(R"("materials": ["cv"], "criteria": ["liked", "asked"])"), std::string::npos);
}

TEST(Step, AQuestionGoesWithItsClausesAndTheseOutOfRules) {
  Posted posted = by_hand();
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "question:python"})"), "");
  EXPECT_TRUE(posted.errors().empty());
  const Points points = posted.points();
  EXPECT_EQ(point_of(points, "rule:liked"), nullptr) << "nothing is left of it";
  EXPECT_NE(posted.check.find(R"("logic": {"var": "long"})"), std::string::npos) << "one route of two";
  EXPECT_NE(posted.check.find(R"("criteria": ["asked"])"), std::string::npos);
  EXPECT_NE(posted.check.find(R"("materials": [],   "criteria": [])"), std::string::npos)
      << "asks for nothing still";
  EXPECT_EQ(posted.check.find("code"), std::string::npos);
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "question:years"})"), "");
  EXPECT_EQ(said(posted.points(), "rule:asked", "rule"), "\"master\"")
      << "also out of what is made of it alone";
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "question:degree"})"), "");
  EXPECT_EQ(posted.check.find("when"), std::string::npos);
  EXPECT_NE(posted.check.find("\"criteria\": []"), std::string::npos);
  EXPECT_NE(posted.check.find("\"$comment\": \"by hand\""), std::string::npos);
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Step, ARuleThatSaysMoreIsNeverGuessed) {
  std::string text(k_by_hand);
  const std::string simple = R"({"or": [{"and": [{"var": "master"}, {"var": "long"}]}, {"var": "both"}]})";
  text.replace(text.find(simple), simple.size(),
               R"({"if": [{"var": "master"}, {"var": "long"}, {"var": "both"}]})");
  Posted posted(std::string(k_logic_page), text);
  EXPECT_EQ(posted.step(R"({"do": "drop", "point": "question:degree"})"),
            "the rule of \"Asked\" (check.json, line 19) says more about this than \"all of\" and \"one "
            "of\", so it is unclear what stays "
            "of it without \"A master's degree?\". Change that rule in the file first.");
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "rule:asked", "set": {"rule": "master"}})"),
            "the rule of \"Asked\" (check.json, line 18) says more than \"all of\" and \"one of\"; change it "
            "in the file.");
  EXPECT_EQ(posted.check, text);
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "background in logic"})"), "")
      << "that and more is clear";
  EXPECT_NE(
      posted.check.find(
          R"({"and": [{"if": [{"var": "master"}, {"var": "long"}, {"var": "both"}]}, {"var": "skills"}]})"),
      std::string::npos)
      << posted.check;
}

TEST(Step, AddsWhatTheWordsSay) {
  Posted posted(
      std::string(k_logic_page),
      "{\n\t\"version\": 1,\n\t\"apply\": {\"to\": [\"your.name@example.org\"], \"deadline\": null}\n}");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "document", "quote": "two reference letters"})"), "");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "document", "quote": "transcripts"})"), "");
  EXPECT_EQ(
      posted.step(
          R"({"do": "add", "kind": "document", "quote": "Please send", "set": {"material": "thesis", "label": "Thesis"}})"),
      "");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "a master's\n degree"})"), "");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "Python"})"), "");
  EXPECT_EQ(
      posted.step(
          R"({"do": "add", "kind": "note", "quote": "does not require German", "set": {"label": "No German"}})"),
      "");
  EXPECT_EQ(
      posted.step(
          R"({"do": "add", "kind": "rule", "set": {"level": "should", "label": "Wish", "rule": {"one": ["skills", "degree"]}}})"),
      "");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "address", "set": {"value": "ann@group.example"}})"), "");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "tag", "set": {"value": "[logic-1]"}})"), "");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "deadline", "set": {"value": "2027-03-01"}})"), "");
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "portal", "set": {"value": "https://jobs.example/7"}})"),
            "");
  EXPECT_EQ(posted.check, R"({
	"version": 1,
	"apply": {"to": ["ann@group.example"], "portal": "https://jobs.example/7", "subject": {"contains": "[logic-1]"}, "deadline": {"date": "2027-03-01"}},
	"questions": [{"id": "has_degree", "type": "yes_no", "label": "Do you have a master's degree?"},
		{"id": "has_skills", "type": "yes_no", "label": "Do you know Python?"}],
	"clauses": [{"id": "degree", "quote": "a master's degree", "label": "A master's degree", "logic": {"var": "has_degree"}},
		{"id": "skills", "quote": "Python", "label": "Python", "logic": {"var": "has_skills"}}],
	"criteria": [{"id": "asked", "level": "must", "label": "What is asked", "logic": {"var": "degree"}},
		{"id": "liked", "level": "should", "label": "What they would like", "logic": {"var": "skills"}},
		{"id": "liked2", "level": "should", "label": "Wish", "logic": {"or": [{"var": "skills"}, {"var": "degree"}]}}],
	"notes": [{"id": "note1", "quote": "does not require German", "label": "No German"}],
	"materials": [
		{
			"id": "reference_letters",
			"kind": "reference_letters",
			"stage": "later",
			"required": "yes",
			"label": "Two reference letters",
			"quote": "two reference letters"
		},
		{
			"id": "transcripts",
			"kind": "transcripts",
			"stage": "now",
			"required": "if_any",
			"label": "Transcripts",
			"quote": "transcripts"
		},
		{"id": "thesis", "kind": "thesis", "stage": "now", "required": "yes", "label": "Thesis", "quote": "Please send"}
	]
})");
  EXPECT_TRUE(posted.errors().empty());
}

/// The lists in which positions of the file name what they ask for.
std::string lists(const Posted& posted, std::string_view list) {
  std::string out;
  const base::Json json = posted.json();
  for (const base::Json& one : *json.find("positions")->array()) {
    const base::Json* own = one.find(list);
    out += *one.find("id")->string() + " " + (own != nullptr ? base::write_json(*own) : "all") + "; ";
  }
  return out;
}

/// With a third position that asks for all.
Posted three_positions() {
  const std::string end = R"("materials": [],   "criteria": ["liked"]})";
  std::string text(k_by_hand);
  text.replace(text.find(end), end.size(), end + R"(, {"id": "c", "label": "C"})");
  return Posted(std::string(k_logic_page), text);
}

TEST(Step, WhatIsAddedIsAskedForByEveryPosition) {
  Posted posted = three_positions();
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "document", "quote": "two reference letters"})"), "");
  EXPECT_EQ(lists(posted, "materials"),
            R"(a ["cv","grades","reference_letters"]; b ["reference_letters"]; c all; )");
  EXPECT_EQ(said(posted.points(), "document:reference_letters", "positions"), R"(["a","b","c"])");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "rule", "set": {"level": "should", "rule": "master"}})"),
            "");
  EXPECT_EQ(lists(posted, "criteria"), R"(a ["liked","asked","liked2"]; b ["liked","liked2"]; c all; )");
  EXPECT_EQ(said(posted.points(), "rule:liked2", "positions"), R"(["a","b","c"])");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "document:reference_letters"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "rule:liked2"})"), "");
  EXPECT_EQ(posted.check, three_positions().check) << "what is dropped is in no list";
}

TEST(Step, WhichPositionsAskForItIsChosen) {
  Posted posted = three_positions();
  EXPECT_EQ(said(posted.points(), "document:grades", "positions"), R"(["a","c"])");
  ASSERT_EQ(
      posted.step(
          R"({"do": "add", "kind": "document", "quote": "two reference letters", "set": {"positions": ["a"]}})"),
      "");
  EXPECT_EQ(lists(posted, "materials"),
            R"(a ["cv","grades","reference_letters"]; b []; c ["cv","grades","work"]; )");
  ASSERT_EQ(
      posted.step(
          R"({"do": "change", "point": "rule:asked", "set": {"positions": ["b", "c"]}, "was": {"positions": ["a", "c"]}})"),
      "");
  EXPECT_EQ(lists(posted, "criteria"), R"(a ["liked"]; b ["liked","asked"]; c all; )");
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "rule:asked", "set": {"positions": []}})"),
            "nobody would be asked for it; name at least one position, or drop it.");
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "rule:asked", "set": {"positions": ["bb"]}})"),
            "no position has the id \"bb\"; did you mean \"b\"?");
}

TEST(Step, WhatAPositionAsksForIsChosenAtOnce) {
  Posted posted = three_positions();
  EXPECT_EQ(said(posted.points(), "position:a", "materials"), R"(["cv","grades"])");
  EXPECT_EQ(said(posted.points(), "position:c", "criteria"), R"(["asked","liked"])");
  ASSERT_EQ(
      posted.step(
          R"({"do": "change", "point": "position:c", "set": {"materials": ["cv"], "criteria": []}, "was": {"materials": ["cv", "grades", "work"]}})"),
      "");
  EXPECT_EQ(lists(posted, "materials"), R"(a ["cv","grades"]; b []; c ["cv"]; )");
  EXPECT_EQ(lists(posted, "criteria"), R"(a ["liked","asked"]; b ["liked"]; c []; )");
  EXPECT_NE(posted.step(R"({"do": "change", "point": "position:c", "set": {"materials": ["cvv"]}})"), "");
  ASSERT_EQ(
      posted.step(
          R"({"do": "add", "kind": "position", "set": {"label": "D", "materials": ["cv"], "criteria": ["asked", "liked"]}})"),
      "");
  EXPECT_NE(posted.check.find(R"({"id": "position4", "label": "D", "materials": ["cv"]})"), std::string::npos)
      << "all is what is asked for without a list\n"
      << posted.check;
}

TEST(Step, AQuestionIsAskedForEachPositionThatHasRules) {
  Posted posted = three_positions();
  const std::string question = R"({"do": "add", "kind": "question", "quote": "background in logic"})";
  ASSERT_EQ(posted.step(question), "");
  EXPECT_EQ(said(posted.points(), "rule:asked", "rule"),
            R"({"all":[{"one":[{"all":["master","long"]},"both"]},"skills"]})");
  EXPECT_EQ(said(posted.points(), "rule:asked2", "rule"), "\"skills\"") << "b has no rule that is a must";
  EXPECT_EQ(lists(posted, "criteria"), R"(a ["liked","asked"]; b ["liked","asked2"]; c ["asked","liked"]; )");
  EXPECT_EQ(said(posted.points(), "question:has_skills", "positions"), R"(["a","b","c"])");

  std::string nothing(k_by_hand);
  nothing.replace(nothing.find(R"("criteria": ["liked"])"), 21, R"("criteria": [])");
  Posted one(std::string(k_logic_page), nothing);
  ASSERT_EQ(one.step(question), "");
  EXPECT_EQ(lists(one, "criteria"), R"(a ["liked","asked"]; b []; )") << "what asks for nothing goes on to";
  EXPECT_EQ(said(one.points(), "question:has_skills", "positions"), R"(["a"])");
  nothing.replace(nothing.find(R"("criteria": ["liked", "asked"])"), 30, R"("criteria": [])");
  Posted none(std::string(k_logic_page), nothing);
  ASSERT_EQ(none.step(question), "");
  EXPECT_EQ(lists(none, "criteria"), R"(a ["asked2"]; b ["asked2"]; )") << "else nobody would see it";
}

TEST(Step, AWayToApplyIsAddedForOnePositionOrForAll) {
  Posted posted = three_positions();
  const auto add = [&](const char* kind, const char* position, const char* value) {
    return posted.step(R"({"do": "add", "kind": ")" + std::string(kind) + R"(", )" +
                       (*position != 0 ? R"("position": ")" + std::string(position) + R"(", )" : "") +
                       R"("set": {"value": ")" + value + "\"}}");
  };
  EXPECT_EQ(add("tag", "c", "[logic-1]"), "");
  EXPECT_EQ(add("deadline", "c", "2027-03-01"), "");
  EXPECT_EQ(add("address", "c", "bob@group.example"), "");
  EXPECT_NE(
      posted.check.find(
          R"({"id": "c", "label": "C", "to": ["bob@group.example"], "subject": {"contains": "[logic-1]"}, "deadline": {"date": "2027-03-01"}})"),
      std::string::npos)
      << posted.check;
  EXPECT_EQ(said(posted.points(), "position:c/tag", "value"), "\"[logic-1]\"");
  EXPECT_EQ(add("tag", "c", "x"), "\"C\" has a tag already (line 30); change that one.");
  EXPECT_EQ(add("portal", "c", "https://jobs.example"), "a position can't have a portal of its own.");
  EXPECT_EQ(add("tag", "a", "[a]"), "");
  EXPECT_EQ(add("tag", "b", "[b]"), "");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "tag"})"), "");
  EXPECT_EQ(add("tag", "", "[logic-1]"),
            "each position has a tag of its own, so this one would be nobody's; change those.");
  EXPECT_EQ(add("deadline", "", "2027-03-01"),
            "check.json has a deadline already (line 5); change that one.");
}

TEST(Step, PositionsAndTheOrganizationAreAdded) {
  Posted posted(std::string(k_logic_page),
                "{\"version\": 1, \"apply\": {\"to\": [\"ann@group.example\"]}}\n");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "position", "set": {"label": "Doctoral student"}})"), "");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "position", "quote": "selected\n candidates"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "organization", "set": {"value": "Logic Group"}})"), "");
  EXPECT_EQ(
      posted.check,
      R"({"version": 1, "facts": {"organization": {"name": "Logic Group"}}, "apply": {"to": ["ann@group.example"]}, )"
      R"("positions": [{"id": "position1", "label": "Doctoral student"}, {"id": "position2", "label": "Selected candidates"}]})"
      "\n");
}

TEST(Step, NewNamesAreFree) {
  Posted posted{std::string(k_logic_page)};
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "master's degree"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "document", "quote": "- CV", "set": {"material": "cv"}})"),
            "\"- CV\" isn't on the page; mark the words there.");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "document", "quote": "CV"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "drop", "point": "question:has_degree"})"), "");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "a master's degree"})"), "");
  const Points points = posted.points();
  for (const char* id : {"question:has_degree", "question:has_degree2", "document:cv", "document:cv2"})
    EXPECT_NE(point_of(points, id), nullptr) << id;
  EXPECT_TRUE(posted.errors().empty());
}

TEST(Step, WhatCanNotBeDoneIsSaidInASentence) {
  Posted posted{std::string(k_logic_page)};
  const std::string before = posted.check;
  const struct {
    std::string_view step, words;
  } cases[] = {
      {R"({"do": "keep", "point": "nothing"})", "check.json has no \"nothing\""},
      {R"({"do": "keep"})", "\"point\" is missing"},
      {R"({"do": "keep", "points": []})", "a point"},
      {R"({"do": "keep", "points": [7]})", "a string"},
      {R"({"do": "drop", "points": ["tag"]})", "\"point\" is missing"},
      {R"({"do": "kep", "point": "tag"})", "did you mean \"keep\"?"},
      {R"({"do": "keep", "point": "tag", "sett": {}})", "did you mean \"set\"?"},
      {R"({"do": "keep", "point": "tag")", "still open"},
      {R"(["keep"])", "\"do\": \"keep\""},
      {R"({"do": "change", "point": "tag", "set": 5})", "an object such as"},
      {R"({"do": "change", "point": "tag", "set": {"label": "x"}})", "can't set the \"label\" of a tag"},
      {R"({"do": "change", "point": "tag", "set": {"mode": "exact"}})", "\"contains\""},
      {R"({"do": "change", "point": "tag", "set": {"value": " x"}})", "begins or ends with a space"},
      {R"({"do": "change", "point": "tag", "set": {"value": ["x"]}})", "string"},
      {R"({"do": "change", "point": "tag", "set": {"value": "x"}, "was": {"value": "[logic-2]"}})",
       "its \"value\" is \"[logic-1]\" there, not \"[logic-2]\""},
      {R"({"do": "drop", "point": "tag", "was": {"value": "[logic-2]"}})", "Look at it again"},
      {R"({"do": "change", "point": "address", "set": {"value": "ann"}})", "isn't an e-mail address"},
      {R"({"do": "change", "point": "address", "set": {"value": "anne@group.example"}})",
       "Set the wrong one right"},
      {R"({"do": "change", "point": "deadline", "set": {"value": "2027-02-30"}})", "2027-02-30"},
      {R"({"do": "change", "point": "document:cv", "set": {"required": "maybe"}})", "\"if_any\""},
      {R"({"do": "change", "point": "document:cv", "set": {"material": "cvv"}})", "did you mean \"cv\"?"},
      {R"({"do": "change", "point": "document:cv", "set": {"label": ""}})", ""},
      {R"({"do": "change", "point": "rule:asked", "set": {"rule": "degre"}})", "did you mean \"degree\"?"},
      {R"({"do": "drop", "point": "address"})", "nobody can apply"},
      {R"({"do": "add", "kind": "question", "quote": "experience"})",
       "is on the page 2 times (lines 7 and 8); mark a few words more"},
      {R"({"do": "add", "kind": "note", "quote": "Haskell"})", "isn't on the page"},
      {R"({"do": "add", "kind": "question"})", "mark some"},
      {R"({"do": "add", "kind": "tag", "set": {"value": "x"}})", "has a tag already (line "},
      {R"({"do": "add", "kind": "tag"})", "no \"value\""},
      {R"({"do": "add", "kind": "address", "set": {"value": "ann@group.example"}})", "twice"},
      {R"({"do": "add", "kind": "position"})", "what the position is called"},
      {R"({"do": "add", "kind": "organization", "set": {"value": "x"}})", "has an organization already"},
      {R"({"do": "add", "kind": "tag", "position": "a", "set": {"value": "x"}})", "has no position \"a\""},
      {R"({"do": "change", "point": "document:cv", "set": {"positions": ["a"]}})", "no position has the id"},
      {R"({"do": "add", "kind": "document"})", "quote the words"},
      {R"({"do": "add", "kind": "document", "quote": "CV", "set": {"quote": "CV"}})",
       "can't set the \"quote\""},
      {R"({"do": "add", "kind": "rule", "set": {"level": "should"}})", "a rule is the id of a clause"},
  };
  for (const auto& one : cases) {
    const std::string said = posted.step(one.step);
    EXPECT_NE(said, "") << one.step;
    EXPECT_NE(said.find(one.words), std::string::npos) << one.step << "\n" << said;
    EXPECT_EQ(posted.check, before) << one.step;
  }
}

TEST(Step, AFileWithErrorsIsMendedOneByOne) {
  Posted posted(std::string(k_logic_page),
                R"({"version": 1, "apply": {"to": ["ann"], "deadline": "2027-03-01"},
"materials": [{"id": "cv", "kind": "vita", "stage": "now", "required": "yes", "label": "CV", "quote": "Vita"}]})");
  EXPECT_EQ(posted.errors().size(), 4u);
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "address", "set": {"value": "ann@group.example"}})"),
            "");
  EXPECT_NE(posted.step(R"({"do": "change", "point": "document:cv", "set": {"stage": "soon"}})"), "");
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "deadline", "set": {"value": "2027-03-01"}})"), "");
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "document:cv", "set": {"material": "cv"}})"), "");
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "document:cv", "set": {"quote": "CV"}})"), "");
  EXPECT_EQ(posted.errors().size(), 0u);
}

TEST(Step, ATranslationStays) {
  Posted posted(file_of_source("assets/postings/phd-ot/posting.md"),
                file_of_source("assets/postings/phd-ot/check.json"));
  posted.add_page("de", file_of_source("assets/postings/phd-ot/posting.de.md"));
  const std::string before = posted.check;
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "document:cv", "set": {"label": "Vita"}})"), "");
  EXPECT_EQ(difference(before, posted.check).find("Lebenslauf") != std::string::npos, true);
  EXPECT_NE(posted.check.find(R"("label": {"en": "Vita", "de": )"), std::string::npos)
      << difference(before, posted.check);
}

}  // namespace
}  // namespace aushang::author
