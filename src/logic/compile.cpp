#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "logic/call.h"
#include "logic/logic.h"
#include "logic/node.h"

namespace aushang::logic {
namespace {

using base::Json;

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
  for (const OperationForm& form : k_operations) {
    if (!out.empty()) out += ' ';
    out += form.name;
  }
  return out;
}

std::string count_expected(const OperationForm& form) {
  if (form.most_operands == k_any_number) return "at least " + std::to_string(form.least_operands);
  if (form.least_operands == form.most_operands) return std::to_string(form.least_operands);
  return std::to_string(form.least_operands) + " or " + std::to_string(form.most_operands);
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
    const OperationForm* form = find_operation(call->operation);
    if (form == nullptr) {
      refuse_operation(*call, path);
      return {};
    }
    Node node;
    node.operation = form->operation;
    if (call->operands.size() < form->least_operands || call->operands.size() > form->most_operands) {
      complain("logic-operands", call->at, path,
               "\"" + std::string(form->name) + "\" takes " + count_expected(*form) +
                   (form->most_operands == 1 ? " operand" : " operands") + ", here it has " +
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
    return variable_node(*name);
  }

  void refuse_operation(const Call& call, const std::string& path) {
    const std::string name(call.operation);
    const auto advice = std::find_if(std::begin(k_advice), std::end(k_advice),
                                     [&](const Advice& a) { return a.name == call.operation; });
    std::string message = "the operation \"" + name + "\" isn't in the profile";
    if (advice != std::end(k_advice)) {
      message += ": " + std::string(advice->text) + ".";
    } else {
      std::vector<std::string_view> known;
      for (const OperationForm& form : k_operations) known.push_back(form.name);
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

}  // namespace aushang::logic
