#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "check_file.h"

namespace aushang::author {
namespace {

TEST(Load, takes_a_whole_file_and_refers_to_things_that_exist) {
  CheckFile file;
  file.questions = k_questions;
  file.apply = R"({"to": ["a@example.org"], "cc": ["b@example.org"], "subject": {"contains": "[phd]"},
    "inquiry": {"subject": {"contains": "[ask]"}}, "deadline": {"date": "2030-01-31", "time": "23:59", "zone": "Europe/Berlin"},
    "max_total_mb": 10, "reply": {"en": "Soon.", "de": "Bald."}, "portal": "https://example.org/apply"})";
  file.clauses =
      R"([{"id": "degree", "label": "A degree", "short": {"en": "Degree"}, "quote": ["a", "b"], "evidence": ["cv", "transcripts"],
    "logic": {"==": [{"var": "masters"}, "yes"]}}])";
  file.criteria = R"([{"id": "must_have", "level": "should", "label": "x", "logic": {"var": "degree"}}])";
  file.notes = R"([{"id": "n", "label": "No German", "quote": {"en": "x", "de": ["y", "z"]}}])";
  file.materials = R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"},
    {"id": "t1", "kind": "transcripts", "stage": "later", "required": "if_any", "label": "T", "contains": ["certificates"]},
    {"id": "t2", "kind": "transcripts", "stage": "now", "required": "optional", "label": "T", "when": {"var": "degree"}}])";
  file.positions =
      R"([{"id": "p", "label": "P", "subject": {"contains": "[p]"}, "materials": ["cv"], "criteria": ["must_have"]}])";
  file.more =
      R"(, "facts": {"organization": {"name": "WIAS", "url": "https://example.org"}, "place": {"city": "Berlin", "country": "DE"},
    "employment": "part_time", "posted": "2024-06-23", "start": null}, "$comment": {"any": ["thing"]})";
  const base::Result<Loaded> loaded = load(file.text(), "check.json", {});
  ASSERT_TRUE(loaded.ok()) << describe(loaded.errors());
  const RuleSet& rules = loaded->rules;
  EXPECT_EQ(rules.facts.employment, "part_time");
  EXPECT_EQ(rules.facts.posted, (base::Date{2024, 6, 23}));
  EXPECT_EQ(rules.facts.start, std::nullopt);
  EXPECT_EQ(rules.apply.inquiry.tag, "[ask]");
  EXPECT_EQ(std::get<rules::DeadlineAt>(rules.apply.deadline).zone, "Europe/Berlin");
  EXPECT_EQ(rules.apply.reply.pick("de"), "Bald.");
  EXPECT_EQ(rules.questions.size(), 7u);
  EXPECT_EQ(rules.question("years")->max, 40);
  EXPECT_EQ(rules.clause("degree")->evidence, (std::vector<std::string>{"cv", "t1", "t2"}))
      << "a kind stands for all of it";
  EXPECT_EQ(rules.clause("degree")->quotes[0].phrases.size(), 2u);
  EXPECT_EQ(rules.clause("degree")->short_label.pick("en"), "Degree");
  EXPECT_EQ(rules.criterion("must_have")->level, rules::Level::should);
  EXPECT_EQ(rules.notes[0].quotes[1].language, "de");
  EXPECT_EQ(rules.material("t1")->stage, rules::Stage::later);
  EXPECT_TRUE(rules.material("t2")->when.has_value());
  EXPECT_EQ(rules.position("p")->subject_tag, "[p]");
  EXPECT_EQ(rules.position("q"), nullptr);
}

TEST(Load, an_inquiry_without_a_tag_of_its_own_has_the_one_of_applications) {
  CheckFile file;
  file.apply = R"({"to": ["a@example.org"], "subject": {"contains": "[phd]"}, "inquiry": true})";
  const rules::Inquiry inquiry = load_or_fail(file.text()).apply.inquiry;
  EXPECT_TRUE(inquiry.welcome);
  EXPECT_EQ(inquiry.tag, "") << "so that a position's own tag holds for its questions, too";
}

TEST(Load, a_posting_without_a_self_check_is_fine) {
  EXPECT_TRUE(diagnose(R"({"version": 1, "apply": {"portal": "https://example.org/"}})").empty());
}

struct Wrong {
  const char* apply;
  const char* code;
  const char* path;
  const char* words;
};

TEST(Load, says_what_is_wrong_with_how_to_apply) {
  const Wrong k_wrong[] = {
      {R"({})", "missing-key", "$.apply", "nobody can apply"},
      {R"({"to": []})", "missing-key", "$.apply", "nobody can apply"},
      {R"({"to": "a@b.de"})", "wrong-type", "$.apply.to", "write [\"a@b.de\"]"},
      {R"({"to": ["A <a@b.de>"]})", "bad-address", "$.apply.to[0]", "without a name"},
      {R"({"to": ["a@b.de", "a@b.de"]})", "duplicate-value", "$.apply.to[1]", "twice"},
      {R"({"to": [""]})", "empty-string", "$.apply.to[0]", "empty"},
      {R"({"portal": "example.org"})", "bad-url", "$.apply.portal", "https://"},
      {R"({"to": ["a@b.de"], "subject": "[x]"})", "wrong-type", "$.apply.subject",
       "expected an object, found a string; write {\"contains\": \"[x]\"}."},
      {R"({"to": ["a@b.de"], "subject": {}})", "missing-key", "$.apply.subject", "\"contains\""},
      {R"({"to": ["a@b.de"], "subject": {"contains": "a\nb"}})", "bad-value", "$.apply.subject.contains",
       "one line"},
      {R"({"to": ["a@b.de"], "subject": {"contains": "[x] "}})", "bad-value", "$.apply.subject.contains",
       "space"},
      {R"({"to": ["a@b.de"], "inquiry": "yes"})", "wrong-type", "$.apply.inquiry", "true or false"},
      {R"({"to": ["a@b.de"], "inquiry": {}})", "missing-key", "$.apply.inquiry", "\"subject\" or \"to\""},
      {R"({"to": ["a@b.de"], "inquiry": {"to": ["x"]}})", "bad-address", "$.apply.inquiry.to[0]",
       "isn't an e-mail address"},
      {R"({"to": ["a@b.de"], "closed": "yes"})", "wrong-type", "$.apply.closed", "true or false"},
      {R"({"to": ["a@b.de"], "deadline": "2030-01-31"})", "bad-value", "$.apply.deadline",
       "{\"date\": \"2030-01-31\"}"},
      {R"({"to": ["a@b.de"], "deadline": "soon"})", "bad-value", "$.apply.deadline", "until_filled"},
      {R"({"to": ["a@b.de"], "deadline": {}})", "missing-key", "$.apply.deadline", "\"date\""},
      {R"({"to": ["a@b.de"], "deadline": {"date": "2030-02-29"}})", "bad-date", "$.apply.deadline.date",
       "exists"},
      {R"({"to": ["a@b.de"], "deadline": {"date": "2030-02-28", "time": "24:00"}})", "bad-value",
       "$.apply.deadline.time", "23:59"},
      {R"({"to": ["a@b.de"], "deadline": {"date": "2030-02-28", "zone": "AoE"}})", "bad-value",
       "$.apply.deadline.zone", "Etc/GMT+12"},
      {R"({"to": ["a@b.de"], "deadline": {"date": "2030-02-28", "zone": "Europe/Belrin"}})", "bad-value",
       "$.apply.deadline.zone", "did you mean \"Europe/Berlin\"?"},
      {R"({"to": ["a@b.de"], "deadline": {"date": "2030-02-28", "zone": "Berlin"}})", "bad-value",
       "$.apply.deadline.zone", "did you mean \"Europe/Berlin\"?"},
      {R"({"to": ["a@b.de"], "deadline": {"date": "2030-02-28", "zone": "CEST"}})", "bad-value",
       "$.apply.deadline.zone", "write a name such as \"Europe/Berlin\""},
      {R"({"to": ["a@b.de"], "max_total_mb": 0})", "bad-value", "$.apply.max_total_mb", "above 0"},
      {R"({"to": ["a@b.de"], "reply": ""})", "empty-string", "$.apply.reply", "empty"},
      {R"({"to": ["a@b.de"], "reply": {}})", "bad-value", "$.apply.reply", "language"},
      {R"({"to": ["a@b.de"], "reply": {"english": "x"}})", "bad-language", "$.apply.reply.english", "\"en\""},
      {R"({"to": ["a@b.de"], "sbject": null})", "unknown-key", "$.apply.sbject", "did you mean \"subject\"?"},
  };
  for (const Wrong& wrong : k_wrong) {
    SCOPED_TRACE(wrong.apply);
    CheckFile file;
    file.apply = wrong.apply;
    expect_one(diagnose(file.text()), wrong.code, wrong.path, wrong.words);
  }
}

TEST(Load, says_what_is_wrong_with_facts) {
  const std::pair<const char*, const char*> k_wrong[] = {
      {R"({"employment": "fulltime"})", "did you mean \"full_time\"?"},
      {R"({"posted": "23.06.2024"})", "2026-01-31"},
      {R"({"posted": "2023-02-29"})", "exists"},
      {R"({"place": {"country": "de"}})", "did you mean \"DE\" (Germany)?"},
      {R"({"place": {"country": "UK"}})", "did you mean \"GB\" (United Kingdom)?"},
      {R"({"place": {"country": "Germny"}})", "did you mean \"DE\" (Germany)?"},
      {R"({"place": {"country": "Österreich"}})", "did you mean \"AT\" (Austria)?"},
      {R"({"place": {"country": "XQ"}})", "two letters of ISO 3166-1"},
      {R"({"organization": {}})", "\"name\" is missing"},
      {R"({"organization": {"name": "x", "url": "x"}})", "https://"},
      {R"({"place": "Berlin"})", "write {\"city\": \"Berlin\", \"country\": \"DE\"}."},
      {R"([])", "an object"}};
  for (const auto& [facts, words] : k_wrong) {
    SCOPED_TRACE(facts);
    CheckFile file;
    file.more = std::string(", \"facts\": ") + facts;
    const base::Diagnostics all = diagnose(file.text());
    ASSERT_EQ(all.size(), 1u);
    EXPECT_NE(all[0].message.find(words), std::string::npos) << describe(all);
  }
}

struct WrongQuestion {
  const char* question;
  const char* code;
  const char* path;
};

TEST(Load, says_what_is_wrong_with_questions) {
  const WrongQuestion k_wrong[] = {
      {R"({"type": "yes_no", "label": "x"})", "missing-key", "$.questions[0]"},
      {R"({"id": "a", "label": "x"})", "missing-key", "$.questions[0]"},
      {R"({"id": "a", "type": "yes_no"})", "missing-key", "$.questions[0]"},
      {R"({"id": "A", "type": "text", "label": "x"})", "bad-id", "$.questions[0].id"},
      {R"({"id": "a", "type": "yesno", "label": "x"})", "bad-value", "$.questions[0].type"},
      {R"({"id": "a", "type": "text", "label": 3})", "wrong-type", "$.questions[0].label"},
      {R"({"id": "a", "type": "text", "label": "x", "options": []})", "misplaced-key",
       "$.questions[0].options"},
      {R"({"id": "a", "type": "text", "label": "x", "min": 1})", "misplaced-key", "$.questions[0].min"},
      {R"({"id": "a", "type": "text", "label": "x", "none_of_these": true})", "misplaced-key",
       "$.questions[0].none_of_these"},
      {R"({"id": "a", "type": "one", "label": "x"})", "missing-key", "$.questions[0]"},
      {R"({"id": "a", "type": "one", "label": "x", "options": [{"value": "yes"}]})", "bad-value",
       "$.questions[0].options"},
      {R"({"id": "a", "type": "many", "label": "x", "options": []})", "bad-value", "$.questions[0].options"},
      {R"({"id": "a", "type": "many", "label": "x", "options": [{"value": "b"}]})", "missing-key",
       "$.questions[0].options[0]"},
      {R"({"id": "a", "type": "one", "label": "x", "options": [{"value": "yes"}, {"value": "yes"}]})",
       "duplicate-id", "$.questions[0].options[1].value"},
      {R"({"id": "a", "type": "many", "label": "x", "none_of_these": 1, "options": [{"value": "yes"}]})",
       "wrong-type", "$.questions[0].none_of_these"},
      {R"({"id": "a", "type": "number", "label": "x", "min": 2, "max": 1})", "bad-value",
       "$.questions[0].max"},
      {R"("a")", "wrong-type", "$.questions[0]"},
  };
  for (const WrongQuestion& wrong : k_wrong) {
    SCOPED_TRACE(wrong.question);
    CheckFile file;
    file.questions = std::string("[") + wrong.question + "]";
    expect_one(diagnose(file.text()), wrong.code, wrong.path);
  }
}

TEST(Load, ids_are_unique_among_questions_and_clauses_together_and_in_each_other_list) {
  CheckFile file;
  file.questions = R"([{"id": "a", "type": "yes_no", "label": "x"}])";
  file.clauses = R"([{"id": "a", "label": "x", "quote": "x", "logic": true}])";
  expect_one(diagnose(file.text()), "duplicate-id", "$.clauses[0].id", "line 3");

  file.clauses = R"([{"id": "b", "label": "x", "quote": "x", "logic": {"var": "a"}}])";
  file.criteria = R"([{"id": "a", "level": "must", "label": "x", "logic": {"var": "b"}}])";
  EXPECT_TRUE(diagnose(file.text()).empty()) << "a criterion may be called like a question";
  file.criteria = R"([{"id": "a", "level": "must", "label": "x", "logic": {"var": "b"}},
                      {"id": "a", "level": "must", "label": "x", "logic": {"var": "b"}}])";
  expect_one(diagnose(file.text()), "duplicate-id", "$.criteria[1].id");
}

TEST(Load, clauses_and_notes_need_a_quote_materials_do_not) {
  CheckFile file;
  file.notes = R"([{"id": "n", "label": "x"}])";
  expect_one(diagnose(file.text()), "quote-missing", "$.notes[0]", "Only what the posting says");
  file.notes = "[]";
  file.clauses = R"([{"id": "c", "label": "x", "logic": true}])";
  expect_one(diagnose(file.text()), "quote-missing", "$.clauses[0]");
}

TEST(Load, shows_the_way_round_a_cycle_of_clauses) {
  CheckFile file;
  file.clauses = R"([{"id": "a", "label": "x", "quote": "x", "logic": {"var": "b"}},
                     {"id": "b", "label": "x", "quote": "x", "logic": {"!": {"var": "c"}}},
                     {"id": "c", "label": "x", "quote": "x", "logic": {"or": [{"var": "a"}, true]}}])";
  expect_one(diagnose(file.text()), "cycle", "$.clauses[0].logic", "a → b → c → a");
}

TEST(Load, materials_and_positions_name_what_exists) {
  CheckFile file;
  file.clauses = R"([{"id": "c", "label": "x", "quote": "x", "logic": true, "evidence": ["transcript"]}])";
  file.materials = R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"},
                       {"id": "t", "kind": "transcripts", "stage": "soon", "required": "must", "label": "T", "contains": ["cvs"]}])";
  file.positions = R"([{"id": "p", "label": "P", "materials": ["vc"], "criteria": []}])";
  const base::Diagnostics all = diagnose(file.text());
  std::vector<std::string> paths;
  for (const base::Diagnostic& one : all) paths.push_back(one.path + " " + one.code);
  EXPECT_EQ(paths, (std::vector<std::string>{
                       "$.clauses[0].evidence[0] unknown-name", "$.materials[1].stage bad-value",
                       "$.materials[1].required bad-value", "$.materials[1].contains[0] bad-value",
                       "$.positions[0].materials[0] unknown-name"}))
      << describe(all);
}

TEST(Load, a_position_says_itself_what_differs_and_an_empty_list_names_none) {
  CheckFile file;
  file.apply =
      R"({"to": ["all@b.de"], "subject": {"contains": "[all]"}, "inquiry": true, "deadline": "until_filled"})";
  file.criteria = R"([{"id": "c", "level": "must", "label": "C", "logic": true}])";
  file.positions = R"([
    {"id": "p", "label": "P"},
    {"id": "q", "label": "Q", "to": ["q@b.de"], "subject": {"contains": "[q]"}, "deadline": {"date": "2030-01-31"},
     "inquiry": {"to": ["ask@b.de"]}, "criteria": [], "materials": []},
    {"id": "r", "label": "R", "inquiry": false, "criteria": ["c"], "deadline": null}])";
  const RuleSet rules = load_or_fail(file.text());
  const rules::Apply same = rules.apply_for("p");
  EXPECT_EQ(same.to, rules.apply.to);
  EXPECT_TRUE(same.inquiry.welcome && std::holds_alternative<rules::UntilFilled>(same.deadline));
  const rules::Apply own = rules.apply_for("q");
  EXPECT_EQ(own.to, std::vector<std::string>{"q@b.de"});
  EXPECT_EQ(own.subject_tag, "[q]");
  EXPECT_EQ(own.inquiry.to, std::vector<std::string>{"ask@b.de"});
  EXPECT_TRUE(is_over(own.deadline, base::Date{2030, 2, 1}) &&
              !is_over(own.deadline, base::Date{2030, 1, 31}));
  EXPECT_FALSE(rules.apply_for("r").inquiry);
  EXPECT_TRUE(std::holds_alternative<rules::NotSaid>(rules.apply_for("r").deadline))
      << "none, not that of all";
  EXPECT_TRUE(rules.positions[0].asks_for(rules.criteria[0]) && rules.positions[0].wants(rules.materials[0]));
  EXPECT_FALSE(rules.positions[1].asks_for(rules.criteria[0]) ||
               rules.positions[1].wants(rules.materials[0]));
  EXPECT_TRUE(rules.positions[2].asks_for(rules.criteria[0]));
  EXPECT_TRUE(std::holds_alternative<rules::UntilFilled>(rules.last_deadline()));
}

TEST(Load, mistakes_in_what_a_position_says_have_their_place) {
  CheckFile file;
  file.positions =
      R"([{"id": "p", "label": "P", "to": ["x"], "deadline": "soon", "inquiry": {}, "criteria": ["a", "a"]}])";
  std::vector<std::string> paths;
  for (const base::Diagnostic& one : diagnose(file.text())) paths.push_back(one.path + " " + one.code);
  EXPECT_EQ(paths,
            (std::vector<std::string>{
                "$.positions[0].to[0] bad-address", "$.positions[0].deadline bad-value",
                "$.positions[0].inquiry missing-key", "$.positions[0].criteria[0] unknown-name",
                "$.positions[0].criteria[1] duplicate-value", "$.positions[0].criteria[1] unknown-name"}));
}

TEST(Load, an_address_for_all_is_needed_unless_each_position_has_its_own) {
  CheckFile file;
  file.apply = "{}";
  file.positions =
      R"([{"id": "p", "label": "P", "to": ["p@b.de"]}, {"id": "q", "label": "Q", "to": ["q@b.de"]}])";
  const RuleSet rules = load_or_fail(file.text());
  EXPECT_TRUE(rules.takes_mail("") && rules.takes_mail("p"));
  file.positions = R"([{"id": "p", "label": "P", "to": ["p@b.de"]}, {"id": "q", "label": "Q"}])";
  expect_one(diagnose(file.text()), "missing-key", "$.apply");
}

TEST(Load, tells_all_mistakes_at_once_in_the_order_of_the_file) {
  const base::Diagnostics all = diagnose(R"({"version": 2,
    "apply": {"to": ["x"]},
    "questions": [{"id": "1"}],
    "clausse": []})");
  ASSERT_EQ(all.size(), 6u) << describe(all);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LE(all[i - 1].at.line, all[i].at.line);
  EXPECT_EQ(all[0].code, "bad-version");
  EXPECT_EQ(all[5].at, (base::Position{4, 5}));
}

TEST(Load, of_broken_json_tells_the_first_mistake_and_of_a_key_twice_both_places) {
  EXPECT_EQ(diagnose("{\"version\": 1,,}").size(), 1u);
  expect_one(diagnose("{\"version\": 1,\n\"version\": 1}"), "json-duplicate-key", "", "line 1");
}

TEST(Load, finds_two_letters_in_each_others_place) {
  CheckFile file;
  file.questions = R"([{"id": "a", "type": "text", "label": "x", "lable": "x"}])";
  expect_one(diagnose(file.text()), "unknown-key", "$.questions[0].lable", "did you mean \"label\"?");
}

TEST(Load, counts_what_it_does_not_list) {
  std::string text = R"({"version": 1, "apply": {"portal": "https://example.org/"})";
  for (int i = 0; i < 300; ++i) text += ", \"zz" + std::to_string(i) + "\": 0";
  const base::Diagnostics all = diagnose(text + "}");
  ASSERT_EQ(all.size(), 201u);
  EXPECT_NE(all.back().message.find("100 more"), std::string::npos);
}

}  // namespace
}  // namespace aushang::author
