#pragma once
/// Which phrases of a posting are marked on its page, and where each leads.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "doc/mark.h"
#include "rules/rule_set.h"

namespace aushang::html {

/// One mark per quoted phrase of `rules` that stands exactly once in `document`, in the order notes,
/// materials, clauses (so that of two that quote the same words the clause is the link). Of a quote in
/// several languages the one in `language` counts, else the one without a language.
///
/// A material leads to its item in the checklist, a note to its item among the facts, a clause to its place
/// in the list of what the posting asks for. A material that the checklist hasn't isn't marked.
///
/// The first phrase of each has the id "au-phrase-" + its id; where a clause, a material and a note share
/// one, the later ones get "-2" and "-3".
[[nodiscard]] std::vector<doc::Mark> phrases(const doc::Document& document, const rules::RuleSet& rules,
                                             std::string_view language);

/// What the address of a clause's mark begins with; the rest is the clause's id.
inline constexpr std::string_view k_clause_target = "#au-clause-";

/// Of a document with these marks: for each clause that has one, the id of its first phrase's element.
[[nodiscard]] std::map<std::string, std::string, std::less<>> clause_phrases(const doc::Document& document);

}  // namespace aushang::html
