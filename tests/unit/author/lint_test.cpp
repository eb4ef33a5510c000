#include "author/lint.h"

#include <string>
#include <utility>

#include "check_file.h"

namespace aushang::author {
namespace {

TEST(Lint, warns_of_questions_and_clauses_nothing_uses) {
  CheckFile file;
  file.questions =
      R"([{"id": "a", "type": "yes_no", "label": "x"}, {"id": "b", "type": "yes_no", "label": "x"},
                       {"id": "c", "type": "text", "label": "x"}])";
  file.clauses = R"([{"id": "used", "label": "x", "quote": "x", "logic": {"var": "a"}},
                     {"id": "through", "label": "x", "quote": "x", "logic": {"var": "used"}},
                     {"id": "unused", "label": "x", "quote": "x", "logic": {"var": "a"}}])";
  file.criteria = R"([{"id": "r", "level": "must", "label": "x", "logic": {"var": "through"}}])";
  const base::Diagnostics all = diagnose(file.text());
  ASSERT_EQ(all.size(), 2u) << describe(all);
  EXPECT_EQ(all[0].code + all[0].path, "unused-question$.questions[1]");
  EXPECT_EQ(all[1].code + all[1].path, "unused-clause$.clauses[2]");
}

TEST(Lint, a_material_uses_what_decides_whether_it_is_wanted) {
  CheckFile file;
  file.questions = R"([{"id": "a", "type": "yes_no", "label": "x"}])";
  file.materials =
      R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "when": {"var": "a"}}])";
  EXPECT_TRUE(diagnose(file.text()).empty());
}

base::Diagnostics diagnose_criterion(const std::string& logic) {
  CheckFile file;
  file.questions = R"([{"id": "years", "type": "number", "label": "x", "min": 0, "max": 40},
    {"id": "one", "type": "one", "label": "x", "options": [{"value": "yes"}, {"value": "no"}]},
    {"id": "many", "type": "many", "label": "x", "options": [{"value": "p", "label": "x"}, {"value": "other", "label": "x"}]}])";
  file.criteria = R"([{"id": "all", "level": "should", "label": "x",
                       "logic": {"and": [{">": [{"var": "years"}, 1]}, {"==": [{"var": "one"}, "yes"]}, {"in": ["p", {"var": "many"}]}]}},
                      {"id": "r", "level": "must", "label": "x", "logic": )" +
                  logic + "}]";
  return diagnose(file.text());
}

TEST(Lint, warns_of_criteria_that_come_out_the_same_whatever_is_answered) {
  const char* k_path = "$.criteria[1].logic";
  expect_one(
      diagnose_criterion(R"({"or": [{"==": [{"var": "one"}, "yes"]}, {"==": [{"var": "one"}, "no"]}]})"),
      "always-true", k_path);
  expect_one(diagnose_criterion(R"({">=": [{"var": "years"}, 0]})"), "always-true", k_path);
  expect_one(diagnose_criterion(R"({">": [{"var": "years"}, 40]})"), "always-false", k_path);
  expect_one(diagnose_criterion(R"({"and": [{"<": [{"var": "years"}, 2]}, {">": [{"var": "years"}, 2]}]})"),
             "always-false", k_path);
  expect_one(diagnose_criterion(R"({"some": [{"var": "many"}, {"in": [{"var": ""}, ["p", "other"]]}]})"),
             "always-true", k_path);
  expect_one(diagnose_criterion("true"), "always-true", k_path);
  for (const char* fine : {R"({">": [{"var": "years"}, 39]})", R"({"<": [1, {"var": "years"}, 2]})",
                           R"({"all": [{"var": "many"}, {"==": [{"var": ""}, "p"]}]})"}) {
    EXPECT_TRUE(diagnose_criterion(fine).empty()) << fine;
  }
}

TEST(Lint, warns_of_clauses_and_documents_that_no_answer_changes) {
  CheckFile file;
  file.questions = R"([{"id": "years", "type": "number", "label": "x", "min": 0, "max": 40}])";
  file.clauses = R"([{"id": "some", "label": "x", "quote": "x", "logic": {">=": [{"var": "years"}, 0]}}])";
  file.criteria =
      R"([{"id": "r", "level": "must", "label": "x", "logic": {"and": [{"var": "some"}, {">": [{"var": "years"}, 2]}]}}])";
  expect_one(diagnose(file.text()), "always-true", "$.clauses[0].logic", "make it a note");
  file.clauses = R"([{"id": "some", "label": "x", "quote": "x", "logic": {">": [{"var": "years"}, 1]}}])";
  EXPECT_TRUE(diagnose(file.text()).empty()) << describe(diagnose(file.text()));
  file.materials =
      R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV", "when": {">": [{"var": "years"}, 40]}}])";
  expect_one(diagnose(file.text()), "always-false", "$.materials[0].when", "never listed");
}

TEST(Lint, warns_of_a_list_from_which_nothing_may_be_chosen) {
  CheckFile file;
  const auto with = [&](const std::string& more, const char* option) {
    file.questions = R"([{"id": "field", "type": "many", "label": "x",)" + more +
                     R"( "options": [{"value": "ml", "label": "x"}, {"value": ")" + option +
                     R"(", "label": "x"}]}])";
    file.criteria =
        R"([{"id": "r", "level": "must", "label": "x", "logic": {"in": ["ml", {"var": "field"}]}}])";
    return diagnose(file.text());
  };
  expect_one(with("", "math"), "no-none", "$.questions[0]", "\"none_of_these\": true");
  EXPECT_TRUE(with(R"("none_of_these": true,)", "math").empty());
  EXPECT_TRUE(with("", "none").empty() && with("", "other_field").empty());
}

TEST(Lint, warns_of_a_deadline_that_is_over_if_it_knows_the_day) {
  CheckFile file;
  file.apply = R"({"to": ["a@example.org"], "deadline": {"date": "2026-01-31"}})";
  EXPECT_TRUE(diagnose(file.text()).empty());
  EXPECT_TRUE(diagnose(file.text(), {}, base::Date{2026, 1, 31}).empty());
  expect_one(diagnose(file.text(), {}, base::Date{2026, 2, 1}), "deadline-over", "$.apply.deadline");
  file.apply.insert(file.apply.size() - 1, R"(, "closed": true)");
  EXPECT_TRUE(diagnose(file.text(), {}, base::Date{2026, 2, 1}).empty()) << "the page says so already";
}

TEST(Lint, warns_of_questions_that_nobody_would_get) {
  CheckFile file;
  file.apply = R"({"portal": "https://example.org/", "inquiry": true})";
  expect_one(diagnose(file.text()), "inquiry-without-address", "$.apply.inquiry", R"("to")");
  file.apply = R"({"portal": "https://example.org/", "inquiry": {"to": ["a@example.org"]}})";
  EXPECT_TRUE(diagnose(file.text()).empty());
  file.apply = R"({"portal": "https://example.org/"})";
  file.positions =
      R"([{"id": "p", "label": "P", "inquiry": true}, {"id": "q", "label": "Q", "to": ["a@example.org"], "inquiry": true}])";
  expect_one(diagnose(file.text()), "inquiry-without-address", "$.positions[0].inquiry");
}

TEST(Lint, looks_at_what_positions_say_themselves) {
  CheckFile file;
  file.positions = R"([{"id": "p", "label": "P", "deadline": {"date": "2026-01-31"}}])";
  expect_one(diagnose(file.text(), {}, base::Date{2026, 2, 1}), "deadline-over", "$.positions[0].deadline");
  file.positions = R"([{"id": "p", "label": "P", "to": ["your.name@institute.edu"]}])";
  expect_one(diagnose(file.text()), "placeholder", "$.positions[0].to[0]");
}

TEST(Lint, warns_where_a_mail_would_have_nothing_to_say) {
  CheckFile file;
  file.materials = R"([{"id": "cv", "kind": "cv", "stage": "later", "required": "yes", "label": "CV"}])";
  expect_one(diagnose(file.text()), "no-materials", "$.materials");
  file.apply = R"({"portal": "https://example.org/"})";
  EXPECT_TRUE(diagnose(file.text()).empty());
}

TEST(Lint, warns_of_placeholders_plain_http_and_subjects_beyond_ascii) {
  CheckFile file;
  file.apply = R"({"to": ["your.name@institute.edu"]})";
  expect_one(diagnose(file.text()), "placeholder", "$.apply.to[0]");
  file.apply = R"({"portal": "http://example.org/"})";
  expect_one(diagnose(file.text()), "portal-not-https", "$.apply.portal");
  file.apply = R"({"to": ["a@example.org"], "subject": {"contains": "[für]"}})";
  expect_one(diagnose(file.text()), "subject-not-ascii", "$.apply.subject.contains");
}

TEST(Lint, flags_topics_that_the_law_protects) {
  const std::pair<const char*, const char*> k_topics[] = {
      {"Your age", "age"},
      {"Date of birth", "age"},
      {"How old are you?", "age"},
      {"Ihr Alter", "age"},
      {"Geburtsdatum", "age"},
      {"Gender", "gender"},
      {"Geschlecht", "gender"},
      {"weiblich", "gender"},
      {"Ethnic origin", "ethnic origin"},
      {"Herkunftsland", "ethnic origin"},
      {"Ethnische Zugehörigkeit", "ethnic origin"},
      {"What is your religion?", "religion or belief"},
      {"Konfession", "religion or belief"},
      {"Do you have a disability?", "disability or health"},
      {"Schwerbehinderung", "disability or health"},
      {"Sexual orientation", "sexual identity"},
      {"Sexuelle Identität", "sexual identity"},
      {"Your nationality", "nationality or mother tongue"},
      {"Are you a native speaker of German?", "nationality or mother tongue"},
      {"Staatsangehörigkeit", "nationality or mother tongue"},
      {"Deutsch als Muttersprache", "nationality or mother tongue"},
      {"Marital status", "family or pregnancy"},
      {"Are you pregnant?", "family or pregnancy"},
      {"Familienstand", "family or pregnancy"},
      {"Please attach a photo", "a photo"},
      {"Bewerbungsfoto", "a photo"}};
  for (const auto& [text, topic] : k_topics) EXPECT_EQ(protected_topic(text, ""), topic) << text;
}

TEST(Lint, does_not_cry_wolf) {
  for (const char* text : {"Which programming language?",
                           "Engagement in open source",
                           "Average grade",
                           "A German degree",
                           "Image processing",
                           "Languages you speak",
                           "Management",
                           "Deep belief networks",
                           "Belief propagation",
                           "Race conditions in C++",
                           "Photonics",
                           "Photosynthesis",
                           "Native code, cloud native",
                           "Sexl",
                           "Agents",
                           "Gender studies",
                           "Citizen science",
                           "Working with children's books",
                           "Alterungsprozesse",
                           "Geburtshilfe",
                           "Verwaltung",
                           "Sprachkenntnisse",
                           "Church-Turing thesis",
                           "Bilder und Fotografie",
                           "Stage",
                           "Born rule",
                           "Disabled by default"}) {
    EXPECT_EQ(protected_topic(text, ""), "") << text;
  }
  EXPECT_EQ(protected_topic("May we alter the code?", "en"), "") << "German for age, but this isn't German";
}

TEST(Lint, says_where_a_protected_topic_stands) {
  CheckFile file;
  file.questions = R"([{"id": "a", "type": "one", "label": {"en": "You", "de": "Ihr Alter"},
                        "options": [{"value": "yes"}, {"value": "x", "label": "male"}]}])";
  file.criteria = R"([{"id": "r", "level": "must", "label": "x", "logic": {"==": [{"var": "a"}, "x"]}}])";
  const base::Diagnostics all = diagnose(file.text());
  ASSERT_EQ(all.size(), 2u) << describe(all);
  EXPECT_EQ(all[0].path, "$.questions[0].label.de");
  EXPECT_EQ(all[1].path, "$.questions[0].options[1].label");
}

}  // namespace
}  // namespace aushang::author
