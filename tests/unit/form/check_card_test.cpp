#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms.h"

namespace aushang::form {
namespace {

/// A must, a should, and two questions for them.
constexpr std::string_view k_must_and_should = R"([
  {"id": "need", "level": "must", "label": "Needed thing", "logic": {"var": "a"}},
  {"id": "wish", "level": "should", "label": "Welcome thing", "logic": {"var": "b"}}])";

Applicant of_two(std::string apply = R"({"to": ["a@b.example"], "inquiry": true})") {
  author::CheckFile file;
  file.apply = std::move(apply);
  file.questions =
      R"([{"id": "a", "type": "yes_no", "label": "A?"}, {"id": "b", "type": "yes_no", "label": "B?"}])";
  file.criteria = k_must_and_should;
  return {author::load_or_fail(file.text())};
}

TEST(CheckCard, NobodyHasAnsweredYet) {
  const Built built = example().see();
  expect_well_formed(built);
  EXPECT_EQ(text_of(built, "au-check-title"), "Check yourself");
  EXPECT_EQ(get(built, "au-check").label, "Check yourself");
  EXPECT_EQ(get(built, "au-progress").value, "0");
  EXPECT_FALSE(get(built, "au-progress").label.empty());
  EXPECT_EQ(find(built, "au-left"), nullptr);
  EXPECT_EQ(text_of(built, "au-outcome"), "5 questions, about a minute")
      << "nothing that sounds like a verdict";
  EXPECT_EQ(find(built, "au-reason"), nullptr);
  EXPECT_EQ(built.outcome, "Self-check");
  EXPECT_EQ(built.left, "5 questions");
}

TEST(CheckCard, SevenQuestionsTakeAboutTwoMinutes) {
  author::CheckFile file;
  std::string questions, all;
  for (int i = 0; i < 7; ++i) {
    const std::string id = "q" + std::to_string(i);
    questions += (i == 0 ? "" : ", ") + (R"({"id": ")" + id + R"(", "type": "yes_no", "label": "?"})");
    all += (i == 0 ? "" : ", ") + (R"({"var": ")" + id + R"("})");
  }
  file.questions = "[" + questions + "]";
  file.criteria = R"([{"id": "all", "level": "must", "label": "All", "logic": {"and": [)" + all + "]}}]";
  Applicant one{author::load_or_fail(file.text())};
  EXPECT_EQ(text_of(one.see(), "au-outcome"), "7 questions, about 2 minutes");
  one.language = i18n::Language::de;
  EXPECT_EQ(text_of(one.see(), "au-outcome"), "7 Fragen, etwa 2 Minuten");
}

TEST(CheckCard, WhileItFitsItSaysWhatIsLeftToShow) {
  Applicant one = example();
  one.act("au-o-field-0");
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(built.outcome, "Fits so far");
  EXPECT_EQ(
      text_of(built, "au-reason"),
      "Left to show: A master's degree; Related research experience; High-quality reports or publications "
      "that show it");
  EXPECT_EQ(text_of(built, "au-reason-2"), "Or instead: Strong applied or industrial experience");
  EXPECT_EQ(text_of(built, "au-left"), "1 of 5");
  EXPECT_EQ(built.left, "At most 4 more questions");
  EXPECT_EQ(find(built, "au-next-apply"), nullptr) << "the next question is the way on";
  const std::vector<FormNode> status = within(built, "au-status");
  ASSERT_EQ(status.size(), 4u);
  EXPECT_EQ(status[1].widget, Widget::outcome);
  EXPECT_EQ(status[2].widget, Widget::reason);
  EXPECT_EQ(status[3].widget, Widget::reason);
}

TEST(CheckCard, MeetsLeadsToTheApplication) {
  Applicant one = of_two();
  one.act("au-o-a-0");
  one.act("au-o-b-0");
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(built.tone, Tone::good);
  EXPECT_EQ(get(built, "au-status").tone, Tone::good);
  EXPECT_EQ(built.left, "No more questions");
  EXPECT_EQ(get(built, "au-progress").value, "1");
  EXPECT_EQ(get(built, "au-next-apply").value, "#au-apply");
  EXPECT_EQ(find(built, "au-next-ask"), nullptr);
}

TEST(CheckCard, AskLeadsToAQuestionOrTheApplication) {
  Applicant one = of_two();
  one.act("au-o-a-0");
  one.act("au-o-b-1");
  const Built built = one.see();
  EXPECT_EQ(built.tone, Tone::ask);
  EXPECT_TRUE(get(built, "au-next-ask").value.starts_with("mailto:a@b.example?subject="));
  EXPECT_EQ(text_of(built, "au-next-ask"), "Ask a question first");
  EXPECT_EQ(text_of(built, "au-next-apply"), "Apply anyway");
}

TEST(CheckCard, WhereNoQuestionsAreWelcomeNobodyIsToldToAsk) {
  Applicant one = of_two(R"({"to": ["a@b.example"], "inquiry": false})");
  one.act("au-o-a-0");
  one.act("au-o-b-1");
  const Built built = one.see();
  EXPECT_EQ(find(built, "au-next-ask"), nullptr);
  EXPECT_EQ(find(built, "au-ask"), nullptr);
  EXPECT_EQ(text_of(built, "au-advice").find("ask"), std::string::npos);
  EXPECT_EQ(get(built, "au-next-apply").value, "#au-apply");
}

TEST(CheckCard, ARequirementThatIsMissingIsNamedAndIsNoDeadEnd) {
  Applicant one = example();
  one.act("au-o-field-0");
  one.act("au-o-masters-2");
  one.act("au-o-did_industry-1");
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(built.outcome, "A requirement is missing");
  EXPECT_EQ(built.tone, Tone::bad);
  EXPECT_EQ(text_of(built, "au-reason"), "Missing: A master's degree");
  EXPECT_EQ(text_of(built, "au-reason-2"), "Or instead: Strong applied or industrial experience");
  EXPECT_EQ(find(built, "au-reachable"), nullptr);
  EXPECT_NE(find(built, "au-next-ask"), nullptr);
  EXPECT_EQ(get(built, "au-next-apply").value, "#au-apply");
  for (const FormNode& node : built.form.nodes)
    EXPECT_EQ(node.text.find("would change"), std::string::npos) << "no advice to answer differently";
}

TEST(CheckCard, WhatIsStillToComeIsWorthMentioning) {
  Applicant one = example();
  one.rules.questions[1].options[1].reachable = true;
  one.act("au-o-masters-1");
  one.act("au-o-did_industry-1");
  one.act("au-o-field-0");
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(built.outcome, "A requirement is missing");
  EXPECT_EQ(text_of(built, "au-reachable"), "Mention it when you write: " + text_of(built, "au-o-masters-1"));
}

TEST(CheckCard, WhatIsMissingIsNamedByTheClausesWhereAllAreAskedFor) {
  author::CheckFile file;
  file.questions =
      R"([{"id": "a", "type": "yes_no", "label": "A?"}, {"id": "b", "type": "yes_no", "label": "B?"}])";
  file.clauses = R"([{"id": "x", "quote": "x", "label": "X", "logic": {"var": "a"}},
                     {"id": "y", "quote": "y", "label": "Y", "logic": {"var": "b"}}])";
  file.criteria =
      R"([{"id": "c", "level": "must", "label": "C", "logic": {"and": [{"var": "x"}, {"var": "y"}]}}])";
  Applicant one{author::load_or_fail(file.text())};
  one.act("au-o-a-0");
  EXPECT_EQ(text_of(one.see(), "au-reason"), "Left to show: Y");
  one.act("au-o-b-1");
  EXPECT_EQ(text_of(one.see(), "au-reason"), "Missing: Y");
}

TEST(CheckCard, WhereOneOfSomeIsEnoughEachIsNamedAsAWay) {
  author::CheckFile file;
  file.questions =
      R"([{"id": "a", "type": "yes_no", "label": "A?"}, {"id": "b", "type": "yes_no", "label": "B?"},
                       {"id": "c", "type": "yes_no", "label": "C?"}])";
  file.clauses = R"([{"id": "x", "quote": "x", "label": "X", "logic": {"var": "a"}},
                     {"id": "y", "quote": "y", "label": "Y", "logic": {"var": "b"}},
                     {"id": "z", "quote": "z", "label": "Z", "logic": {"var": "c"}}])";
  file.criteria = R"([{"id": "c1", "level": "must", "label": "X and more", "logic":
                       {"and": [{"var": "x"}, {"or": [{"var": "y"}, {"var": "z"}]}]}}])";
  Applicant one{author::load_or_fail(file.text())};
  one.act("au-o-a-0");
  one.act("au-o-b-1");
  EXPECT_EQ(text_of(one.see(), "au-reason"), "Left to show: Z") << "Y is no way any more";
  one.act("au-o-c-1");
  const Built built = one.see();
  EXPECT_EQ(text_of(built, "au-reason"), "Missing: Y");
  EXPECT_EQ(text_of(built, "au-reason-2"), "Or instead: Z");
  one.act("au-o-a-1");
  const Built nothing = one.see();
  EXPECT_EQ(text_of(nothing, "au-reason"), "Missing: X");
  EXPECT_EQ(text_of(nothing, "au-reason-2"), "Missing: Y");
  EXPECT_EQ(text_of(nothing, "au-reason-3"), "Or instead: Z");
}

TEST(CheckCard, OfMoreWaysThanAnybodyReadsInASentenceTheCriterionIsNamed) {
  author::CheckFile file;
  std::string ways;
  file.questions.clear();
  file.clauses.clear();
  for (const char* name : {"p", "q", "r", "s"}) {
    const std::string id = name, comma = ways.empty() ? "" : ",";
    file.questions += comma + R"({"id": "a_)" + id + R"(", "type": "yes_no", "label": "?"})";
    file.clauses += comma + R"({"id": ")" + id + R"(", "quote": ")" + id + R"(", "label": ")" + id +
                    R"(", "logic": {"var": "a_)" + id + R"("}})";
    ways += comma + R"({"var": ")" + id + R"("})";
  }
  file.questions = "[" + file.questions + "]";
  file.clauses = "[" + file.clauses + "]";
  file.criteria = R"([{"id": "c1", "level": "must", "label": "Any skill", "logic": {"or": [)" + ways + "]}}]";
  Applicant one{author::load_or_fail(file.text())};
  one.act("au-o-a_p-1");
  EXPECT_EQ(text_of(one.see(), "au-reason"), "Left to show: Any skill");
}

TEST(CheckCard, WhoIsNotSureOfWhatIsLeftGetsAQuestionAndTheApplication) {
  Applicant one = of_two();
  one.act("au-o-a-unsure");
  one.act("au-o-b-declined");
  const Built built = one.see();
  EXPECT_EQ(built.tone, Tone::open);
  EXPECT_EQ(built.left, "Something is open") << "nothing is left to answer, and still it isn't decided";
  EXPECT_EQ(find(built, "au-next-question"), nullptr);
  EXPECT_NE(find(built, "au-next-ask"), nullptr);
  EXPECT_NE(find(built, "au-next-apply"), nullptr);
  EXPECT_NE(text_of(built, "au-advice").find("rather not say"), std::string::npos);
}

TEST(CheckCard, ProgressCountsWhatIsDoneAndWhatIsLeft) {
  Applicant one = of_two();
  one.act("au-o-a-0");
  EXPECT_EQ(get(one.see(), "au-progress").value, "0.50");
  EXPECT_EQ(one.see().left, "At most 1 more question");
}

TEST(CheckCard, OneOfTwentyQuestionsIsFivePercent) {
  author::CheckFile file;
  file.apply = R"({"to": ["a@b.example"]})";
  std::string questions;
  std::string all;
  for (int i = 0; i < 20; ++i) {
    const std::string id = "q" + std::to_string(i);
    const std::string comma = i == 0 ? "" : ", ";
    questions += comma + R"({"id": ")" + id + R"(", "type": "yes_no", "label": "?"})";
    all += comma + R"({"var": ")" + id + R"("})";
  }
  file.questions = "[" + questions + "]";
  file.criteria =
      R"([{"id": "all", "level": "must", "label": "All of it", "logic": {"and": [)" + all + "]}}]";
  Applicant one = {author::load_or_fail(file.text())};
  one.act("au-o-q0-0");
  EXPECT_EQ(get(one.see(), "au-progress").value, "0.05");
}

TEST(CheckCard, EveryResultSaysWhoDecides) {
  for (const i18n::Language language : {i18n::Language::en, i18n::Language::de}) {
    for (const std::string_view a : {"au-o-a-0", "au-o-a-1", "au-o-a-unsure"}) {
      for (const std::string_view b : {"au-o-b-0", "au-o-b-1", "au-o-b-declined"}) {
        Applicant one = of_two();
        one.language = language;
        one.act(a);
        one.act(b);
        std::string said;
        for (const FormNode& node : within(one.see(), "au-status")) said += node.text + "\n";
        const bool says_who =
            said.find("decide") != std::string::npos || said.find("ntscheid") != std::string::npos;
        EXPECT_TRUE(says_who) << said;
      }
    }
  }
}

TEST(CheckCard, WithoutQuestionsItOnlySaysWhatIsAskedFor) {
  Applicant one = of_two();
  one.rules.questions.clear();
  one.rules.clauses.push_back({"x", {{{"", "X"}}}, {}, {}, rules::Expression(), {}});
  one.rules.criteria[0].logic = one.rules.criteria[1].logic = rules::Expression();
  one.phrases["x"] = "au-phrase-x";
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(find(built, "au-status"), nullptr);
  EXPECT_EQ(find(built, "au-send-check"), nullptr);
  EXPECT_EQ(text_of(built, "au-text-criterion-need"), "Needed thing");
  EXPECT_EQ(built.outcome, "");
  EXPECT_EQ(built.left, "");
  for (const FormNode& node : within(built, "au-check")) EXPECT_FALSE(node.live) << node.id;
  ASSERT_EQ(built.phrases.size(), 1u);
  EXPECT_EQ(built.phrases[0].href, "#au-apply");
  EXPECT_EQ(built.phrases[0].tone, Tone::none);
}

TEST(CheckCard, WithNothingToCheckThereIsNoCard) {
  const Built built = Applicant{author::load_or_fail(author::CheckFile().text())}.see();
  expect_well_formed(built);
  EXPECT_EQ(find(built, "au-check"), nullptr);
  EXPECT_EQ(built.form.nodes.front().id, "au-apply");
}

TEST(CheckCard, WithoutCriteriaThereIsNothingToJudge) {
  author::CheckFile file;
  file.questions = R"([{"id": "t", "type": "text", "label": "What draws you here?"}])";
  const Built built = Applicant{author::load_or_fail(file.text())}.see();
  expect_well_formed(built);
  EXPECT_EQ(find(built, "au-status"), nullptr);
  EXPECT_TRUE(get(built, "au-check").live) << "all of it needs the app";
  EXPECT_EQ(text_of(built, "au-why-t"), "Your answer will be in your mail.");
}

TEST(CheckCard, WhatNeedsTheAppIsMarkedAndThePointsAreNot) {
  const Built built = example().see();
  for (const std::string_view id : {"au-check-hint", "au-progress", "au-status", "au-outcome", "au-q-field",
                                    "au-o-field-0", "au-chips-field", "au-why-field"})
    EXPECT_TRUE(get(built, id).live) << id;
  for (const std::string_view id : {"au-check", "au-check-title", "au-points", "au-clause-degree"})
    EXPECT_FALSE(get(built, id).live) << id;
}

TEST(CheckCard, PhrasesShowHowTheirClausesStandAndLeadToTheNextQuestion) {
  Applicant one = example();
  one.phrases.erase("shown");
  one.act("au-o-masters-2");
  const Built built = one.see();
  ASSERT_EQ(built.phrases.size(), 4u);
  EXPECT_EQ(built.phrases[0],
            (PhraseState{"au-phrase-background", Tone::open, "#au-q-field", "au-clause-background"}));
  EXPECT_EQ(built.phrases[1],
            (PhraseState{"au-phrase-degree", Tone::bad, "#au-q-masters", "au-clause-degree"}));
  EXPECT_EQ(built.phrases[3].phrase_id, "au-phrase-industrial");
}

}  // namespace
}  // namespace aushang::form
