#pragma once
/// answers.json (version 1) to Answers, for the command line.
#include <string_view>

#include "base/result.h"
#include "rules/answers.h"

namespace aushang::author {

/// answers.json against the questions of `rules`: unknown questions, values that are no option, wrong types
/// are errors, all at once with places. For a yes_no question "yes" and "no" are read as true and false.
[[nodiscard]] base::Result<rules::Answers> load_answers(std::string_view json, std::string_view file,
                                                        const rules::RuleSet& rules);

}  // namespace aushang::author
