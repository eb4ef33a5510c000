#pragma once
/// The answers of a question as people put them together by clicking: which there are, and which of them the
/// question's clause counts. In JSON {"type": "one", "options": [{"value": "yes", "label": "Yes", "counts":
/// true}, {"value": "soon", "label": "Soon", "reachable": true}, …]}; in check.json the type and the options
/// of the question, and the clause's JsonLogic. Private to the module.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/step_parts.h"
#include "base/json.h"

namespace aushang::author {

/// What is offered to choose from, as applicants read it.
[[nodiscard]] std::vector<std::string> option_labels(const base::Json& question, std::string_view language);

/// The clause that rests on the question, by its place in the list; nothing where none does, or several.
[[nodiscard]] std::optional<std::size_t> own_clause(const base::Json& check, const base::Json& question);

/// Null where the question has no answers to choose from, or what counts is said by more than one clause, or
/// with more than a list of answers. "counts" is absent where no clause rests on the question.
[[nodiscard]] base::Json simple_answers(const base::Json& check, const base::Json& question,
                                        std::string_view language);

/// Makes the question have these answers. An option with a value keeps what else it says; one without is new.
/// A yes_no question has "yes" and "no", whatever their labels.
[[nodiscard]] Refusal set_simple_answers(base::Json& check, base::Json& question, const base::Json& answers,
                                         const std::string& language);

}  // namespace aushang::author
