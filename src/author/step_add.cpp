#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/check_tree.h"
#include "author/draft.h"
#include "author/guesses.h"
#include "author/simple_rule.h"
#include "author/step_parts.h"
#include "author/wording.h"
#include "base/json_reader.h"

namespace aushang::author {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

class Adder {
 public:
  Adder(Json& check, const Step& step, const Confirming& posting)
      : check_(check), step_(step), posting_(posting), language_(posting.page().language) {}

  Refusal run() {
    const auto kind = static_cast<PointKind>(std::distance(
        k_point_kinds.begin(), std::find(k_point_kinds.begin(), k_point_kinds.end(), step_.kind)));
    if (Refusal refusal = unknown_key(step_.set, kind, true)) return refusal;
    switch (kind) {
      case PointKind::document:
        return add_document();
      case PointKind::question:
        return add_question();
      case PointKind::note:
        return add_note();
      case PointKind::rule:
        return add_rule();
      case PointKind::address:
      case PointKind::tag:
      case PointKind::deadline:
      case PointKind::portal:
      case PointKind::closed:
        return add_to_apply(kind);
      case PointKind::organization:
      case PointKind::position:
        break;
    }
    return "a step can't add a " + step_.kind + "; write it into the file.";
  }

 private:
  // ---- what a step says, and what is there ------------------------------------------------------------

  /// What the step sets, else `otherwise`.
  Json set(std::string_view key, Json otherwise) const {
    for (const base::JsonMember& one : step_.set) {
      if (one.key == key) return one.value;
    }
    return otherwise;
  }
  bool sets(std::string_view key) const {
    return std::any_of(step_.set.begin(), step_.set.end(),
                       [&](const base::JsonMember& one) { return one.key == key; });
  }

  std::vector<std::string> ids_in(std::string_view list) const {
    std::vector<std::string> out;
    for (const Json& one : list_in(std::as_const(check_), list)) out.push_back(string_in(one, "id"));
    return out;
  }

  /// At the end of a list, which is made where there is none.
  Refusal append(std::string_view list, JsonObject entry) {
    if (find(check_, list) == nullptr) put(check_, list, JsonArray{}, k_root_order);
    JsonArray* all = list_in(check_, list);
    if (all == nullptr)
      return base::quoted(list) + " in check.json is no list; set that right in the file first.";
    all->emplace_back(std::move(entry));
    return std::nullopt;
  }

  // ---- how to apply -----------------------------------------------------------------------------------

  Refusal add_to_apply(PointKind kind) {
    const Json value = set("value", {});
    if (value.is_null()) return "\"set\" says no \"value\" to add.";
    if (find(check_, "apply") == nullptr) put(check_, "apply", JsonObject{}, k_root_order);
    Json& apply = *find(check_, "apply");
    if (apply.object() == nullptr)
      return "\"apply\" in check.json is no object; set that right in the file first.";
    if (kind == PointKind::address) return add_address(apply, value);
    const char* key = kind == PointKind::tag        ? "subject"
                      : kind == PointKind::deadline ? "deadline"
                      : kind == PointKind::portal   ? "portal"
                                                    : "closed";
    if (const Json* old = find(apply, key); old != nullptr && !old->is_null()) {
      return "check.json has a " + step_.kind + " already (line " + std::to_string(old->at.line) +
             "); change that one.";
    }
    put(apply, key,
        kind == PointKind::tag        ? Json(JsonObject{{"contains", value, {}}})
        : kind == PointKind::deadline ? deadline_of(value, nullptr)
                                      : value,
        k_apply_order);
    return std::nullopt;
  }

  static Refusal add_address(Json& apply, const Json& value) {
    if (find(apply, "to") == nullptr) put(apply, "to", JsonArray{}, k_apply_order);
    JsonArray* to = list_in(apply, "to");
    if (to == nullptr) return "\"to\" in check.json is no list; set that right in the file first.";
    const bool is_placeholder =
        to->size() == 1 && to->front().string() != nullptr && *to->front().string() == k_nobody;
    if (is_placeholder) {
      author::confirm_in_apply(apply, Guess::address, k_nobody);
      replace(list_in(apply, "to")->front(), value);
    } else {
      to->push_back(value);
    }
    return std::nullopt;
  }

  // ---- lists ------------------------------------------------------------------------------------------

  Refusal add_document() {
    FoundMaterial found;
    JsonObject quote;
    if (!step_.quote.empty()) {
      const base::Result<Quoted> words = quoted_once(step_.quote, posting_);
      if (!words) return words.errors().front().message;
      found = material_at(*posting_.page().document, words->range, posting_.words);
      found.text = words->text;
      quote.push_back({"quote", words->text, {}});
    } else if (!sets("material") || !sets("label")) {
      return "quote the words that ask for the document, or set its \"material\" and \"label\".";
    }
    const Json kind = set("material", found.kind);
    JsonObject entry = {
        {"id", free_id(kind.string() != nullptr ? *kind.string() : "document", ids_in("materials")), {}},
        {"kind", kind, {}},
        {"stage", set("stage", found.is_later ? "later" : "now"), {}},
        {"required", set("required", found.required), {}},
        {"label", set("label", as_label(found.text)), {}}};
    entry.insert(entry.end(), quote.begin(), quote.end());
    return append("materials", std::move(entry));
  }

  /// A name for a clause, with its question's: "degree" and "has_degree".
  std::string free_name(std::string_view kind) const {
    std::vector<std::string> taken = ids_in("clauses");
    for (std::string& one : ids_in("questions")) {
      if (one.starts_with("has_")) taken.push_back(one.substr(4));
      taken.push_back(std::move(one));
    }
    for (const std::string& one : ids_in("clauses")) {
      if (one.starts_with("has_")) taken.push_back(one.substr(4));
    }
    return free_id(kind, taken);
  }

  Refusal add_question() {
    const base::Result<Quoted> words = quoted_once(step_.quote, posting_);
    if (!words) return words.errors().front().message;
    const std::string_view kind = criterion_kind(words->text, posting_.words);
    const std::string clause = free_name(kind), question = "has_" + clause;
    const Json label = set("label", question_label(posting_.words, language_, kind, words->text));
    if (Refusal refusal =
            append("questions", {{"id", question, {}}, {"type", "yes_no", {}}, {"label", label, {}}}))
      return refusal;
    if (Refusal refusal = append("clauses", {{"id", clause, {}},
                                             {"quote", words->text, {}},
                                             {"label", as_label(words->text), {}},
                                             {"logic", JsonObject{{"var", question, {}}}, {}}}))
      return refusal;
    return ask_for(JsonObject{{"var", clause, {}}});
  }

  /// By the first rule that is a must: all of what it asked for, and this.
  Refusal ask_for(Json clause) {
    if (JsonArray* criteria = list_in(check_, "criteria")) {
      for (Json& one : *criteria) {
        Json* logic = find(one, "logic");
        if (string_in(one, "level") != "must" || logic == nullptr) continue;
        if (JsonArray* all = list_in(*logic, "and")) {
          all->push_back(std::move(clause));
        } else {
          replace(*logic, JsonObject{{"and", JsonArray{*logic, std::move(clause)}, {}}});
        }
        return std::nullopt;
      }
    }
    return append("criteria", criterion("must", "asked", words_of("draft.musts"), std::move(clause)));
  }

  Json words_of(std::string_view name) const { return std::string(posting_.words.text(name, language_)); }

  JsonObject criterion(Json level, std::string_view id, Json label, Json logic) const {
    return {{"id", free_id(id, ids_in("criteria")), {}},
            {"level", std::move(level), {}},
            {"label", std::move(label), {}},
            {"logic", std::move(logic), {}}};
  }

  Refusal add_note() {
    const base::Result<Quoted> words = quoted_once(step_.quote, posting_);
    if (!words) return words.errors().front().message;
    const std::vector<std::string> taken = ids_in("notes");
    std::size_t number = taken.size() + 1;
    while (std::find(taken.begin(), taken.end(), "note" + std::to_string(number)) != taken.end()) ++number;
    return append("notes", {{"id", "note" + std::to_string(number), {}},
                            {"quote", words->text, {}},
                            {"label", set("label", as_label(words->text)), {}}});
  }

  Refusal add_rule() {
    Names clauses;
    for (std::string& one : ids_in("clauses")) clauses.insert(std::move(one));
    base::Result<Json> logic = logic_of(set("rule", {}), clauses);
    if (!logic) return logic.errors().front().message;
    const Json level = set("level", "must");
    const bool is_must = level.string() != nullptr && *level.string() == "must";
    Json label = set("label", words_of(is_must ? "draft.musts" : "draft.shoulds"));
    return append("criteria",
                  criterion(level, is_must ? "asked" : "liked", std::move(label), std::move(logic).value()));
  }

  Json& check_;
  const Step& step_;
  const Confirming& posting_;
  const std::string& language_;
};

}  // namespace

Refusal add(Json& check, const Step& step, const Confirming& posting) {
  return Adder(check, step, posting).run();
}

}  // namespace aushang::author
