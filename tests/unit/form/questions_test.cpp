#include <string>
#include <string_view>
#include <vector>

#include "forms.h"

namespace aushang::form {
namespace {

using LayoutInput = layout::Input;

/// One question of each type, some of them judged.
Applicant of_each_type() {
  author::CheckFile file;
  file.questions = author::k_questions;
  file.criteria = R"([{"id": "c", "level": "must", "label": "The point",
    "logic": {"and": [{"==": [{"var": "masters"}, "yes"]}, {"in": ["ml", {"var": "field"}]}, {"var": "industry"},
                      {">=": [{"var": "years"}, 2]}, {"<": [{"var": "start"}, "2027-01-01"]}]}}])";
  file.materials = R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV",
                        "when": {"==": [{"var": "grade"}, "1"]}}])";
  return {author::load_or_fail(file.text())};
}

TEST(Questions, StandInTheOrderOfTheFile) {
  const Built built = of_each_type().see();
  expect_well_formed(built);
  std::vector<std::string> groups;
  for (const FormNode& node : built.form.nodes) {
    if (node.widget == Widget::group) groups.push_back(node.id);
  }
  EXPECT_EQ(groups, (std::vector<std::string>{"au-q-masters", "au-q-field", "au-q-industry", "au-q-years",
                                              "au-q-start", "au-q-grade", "au-q-why"}));
}

TEST(Questions, OneIsAnsweredByRadioButtonsOfOneGroup) {
  const Built built = of_each_type().see();
  const std::vector<FormNode> nodes = within(built, "au-q-masters");
  EXPECT_EQ(texts_of(nodes, Widget::legend), std::vector<std::string>{"Do you hold a master's degree?"});
  EXPECT_EQ(texts_of(nodes, Widget::chip), (std::vector<std::string>{"Yes", "Soon", "No"}));
  EXPECT_EQ(texts_of(nodes, Widget::quiet_chip), (std::vector<std::string>{"Not sure", "Rather not say"}));
  for (const FormNode& node : nodes) {
    if (!layout::is_option(node.widget)) continue;
    EXPECT_EQ(node.input, LayoutInput::radio);
    EXPECT_EQ(node.name, get(built, "au-o-masters-0").name);
    EXPECT_NE(node.name, get(built, "au-o-industry-0").name);
  }
}

TEST(Questions, QuietAnswersStandInTheSameRowAfterTheOthers) {
  const Built built = of_each_type().see();
  const std::vector<FormNode> row = within(built, "au-chips-masters");
  ASSERT_EQ(row.size(), 6u);
  EXPECT_EQ(row[3].id, "au-o-masters-2");
  EXPECT_EQ(row[4].id, "au-o-masters-unsure");
  EXPECT_EQ(row[5].id, "au-o-masters-declined");
}

TEST(Questions, ManyIsAnsweredByCheckboxesAndNoneOfThese) {
  const Built built = of_each_type().see();
  EXPECT_EQ(texts_of(within(built, "au-q-field"), Widget::chip),
            (std::vector<std::string>{"Machine learning", "Mathematics", "None of these"}));
  EXPECT_EQ(get(built, "au-o-field-none").input, LayoutInput::checkbox);
  EXPECT_EQ(get(built, "au-o-field-0").input, LayoutInput::checkbox);
  EXPECT_EQ(get(built, "au-o-field-unsure").input, LayoutInput::checkbox);
}

TEST(Questions, FieldsAreNamedByTheirQuestionAndDescribedByTheirRange) {
  Applicant one = of_each_type();
  one.type("au-f-years", "2.5");
  one.type("au-f-start", "2026-10-01");
  one.type("au-f-why", "Your work\non flows");
  const Built built = one.see();
  const FormNode years = get(built, "au-f-years");
  EXPECT_EQ(years.input, LayoutInput::number);
  EXPECT_EQ(years.value, "2.5");
  EXPECT_EQ(years.labelled_by, "au-legend-years");
  EXPECT_EQ(years.described_by, "au-range-years");
  EXPECT_EQ(text_of(built, "au-range-years"), "From 0 to 40.");
  EXPECT_EQ(get(built, "au-f-start").input, LayoutInput::date);
  EXPECT_EQ(get(built, "au-f-start").value, "2026-10-01");
  EXPECT_EQ(get(built, "au-f-why").input, LayoutInput::text);
  EXPECT_EQ(get(built, "au-f-why").value, "Your work\non flows");
}

TEST(Questions, ARangeMayBeOpenOnOneSide) {
  Applicant one = of_each_type();
  one.rules.questions[3].max.reset();
  EXPECT_EQ(find(one.see(), "au-range-years"), nullptr) << "no count is less than nothing";
  one.rules.questions[3].min = 2;
  EXPECT_EQ(text_of(one.see(), "au-range-years"), "At least 2.");
  one.rules.questions[3] = {"years", rules::QuestionType::number, {{{"", "Years"}}}, {}, {}, false, {}, 40.0};
  EXPECT_EQ(text_of(one.see(), "au-range-years"), "At most 40.");
}

TEST(Questions, AYearOfTwoDigitsIsReadOnceItsFieldWasLeft) {
  Applicant one = of_each_type();
  one.type("au-f-start", "1.10.20");
  EXPECT_EQ(one.answers.find("start"), rules::Answer(rules::NoAnswer::not_answered)) << "it may become 2027";
  EXPECT_FALSE(get(one.see(), "au-f-start").invalid);
  one.fill("au-f-start", "1.10.27");
  EXPECT_EQ(one.answers.find("start"), rules::Answer(std::string("2027-10-01")));
  EXPECT_EQ(get(one.see(), "au-f-start").value, "1.10.27") << "what was written stays";
  EXPECT_FALSE(get(one.see(), "au-f-start").invalid);
}

TEST(Questions, WhatAFieldCantReadIsSaidAtItOnceItWasLeft) {
  Applicant one = of_each_type();
  one.language = i18n::Language::de;
  one.type("au-f-start", "31.12.");
  EXPECT_FALSE(get(one.see(), "au-f-start").invalid) << "still written in";
  EXPECT_EQ(find(one.see(), "au-unread-start"), nullptr);
  one.fill("au-f-start", "31.12.");
  const Built built = one.see();
  const FormNode field = get(built, "au-f-start");
  EXPECT_TRUE(field.invalid);
  EXPECT_EQ(field.value, "31.12.") << "what was written stays";
  EXPECT_EQ(field.described_by, "au-range-start au-unread-start");
  const FormNode remark = get(built, "au-unread-start");
  EXPECT_EQ(remark.widget, Widget::hint);
  EXPECT_EQ(remark.tone, Tone::bad);
  EXPECT_EQ(remark.text, i18n::text(i18n::Language::de, i18n::Word::field_no_date));
  EXPECT_EQ(index_of(built, "au-unread-start"), index_of(built, "au-f-start") + 1);
  expect_well_formed(built);

  one.type("au-f-start", "31.12.2026");
  EXPECT_FALSE(get(one.see(), "au-f-start").invalid);
  EXPECT_EQ(find(one.see(), "au-unread-start"), nullptr);
  EXPECT_EQ(one.answers.find("start"), rules::Answer(std::string("2026-12-31")));
}

TEST(Questions, WhatCantBecomeAnAnswerIsSaidAtOnce) {
  Applicant one = of_each_type();
  const auto remark = [&](std::string_view id, std::string_view value) {
    one.type(id, value);
    const Built built = one.see();
    const FormNode* node = find(built, std::string("au-unread-") + std::string(id.substr(5)));
    return node != nullptr ? node->text : std::string();
  };
  EXPECT_EQ(remark("au-f-years", "two"), "This can't be read as a number. Write, for example, 2 or 1.5.");
  EXPECT_EQ(remark("au-f-years", "41"), "The number must be at most 40.");
  EXPECT_EQ(remark("au-f-years", "-1"), "The number must be at least 0.");
  EXPECT_EQ(remark("au-f-years", "2,5"), "");
  EXPECT_EQ(remark("au-f-start", "5/6/2026"),
            "This could mean 5 June 2026 or 6 May 2026. Please write the one you mean.");
  EXPECT_EQ(remark("au-f-start", ""), "");
}

TEST(Questions, NumbersAreWrittenInTheLanguageOfThePage) {
  Applicant one = of_each_type();
  one.language = i18n::Language::de;
  one.rules.questions[3].min = 0.5;
  EXPECT_EQ(text_of(one.see(), "au-range-years"), "Von 0,5 bis 40.");
  one.answers.by_question["years"] = 1.5;
  EXPECT_EQ(get(one.see(), "au-f-years").value, "1,5");
}

TEST(Questions, HelpDescribesTheGroup) {
  const Built built = example().see();
  EXPECT_EQ(get(built, "au-q-has_reports").described_by, "au-help-has_reports");
  EXPECT_EQ(get(built, "au-help-has_reports").widget, Widget::hint);
  EXPECT_EQ(get(built, "au-q-field").described_by, "");
}

TEST(Questions, WhyQuotesThePostingAndLeadsThere) {
  const Built built = example().see();
  const FormNode why = get(built, "au-why-masters");
  EXPECT_EQ(why.widget, Widget::why);
  EXPECT_EQ(why.text, "Why?");
  EXPECT_EQ(why.label, "Why? The posting says: “a master's degree”") << "begins with what is seen";
  EXPECT_EQ(why.value, "#au-phrase-degree");
  EXPECT_EQ(why.described_by, "au-legend-masters") << "by the question";
  EXPECT_EQ(why.language, "");
}

TEST(Questions, OfSeveralClausesTheFirstUndecidedOneIsWhy) {
  author::CheckFile file;
  file.questions =
      R"([{"id": "a", "type": "number", "label": "Years"}, {"id": "b", "type": "yes_no", "label": "B?"}])";
  file.clauses = R"([{"id": "x", "quote": "first words", "label": "X", "logic": {">": [{"var": "a"}, 1]}},
    {"id": "y", "quote": "second words", "label": "Y", "logic": {"and": [{">": [{"var": "a"}, 0]}, {"var": "b"}]}}])";
  file.criteria =
      R"([{"id": "c", "level": "must", "label": "C", "logic": {"or": [{"var": "x"}, {"var": "y"}]}}])";
  Applicant one{author::load_or_fail(file.text())};
  one.phrases = {{"x", "au-phrase-x"}, {"y", "au-phrase-y-2"}};
  EXPECT_EQ(get(one.see(), "au-why-a").value, "#au-phrase-x");
  one.type("au-f-a", "1");
  EXPECT_EQ(get(one.see(), "au-why-a").value, "#au-phrase-y-2");
  one.act("au-o-b-0");
  EXPECT_EQ(get(one.see(), "au-why-a").value, "#au-phrase-x") << "all decided: the first";
}

TEST(Questions, WithoutAPhraseWhyNamesThePointOrTheMaterial) {
  const Built built = of_each_type().see();
  EXPECT_EQ(text_of(built, "au-why-years"), "This question is about: The point");
  EXPECT_EQ(get(built, "au-why-years").widget, Widget::hint);
  EXPECT_EQ(text_of(built, "au-why-grade"), "Your answer decides whether you need to send this: CV");
  EXPECT_EQ(text_of(built, "au-why-why"), "Your answer will be in your mail.");
  Applicant one = example();
  one.phrases.clear();
  EXPECT_EQ(text_of(one.see(), "au-why-field"), "This question is about: Background");
}

TEST(Questions, AnotherLanguageThanTheInterfacesIsMarkedNodeByNode) {
  Applicant one = example();
  one.language = i18n::Language::de;
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(get(built, "au-legend-masters").language, "") << "there is a German one";
  EXPECT_EQ(text_of(built, "au-why-masters"), "Warum?");
  EXPECT_EQ(get(built, "au-why-masters").language, "");
}

TEST(Questions, TextsOfOneLanguageOnlyKeepIt) {
  Applicant one = of_each_type();
  one.language = i18n::Language::de;
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(get(built, "au-legend-masters").language, "en");
  EXPECT_EQ(text_of(built, "au-o-masters-0"), "Ja");
  EXPECT_EQ(get(built, "au-o-masters-0").language, "");
  EXPECT_EQ(get(built, "au-o-masters-1").language, "en");
  one.act("au-o-masters-2");
  EXPECT_EQ(text_of(one.see(), "au-lead-reason"), "Es fehlt:");
  EXPECT_EQ(text_of(one.see(), "au-reason"), "The point");
  EXPECT_EQ(get(one.see(), "au-reason").language, "en");
  EXPECT_EQ(get(built, "au-text-criterion-c").language, "en");
  one.posting_language = "de-AT";
  EXPECT_EQ(get(one.see(), "au-legend-masters").language, "") << "regions make no difference";
}

TEST(Questions, InATranslationTextsWithoutALanguageAreInThatOfThePostingItself) {
  Applicant one = of_each_type();
  one.language = i18n::Language::de;
  one.posting_language = "de";
  one.check_language = "en";
  const Built built = one.see();
  EXPECT_EQ(text_of(built, "au-legend-masters"), "Do you hold a master's degree?");
  EXPECT_EQ(get(built, "au-legend-masters").language, "en");
  EXPECT_EQ(get(built, "au-text-criterion-c").language, "en");
}

TEST(Questions, AQuoteInTheLanguageOfThePageIsTheOneShown) {
  Applicant one = example();
  one.rules.clauses[1].quotes.push_back({"de", {"einen Masterabschluss"}});
  one.language = i18n::Language::de;
  one.posting_language = "de";
  EXPECT_EQ(get(one.see(), "au-why-masters").label,
            "Warum? In der Ausschreibung steht: „einen Masterabschluss“");
}

TEST(Questions, FoldedAwayTheySayWhyAndCanBeOpened) {
  Applicant one = of_each_type();
  one.view.folded.insert("years");
  const Built built = one.see();
  expect_well_formed(built);
  const std::vector<FormNode> nodes = within(built, "au-q-years");
  ASSERT_EQ(nodes.size(), 4u);
  EXPECT_EQ(nodes[1].text, "Years of research");
  EXPECT_EQ(nodes[2].text, "Given your answers so far, this doesn't matter.");
  EXPECT_EQ(nodes[3].id, "au-show-years");
  EXPECT_EQ(nodes[3].text, "Answer anyway");
  EXPECT_EQ(nodes[0].described_by, nodes[2].id);
}

}  // namespace
}  // namespace aushang::form
