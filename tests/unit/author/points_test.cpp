#include "author/points.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/guesses.h"
#include "author/simple_rule.h"
#include "author/tell_rule.h"
#include "confirming.h"

namespace aushang::author {
namespace {

std::string ids(const Points& points) {
  std::string out;
  for (const Point& one : points.points) out += (out.empty() ? "" : " ") + one.id + (one.is_open ? "?" : "");
  return out;
}

std::string missing(const Points& points) {
  std::string out;
  for (const base::Json& one : points.missing)
    out += (out.empty() ? "" : ", ") + *one.find("kind")->string() + " " + *one.find("label")->string();
  return out;
}

TEST(Points, AreAllThatInitGuessed) {
  const Posted posted{std::string(k_logic_page)};
  const Points points = posted.points();
  EXPECT_EQ(ids(points),
            "address? tag? deadline? inquiry? organization? document:cv? document:transcripts? "
            "document:reference_letters? "
            "question:has_field? question:has_degree? question:has_experience? question:has_industry? "
            "question:has_skills? note:note1? rule:asked? rule:liked?");
  EXPECT_EQ(missing(points), "");
  EXPECT_EQ(points.language, "en");
  const Point& tag = *point_of(points, "tag");
  EXPECT_EQ(tag.why, "line 17");
  EXPECT_EQ(tag.at_page->line, 17u);
  EXPECT_EQ(said(points, "tag", "value"), "\"[logic-1]\"");
  EXPECT_EQ(said(points, "address", "choices"), R"(["ann@group.example","bob@group.example"])");
  EXPECT_EQ(said(points, "deadline", "value"), "\"2027-03-01\"");
  EXPECT_EQ(said(points, "document:transcripts", "required"), "\"if_any\"");
  EXPECT_EQ(said(points, "question:has_degree", "options"), R"(["Yes","I expect it soon","No"])");
  EXPECT_EQ(said(points, "question:has_degree", "phrases"),
            R"([{"clause":"degree","quote":"a master's degree"}])");
  EXPECT_EQ(said(points, "rule:asked", "rule"),
            R"({"one":[{"all":["field","degree","experience"]},"industry"]})");
  EXPECT_EQ(said(points, "rule:asked", "shown"),
            "\"(“Logic or statistics” and “A master's degree” and “Some research experience”) or “Industrial "
            "experience”\"");
}

TEST(Points, OfEveryGuessThereIsOneAndItsCommentIsItsOwn) {
  Posted posted{std::string(k_logic_page)};
  for (const Point& one : posted.points().points) {
    ASSERT_TRUE(one.is_open) << one.id;
    ASSERT_EQ(posted.step("{\"do\": \"keep\", \"point\": \"" + one.id + "\"}"), "");
    const Points now = posted.points();
    EXPECT_FALSE(point_of(now, one.id)->is_open) << one.id;
  }
  EXPECT_EQ(posted.check.find("$comment"), std::string::npos) << posted.check;
}

TEST(Points, SayWhatCheckDoubts) {
  Posted posted(std::string(k_logic_page),
                R"({"version": 1, "facts": {"posted": "soon"}, "apply": {"to": ["an@group.example"]},
"materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "quote": "Vita"},
 {"kind": "cv"}]})");
  const Points points = posted.points();
  EXPECT_EQ(ids(points), "address document:cv document:#2") << "a file with errors has points";
  ASSERT_EQ(point_of(points, "document:cv")->doubts.size(), 1u);
  EXPECT_NE(point_of(points, "document:cv")->doubts[0].find("isn't on the page"), std::string::npos);
  EXPECT_EQ(point_of(points, "document:#2")->doubts.size(), 4u) << "of what is missing in it";
  ASSERT_EQ(points.doubts.size(), 1u) << "what is about no point isn't lost";
  EXPECT_NE(points.doubts[0].find("soon"), std::string::npos);
  posted.check = R"({"version": 1, "apply": {"to": ["an@group.example"], "deadline": null}})";
  const Points differing = posted.points();
  ASSERT_EQ(point_of(differing, "address")->doubts.size(), 1u) << "as does what differs from the page";
  EXPECT_NE(point_of(differing, "deadline")->doubts[0].find("until when"), std::string::npos);
  EXPECT_EQ(missing(differing),
            "address ann@group.example, tag [logic-1], inquiry bob@group.example, deadline 2027-03-01, "
            "document CV, document "
            "Transcripts, document "
            "Reference letters, question Logic or statistics, question A master's degree, question Some "
            "research "
            "experience, question Industrial experience, note Does not require German, question Knowledge of "
            "Python");
}

TEST(Points, WhatIsMissingIsTheStepThatAddsIt) {
  Posted posted(std::string(k_logic_page),
                "{\"version\": 1, \"apply\": {\"to\": [\"bob@group.example\"]}}\n");
  const base::JsonArray steps = posted.points().missing;
  ASSERT_GT(steps.size(), 8u);
  for (const base::Json& one : steps) {
    EXPECT_GT(*one.find("at_page")->find("line")->number(), 0) << base::write_json(one);
    EXPECT_EQ(posted.step(base::write_json(one)), "") << base::write_json(one);
  }
  EXPECT_EQ(missing(posted.points()), "");
}

TEST(Points, AnItemThatNothingAsksForIsMissingUntilItIsQuoted) {
  Posted posted(
      "# Post\n\n## Requirements\n\n- A PhD\n- Willingness to travel by train\n\n## How to "
      "apply\n\nSend a CV to ann@group.example.\n");
  ASSERT_EQ(missing(posted.points()), "question Willingness to travel by train")
      << "not a guess, but offered";
  EXPECT_EQ(posted.step(R"({"do": "add", "kind": "question", "quote": "travel by train"})"), "");
  EXPECT_EQ(missing(posted.points()), "") << "some of its words are enough";
}

TEST(Points, APageThatSaysItIsClosedMissesThatInTheFile) {
  Posted posted("The position has been filled.\n\n# Old post\n\nWrite to ann@group.example.",
                R"({"version": 1, "apply": {"to": ["ann@group.example"]}})");
  ASSERT_EQ(missing(posted.points()), "closed closed");
  EXPECT_EQ(posted.step(base::write_json(posted.points().missing[0])), "");
  EXPECT_EQ(said(posted.points(), "closed", "value"), "true");
  EXPECT_EQ(missing(posted.points()), "");
}

TEST(Points, APositionHasItsOwn) {
  const Posted posted(
      std::string(k_logic_page),
      R"({"version": 1, "apply": {"to": ["ann@group.example", "bob@group.example"], "subject": {"contains": "x"}},
"positions": [{"$comment": "Confirm: line 3", "id": "a", "label": "A", "to": ["bob@group.example"], "subject": {"contains": "[logic-1]"}, "deadline": "until_filled"}]})");
  EXPECT_EQ(ids(posted.points()),
            "address address:bob@group.example tag position:a? position:a/address position:a/tag "
            "position:a/deadline");
}

TEST(Points, TextsAreThoseOfThePagesOwnLanguage) {
  const Posted posted(
      "# Place\nSend your CV.",
      R"({"version": 1, "apply": {"to": ["ann@group.example"]}, "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes",
 "label": {"de": "Lebenslauf", "en-GB": "Vita"}, "quote": {"de": ["ein", "zwei"], "en": ["CV", "Send"]}}]})");
  const Points points = posted.points();
  EXPECT_EQ(said(points, "document:cv", "label"), "\"Vita\"");
  EXPECT_EQ(said(points, "document:cv", "quote"), "\"CV\"");
}

TEST(Points, ATagOfAllAndThoseOfPositionsAreGuessedAndMissed) {
  const std::string page =
      "# Two posts\n\nThe subject of each mail contains [all-7].\n\n## Postdoc\n\nSubject: [post-1].\n\n## "
      "Doctoral "
      "student\n\nSubject: [phd-2].\n\n## How to apply\n\nSend a CV to ann@group.example by 1 March 2027.\n";
  Posted posted(page);
  EXPECT_NE(posted.check.find(R"("to": ["ann@group.example"],)"), std::string::npos) << posted.check;
  const Points drafted = posted.points();
  for (const char* id : {"position:position1/tag", "position:position2/tag"})
    EXPECT_NE(point_of(drafted, id), nullptr) << id << posted.check;
  posted.check =
      R"({"version": 1, "apply": {"to": ["ann@group.example"]}, "positions": [{"id": "a", "label": "Postdoc", "materials": []},
 {"id": "b", "label": "Doctoral student", "deadline": "until_filled"}]})";
  EXPECT_EQ(missing(posted.points()), "tag [post-1], tag [phd-2], deadline 2027-03-01, document CV");
  for (const base::Json& one : base::JsonArray(posted.points().missing))
    EXPECT_EQ(posted.step(base::write_json(one)), "") << base::write_json(one);
  EXPECT_EQ(missing(posted.points()), "");
  EXPECT_EQ(said(posted.points(), "position:a/tag", "value"), "\"[post-1]\"");
  EXPECT_EQ(said(posted.points(), "position:b/tag", "value"), "\"[phd-2]\"");
  EXPECT_EQ(said(posted.points(), "document:cv", "positions"), R"(["a","b"])");
}

base::Json from(std::string_view text) { return *base::parse_json(text, "t.json"); }

TEST(Guesses, ATagMayHoldWhatStandsBetweenThem) {
  base::Json apply = from(
      R"-({"$comment": "Confirm: address a@b.example (line 1), spelt out there; tag [a; b] (line 2); closed (line 3)", "to": ["a@b.example"]})-");
  EXPECT_EQ(guess_in_apply(apply, Guess::tag), "line 2");
  EXPECT_EQ(guess_in_apply(apply, Guess::address, "a@b.example"), "line 1, spelt out there");
  EXPECT_EQ(guess_in_apply(apply, Guess::deadline), std::nullopt);
  confirm_in_apply(apply, Guess::tag);
  EXPECT_EQ(*apply.find("$comment")->string(),
            "Confirm: address a@b.example (line 1), spelt out there; closed (line 3)");
  confirm_in_apply(apply, Guess::closed);
  confirm_in_apply(apply, Guess::address, "a@b.example");
  EXPECT_EQ(apply.find("$comment"), nullptr);
}

TEST(Guesses, OfAnAddressThatIsGoneTheFirstIsToBeConfirmed) {
  const base::Json apply = from(
      R"-({"$comment": "Confirm: address a@b.example (line 1); address b@b.example (line 2)", "to": ["c@b.example", "b@b.example"]})-");
  EXPECT_EQ(guess_in_apply(apply, Guess::address, "c@b.example"), "line 1");
  EXPECT_EQ(guess_in_apply(apply, Guess::address, "b@b.example"), "line 2");
}

const Names k_clauses = {"a", "b", "c", "d"};

TEST(SimpleRule, SaysTheSameBothWays) {
  for (const char* rule :
       {R"("a")", R"({"all":["a","b"]})", R"({"one":["a",{"all":["b",{"one":["c","d"]}]}]})",
        R"({"all":["a"]})", R"({"all":[{"all":["a","b"]},"c"]})"}) {
    const base::Result<base::Json> logic = logic_of(from(rule), k_clauses);
    ASSERT_TRUE(logic.ok()) << rule;
    const std::optional<base::Json> again = simple_rule(*logic, k_clauses);
    ASSERT_TRUE(again.has_value()) << rule;
    EXPECT_EQ(base::write_json(*again), rule);
  }
}

TEST(SimpleRule, IsNoneWhereJsonLogicSaysMore) {
  for (const char* logic : {R"({"!": {"var": "a"}})", R"({"and": [{"var": "a"}, {"==": [{"var": "b"}, 1]}]})",
                            R"({"var": "e"})", R"({"and": [{"var": "a"}], "$comment": "why"})",
                            R"({"and": []})", R"(true)", R"("a")", R"({"var": ["a", 1]})"})
    EXPECT_FALSE(simple_rule(from(logic), k_clauses)) << logic;
  for (const char* rule : {R"("e")", R"({"all": []})", R"({"some": ["a"]})",
                           R"({"all": ["a"], "one": ["b"]})", "5", R"(["a"])", R"({"all": "a"})"})
    EXPECT_FALSE(logic_of(from(rule), k_clauses).ok()) << rule;
}

constexpr std::string_view k_told = R"({"questions": [
  {"id": "masters", "type": "one", "label": {"en": "A master's degree?", "de": "Ein Master?"},
   "options": [{"value": "yes"}, {"value": "soon", "label": {"en": "Soon", "de": "Bald"}}, {"value": "no"}]},
  {"id": "years", "type": "number", "label": {"en": "Years?", "de": "Jahre?"}},
  {"id": "papers", "type": "yes_no", "label": {"en": "Papers?", "de": "Artikel?"}},
  {"id": "from", "type": "date", "label": {"en": "From when?", "de": "Ab wann?"}},
  {"id": "field", "type": "many", "label": {"en": "Field?", "de": "Fach?"},
   "options": [{"value": "ml", "label": {"en": "Learning", "de": "Lernen"}}, {"value": "math", "label": {"en": "Maths", "de": "Mathe"}}]}],
 "clauses": [{"id": "a", "label": {"en": "Degree", "de": "Abschluss"}}, {"id": "b", "label": {"en": "Work", "de": "Arbeit"}}]})";

TEST(TellRule, SaysEachOperationInPlainWords) {
  const struct {
    std::string_view logic, english, german;
  } cases[] = {
      {R"({"var": "a"})", "“Degree”", "„Abschluss“"},
      {R"({"!": {"var": "a"}})", "“Degree” isn't met", "„Abschluss“ ist nicht erfüllt"},
      {R"({"var": "papers"})", "the answer to “Papers?” is “Yes”", "die Antwort auf „Artikel?“ ist „Ja“"},
      {R"({"!": [{"var": "papers"}]})", "the answer to “Papers?” is “No”",
       "die Antwort auf „Artikel?“ ist „Nein“"},
      {R"({"and": [{"var": "a"}, {"or": [{"var": "b"}, {"!": {"var": "a"}}]}]})",
       "“Degree” and (“Work” or “Degree” isn't met)",
       "„Abschluss“ und („Arbeit“ oder „Abschluss“ ist nicht erfüllt)"},
      {R"({"!": {"and": [{"var": "a"}, {"var": "b"}]}})", "not (“Degree” and “Work”)",
       "nicht („Abschluss“ und „Arbeit“)"},
      {R"({"===": [{"var": "masters"}, "soon"]})", "the answer to “A master's degree?” is “Soon”",
       "die Antwort auf „Ein Master?“ ist „Bald“"},
      {R"({"!=": ["no", {"var": "masters"}]})", "the answer to “A master's degree?” isn't “No”",
       "die Antwort auf „Ein Master?“ ist nicht „Nein“"},
      {R"({">=": [{"var": "years"}, 1.5]})", "the answer to “Years?” is at least 1.5",
       "die Antwort auf „Jahre?“ ist mindestens 1,5"},
      {R"({">": [3, {"var": "years"}]})", "the answer to “Years?” is less than 3",
       "die Antwort auf „Jahre?“ ist weniger als 3"},
      {R"({"!": {"<": [{"var": "years"}, 3]}})", "the answer to “Years?” is at least 3",
       "die Antwort auf „Jahre?“ ist mindestens 3"},
      {R"({"<": [1, {"var": "years"}, 5]})",
       "the answer to “Years?” is more than 1 and the answer to “Years?” is less than 5",
       "die Antwort auf „Jahre?“ ist mehr als 1 und die Antwort auf „Jahre?“ ist weniger als 5"},
      {R"({"<=": [{"var": "from"}, "2027-10-01"]})",
       "the answer to “From when?” is 1 October 2027 or earlier",
       "die Antwort auf „Ab wann?“ ist der 1. Oktober 2027 oder früher"},
      {R"({"in": [{"var": "masters"}, ["yes", "soon"]]})",
       "the answer to “A master's degree?” is “Yes” or “Soon”",
       "die Antwort auf „Ein Master?“ ist „Ja“ oder „Bald“"},
      {R"({"in": ["ml", {"var": "field"}]})", "the answer to “Field?” includes “Learning”",
       "die Antwort auf „Fach?“ enthält „Lernen“"},
      {R"({"!": {"in": ["ml", {"var": "field"}]}})", "the answer to “Field?” doesn't include “Learning”",
       "die Antwort auf „Fach?“ enthält nicht „Lernen“"},
      {R"({"some": [{"var": "field"}, {"in": [{"var": ""}, ["ml", "math"]]}]})",
       "at least one answer to “Field?” is “Learning” or “Maths”",
       "mindestens eine Antwort auf „Fach?“ ist „Lernen“ oder „Mathe“"},
      {R"({"none": [{"var": "field"}, {"==": [{"var": ""}, "ml"]}]})", "no answer to “Field?” is “Learning”",
       "keine Antwort auf „Fach?“ ist „Lernen“"},
      {R"({"all": [{"var": "field"}, {"and": [{"!=": [{"var": ""}, "ml"]}, {"!=": [{"var": ""}, "math"]}]}]})",
       "each answer to “Field?” is such that it isn't “Learning” and it isn't “Maths”",
       "für jede Antwort auf „Fach?“ gilt: sie ist nicht „Lernen“ und sie ist nicht „Mathe“"},
      {R"({"if": [{"var": "a"}, {"var": "b"}, {"var": "papers"}, true, false]})",
       "if “Degree”, then “Work”, else if the answer to “Papers?” is “Yes”, then yes, otherwise no",
       "falls gilt: „Abschluss“, dann: „Arbeit“, sonst, falls gilt: die Antwort auf „Artikel?“ ist „Ja“, "
       "dann: ja, sonst: nein"},
  };
  const base::Json check = from(k_told);
  for (const auto& one : cases) {
    EXPECT_EQ(tell_in_a_sentence(from(one.logic), check, the_words(), "en"), one.english) << one.logic;
    EXPECT_EQ(tell_in_a_sentence(from(one.logic), check, the_words(), "de"), one.german) << one.logic;
  }
  for (const char* logic :
       {R"({"+": [{"var": "a"}, 1]})", R"({"in": ["x", "xyz"]})", R"({"and": []})", "5", R"({"==": [1, 2]})"})
    EXPECT_EQ(tell_in_a_sentence(from(logic), check, the_words(), "en"), base::write_json(from(logic)))
        << "what says nothing in words stays";
}

TEST(TellRule, AllOfAndOneOfAreLists) {
  EXPECT_EQ(
      base::write_json(tell_rule(
          from(R"({"or": [{"and": [{"var": "a"}, {">": [{"var": "years"}, 2]}]}, {"and": [{"var": "b"}]}]})"),
          from(k_told), the_words(), "en")),
      R"({"one":[{"all":["“Degree”","the answer to “Years?” is more than 2"]},"“Work”"]})");
}

TEST(Points, ARuleThatSaysMoreIsToldInWordsWithItsLine) {
  const Posted posted(std::string(k_logic_page), R"({"version": 1, "apply": {"to": ["ann@group.example"]},
"questions": [{"id": "years", "type": "number", "label": "Years?"}],
"clauses": [{"id": "long", "quote": "some research experience", "label": "Long", "logic": {">=": [{"var": "years"}, 2]}}],
"criteria": [{"id": "asked", "level": "must", "label": "Asked",
  "logic": {"if": [{"var": "long"}, true, {">": [{"var": "years"}, 1]}]}}],
"materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "when": {"var": "long"}}]})");
  const Points points = posted.points();
  EXPECT_EQ(said(points, "rule:asked", "rule"), "null");
  EXPECT_EQ(said(points, "rule:asked", "told"),
            "\"if “Long”, then yes, otherwise the answer to “Years?” is more than 1\"");
  EXPECT_EQ(
      said(points, "rule:asked", "json"),
      R"("{\n  \"if\": [\n    {\"var\": \"long\"},\n    true,\n    {\">\": [{\"var\": \"years\"}, 1]}\n  ]\n}")");
  EXPECT_EQ(said(points, "rule:asked", "line"), "5");
  EXPECT_EQ(said(points, "question:years", "counts"), R"(["the answer is at least 2"])");
  EXPECT_EQ(said(points, "document:cv", "when"), "\"“Long”\"");
}

TEST(SimpleRule, NamesAreTakenOutOfAndAndOr) {
  const auto left = [](std::string_view text) {
    base::Json logic = from(text);
    const Left of_it = take_names(logic, {"a", "b"});
    if (of_it == Left::nothing) return std::string("nothing");
    if (of_it == Left::unclear) return std::string("unclear");
    return base::write_json(logic);
  };
  EXPECT_EQ(left(R"({"var":"c"})"), R"({"var":"c"})");
  EXPECT_EQ(left(R"({"var":"a"})"), "nothing");
  EXPECT_EQ(left(R"({"!":{"var":"a"}})"), "nothing");
  EXPECT_EQ(left(R"({"and":[{"var":"a"},{"or":[{"var":"b"},{"var":"a"}]}]})"), "nothing");
  EXPECT_EQ(left(R"({"and":[{"var":"a"},{"var":"c"}]})"), R"({"var":"c"})");
  EXPECT_EQ(left(R"({"or":[{"and":[{"var":"a"},{"var":"c"}]},{"!":{"var":"b"}},{"var":"d"}]})"),
            R"({"or":[{"var":"c"},{"var":"d"}]})");
  EXPECT_EQ(left(R"({"and":[{"var":"a"},{"var":"c"}],"$comment":"why"})"),
            R"({"and":[{"var":"c"}],"$comment":"why"})");
  EXPECT_EQ(left(R"({"if":[{"var":"a"},{"var":"c"},true]})"), "unclear");
  EXPECT_EQ(left(R"({"and":[{"var":"d"},{"==":[{"var":"a"},{"var":"c"}]}]})"), "unclear");
}

}  // namespace
}  // namespace aushang::author
