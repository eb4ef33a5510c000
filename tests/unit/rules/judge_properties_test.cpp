// What must hold for any rules, tried on many small random ones with every state of the answers.
#include "random_rules.h"
#include "rules/model.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace aushang::rules {
namespace {

/// Every partial state of the answers, as one choice per question: 0 for unanswered, i for its i-th answer.
class States {
 public:
  explicit States(const RuleSet& rules) : model_(rules, "") {
    for (const Question& question : rules.questions) {
      std::vector<Value>& values = values_.emplace_back();
      values.emplace_back();
      for (const Answer& answer : all_answers(question)) values.push_back(value_of(question, answer));
      strides_.push_back(count_);
      count_ *= values.size();
    }
    for (std::size_t state = 0; state < count_; ++state) outcomes_.push_back(find_outcome(state));
  }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] Outcome outcome(std::size_t state) const { return outcomes_[state]; }
  [[nodiscard]] std::size_t choice(std::size_t state, std::size_t question) const {
    return state / strides_[question] % values_[question].size();
  }
  [[nodiscard]] std::size_t choices(std::size_t question) const { return values_[question].size(); }
  [[nodiscard]] std::size_t with(std::size_t state, std::size_t question, std::size_t choice) const {
    return state + (choice - this->choice(state, question)) * strides_[question];
  }

 private:
  Outcome find_outcome(std::size_t state) const {
    std::vector<Value> values;
    for (std::size_t i = 0; i < values_.size(); ++i) values.push_back(values_[i][choice(state, i)]);
    Evaluator evaluator(logic::k_max_steps);
    return model_.outcome(
        model_.criterion_truths(values, model_.clause_truths(values, evaluator), evaluator));
  }

  Model model_;
  std::vector<std::vector<Value>> values_;
  std::vector<std::size_t> strides_;
  std::size_t count_ = 1;
  std::vector<Outcome> outcomes_;
};

/// If no single further answer changes a decided outcome, no number of them does.
void expect_decisions_to_last(const RuleSet& rules, const std::string& text) {
  const States states(rules);
  for (std::size_t state = 0; state < states.count(); ++state) {
    bool is_complete = true;
    for (std::size_t question = 0; question < rules.questions.size(); ++question) {
      if (states.choice(state, question) != 0) continue;
      is_complete = false;
      if (states.outcome(state) == Outcome::open) continue;
      for (std::size_t choice = 1; choice < states.choices(question); ++choice) {
        ASSERT_EQ(states.outcome(states.with(state, question, choice)), states.outcome(state)) << text;
      }
    }
    if (is_complete) {
      ASSERT_NE(states.outcome(state), Outcome::open) << text;
    }
  }
}

TEST(JudgeProperties, a_decided_outcome_never_changes_when_more_is_answered) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::string text = RandomRules(seed, 1 + seed % 4).text();
    expect_decisions_to_last(author::load_or_fail(text), text);
    if (HasFatalFailure()) return;
  }
}

TEST(JudgeProperties, with_eight_questions_too) {
  std::size_t tried = 0;
  for (std::uint32_t seed = 1000; tried < 2; ++seed) {
    const std::string text = RandomRules(seed, 8).text();
    const RuleSet rules = author::load_or_fail(text);
    std::size_t count = 1;
    for (const Question& question : rules.questions) count *= all_answers(question).size() + 1;
    if (count > 60'000) continue;
    ++tried;
    expect_decisions_to_last(rules, text);
  }
}

/// The longest interview from here, trying every answer to each question asked.
std::size_t longest_interview(const RuleSet& rules, Answers& answers) {
  const Verdict verdict = judge(rules, answers);
  if (verdict.ask.empty()) return 0;
  const std::string& id = verdict.ask.front();
  std::vector<Answer> tries = all_answers(*rules.question(id));
  tries.emplace_back(NoAnswer::not_sure);
  tries.emplace_back(NoAnswer::declined);
  std::size_t longest = 0;
  for (const Answer& answer : tries) {
    answers.by_question[id] = answer;
    longest = std::max(longest, 1 + longest_interview(rules, answers));
  }
  answers.by_question.erase(id);
  return longest;
}

TEST(JudgeProperties, at_most_is_the_length_of_the_longest_interview) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const std::string text = RandomRules(seed, 1 + seed % 3).text();
    const RuleSet rules = author::load_or_fail(text);
    Answers answers;
    ASSERT_EQ(judge(rules, answers).at_most, longest_interview(rules, answers)) << text;
  }
}

TEST(JudgeProperties, answering_only_what_is_asked_gives_the_outcome_of_answering_everything) {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    const std::string text = RandomRules(seed, 2 + seed % 6).text();
    const RuleSet rules = author::load_or_fail(text);
    Random random(seed);
    Answers all;
    for (const Question& question : rules.questions) {
      const std::vector<Answer> answers = all_answers(question);
      all.by_question[question.id] = answers[random.below(answers.size())];
    }
    Answers given;
    Verdict verdict = judge(rules, given);
    while (!verdict.ask.empty()) {
      const std::string id = verdict.ask.front();
      given.by_question[id] = all.find(id);
      const Verdict next = judge(rules, given);
      ASSERT_LT(next.at_most, verdict.at_most) << text;
      for (const std::string& asked : next.ask) {
        ASSERT_NE(std::find(verdict.ask.begin(), verdict.ask.end(), asked), verdict.ask.end())
            << "what is asked only shrinks: " << asked << text;
      }
      verdict = next;
    }
    ASSERT_EQ(verdict.outcome, judge(rules, all).outcome) << text;
  }
}

// ---- what would change the outcome ------------------------------------------------------------------------

std::vector<Answer> neighbours(const Question& question, const Answer& current) {
  std::vector<Answer> out;
  if (question.type == QuestionType::many) {
    const auto* given = std::get_if<std::vector<std::string>>(&current);
    for (const std::string option : {"a", "b"}) {
      std::vector<std::string> list = given != nullptr ? *given : std::vector<std::string>();
      if (std::erase(list, option) == 0) list.push_back(option);
      out.emplace_back(list);
    }
    out.emplace_back(std::vector<std::string>());
  } else {
    out = all_answers(question);
    if (question.type == QuestionType::number) out.insert(out.end(), {0.5, 1.5, 2.5});
  }
  std::erase(out, current);
  return out;
}

/// Every set of `size` questions, from `begin` on, for which some answers change the outcome.
void find_changes(const RuleSet& rules, Answers& answers, Outcome now, std::size_t begin, std::size_t size,
                  std::vector<std::string>& chosen, std::vector<std::vector<std::string>>& found) {
  if (size == 0) {
    const Model model(rules, "");
    Evaluator evaluator(logic::k_max_steps);
    const std::vector<Value> values = model.values(answers);
    const Outcome then =
        model.outcome(model.criterion_truths(values, model.clause_truths(values, evaluator), evaluator));
    if (then != now && (found.empty() || found.back() != chosen)) found.push_back(chosen);
    return;
  }
  for (std::size_t i = begin; i < rules.questions.size(); ++i) {
    const Question& question = rules.questions[i];
    const Answer before = answers.find(question.id);
    chosen.push_back(question.id);
    for (const Answer& answer : neighbours(question, before)) {
      answers.by_question[question.id] = answer;
      find_changes(rules, answers, now, i + 1, size - 1, chosen, found);
    }
    answers.by_question[question.id] = before;
    chosen.pop_back();
  }
}

std::vector<std::vector<std::string>> smallest_changes(const RuleSet& rules, Answers answers, Outcome now) {
  std::vector<std::vector<std::string>> found;
  for (std::size_t size = 1; size <= k_max_change_size && found.empty(); ++size) {
    std::vector<std::string> chosen;
    find_changes(rules, answers, now, 0, size, chosen, found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

TEST(JudgeProperties, would_change_names_exactly_the_smallest_sets_that_change_the_outcome) {
  std::size_t sizes[k_max_change_size + 1] = {};
  for (std::uint32_t seed = 0; seed < 250; ++seed) {
    const std::string text = RandomRules(seed, 1 + seed % 4).text();
    const RuleSet rules = author::load_or_fail(text);
    Random random(seed);
    Answers answers;
    for (const Question& question : rules.questions) {
      const std::vector<Answer> tries = all_answers(question);
      if (!random.one_in(3)) answers.by_question[question.id] = tries[random.below(tries.size())];
    }
    const Verdict verdict = judge(rules, answers);
    std::vector<std::vector<std::string>> named;
    for (const std::vector<Change>& set : verdict.would_change) {
      Answers changed = answers;
      std::vector<std::string>& ids = named.emplace_back();
      for (const Change& change : set) {
        changed.by_question[change.question] = change.to;
        ids.push_back(change.question);
      }
      ASSERT_NE(judge(rules, changed).outcome, verdict.outcome) << text;
    }
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    if (verdict.would_change.size() == k_max_changes) continue;  // there may be more than are listed
    ASSERT_EQ(named, smallest_changes(rules, answers, verdict.outcome)) << text;
    ++sizes[named.empty() ? 0 : named.front().size()];
  }
  EXPECT_GT(sizes[1], 50u);
  EXPECT_GT(sizes[2], 5u);
}

}  // namespace
}  // namespace aushang::rules
