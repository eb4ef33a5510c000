// Numbers to text and back as JavaScript does it (ECMA-262, 6.1.6.1.20 Number::toString and 7.1.4.1.1
// StringToNumber).
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

#include "base/number.h"
#include "base/text.h"
#include "base/utf8.h"
#include "logic/coercion.h"

namespace aushang::logic {
namespace {

constexpr double k_no_number = std::numeric_limits<double>::quiet_NaN();

/// What JavaScript trims: WhiteSpace and LineTerminator (ECMA-262, 12.2 and 12.3).
bool is_script_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::string_view trim_script_space(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const base::Decoded d = base::decode(text, begin);
    if (!is_script_space(d.code_point)) break;
    begin += d.length;
  }
  std::size_t end = begin;
  for (std::size_t i = begin; i < text.size();) {
    const base::Decoded d = base::decode(text, i);
    i += d.length;
    if (!is_script_space(d.code_point)) end = i;
  }
  return text.substr(begin, end - begin);
}

/// `text` has been checked to be a number in C's notation, so that neither "nan" nor a stray character gets
/// here.
double read_checked(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

int digit_value(char c) {
  if (base::is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

/// Digits to the base 2^bits, without prefix or sign. Rewritten as hexadecimal for strtod, which rounds
/// correctly where there are more digits than a double holds.
double read_power_of_two(std::string_view digits, int bits) {
  if (digits.empty()) return k_no_number;
  std::string binary;
  for (const char c : digits) {
    const int value = digit_value(c);
    if (value >= (1 << bits)) return k_no_number;
    for (int bit = bits - 1; bit >= 0; --bit) binary += ((value >> bit) & 1) != 0 ? '1' : '0';
  }
  binary.insert(0, (4 - binary.size() % 4) % 4, '0');
  std::string hex = "0x";
  for (std::size_t i = 0; i < binary.size(); i += 4) {
    int value = 0;
    for (std::size_t j = i; j < i + 4; ++j) value = value * 2 + (binary[j] - '0');
    hex += "0123456789abcdef"[value];
  }
  return read_checked(hex);
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && base::is_ascii_digit(text[at])) ++at;
  return at;
}

/// StrDecimalLiteral without "Infinity": digits, a point among or around them, an exponent.
bool is_decimal(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  std::size_t digits = at - whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text, fraction);
    digits += at - fraction;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skip_digits(text, at);
    if (at == exponent) return false;
  }
  return at == text.size();
}

}  // namespace

double to_number(std::string_view text) {
  text = trim_script_space(text);
  if (text.empty()) return 0;
  if (text.size() > 2 && text[0] == '0') {
    switch (text[1]) {
      case 'x':
      case 'X':
        return read_power_of_two(text.substr(2), 4);
      case 'o':
      case 'O':
        return read_power_of_two(text.substr(2), 3);
      case 'b':
      case 'B':
        return read_power_of_two(text.substr(2), 1);
      default:
        break;
    }
  }
  if (text == "Infinity" || text == "+Infinity") return std::numeric_limits<double>::infinity();
  if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
  return is_decimal(text) ? read_checked(std::string(text)) : k_no_number;
}

std::string to_text(double number) { return base::number_text(number); }

}  // namespace aushang::logic
