#include <iterator>
#include <optional>
#include <utility>

#include "logic/logic.h"
#include "logic/node.h"

namespace aushang::logic {
namespace {

std::optional<Shape> shape_of(const Node& node) {
  if (node.operation == Operation::var) return Shape{Shape::Kind::name, node.name, {}};
  if (node.operation != Operation::all_of && node.operation != Operation::any_of) return std::nullopt;
  Shape whole;
  whole.kind = node.operation == Operation::all_of ? Shape::Kind::all : Shape::Kind::any;
  for (const Node& operand : node.operands) {
    std::optional<Shape> part = shape_of(operand);
    if (!part) return std::nullopt;
    if (part->kind == whole.kind) {
      std::move(part->parts.begin(), part->parts.end(), std::back_inserter(whole.parts));
    } else {
      whole.parts.push_back(*std::move(part));
    }
  }
  if (whole.parts.size() > 1) return whole;
  Shape only = std::move(whole.parts.front());  // an operation has an operand (logic.h)
  return only;
}

}  // namespace

std::optional<Shape> shape_of(const Expression& expression) { return shape_of(expression.root()); }

}  // namespace aushang::logic
