#pragma once
/// A rule of check.json in words, for people who write none.
#include <string>
#include <string_view>

#include "author/lexicon.h"
#include "base/json.h"

namespace aushang::author {

/// The rule of a criterion, a clause or a document: {"all": […]} and {"one": […]} where several have to hold,
/// or one of several; all else is a sentence: the answer to “Years?” is at least 2. It names clauses,
/// questions and options by their labels in the language, and is in that language, or in English where the
/// lexicon has no words for rules. What no rule may say stays JSON.
[[nodiscard]] base::Json tell_rule(const base::Json& logic, const base::Json& check, const Lexicon& words,
                                   std::string_view language);
/// The same as a single sentence. What is asked by `question` is "the answer" there, without its label.
[[nodiscard]] std::string tell_in_a_sentence(const base::Json& logic, const base::Json& check,
                                             const Lexicon& words, std::string_view language,
                                             std::string_view question = {});

}  // namespace aushang::author
