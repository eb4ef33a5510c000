// Criteria that come out the same whatever is answered.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "author/lint.h"
#include "rules/candidates.h"
#include "rules/model.h"

namespace aushang::author {
namespace {

class Trial {
 public:
  /// A rule set without positions, so that the model has all criteria.
  explicit Trial(const RuleSet& rules) : model_(rules, ""), candidates_(model_) {
    for (const Question& question : rules.questions) {
      std::vector<Value> values;
      for (const rules::Answer& answer : candidates_.all(question, k_max_combinations)) {
        values.push_back(rules::value_of(question, answer));
      }
      choices_.push_back(std::move(values));
    }
  }

  /// The truth it always has; unknown if it has both, or if that can't be found out.
  Truth only_truth(const Criterion& criterion) {
    const Model::Basis basis = model_.basis_of(criterion.logic);
    std::size_t combinations = 1;
    for (const std::size_t question : basis.questions) {
      combinations *= choices_[question].size();
      if (combinations == 0 || combinations > k_max_combinations) return Truth::unknown;
    }
    std::vector<Value> values(choices_.size());
    Truth only = Truth::unknown;
    for (std::size_t n = 0; n < combinations; ++n) {
      std::size_t rest = n;
      for (const std::size_t question : basis.questions) {
        const std::vector<Value>& choice = choices_[question];
        values[question] = choice[rest % choice.size()];
        rest /= choice.size();
      }
      const Truth now = truth_with(criterion, basis, values);
      if (evaluator_.is_exhausted() || now == Truth::unknown || (n > 0 && now != only)) return Truth::unknown;
      only = now;
    }
    return only;
  }

 private:
  Truth truth_with(const Criterion& criterion, const Model::Basis& basis, const std::vector<Value>& values) {
    const std::vector<Truth> clauses =
        basis.clauses.empty() ? std::vector<Truth>() : model_.clause_truths(values, evaluator_);
    const Lookup look_up = model_.lookup(values, clauses);
    return evaluator_.run(criterion.logic.root(), {&look_up, nullptr}).truth;
  }

  Model model_;
  rules::Candidates candidates_;
  Evaluator evaluator_{k_max_lint_steps};
  std::vector<std::vector<Value>> choices_;
};

}  // namespace

void lint_constants(Complaints& complaints, const RuleSet& rules, const Place& root) {
  RuleSet all = rules;
  all.positions.clear();
  Trial trial(all);
  for (std::size_t i = 0; i < rules.criteria.size(); ++i) {
    const Truth only = trial.only_truth(rules.criteria[i]);
    if (only == Truth::unknown) continue;
    const Place place = base::element_of({root.json->find("criteria"), root.path + ".criteria"}, i);
    const base::Json* logic = place.json->find("logic");
    const std::string id = quoted(rules.criteria[i].id);
    if (only == Truth::yes) {
      complaints.warn("always-true", logic->at, place.path + ".logic",
                      id + " is true whatever is answered, so it asks for nothing; check its logic.");
    } else {
      complaints.warn("always-false", logic->at, place.path + ".logic",
                      id + " is false whatever is answered, so nobody can meet it; check its logic.");
    }
  }
}

}  // namespace aushang::author
