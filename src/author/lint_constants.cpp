// Logic that comes out the same whatever is answered.
#include <algorithm>
#include <string>
#include <string_view>
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
  Truth only_truth(const Expression& logic) {
    const rules::Basis basis = model_.references().basis_of(logic);
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
      const Truth now = truth_with(logic, basis, values);
      if (evaluator_.is_exhausted() || now == Truth::unknown || (n > 0 && now != only)) return Truth::unknown;
      only = now;
    }
    return only;
  }

 private:
  Truth truth_with(const Expression& logic, const rules::Basis& basis, const std::vector<Value>& values) {
    const std::vector<Truth> clauses =
        basis.clauses.empty() ? std::vector<Truth>() : model_.clause_truths(values, evaluator_);
    const Lookup look_up = model_.lookup(values, clauses);
    return evaluator_.run(logic.root(), {&look_up, nullptr}).truth;
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
  struct Words {
    std::string_view section, key, if_true, if_false;
  };
  const auto look_at = [&](const Words& words, std::size_t i, const std::string& id,
                           const Expression& logic) {
    const Truth only = trial.only_truth(logic);
    if (only == Truth::unknown) return;
    const Place entry =
        base::element_of({root.json->find(words.section), root.path + "." + std::string(words.section)}, i);
    const bool is_true = only == Truth::yes;
    complaints.warn(is_true ? "always-true" : "always-false", entry.json->find(words.key)->at,
                    entry.path + "." + std::string(words.key),
                    quoted(id) + std::string(is_true ? words.if_true : words.if_false));
  };
  for (std::size_t i = 0; i < rules.criteria.size(); ++i) {
    look_at({"criteria", "logic", " is true whatever is answered, so it asks for nothing; check its logic.",
             " is false whatever is answered, so nobody can meet it; check its logic."},
            i, rules.criteria[i].id, rules.criteria[i].logic);
  }
  for (std::size_t i = 0; i < rules.clauses.size(); ++i) {
    look_at({"clauses", "logic", " is true whatever is answered; make it a note, or check its logic.",
             " is false whatever is answered; check its logic."},
            i, rules.clauses[i].id, rules.clauses[i].logic);
  }
  for (std::size_t i = 0; i < rules.materials.size(); ++i) {
    if (!rules.materials[i].when) continue;
    look_at({"materials", "when", " is listed whatever is answered; leave \"when\" out, or check its logic.",
             " is never listed, whatever is answered; check the logic of \"when\"."},
            i, rules.materials[i].id, *rules.materials[i].when);
  }
}

}  // namespace aushang::author
