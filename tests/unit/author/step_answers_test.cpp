// The answers of a question, which of them count, and how check.json says so.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "confirming.h"

namespace aushang::author {
namespace {

/// A question and the logic of its clause, in a file.
Posted asking(const std::string& question, const std::string& logic, const std::string& more = "") {
  return Posted(std::string(k_logic_page), R"({"version": 1, "apply": {"to": ["ann@group.example"]},
 "questions": [{"id": "q", "label": "A master's degree?", )" +
                                               question + R"(}],
 "clauses": [{"id": "degree", "quote": "a master's degree", "label": "Degree", "logic": )" +
                                               logic + R"(}],
 "criteria": [{"id": "asked", "level": "must", "label": "Asked", "logic": {"var": "degree"}}])" +
                                               more + "}\n");
}

const std::string k_three =
    R"("type": "one", "options": [{"value": "yes"}, {"value": "soon", "label": {"en": "Soon", "de": "Bald"}, "reachable": true}, {"value": "no"}])";

std::string answers(const std::string& question, const std::string& logic) {
  return said(asking(question, logic).points(), "question:q", "answers");
}

/// The question's own part and the clause's logic once its answers are these, or what is said against it.
std::string changed(const std::string& question, const std::string& logic, const std::string& set) {
  Posted posted = asking(question, logic);
  const std::string refused =
      posted.step(R"({"do": "change", "point": "question:q", "set": {"answers": )" + set + "}}");
  if (!refused.empty()) return refused;
  EXPECT_TRUE(posted.errors().empty()) << posted.check;
  const base::Json json = posted.json();
  const base::Json& now = (*json.find("questions")->array())[0];
  base::JsonObject own = *now.object();
  own.erase(own.begin(), own.begin() + 2);  // id and label
  return base::write_json(base::Json(own)) + "\n" +
         base::write_json(*(*json.find("clauses")->array())[0].find("logic"));
}

TEST(StepAnswers, AreSaidWithThoseThatCount) {
  EXPECT_EQ(answers(R"("type": "yes_no")", R"({"var": "q"})"),
            R"({"type":"yes_no","options":[{"value":"yes","label":"Yes","counts":true},)"
            R"({"value":"no","label":"No","counts":false}]})");
  EXPECT_EQ(answers(k_three, R"({"in": [{"var": "q"}, ["yes", "soon"]]})"),
            R"({"type":"one","options":[{"value":"yes","label":"Yes","counts":true},)"
            R"({"value":"soon","label":"Soon","counts":true,"reachable":true},)"
            R"({"value":"no","label":"No","counts":false}]})");
  EXPECT_EQ(answers(R"("type": "many", "none_of_these": true, "options": [{"value": "a", "label": "A"}])",
                    R"({"some": [{"var": "q"}, {"in": [{"var": ""}, ["a"]]}]})"),
            R"({"type":"many","options":[{"value":"a","label":"A","counts":true}]})");
}

TEST(StepAnswers, WhatSaysMoreThanAListIsLeftAlone) {
  for (const char* logic : {R"({"!=": [{"var": "q"}, "no"]})",
                            R"({"or": [{"==": [{"var": "q"}, "yes"]}, {"==": [{"var": "q"}, "soon"]}]})",
                            R"({"==": [{"var": "q"}, "yes"], "$comment": "by hand"})"}) {
    EXPECT_EQ(answers(k_three, logic), "null") << logic;
    EXPECT_NE(
        changed(k_three, logic, R"({"type": "yes_no", "options": []})").find("is said in more than a list"),
        std::string::npos);
    EXPECT_NE(said(asking(k_three, logic).points(), "question:q", "counts"), "nothing") << "told in words";
  }
  EXPECT_EQ(answers(R"("type": "number")", R"({">": [{"var": "q"}, 1]})"), "null");
}

TEST(StepAnswers, AreChangedAndTheClauseWithThem) {
  EXPECT_EQ(
      changed(k_three, R"({"==": [{"var": "q"}, "yes"]})",
              R"({"type": "one", "options": [{"value": "yes", "label": "Yes", "counts": true},
                        {"value": "soon", "label": "In a year", "counts": true}, {"label": "Another one"}]})"),
      R"({"type":"one","options":[{"value":"yes"},{"value":"soon","label":{"en":"In a year","de":"Bald"}},)"
      R"({"value":"another_one","label":"Another one"}]})"
      "\n"
      R"({"in":[{"var":"q"},["yes","soon"]]})");
  EXPECT_EQ(
      changed(R"("type": "yes_no", "help": "Why")", R"({"var": "q"})",
              R"({"type": "one", "options": [{"value": "yes", "label": "Yes", "counts": true},
                        {"label": "一", "reachable": true}, {"value": "no", "label": "Nope"}]})"),
      R"({"type":"one","help":"Why","options":[{"value":"yes"},{"value":"answer","label":"一","reachable":true},)"
      R"({"value":"no","label":"Nope"}]})"
      "\n"
      R"({"==":[{"var":"q"},"yes"]})");
  EXPECT_EQ(
      changed(
          k_three, R"({"==": [{"var": "q"}, "yes"]})",
          R"({"type": "many", "options": [{"label": "Logic", "counts": true}, {"label": "Logic", "counts": true}]})"),
      R"({"type":"many","options":[{"value":"logic","label":"Logic"},{"value":"logic2","label":"Logic"}],)"
      R"("none_of_these":true})"
      "\n"
      R"({"some":[{"var":"q"},{"in":[{"var":""},["logic","logic2"]]}]})");
  EXPECT_EQ(
      changed(
          k_three, R"({"==": [{"var": "q"}, "yes"]})",
          R"({"type": "yes_no", "options": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No", "counts": true}]})"),
      R"({"type":"yes_no"})"
      "\n"
      R"({"!":{"var":"q"}})");
}

TEST(StepAnswers, TheClauseStaysAsItIsWrittenWhereTheSameCount) {
  EXPECT_EQ(changed(k_three, R"({"in": [{"var": "q"}, ["soon", "yes"]]})",
                    R"({"type": "one", "options": [{"value": "yes", "label": "Sure", "counts": true},
                        {"value": "soon", "label": "Soon", "counts": true, "reachable": true}, {"value": "no", "label": "No"}]})"),
            R"({"type":"one","options":[{"value":"yes","label":"Sure"},)"
            R"({"value":"soon","label":{"en":"Soon","de":"Bald"},"reachable":true},{"value":"no"}]})"
            "\n"
            R"({"in":[{"var":"q"},["soon","yes"]]})");
}

TEST(StepAnswers, WhatCannotBeIsRefused) {
  const auto refused = [](const char* set) {
    return changed(k_three, R"({"==": [{"var": "q"}, "yes"]})", set);
  };
  EXPECT_EQ(refused(R"({"type": "number", "options": []})"),
            R"(the "type" of "answers" is one of "yes_no", "one" or "many".)");
  EXPECT_EQ(refused(R"({"type": "one"})"), R"(the "options" of "answers" are a list.)");
  EXPECT_EQ(refused(R"({"type": "one", "options": [{"value": "yes"}]})"),
            "each answer needs words; write some.");
  EXPECT_EQ(refused(R"({"type": "one", "options": [{"label": "Yes"}, {"label": "No"}]})"),
            "no answer counts, so nobody could meet this; choose one that does.");
  EXPECT_NE(refused(R"({"type": "one", "options": [{"label": "Yes", "counts": true}]})").find("two options"),
            std::string::npos);
  EXPECT_EQ(refused(R"({"type": "yes_no", "options": [{"value": "yes", "label": "Yes", "counts": true}]})"),
            "a question of yes and no has these two answers alone.");
  EXPECT_NE(refused(R"("yes")"), "");
}

TEST(StepAnswers, AnAnswerThatARuleNeedsStays) {
  Posted posted =
      asking(k_three, R"({"==": [{"var": "q"}, "yes"]})", R"(, "materials": [{"id": "cv", "kind": "cv",
 "stage": "now", "required": "yes", "label": "CV", "when": {"==": [{"var": "q"}, "soon"]}}])");
  const std::string refused =
      posted.step(R"({"do": "change", "point": "question:q", "set": {"answers": {"type": "one",
 "options": [{"value": "yes", "label": "Yes", "counts": true}, {"value": "no", "label": "No"}]}}})");
  EXPECT_NE(refused.find("\"soon\""), std::string::npos) << refused;
}

TEST(StepAnswers, WithoutAClauseNothingIsSaidToCount) {
  Posted posted(std::string(k_logic_page), R"({"version": 1, "apply": {"to": ["ann@group.example"]},
 "questions": [{"id": "q", "label": "How?", )" +
                                               k_three + "}]}\n");
  EXPECT_EQ(said(posted.points(), "question:q", "answers").find("counts"), std::string::npos);
  EXPECT_EQ(posted.step(R"({"do": "change", "point": "question:q", "set": {"answers": {"type": "one",
 "options": [{"label": "A"}, {"label": "B"}]}}})"),
            "");
  EXPECT_NE(base::write_json(posted.json()).find(R"([{"value":"a","label":"A"},{"value":"b","label":"B"}])"),
            std::string::npos)
      << posted.check;
}

TEST(StepAnswers, TheClauseIsNamedAndQuotesOtherWords) {
  Posted posted = asking(k_three, R"({"==": [{"var": "q"}, "yes"]})");
  EXPECT_EQ(said(posted.points(), "question:q", "clause"), "\"Degree\"");
  EXPECT_EQ(said(posted.points(), "question:q", "quote"), "\"a master's degree\"");
  ASSERT_EQ(
      posted.step(
          R"({"do": "change", "point": "question:q", "set": {"clause": "Any degree", "quote": "some research experience"}})"),
      "");
  EXPECT_NE(posted.check.find(R"("quote": "some research experience", "label": "Any degree")"),
            std::string::npos)
      << posted.check;
  EXPECT_NE(
      posted.step(R"({"do": "change", "point": "question:q", "set": {"quote": "nowhere"}})").find("isn't on"),
      std::string::npos);
}

TEST(StepAnswers, WhereSeveralClausesRestOnItTheyAreChangedInTheFile) {
  Posted posted(std::string(k_logic_page), R"({"version": 1, "apply": {"to": ["ann@group.example"]},
 "questions": [{"id": "q", "type": "yes_no", "label": "Both?"}],
 "clauses": [{"id": "a", "label": "A", "logic": {"var": "q"}}, {"id": "b", "label": "B", "logic": {"!": {"var": "q"}}}]})");
  EXPECT_EQ(said(posted.points(), "question:q", "clause"), "nothing");
  EXPECT_EQ(
      posted.step(R"({"do": "change", "point": "question:q", "set": {"clause": "C"}})"),
      "more than one phrase, or none, rests on \"Both?\" (check.json, line 2); change them in the file.");
}

TEST(StepAnswers, ANewQuestionMayHaveThem) {
  Posted posted(std::string(k_logic_page),
                "{\"version\": 1, \"apply\": {\"to\": [\"ann@group.example\"]}}\n");
  ASSERT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "a master's degree", "set": {"answers":
 {"type": "one", "options": [{"label": "MSc", "counts": true}, {"label": "BSc"}]}}})"),
            "");
  EXPECT_EQ(said(posted.points(), "question:has_degree", "answers"),
            R"({"type":"one","options":[{"value":"msc","label":"MSc","counts":true},)"
            R"({"value":"bsc","label":"BSc","counts":false}]})");
}

}  // namespace
}  // namespace aushang::author
