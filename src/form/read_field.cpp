#include "form/read_field.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "form/read_date.h"
#include "logic/coercion.h"

namespace aushang::form {
namespace {

constexpr std::size_t k_group = 3;  // digits between two signs that set thousands apart

/// What keyboards and word processors put for the same signs, as ASCII; spaces within as one space each.
std::string plain_signs(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded one = base::decode(text, at);
    at += one.length;
    if (base::is_visual_space(one.code_point)) {
      out += ' ';
    } else if (one.code_point == 0x2212) {  // minus sign
      out += '-';
    } else if (one.code_point == 0x2019) {  // right single quotation mark
      out += '\'';
    } else {
      base::append(out, one.code_point);
    }
  }
  return std::string(base::trim(out));
}

/// Digits in groups of three after a first one of one to three.
bool are_groups(std::string_view whole, char sign) {
  std::size_t at = whole.find(sign);
  if (at == 0 || at > k_group) return false;
  while (at != std::string_view::npos) {
    const std::size_t next = whole.find(sign, at + 1);
    const std::size_t length = std::min(next, whole.size()) - at - 1;
    if (length != k_group) return false;
    at = next;
  }
  return true;
}

class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : sign_(text.starts_with('-') ? "-" : "") {
    rest_ = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    rest_ = base::trim(rest_);
  }

  FieldReading read() {
    const bool is_written_so = std::all_of(rest_.begin(), rest_.end(), [](char c) {
      return base::is_ascii_digit(c) || c == '.' || c == ',' || c == ' ' || c == '\'';
    });
    if (!is_written_so) return {.reading = Reading::unreadable};
    const char decimal = decimal_sign();
    const std::size_t at = decimal != 0 ? rest_.rfind(decimal) : rest_.size();
    const std::string_view whole = rest_.substr(0, at);
    const std::string_view decimals = at < rest_.size() ? rest_.substr(at + 1) : std::string_view();
    const std::string whole_digits = digits_of(whole), decimal_digits = digits_of(decimals);
    if (whole_digits.empty() && decimal_digits.empty())
      return {.reading = Reading::unreadable, .unfinished = rest_.size() <= 1};
    if (decimal_digits.size() != decimals.size()) return {.reading = Reading::unreadable};
    if (whole_digits.size() != whole.size()) {
      const char group = whole[whole.find_first_not_of("0123456789")];
      if (!are_groups(whole, group)) {
        // "1 0" on the way to "1 000".
        const bool may_grow = decimal == 0 && are_groups(std::string(whole) + missing_zeros(whole), group);
        return {.reading = Reading::unreadable, .unfinished = may_grow};
      }
    }
    if (decimal != 0 && may_set_thousands_apart(whole, decimal_digits))
      return {.reading = Reading::unclear,
              .meanings = {number(whole_digits + decimal_digits, {}), number(whole_digits, decimal_digits)}};
    const double value = number(whole_digits, decimal_digits);
    if (!std::isfinite(value)) return {.reading = Reading::unreadable};
    return {.reading = Reading::understood, .answer = value};
  }

  /// Whether more digits can still make it larger, or with a minus smaller.
  [[nodiscard]] bool may_grow() const { return decimal_sign() == 0; }
  [[nodiscard]] bool is_negative() const { return !sign_.empty(); }

 private:
  /// The one that stands before decimals; 0 where there are none.
  [[nodiscard]] char decimal_sign() const {
    const auto dots = std::count(rest_.begin(), rest_.end(), '.');
    const auto commas = std::count(rest_.begin(), rest_.end(), ',');
    if (dots > 0 && commas > 0) return rest_.rfind('.') > rest_.rfind(',') ? '.' : ',';
    if (dots == 1) return '.';
    return commas == 1 ? ',' : char(0);
  }

  /// "1.500", but neither "0.500" nor "1 500.125".
  [[nodiscard]] static bool may_set_thousands_apart(std::string_view whole, std::string_view decimals) {
    return decimals.size() == k_group && !whole.empty() && whole.size() <= k_group && whole[0] != '0' &&
           digits_of(whole).size() == whole.size();
  }

  static std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), base::is_ascii_digit);
    return digits;
  }

  static std::string missing_zeros(std::string_view whole) {
    const std::size_t last = whole.size() - whole.find_last_not_of("0123456789") - 1;
    return std::string(last < k_group ? k_group - last : 0, '0');
  }

  [[nodiscard]] double number(const std::string& whole, const std::string& decimals) const {
    return logic::to_number(sign_ + "0" + whole + "." + decimals);
  }

  std::string sign_;
  std::string_view rest_;
};

FieldReading read_number(const rules::Question& question, const std::string& text) {
  NumberReader reader(text);
  FieldReading out = reader.read();
  const auto is_below = [&](double number) { return question.min && number < *question.min; };
  const auto is_above = [&](double number) { return question.max && number > *question.max; };
  // What can't be the answer isn't meant: of a grade from 1 to 5, "1.333" is no thousand.
  std::erase_if(out.meanings, [&](const rules::Answer& one) {
    return is_below(std::get<double>(one)) || is_above(std::get<double>(one));
  });
  if (out.meanings.size() == 1) return {.reading = Reading::understood, .answer = out.meanings.front()};
  if (out.reading == Reading::unclear && out.meanings.empty()) return {.reading = Reading::unreadable};
  const double* number = std::get_if<double>(&out.answer);
  if (number == nullptr) return out;
  const bool is_low = is_below(*number), is_high = is_above(*number);
  if (!is_low && !is_high) return out;
  return {.reading = is_low ? Reading::too_low : Reading::too_high,
          .unfinished = reader.may_grow() && reader.is_negative() == is_high};
}

}  // namespace

FieldReading read_field(const rules::Question& question, std::string_view text, std::string_view language) {
  if (question.type == rules::QuestionType::text) {
    if (text.empty()) return {};
    return {.reading = Reading::understood, .answer = base::sanitize_utf8(text)};
  }
  const std::string plain = plain_signs(text);
  if (plain.empty()) return {};
  return question.type == rules::QuestionType::number ? read_number(question, plain)
                                                      : read_date(plain, language);
}

}  // namespace aushang::form
