#include <string>
#include <vector>

#include "check_file.h"

namespace aushang::author {
namespace {

base::Diagnostics diagnose_logic(const std::string& logic) {
  CheckFile file;
  file.questions = k_questions;
  file.clauses =
      R"([{"id": "degree", "label": "x", "quote": "x", "logic": {"==": [{"var": "masters"}, "yes"]}}])";
  file.criteria = R"([{"id": "r", "level": "must", "label": "x", "logic": )" + logic + "}]";
  base::Diagnostics all = diagnose(file.text());
  std::erase_if(all, [](const base::Diagnostic& one) {  // not every test uses everything
    return one.code == "unused-question" || one.code == "unused-clause";
  });
  return all;
}

TEST(LoadLogic, accepts_what_can_be_meant) {
  for (const char* logic :
       {R"({"==": [{"var": "masters"}, "expected"]})",
        R"({"!==": ["no", {"var": "masters"}]})",
        R"({"in": [{"var": "masters"}, ["yes", "expected"]]})",
        R"({"in": ["ml", {"var": "field"}]})",
        R"({"some": [{"var": "field"}, {"in": [{"var": ""}, ["ml", "math"]]}]})",
        R"({"all": [{"var": "field"}, {"==": [{"var": ""}, "ml"]}]})",
        R"({"var": "industry"})",
        R"({"==": [{"var": "industry"}, "yes"]})",
        R"({"!=": [true, {"var": "industry"}]})",
        R"({"in": [{"var": "industry"}, ["yes"]]})",
        R"({"<=": [1, {"var": "years"}, 3]})",
        R"({"==": [{"var": "years"}, 2]})",
        R"({"in": [{"var": "years"}, [1, 2]]})",
        R"({">=": [{"var": "start"}, "2026-10-01"]})",
        R"({"var": "degree"})",
        R"({"==": [{"var": "degree"}, true]})",
        R"({"==": [{"var": "degree"}, {"var": "industry"}]})",
        R"({"<=": [{"var": "grade"}, 1]})",
        R"({"==": [{"var": "grade"}, 1]})",
        R"({"in": ["2026", {"var": "start"}]})",
        R"({"if": [{"var": "industry"}, {"var": "degree"}, {">": [{"var": "years"}, 2]}]})",
        R"({"and": [{"$comment": "why", "var": "degree"}, {"var": "industry"}]})",
        R"({"some": [[{"var": "years"}, 3], {">": [{"var": ""}, 2]}]})"}) {
    const base::Diagnostics all = diagnose_logic(logic);
    EXPECT_FALSE(base::has_errors(all)) << logic << "\n" << describe(all);
  }
}

struct Wrong {
  const char* logic;
  const char* code;
  const char* words;
};

TEST(LoadLogic, never_suggests_that_a_clause_be_made_of_itself) {
  for (const char* logic : {R"({"var": "degre"})", R"("degree")"}) {
    CheckFile file;
    file.clauses =
        R"([{"id": "degree", "quote": "x", "label": "A degree", "logic": )" + std::string(logic) + "}]";
    const base::Diagnostics all = diagnose(file.text());
    ASSERT_TRUE(base::has_errors(all));
    EXPECT_EQ(describe(all).find("did you mean \"degree\"?"), std::string::npos) << describe(all);
    EXPECT_EQ(describe(all).find("{\"var\": \"degree\"}"), std::string::npos) << describe(all);
  }
}

TEST(LoadLogic, says_why_a_condition_could_never_be_met) {
  const Wrong k_wrong[] = {
      {R"({"var": "degre"})", "unknown-name", "did you mean \"degree\"?"},
      {R"({"var": "zzzzzz"})", "unknown-name", "\"masters\", \"field\", \"industry\""},
      {R"({"var": ""})", "unknown-name", "id of a question"},
      {R"({"var": "masters.x"})", "unknown-name", "\"masters.x\""},
      {R"({"var": "why"})", "text-in-logic", "free text"},
      {R"({"==": [{"var": "why"}, "x"]})", "text-in-logic", "free text"},
      {R"({"==": [{"var": "masters"}, "Yes"]})", "unknown-option", "did you mean \"yes\"?"},
      {R"({"!==": ["maybe", {"var": "masters"}]})", "unknown-option", "\"yes\", \"expected\" or \"no\""},
      {R"({"==": [{"var": "masters"}, true]})", "unknown-option", "true"},
      {R"({"==": [{"var": "masters"}, null]})", "never-equal", "never null"},
      {R"({"==": [{"var": "masters"}, ["yes"]]})", "never-equal", "\"in\""},
      {R"({"===": [{"var": "grade"}, 1]})", "unknown-option", "in quotes"},
      {R"({">": [{"var": "masters"}, "no"]})", "never-equal", "no order"},
      {R"({"in": [{"var": "masters"}, ["yes", "expcted"]]})", "unknown-option", "did you mean \"expected\"?"},
      {R"({"in": [{"var": "masters"}, "yes expected"]})", "not-a-list", "as a list"},
      {R"({"in": ["MSc", {"var": "masters"}]})", "unknown-option", "MSc"},
      {R"({"in": ["stats", {"var": "field"}]})", "unknown-option", "\"ml\" or \"math\""},
      {R"({"in": [["ml"], {"var": "field"}]})", "never-equal", "list"},
      {R"({"in": [{"var": "years"}, {"var": "field"}]})", "never-equal", "number"},
      {R"({"in": [{"var": "field"}, ["ml"]]})", "never-equal", "\"some\""},
      {R"({"==": [{"var": "field"}, "ml"]})", "never-equal", "{\"in\": [\"ml\", {\"var\": \"field\"}]}"},
      {R"({"in": [1, {"var": "years"}]})", "not-a-list", "\"in\""},
      {R"({"in": ["yes", {"var": "industry"}]})", "not-a-list", "yes or no"},
      {R"({"==": [{"var": "industry"}, "maybe"]})", "never-equal", "true or false"},
      {R"({">": [{"var": "industry"}, 0]})", "never-equal", "yes or no"},
      {R"({"==": [{"var": "degree"}, "yes"]})", "never-equal", "alone"},
      {R"({">": [{"var": "years"}, "2"]})", "never-equal", "leave the quotes out"},
      {R"({"==": [{"var": "years"}, "two"]})", "never-equal", "number"},
      {R"({"<": [{"var": "start"}, "2026-02-30"]})", "never-equal", "isn't a date that exists"},
      {R"({"<": [{"var": "start"}, 2026]})", "never-equal", "date"},
      {R"({"<": [{"var": "start"}, {"var": "years"}]})", "never-equal", "put in order"},
      {R"({"==": [{"var": "masters"}, {"var": "grade"}]})", "never-equal", "never be equal"},
      {R"({"some": [{"var": "masters"}, {"==": [{"var": ""}, "yes"]}]})", "not-a-list", "\"many\""},
      {R"({"some": [{"var": "field"}, {"==": [{"var": ""}, "stats"]}]})", "unknown-option",
       "\"ml\" or \"math\""},
      {R"({"some": [{"var": "field"}, {"var": "industry"}]})", "unknown-name", "out of reach"},
      {R"({"<": [1, {"var": "years"}, "3"]})", "never-equal", "quotes"},
      {R"({"==": [{"var": "masters"}, "yes"], "x": 1})", "logic-object", "one key"},
      {R"({"var": ["years", 0]})", "logic-var-default", "default"},
  };
  for (const Wrong& wrong : k_wrong) {
    SCOPED_TRACE(wrong.logic);
    const base::Diagnostics all = diagnose_logic(wrong.logic);
    ASSERT_EQ(all.size(), 1u) << describe(all);
    EXPECT_EQ(all[0].code, wrong.code) << describe(all);
    EXPECT_EQ(all[0].severity, base::Severity::error);
    EXPECT_NE(all[0].message.find(wrong.words), std::string::npos) << describe(all);
    EXPECT_TRUE(all[0].path.starts_with("$.criteria[0].logic")) << all[0].path;
  }
}

TEST(LoadLogic, does_not_complain_of_what_follows_from_another_mistake) {
  CheckFile file;
  file.questions = R"([{"id": "a", "type": "yesno", "label": "x"}])";
  file.criteria = R"([{"id": "r", "level": "must", "label": "x",
                       "logic": {"and": [{"var": "a"}, {"==": [{"var": "a"}, "yes"]}, {">": [{"var": "a"}, 1]}]}}])";
  expect_one(diagnose(file.text()), "bad-value", "$.questions[0].type");
}

TEST(LoadLogic, points_at_the_value_itself) {
  expect_one(diagnose_logic(R"({"and": [{"var": "degree"}, {"in": [{"var": "masters"}, ["yes", "si"]]}]})"),
             "unknown-option", R"($.criteria[0].logic["and"][1]["in"][1][1])");
}

TEST(LoadLogic, refuses_a_word_where_a_condition_belongs) {
  expect_one(diagnose_logic(R"("degree")"), "constant-rule", "$.criteria[0].logic",
             R"(write {"var": "degree"}.)");
  expect_one(diagnose_logic(R"({"and": [{"var": "degree"}, "degre"]})"), "constant-rule",
             R"($.criteria[0].logic["and"][1])", R"(write {"var": "degree"}.)");
  expect_one(diagnose_logic(R"({"!": ["whatever it may be"]})"), "constant-rule",
             R"($.criteria[0].logic["!"][0])", R"({"var": "…"} with the id)");
}

TEST(LoadLogic, warns_of_an_answer_that_counts_as_true_whatever_it_is) {
  const base::Diagnostics all = diagnose_logic(R"({"and": [{"var": "masters"}, {"var": "degree"}]})");
  expect_one(all, "always-true", R"($.criteria[0].logic["and"][0])", "\"no\" included");
}

TEST(LoadLogic, yes_and_no_compared_with_a_yes_no_question_mean_true_and_false) {
  CheckFile file;
  file.questions = R"([{"id": "a", "type": "yes_no", "label": "x"}])";
  const auto truth_with = [&](const std::string& logic, bool answer) {
    file.criteria = R"([{"id": "r", "level": "must", "label": "x", "logic": )" + logic + "}]";
    rules::Answers answers;
    answers.by_question["a"] = answer;
    return judge(load_or_fail(file.text()), answers).criteria[0].value;
  };
  for (const char* logic : {R"({"==": [{"var": "a"}, "yes"]})", R"({"===": ["yes", {"var": "a"}]})",
                            R"({"!=": [{"var": "a"}, "no"]})", R"({"!==": [{"var": "a"}, "no"]})",
                            R"({"in": [{"var": "a"}, ["yes"]]})", R"({"in": ["yes", [{"var": "a"}]]})"}) {
    EXPECT_EQ(truth_with(logic, true), logic::Truth::yes) << logic;
    EXPECT_EQ(truth_with(logic, false), logic::Truth::no) << logic;
  }
}

}  // namespace
}  // namespace aushang::author
