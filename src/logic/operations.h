#pragma once
/// The profile's operations: how JsonLogic spells them, and how many operands each takes. Private to the
/// module and to the reader of check.json.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace aushang::logic {

enum class Operation : unsigned char {
  literal,  ///< null, a Boolean, a number or a string
  array,    ///< evaluated element by element, a new array each time
  var,
  all_of,  ///< and
  any_of,  ///< or
  negate,  ///< !
  equal_loosely,
  equal_strictly,
  differ_loosely,
  differ_strictly,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  in,
  choose,  ///< if
  some,
  all,
  none,
};

struct OperationForm {
  std::string_view name;
  Operation operation;
  std::size_t least_operands, most_operands;
};

inline constexpr std::size_t k_any_number = static_cast<std::size_t>(-1);
inline constexpr OperationForm k_operations[] = {
    {"var", Operation::var, 0, 1},
    {"and", Operation::all_of, 1, k_any_number},
    {"or", Operation::any_of, 1, k_any_number},
    {"!", Operation::negate, 1, 1},
    {"==", Operation::equal_loosely, 2, 2},
    {"===", Operation::equal_strictly, 2, 2},
    {"!=", Operation::differ_loosely, 2, 2},
    {"!==", Operation::differ_strictly, 2, 2},
    {"<", Operation::less, 2, 3},
    {"<=", Operation::less_or_equal, 2, 3},
    {">", Operation::greater, 2, 2},
    {">=", Operation::greater_or_equal, 2, 2},
    {"in", Operation::in, 2, 2},
    {"if", Operation::choose, 0, k_any_number},
    {"some", Operation::some, 2, 2},
    {"all", Operation::all, 2, 2},
    {"none", Operation::none, 2, 2},
};

/// Null where the profile has none of that name.
[[nodiscard]] inline const OperationForm* find_operation(std::string_view name) {
  const auto* found = std::find_if(std::begin(k_operations), std::end(k_operations),
                                   [&](const OperationForm& form) { return form.name == name; });
  return found != std::end(k_operations) ? found : nullptr;
}

[[nodiscard]] constexpr bool is_equality(Operation operation) {
  return operation >= Operation::equal_loosely && operation <= Operation::differ_strictly;
}
[[nodiscard]] constexpr bool is_order(Operation operation) {
  return operation >= Operation::less && operation <= Operation::greater_or_equal;
}
[[nodiscard]] constexpr bool is_comparison(Operation operation) {
  return is_equality(operation) || is_order(operation);
}
[[nodiscard]] constexpr bool is_quantifier(Operation operation) { return operation >= Operation::some; }

}  // namespace aushang::logic
