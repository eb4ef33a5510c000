#pragma once
/// Rules as people put them together by clicking: a clause, all of several, one of several. In JSON "degree",
/// {"all": ["degree", {"one": ["research", "industry"]}]}; in check.json JsonLogic's {"var": …}, "and" and
/// "or". Each way round, what comes out says what went in.
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace aushang::author {

using Names = std::set<std::string, std::less<>>;

/// Nothing where JsonLogic says more than that, or has a comment.
[[nodiscard]] std::optional<base::Json> simple_rule(const base::Json& logic, const Names& clauses);
/// A sentence where it is no such rule.
[[nodiscard]] base::Result<base::Json> logic_of(const base::Json& rule, const Names& clauses);
/// Whether both are the same rule.
[[nodiscard]] bool is_same_rule(const base::Json& a, const base::Json& b);

/// The names that a rule asks for, anywhere in it.
[[nodiscard]] Names names_in(const base::Json& logic);

enum class Left { all, some, nothing, unclear };
/// Takes names out of a rule's "and" and "or". Nothing is left of what asks for none but these; it is unclear
/// what would be left of a rule that says more about them and others, which may then be half changed.
[[nodiscard]] Left take_names(base::Json& logic, const Names& names);

}  // namespace aushang::author
