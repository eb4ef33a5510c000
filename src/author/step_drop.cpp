#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "author/check_tree.h"
#include "author/simple_rule.h"
#include "author/step_parts.h"
#include "base/json_reader.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;

void erase_at(JsonArray& list, std::size_t index) {
  list.erase(std::next(list.begin(), static_cast<std::ptrdiff_t>(index)));
}

/// Out of the lists in which positions name what is asked for.
void take_from_positions(Json& check, std::string_view list, std::string_view id) {
  JsonArray* positions = list_in(check, "positions");
  if (positions == nullptr || id.empty()) return;
  for (Json& position : *positions) {
    if (JsonArray* names = list_in(position, list)) take_name(*names, id);
  }
}

/// Out of what shows that a clause holds. A list of nothing isn't one.
void take_evidence(Json& check, std::string_view name) {
  JsonArray* clauses = list_in(check, "clauses");
  if (clauses == nullptr || name.empty()) return;
  for (Json& clause : *clauses) {
    JsonArray* evidence = list_in(clause, "evidence");
    if (evidence == nullptr || evidence->empty()) continue;
    take_name(*evidence, name);
    if (evidence->empty()) take(clause, "evidence");
  }
}

void drop_document(Json& check, std::size_t index) {
  JsonArray& materials = *list_in(check, "materials");
  const std::string id = string_in(materials[index], "id"), kind = string_in(materials[index], "kind");
  erase_at(materials, index);
  take_from_positions(check, "materials", id);
  const auto is_left = [&](std::string_view name) {
    return std::any_of(materials.begin(), materials.end(), [&](const Json& one) {
      return string_in(one, "id") == name || string_in(one, "kind") == name;
    });
  };
  if (!is_left(id)) take_evidence(check, id);
  if (!is_left(kind)) take_evidence(check, kind);
}

void drop_rule(Json& check, std::size_t index) {
  JsonArray& criteria = *list_in(check, "criteria");
  const std::string id = string_in(criteria[index], "id");
  erase_at(criteria, index);
  take_from_positions(check, "criteria", id);
}

class QuestionDropper {
 public:
  QuestionDropper(Json& check, const Confirming& posting) : check_(check), posting_(posting) {}

  Refusal run(std::size_t index) {
    JsonArray& questions = *list_in(check_, "questions");
    const std::string id = string_in(questions[index], "id");
    dropped_ = text_in(questions[index], "label", posting_.page().language);
    erase_at(questions, index);
    const bool is_elsewhere = std::any_of(questions.begin(), questions.end(),
                                          [&](const Json& one) { return string_in(one, "id") == id; });
    if (id.empty() || is_elsewhere) return std::nullopt;
    names_.insert(id);
    take_clauses_about(id);
    // A clause may be made of others: what goes may leave nothing of the next.
    for (std::size_t before = 0; before != names_.size() && !refusal_;) {
      before = names_.size();
      take_from("clauses", [&](Json& clauses, std::size_t at) {
        names_.insert(string_in((*clauses.array())[at], "id"));
        erase_at(*clauses.array(), at);
      });
    }
    take_from("criteria", [&](Json&, std::size_t at) { drop_rule(check_, at); });
    take_from("materials", [&](Json& materials, std::size_t at) { take((*materials.array())[at], "when"); });
    return refusal_;
  }

 private:
  static std::string_view key_of_rule(std::string_view list) {
    return list == "materials" ? "when" : "logic";
  }

  void take_clauses_about(const std::string& question) {
    JsonArray* clauses = list_in(check_, "clauses");
    if (clauses == nullptr) return;
    std::erase_if(*clauses, [&](const Json& one) {
      const Json* logic = one.find("logic");
      if (logic == nullptr || !names_in(*logic).contains(question)) return false;
      if (std::string id = string_in(one, "id"); !id.empty()) names_.insert(std::move(id));
      return true;
    });
  }

  /// Takes the names out of the rules of a list; `nothing_left` takes away what has none left.
  template <class NothingLeft>
  void take_from(std::string_view list, const NothingLeft& nothing_left) {
    Json* all = find(check_, list);
    if (all == nullptr || all->array() == nullptr) return;
    for (std::size_t i = all->array()->size(); i-- > 0 && !refusal_;) {
      Json& one = (*all->array())[i];
      Json* rule = find(one, key_of_rule(list));
      if (rule == nullptr) continue;
      const Left left = take_names(*rule, names_);
      if (left == Left::nothing) nothing_left(*all, i);
      if (left == Left::unclear) refuse(one, rule->at.line);
    }
  }

  void refuse(const Json& one, std::uint32_t line) {
    refusal_ =
        "the rule of " + base::quoted(text_in(one, "label", posting_.page().language)) +
        " (check.json, line " + std::to_string(line) +
        ") says more about this than \"all of\" and \"one of\", so it is unclear what stays of it without " +
        base::quoted(dropped_) + ". Change that rule in the file first.";
  }

  Json& check_;
  const Confirming& posting_;
  std::string dropped_;  ///< the question's words
  Names names_;          ///< of the question, and of clauses that go with it
  Refusal refusal_;
};

}  // namespace

Refusal drop(Json& check, const Point& point, const Confirming& posting) {
  confirm(check, point);
  Json& holder = holder_of(check, point);
  switch (point.kind) {
    case PointKind::address: {
      JsonArray& to = *list_in(holder, "to");
      erase_at(to, point.index);
      if (to.empty()) take(holder, "to");
      break;
    }
    case PointKind::tag:
    case PointKind::deadline:
    case PointKind::inquiry:
    case PointKind::portal:
    case PointKind::closed:
      take(holder, key_of(point.kind));
      break;
    case PointKind::organization:
    case PointKind::place:
    case PointKind::employment:
    case PointKind::start: {
      Json& facts = *find(check, "facts");
      take(facts, name_of(point.kind));
      if (facts.object()->empty()) take(check, "facts");
      break;
    }
    case PointKind::position: {
      JsonArray& positions = *list_in(check, "positions");
      erase_at(positions, point.index);
      if (positions.empty()) take(check, "positions");
      break;
    }
    case PointKind::document:
      drop_document(check, point.index);
      break;
    case PointKind::question:
      return QuestionDropper(check, posting).run(point.index);
    case PointKind::note:
      erase_at(*list_in(check, "notes"), point.index);
      break;
    case PointKind::rule:
      drop_rule(check, point.index);
      break;
  }
  return std::nullopt;
}

}  // namespace aushang::author
