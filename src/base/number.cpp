#include "base/number.h"

#include <cfloat>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace aushang::base {
namespace {

constexpr int k_sure_digits = 15;    ///< so many survive the way into a normal double and back (DBL_DIG)
constexpr int k_enough_digits = 17;  ///< so many tell all doubles apart (DBL_DECIMAL_DIG)

/// 0.d₁d₂d₃… × 10^point
struct Decimal {
  std::string digits;  ///< without zeros at the end
  int point = 0;
};

Decimal rounded(double positive, int digit_count) {
  char text[40];  // "d.ddde-xxx"
  std::snprintf(text, sizeof text, "%.*e", digit_count - 1, positive);
  Decimal out;
  const char* at = text;
  for (; *at != 'e'; ++at) {
    if (*at != '.') out.digits += *at;
  }
  out.point = std::atoi(at + 1) + 1;
  out.digits.erase(out.digits.find_last_not_of('0') + 1);
  return out;
}

bool reads_back(const Decimal& decimal, double positive) {
  const std::string text = "." + decimal.digits + "e" + std::to_string(decimal.point);
  return std::strtod(text.c_str(), nullptr) == positive;
}

/// The next number of `digit_count` digits that is not smaller.
Decimal next_above(Decimal decimal, int digit_count) {
  decimal.digits.resize(static_cast<std::size_t>(digit_count), '0');
  std::size_t i = decimal.digits.size() - 1;
  while (i > 0 && decimal.digits[i] == '9') decimal.digits[i--] = '0';
  if (decimal.digits[i] == '9') return {"1", decimal.point + 1};
  ++decimal.digits[i];
  return decimal;
}

Decimal shortest(double positive) {
  // Of the subnormal numbers even one digit may tell enough.
  for (int count = positive < DBL_MIN ? 1 : k_sure_digits; count < k_enough_digits; ++count) {
    Decimal decimal = rounded(positive, count);
    if (reads_back(decimal, positive)) return decimal;
    // Below a power of two doubles lie twice as dense, so the nearest decimal may miss where the one above
    // hits.
    decimal = next_above(decimal, count);
    if (reads_back(decimal, positive)) return decimal;
  }
  return rounded(positive, k_enough_digits);
}

}  // namespace

std::string number_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number == 0) return "0";

  auto [digits, point] = shortest(std::fabs(number));
  const int count = static_cast<int>(digits.size());
  std::string out = number < 0 ? "-" : "";
  if (count <= point && point <= 21)
    return out + digits + std::string(static_cast<std::size_t>(point - count), '0');
  if (0 < point && point <= 21) return out + digits.insert(static_cast<std::size_t>(point), 1, '.');
  if (-6 < point && point <= 0)
    return out + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (count > 1) digits.insert(1, 1, '.');
  const int exponent = point - 1;
  return out + digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

}  // namespace aushang::base
