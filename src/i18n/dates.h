#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "i18n/words.h"

namespace aushang::i18n {

/// "23 June 2024", "23. Juni 2024".
[[nodiscard]] std::string format_date(Language language, const base::Date& date);

/// 1…12 of a month's name in a language we speak, whatever this one is: "October", "okt", "Sept". At least
/// three letters.
[[nodiscard]] std::optional<int> month_named(std::string_view name);

/// As base::number_text, with the language's decimal sign: "1.5", "1,5".
[[nodiscard]] std::string format_number(Language language, double number);

}  // namespace aushang::i18n
