#include "rules/model.h"

#include <algorithm>
#include <string>

#include "rules/clause_order.h"

namespace aushang::rules {
namespace {

/// The criteria of one position.
std::vector<bool> criteria_of(const RuleSet& rules, const Position& position) {
  std::vector<bool> chosen;
  for (const Criterion& criterion : rules.criteria) chosen.push_back(position.asks_for(criterion));
  return chosen;
}

}  // namespace

Model::Model(const RuleSet& rules, std::string_view position_id) : rules_(rules), references_(rules) {
  std::vector<std::vector<std::size_t>> named;
  for (const std::vector<std::string>& names : references_.clause_names()) {
    std::vector<std::size_t>& others = named.emplace_back();
    for (const std::string& name : names) {
      if (const References::Name* other = references_.find(name); other != nullptr && other->is_clause)
        others.push_back(other->index);
    }
  }
  order_ = order_clauses(named).order;

  std::vector<bool> chosen(rules.criteria.size(), true);
  if (const Position* position = rules.position(position_id)) {
    chosen = criteria_of(rules, *position);
  } else {
    std::vector<bool> some(rules.criteria.size(), rules.positions.empty());
    for (const Position& one : rules.positions) {
      const std::vector<bool> own = criteria_of(rules, one);
      for (std::size_t i = 0; i < own.size(); ++i) {
        chosen[i] = chosen[i] && own[i];
        some[i] = some[i] || own[i];
      }
    }
    is_position_open_ = chosen != some;
  }
  criteria_ = to_indices(chosen);

  is_needed_.resize(rules.clauses.size(), false);
  for (const std::size_t i : criteria_) {
    for (const std::size_t clause : references_.basis_of(rules.criteria[i].logic).clauses)
      is_needed_[clause] = true;
  }
}

std::vector<Value> Model::values(const Answers& answers) const {
  std::vector<Value> values;
  values.reserve(rules_.questions.size());
  for (const Question& question : rules_.questions)
    values.push_back(value_of(question, answers.find(question.id)));
  return values;
}

Lookup Model::lookup(const std::vector<Value>& values, const std::vector<Truth>& clauses) const {
  return [this, &values, &clauses](std::string_view text) {
    const References::Name* name = references_.find(text);
    if (name == nullptr) return Value();
    if (!name->is_clause) return values[name->index];
    const Truth t = clauses[name->index];
    return t == Truth::unknown ? Value() : Value(t == Truth::yes);
  };
}

std::vector<Truth> Model::clause_truths(const std::vector<Value>& values, Evaluator& evaluator,
                                        Extent extent) const {
  std::vector<Truth> truths(rules_.clauses.size(), Truth::unknown);
  const Lookup look_up = lookup(values, truths);
  for (const std::size_t i : order_) {
    if (extent == Extent::needed && !is_needed_[i]) continue;
    truths[i] = evaluator.run(rules_.clauses[i].logic.root(), {&look_up, nullptr}).truth;
  }
  return truths;
}

std::vector<Truth> Model::criterion_truths(const std::vector<Value>& values,
                                           const std::vector<Truth>& clauses, Evaluator& evaluator) const {
  const Lookup look_up = lookup(values, clauses);
  std::vector<Truth> truths;
  truths.reserve(criteria_.size());
  for (const std::size_t i : criteria_) {
    truths.push_back(evaluator.run(rules_.criteria[i].logic.root(), {&look_up, nullptr}).truth);
  }
  return truths;
}

Outcome Model::outcome(const std::vector<Truth>& criteria) const {
  Truth musts = Truth::yes;
  Truth shoulds = Truth::yes;
  for (std::size_t i = 0; i < criteria_.size(); ++i) {
    Truth& level = rules_.criteria[criteria_[i]].level == Level::must ? musts : shoulds;
    level = level && criteria[i];
  }
  if (musts == Truth::no) return Outcome::not_yet;
  if (is_position_open_ || musts == Truth::unknown || shoulds == Truth::unknown) return Outcome::open;
  return shoulds == Truth::yes ? Outcome::meets : Outcome::ask;
}

}  // namespace aushang::rules
