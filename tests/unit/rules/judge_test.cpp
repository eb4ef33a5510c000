#include "rules/judge.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../author/check_file.h"

namespace aushang::rules {
namespace {

using Ids = std::vector<std::string>;

/// (ml or math) and ((degree and two years) or industry); a date would be nice.
RuleSet two_routes() {
  author::CheckFile file;
  file.questions = author::k_questions;
  file.clauses = R"([
    {"id": "degree", "label": "x", "quote": "x", "logic": {"in": [{"var": "masters"}, ["yes", "expected"]]}},
    {"id": "research", "label": "x", "quote": "x", "logic": {">=": [{"var": "years"}, 2]}},
    {"id": "academic", "label": "x", "quote": "x", "logic": {"and": [{"var": "degree"}, {"var": "research"}]}},
    {"id": "industrial", "label": "x", "quote": "x", "logic": {"var": "industry"}}])";
  file.criteria = R"([
    {"id": "background", "level": "must", "label": "x", "logic": {"some": [{"var": "field"}, {"in": [{"var": ""}, ["ml", "math"]]}]}},
    {"id": "route", "level": "must", "label": "x", "logic": {"or": [{"var": "academic"}, {"var": "industrial"}]}},
    {"id": "soon", "level": "should", "label": "x", "logic": {"<": [{"var": "start"}, "2027-01-01"]}}])";
  file.materials = R"([{"id": "cv", "kind": "cv", "stage": "now", "required": "yes", "label": "CV"},
    {"id": "thesis", "kind": "thesis", "stage": "now", "required": "if_any", "label": "T", "when": {"var": "degree"}}])";
  return author::load_or_fail(file.text());
}

Answers with(std::initializer_list<std::pair<const std::string, Answer>> given) {
  Answers answers;
  answers.by_question.insert(given.begin(), given.end());
  return answers;
}

const Answer k_ml = std::vector<std::string>{"ml"};
const Answer k_yes = std::string("yes");

TEST(Judge, with_nothing_answered_is_open_and_asks_in_the_order_of_the_file) {
  const Verdict verdict = judge(two_routes(), {});
  EXPECT_EQ(verdict.outcome, Outcome::open);
  EXPECT_EQ(verdict.ask, (Ids{"masters", "field", "industry", "years", "start"}));
  EXPECT_EQ(verdict.at_most, 5u);
  for (const CriterionState& criterion : verdict.criteria) EXPECT_EQ(criterion.value, Truth::unknown);
}

TEST(Judge, one_route_is_enough) {
  const Verdict verdict = judge(two_routes(), with({{"industry", true}, {"field", k_ml}}));
  EXPECT_EQ(verdict.outcome, Outcome::open) << "what would be nice isn't known yet";
  EXPECT_EQ(verdict.ask, (Ids{"start"}));
  EXPECT_EQ(
      judge(two_routes(), with({{"industry", true}, {"field", k_ml}, {"start", std::string("2026-12-31")}}))
          .outcome,
      Outcome::meets);
}

TEST(Judge, a_should_that_is_false_means_ask) {
  const Verdict verdict =
      judge(two_routes(), with({{"industry", true}, {"field", k_ml}, {"start", std::string("2027-01-01")}}));
  EXPECT_EQ(verdict.outcome, Outcome::ask);
  EXPECT_TRUE(verdict.ask.empty());
}

TEST(Judge, a_must_that_is_false_decides_and_nothing_is_asked_any_more) {
  const Verdict verdict = judge(two_routes(), with({{"field", std::vector<std::string>{}}}));
  EXPECT_EQ(verdict.outcome, Outcome::not_yet);
  EXPECT_TRUE(verdict.ask.empty());
  EXPECT_EQ(verdict.at_most, 0u);
}

TEST(Judge, a_route_that_is_closed_asks_nothing_more_about_itself) {
  EXPECT_EQ(judge(two_routes(), with({{"masters", std::string("no")}})).ask,
            (Ids{"field", "industry", "start"}));
}

TEST(Judge, not_sure_and_declined_leave_it_open_and_skip_no_other_question) {
  for (const NoAnswer none : {NoAnswer::not_sure, NoAnswer::declined}) {
    const Verdict verdict = judge(two_routes(), with({{"industry", none}}));
    EXPECT_EQ(verdict.outcome, Outcome::open);
    EXPECT_EQ(verdict.ask, (Ids{"masters", "field", "years", "start"}));
  }
}

TEST(Judge, does_not_say_meets_while_a_must_is_unknown_although_none_is_false) {
  EXPECT_EQ(judge(two_routes(), with({{"field", k_ml}, {"start", std::string("2026-01-01")}})).outcome,
            Outcome::open);
}

TEST(Judge, shows_what_each_criterion_is_made_of) {
  const Verdict verdict = judge(two_routes(), with({{"masters", k_yes}}));
  const CriterionState& route = verdict.criteria[1];
  EXPECT_EQ(route.id, "route");
  EXPECT_EQ(route.questions, (Ids{"masters", "industry", "years"}));
  ASSERT_EQ(route.clauses.size(), 4u);
  EXPECT_EQ(route.clauses[0].id, "degree");
  EXPECT_EQ(route.clauses[0].value, Truth::yes);
  EXPECT_EQ(route.clauses[2].id, "academic");
  EXPECT_EQ(route.clauses[2].value, Truth::unknown);
  EXPECT_EQ(route.clauses[2].questions, (Ids{"masters", "years"})) << "through other clauses too";
  EXPECT_EQ(verdict.criteria[0].questions, (Ids{"field"})) << "without a clause between";
}

TEST(Judge, knows_the_truth_of_one_clause_and_which_materials_are_wanted) {
  const RuleSet rules = two_routes();
  const auto clause = [&](const Judgement& judgement, std::string_view id) {
    return judgement.clauses[static_cast<std::size_t>(rules.clause(id) - rules.clauses.data())];
  };
  const auto wanted = [&](const Judgement& judgement, std::string_view id) {
    return judgement.wanted[static_cast<std::size_t>(rules.material(id) - rules.materials.data())];
  };
  EXPECT_EQ(clause(weigh(rules, with({{"masters", k_yes}})), "degree"), Truth::yes);
  const Judgement nothing = weigh(rules, {});
  EXPECT_EQ(clause(nothing, "degree"), Truth::unknown);
  EXPECT_EQ(wanted(nothing, "cv"), Truth::yes);
  EXPECT_EQ(wanted(nothing, "thesis"), Truth::unknown);
  EXPECT_EQ(wanted(weigh(rules, with({{"masters", std::string("no")}})), "thesis"), Truth::no);
  EXPECT_TRUE(nothing.verdict.would_change.empty()) << "only judge() looks for that";
}

TEST(Judge, without_criteria_nothing_speaks_against) {
  const Verdict verdict = judge(author::load_or_fail(author::CheckFile().text()), {});
  EXPECT_EQ(verdict.outcome, Outcome::meets);
  EXPECT_TRUE(verdict.ask.empty() && verdict.would_change.empty());
}

TEST(Judge, takes_the_criteria_of_the_chosen_position) {
  author::CheckFile file;
  file.questions =
      R"([{"id": "a", "type": "yes_no", "label": "x"}, {"id": "b", "type": "yes_no", "label": "x"},
                       {"id": "c", "type": "yes_no", "label": "x"}])";
  file.criteria = R"([{"id": "both", "level": "must", "label": "x", "logic": {"var": "a"}},
                      {"id": "first", "level": "must", "label": "x", "logic": {"var": "b"}},
                      {"id": "second", "level": "must", "label": "x", "logic": {"var": "c"}}])";
  file.positions =
      R"([{"id": "p", "label": "P", "criteria": ["both", "first"]}, {"id": "q", "label": "Q", "criteria": ["second", "both"]}])";
  const RuleSet rules = author::load_or_fail(file.text());
  Answers answers = with({{"a", true}, {"b", false}, {"c", true}});
  EXPECT_EQ(judge(rules, answers).outcome, Outcome::open) << "until a position is chosen";
  EXPECT_EQ(judge(rules, answers).criteria.size(), 1u);
  answers.position = "p";
  EXPECT_EQ(judge(rules, answers).outcome, Outcome::not_yet);
  answers.position = "q";
  EXPECT_EQ(judge(rules, answers).outcome, Outcome::meets);
  EXPECT_EQ(judge(rules, answers).criteria[0].id, "both") << "in the file's order";
  EXPECT_EQ(judge(rules, with({{"a", false}})).outcome, Outcome::not_yet) << "whatever is chosen";
}

TEST(Judge, does_not_ask_for_a_should_once_another_should_is_false) {
  author::CheckFile file;
  file.questions =
      R"([{"id": "a", "type": "yes_no", "label": "x"}, {"id": "b", "type": "yes_no", "label": "x"},
                       {"id": "m", "type": "yes_no", "label": "x"}])";
  file.criteria = R"([{"id": "s", "level": "should", "label": "x", "logic": {"var": "a"}},
                      {"id": "t", "level": "should", "label": "x", "logic": {"var": "b"}},
                      {"id": "r", "level": "must", "label": "x", "logic": {"var": "m"}}])";
  EXPECT_EQ(judge(author::load_or_fail(file.text()), with({{"a", false}})).ask, (Ids{"m"}));
}

TEST(Judge, writes_the_json_of_the_command_line) {
  author::CheckFile file;
  file.questions = R"([{"id": "a", "type": "yes_no", "label": "x"}])";
  file.clauses = R"([{"id": "k", "label": "x", "quote": "x", "logic": {"var": "a"}}])";
  file.criteria = R"([{"id": "r", "level": "must", "label": "x", "logic": {"var": "k"}}])";
  const RuleSet rules = author::load_or_fail(file.text());
  EXPECT_EQ(
      base::write_json(to_json(judge(rules, {}))),
      R"({"outcome":"open","criteria":[{"id":"r","value":"unknown","clauses":[{"id":"k","value":"unknown","answers":["a"]}]}],)"
      R"("ask":["a"],"at_most":1,"would_change":[[{"question":"a","to":true}],[{"question":"a","to":false}]]})");
  EXPECT_EQ(
      base::write_json(to_json(judge(rules, with({{"a", true}})))),
      R"({"outcome":"meets","criteria":[{"id":"r","value":true,"clauses":[{"id":"k","value":true,"answers":["a"]}]}],)"
      R"("ask":[],"at_most":0,"would_change":[[{"question":"a","to":false}]]})");
}

}  // namespace
}  // namespace aushang::rules
