#pragma once
/// Which question or clause a name in a rule is, and what a rule rests on.
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/rule_set.h"

namespace aushang::rules {

/// Indices into RuleSet's lists, ascending, each once.
using Indices = std::vector<std::size_t>;

/// What an expression rests on, directly and through clauses.
struct Basis {
  Indices questions;
  Indices clauses;
};

class References {
 public:
  /// `rules` outlives it.
  explicit References(const RuleSet& rules);

  struct Name {
    bool is_clause = false;
    std::size_t index = 0;
  };
  /// Null where neither a question nor a clause is called so.
  [[nodiscard]] const Name* find(std::string_view name) const;

  [[nodiscard]] Basis basis_of(const Expression& expression) const;
  /// The same of several names.
  [[nodiscard]] Basis basis_of(const std::vector<std::string>& names) const;

  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  /// What each clause names.
  [[nodiscard]] const std::vector<std::vector<std::string>>& clause_names() const { return clause_names_; }

 private:
  const RuleSet& rules_;
  std::unordered_map<std::string_view, Name> names_;
  std::vector<std::vector<std::string>> clause_names_;
};

/// Those that are chosen.
[[nodiscard]] Indices to_indices(const std::vector<bool>& chosen);

}  // namespace aushang::rules
