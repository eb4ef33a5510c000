#pragma once
/// Compiled rules as JSON: how a bundle carries them. It is JsonLogic again, with the values that were
/// replaced while compiling and without comments, so it needs no more than to be read.
#include <optional>

#include "base/json.h"
#include "logic/logic.h"

namespace aushang::logic {

[[nodiscard]] base::Json write_expression(const Expression& expression);

/// Nothing where `json` is no rule of the profile. Says not why: whoever wrote the rule has been told
/// (logic::compile).
[[nodiscard]] std::optional<Expression> read_expression(const base::Json& json);

}  // namespace aushang::logic
