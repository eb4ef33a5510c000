#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/asked_by.h"
#include "author/check_tree.h"
#include "author/draft.h"
#include "author/guesses.h"
#include "author/inquiry.h"
#include "author/shape.gen.h"
#include "author/simple_answers.h"
#include "author/simple_rule.h"
#include "author/step_parts.h"
#include "author/wording.h"
#include "base/json_reader.h"
#include "base/text.h"

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
    if (Refusal refusal = unknown_key(step_.set, step_.kind, true)) return refusal;
    switch (step_.kind) {
      case PointKind::document:
        return add_document();
      case PointKind::question:
        return add_question();
      case PointKind::note:
        return add_note();
      case PointKind::rule:
        return add_rule();
      case PointKind::position:
        return add_position();
      case PointKind::organization:
      case PointKind::place:
      case PointKind::employment:
      case PointKind::start:
        return add_fact();
      case PointKind::address:
      case PointKind::tag:
      case PointKind::deadline:
      case PointKind::inquiry:
      case PointKind::portal:
      case PointKind::closed:
        break;
    }
    return step_.position.empty() ? add_to_apply() : add_to_position();
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
    for (const Json& one : list_in(std::as_const(check_), list)) {
      if (std::string id = string_in(one, "id"); !id.empty()) out.push_back(std::move(id));
    }
    return out;
  }

  /// At the end of a list, which is made where there is none.
  Refusal append(std::string_view list, JsonObject entry) {
    if (find(check_, list) == nullptr) put(check_, list, JsonArray{}, shape::k_check);
    JsonArray* all = list_in(check_, list);
    if (all == nullptr)
      return base::quoted(list) + " in check.json is no list; set that right in the file first.";
    all->emplace_back(std::move(entry));
    return std::nullopt;
  }

  /// The positions that are called so.
  std::vector<std::string> ids_of(const std::vector<std::string>& labels) const {
    std::vector<std::string> ids;
    for (const Json& one : list_in(std::as_const(check_), "positions")) {
      const bool is_meant =
          std::find(labels.begin(), labels.end(), text_in(one, "label", language_)) != labels.end();
      if (std::string id = string_in(one, "id"); is_meant && !id.empty()) ids.push_back(std::move(id));
    }
    return ids;
  }

  /// The same, asked for by the positions that the step sets, else by those the page asks it of, else by all:
  /// also where they have lists of their own.
  Refusal append_asked(std::string_view list, JsonObject entry, const std::vector<std::string>& page = {}) {
    const std::string id = string_in(entry, "id");
    if (Refusal refusal = append(list, std::move(entry))) return refusal;
    const std::vector<std::string> all = page.empty() ? ids_in("positions") : page;
    if (all.empty() && !sets("positions")) return std::nullopt;
    return set_positions(check_, list, id, set("positions", JsonArray(all.begin(), all.end())));
  }

  // ---- how to apply -----------------------------------------------------------------------------------

  Refusal add_to_apply() {
    if (all_say(check_, key_of(step_.kind)))
      return "each position has " + a_kind(step_.kind) +
             " of its own, so this one would be nobody's; change those.";
    if (find(check_, "apply") == nullptr) put(check_, "apply", JsonObject{}, shape::k_check);
    Json& apply = *find(check_, "apply");
    if (apply.object() == nullptr)
      return "\"apply\" in check.json is no object; set that right in the file first.";
    return add_to(apply, "check.json", shape::k_apply);
  }

  Refusal add_to_position() {
    if (step_.kind == PointKind::portal || step_.kind == PointKind::closed)
      return "a position can't have " + a_kind(step_.kind) + " of its own.";
    Json* position = position_in(check_, step_.position);
    if (position == nullptr)
      return "check.json has no position " + base::quoted(step_.position) + "; look at it again.";
    return add_to(*position, base::quoted(text_in(*position, "label", language_)), shape::k_position);
  }

  Refusal add_to(Json& holder, const std::string& name, const base::Shape& shape) {
    const bool is_inquiry = step_.kind == PointKind::inquiry;
    const Json value = is_inquiry ? inquiry_of(step_.set, nullptr) : set("value", {});
    if (value.is_null()) return "\"set\" says no \"value\" to add.";
    if (step_.kind == PointKind::address) return add_address(holder, value, shape);
    const std::string_view key = key_of(step_.kind);
    if (const Json* old = find(holder, key); old != nullptr && !old->is_null()) {
      return name + " has " + a_kind(step_.kind) + " already (line " + std::to_string(old->at.line) +
             "); change that one.";
    }
    put(holder, key,
        step_.kind == PointKind::tag        ? Json(JsonObject{{"contains", value, {}}})
        : step_.kind == PointKind::deadline ? deadline_of(value, nullptr)
                                            : value,
        shape);
    return std::nullopt;
  }

  static Refusal add_address(Json& apply, const Json& value, const base::Shape& shape) {
    if (find(apply, "to") == nullptr) put(apply, "to", JsonArray{}, shape);
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
      found = material_at(*posting_.page().document, words->range, posting_.words, posting_.found.positions);
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
        {"label", set("label", document_label(posting_.words, language_, found)), {}}};
    entry.insert(entry.end(), quote.begin(), quote.end());
    return append_asked("materials", std::move(entry), ids_of(found.positions));
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
    const FoundCriterion found =
        criterion_at(*posting_.page().document, words->range, posting_.words, posting_.found.positions);
    const std::string& kind = found.kind;
    const std::string clause = free_name(kind), question = "has_" + clause;
    const Json label = set("label", question_label(posting_.words, language_, kind, words->text));
    if (Refusal refusal =
            append("questions", {{"id", question, {}}, {"type", "yes_no", {}}, {"label", label, {}}}))
      return refusal;
    if (Refusal refusal = append("clauses", {{"id", clause, {}},
                                             {"quote", words->text, {}},
                                             {"label", set("clause", as_label(words->text)), {}},
                                             {"logic", JsonObject{{"var", question, {}}}, {}}}))
      return refusal;
    if (sets("answers")) {
      Json& added = list_in(check_, "questions")->back();
      if (Refusal refusal = set_simple_answers(check_, added, set("answers", {}), language_)) return refusal;
    }
    return ask_for(JsonObject{{"var", clause, {}}}, found.level, ids_of({found.position}));
  }

  /// The positions with rules: one that asks for nothing goes on to. All where none of them has any.
  std::vector<std::string> positions_that_ask() const {
    std::vector<std::string> some;
    for (const Json& one : list_in(std::as_const(check_), "positions")) {
      const Json* own = one.find("criteria");
      const bool is_empty = own != nullptr && own->array() != nullptr && own->array()->empty();
      if (std::string id = string_in(one, "id"); !is_empty && !id.empty()) some.push_back(std::move(id));
    }
    return some.empty() ? ids_in("positions") : some;
  }

  /// By the first rule of that level, or, of several positions, by as many as it takes until each asks for
  /// it; where there is no such rule, by a new one. `only`: these positions alone, by rules that no other
  /// has.
  Refusal ask_for(const Json& clause, const std::string& level, const std::vector<std::string>& only) {
    std::vector<std::string> left = only.empty() ? positions_that_ask() : only;
    const bool has_positions = !left.empty();
    const bool is_must = level == "must";
    bool is_asked = false;
    if (JsonArray* criteria = list_in(check_, "criteria")) {
      for (Json& one : *criteria) {
        if (is_asked && left.empty()) break;
        if (string_in(one, "level") != level || find(one, "logic") == nullptr) continue;
        if (!only.empty() && !is_part_of(asking_for(check_, "criteria", string_in(one, "id")), only))
          continue;
        const std::size_t reached = std::erase_if(left, [&](const std::string& name) {
          return asks_for(*position_in(check_, name), "criteria", string_in(one, "id"));
        });
        if (reached == 0 && has_positions) continue;
        ask_in(*find(one, "logic"), clause);
        is_asked = true;
      }
    }
    if (is_asked && left.empty()) return std::nullopt;
    JsonObject rule = criterion(level, is_must ? "asked" : "liked",
                                words_of(is_must ? "draft.musts" : "draft.shoulds"), clause);
    const std::string id = string_in(rule, "id");
    if (Refusal refusal = append("criteria", std::move(rule)); refusal || left.empty()) return refusal;
    return set_positions(check_, "criteria", id, JsonArray(left.begin(), left.end()));
  }

  static bool is_part_of(const JsonArray& ids, const std::vector<std::string>& all) {
    return std::all_of(ids.begin(), ids.end(), [&](const Json& one) {
      return std::find(all.begin(), all.end(), string_of(&one)) != all.end();
    });
  }

  /// All of what the rule asked for, and this.
  static void ask_in(Json& logic, const Json& clause) {
    if (JsonArray* all = list_in(logic, "and")) {
      all->push_back(clause);
    } else {
      replace(logic, JsonObject{{"and", JsonArray{logic, clause}, {}}});
    }
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
    return append("notes", {{"id", numbered("note", "notes"), {}},
                            {"quote", words->text, {}},
                            {"label", set("label", as_label(words->text)), {}}});
  }

  /// "note3" where there are two.
  std::string numbered(const std::string& name, std::string_view list) const {
    const std::vector<std::string> taken = ids_in(list);
    std::size_t number = taken.size() + 1;
    while (std::find(taken.begin(), taken.end(), name + std::to_string(number)) != taken.end()) ++number;
    return name + std::to_string(number);
  }

  Refusal add_position() {
    const Json label = set("label", as_label(base::single_line(step_.quote)));
    if (label.string() != nullptr && label.string()->empty()) return "say what the position is called.";
    JsonObject position = {{"id", numbered("position", "positions"), {}}, {"label", label, {}}};
    for (const char* list : {"materials", "criteria"}) {
      const Json wanted = set(list, {});
      const bool is_all = wanted.array() != nullptr && wanted.array()->size() == ids_in(list).size();
      if (sets(list) && !is_all) position.push_back({list, wanted, {}});
    }
    return append("positions", std::move(position));
  }

  Refusal add_fact() {
    const Json* facts = find(check_, "facts");
    const Json* old = facts != nullptr ? facts->find(name_of(step_.kind)) : nullptr;
    if (old != nullptr && !old->is_null())
      return "check.json has " + a_kind(step_.kind) + " already (line " + std::to_string(old->at.line) +
             "); change that one.";
    if (step_.set.empty()) return "say what is to be added.";
    return set_fact(check_, step_.kind, step_.set);
  }

  Refusal add_rule() {
    Names clauses;
    for (std::string& one : ids_in("clauses")) clauses.insert(std::move(one));
    base::Result<Json> logic = logic_of(set("rule", {}), clauses);
    if (!logic) return logic.errors().front().message;
    const Json level = set("level", "must");
    const bool is_must = level.string() != nullptr && *level.string() == "must";
    Json label = set("label", words_of(is_must ? "draft.musts" : "draft.shoulds"));
    return append_asked("criteria", criterion(level, is_must ? "asked" : "liked", std::move(label),
                                              std::move(logic).value()));
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
