#include "author/load_answers.h"

#include "check_file.h"

#include <algorithm>
#include <string>
#include <vector>

namespace aushang::author {
namespace {

using List = std::vector<std::string>;

RuleSet rules() {
  CheckFile file;
  file.questions = k_questions;
  file.positions = R"([{"id": "p1", "label": "P"}])";
  return load_or_fail(file.text());
}

base::Diagnostics errors(const std::string& answers) {
  const base::Result<rules::Answers> loaded =
      load_answers("{\"version\": 1, " + answers + "}", "answers.json", rules());
  return loaded ? base::Diagnostics{} : loaded.errors();
}

TEST(LoadAnswers, reads_every_type_and_both_ways_not_to_answer) {
  const base::Result<rules::Answers> loaded = load_answers(R"({"version": 1, "position": "p1", "lang": "de",
    "answers": {"masters": "expected", "field": ["math", "ml"], "industry": {"unknown": "not_sure"}, "years": 3,
                "start": "2026-10-01", "why": "Line one\nand two", "grade": {"unknown": "declined"}, "$comment": "x"},
    "words": {"name": "Ada", "place": "", "why": "Because", "links": "https://example.org"}})",
                                                           "answers.json", rules());
  ASSERT_TRUE(loaded.ok()) << describe(loaded.errors());
  EXPECT_EQ(loaded->position, "p1");
  EXPECT_EQ(loaded->language, "de");
  EXPECT_EQ(loaded->find("masters"), rules::Answer(std::string("expected")));
  EXPECT_EQ(loaded->find("field"), rules::Answer(List{"math", "ml"}));
  EXPECT_EQ(loaded->find("industry"), rules::Answer(rules::NoAnswer::not_sure));
  EXPECT_EQ(loaded->find("years"), rules::Answer(3.0));
  EXPECT_EQ(loaded->find("start"), rules::Answer(std::string("2026-10-01")));
  EXPECT_EQ(loaded->find("grade"), rules::Answer(rules::NoAnswer::declined));
  EXPECT_EQ(loaded->find("nothing"), rules::Answer(rules::NoAnswer::not_answered));
  EXPECT_EQ(loaded->words.name, "Ada");
  EXPECT_EQ(loaded->words.place, "");
}

TEST(LoadAnswers, nothing_but_the_version_is_needed) { EXPECT_TRUE(errors("\"answers\": {}").empty()); }

TEST(LoadAnswers, takes_yes_and_no_for_true_and_false) {
  const base::Result<rules::Answers> loaded =
      load_answers(R"({"version": 1, "answers": {"industry": "no"}})", "", rules());
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(loaded->find("industry"), rules::Answer(false));
}

TEST(LoadAnswers, says_what_is_wrong_and_where) {
  struct Wrong {
    const char* answer;
    const char* code;
    const char* path;
    const char* words;
  };
  const Wrong k_wrong[] = {
      {R"("mastres": "yes")", "unknown-name", "$.answers.mastres", "did you mean \"masters\"?"},
      {R"("masters": "Yes")", "unknown-option", "$.answers.masters", "did you mean \"yes\"?"},
      {R"("masters": true)", "wrong-type", "$.answers.masters", "one of the options"},
      {R"("masters": null)", "wrong-type", "$.answers.masters", "not_sure"},
      {R"("field": "ml")", "wrong-type", "$.answers.field", "a list"},
      {R"("field": ["ml", "stats"])", "unknown-option", "$.answers.field[1]", "\"ml\" or \"math\""},
      {R"("field": ["ml", "ml"])", "duplicate-value", "$.answers.field[1]", "twice"},
      {R"("industry": "maybe")", "wrong-type", "$.answers.industry", "\"yes\" or \"no\""},
      {R"("years": "3")", "wrong-type", "$.answers.years", "a number"},
      {R"("years": 41)", "bad-value", "$.answers.years", "at least 0 and at most 40"},
      {R"("start": "2026-02-30")", "bad-date", "$.answers.start", "exists"},
      {R"("why": 1)", "wrong-type", "$.answers.why", "a string"},
      {R"("years": {"unknown": "dunno"})", "bad-value", "$.answers.years.unknown",
       "\"not_sure\" or \"declined\""},
      {R"("years": {"unkown": "not_sure"})", "unknown-key", "$.answers.years.unkown", "did you mean"},
  };
  for (const Wrong& wrong : k_wrong) {
    SCOPED_TRACE(wrong.answer);
    const base::Diagnostics all = errors(std::string("\"answers\": {") + wrong.answer + "}");
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.back().code == "unknown-key" ? all.back().code : all.front().code, wrong.code)
        << describe(all);
    const auto right = [&](const base::Diagnostic& one) {
      return one.path == wrong.path && one.message.find(wrong.words) != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), right)) << describe(all);
  }
  expect_one(errors(R"("position": "p2")"), "unknown-name", "$.position", "\"p1\"");
  expect_one(errors(R"("lang": "german")"), "bad-language", "$.lang");
  expect_one(errors(R"("words": {"nmae": "x"})"), "unknown-key", "$.words.nmae", "\"name\"");
}

TEST(ValueOf, an_empty_list_is_an_answer_only_where_none_of_these_is_offered) {
  RuleSet set = rules();
  rules::Question& field = set.questions[1];
  EXPECT_FALSE(value_of(field, List{}).is_unknown());
  field.none_of_these = false;
  EXPECT_TRUE(value_of(field, List{}).is_unknown());
  const base::Result<rules::Answers> loaded =
      load_answers(R"({"version": 1, "answers": {"field": []}})", "", set);
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(loaded->find("field"), rules::Answer(rules::NoAnswer::not_answered));
}

TEST(ValueOf, what_does_not_fit_the_question_is_unknown) {
  const RuleSet set = rules();
  EXPECT_TRUE(value_of(set.questions[0], true).is_unknown());
  EXPECT_TRUE(value_of(set.questions[1], std::string("ml")).is_unknown());
  EXPECT_TRUE(value_of(set.questions[2], std::string("yes")).is_unknown());
  EXPECT_TRUE(value_of(set.questions[3], rules::NoAnswer::declined).is_unknown());
  EXPECT_EQ(*value_of(set.questions[3], 3.0).number(), 3);
}

TEST(ToJson, writes_answers_as_they_are_saved) {
  EXPECT_EQ(base::write_json(to_json(rules::Answer(List{"a"}))), R"(["a"])");
  EXPECT_EQ(base::write_json(to_json(rules::Answer(true))), "true");
  EXPECT_EQ(base::write_json(to_json(rules::Answer(rules::NoAnswer::declined))), R"({"unknown":"declined"})");
}

}  // namespace
}  // namespace aushang::author
