#pragma once
/// Dates as people write them (see read_field.h). Private to the module.
#include <string>
#include <string_view>

#include "form/read_field.h"

namespace aushang::form {

/// `text` is trimmed, not empty, and its spaces are ASCII. The answer is as in rules/answers.h: "2026-12-31".
[[nodiscard]] FieldReading read_date(const std::string& text, std::string_view language);

}  // namespace aushang::form
