#include "i18n/dates.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/number.h"
#include "base/utf8.h"
#include "i18n/pseudo.h"

namespace aushang::i18n {
namespace {

using Months = std::array<std::string_view, 12>;
constexpr Months k_en_months = {"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr Months k_de_months = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                "Juli",   "August",  "September", "Oktober", "November", "Dezember"};

constexpr std::size_t k_least_letters = 3;  // of a month's name; "Ma" may be two of them

std::string lower(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded one = base::decode(text, at);
    base::append(out, base::to_lower(one.code_point));
    at += one.length;
  }
  return out;
}

}  // namespace

std::string format_date(Language language, const base::Date& date) {
  const bool german = language == Language::de;
  const std::string_view month =
      (german ? k_de_months : k_en_months)[static_cast<std::size_t>(date.month - 1)];
  std::string out = std::to_string(date.day);
  out.append(german ? ". " : " ").append(month).append(" ").append(std::to_string(date.year));
  return language == Language::pseudo ? pseudo(out) : out;
}

std::optional<int> month_named(std::string_view name) {
  const std::string begin = lower(name);
  if (base::count_code_points(begin) < k_least_letters) return std::nullopt;
  for (const Months& months : {k_en_months, k_de_months}) {
    for (std::size_t i = 0; i < months.size(); ++i) {
      if (lower(months[i]).starts_with(begin)) return static_cast<int>(i) + 1;
    }
  }
  return std::nullopt;
}

std::string format_number(Language language, double number) {
  std::string out = base::number_text(number);
  if (language == Language::de) std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

}  // namespace aushang::i18n
