#pragma once
/// One line of `aushang logic`.
#include <string>
#include <string_view>

namespace aushang::logic {

/// `line` is JSON: [rule, data]. Gives true, false, "unknown", or {"refused": reason} where the line is no
/// such JSON or the rule lies outside the profile. A missing variable is unknown; with [rule] alone all of
/// them are.
[[nodiscard]] std::string judge_line(std::string_view line);

}  // namespace aushang::logic
