#include <functional>
#include <set>
#include <string>
#include <vector>

#include "forms.h"

namespace aushang::form {
namespace {

using rules::Answer;
using rules::NoAnswer;
using List = std::vector<std::string>;

Applicant of_each_type() {
  author::CheckFile file;
  file.questions = author::k_questions;
  return {author::load_or_fail(file.text())};
}

/// Five questions in a row, all needed, and one that only a material asks.
Applicant in_a_row() {
  author::CheckFile file;
  std::string needed;
  file.questions = "[";
  for (const char* id : {"a", "b", "c", "d"}) {
    file.questions += std::string(R"({"id": ")") + id + R"(", "type": "yes_no", "label": "?"}, )";
    needed += (needed.empty() ? "" : ", ") + std::string(R"({"var": ")") + id + "\"}";
  }
  file.questions +=
      R"({"id": "m", "type": "yes_no", "label": "?"}, {"id": "t", "type": "text", "label": "?"}])";
  file.criteria = R"([{"id": "x", "level": "must", "label": "X", "logic": {"and": [)" + needed + "]}}]";
  file.materials =
      R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "when": {"var": "m"}}])";
  return {author::load_or_fail(file.text())};
}

TEST(Act, ChoosesOneOfSeveral) {
  Applicant one = of_each_type();
  EXPECT_TRUE(one.act("au-o-masters-1"));
  EXPECT_EQ(one.answers.find("masters"), Answer(std::string("expected")));
  EXPECT_TRUE(one.act("au-o-masters-2"));
  EXPECT_EQ(one.answers.find("masters"), Answer(std::string("no")));
  EXPECT_TRUE(one.act("au-o-masters-unsure"));
  EXPECT_EQ(one.answers.find("masters"), Answer(NoAnswer::not_sure));
  EXPECT_TRUE(one.act("au-o-masters-declined"));
  EXPECT_EQ(one.answers.find("masters"), Answer(NoAnswer::declined));
  EXPECT_TRUE(one.act("au-o-masters-unsure", false)) << "wasn't chosen";
  EXPECT_EQ(one.answers.find("masters"), Answer(NoAnswer::declined));
  EXPECT_TRUE(one.act("au-o-masters-declined", false));
  EXPECT_TRUE(one.answers.by_question.empty());
}

TEST(Act, AnswersYesAndNo) {
  Applicant one = of_each_type();
  one.act("au-o-industry-0");
  EXPECT_EQ(one.answers.find("industry"), Answer(true));
  one.act("au-o-industry-1");
  EXPECT_EQ(one.answers.find("industry"), Answer(false));
}

TEST(Act, CollectsManyInTheOrderOfTheFile) {
  Applicant one = of_each_type();
  one.act("au-o-field-1");
  one.act("au-o-field-0");
  EXPECT_EQ(one.answers.find("field"), Answer(List{"ml", "math"}));
  one.act("au-o-field-0", false);
  EXPECT_EQ(one.answers.find("field"), Answer(List{"math"}));
  one.act("au-o-field-1", false);
  EXPECT_TRUE(one.answers.by_question.empty()) << "nothing chosen isn't none of these";
}

TEST(Act, NoneOfTheseExcludesTheOthersBothWays) {
  Applicant one = of_each_type();
  one.act("au-o-field-1");
  one.act("au-o-field-none");
  EXPECT_EQ(one.answers.find("field"), Answer(List{}));
  EXPECT_FALSE(get(one.see(), "au-o-field-1").checked);
  EXPECT_TRUE(get(one.see(), "au-o-field-none").checked);
  one.act("au-o-field-0");
  EXPECT_EQ(one.answers.find("field"), Answer(List{"ml"}));
  one.act("au-o-field-declined");
  EXPECT_EQ(one.answers.find("field"), Answer(NoAnswer::declined));
  EXPECT_TRUE(get(one.see(), "au-o-field-declined").checked);
  one.act("au-o-field-none");
  one.act("au-o-field-none", false);
  EXPECT_TRUE(one.answers.by_question.empty());
}

TEST(Act, ReadsNumbersInsideTheirBounds) {
  Applicant one = of_each_type();
  EXPECT_TRUE(one.type("au-f-years", "3.5"));
  EXPECT_EQ(one.answers.find("years"), Answer(3.5));
  for (const char* not_an_answer : {"", "41", "-1", "three", "NaN", "Infinity"}) {
    one.type("au-f-years", "3");
    EXPECT_TRUE(one.type("au-f-years", not_an_answer));
    EXPECT_TRUE(one.answers.by_question.empty()) << not_an_answer;
  }
}

TEST(Act, ReadsDatesAndText) {
  Applicant one = of_each_type();
  one.type("au-f-start", "2026-10-01");
  EXPECT_EQ(one.answers.find("start"), Answer(std::string("2026-10-01")));
  one.type("au-f-start", "2026-13-01");
  EXPECT_TRUE(one.answers.by_question.empty());
  one.type("au-f-why", "a\xFFz ");
  EXPECT_EQ(one.answers.find("why"), Answer(std::string("a\uFFFDz "))) << "as typed, but valid";
}

TEST(Act, AFieldAndNotSureExcludeEachOther) {
  Applicant one = of_each_type();
  one.type("au-f-years", "3");
  one.act("au-o-years-unsure");
  EXPECT_EQ(get(one.see(), "au-f-years").value, "");
  EXPECT_TRUE(one.type("au-f-years", ""));
  EXPECT_EQ(one.answers.find("years"), Answer(NoAnswer::not_sure)) << "emptying the field says nothing";
  one.type("au-f-years", "4");
  EXPECT_FALSE(get(one.see(), "au-o-years-unsure").checked);
}

TEST(Act, ACommaIsADecimalSign) {
  Applicant one = of_each_type();
  one.type("au-f-years", "1,5");
  EXPECT_EQ(one.answers.find("years"), Answer(1.5));
  EXPECT_EQ(get(one.see(), "au-f-years").value, "1,5") << "as it was written";
}

TEST(Act, NotSureTakesAwayWhatCouldNotBeRead) {
  Applicant one = of_each_type();
  one.fill("au-f-years", "x");
  one.act("au-o-years-declined");
  EXPECT_EQ(get(one.see(), "au-f-years").value, "");
  EXPECT_FALSE(get(one.see(), "au-f-years").invalid);
}

TEST(Act, InAnotherLanguageTheSameWritingIsReadAgain) {
  Applicant one = of_each_type();
  one.language = i18n::Language::de;
  one.fill("au-f-start", "5/6/2026");
  EXPECT_EQ(one.answers.find("start"), Answer(std::string("2026-06-05")));
  one.language = i18n::Language::en;
  one.view.written["gone"] = "1";
  read_again(one.rules, one.answers, one.view, "en");
  EXPECT_TRUE(one.answers.by_question.empty()) << "June or May";
  EXPECT_TRUE(get(one.see(), "au-f-start").invalid);
  EXPECT_FALSE(one.view.written.contains("gone"));
}

TEST(Act, ThePagesLanguageHasThePostingsRegionWhereBothAreOne) {
  EXPECT_EQ(page_language(i18n::Language::en, "en-US"), "en-US");
  EXPECT_EQ(page_language(i18n::Language::de, "en-US"), "de");
  EXPECT_EQ(page_language(i18n::Language::en, "fr"), "en");
}

TEST(Act, WordsAreKeptAsTyped) {
  Applicant one = of_each_type();
  EXPECT_TRUE(one.type("au-w-name", "Ann "));
  EXPECT_TRUE(one.type("au-w-place", "Oslo"));
  EXPECT_TRUE(one.type("au-w-why", "x\ny"));
  EXPECT_TRUE(one.type("au-w-links", "https://a.example"));
  EXPECT_EQ(one.answers.words.name, "Ann ");
  EXPECT_EQ(get(one.see(), "au-w-why").value, "x\ny");
  EXPECT_EQ(one.answers.words.links, "https://a.example");
}

TEST(Act, WhatIsUnknownChangesNothing) {
  Applicant one = example();
  one.act("au-o-field-0");
  one.act("au-copy-text");
  const Built before = one.see();
  for (const char* id : {"",
                         "au-",
                         "au-o-field",
                         "au-o-field-2",
                         "au-o-field-00",
                         "au-o-field--1",
                         "au-o-masters-none",
                         "au-o-nobody-0",
                         "au-f-field",
                         "au-f-",
                         "au-q-field",
                         "au-p-0",
                         "au-have-letter",
                         "au-have-x",
                         "au-show-field",
                         "au-show-x",
                         "au-mail",
                         "au-ask",
                         "au-w-",
                         "au-w-age",
                         "au-copy-everything",
                         "au-status",
                         "au-clause-degree",
                         "AU-O-FIELD-1",
                         "au-o-field-0 "}) {
    EXPECT_FALSE(form::act(one.rules, id, "1", true, one.answers, one.view, "en")) << id;
    EXPECT_FALSE(form::act(one.rules, id, "", false, one.answers, one.view, "en")) << id;
  }
  EXPECT_EQ(one.see().form, before.form);
}

TEST(Act, ADecidedOutcomeFoldsWhatIsBelow) {
  Applicant one = in_a_row();
  one.act("au-o-b-1");
  EXPECT_EQ(one.view.folded, (std::set<std::string, std::less<>>{"c", "d"}))
      << "a stands above; m decides about a material; t goes into the mail";
  one.act("au-o-b-0");
  EXPECT_TRUE(one.view.folded.empty()) << "they matter again";
}

TEST(Act, QuestionsAboveUnfoldIfTheyMatterAgain) {
  Applicant one = in_a_row();
  one.act("au-o-a-1");
  EXPECT_TRUE(one.view.folded.contains("b"));
  EXPECT_TRUE(one.act("au-show-d"));
  EXPECT_FALSE(one.view.folded.contains("d"));
  EXPECT_FALSE(one.act("au-show-d")) << "isn't folded any more";
  one.act("au-o-d-0");
  EXPECT_TRUE(one.view.folded.contains("b")) << "still decided by a";
  one.act("au-o-a-0");
  EXPECT_TRUE(one.view.folded.empty());
}

TEST(Act, NothingIsFoldedBeforeTheFirstAnswer) {
  Applicant one = in_a_row();
  one.act("au-o-a-1");
  EXPECT_FALSE(one.view.folded.empty());
  one.act("au-o-a-1", false);
  EXPECT_TRUE(one.view.folded.empty());
  EXPECT_TRUE(one.answers.by_question.empty());
}

TEST(Act, TakingBackAPositionOpensItAgain) {
  author::CheckFile file;
  file.positions = R"([{"id": "p", "label": "P"}, {"id": "q", "label": "Q"}])";
  Applicant one{author::load_or_fail(file.text())};
  one.act("au-p-1");
  EXPECT_EQ(one.answers.position, "q");
  one.act("au-p-0", false);
  EXPECT_EQ(one.answers.position, "q");
  one.act("au-p-1", false);
  EXPECT_EQ(one.answers.position, "");
}

}  // namespace
}  // namespace aushang::form
