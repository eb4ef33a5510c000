#include "rules/rule_set.h"

#include <algorithm>

namespace aushang::rules {
namespace {

template <class T>
const T* find(const std::vector<T>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found != all.end() ? &*found : nullptr;
}

}  // namespace

const Question* RuleSet::question(std::string_view id) const { return find(questions, id); }
const Clause* RuleSet::clause(std::string_view id) const { return find(clauses, id); }
const Criterion* RuleSet::criterion(std::string_view id) const { return find(criteria, id); }
const Material* RuleSet::material(std::string_view id) const { return find(materials, id); }
const Position* RuleSet::position(std::string_view id) const { return find(positions, id); }

}  // namespace aushang::rules
