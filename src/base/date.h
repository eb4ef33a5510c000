#pragma once
/// Civil dates (proleptic Gregorian). The core has no clock: whoever needs "today" is given it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aushang::base {

struct Date {
  int year = 0;
  int month = 0;  ///< 1…12
  int day = 0;    ///< 1…31
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2026-01-31" and nothing else (RFC 3339 full-date, years 0001…9999); a day that doesn't exist is nothing.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(const Date& date);

/// Days since 1970-01-01, and back.
[[nodiscard]] std::int64_t to_days(const Date& date);
[[nodiscard]] Date from_days(std::int64_t days);

}  // namespace aushang::base
