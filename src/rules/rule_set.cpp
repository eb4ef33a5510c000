#include "rules/rule_set.h"

#include <algorithm>
#include <variant>

namespace aushang::rules {
namespace {

template <class T>
const T* find(const std::vector<T>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found != all.end() ? &*found : nullptr;
}

bool holds(const std::optional<std::vector<std::string>>& ids, std::string_view id) {
  return !ids || std::find(ids->begin(), ids->end(), id) != ids->end();
}

}  // namespace

bool Position::wants(const Material& material) const { return holds(materials, material.id); }
bool Position::asks_for(const Criterion& criterion) const { return holds(criteria, criterion.id); }

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
  if (!own->to.empty()) out.to = own->to;
  if (!own->subject_tag.empty()) out.subject_tag = own->subject_tag;
  if (own->inquiry) out.inquiry = *own->inquiry;
  if (own->deadline) out.deadline = *own->deadline;
  return out;
}

Deadline RuleSet::last_deadline() const {
  Deadline last = positions.empty() ? apply.deadline : apply_for(positions.front().id).deadline;
  for (const Position& position : positions) {
    const auto* latest = std::get_if<DeadlineAt>(&last);
    const Deadline one = apply_for(position.id).deadline;
    const auto* at = std::get_if<DeadlineAt>(&one);
    if (latest != nullptr && (at == nullptr || at->date > latest->date)) last = one;
  }
  return last;
}

bool RuleSet::takes_mail(std::string_view position_id) const {
  const Position* chosen = position(position_id);
  if (chosen != nullptr) return !apply.to.empty() || !chosen->to.empty();
  return !apply.to.empty() ||
         std::any_of(positions.begin(), positions.end(), [](const Position& one) { return !one.to.empty(); });
}

}  // namespace aushang::rules
