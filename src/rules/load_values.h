#pragma once
/// Values that several sections of check.json have, and site.json. For the loaders of the two only.
#include <optional>
#include <string>

#include "base/date.h"
#include "rules/reader.h"

namespace aushang::rules {

/// Each gives nothing after a complaint, or where `place` has no value.
[[nodiscard]] std::string read_url(Complaints& complaints, const Place& place);
[[nodiscard]] std::optional<base::Date> read_date(Complaints& complaints, const Place& place);

}  // namespace aushang::rules
