#pragma once
/// The counterfactual: which few answers would lead to another outcome. Private to the module; see judge.h.
#include <vector>

#include "rules/model.h"

namespace aushang::rules {

[[nodiscard]] std::vector<std::vector<Change>> would_change(const Model& model, const Answers& answers);

}  // namespace aushang::rules
