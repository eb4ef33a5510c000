#include "mail/compose.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/load.h"
#include "base/text.h"

namespace aushang::mail {
namespace {

constexpr std::string_view k_check = R"({
  "version": 1,
  "apply": {"to": ["jobs@group.example"], "cc": ["office@group.example"], "subject": {"contains": "[tag-7]"}, "inquiry": true},
  "questions": [{"id": "masters", "type": "yes_no", "label": "Do you hold a master's degree?"}],
  "clauses": [{"id": "degree", "quote": "degree", "label": "Degree", "logic": {"var": "masters"}}],
  "criteria": [{"id": "fit", "level": "must", "label": "Fit", "logic": {"var": "degree"}}],
  "materials": [
    {"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": {"en": "CV", "de": "Lebenslauf"}},
    {"id": "thesis", "kind": "thesis", "stage": "now", "required": "if_any", "when": {"var": "degree"}, "label": "Thesis"},
    {"id": "extra", "kind": "other", "stage": "now", "required": "optional", "label": "Extra"},
    {"id": "letter", "kind": "cover_letter", "stage": "later", "required": "yes", "label": "Letter"}],
  "positions": [
    {"id": "phd", "label": "Ph.D.", "subject": {"contains": "[phd-7]"}, "materials": ["cv", "letter"]},
    {"id": "postdoc", "label": "Postdoc"}]
})";

rules::RuleSet rules_of(std::string_view json) {
  base::Result<author::Loaded> loaded = author::load(json, "check.json", {});
  if (!loaded) {
    for (const base::Diagnostic& one : loaded.errors()) ADD_FAILURE() << base::format(one);
    return {};
  }
  return std::move(loaded->rules);
}

Request request(i18n::Language language = i18n::Language::en) {
  Request out;
  out.title = "A position";
  out.language = language;
  return out;
}

TEST(Compose, SubjectStartsWithTheTagWhateverIsTyped) {
  const rules::RuleSet rules = rules_of(k_check);
  rules::Answers answers;
  for (const char* name : {"", "Ann", "A\r\nSubject: x", "]]]", "\xFF\xFE", "Ü. Ñame 名前", "[tag-8]"}) {
    answers.words.name = name;
    const Draft draft = compose(rules, answers, request());
    EXPECT_TRUE(draft.subject.starts_with("[tag-7] ")) << draft.subject;
    EXPECT_EQ(draft.subject.find_first_of("\r\n"), std::string::npos);
  }
  answers.words.name = std::string(100000, 'x');
  EXPECT_LT(compose(rules, answers, request()).subject.size(), 250u);
}

TEST(Compose, AddressesAreTheRulesOwn) {
  const Draft draft = compose(rules_of(k_check), {}, request());
  EXPECT_EQ(draft.to, std::vector<std::string>{"jobs@group.example"});
  EXPECT_EQ(draft.cc, std::vector<std::string>{"office@group.example"});
}

TEST(Compose, WithNothingAnsweredOrAttachedTheBodyListsNothing) {
  const rules::RuleSet rules = rules_of(k_check);
  const rules::Verdict verdict = rules::judge(rules, {});
  Request with = request();
  with.self_check = &verdict;
  EXPECT_EQ(compose(rules, {}, with).body,
            "Hello,\n\nI would like to apply for the position “A position”.\n\nKind regards,\n");
}

TEST(Compose, TheBodyListsExactlyWhatIsAttached) {
  Request with = request();
  with.attached = {{"cv", "Doe_CV.pdf"}, {"", "notes.txt"}};
  const std::string body = compose(rules_of(k_check), {}, with).body;
  EXPECT_NE(body.find("I have attached:\n- CV (Doe_CV.pdf)\n- notes.txt\n"), std::string::npos) << body;
  EXPECT_EQ(body.find("Thesis"), std::string::npos);
  with.attached.clear();
  EXPECT_EQ(compose(rules_of(k_check), {}, with).body.find("attached"), std::string::npos);
}

TEST(Compose, MaterialsThatAnAnswerRulesOutAreNotAskedFor) {
  const rules::RuleSet rules = rules_of(k_check);
  rules::Answers answers;
  EXPECT_EQ(materials(rules, answers, rules::Stage::now).size(), 3u)
      << "unknown is no reason to leave it out";
  answers.by_question["masters"] = false;
  EXPECT_EQ(materials(rules, answers, rules::Stage::now).size(), 2u);
}

TEST(Compose, NamesWhatIsRequiredAndMissing) {
  const rules::RuleSet rules = rules_of(k_check);
  const std::vector<const rules::Material*> now = materials(rules, {}, rules::Stage::now);
  ASSERT_EQ(missing(now, {}).size(), 1u);
  EXPECT_EQ(missing(now, {})[0]->id, "cv");
  EXPECT_TRUE(missing(now, {{"cv", ""}}).empty());
}

TEST(Compose, APositionBringsItsOwnTagAndMaterials) {
  const rules::RuleSet rules = rules_of(k_check);
  rules::Answers answers;
  answers.position = "phd";
  const Draft draft = compose(rules, answers, request());
  EXPECT_TRUE(draft.subject.starts_with("[phd-7] "));
  EXPECT_NE(draft.body.find("A position: Ph.D."), std::string::npos);
  EXPECT_EQ(draft.body.find("Extra"), std::string::npos);
  answers.position = "postdoc";
  EXPECT_EQ(compose(rules, answers, request()).subject, "[tag-7] Application: Postdoc")
      << "nothing else tells it apart";
}

TEST(Compose, TheSubjectIsTheTagAndWhatItDoesNotSayAlready) {
  const auto subject = [](const char* tag, const char* name, i18n::Language language = i18n::Language::en) {
    rules::RuleSet rules = rules_of(R"({"version": 1, "apply": {"to": ["a@b.example"]}})");
    rules.apply.subject_tag = tag;
    rules::Answers answers;
    answers.words.name = name;
    return compose(rules, answers, request(language)).subject;
  };
  const std::string from_ann =
      base::fill_in(i18n::text(i18n::Language::en, i18n::Word::mail_subject_apply_name), "name", "Ann");
  EXPECT_EQ(subject("[x]", ""), "[x] Application");
  EXPECT_EQ(subject("[x]", "Ann"), "[x] " + from_ann);
  EXPECT_EQ(subject("", "Ann"), from_ann);
  EXPECT_EQ(subject("HiWi Application", ""), "HiWi Application");
  EXPECT_EQ(subject("HiWi Application", "Ann"), "HiWi " + from_ann);
  EXPECT_EQ(subject("[application-7]", "Ann"), "[application-7] " + from_ann) << "no word";
  EXPECT_EQ(subject("[x] PhD application 2027", "Ann"), "[x] PhD application 2027 Ann");
  EXPECT_EQ(subject("HiWi Application", "", i18n::Language::de), "HiWi Application");
  EXPECT_EQ(subject("Initiativbewerbung", "", i18n::Language::de), "Initiativbewerbung");
}

TEST(Compose, APositionsOwnAddressAndQuestionsAreItsOwn) {
  const rules::RuleSet rules = rules_of(R"({"version": 1,
    "apply": {"to": ["all@b.example"], "cc": ["cc@b.example"], "subject": {"contains": "[all]"}, "inquiry": {"subject": {"contains": "[ask]"}}},
    "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"}],
    "positions": [{"id": "phd", "label": "Ph.D."},
                  {"id": "hiwi", "label": "HiWi", "to": ["hiwi@b.example"], "subject": {"contains": "HiWi Application"},
                   "inquiry": {"to": ["ann@b.example"]}, "materials": []}]})");
  rules::Answers answers;
  EXPECT_EQ(compose_question(rules, answers, request()).subject, "[ask] Question");
  answers.position = "phd";
  const Draft of_phd = compose_question(rules, answers, request());
  EXPECT_EQ(of_phd.subject, "[ask] Question: Ph.D.");
  EXPECT_EQ(of_phd.to, std::vector<std::string>{"all@b.example"});
  EXPECT_NE(of_phd.body.find("A position: Ph.D."), std::string::npos);
  answers.position = "hiwi";
  const Draft of_hiwi = compose_question(rules, answers, request());
  EXPECT_EQ(of_hiwi.subject, "HiWi Application Question") << "the tag names the position";
  EXPECT_EQ(of_hiwi.to, std::vector<std::string>{"ann@b.example"});
  EXPECT_TRUE(of_hiwi.cc.empty());
  EXPECT_EQ(compose(rules, answers, request()).to, std::vector<std::string>{"hiwi@b.example"});
  EXPECT_EQ(compose(rules, answers, request()).subject, "HiWi Application");
  EXPECT_TRUE(materials(rules, answers, rules::Stage::now).empty());
}

TEST(Compose, SpeaksTheLanguageAskedFor) {
  const Draft draft = compose(rules_of(k_check), {}, request(i18n::Language::de));
  EXPECT_EQ(draft.subject, "[tag-7] Bewerbung");
  Request with = request(i18n::Language::de);
  with.attached = {{"cv", ""}};
  EXPECT_NE(compose(rules_of(k_check), {}, with).body.find("- Lebenslauf\n"), std::string::npos);
  EXPECT_NE(draft.body.find("Mit freundlichen Grüßen"), std::string::npos);
}

TEST(Compose, TakesTheApplicantsWordsAsTheyAreButNoControlCharacters) {
  rules::Answers answers;
  answers.words = {"Ann Doe", "Oslo", "First\x07 line\r\n\r\nsecond", "https://a.example\nhttps://b.example"};
  EXPECT_EQ(compose(rules_of(k_check), answers, request()).body,
            "Hello,\n\nI would like to apply for the position “A position”.\n\nFirst line\n\nsecond\n\n"
            "You can find more about me and my work here:\nhttps://a.example\nhttps://b.example\n\n"
            "Kind regards,\nAnn Doe\nOslo\n");
}

TEST(Compose, EachSentenceStandsOnlyWhereItsFieldHoldsSomething) {
  const auto body = [](const rules::Words& words) {
    rules::Answers answers;
    answers.words = words;
    return compose(rules_of(k_check), answers, request(i18n::Language::de)).body;
  };
  const std::string begin = "Guten Tag,\n\nhiermit bewerbe ich mich auf die Stelle „A position“.\n\n";
  const std::string end = "Mit freundlichen Grüßen\n";
  EXPECT_EQ(body({}), begin + end);
  EXPECT_EQ(body({" ", "\n", " \r\n ", "\t"}), begin + end) << "white space is nothing";
  EXPECT_EQ(body({"Ann", "", "", ""}), begin + end + "Ann\n");
  EXPECT_EQ(body({"", "Oslo", "", ""}), begin + end + "Oslo\n");
  EXPECT_EQ(body({"", "", "Flüsse.", ""}), begin + "Flüsse.\n\n" + end);
  EXPECT_EQ(body({"", "", "", "https://a.example"}),
            begin + "Mehr über mich und meine Arbeit finden Sie hier:\nhttps://a.example\n\n" + end);
}

TEST(Compose, AQuestionGoesToTheSameAddressWithATag) {
  const Draft question = compose_question(rules_of(k_check), {}, request());
  EXPECT_EQ(question.to, std::vector<std::string>{"jobs@group.example"});
  EXPECT_EQ(question.subject, "[tag-7] Question");
  EXPECT_EQ(question.body, "Hello,\n\nI have a question about the position “A position”:\n\nKind regards,\n");
}

TEST(Compose, TheVerdictIsNeverInTheMail) {
  rules::Answers answers;
  answers.by_question["masters"] = false;
  const Draft draft = compose(rules_of(k_check), answers, request());
  for (const char* word : {"not_yet", "verdict", "degree", "Fit"})
    EXPECT_EQ(draft.body.find(word), std::string::npos) << word;
}

TEST(Compose, TheSelfCheckIsThereIfTheApplicantWantsItLineByLine) {
  const rules::RuleSet rules = rules_of(k_check);
  rules::Answers answers;
  for (const auto& [answer, line] : {std::pair{true, ": met\n"}, {false, ": not met\n"}}) {
    answers.by_question["masters"] = answer;
    Request with = request();
    const rules::Verdict verdict = rules::judge(rules, answers);
    with.self_check = &verdict;
    const std::string body = compose(rules, answers, with).body;
    EXPECT_NE(body.find("\nThe self-check on your page gave this result:\n- "), std::string::npos) << body;
    EXPECT_NE(body.find(line), std::string::npos) << body;
    EXPECT_LT(body.find("The self-check on your page gave this result:"), body.find("Kind regards,"));
  }
  Request with = request(i18n::Language::de);
  const rules::Verdict verdict = rules::judge(rules, answers);
  with.self_check = &verdict;
  EXPECT_NE(compose(rules, answers, with).body.find("Der Selbstcheck auf Ihrer Seite hat ergeben:\n- "),
            std::string::npos);
}

TEST(Compose, AnswersInWordsGoIntoTheMailUnderTheirQuestion) {
  const rules::RuleSet rules = rules_of(R"({"version": 1, "apply": {"to": ["jobs@group.example"]},
    "questions": [{"id": "draws", "type": "text", "label": {"en": "What draws you here?", "de": "Was zieht Sie her?"}}],
    "materials": [{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"}]})");
  rules::Answers answers;
  answers.by_question["draws"] = std::string("Flows\r\nand\x07 more ");
  EXPECT_NE(compose(rules, answers, request()).body.find("\nWhat draws you here?\nFlows\nand more\n\n"),
            std::string::npos)
      << compose(rules, answers, request()).body;
  EXPECT_NE(compose(rules, answers, request(i18n::Language::de)).body.find("Was zieht Sie her?\n"),
            std::string::npos);
  for (const rules::Answer& none :
       {rules::Answer(std::string(" \n")), rules::Answer(rules::NoAnswer::declined)}) {
    answers.by_question["draws"] = none;
    EXPECT_EQ(compose(rules, answers, request()).body.find("draws"), std::string::npos);
  }
}

}  // namespace
}  // namespace aushang::mail
