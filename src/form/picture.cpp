#include "form/picture.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

namespace aushang::form {
namespace {

using logic::Shape;
using rules::Truth;

constexpr std::size_t k_deepest = 4;  ///< levels of `and` and `or` in one another

std::size_t depth_of(const Shape& shape) {
  std::size_t depth = 0;
  for (const Shape& part : shape.parts) depth = std::max(depth, depth_of(part) + 1);
  return depth;
}

void collect_names(const Shape& shape, std::set<std::string_view>& names) {
  if (shape.kind == Shape::Kind::name) names.insert(shape.name);
  for (const Shape& part : shape.parts) collect_names(part, names);
}

}  // namespace

std::optional<Shape> picture_of(const rules::Criterion& criterion, const rules::CriterionState& state) {
  std::optional<Shape> shape = logic::shape_of(criterion.logic);
  if (!shape || depth_of(*shape) > k_deepest) return std::nullopt;
  std::set<std::string_view> names, clauses;
  collect_names(*shape, names);
  for (const rules::ClauseState& clause : state.clauses) clauses.insert(clause.id);
  if (names != clauses) return std::nullopt;
  return shape;
}

Truth truth_of(const Shape& part, const rules::CriterionState& state) {
  if (part.kind == Shape::Kind::name) {
    const auto clause = std::find_if(state.clauses.begin(), state.clauses.end(),
                                     [&](const rules::ClauseState& one) { return one.id == part.name; });
    return clause == state.clauses.end() ? Truth::unknown : clause->value;
  }
  const bool all = part.kind == Shape::Kind::all;
  Truth truth = all ? Truth::yes : Truth::no;
  for (const Shape& inner : part.parts) {
    const Truth one = truth_of(inner, state);
    truth = all ? truth && one : truth || one;
  }
  return truth;
}

}  // namespace aushang::form
