#include "rules/references.h"

namespace aushang::rules {

Indices to_indices(const std::vector<bool>& chosen) {
  Indices out;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i]) out.push_back(i);
  }
  return out;
}

References::References(const RuleSet& rules) : rules_(rules) {
  for (std::size_t i = 0; i < rules.questions.size(); ++i) names_[rules.questions[i].id] = {false, i};
  for (std::size_t i = 0; i < rules.clauses.size(); ++i) names_[rules.clauses[i].id] = {true, i};
  for (const Clause& clause : rules.clauses) clause_names_.push_back(variables(clause.logic));
}

const References::Name* References::find(std::string_view name) const {
  const auto found = names_.find(name);
  return found != names_.end() ? &found->second : nullptr;
}

Basis References::basis_of(const Expression& expression) const { return basis_of(variables(expression)); }

Basis References::basis_of(const std::vector<std::string>& names) const {
  std::vector<bool> questions(rules_.questions.size(), false);
  std::vector<bool> clauses(rules_.clauses.size(), false);
  std::vector<std::size_t> waiting;
  const auto add = [&](const std::vector<std::string>& more) {
    for (const std::string& text : more) {
      const Name* name = find(text);
      if (name == nullptr) continue;
      if (!name->is_clause) {
        questions[name->index] = true;
      } else if (!clauses[name->index]) {
        clauses[name->index] = true;
        waiting.push_back(name->index);
      }
    }
  };
  add(names);
  while (!waiting.empty()) {
    const std::size_t clause = waiting.back();
    waiting.pop_back();
    add(clause_names_[clause]);
  }
  return {to_indices(questions), to_indices(clauses)};
}

}  // namespace aushang::rules
