#pragma once
/// The sections of check.json, one function each. Private to the module: load.cpp puts them together.
#include <string>
#include <vector>

#include "author/load.h"
#include "author/load_logic.h"
#include "author/names.h"
#include "rules/rule_set.h"

namespace aushang::author {

[[nodiscard]] Facts read_facts(Complaints& complaints, const Place& place);
/// `all_have_addresses`: each position says itself where its applications go.
[[nodiscard]] Apply read_apply(Complaints& complaints, const Place& place, bool all_have_addresses);
[[nodiscard]] std::vector<std::string> read_addresses(Complaints& complaints, const Place& place);
[[nodiscard]] Deadline read_deadline(Complaints& complaints, const Place& place);
[[nodiscard]] Inquiry read_inquiry(Complaints& complaints, const Place& place);
/// {"contains": "[tag]"}; empty where `place` has no value.
[[nodiscard]] std::string read_subject(Complaints& complaints, const Place& place);

/// `names` is shared with the clauses: a variable may be either.
[[nodiscard]] std::vector<Question> read_questions(Complaints& complaints, const Place& place, Ids& names);

/// The ids come first, because logic anywhere may name any clause. An entry per clause, empty where it has
/// none.
[[nodiscard]] std::vector<std::string> read_clause_ids(Complaints& complaints, const Place& place,
                                                       Ids& names);
[[nodiscard]] std::vector<Clause> read_clauses(Complaints& complaints, const Place& place,
                                               const std::vector<std::string>& ids, LogicReader& logic,
                                               const std::vector<Translation>& translations,
                                               const std::vector<Material>& materials);
[[nodiscard]] std::vector<Criterion> read_criteria(Complaints& complaints, const Place& place,
                                                   LogicReader& logic);
[[nodiscard]] std::vector<Note> read_notes(Complaints& complaints, const Place& place,
                                           const std::vector<Translation>& translations);
[[nodiscard]] std::vector<Material> read_materials(Complaints& complaints, const Place& place,
                                                   LogicReader& logic,
                                                   const std::vector<Translation>& translations);
[[nodiscard]] std::vector<Position> read_positions(Complaints& complaints, const Place& place,
                                                   const std::vector<Material>& materials,
                                                   const std::vector<Criterion>& criteria);

}  // namespace aushang::author
