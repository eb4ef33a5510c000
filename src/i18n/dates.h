#pragma once
#include <string>

#include "base/date.h"
#include "i18n/words.h"

namespace aushang::i18n {

/// "23 June 2024", "23. Juni 2024".
[[nodiscard]] std::string format_date(Language language, const base::Date& date);

}  // namespace aushang::i18n
