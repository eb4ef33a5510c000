#include "logic/call.h"

#include "logic/coercion.h"

namespace aushang::logic {

std::optional<Call> as_call(const base::Json& json) {
  const base::JsonObject* members = json.object();
  if (members == nullptr) return std::nullopt;
  const base::JsonMember* found = nullptr;
  for (const base::JsonMember& member : *members) {
    if (member.key == base::k_comment) continue;
    if (found != nullptr) return std::nullopt;
    found = &member;
  }
  if (found == nullptr) return std::nullopt;

  Call call{found->key, found->key_at, {}, false};
  if (const base::JsonArray* list = found->value.array()) {
    call.is_list = true;
    for (const base::Json& operand : *list) call.operands.push_back(&operand);
  } else {
    call.operands.push_back(&found->value);
  }
  return call;
}

std::string operand_path(std::string_view path, const Call& call, std::size_t index) {
  std::string out(path);
  out += "[\"";
  out += call.operation;
  out += "\"]";
  if (call.is_list) out += "[" + std::to_string(index) + "]";
  return out;
}

std::optional<std::string> variable_name(const Call& call) {
  if (call.operands.empty()) return "";
  const base::Json& operand = *call.operands.front();
  if (operand.is_null()) return "";
  if (const std::string* text = operand.string()) return *text;
  if (const double* number = operand.number()) return to_text(*number);
  return std::nullopt;
}

}  // namespace aushang::logic
