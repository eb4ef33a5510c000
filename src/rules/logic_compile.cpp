#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "rules/logic.h"
#include "rules/logic_call.h"
#include "rules/logic_node.h"

namespace aushang::rules {
namespace {

using base::Json;

struct Form {
  std::string_view name;
  Operation operation;
  std::size_t min_operands;
  std::size_t max_operands;
};

constexpr std::size_t k_any = static_cast<std::size_t>(-1);
constexpr Form k_forms[] = {
    {"and", Operation::all_of, 1, k_any},
    {"or", Operation::any_of, 1, k_any},
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
    {"if", Operation::choose, 0, k_any},
    {"some", Operation::some, 2, 2},
    {"all", Operation::all, 2, 2},
    {"none", Operation::none, 2, 2},
};

/// What people reach for that the profile leaves out, and what to do instead.
struct Advice {
  std::string_view name;
  std::string_view text;
};
constexpr Advice k_advice[] = {
    {"!!", "leave it out: every condition is read as true or false by itself"},
    {"?:", "write \"if\""},
    {"missing", "an unanswered question is unknown here, so there is nothing to test for"},
    {"missing_some", "an unanswered question is unknown here, so there is nothing to test for"},
    {"+", "there is no arithmetic; ask for the number that is needed"},
    {"-", "there is no arithmetic; ask for the number that is needed"},
    {"*", "there is no arithmetic; ask for the number that is needed"},
    {"/", "there is no arithmetic; ask for the number that is needed"},
    {"%", "there is no arithmetic; ask for the number that is needed"},
    {"min", "there is no arithmetic; compare each number with \"and\" or \"or\""},
    {"max", "there is no arithmetic; compare each number with \"and\" or \"or\""},
    {"cat", "texts can't be built; compare with the whole text"},
    {"substr", "texts can't be cut; \"in\" tells whether one text contains another"},
    {"map", "lists can't be built; \"some\", \"all\" and \"none\" test their elements"},
    {"filter", "lists can't be built; \"some\", \"all\" and \"none\" test their elements"},
    {"reduce", "lists can't be summed up; \"some\", \"all\" and \"none\" test their elements"},
    {"merge", "lists can't be joined; write one list"},
    {"log", "leave it out"},
    {"=", "write \"==\""},
    {"<>", "write \"!=\""},
    {"not", "write \"!\""},
    {"&&", "write \"and\""},
    {"||", "write \"or\""},
    {"contains", "write \"in\", with the element first and the list second"},
};

std::string profile() {
  std::string out;
  for (const std::string_view name : k_operations) {
    if (!out.empty()) out += ' ';
    out += name;
  }
  return out;
}

std::string count_expected(const Form& form) {
  if (form.max_operands == k_any) return "at least " + std::to_string(form.min_operands);
  if (form.min_operands == form.max_operands) return std::to_string(form.min_operands);
  return std::to_string(form.min_operands) + " or " + std::to_string(form.max_operands);
}

class Compiler {
 public:
  Compiler(std::string_view file, Comments comments, const Replacements& replacements)
      : file_(file), comments_(comments), replacements_(replacements) {}

  Node compile(const Json& json, const std::string& path) {
    if (json.object() != nullptr) return compile_object(json, path);
    Node node;
    if (const base::JsonArray* array = json.array()) {
      node.operation = Operation::array;
      for (std::size_t i = 0; i < array->size(); ++i) {
        node.operands.push_back(compile((*array)[i], path + "[" + std::to_string(i) + "]"));
      }
    } else {
      const auto replacement = replacements_.find(&json);
      node.literal = replacement != replacements_.end() ? replacement->second : to_value(json);
    }
    return node;
  }

  base::Diagnostics errors;

 private:
  Node compile_object(const Json& json, const std::string& path) {
    const std::optional<Call> call = as_call(json);
    if (!call || (comments_ == Comments::refused && json.object()->size() != 1)) {
      std::string keys;
      for (const base::JsonMember& member : *json.object()) keys += (keys.empty() ? "" : ", ") + member.key;
      complain("logic-object", json.at, path,
               keys.empty() ? "an empty object; an operation was expected, such as {\"var\": \"…\"}."
                            : "an operation is an object with one key; this one has: " + keys +
                                  ". Put several conditions into {\"and\": […]} or {\"or\": […]}.");
      return {};
    }
    if (call->operation == "var") return compile_variable(*call, path);
    const auto form = std::find_if(std::begin(k_forms), std::end(k_forms),
                                   [&](const Form& f) { return f.name == call->operation; });
    if (form == std::end(k_forms)) {
      refuse_operation(*call, path);
      return {};
    }
    Node node;
    node.operation = form->operation;
    if (call->operands.size() < form->min_operands || call->operands.size() > form->max_operands) {
      complain("logic-operands", call->at, path,
               "\"" + std::string(form->name) + "\" takes " + count_expected(*form) +
                   (form->max_operands == 1 ? " operand" : " operands") + ", here it has " +
                   std::to_string(call->operands.size()) + ".");
    }
    for (std::size_t i = 0; i < call->operands.size(); ++i) {
      node.operands.push_back(compile(*call->operands[i], operand_path(path, *call, i)));
    }
    return node;
  }

  Node compile_variable(const Call& call, const std::string& path) {
    Node node;
    node.operation = Operation::var;
    if (call.operands.size() > 1) {
      complain(
          "logic-var-default", call.at, path,
          "\"var\" with a default value isn't in the profile: what isn't answered is unknown. Write only the "
          "name.");
      return node;
    }
    const std::optional<std::string> name = variable_name(call);
    if (!name) {
      complain("logic-var-name", call.at, path,
               "\"var\" takes a name written out, such as {\"var\": \"masters\"}.");
      return node;
    }
    node.name = *name;
    if (name->empty()) return node;
    for (std::size_t begin = 0;;) {
      const std::size_t dot = name->find('.', begin);
      node.keys.push_back(name->substr(begin, dot - begin));
      if (dot == std::string::npos) return node;
      begin = dot + 1;
    }
  }

  void refuse_operation(const Call& call, const std::string& path) {
    const std::string name(call.operation);
    const auto advice = std::find_if(std::begin(k_advice), std::end(k_advice),
                                     [&](const Advice& a) { return a.name == call.operation; });
    std::string message = "the operation \"" + name + "\" isn't in the profile";
    if (advice != std::end(k_advice)) {
      message += ": " + std::string(advice->text) + ".";
    } else {
      const std::vector<std::string_view> known(std::begin(k_operations), std::end(k_operations));
      const std::string_view near = base::nearest(base::to_ascii_lower(name), known);
      if (!near.empty()) message += "; did you mean \"" + std::string(near) + "\"?";
      message += near.empty() ? ". " : " ";
      message += "It has: " + profile() + ".";
    }
    complain("logic-operation", call.at, path, std::move(message));
  }

  void complain(std::string code, base::Position at, const std::string& path, std::string message) {
    errors.push_back(
        {base::Severity::error, std::string(file_), at, std::move(code), path, std::move(message)});
  }

  std::string_view file_;
  Comments comments_;
  const Replacements& replacements_;
};

}  // namespace

Expression::Expression() {
  Node node;
  node.literal = Value(true);
  root_ = std::make_shared<const Node>(std::move(node));
}

Expression::Expression(std::shared_ptr<const Node> root) : root_(std::move(root)) {}

base::Result<Expression> compile(const Json& rule, std::string_view file, std::string_view path,
                                 Comments comments) {
  return compile(rule, file, path, comments, {});
}

base::Result<Expression> compile(const Json& rule, std::string_view file, std::string_view path,
                                 Comments comments, const Replacements& replacements) {
  Compiler compiler(file, comments, replacements);
  Node root = compiler.compile(rule, std::string(path));
  if (!compiler.errors.empty()) return std::move(compiler.errors);
  return Expression(std::make_shared<const Node>(std::move(root)));
}

}  // namespace aushang::rules
