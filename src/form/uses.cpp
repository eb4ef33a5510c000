#include "form/uses.h"

#include <algorithm>
#include <cstddef>
#include <variant>

namespace aushang::form {
namespace {

void mark(const rules::References& references, const rules::Expression& expression, Questions& marked) {
  for (const std::size_t question : references.basis_of(expression).questions) marked[question] = true;
}

Questions none_of(const rules::References& references) {
  return Questions(references.rules().questions.size(), false);
}

bool asks_for_some(const rules::RuleSet& rules, const rules::Position& position) {
  return std::any_of(rules.criteria.begin(), rules.criteria.end(),
                     [&](const rules::Criterion& criterion) { return position.asks_for(criterion); });
}

}  // namespace

Questions questions_of(const rules::References& references, const rules::Expression& expression) {
  Questions marked = none_of(references);
  mark(references, expression, marked);
  return marked;
}

Questions judged_questions(const rules::References& references) {
  Questions marked = none_of(references);
  for (const rules::Criterion& criterion : references.rules().criteria)
    mark(references, criterion.logic, marked);
  return marked;
}

Questions deciding_questions(const rules::References& references) {
  Questions marked = none_of(references);
  for (const rules::Material& material : references.rules().materials) {
    if (material.when) mark(references, *material.when, marked);
  }
  return marked;
}

Questions asked_questions(const rules::References& references, std::string_view position_id) {
  const rules::RuleSet& rules = references.rules();
  const rules::Position* position = rules.position(position_id);
  if (position == nullptr) {
    Questions of_all(rules.questions.size(), true);
    for (const rules::Position& one : rules.positions) {
      const Questions own = asked_questions(references, one.id);
      for (std::size_t i = 0; i < own.size(); ++i) of_all[i] = of_all[i] && own[i];
    }
    return of_all;
  }
  Questions own = none_of(references);
  for (const rules::Criterion& criterion : rules.criteria) {
    if (position->asks_for(criterion)) mark(references, criterion.logic, own);
  }
  for (const rules::Material& material : rules.materials) {
    if (material.when && position->wants(material)) mark(references, *material.when, own);
  }
  const Questions judged = judged_questions(references), deciding = deciding_questions(references);
  // What decides nothing for anybody, as a text for the mail, is asked of all.
  for (std::size_t i = 0; i < own.size(); ++i) own[i] = own[i] || (!judged[i] && !deciding[i]);
  return own;
}

bool has_result(const rules::RuleSet& rules, std::string_view position_id) {
  const rules::Position* position = rules.position(position_id);
  if (rules.questions.empty() || rules.criteria.empty()) return false;
  return position == nullptr || asks_for_some(rules, *position);
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
