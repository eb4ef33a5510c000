#include <string>
#include <utility>
#include <vector>

#include "forms.h"

namespace aushang::form {
namespace {

/// Two positions with their own materials, criteria and tags, and a question.
Applicant of_positions() {
  author::CheckFile file;
  file.apply =
      R"({"to": ["jobs@group.example"], "cc": ["office@group.example"], "subject": {"contains": "[tag-7]"},
                   "max_total_mb": 7.5, "inquiry": true, "reply": {"en": "We answer.", "de": "Wir antworten."}})";
  file.questions =
      R"([{"id": "a", "type": "yes_no", "label": "A?"}, {"id": "b", "type": "yes_no", "label": "B?"}])";
  file.criteria = R"([{"id": "c", "level": "must", "label": "C", "logic": {"var": "a"}},
                      {"id": "d", "level": "must", "label": "D", "logic": {"var": "b"}}])";
  file.materials = R"([
    {"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"},
    {"id": "list", "kind": "publication_list", "stage": "now", "required": "yes", "label": "List of papers"},
    {"id": "letter", "kind": "cover_letter", "stage": "later", "required": "yes", "contains": ["research_statement"],
     "label": "Letter"}])";
  file.positions = R"([
    {"id": "phd", "label": "Ph.D.", "subject": {"contains": "[phd-7]"}, "materials": ["cv", "letter"], "criteria": ["c"]},
    {"id": "postdoc", "label": "Postdoc"}])";
  return {author::load_or_fail(file.text())};
}

TEST(ApplyCard, SaysWhereToAndUnderWhichSubject) {
  const Built built = example().see();
  EXPECT_EQ(text_of(built, "au-apply-title"), "Apply");
  EXPECT_EQ(text_of(built, "au-to"), "To: zplusj@gmail.com");
  EXPECT_EQ(find(built, "au-cc"), nullptr);
  EXPECT_EQ(text_of(built, "au-keeps"),
            "Keep [apply-phd-ot] in the subject: that is how your mail is found.");
}

TEST(ApplyCard, ListsWhatToSendNowWithBoxesAndWhatComesLaterWithout) {
  Applicant one = example();
  one.view.have.insert("thesis");
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(get(built, "au-now-list").label, "To send now");
  EXPECT_EQ(text_of(built, "au-later"), "Later, if you are selected:");
  EXPECT_EQ(get(built, "au-later-list").label, "Later, if you are selected");
  EXPECT_EQ(texts_of(within(built, "au-now-list"), Widget::option).size(), 4u);
  EXPECT_EQ(texts_of(within(built, "au-later-list"), Widget::option).size(), 0u);
  EXPECT_EQ(texts_of(within(built, "au-later-list"), Widget::line_item),
            (std::vector<std::string>{
                "Cover letter of 1\u20132 pages, including a very brief research statement",
                "Contact details of 2\u20133 referees from earlier research projects, with their consent"}));
  EXPECT_TRUE(get(built, "au-have-thesis").checked);
  EXPECT_FALSE(get(built, "au-have-cv").checked);
  EXPECT_EQ(get(built, "au-have-cv").input, layout::Input::checkbox);
  EXPECT_FALSE(get(built, "au-have-cv").live) << "a box to tick off needs no script";
}

TEST(ApplyCard, WhatIsRequiredStandsBesideAndRemarksBelow) {
  const Built built = example().see();
  EXPECT_EQ(text_of(built, "au-required-thesis"), "if you have one");
  EXPECT_EQ(get(built, "au-required-thesis").widget, Widget::tag);
  EXPECT_EQ(index_of(built, "au-required-thesis"), index_of(built, "au-have-thesis") + 1);
  EXPECT_EQ(find(built, "au-required-cv"), nullptr) << "what is always required needs no word";
  EXPECT_EQ(text_of(built, "au-remark-thesis"), "as evidence of: Related research experience");
  EXPECT_EQ(get(built, "au-have-thesis").described_by, "au-required-thesis au-remark-thesis");
  EXPECT_EQ(text_of(of_positions().see(), "au-material-letter"), "Letter (with research statement)");
}

/// Transcripts, evidence of the second clause, that may be left out.
Applicant with_optional_transcripts() {
  Applicant one = example();
  for (rules::Material& material : one.rules.materials) {
    if (material.id == "transcripts") material.required = rules::Required::optional;
  }
  return one;
}

TEST(ApplyCard, EvidenceIsNamedOnlyWhereTheMaterialsNameDoesntSayIt) {
  Applicant one = with_optional_transcripts();
  const auto remark = [&](std::string label) {
    one.rules.clauses[1].label = {{{"", std::move(label)}}};
    const Built built = one.see();
    const FormNode* node = find(built, "au-remark-transcripts");
    return node == nullptr ? std::string() : node->text;
  };
  EXPECT_EQ(remark("Grades"), "as evidence of: Grades");
  EXPECT_EQ(remark("A good transcript"), "") << "the same word";
  EXPECT_EQ(remark("A manuscripts' list"), "as evidence of: A manuscripts' list") << "another one inside";
}

TEST(ApplyCard, WhatMustBeSentNeedsNoReason) {
  Applicant one = example();
  one.rules.clauses[1].label = {{{"", "Grades"}}};
  EXPECT_EQ(find(one.see(), "au-remark-transcripts"), nullptr);
}

TEST(ApplyCard, WhatARemarkNamesInAnotherLanguageIsSetApart) {
  Applicant one = with_optional_transcripts();
  one.rules.clauses[1].label = {{{"", "Grades"}}};
  one.language = i18n::Language::de;
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(find(built, "au-remark-transcripts"), nullptr);
  EXPECT_EQ(text_of(built, "au-shows-transcripts"), "as evidence of: Grades") << "one language in one node";
  EXPECT_EQ(get(built, "au-shows-transcripts").language, "en");
  EXPECT_EQ(get(built, "au-have-transcripts").described_by, "au-required-transcripts au-shows-transcripts");
}

TEST(ApplyCard, NamesOfPositionsInAnotherLanguageSaySoWhereverTheyStand) {
  Applicant one = of_positions();
  one.language = i18n::Language::de;
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(text_of(built, "au-mail-0"), "Open in your mail app: Ph.D.") << "one language in one node";
  EXPECT_EQ(get(built, "au-mail-0").language, "en");
  EXPECT_EQ(text_of(built, "au-material-letter"), "Letter (with research statement)");
  EXPECT_EQ(get(built, "au-material-letter").language, "en");
  one.rules.positions[1].materials = {"cv"};
  EXPECT_EQ(text_of(one.see(), "au-material-letter"), "Letter (with research statement, For Ph.D.)");
}

TEST(ApplyCard, WhatAnAnswerRulesOutIsNotListed) {
  Applicant one = example();
  one.act("au-o-masters-2");
  EXPECT_EQ(find(one.see(), "au-material-thesis"), nullptr);
}

TEST(ApplyCard, ReplyPolicyStandsAtTheEnd) {
  const Built built = of_positions().see();
  EXPECT_EQ(text_of(built, "au-reply"), "We answer.");
  EXPECT_GT(index_of(built, "au-reply"), index_of(built, "au-attach"));
}

TEST(ApplyCard, SizesKeepTheirFraction) {
  EXPECT_EQ(text_of(of_positions().see(), "au-max-total"), "All files together: at most 7.5 MB.");
}

TEST(ApplyCard, PositionsComeBeforeAllQuestions) {
  const Built built = of_positions().see();
  expect_well_formed(built);
  EXPECT_LT(index_of(built, "au-position"), index_of(built, "au-q-a"));
  EXPECT_EQ(texts_of(within(built, "au-position"), Widget::chip),
            (std::vector<std::string>{"Ph.D.", "Postdoc"}));
  EXPECT_EQ(get(built, "au-p-0").input, layout::Input::radio);
  EXPECT_EQ(built.left, "2 questions");
}

TEST(ApplyCard, UntilAPositionIsChosenEachHasItsLinkAndItsFacts) {
  const Built built = of_positions().see();
  EXPECT_EQ(find(built, "au-mail"), nullptr);
  EXPECT_EQ(find(built, "au-copy-text"), nullptr);
  EXPECT_EQ(text_of(built, "au-mail-0"), "Open in your mail app: Ph.D.");
  EXPECT_NE(get(built, "au-mail-0").value.find("subject=%5Bphd-7%5D"), std::string::npos);
  EXPECT_NE(get(built, "au-mail-1").value.find("subject=%5Btag-7%5D"), std::string::npos);
  EXPECT_EQ(text_of(built, "au-tag-for-0"), "For Ph.D.");
  EXPECT_EQ(text_of(built, "au-keeps-0"), "Keep [phd-7] in the subject: that is how your mail is found.");
  EXPECT_EQ(text_of(built, "au-keeps-1"), "Keep [tag-7] in the subject: that is how your mail is found.");
  EXPECT_NE(find(built, "au-have-list"), nullptr);
  EXPECT_EQ(text_of(built, "au-remark-list"), "For Postdoc");
  EXPECT_EQ(find(built, "au-remark-cv"), nullptr) << "for both";
  EXPECT_EQ(text_of(built, "au-text-criterion-c"), "C");
  EXPECT_EQ(text_of(built, "au-text-criterion-d"), "D · For Postdoc");
}

TEST(ApplyCard, UntilAPositionIsChosenOnlyWhatAllOfThemAskIsAsked) {
  const Built built = of_positions().see();
  EXPECT_NE(find(built, "au-q-a"), nullptr) << "both ask";
  EXPECT_EQ(find(built, "au-q-b"), nullptr) << "only one asks";
  Applicant other = of_positions();
  other.rules.positions[1].criteria = {"d"};
  const Built apart = other.see();
  expect_well_formed(apart);
  EXPECT_EQ(find(apart, "au-q-a"), nullptr);
  EXPECT_NE(find(apart, "au-position"), nullptr);
  other.act("au-p-1");
  EXPECT_NE(find(other.see(), "au-q-b"), nullptr);
}

TEST(ApplyCard, OnceAPositionIsChosenItIsAsIfThereWereNoOther) {
  Applicant one = of_positions();
  EXPECT_TRUE(one.act("au-p-0"));
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_TRUE(get(built, "au-p-0").checked);
  EXPECT_EQ(find(built, "au-mail-0"), nullptr);
  EXPECT_NE(get(built, "au-mail").value.find("subject=%5Bphd-7%5D"), std::string::npos);
  EXPECT_EQ(text_of(built, "au-keeps"), "Keep [phd-7] in the subject: that is how your mail is found.");
  EXPECT_EQ(find(built, "au-have-list"), nullptr);
  EXPECT_EQ(find(built, "au-criterion-d"), nullptr);
  EXPECT_EQ(built.left, "At most 1 more question");
  EXPECT_NE(find(built, "au-q-a"), nullptr);
  EXPECT_EQ(find(built, "au-q-b"), nullptr) << "only the other position asks";
}

TEST(ApplyCard, AnswersForOtherPositionsAreKeptAndCountForThemAlone) {
  Applicant one = of_positions();
  one.act("au-p-1");
  one.act("au-o-a-0");
  one.act("au-o-b-0");
  const std::string both = text_of(one.see(), "au-left");
  one.act("au-p-0");
  const Built first = one.see();
  expect_well_formed(first);
  EXPECT_EQ(text_of(first, "au-left"), "1 of 1");
  one.act("au-p-1");
  EXPECT_EQ(text_of(one.see(), "au-left"), both);
  EXPECT_EQ(both, "2 of 2");
}

TEST(ApplyCard, APositionThatAsksForNothingAsksNothing) {
  Applicant one = of_positions();
  one.rules.positions[1].criteria.emplace();
  one.rules.clauses.push_back({"of_a", {}, {}, {}, one.rules.criteria[0].logic, {}});
  one.phrases["of_a"] = "au-phrase-of_a";
  one.act("au-p-1");
  const Built built = one.see();
  expect_well_formed(built);
  for (const char* id : {"au-q-a", "au-q-b", "au-status", "au-points", "au-send-check"})
    EXPECT_EQ(find(built, id), nullptr) << id;
  EXPECT_EQ(text_of(built, "au-nothing-asked"), "There is nothing to check for this position.");
  EXPECT_EQ(built.outcome, "");
  EXPECT_NE(find(built, "au-mail"), nullptr);
  EXPECT_FALSE(one.act("au-send-check"));
}

TEST(ApplyCard, WhatPositionsSayThemselvesStandsAtEach) {
  author::CheckFile file;
  file.apply = R"({"portal": "https://jobs.example/7", "deadline": {"date": "2027-03-31"}})";
  file.positions = R"([
    {"id": "phd", "label": "Ph.D."},
    {"id": "hiwi", "label": "HiWi", "to": ["hiwi@b.example"], "inquiry": true, "deadline": {"date": "2027-05-31"}}])";
  Applicant one{author::load_or_fail(file.text())};
  one.write("au-over", "2027-03-31  ", true);
  Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(find(built, "au-to-0"), nullptr) << "no mail is taken";
  EXPECT_EQ(text_of(built, "au-to-1"), "To: hiwi@b.example");
  EXPECT_EQ(find(built, "au-mail-0"), nullptr);
  EXPECT_NE(find(built, "au-mail-1"), nullptr);
  EXPECT_EQ(find(built, "au-closed"), nullptr) << "one is open";
  EXPECT_EQ(built.mail, "");

  one.act("au-p-0");
  built = one.see();
  EXPECT_EQ(text_of(built, "au-closed"), "The deadline was 31 March 2027.");
  for (const char* id : {"au-mail", "au-ask", "au-w-name"}) EXPECT_EQ(find(built, id), nullptr) << id;

  one.act("au-p-1");
  built = one.see();
  EXPECT_EQ(find(built, "au-closed"), nullptr);
  EXPECT_EQ(built.mail, get(built, "au-mail").value);
  EXPECT_TRUE(built.mail.starts_with("mailto:hiwi@b.example?"));
  EXPECT_NE(get(built, "au-ask").value.find("subject=Question%3A%20HiWi"), std::string::npos);

  one.act("au-p-1", false);
  one.write("au-over", "2027-05-31  ", true);
  EXPECT_EQ(text_of(one.see(), "au-closed"), "The deadline was 31 May 2027.") << "the last one";
  EXPECT_EQ(text_of(one.see(), "au-closed-mail-1"), "The deadline was 31 May 2027.");
}

TEST(ApplyCard, BesideAPortalQuestionsGoToWhoAnswersThem) {
  author::CheckFile file;
  file.apply = R"({"portal": "https://jobs.example/7", "inquiry": {"to": ["ann@b.example"]}})";
  const Built built = Applicant{author::load_or_fail(file.text())}.see();
  EXPECT_TRUE(get(built, "au-ask").value.starts_with("mailto:ann@b.example?subject=Question"));
  EXPECT_EQ(find(built, "au-mail"), nullptr);
}

TEST(ApplyCard, WithoutQuestionsThePositionIsChosenWhereOneApplies) {
  Applicant one = of_positions();
  one.rules.questions.clear();
  one.rules.criteria.clear();
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(find(built, "au-check"), nullptr);
  EXPECT_GT(index_of(built, "au-position"), index_of(built, "au-apply"));
  EXPECT_TRUE(one.act("au-p-1"));
  EXPECT_NE(find(one.see(), "au-mail"), nullptr);
}

TEST(ApplyCard, APortalTakesThePlaceOfTheMail) {
  author::CheckFile file;
  file.apply = R"({"portal": "https://jobs.example/7", "inquiry": true})";
  Applicant one{author::load_or_fail(file.text())};
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(get(built, "au-portal").value, "https://jobs.example/7");
  EXPECT_EQ(get(built, "au-portal").widget, Widget::main_button);
  EXPECT_NE(find(built, "au-have-cv"), nullptr) << "what to have ready";
  for (const std::string_view id :
       {"au-to", "au-mail", "au-ask", "au-copy-text", "au-w-name", "au-preview", "au-attach"})
    EXPECT_EQ(find(built, id), nullptr) << id;
  EXPECT_FALSE(one.type("au-w-name", "Ann"));
  EXPECT_FALSE(one.act("au-copy-text"));
}

TEST(ApplyCard, APortalMayStandBesideTheMail) {
  author::CheckFile file;
  file.apply = R"({"portal": "https://jobs.example/7", "to": ["a@b.example"]})";
  const Built built = Applicant{author::load_or_fail(file.text())}.see();
  EXPECT_NE(find(built, "au-portal"), nullptr);
  EXPECT_NE(find(built, "au-mail"), nullptr);
}

TEST(ApplyCard, WithoutMaterialsItSaysSo) {
  author::CheckFile file;
  file.materials = "[]";
  const Built built = Applicant{author::load_or_fail(file.text())}.see();
  expect_well_formed(built);
  EXPECT_EQ(text_of(built, "au-nothing-named"), "The posting names no documents to send.");
  EXPECT_EQ(find(built, "au-attach"), nullptr);
}

constexpr const char* k_dated =
    R"({"to": ["a@b.example"], "inquiry": true, "deadline": {"date": "2027-03-31", "time": "17:00", "zone": "Europe/Berlin"}})";

TEST(ApplyCard, APassedDeadlineIsSaidInTheCardAboveTheButtonAndInTheDock) {
  author::CheckFile file;
  file.apply = k_dated;
  Applicant one{author::load_or_fail(file.text())};
  for (const char* id : {"au-closed", "au-closed-mail"}) EXPECT_EQ(find(one.see(), id), nullptr) << id;
  EXPECT_TRUE(one.write("au-over", "2027-03-31 17:00 Europe/Berlin", true));
  EXPECT_FALSE(one.write("au-over", "2027-03-31 17:00 Europe/Berlin", true)) << "told before";
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(text_of(built, "au-closed"), "The deadline was 31 March 2027.");
  EXPECT_EQ(index_of(built, "au-closed"), index_of(built, "au-apply-title") + 1);
  EXPECT_EQ(index_of(built, "au-closed-mail") + 1, index_of(built, "au-mail"));
  EXPECT_EQ(get(built, "au-mail").described_by, "au-closed-mail");
  EXPECT_TRUE(get(built, "au-mail").value.starts_with("mailto:a@b.example?subject=")) << "no dead end";
  EXPECT_NE(find(built, "au-ask"), nullptr);
  EXPECT_EQ(built.outcome, "No longer open");
  EXPECT_EQ(built.left, "The deadline was 31 March 2027.");
}

TEST(ApplyCard, AnotherDeadlineThanThePostingsSaysNothing) {
  author::CheckFile file;
  file.apply = k_dated;
  Applicant one{author::load_or_fail(file.text())};
  one.write("au-over", "2027-03-31  ", true);
  EXPECT_EQ(find(one.see(), "au-closed"), nullptr);
}

TEST(ApplyCard, AFilledPositionIsClosedWhateverTheDeadline) {
  author::CheckFile file;
  file.apply =
      R"({"to": ["a@b.example"], "portal": "https://jobs.example/7", "deadline": "until_filled", "closed": true})";
  file.questions = R"([{"id": "a", "type": "yes_no", "label": "A?"}])";
  file.criteria = R"([{"id": "c", "level": "must", "label": "C", "logic": {"var": "a"}}])";
  Applicant one{author::load_or_fail(file.text())};
  one.act("au-o-a-0");
  const Built built = one.see();
  expect_well_formed(built);
  EXPECT_EQ(text_of(built, "au-closed"),
            "Applications are closed: the position has been filled or withdrawn.");
  EXPECT_EQ(get(built, "au-portal").described_by, "au-closed");
  EXPECT_EQ(get(built, "au-closed").tone, Tone::ask);
  EXPECT_NE(find(built, "au-mail"), nullptr);
  EXPECT_EQ(text_of(built, "au-reason").find("the next step is to apply"), std::string::npos);
  EXPECT_NE(text_of(built, "au-reason").find("you can still write"), std::string::npos);
}

TEST(ApplyCard, PositionsThatAnswerQuestionsThemselvesHaveALinkEachUntilOneIsChosen) {
  Applicant one = of_positions();
  one.rules.apply.inquiry = {};
  EXPECT_EQ(find(one.see(), "au-ask"), nullptr);
  one.rules.positions[1].inquiry = rules::Inquiry{true, {"b@group.example"}, "[ask-b]"};
  const Built built = one.see();
  EXPECT_EQ(find(built, "au-ask"), nullptr);
  EXPECT_EQ(find(built, "au-ask-0"), nullptr) << "the first takes no questions";
  EXPECT_EQ(text_of(built, "au-ask-1"),
            "Ask a question first: " + one.rules.positions[1].label.versions[0].text);
  EXPECT_NE(get(built, "au-ask-1").value.find("b@group.example"), std::string::npos);
  EXPECT_NE(get(built, "au-ask-1").value.find("ask-b"), std::string::npos);
  one.answers.position = one.rules.positions[1].id;
  EXPECT_EQ(find(one.see(), "au-ask-1"), nullptr);
  EXPECT_EQ(text_of(one.see(), "au-ask"), "Ask a question first");
}

}  // namespace
}  // namespace aushang::form
