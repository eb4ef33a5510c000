#include "form/read_date.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "i18n/dates.h"

namespace aushang::form {
namespace {

constexpr std::size_t k_year_digits = 4;
constexpr std::string_view k_between = " .,/-";

struct Part {
  std::string text;
  bool is_number = false;
  std::string between;  ///< signs before it
};

bool is_letter(char c) { return base::is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_ordinal(std::string_view word) {
  const std::string lower = base::to_ascii_lower(word);
  return lower == "st" || lower == "nd" || lower == "rd" || lower == "th";
}

/// Numbers and words; nothing where there is anything else.
std::optional<std::vector<Part>> parts_of(std::string_view text) {
  std::vector<Part> parts;
  std::string between;
  for (std::size_t at = 0; at < text.size();) {
    if (k_between.find(text[at]) != std::string_view::npos) {
      between += text[at++];
      continue;
    }
    const bool is_number = base::is_ascii_digit(text[at]);
    if (!is_number && !is_letter(text[at])) return std::nullopt;
    const auto belongs = is_number ? base::is_ascii_digit : is_letter;
    const std::size_t begin = at;
    while (at < text.size() && belongs(text[at])) ++at;
    std::string part(text.substr(begin, at - begin));
    const bool follows_number = between.empty() && !parts.empty() && parts.back().is_number;
    if (!is_number && follows_number && is_ordinal(part)) continue;
    parts.push_back({std::move(part), is_number, std::exchange(between, {})});
  }
  return parts;
}

/// Of a number of at most four digits.
int value_of(const Part& part) { return std::atoi(part.text.c_str()); }
bool is_year(const Part& part) { return part.is_number && part.text.size() == k_year_digits; }
bool is_short(const Part& part) { return part.is_number && part.text.size() <= 2; }

/// Of two digits, as POSIX's strptime reads them ("%y").
int whole_year(int year) { return year + (year < 69 ? 2000 : 1900); }

FieldReading date_of(int year, int month, int day) {
  const std::string text = base::to_string(base::Date{year, month, day});
  if (!base::parse_date(text)) return {.reading = Reading::unreadable};
  return {.reading = Reading::understood, .answer = text};
}

/// Whether the day comes before the month between slashes; nothing where the language's writers don't agree.
std::optional<bool> puts_day_first(std::string_view language) {
  const std::string lower = base::to_ascii_lower(language);
  if (lower == "en") return std::nullopt;
  return !lower.starts_with("en-us");
}

FieldReading read_slashes(const Part& first, const Part& second, int year, std::string_view language) {
  const int one = value_of(first), two = value_of(second);
  const FieldReading by_day = date_of(year, two, one), by_month = date_of(year, one, two);
  if (by_day.reading != Reading::understood) return by_month;
  if (by_month.reading != Reading::understood || by_day == by_month) return by_day;
  if (const std::optional<bool> day_first = puts_day_first(language)) return *day_first ? by_day : by_month;
  return {.reading = Reading::unclear, .meanings = {by_day.answer, by_month.answer}};
}

/// A part may still grow, and others may follow.
bool may_go_on(const std::vector<Part>& parts) {
  if (parts.size() > 3) return false;
  const auto could_be_one = [&](const Part& part) {
    const bool is_last = &part == &parts.back();
    if (part.is_number) return part.text.size() <= 2 || is_year(part) || (is_last && part.text.size() < 4);
    return i18n::month_named(part.text).has_value() || (is_last && part.text.size() < 3);
  };
  if (!std::all_of(parts.begin(), parts.end(), could_be_one)) return false;
  return parts.size() < 3 || (parts.back().is_number && parts.back().text.size() < k_year_digits);
}

}  // namespace

FieldReading read_date(const std::string& text, std::string_view language) {
  const std::optional<std::vector<Part>> found = parts_of(text);
  if (!found) return {.reading = Reading::unreadable};
  const std::vector<Part>& parts = *found;
  const FieldReading unreadable = {.reading = Reading::unreadable, .unfinished = may_go_on(parts)};
  if (parts.size() != 3 || text.back() == '-' || text.back() == '/') return unreadable;
  const Part &first = parts[0], &second = parts[1], &third = parts[2];

  if (is_year(first) && is_short(second) && is_short(third))
    return date_of(value_of(first), value_of(second), value_of(third));
  const bool is_all_short = is_short(first) && is_short(second) && third.is_number && third.text.size() == 2;
  if (is_all_short && second.between == "." && third.between == ".") {
    FieldReading read = date_of(whole_year(value_of(third)), value_of(second), value_of(first));
    read.unfinished = true;  // "1.10.20" may become 2027
    return read;
  }
  if (!is_year(third)) return unreadable;
  const int year = value_of(third);
  if (is_short(first) && !second.is_number) {
    const std::optional<int> month = i18n::month_named(second.text);
    return month ? date_of(year, *month, value_of(first)) : unreadable;
  }
  if (!first.is_number && is_short(second)) {
    const std::optional<int> month = i18n::month_named(first.text);
    return month ? date_of(year, *month, value_of(second)) : unreadable;
  }
  if (!is_short(first) || !is_short(second)) return unreadable;
  const bool has_point = second.between.find('.') != std::string::npos;
  if (has_point) return date_of(year, value_of(second), value_of(first));
  return read_slashes(first, second, year, language);
}

}  // namespace aushang::form
