#include "author/step.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "author/check_tree.h"
#include "author/guesses.h"
#include "author/inquiry.h"
#include "author/shape.gen.h"
#include "author/simple_answers.h"
#include "author/simple_rule.h"
#include "author/step_parts.h"
#include "base/date.h"
#include "base/json_edit.h"
#include "base/json_reader.h"
#include "base/normal_form.h"
#include "base/text.h"
#include "doc/find.h"

namespace aushang::author {
namespace {

using base::Diagnostic;
using base::Diagnostics;
using base::Json;
using base::JsonArray;
using base::JsonMember;
using base::JsonObject;
using base::quoted;

constexpr std::string_view k_value[] = {"value"};
constexpr std::string_view k_tag[] = {"value", "mode"};
constexpr std::string_view k_inquiry[] = {"welcome", "to", "tag"};
constexpr std::string_view k_place[] = {"city", "country"};
constexpr std::string_view k_question[] = {"label", "answers", "clause", "quote"};
constexpr std::string_view k_position[] = {"label", "materials", "criteria"};
constexpr std::string_view k_note[] = {"label", "quote"};
constexpr std::string_view k_document[] = {"material", "label", "stage", "required", "quote", "positions"};
constexpr std::string_view k_rule[] = {"label", "level", "rule", "positions"};

std::span<const std::string_view> keys_of(PointKind kind) {
  switch (kind) {
    case PointKind::tag:
      return k_tag;
    case PointKind::inquiry:
      return k_inquiry;
    case PointKind::place:
      return k_place;
    case PointKind::document:
      return k_document;
    case PointKind::question:
      return k_question;
    case PointKind::position:
      return k_position;
    case PointKind::note:
      return k_note;
    case PointKind::rule:
      return k_rule;
    case PointKind::address:
    case PointKind::deadline:
    case PointKind::portal:
    case PointKind::closed:
    case PointKind::organization:
    case PointKind::employment:
    case PointKind::start:
      break;
  }
  return k_value;
}

std::optional<Guess> guess_of(PointKind kind) {
  switch (kind) {
    case PointKind::address:
      return Guess::address;
    case PointKind::tag:
      return Guess::tag;
    case PointKind::deadline:
      return Guess::deadline;
    case PointKind::inquiry:
      return Guess::inquiry;
    case PointKind::portal:
      return Guess::portal;
    case PointKind::closed:
      return Guess::closed;
    case PointKind::organization:
    case PointKind::place:
    case PointKind::employment:
    case PointKind::start:
    case PointKind::position:
    case PointKind::document:
    case PointKind::question:
    case PointKind::note:
    case PointKind::rule:
      break;
  }
  return std::nullopt;
}

const Json* in(const JsonObject& members, std::string_view key) {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const JsonMember& one) { return one.key == key; });
  return found != members.end() ? &found->value : nullptr;
}

/// What the file says by now, where the step takes it to say something else.
Refusal changed_since(const Point& point, const JsonObject& was) {
  for (const JsonMember& one : was) {
    const Json* now = point.said(one.key);
    const std::string said = now != nullptr ? base::write_json(*now) : "nothing";
    if (said == base::write_json(one.value)) continue;
    return "check.json has changed meanwhile: its " + quoted(one.key) + " is " + said + " there, not " +
           base::write_json(one.value) + ". Look at it again.";
  }
  return std::nullopt;
}

Refusal set_rule(Json& rule, const Point& point, const Json& value, const Json& check) {
  const Json* now = point.said("rule");
  if (now != nullptr && is_same_rule(*now, value)) return std::nullopt;
  if (now == nullptr || now->is_null()) {
    return "the rule of " + quoted(string_of(point.said("label"))) + " (check.json, line " +
           std::to_string(point.at.line) +
           ") says more than \"all of\" and \"one of\"; change it in the file.";
  }
  Names clauses;
  for (const Json& one : list_in(check, "clauses")) clauses.insert(string_in(one, "id"));
  base::Result<Json> logic = logic_of(value, clauses);
  if (!logic) return logic.errors().front().message;
  put(rule, "logic", std::move(logic).value(), shape::k_criterion);
  return std::nullopt;
}

/// Evidence may name documents by their kind: what it named so far it still names.
void keep_evidence(Json& check, const Json& document) {
  const std::string id = string_in(document, "id"), kind = string_in(document, "kind");
  for (const Json& one : list_in(std::as_const(check), "materials")) {
    if (string_in(one, "id") == kind || (&one != &document && string_in(one, "kind") == kind)) return;
  }
  if (JsonArray* clauses = list_in(check, "clauses")) {
    for (Json& clause : *clauses) {
      JsonArray* evidence = list_in(clause, "evidence");
      if (evidence == nullptr) continue;
      const bool is_named = std::any_of(evidence->begin(), evidence->end(),
                                        [&](const Json& one) { return string_of(&one) == id; });
      if (is_named) take_name(*evidence, kind);
      for (Json& one : *evidence) {
        if (string_of(&one) == kind) replace(one, id);
      }
    }
  }
}

Refusal set_quote(Json& holder, const Json& value, const base::Shape& shape, const Confirming& posting) {
  base::Result<Quoted> quote = quoted_once(string_of(&value), posting);
  if (!quote) return quote.errors().front().message;
  put_text(holder, "quote", std::move(quote->text), posting.page().language, shape);
  return std::nullopt;
}

/// What the clause of a question is called, and the words of the page that it quotes.
Refusal set_clause(Json& check, const Json& question, const Point& point, const JsonMember& member,
                   const Confirming& posting) {
  const std::optional<std::size_t> own = own_clause(check, question);
  if (!own || point.said(member.key) == nullptr)
    return "more than one phrase, or none, rests on " + quoted(string_of(point.said("label"))) +
           " (check.json, line " + std::to_string(point.at.line) + "); change them in the file.";
  Json& clause = (*list_in(check, "clauses"))[*own];
  if (member.key == "quote") return set_quote(clause, member.value, shape::k_clause, posting);
  put_text(clause, "label", member.value, posting.page().language, shape::k_clause);
  return std::nullopt;
}

/// Of the entries that points of a kind are.
const base::Shape& shape_of(PointKind kind) {
  if (kind == PointKind::document) return shape::k_material;
  if (kind == PointKind::question) return shape::k_question;
  if (kind == PointKind::rule) return shape::k_criterion;
  return kind == PointKind::note ? shape::k_note : shape::k_position;
}

Refusal set_entry(Json& check, Json& entry, const Point& point, const JsonMember& member,
                  const Confirming& posting) {
  const std::string& language = posting.page().language;
  const base::Shape& shape = shape_of(point.kind);
  const bool is_clauses =
      point.kind == PointKind::question && (member.key == "clause" || member.key == "quote");
  if (is_clauses) return set_clause(check, entry, point, member, posting);
  if (member.key == "label") {
    put_text(entry, "label", member.value, language, shape);
  } else if (member.key == "quote") {
    return set_quote(entry, member.value, shape, posting);
  } else if (member.key == "positions") {
    return set_positions(check, list_of(point.kind), string_in(entry, "id"), member.value);
  } else if (member.key == "answers") {
    return set_simple_answers(check, entry, member.value, language);
  } else if (member.key == "rule") {
    return set_rule(entry, point, member.value, check);
  } else if (member.key == "material") {
    if (string_in(entry, "kind") != string_of(&member.value)) keep_evidence(check, entry);
    put(entry, "kind", member.value, shape);
  } else {
    put(entry, member.key, member.value, shape);
  }
  return std::nullopt;
}

/// Errors that weren't there before: of each code as many as were added.
Diagnostics new_errors(const Diagnostics& before, const Diagnostics& after) {
  std::map<std::string, int> more;
  for (const Diagnostic& one : after) {
    if (one.severity == base::Severity::error) ++more[one.code];
  }
  for (const Diagnostic& one : before) {
    if (one.severity == base::Severity::error) --more[one.code];
  }
  Diagnostics out;
  for (const Diagnostic& one : after) {
    const bool was_said = std::any_of(before.begin(), before.end(), [&](const Diagnostic& other) {
      return other.code == one.code && other.message == one.message;
    });
    if (one.severity == base::Severity::error && !was_said && more[one.code]-- > 0)
      out.push_back(refused(one.message));
  }
  return out;
}

}  // namespace

std::string a_kind(PointKind kind) {
  const std::string name(name_of(kind));
  return (name.find_first_of("aeiou") == 0 ? "an " : "a ") + name;
}

Diagnostic refused(std::string sentence) {
  return {base::Severity::error, "", {}, "refused", "", std::move(sentence)};
}

std::string_view list_of(PointKind kind) {
  switch (kind) {
    case PointKind::document:
      return "materials";
    case PointKind::question:
      return "questions";
    case PointKind::note:
      return "notes";
    case PointKind::rule:
      return "criteria";
    case PointKind::position:
      return "positions";
    case PointKind::address:
    case PointKind::tag:
    case PointKind::deadline:
    case PointKind::inquiry:
    case PointKind::portal:
    case PointKind::closed:
    case PointKind::organization:
    case PointKind::place:
    case PointKind::employment:
    case PointKind::start:
      break;
  }
  return {};
}

std::string_view key_of(PointKind kind) {
  return kind == PointKind::address ? "to" : kind == PointKind::tag ? "subject" : name_of(kind);
}

Json& holder_of(Json& check, const Point& point) {
  if (const std::string_view list = list_of(point.kind); !list.empty())
    return (*list_in(check, list))[point.index];
  if (point.position) return (*list_in(check, "positions"))[*point.position];
  if (is_fact(point.kind)) return *find(*find(check, "facts"), name_of(point.kind));
  return *find(check, "apply");
}

void confirm(Json& check, const Point& point) {
  Json& holder = holder_of(check, point);
  const std::optional<Guess> guess = guess_of(point.kind);
  if (point.kind == PointKind::position) return confirm_own(holder);
  if (!guess) return confirm(holder);
  const std::string address = point.kind == PointKind::address ? string_of(point.said("value")) : "";
  if (!point.position) confirm_in_apply(holder, *guess, address);
  if (point.kind == PointKind::address) return;
  if (Json* value = find(holder, key_of(point.kind))) confirm(*value);
}

Refusal unknown_key(const JsonObject& keys, PointKind kind, bool is_new) {
  const std::span<const std::string_view> known = keys_of(kind);
  for (const JsonMember& one : keys) {
    const bool is_known = std::find(known.begin(), known.end(), one.key) != known.end();
    if (is_known && !(is_new && one.key == "quote")) continue;
    return "a step can't set the " + quoted(one.key) + " of " + a_kind(kind) + "; it can set " +
           base::list_names(known) + ".";
  }
  return std::nullopt;
}

Json deadline_of(const Json& value, const Json* old) {
  const bool is_date = value.string() != nullptr && *value.string() != "until_filled";
  if (!is_date) return value;
  if (old == nullptr || old->object() == nullptr) return JsonObject{{"date", value, {}}};
  Json deadline = *old;
  put(deadline, "date", value, {});
  return deadline;
}

Refusal set_fact(Json& check, PointKind kind, const JsonObject& set) {
  if (find(check, "facts") == nullptr) put(check, "facts", JsonObject{}, shape::k_check);
  Json& facts = *find(check, "facts");
  if (facts.object() == nullptr)
    return "\"facts\" in check.json is no object; set that right in the file first.";
  const bool is_place = kind == PointKind::place;
  const Json* old = find(facts, name_of(kind));
  Json fact = old != nullptr && old->object() != nullptr ? *old : JsonObject{};
  for (const JsonMember& one : set) {
    const bool is_nothing =
        one.value.is_null() || (one.value.string() != nullptr && one.value.string()->empty());
    if (is_nothing && !is_place) return a_kind(kind) + " can't be empty; drop it if there is to be none.";
    if (is_nothing) {
      take(fact, one.key);
    } else if (is_place || kind == PointKind::organization) {
      if (is_place)
        put(fact, one.key, one.value, shape::k_place);
      else
        put(fact, "name", one.value, shape::k_organization);
    } else {
      fact = one.value;
    }
  }
  if (is_place && fact.find("city") == nullptr && fact.find("country") == nullptr)
    return "a place needs a city or a country; drop it if there is to be none.";
  put(facts, name_of(kind), std::move(fact), shape::k_facts);
  return std::nullopt;
}

base::Result<Quoted> quoted_once(std::string_view quote, const Confirming& posting) {
  constexpr std::size_t k_enough_to_count = 100, k_most_lines = 8;
  const Translation& page = posting.page();
  const std::string text = base::single_line(base::compose(quote));
  if (text.empty()) return refused("there are no words to quote; mark some on the page.");
  const std::vector<doc::Range> found = doc::find_phrase(*page.document, text, k_enough_to_count);
  if (found.size() == 1) return Quoted{text, found.front()};
  if (found.empty()) return refused(quoted(text) + " isn't on the page; mark the words there.");
  std::vector<std::uint32_t> lines;
  for (const doc::Range& range : found) {
    const std::uint32_t line = page.place_of ? page.place_of(range.begin).line : 0;
    if (line != 0 && (lines.empty() || lines.back() != line)) lines.push_back(line);
  }
  std::string where;
  for (std::size_t i = 0; i < std::min(lines.size(), k_most_lines); ++i)
    where += (i == 0 ? "" : i + 1 == lines.size() ? " and " : ", ") + std::to_string(lines[i]);
  if (lines.size() > k_most_lines) where += ", …";
  if (!where.empty()) where = (lines.size() == 1 ? " (line " : " (lines ") + where + ")";
  return refused(quoted(text) + " is on the page " + std::to_string(found.size()) + " times" + where +
                 "; mark a few words more, so that it is clear which is meant.");
}

Refusal change(Json& check, const Point& point, const Step& step, const Confirming& posting) {
  if (Refusal refusal = unknown_key(step.set, point.kind, false)) return refusal;
  confirm(check, point);
  Json& holder = holder_of(check, point);
  if (!list_of(point.kind).empty()) {
    for (const JsonMember& one : step.set) {
      if (Refusal refusal = set_entry(check, holder, point, one, posting)) return refusal;
    }
    return std::nullopt;
  }
  if (is_fact(point.kind)) return set_fact(check, point.kind, step.set);
  if (const Json* mode = in(step.set, "mode"); mode != nullptr && string_of(mode) != "contains")
    return "a subject can only be asked to contain the tag; its \"mode\" is \"contains\".";
  const base::Shape& shape = !point.position ? shape::k_apply : shape::k_position;
  if (point.kind == PointKind::inquiry) {
    put(holder, "inquiry", inquiry_of(step.set, find(holder, "inquiry")), shape);
    return std::nullopt;
  }
  const Json* value = in(step.set, "value");
  if (value == nullptr) return std::nullopt;
  if (value->is_null() && point.kind != PointKind::deadline)
    return a_kind(point.kind) + " can't be null; drop it if there is to be none.";
  switch (point.kind) {
    case PointKind::address:
      replace((*list_in(holder, "to"))[point.index], *value);
      break;
    case PointKind::tag:
      if (Json* subject = find(holder, "subject"); subject->object() != nullptr) {
        put(*subject, "contains", *value, {});
      } else {
        replace(*subject, JsonObject{{"contains", *value, {}}});
      }
      break;
    case PointKind::deadline: {
      const Json* old = find(holder, "deadline");
      put(holder, "deadline", deadline_of(*value, old), shape);
      break;
    }
    case PointKind::inquiry:
    case PointKind::portal:
    case PointKind::closed:
    case PointKind::organization:
    case PointKind::place:
    case PointKind::employment:
    case PointKind::start:
    case PointKind::position:
    case PointKind::document:
    case PointKind::question:
    case PointKind::note:
    case PointKind::rule:
      put(holder, name_of(point.kind), *value, shape);
      break;
  }
  return std::nullopt;
}

base::Result<std::string> do_step(std::string_view check_json, const Json& check, const Step& step,
                                  const Confirming& posting) {
  Json changed = check;
  if (changed.object() == nullptr)
    return refused("check.json is no object; set that right in the file first.");
  const Diagnostics before = findings(check_json, posting);
  Refusal refusal;
  if (step.action == Step::Action::add) {
    refusal = add(changed, step, posting);
  } else {
    const Points points = find_points(check, posting, before);
    std::vector<const Point*> meant;
    for (const std::string& id : step.points) {
      const auto found = std::find_if(points.points.begin(), points.points.end(),
                                      [&](const Point& one) { return one.id == id; });
      if (found == points.points.end())
        return refused("check.json has no " + quoted(id) + ", or not any more. Look at it again.");
      meant.push_back(&*found);
    }
    if (meant.empty()) return refused("a step names the point that it is about.");
    const Point& point = *meant.front();
    refusal = changed_since(point, step.was);
    if (!refusal && step.action == Step::Action::change) refusal = change(changed, point, step, posting);
    if (!refusal && step.action == Step::Action::drop) refusal = drop(changed, point, posting);
    if (!refusal && step.action == Step::Action::keep) {
      for (const Point* one : meant) confirm(changed, *one);
    }
  }
  if (refusal) return refused(*std::move(refusal));
  end_draft(changed);
  std::string out = base::edit_json(check_json, check, changed);
  if (Diagnostics errors = new_errors(before, findings(out, posting)); !errors.empty()) return errors;
  return out;
}

}  // namespace aushang::author
