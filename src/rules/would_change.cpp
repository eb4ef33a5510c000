#include "rules/would_change.h"

#include <algorithm>
#include <utility>

#include "rules/candidates.h"

namespace aushang::rules {
namespace {

class Search {
 public:
  Search(const Model& model, const Answers& answers)
      : model_(model), values_(model.values(answers)), evaluator_(k_max_change_steps) {
    const std::vector<Truth> truths = criterion_truths();
    now_ = model.outcome(truths);
    collect_questions(answers);
    if (now_ == Outcome::not_yet) collect_obstacles(truths);
  }

  std::vector<std::vector<Change>> run() {
    for (std::size_t size = 1; size <= k_max_change_size; ++size) {
      extend(0, size);
      if (!found_.empty() || is_over()) break;
    }
    return std::move(found_);
  }

 private:
  struct Variable {
    std::size_t question;
    std::vector<Answer> answers;
    std::vector<bool> overcomes;  ///< per obstacle: whether it depends on this question
  };

  void collect_questions(const Answers& answers) {
    const RuleSet& rules = model_.rules();
    std::vector<bool> matters(rules.questions.size(), false);
    for (const std::size_t criterion : model_.criteria()) {
      for (const std::size_t question :
           model_.references().basis_of(rules.criteria[criterion].logic).questions) {
        matters[question] = true;
      }
    }
    const Candidates candidates(model_);
    for (std::size_t i = 0; i < rules.questions.size(); ++i) {
      if (!matters[i]) continue;
      const Question& question = rules.questions[i];
      variables_.push_back({i, candidates.near(question, answers.find(question.id), values_), {}});
    }
  }

  /// Each must that is false now has to be overcome, so every set has an answer to a question it depends on.
  /// Looking at these first is what makes sets of three affordable.
  void collect_obstacles(const std::vector<Truth>& truths) {
    const RuleSet& rules = model_.rules();
    for (std::size_t i = 0; i < truths.size(); ++i) {
      const Criterion& criterion = rules.criteria[model_.criteria()[i]];
      if (criterion.level != Level::must || truths[i] != Truth::no) continue;
      const Indices questions = model_.references().basis_of(criterion.logic).questions;
      for (Variable& variable : variables_) {
        variable.overcomes.push_back(
            std::binary_search(questions.begin(), questions.end(), variable.question));
      }
      ++obstacles_;
    }
  }

  [[nodiscard]] bool is_over() const { return evaluator_.is_exhausted() || found_.size() >= k_max_changes; }

  [[nodiscard]] bool overcomes_all() const {
    for (std::size_t i = 0; i < obstacles_; ++i) {
      const auto helps = [&](const Step& step) { return variables_[step.variable].overcomes[i]; };
      if (std::none_of(chosen_.begin(), chosen_.end(), helps)) return false;
    }
    return true;
  }

  /// Adds `size` more questions from `begin` on, each with each of its answers.
  void extend(std::size_t begin, std::size_t size) {
    if (size == 0) return choose_answers(0);
    for (std::size_t i = begin; i < variables_.size() && !is_over(); ++i) {
      chosen_.push_back({i, 0});
      if (size > 1 || overcomes_all()) extend(i + 1, size - 1);
      chosen_.pop_back();
    }
  }

  void choose_answers(std::size_t depth) {
    if (is_over()) return;
    if (depth == chosen_.size()) return try_chosen();
    const Variable& variable = variables_[chosen_[depth].variable];
    const Question& question = model_.rules().questions[variable.question];
    const Value before = values_[variable.question];
    for (std::size_t i = 0; i < variable.answers.size(); ++i) {
      chosen_[depth].answer = i;
      values_[variable.question] = value_of(question, variable.answers[i]);
      choose_answers(depth + 1);
    }
    values_[variable.question] = before;
  }

  std::vector<Truth> criterion_truths() {
    return model_.criterion_truths(values_, model_.clause_truths(values_, evaluator_), evaluator_);
  }

  void try_chosen() {
    const Outcome then = model_.outcome(criterion_truths());
    if (evaluator_.is_exhausted() || then == now_) return;
    std::vector<Change>& set = found_.emplace_back();
    for (const Step& step : chosen_) {
      const Variable& variable = variables_[step.variable];
      set.push_back({model_.rules().questions[variable.question].id, variable.answers[step.answer]});
    }
  }

  struct Step {
    std::size_t variable;
    std::size_t answer;
  };

  const Model& model_;
  std::vector<Value> values_;
  Evaluator evaluator_;
  Outcome now_ = Outcome::open;
  std::vector<Variable> variables_;
  std::size_t obstacles_ = 0;
  std::vector<Step> chosen_;
  std::vector<std::vector<Change>> found_;
};

}  // namespace

std::vector<std::vector<Change>> would_change(const Model& model, const Answers& answers) {
  return Search(model, answers).run();
}

}  // namespace aushang::rules
