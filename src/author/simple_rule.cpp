#include "author/simple_rule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "author/names.h"
#include "logic/call.h"

namespace aushang::author {
namespace {

using base::JsonArray;
using base::JsonObject;

struct Both {
  std::string_view simple, logic;
};
constexpr std::array<Both, 2> k_both = {{{"all", "and"}, {"one", "or"}}};

const Both* of_logic(std::string_view operation) {
  const auto found =
      std::find_if(k_both.begin(), k_both.end(), [&](const Both& one) { return one.logic == operation; });
  return found != k_both.end() ? &*found : nullptr;
}

base::Diagnostic no_rule(std::string message) {
  return {base::Severity::error, "", {}, "no-rule", "", std::move(message)};
}

bool is_name(const Names& names, std::string_view name) { return names.find(name) != names.end(); }

bool is_within(const Names& part, const Names& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

void find_names(const Json& json, Names& out) {
  if (const JsonArray* list = json.array()) {
    for (const Json& one : *list) find_names(one, out);
  } else if (const std::optional<Call> call = logic::as_call(json)) {
    if (call->operation == "var") {
      if (const std::optional<std::string> name = logic::variable_name(*call)) out.insert(*name);
    }
    for (const Json* one : call->operands) find_names(*one, out);
  }
}

}  // namespace

std::optional<Json> simple_rule(const Json& logic, const Names& clauses) {
  const std::optional<Call> call = logic::as_call(logic);
  if (!call || logic.object()->size() != 1) return std::nullopt;
  if (call->operation == "var") {
    const std::optional<std::string> name = logic::variable_name(*call);
    if (!name || call->operands.size() > 1 || !is_name(clauses, *name)) return std::nullopt;
    return Json(*name);
  }
  const Both* both = of_logic(call->operation);
  if (both == nullptr || call->operands.empty()) return std::nullopt;
  JsonArray parts;
  for (const Json* one : call->operands) {
    std::optional<Json> part = simple_rule(*one, clauses);
    if (!part) return std::nullopt;
    parts.push_back(*std::move(part));
  }
  return Json(JsonObject{{std::string(both->simple), std::move(parts), {}}});
}

base::Result<Json> logic_of(const Json& rule, const Names& clauses) {
  if (const std::string* name = rule.string()) {
    if (is_name(clauses, *name)) return Json(JsonObject{{"var", *name, {}}});
    return no_rule("no clause has the id " + quoted(*name) + "; " +
                   suggest(*name, std::vector<std::string_view>(clauses.begin(), clauses.end())));
  }
  const JsonObject* object = rule.object();
  for (const Both& both : k_both) {
    if (object == nullptr || object->size() != 1 || object->front().key != both.simple) continue;
    const JsonArray* list = object->front().value.array();
    if (list == nullptr || list->empty()) continue;
    JsonArray parts;
    for (const Json& one : *list) {
      base::Result<Json> part = logic_of(one, clauses);
      if (!part) return part;
      parts.push_back(std::move(part).value());
    }
    return Json(JsonObject{{std::string(both.logic), std::move(parts), {}}});
  }
  return no_rule(
      R"(a rule is the id of a clause, {"all": […]} or {"one": […]} with at least one rule in it, not )" +
      base::write_json(rule) + ".");
}

bool is_same_rule(const Json& a, const Json& b) { return base::write_json(a) == base::write_json(b); }

Names names_in(const Json& logic) {
  Names out;
  find_names(logic, out);
  return out;
}

Left take_names(Json& logic, const Names& names) {
  const Names own = names_in(logic);
  if (std::none_of(own.begin(), own.end(), [&](const std::string& one) { return is_name(names, one); }))
    return Left::all;
  if (is_within(own, names)) return Left::nothing;
  const std::optional<Call> call = logic::as_call(logic);
  if (!call || of_logic(call->operation) == nullptr) return Left::unclear;
  const std::string operation(call->operation);
  const auto member = std::find_if(logic.object()->begin(), logic.object()->end(),
                                   [&](const base::JsonMember& one) { return one.key == operation; });
  JsonArray* parts = member->value.array();
  if (parts == nullptr) return take_names(member->value, names);
  JsonArray left;
  for (Json& one : *parts) {
    const Left of_it = take_names(one, names);
    if (of_it == Left::unclear) return Left::unclear;
    if (of_it != Left::nothing) left.push_back(std::move(one));
  }
  *parts = std::move(left);
  if (parts->size() == 1 && logic.object()->size() == 1) {
    Json only = std::move(parts->front());
    logic = std::move(only);
  }
  return Left::some;
}

}  // namespace aushang::author
