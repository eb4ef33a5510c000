#include "author/asked_by.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "author/check_tree.h"
#include "author/names.h"
#include "author/shape.gen.h"
#include "author/step_parts.h"

namespace aushang::author {
namespace {

using base::JsonArray;

bool is_in(const JsonArray& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const Json& one) { return one.string() != nullptr && *one.string() == name; });
}

/// All that rules with these names rest on, through clauses.
Names basis_of(const Json& check, Names names) {
  for (std::size_t before = 0; before != names.size();) {
    before = names.size();
    for (const Json& clause : list_in(check, "clauses")) {
      const Json* logic = clause.find("logic");
      if (logic != nullptr && names.contains(string_in(clause, "id"))) names.merge(names_in(*logic));
    }
  }
  return names;
}

/// What the position's rules and the conditions of its documents rest on; without a position, those of all.
Names basis_of(const Json& check, const Json* position) {
  Names names;
  const auto add = [&](const char* list, std::string_view key) {
    for (const Json& one : list_in(check, list)) {
      const Json* logic = one.find(key);
      if (logic != nullptr && (position == nullptr || asks_for(*position, list, string_in(one, "id"))))
        names.merge(names_in(*logic));
    }
  };
  add("criteria", "logic");
  add("materials", "when");
  return basis_of(check, std::move(names));
}

}  // namespace

Json* position_in(Json& check, std::string_view id) {
  JsonArray* positions = list_in(check, "positions");
  if (positions == nullptr) return nullptr;
  const auto found = std::find_if(positions->begin(), positions->end(),
                                  [&](const Json& one) { return string_in(one, "id") == id; });
  return found != positions->end() ? &*found : nullptr;
}

bool asks_for(const Json& position, std::string_view list, std::string_view id) {
  const Json* own = position.find(list);
  return own == nullptr || own->array() == nullptr || is_in(*own->array(), id);
}

JsonArray asking_for(const Json& check, std::string_view list, std::string_view id) {
  JsonArray out;
  for (const Json& one : list_in(check, "positions")) {
    if (std::string name = string_in(one, "id"); !name.empty() && asks_for(one, list, id))
      out.emplace_back(std::move(name));
  }
  return out;
}

QuestionsAsked::QuestionsAsked(const Json& check) : decide_(basis_of(check, nullptr)) {
  for (const Json& one : list_in(check, "positions")) {
    positions_.push_back(string_in(one, "id"));
    asked_.push_back(basis_of(check, &one));
  }
}

JsonArray QuestionsAsked::by(std::string_view question) const {
  JsonArray out;
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    const bool is_asked = !decide_.contains(question) || asked_[i].contains(question);
    if (is_asked && !positions_[i].empty()) out.emplace_back(positions_[i]);
  }
  return out;
}

bool all_say(const Json& check, std::string_view key) {
  const JsonArray& positions = list_in(check, "positions");
  return !positions.empty() && std::all_of(positions.begin(), positions.end(), [&](const Json& one) {
    const Json* own = one.find(key);
    const bool is_empty = own != nullptr && own->array() != nullptr && own->array()->empty();
    return own != nullptr && !own->is_null() && !is_empty;
  });
}

Refusal set_positions(Json& check, std::string_view list, const std::string& id, const Json& wanted) {
  const JsonArray* names = wanted.array();
  if (names == nullptr || names->empty())
    return "nobody would be asked for it; name at least one position, or drop it.";
  JsonArray* positions = list_in(check, "positions");
  std::vector<std::string> all;
  if (positions != nullptr) {
    for (const Json& one : *positions) all.push_back(string_in(one, "id"));
  }
  for (const Json& one : *names) {
    const std::string name = one.string() != nullptr ? *one.string() : base::write_json(one);
    if (name.empty() || std::find(all.begin(), all.end(), name) == all.end())
      return "no position has the id " + quoted(name) + "; " +
             suggest(name, std::vector<std::string_view>(all.begin(), all.end()));
  }
  if (id.empty()) return "it has no \"id\" that positions could name; write one into the file first.";
  for (Json& position : *positions) {
    const std::string name = string_in(position, "id");
    const bool is_wanted = is_in(*names, name);
    if (name.empty() || is_wanted == asks_for(position, list, id)) continue;
    if (JsonArray* own = list_in(position, list)) {
      if (is_wanted) {
        own->emplace_back(id);
      } else {
        take_name(*own, id);
      }
      continue;
    }
    JsonArray others;
    for (const Json& one : list_in(std::as_const(check), list)) {
      if (std::string other = string_in(one, "id"); !other.empty() && other != id)
        others.emplace_back(std::move(other));
    }
    put(position, list, std::move(others), shape::k_position);
  }
  return std::nullopt;
}

}  // namespace aushang::author
