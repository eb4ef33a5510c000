#pragma once
/// JavaScript's conversions and comparisons (ECMA-262, sections 7.1 and 7.2), which JsonLogic leans on. What
/// depends on something unknown is unknown.
#include <optional>
#include <string>
#include <string_view>

#include "logic/value.h"

namespace aushang::logic {

/// JsonLogic's truthiness: JavaScript's, but an empty array is false (jsonlogic.com/truthy.html).
[[nodiscard]] Truth truth_of(const Value& value);

/// Number(text): white space trimmed, "" is 0, "0x1F", "0b1", "0o7", "Infinity"; NaN where it is no number.
[[nodiscard]] double to_number(std::string_view text);
/// String(number): the shortest digits that read back as the same number, in JavaScript's notation.
[[nodiscard]] std::string to_text(double number);
/// String(value); nothing if a part of it is unknown.
[[nodiscard]] std::optional<std::string> to_text(const Value& value);

[[nodiscard]] Truth equal_strictly(const Value& a, const Value& b);  ///< a === b
[[nodiscard]] Truth equal_loosely(const Value& a, const Value& b);   ///< a == b
[[nodiscard]] Truth less(const Value& a, const Value& b);            ///< a < b
[[nodiscard]] Truth less_or_equal(const Value& a, const Value& b);   ///< a <= b

/// JsonLogic's `in`: a part of a string, or strictly equal to an element of an array.
[[nodiscard]] Truth contained(const Value& needle, const Value& haystack);

}  // namespace aushang::logic
