#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "logic/logic.h"
#include "logic/node.h"

namespace aushang::logic {
namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void collect(const Node& node, std::vector<std::string>& names) {
  if (node.operation == Operation::var) add_once(names, node.name);
  // Inside the condition of some/all/none, names are those of the element.
  const std::size_t count = is_quantifier(node.operation) ? 1 : node.operands.size();
  for (std::size_t i = 0; i < count; ++i) collect(node.operands[i], names);
}

/// What the part around a node wants to know of it. Its truth may be decided while its value isn't.
enum class Wanted { truth, value };

/// The invariant: a part contributes names only while it is undecided, and then those of its parts. As more
/// becomes known parts only change from undecided to decided, so the set can only shrink.
class UndecidedCollector {
 public:
  explicit UndecidedCollector(const Lookup& lookup) : scope_{&lookup, nullptr} {}

  void visit(const Node& node, Wanted wanted) {
    const Evaluation now = evaluator_.run(node, scope_);
    if (wanted == Wanted::truth ? now.truth != Truth::unknown : is_known_throughout(now.value)) return;
    switch (node.operation) {
      case Operation::literal:
        return;
      case Operation::var:
        add_once(names, node.name);
        return;
      case Operation::all_of:
      case Operation::any_of:
        visit_all(node, wanted);
        return;
      case Operation::negate:
        visit_all(node, Wanted::truth);
        return;
      case Operation::array:
      case Operation::in:
      case Operation::equal_loosely:
      case Operation::equal_strictly:
      case Operation::differ_loosely:
      case Operation::differ_strictly:
      case Operation::less:
      case Operation::less_or_equal:
      case Operation::greater:
      case Operation::greater_or_equal:
        visit_all(node, Wanted::value);
        return;
      case Operation::choose:
        visit_choose(node, wanted);
        return;
      case Operation::some:
      case Operation::all:
      case Operation::none:
        visit(node.operands[0], Wanted::value);
        return;
    }
  }

  std::vector<std::string> names;

 private:
  void visit_all(const Node& node, Wanted wanted) {
    for (const Node& operand : node.operands) visit(operand, wanted);
  }

  void visit_choose(const Node& node, Wanted wanted) {
    std::size_t i = 0;
    for (; i + 1 < node.operands.size(); i += 2) {
      const Truth condition = evaluator_.run(node.operands[i], scope_).truth;
      if (condition == Truth::no) continue;
      if (condition == Truth::unknown) visit(node.operands[i], Wanted::truth);
      visit(node.operands[i + 1], wanted);
      if (condition == Truth::yes) return;
    }
    if (i < node.operands.size()) visit(node.operands[i], wanted);
  }

  Scope scope_;
  Evaluator evaluator_{k_max_steps};
};

}  // namespace

std::vector<std::string> variables(const Expression& expression) {
  std::vector<std::string> names;
  collect(expression.root(), names);
  return names;
}

std::vector<std::string> undecided_variables(const Expression& expression, const Lookup& lookup) {
  UndecidedCollector collector(lookup);
  collector.visit(expression.root(), Wanted::truth);
  return std::move(collector.names);
}

}  // namespace aushang::logic
