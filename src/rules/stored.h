#pragma once
/// A rule set as JSON: how a bundle carries it. Everything in it has been checked when it was made of
/// check.json (author/load.h); the app needs no more than to read it. What says nothing (an empty text,
/// false, the first of an enumeration) isn't written.
#include <optional>

#include "base/json.h"
#include "rules/rule_set.h"

namespace aushang::rules {

[[nodiscard]] base::Json write_rules(const RuleSet& rules);

/// Nothing where `json` isn't what write_rules writes: a member that it doesn't know or of another type.
/// Names that refer to nothing are taken as they are; whoever judges takes them for unknown.
[[nodiscard]] std::optional<RuleSet> read_rules(const base::Json& json);

}  // namespace aushang::rules
