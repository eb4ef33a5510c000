#include "logic/node.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace aushang::logic {

Expression::Expression() {
  Node node;
  node.literal = Value(true);
  root_ = std::make_shared<const Node>(std::move(node));
}

Expression::Expression(std::shared_ptr<const Node> root) : root_(std::move(root)) {}

Node variable_node(std::string_view name) {
  Node node;
  node.operation = Operation::var;
  node.name = name;
  for (std::size_t begin = 0; !name.empty();) {
    const std::size_t dot = name.find('.', begin);
    node.keys.emplace_back(name.substr(begin, dot - begin));
    if (dot == std::string_view::npos) break;
    begin = dot + 1;
  }
  return node;
}

}  // namespace aushang::logic
