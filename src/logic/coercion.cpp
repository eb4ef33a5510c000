#include "logic/coercion.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace aushang::logic {
namespace {

/// The value without its structure: arrays and objects as their strings (ECMA-262, 7.1.1 ToPrimitive; values
/// that came from JSON have no methods of their own). Unknown if the string depends on something unknown.
Value to_primitive(const Value& value) {
  if (value.array() == nullptr && value.object() == nullptr) return value;
  std::optional<std::string> text = to_text(value);
  return text ? Value(std::move(*text)) : Value();
}

/// Of a known primitive (ECMA-262, 7.1.4 ToNumber).
double number_of(const Value& primitive) {
  if (const double* number = primitive.number()) return *number;
  if (const bool* flag = primitive.boolean()) return *flag ? 1 : 0;
  if (const std::string* text = primitive.string()) return to_number(*text);
  return 0;  // null
}

/// Elements joined by commas, null as nothing (ECMA-262, 23.1.3.18 Array.prototype.join).
std::optional<std::string> join(const ValueArray& array) {
  std::string out;
  for (std::size_t i = 0; i < array.size(); ++i) {
    if (i != 0) out += ',';
    if (array[i].is_null()) continue;
    const std::optional<std::string> part = to_text(array[i]);
    if (!part) return std::nullopt;
    out += *part;
  }
  return out;
}

/// Whether `a` stands before `b` by UTF-16 code units. That is the order of code points, except that those
/// above U+FFFF, being surrogate pairs, stand before U+E000…U+FFFF.
bool before(std::string_view a, std::string_view b) {
  const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (at_b == b.end()) return false;
  if (at_a == a.end()) return true;
  auto start = static_cast<std::size_t>(at_a - a.begin());
  while (start > 0 && (static_cast<unsigned char>(a[start]) & 0xC0u) == 0x80u) --start;
  const char32_t point_a = base::decode(a, start).code_point;
  const char32_t point_b = base::decode(b, start).code_point;
  const auto first_unit = [](char32_t c) { return c < 0x10000 ? c : 0xD800 + ((c - 0x10000) >> 10); };
  const char32_t unit_a = first_unit(point_a);
  const char32_t unit_b = first_unit(point_b);
  return unit_a != unit_b ? unit_a < unit_b : point_a < point_b;
}

enum class Order { less, less_or_equal };

Truth compare(const Value& a, const Value& b, Order order) {
  const Value left = to_primitive(a);
  const Value right = to_primitive(b);
  if (left.is_unknown() || right.is_unknown()) return Truth::unknown;
  if (left.string() != nullptr && right.string() != nullptr) {
    return truth(order == Order::less ? before(*left.string(), *right.string())
                                      : !before(*right.string(), *left.string()));
  }
  const double x = number_of(left);
  const double y = number_of(right);
  return truth(order == Order::less ? x < y : x <= y);  // both false where one is NaN, as in JavaScript
}

}  // namespace

Truth truth_of(const Value& value) {
  if (value.is_unknown()) return Truth::unknown;
  if (const bool* flag = value.boolean()) return truth(*flag);
  if (const double* number = value.number()) return truth(*number != 0 && !std::isnan(*number));
  if (const std::string* text = value.string()) return truth(!text->empty());
  if (const ValueArray* array = value.array()) return truth(!array->empty());
  return truth(value.object() != nullptr);
}

std::optional<std::string> to_text(const Value& value) {
  if (value.is_unknown()) return std::nullopt;
  if (const bool* flag = value.boolean()) return *flag ? "true" : "false";
  if (const double* number = value.number()) return to_text(*number);
  if (const std::string* text = value.string()) return *text;
  if (const ValueArray* array = value.array()) return join(*array);
  return value.object() != nullptr ? "[object Object]" : "null";
}

Truth equal_strictly(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown()) return Truth::unknown;
  if (a.held().index() != b.held().index()) return Truth::no;
  if (a.is_null()) return Truth::yes;
  if (a.boolean() != nullptr) return truth(*a.boolean() == *b.boolean());
  if (a.number() != nullptr) return truth(*a.number() == *b.number());
  if (a.string() != nullptr) return truth(*a.string() == *b.string());
  if (a.array() != nullptr) return truth(a.array() == b.array());
  return truth(a.object() == b.object());
}

Truth equal_loosely(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown()) return Truth::unknown;
  if (a.held().index() == b.held().index()) return equal_strictly(a, b);
  if (a.is_null() || b.is_null()) return Truth::no;
  const auto is_structure = [](const Value& v) { return v.array() != nullptr || v.object() != nullptr; };
  if (is_structure(a) && is_structure(b)) return Truth::no;
  const Value left = to_primitive(a);
  const Value right = to_primitive(b);
  if (left.is_unknown() || right.is_unknown()) return Truth::unknown;
  if (left.string() != nullptr && right.string() != nullptr) return truth(*left.string() == *right.string());
  return truth(number_of(left) == number_of(right));
}

Truth less(const Value& a, const Value& b) { return compare(a, b, Order::less); }
Truth less_or_equal(const Value& a, const Value& b) { return compare(a, b, Order::less_or_equal); }

Truth contained(const Value& needle, const Value& haystack) {
  if (haystack.is_unknown()) return Truth::unknown;
  if (const std::string* text = haystack.string()) {
    if (text->empty()) return Truth::no;  // json-logic-js asks `!b` first, so not even "" is in ""
    const std::optional<std::string> part = to_text(needle);
    return part ? truth(text->find(*part) != std::string::npos) : Truth::unknown;
  }
  Truth found = Truth::no;
  if (const ValueArray* array = haystack.array()) {
    for (const Value& element : *array) found = found || equal_strictly(needle, element);
  }
  return found;
}

}  // namespace aushang::logic
