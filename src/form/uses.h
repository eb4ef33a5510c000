#pragma once
/// Which questions are there for what. Private to the module.
#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/answers.h"
#include "rules/references.h"
#include "rules/rule_set.h"

namespace aushang::form {

/// One flag per question of the rules.
using Questions = std::vector<bool>;

/// What an expression rests on, directly and through clauses.
[[nodiscard]] Questions questions_of(const rules::References& references,
                                     const rules::Expression& expression);
/// What some criterion of any position rests on.
[[nodiscard]] Questions judged_questions(const rules::References& references);
/// What decides whether some material is asked for.
[[nodiscard]] Questions deciding_questions(const rules::References& references);

/// What is asked of who applies for the position: what its rules and documents rest on, and what decides
/// nothing for anybody, such as a text for the mail. While none of several is chosen, what all of them ask.
[[nodiscard]] Questions asked_questions(const rules::References& references, std::string_view position);

/// "Not sure" and "rather not say" are answers, too.
[[nodiscard]] bool is_answered(const rules::Answers& answers, std::string_view question);
/// Nobody has answered or chosen anything, so there is nothing to say about anybody.
[[nodiscard]] bool is_untouched(const rules::RuleSet& rules, const rules::Answers& answers);

/// Answers lead to a result: there is something to ask and something to judge.
[[nodiscard]] bool has_result(const rules::RuleSet& rules, std::string_view position);
[[nodiscard]] inline bool has_open_position(const rules::RuleSet& rules, std::string_view position) {
  return !rules.positions.empty() && rules.position(position) == nullptr;
}

}  // namespace aushang::form
