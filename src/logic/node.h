#pragma once
/// The compiled form of a rule. For logic, rules and author only.
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "logic/logic.h"
#include "logic/operations.h"

namespace aushang::logic {

struct Node {
  Operation operation = Operation::literal;
  Value literal;
  std::string name;               ///< var: as written, "a.b"
  std::vector<std::string> keys;  ///< var: the name taken apart; empty for the data as a whole
  std::vector<Node> operands;
};

/// A `var` for a name: "a.b" is b of a, "" the data as a whole.
[[nodiscard]] Node variable_node(std::string_view name);

/// Literals of the rule that stand for another value, by where they are: "yes" for true.
using Replacements = std::unordered_map<const base::Json*, Value>;
[[nodiscard]] base::Result<Expression> compile(const base::Json& rule, std::string_view file,
                                               std::string_view path, Comments comments,
                                               const Replacements& replacements);

/// Where variables get their values: a function, or, inside some/all/none, the element.
struct Scope {
  const Lookup* lookup = nullptr;
  const Value* data = nullptr;
};

/// Evaluates within a budget of steps that several evaluations may share.
class Evaluator {
 public:
  explicit Evaluator(std::size_t steps) : steps_left_(steps) {}
  [[nodiscard]] Evaluation run(const Node& node, const Scope& scope);
  [[nodiscard]] bool is_exhausted() const { return steps_left_ == 0; }

 private:
  /// and, or: `stop` is the truth that decides them.
  Evaluation run_until(const Node& node, const Scope& scope, Truth stop);
  Evaluation run_choose(const Node& node, const Scope& scope);
  Truth run_comparison(const Node& node, const Scope& scope);
  Truth run_quantifier(const Node& node, const Scope& scope);

  std::size_t steps_left_;
};

/// One comparison with known or unknown operands. Only for is_comparison().
[[nodiscard]] Truth compare_values(Operation operation, const Value& a, const Value& b);

}  // namespace aushang::logic
