#include "author/load.h"

#include <algorithm>
#include <utility>

#include "author/lint.h"
#include "author/load_sections.h"
#include "author/shape.gen.h"
#include "base/json_slip.h"
#include "rules/clause_order.h"

namespace aushang::author {
namespace {

void check_cycles(Complaints& complaints, const Place& place, const std::vector<Clause>& clauses) {
  std::vector<std::vector<std::size_t>> named;
  for (const Clause& clause : clauses) {
    std::vector<std::size_t>& others = named.emplace_back();
    for (const std::string& name : logic::variables(clause.logic)) {
      const auto other =
          std::find_if(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.id == name; });
      if (other != clauses.end()) others.push_back(static_cast<std::size_t>(other - clauses.begin()));
    }
  }
  for (const std::vector<std::size_t>& cycle : rules::order_clauses(named).cycles) {
    std::string way;
    for (const std::size_t clause : cycle) way += clauses[clause].id + " → ";
    way += clauses[cycle.front()].id;
    const Place clause = element_of(place, cycle.front());
    const base::Json* logic = clause.json->find("logic");
    complaints.error("cycle", logic != nullptr ? logic->at : clause.json->at, clause.path + ".logic",
                     "these clauses depend on each other in a circle: " + way + ". Break it at one of them.");
  }
}

/// Whether there are positions, and each has a list of addresses with something in it.
bool all_have_addresses(const Place& positions) {
  const base::JsonArray* list = positions ? positions.json->array() : nullptr;
  return list != nullptr && !list->empty() &&
         std::all_of(list->begin(), list->end(), [](const base::Json& one) {
           const base::Json* to = one.find("to");
           return to != nullptr && to->array() != nullptr && !to->array()->empty();
         });
}

/// Everything but the lints; `complaints` tells whether it may be used.
RuleSet read_rules(Complaints& complaints, const base::Json& json,
                   const std::vector<Translation>& translations) {
  RuleSet rules;
  const Place root{&json, "$"};
  const ObjectReader object(complaints, root, shape::k_check);
  (void)read_string(complaints, object.member("$schema"));  // for the author's editor
  check_version(complaints, object.member("version"));
  rules.facts = read_facts(complaints, object.member("facts"));
  const Place positions = object.member("positions");
  rules.apply = read_apply(complaints, object.member("apply"), all_have_addresses(positions));

  Ids names;
  const Place clauses = object.member("clauses");
  rules.questions = read_questions(complaints, object.member("questions"), names);
  const std::vector<std::string> clause_ids = read_clause_ids(complaints, clauses, names);
  LogicReader logic(complaints, rules.questions, clause_ids);
  rules.materials = read_materials(complaints, object.member("materials"), logic, translations);
  rules.clauses = read_clauses(complaints, clauses, clause_ids, logic, translations, rules.materials);
  rules.criteria = read_criteria(complaints, object.member("criteria"), logic);
  rules.notes = read_notes(complaints, object.member("notes"), translations);
  rules.positions = read_positions(complaints, positions, rules.materials, rules.criteria);
  if (clauses) check_cycles(complaints, clauses, rules.clauses);
  return rules;
}

}  // namespace

base::Result<Loaded> load(std::string_view check_json, std::string_view file,
                          const std::vector<Translation>& translations, std::optional<base::Date> today) {
  base::Result<base::Json> json = base::read_json(check_json, file);
  if (!json) return json.errors();
  Complaints complaints(file);
  Loaded loaded{read_rules(complaints, *json, translations), {}, {}};
  if (complaints.has_errors()) return complaints.take();
  lint(complaints, loaded.rules, *json, translations, today);
  loaded.check = std::move(*json);
  loaded.warnings = complaints.take();
  return loaded;
}

base::Result<RuleSet> load_rules(std::string_view check_json, std::string_view file) {
  const base::Result<base::Json> json = base::read_json(check_json, file);
  if (!json) return json.errors();
  Complaints complaints(file);
  RuleSet rules = read_rules(complaints, *json, {});
  if (complaints.has_errors()) return complaints.take();
  return rules;
}

}  // namespace aushang::author
