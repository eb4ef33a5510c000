#pragma once
/// Which phrases of a posting are marked on its page, and where each leads.
#include <string_view>
#include <vector>

#include "doc/mark.h"
#include "rules/rule_set.h"

namespace aushang::html {

/// One mark per quoted phrase of `rules` that stands exactly once in `document`, in the order notes,
/// materials, clauses (so that of two that quote the same words the clause is the link). Of a quote in
/// several languages the one in `language` counts, else the one without a language.
///
/// A material leads to its item in the checklist, a note to its item among the facts, a clause to the first
/// of its evidence that is in the checklist, else to the section "Apply". With positions the checklist is
/// that of the first position that asks for the material. A material that no checklist has isn't marked.
///
/// The first phrase of each has the id "au-phrase-" + its id; where a clause, a material and a note share
/// one, the later ones get "-2" and "-3".
[[nodiscard]] std::vector<doc::Mark> phrases(const doc::Document& document, const rules::RuleSet& rules,
                                             std::string_view language);

}  // namespace aushang::html
