#include <string>
#include <utility>
#include <vector>

#include "../author/check_file.h"

namespace aushang::rules {
namespace {

/// One criterion over the questions of check_file.h, as JSON of the sets that would change the outcome.
std::string changes(const std::string& logic,
                    std::initializer_list<std::pair<const std::string, Answer>> given) {
  author::CheckFile file;
  file.questions = author::k_questions;
  file.criteria = R"([{"id": "r", "level": "must", "label": "x", "logic": )" + logic + "}]";
  Answers answers;
  answers.by_question.insert(given.begin(), given.end());
  std::string out;
  for (const std::vector<Change>& set : judge(author::load_or_fail(file.text()), answers).would_change) {
    out += "[";
    for (const Change& change : set)
      out += " " + change.question + "=" + base::write_json(to_json(change.to));
    out += " ]";
  }
  return out;
}

TEST(WouldChange, names_every_single_answer_that_would_do) {
  EXPECT_EQ(changes(R"({"in": [{"var": "masters"}, ["yes", "expected"]]})", {{"masters", std::string("no")}}),
            R"([ masters="yes" ][ masters="expected" ])");
}

TEST(WouldChange, names_the_nearest_number_and_date_on_the_other_side) {
  EXPECT_EQ(changes(R"({">=": [{"var": "years"}, 2]})", {{"years", 1.0}}), "[ years=2 ]");
  EXPECT_EQ(changes(R"({">": [{"var": "years"}, 2]})", {{"years", 1.0}}), "[ years=3 ]");
  EXPECT_EQ(changes(R"({"<": [{"var": "years"}, 2]})", {{"years", 5.0}}), "[ years=1 ]");
  EXPECT_EQ(changes(R"({"<": [1, {"var": "years"}, 2]})", {{"years", 5.0}}), "[ years=1.5 ]");
  EXPECT_EQ(changes(R"({"<": [{"var": "start"}, "2026-03-01"]})", {{"start", std::string("2027-01-01")}}),
            R"([ start="2026-02-28" ])");
}

TEST(WouldChange, stays_inside_the_bounds_of_a_number) {
  EXPECT_EQ(changes(R"({">": [{"var": "years"}, 39.5]})", {{"years", 1.0}}), "[ years=40 ]");
  EXPECT_EQ(changes(R"({"<": [{"var": "years"}, 0]})", {{"years", 1.0}}), "");
}

TEST(WouldChange, takes_one_option_more_or_less_of_many) {
  using List = std::vector<std::string>;
  EXPECT_EQ(changes(R"({"in": ["ml", {"var": "field"}]})", {{"field", List{"math"}}}),
            R"([ field=["math","ml"] ])");
  EXPECT_EQ(changes(R"({"!": {"in": ["ml", {"var": "field"}]}})", {{"field", List{"ml"}}}),
            R"([ field=[] ])");
}

TEST(WouldChange, needs_as_many_answers_as_it_takes_and_no_more) {
  const std::string both = R"({"and": [{"==": [{"var": "masters"}, "yes"]}, {"var": "industry"}]})";
  EXPECT_EQ(changes(both, {{"masters", std::string("no")}, {"industry", false}}),
            R"([ masters="yes" industry=true ])");
  EXPECT_EQ(changes(both, {{"masters", std::string("no")}}), R"([ masters="yes" ])")
      << "to open is a change, too";
  const std::string four = R"({"and": [{"==": [{"var": "masters"}, "yes"]}, {"var": "industry"},
                                       {">": [{"var": "years"}, 1]}, {"==": [{"var": "grade"}, "1"]}]})";
  EXPECT_EQ(
      changes(
          four,
          {{"masters", std::string("no")}, {"industry", false}, {"years", 0.0}, {"grade", std::string("2")}}),
      "")
      << "four would be needed, more than are worth telling";
}

TEST(WouldChange, follows_one_number_compared_with_another) {
  author::CheckFile file;
  file.questions =
      R"([{"id": "a", "type": "number", "label": "x"}, {"id": "b", "type": "number", "label": "x"}])";
  file.criteria =
      R"([{"id": "r", "level": "must", "label": "x", "logic": {">": [{"var": "a"}, {"var": "b"}]}}])";
  Answers answers;
  answers.by_question = {{"a", 3.0}, {"b", 7.0}};
  const Verdict verdict = judge(author::load_or_fail(file.text()), answers);
  ASSERT_EQ(verdict.would_change.size(), 2u);
  EXPECT_EQ(verdict.would_change[0][0].to, Answer(8.0));
  EXPECT_EQ(verdict.would_change[1][0].to, Answer(2.0));
}

TEST(WouldChange, comes_back_from_a_large_check_without_an_answer_rather_than_late) {
  author::CheckFile file;
  file.questions = "[";
  std::string all;
  Answers answers;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "q" + std::to_string(i);
    file.questions += (i ? "," : "") + (R"({"id": ")" + id) + R"(", "type": "yes_no", "label": "x"})";
    all += (i ? ", " : "") + (R"({"var": ")" + id) + R"("})";
    answers.by_question[id] = false;
  }
  file.questions += "]";
  file.criteria = R"([{"id": "r", "level": "must", "label": "x", "logic": {"and": [)" + all + "]}}]";
  const RuleSet rules = author::load_or_fail(file.text());
  EXPECT_TRUE(judge(rules, answers).would_change.empty());
  EXPECT_EQ(judge(rules, {}).ask.size(), 60u);
  EXPECT_EQ(judge(rules, {}).would_change.size(), k_max_changes) << "each no decides";
}

}  // namespace
}  // namespace aushang::rules
