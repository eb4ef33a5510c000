#include "form/uses.h"

#include <string>
#include <utility>

namespace aushang::form {
namespace {

/// Marks what an expression rests on; clauses already looked into are flagged in `seen`.
void mark(const rules::RuleSet& rules, const rules::Expression& expression, Questions& marked,
          std::vector<bool>& seen) {
  for (const std::string& name : rules::variables(expression)) {
    for (std::size_t i = 0; i < rules.questions.size(); ++i) {
      if (rules.questions[i].id == name) marked[i] = true;
    }
    for (std::size_t i = 0; i < rules.clauses.size(); ++i) {
      if (rules.clauses[i].id != name || seen[i]) continue;
      seen[i] = true;
      mark(rules, rules.clauses[i].logic, marked, seen);
    }
  }
}

struct Marks {
  explicit Marks(const rules::RuleSet& of)
      : rules(of), questions(of.questions.size()), clauses(of.clauses.size()) {}
  void add(const rules::Expression& expression) { mark(rules, expression, questions, clauses); }

  const rules::RuleSet& rules;
  Questions questions;
  std::vector<bool> clauses;
};

}  // namespace

Questions questions_of(const rules::RuleSet& rules, const rules::Expression& expression) {
  Marks marks(rules);
  marks.add(expression);
  return std::move(marks.questions);
}

Questions judged_questions(const rules::RuleSet& rules) {
  Marks marks(rules);
  for (const rules::Criterion& criterion : rules.criteria) marks.add(criterion.logic);
  return std::move(marks.questions);
}

Questions deciding_questions(const rules::RuleSet& rules) {
  Marks marks(rules);
  for (const rules::Material& material : rules.materials) {
    if (material.when) marks.add(*material.when);
  }
  return std::move(marks.questions);
}

}  // namespace aushang::form
