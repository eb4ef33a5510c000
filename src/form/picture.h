#pragma once
/// What a criterion looks like as steps and routes. Private to the module.
#include <optional>

#include "logic/logic.h"
#include "rules/judge.h"
#include "rules/rule_set.h"

namespace aushang::form {

/// The criterion's rule, its names those of clauses. Nothing where a picture would say something else: where
/// the rule is more than `and` and `or` of clauses, where these are made of other clauses, or where it is
/// nested more deeply than anybody takes in.
[[nodiscard]] std::optional<logic::Shape> picture_of(const rules::Criterion& criterion,
                                                     const rules::CriterionState& state);

/// Of a part of the picture.
[[nodiscard]] rules::Truth truth_of(const logic::Shape& part, const rules::CriterionState& state);

}  // namespace aushang::form
