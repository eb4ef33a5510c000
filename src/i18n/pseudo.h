#pragma once
#include <string>
#include <string_view>

namespace aushang::i18n {

/// "Apply {n}" → "[Áþþļý {n} ~~~]": readable, longer, and unlike any untranslated text. {slots} stay.
[[nodiscard]] std::string pseudo(std::string_view english);

}  // namespace aushang::i18n
