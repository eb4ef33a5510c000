#include "form/uses.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace aushang::form {
namespace {

/// Marks what an expression rests on; clauses already looked into are flagged in `seen`.
void mark(const rules::RuleSet& rules, const rules::Expression& expression, Questions& marked,
          std::vector<bool>& seen) {
  for (const std::string& name : logic::variables(expression)) {
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

bool asks_for_some(const rules::RuleSet& rules, const rules::Position& position) {
  return std::any_of(rules.criteria.begin(), rules.criteria.end(),
                     [&](const rules::Criterion& criterion) { return position.asks_for(criterion); });
}

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

Questions asked_questions(const rules::RuleSet& rules, std::string_view position_id) {
  const rules::Position* position = rules.position(position_id);
  if (position == nullptr) {
    Questions of_all(rules.questions.size(), true);
    for (const rules::Position& one : rules.positions) {
      const Questions own = asked_questions(rules, one.id);
      for (std::size_t i = 0; i < own.size(); ++i) of_all[i] = of_all[i] && own[i];
    }
    return of_all;
  }
  Marks own(rules);
  for (const rules::Criterion& criterion : rules.criteria) {
    if (position->asks_for(criterion)) own.add(criterion.logic);
  }
  for (const rules::Material& material : rules.materials) {
    if (material.when && position->wants(material)) own.add(*material.when);
  }
  const Questions judged = judged_questions(rules), deciding = deciding_questions(rules);
  // What decides nothing for anybody, as a text for the mail, is asked of all.
  for (std::size_t i = 0; i < own.questions.size(); ++i)
    own.questions[i] = own.questions[i] || (!judged[i] && !deciding[i]);
  return std::move(own.questions);
}

bool has_result(const rules::RuleSet& rules, std::string_view position_id) {
  const rules::Position* position = rules.position(position_id);
  if (rules.questions.empty() || rules.criteria.empty()) return false;
  return position == nullptr || asks_for_some(rules, *position);
}

Questions deciding_questions(const rules::RuleSet& rules) {
  Marks marks(rules);
  for (const rules::Material& material : rules.materials) {
    if (material.when) marks.add(*material.when);
  }
  return std::move(marks.questions);
}

bool is_answered(const rules::Answers& answers, std::string_view question) {
  const auto* none = std::get_if<rules::NoAnswer>(&answers.find(question));
  return none == nullptr || *none != rules::NoAnswer::not_answered;
}

bool is_untouched(const rules::RuleSet& rules, const rules::Answers& answers) {
  return answers.position.empty() &&
         std::none_of(rules.questions.begin(), rules.questions.end(),
                      [&](const rules::Question& one) { return is_answered(answers, one.id); });
}

}  // namespace aushang::form
