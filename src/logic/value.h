#pragma once
/// Values of JsonLogic with a third state: unknown.
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.h"

namespace aushang::logic {

/// Kleene's three truth values (S. C. Kleene, Introduction to Metamathematics, §64).
enum class Truth : unsigned char { no, unknown, yes };

[[nodiscard]] constexpr Truth truth(bool value) { return value ? Truth::yes : Truth::no; }
[[nodiscard]] constexpr Truth operator!(Truth t) {
  return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown;
}
[[nodiscard]] constexpr Truth operator&&(Truth a, Truth b) { return a < b ? a : b; }
[[nodiscard]] constexpr Truth operator||(Truth a, Truth b) { return a < b ? b : a; }

struct Unknown {};
class Value;
using ValueArray = std::vector<Value>;  ///< elements may be unknown
using ValueObject = std::vector<std::pair<std::string, Value>>;

/// Arrays and objects are shared, so that `===` can tell "the same one" as JavaScript does.
class Value {
 public:
  using Held = std::variant<Unknown, std::nullptr_t, bool, double, std::string,
                            std::shared_ptr<const ValueArray>, std::shared_ptr<const ValueObject>>;
  Value() = default;  ///< unknown
  Value(Held held) : held_(std::move(held)) {}

  [[nodiscard]] const Held& held() const { return held_; }
  [[nodiscard]] bool is_unknown() const { return std::holds_alternative<Unknown>(held_); }
  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(held_); }
  /// Each is null unless the value is of that type.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&held_); }
  [[nodiscard]] const double* number() const { return std::get_if<double>(&held_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&held_); }
  [[nodiscard]] const ValueArray* array() const;
  [[nodiscard]] const ValueObject* object() const;

 private:
  Held held_;
};

[[nodiscard]] Value make_array(ValueArray elements);
[[nodiscard]] Value to_value(const base::Json& json);

/// Known, and if it is an array or object, all that is in it too.
[[nodiscard]] bool is_known_throughout(const Value& value);

}  // namespace aushang::logic
