#pragma once
/// Warnings about a check.json that loads but may not be what was meant. Private to the module: they come
/// with `load`.
///
/// - unused-question: no logic asks for it (free text aside)
/// - unused-clause: no criterion and no material rests on it
/// - always-true: a condition or criterion that is true whatever is answered
/// - always-false: a criterion that is false whatever is answered
/// - protected-topic: a question or clause about what § 1 AGG (the German Equal Treatment Act) protects, or
/// close to it
/// - deadline-over: a deadline lies before today
/// - inquiry-without-address: questions are welcome, but there is nobody to ask
/// - no-materials: there is an address to write to, but nothing to send
/// - placeholder: an address nobody has filled in
/// - portal-not-https: the portal's address isn't encrypted
/// - quote-untranslated: the page exists in a language for which there is no quote
#include <optional>
#include <string_view>
#include <vector>

#include "author/load.h"
#include "author/names.h"
#include "base/date.h"

namespace aushang::author {

/// `root` is the file that `rules` was made of.
void lint(Complaints& complaints, const RuleSet& rules, const base::Json& root,
          const std::vector<Translation>& translations, std::optional<base::Date> today);

/// Each logic is tried with every combination of answers if there are at most this many.
inline constexpr std::size_t k_max_combinations = 1u << 16;
/// And all together with at most this many nodes of logic visited.
inline constexpr std::size_t k_max_lint_steps = 10'000'000;

/// Parts of lint().
void lint_constants(Complaints& complaints, const RuleSet& rules, const Place& root);
void lint_topics(Complaints& complaints, const RuleSet& rules, const Place& root,
                 const std::vector<Translation>& translations);

/// What a text of the given language ("en", "de", "" for unknown) asks about that § 1 AGG protects: "age".
/// Empty if nothing.
[[nodiscard]] std::string_view protected_topic(std::string_view text, std::string_view language);

}  // namespace aushang::author
