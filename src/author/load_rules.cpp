// Clauses, criteria and notes.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/load_quote.h"
#include "author/load_sections.h"
#include "author/shape.gen.h"

namespace aushang::author {
namespace {

std::vector<Quote> read_required_quotes(Complaints& complaints, const ObjectReader& object,
                                        const Place& place, const std::vector<Translation>& translations) {
  const Place quote = object.optional("quote");
  if (!quote && object.is_object()) {
    complaints.error(
        "quote-missing", place.json->at, place.path,
        "\"quote\" is missing here: the words on the page that say so. Only what the posting says may "
        "be asked.");
  }
  return read_quotes(complaints, quote, translations);
}

/// Ids of materials; a kind stands for every material of that kind.
std::vector<std::string> read_evidence(Complaints& complaints, const Place& list,
                                       const std::vector<Material>& materials) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  for (const Place& place : read_nonempty_list(complaints, list, "material")) {
    const std::string name = read_string(complaints, place);
    if (name.empty()) continue;
    const auto by_id =
        std::find_if(materials.begin(), materials.end(), [&](const Material& m) { return m.id == name; });
    if (by_id != materials.end()) {
      add(by_id->id);
      continue;
    }
    bool found = false;
    std::vector<std::string_view> known;
    for (const Material& material : materials) {
      known.emplace_back(material.id);
      if (material.kind != name) continue;
      add(material.id);
      found = true;
    }
    if (!found) {
      complaints.error("unknown-name", place.json->at, place.path,
                       "no material has the id or the kind " + quoted(name) + "; " + suggest(name, known));
    }
  }
  return ids;
}

}  // namespace

std::vector<std::string> read_clause_ids(Complaints& complaints, const Place& place, Ids& names) {
  std::vector<std::string> ids;
  if (!place || place.json->array() == nullptr || place.json->array()->size() > base::k_max_list) return ids;
  for (std::size_t i = 0; i < place.json->array()->size(); ++i) {
    const Place clause = element_of(place, i);
    const base::Json* id = clause.json->find("id");
    ids.push_back(id != nullptr ? names.read(complaints, {id, clause.path + ".id"}) : "");
  }
  return ids;
}

std::vector<Clause> read_clauses(Complaints& complaints, const Place& place,
                                 const std::vector<std::string>& ids, LogicReader& logic,
                                 const std::vector<Translation>& translations,
                                 const std::vector<Material>& materials) {
  std::vector<Clause> clauses;
  for (const Place& element : read_list(complaints, place)) {
    const ObjectReader object(complaints, element, shape::k_clause);
    Clause clause;
    if (object.member("id")) clause.id = ids[clauses.size()];
    clause.label = read_text(complaints, object.member("label"));
    clause.short_label = read_text(complaints, object.member("short"));
    clause.quotes = read_required_quotes(complaints, object, element, translations);
    clause.evidence = read_evidence(complaints, object.member("evidence"), materials);
    clause.logic = logic.read(object.member("logic"), clause.id).value_or(Expression());
    clauses.push_back(std::move(clause));
  }
  return clauses;
}

std::vector<Criterion> read_criteria(Complaints& complaints, const Place& place, LogicReader& logic) {
  Ids ids;
  std::vector<Criterion> criteria;
  for (const Place& element : read_list(complaints, place)) {
    const ObjectReader object(complaints, element, shape::k_criterion);
    Criterion criterion;
    criterion.id = ids.read(complaints, object.member("id"));
    const auto level = read_name(complaints, object.member("level"), shape::k_level_names);
    criterion.level = level == 1u ? Level::should : Level::must;
    criterion.label = read_text(complaints, object.member("label"));
    criterion.logic = logic.read(object.member("logic")).value_or(Expression());
    criteria.push_back(std::move(criterion));
  }
  return criteria;
}

std::vector<Note> read_notes(Complaints& complaints, const Place& place,
                             const std::vector<Translation>& translations) {
  Ids ids;
  std::vector<Note> notes;
  for (const Place& element : read_list(complaints, place)) {
    const ObjectReader object(complaints, element, shape::k_note);
    Note note;
    note.id = ids.read(complaints, object.member("id"));
    note.label = read_text(complaints, object.member("label"));
    note.quotes = read_required_quotes(complaints, object, element, translations);
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace aushang::author
