#include "logic/stored.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "logic/node.h"

namespace aushang::logic {
namespace {

using base::Json;

Json write_literal(const Value& value) {
  if (const bool* flag = value.boolean()) return *flag;
  if (const double* number = value.number()) return *number;
  if (const std::string* text = value.string()) return *text;
  return nullptr;
}

Json write(const Node& node) {
  if (node.operation == Operation::literal) return write_literal(node.literal);
  base::JsonArray operands;
  for (const Node& operand : node.operands) operands.push_back(write(operand));
  if (node.operation == Operation::array) return operands;
  const auto* form = std::find_if(std::begin(k_operations), std::end(k_operations),
                                  [&](const OperationForm& f) { return f.operation == node.operation; });
  if (node.operation == Operation::var) return base::JsonObject{{std::string(form->name), node.name, {}}};
  // As deep as the author wrote it, and no deeper: there is an end to how deep JSON may be.
  const bool needs_list = operands.size() != 1 || operands.front().array() != nullptr;
  Json all = needs_list ? Json(std::move(operands)) : Json(std::move(operands.front()));
  return base::JsonObject{{std::string(form->name), std::move(all), {}}};
}

bool read(const Json& json, Node& node);

bool read_operands(const base::JsonArray& list, Node& node) {
  node.operands.resize(list.size());
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!read(list[i], node.operands[i])) return false;
  return true;
}

bool read_operation(const base::JsonObject& object, Node& node) {
  if (object.size() != 1) return false;
  const OperationForm* form = find_operation(object.front().key);
  if (form == nullptr) return false;
  const Json& value = object.front().value;
  if (form->operation == Operation::var) {
    const std::string* name = value.string();
    if (name != nullptr) node = variable_node(*name);
    return name != nullptr;
  }
  node.operation = form->operation;
  if (const base::JsonArray* list = value.array()) {
    if (!read_operands(*list, node)) return false;
  } else if (!read(value, node.operands.emplace_back())) {
    return false;
  }
  return node.operands.size() >= form->least_operands && node.operands.size() <= form->most_operands;
}

bool read(const Json& json, Node& node) {
  if (const base::JsonObject* object = json.object()) return read_operation(*object, node);
  if (const base::JsonArray* list = json.array()) {
    node.operation = Operation::array;
    return read_operands(*list, node);
  }
  node.literal = to_value(json);
  return true;
}

}  // namespace

Json write_expression(const Expression& expression) { return write(expression.root()); }

std::optional<Expression> read_expression(const Json& json) {
  Node root;
  if (!read(json, root)) return std::nullopt;
  return Expression(std::make_shared<const Node>(std::move(root)));
}

}  // namespace aushang::logic
