#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "logic/coercion.h"
#include "logic/logic.h"
#include "logic/node.h"

namespace aushang::logic {
namespace {

Evaluation known(Value value) {
  const Truth t = truth_of(value);
  return {std::move(value), t};
}

Evaluation from_truth(Truth t) {
  return t == Truth::unknown ? Evaluation{} : Evaluation{Value(t == Truth::yes), t};
}

/// What holds whichever of two values it turns out to be.
Evaluation merge(const Evaluation& a, const Evaluation& b) {
  return {equal_strictly(a.value, b.value) == Truth::yes ? a.value : Value(),
          a.truth == b.truth ? a.truth : Truth::unknown};
}

/// An array index as JavaScript's own property names have it: "0", "12", never "01" or "+1".
std::optional<std::size_t> to_index(std::string_view key) {
  if (key.empty() || key.size() > 9 || (key.size() > 1 && key[0] == '0')) return std::nullopt;
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
  return index;
}

/// "length" of a string and its characters, in UTF-16 code units as JavaScript counts them. Half of a
/// surrogate pair has no UTF-8 form and becomes U+FFFD.
Value string_property(const std::string& text, std::string_view key) {
  const std::optional<std::size_t> index = to_index(key);
  if (!index && key != "length") return {};
  std::size_t unit = 0;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded d = base::decode(text, i);
    const std::size_t units = d.code_point > 0xFFFF ? 2 : 1;
    if (index && *index < unit + units) {
      std::string character;
      base::append(character, units == 1 ? d.code_point : base::k_replacement);
      return Value(std::move(character));
    }
    unit += units;
    i += d.length;
  }
  return index ? Value() : Value(static_cast<double>(unit));
}

/// data[key]; unknown where JavaScript would say undefined.
Value property(const Value& data, const std::string& key) {
  if (const ValueObject* object = data.object()) {
    for (const auto& [name, value] : *object) {
      if (name == key) return value;
    }
    return {};
  }
  if (const ValueArray* array = data.array()) {
    if (key == "length") return Value(static_cast<double>(array->size()));
    const std::optional<std::size_t> index = to_index(key);
    return index && *index < array->size() ? (*array)[*index] : Value();
  }
  if (const std::string* text = data.string()) return string_property(*text, key);
  return {};
}

Value variable(const Node& node, const Scope& scope) {
  if (scope.lookup != nullptr) return (*scope.lookup)(node.name);
  Value value = *scope.data;
  for (const std::string& key : node.keys) value = property(value, key);
  return value;
}

}  // namespace

Truth compare_values(Operation operation, const Value& a, const Value& b) {
  switch (operation) {
    case Operation::equal_loosely:
      return equal_loosely(a, b);
    case Operation::equal_strictly:
      return equal_strictly(a, b);
    case Operation::differ_loosely:
      return !equal_loosely(a, b);
    case Operation::differ_strictly:
      return !equal_strictly(a, b);
    case Operation::less:
      return less(a, b);
    case Operation::less_or_equal:
      return less_or_equal(a, b);
    case Operation::greater:
      return less(b, a);
    case Operation::greater_or_equal:
      return less_or_equal(b, a);
    case Operation::literal:
    case Operation::array:
    case Operation::var:
    case Operation::all_of:
    case Operation::any_of:
    case Operation::negate:
    case Operation::in:
    case Operation::choose:
    case Operation::some:
    case Operation::all:
    case Operation::none:
      break;
  }
  return Truth::unknown;
}

Evaluation Evaluator::run(const Node& node, const Scope& scope) {
  if (steps_left_ == 0) return {};
  --steps_left_;
  switch (node.operation) {
    case Operation::literal:
      return known(node.literal);
    case Operation::array: {
      ValueArray elements;
      elements.reserve(node.operands.size());
      for (const Node& operand : node.operands) elements.push_back(run(operand, scope).value);
      return known(make_array(std::move(elements)));
    }
    case Operation::var:
      return known(variable(node, scope));
    case Operation::all_of:
      return run_until(node, scope, Truth::no);
    case Operation::any_of:
      return run_until(node, scope, Truth::yes);
    case Operation::negate:
      return from_truth(!run(node.operands[0], scope).truth);
    case Operation::equal_loosely:
    case Operation::equal_strictly:
    case Operation::differ_loosely:
    case Operation::differ_strictly:
    case Operation::less:
    case Operation::less_or_equal:
    case Operation::greater:
    case Operation::greater_or_equal:
      return from_truth(run_comparison(node, scope));
    case Operation::in: {
      const Value needle = run(node.operands[0], scope).value;
      return from_truth(contained(needle, run(node.operands[1], scope).value));
    }
    case Operation::choose:
      return run_choose(node, scope);
    case Operation::some:
    case Operation::all:
    case Operation::none:
      return from_truth(run_quantifier(node, scope));
  }
  return {};
}

Evaluation Evaluator::run_until(const Node& node, const Scope& scope, Truth stop) {
  bool is_open = false;  // an operand before this one may turn out to be the one that is returned
  Evaluation last;
  for (const Node& operand : node.operands) {
    last = run(operand, scope);
    if (last.truth == stop) return is_open ? Evaluation{Value(), stop} : last;
    is_open = is_open || last.truth == Truth::unknown;
  }
  return is_open ? Evaluation{} : last;
}

Evaluation Evaluator::run_choose(const Node& node, const Scope& scope) {
  std::optional<Evaluation> reachable;  // what the values taken under undecided conditions agree on
  const auto add = [&](Evaluation value) {
    reachable = reachable ? merge(*reachable, value) : std::move(value);
  };
  std::size_t i = 0;
  for (; i + 1 < node.operands.size(); i += 2) {
    const Truth condition = run(node.operands[i], scope).truth;
    if (condition == Truth::no) continue;
    add(run(node.operands[i + 1], scope));
    if (condition == Truth::yes) return *reachable;
  }
  add(i < node.operands.size() ? run(node.operands[i], scope) : known(Value(nullptr)));
  return *reachable;
}

Truth Evaluator::run_comparison(const Node& node, const Scope& scope) {
  const Value a = run(node.operands[0], scope).value;
  const Value b = run(node.operands[1], scope).value;
  const Truth first = compare_values(node.operation, a, b);
  if (node.operands.size() == 2) return first;
  return first && compare_values(node.operation, b, run(node.operands[2], scope).value);
}

Truth Evaluator::run_quantifier(const Node& node, const Scope& scope) {
  const Value list = run(node.operands[0], scope).value;
  if (list.is_unknown()) return Truth::unknown;
  const ValueArray* elements = list.array();
  if (elements == nullptr || elements->empty()) return truth(node.operation == Operation::none);

  const bool is_all = node.operation == Operation::all;
  const Truth decisive = is_all ? Truth::no : Truth::yes;
  Truth result = !decisive;
  for (const Value& element : *elements) {
    const Truth t = run(node.operands[1], Scope{nullptr, &element}).truth;
    result = is_all ? (result && t) : (result || t);
    if (result == decisive) break;
  }
  return node.operation == Operation::none ? !result : result;
}

Evaluation evaluate(const Expression& expression, const Lookup& lookup) {
  return Evaluator(k_max_steps).run(expression.root(), Scope{&lookup, nullptr});
}

Evaluation evaluate(const Expression& expression, const base::Json& data) {
  const Value all = to_value(data);
  return Evaluator(k_max_steps).run(expression.root(), Scope{nullptr, &all});
}

}  // namespace aushang::logic
