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

std::string name_of(const DeadlineAt& deadline) {
  return base::to_string(deadline.date) + " " + deadline.time + " " + deadline.zone;
}

bool is_over(const Deadline& deadline, const base::Date& today) {
  const auto* at = std::get_if<DeadlineAt>(&deadline);
  return at != nullptr && at->date < today;
}

const Question* RuleSet::question(std::string_view id) const { return find(questions, id); }
const Clause* RuleSet::clause(std::string_view id) const { return find(clauses, id); }
const Criterion* RuleSet::criterion(std::string_view id) const { return find(criteria, id); }
const Material* RuleSet::material(std::string_view id) const { return find(materials, id); }
const Position* RuleSet::position(std::string_view id) const { return find(positions, id); }

Apply RuleSet::apply_for(std::string_view position_id) const {
  Apply out = apply;
  const Position* own = position(position_id);
  if (own == nullptr) return out;
  if (!own->subject_tag.empty()) out.subject_tag = own->subject_tag;
  return out;
}

}  // namespace aushang::rules
