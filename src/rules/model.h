#pragma once
/// A rule set prepared for judging: names resolved, clauses in order. Private to the module.
#include <cstddef>
#include <string_view>
#include <vector>

#include "logic/node.h"
#include "rules/answers.h"
#include "rules/judge.h"
#include "rules/references.h"
#include "rules/rule_set.h"

namespace aushang::rules {

using logic::Evaluator;
using logic::Lookup;

class Model {
 public:
  /// `rules` outlives the model. The criteria are those of `position`; without one, those all positions
  /// share.
  Model(const RuleSet& rules, std::string_view position);

  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  [[nodiscard]] const Indices& criteria() const { return criteria_; }

  [[nodiscard]] std::vector<Value> values(const Answers& answers) const;  ///< one per question

  /// Of all clauses, or of those the criteria need; the others stay unknown.
  enum class Extent { needed, all };
  [[nodiscard]] std::vector<Truth> clause_truths(const std::vector<Value>& values, Evaluator& evaluator,
                                                 Extent extent = Extent::needed) const;
  /// One per entry of criteria(). `clauses`: at least those that the criteria need.
  [[nodiscard]] std::vector<Truth> criterion_truths(const std::vector<Value>& values,
                                                    const std::vector<Truth>& clauses,
                                                    Evaluator& evaluator) const;
  [[nodiscard]] Outcome outcome(const std::vector<Truth>& criteria) const;

  /// Values of questions, truths of clauses. Both outlive the lookup.
  [[nodiscard]] Lookup lookup(const std::vector<Value>& values, const std::vector<Truth>& clauses) const;

  [[nodiscard]] const References& references() const { return references_; }

 private:
  const RuleSet& rules_;
  References references_;
  Indices order_;                ///< all clauses, each after those it names
  std::vector<bool> is_needed_;  ///< per clause: some criterion rests on it
  Indices criteria_;
  bool is_position_open_ = false;  ///< positions differ in their criteria, and none is chosen
};

}  // namespace aushang::rules
