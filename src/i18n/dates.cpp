#include "i18n/dates.h"

#include <array>
#include <string_view>

#include "i18n/pseudo.h"

namespace aushang::i18n {
namespace {

using Months = std::array<std::string_view, 12>;
constexpr Months k_en_months = {"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr Months k_de_months = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                "Juli",   "August",  "September", "Oktober", "November", "Dezember"};

}  // namespace

std::string format_date(Language language, const base::Date& date) {
  const bool german = language == Language::de;
  const std::string_view month =
      (german ? k_de_months : k_en_months)[static_cast<std::size_t>(date.month - 1)];
  std::string out = std::to_string(date.day);
  out.append(german ? ". " : " ").append(month).append(" ").append(std::to_string(date.year));
  return language == Language::pseudo ? pseudo(out) : out;
}

}  // namespace aushang::i18n
