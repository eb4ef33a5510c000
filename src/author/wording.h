#pragma once
/// The words of a page as check.json has them: labels, names, tags. For whoever writes one: `init` and
/// `confirm`.
#include <string>
#include <string_view>
#include <vector>

#include "author/extract.h"
#include "author/lexicon.h"

namespace aushang::author {

/// What one line of check.json can hold.
[[nodiscard]] bool is_line(std::string_view text);

/// Words of the page as a label: with a capital letter, unless that would break a name such as "pH".
[[nodiscard]] std::string as_label(std::string_view words);

/// What a document that the page asks for is called: in the page's words, as a name.
[[nodiscard]] std::string document_label(const Lexicon& lexicon, std::string_view language,
                                         const FoundMaterial& found);

/// The part of a subject that is the same in every mail: "PhD Application" of "PhD Application: (Full name)".
/// Empty where no line is left.
[[nodiscard]] std::string tag_of(const FoundSubject& subject);

/// The question whether these words of the page hold for somebody. `kind` is a criterion's.
[[nodiscard]] std::string question_label(const Lexicon& lexicon, std::string_view language,
                                         std::string_view kind, std::string_view words);

/// A name for an option: "machine_learning" of "machine learning"; empty where there are no such letters.
[[nodiscard]] std::string as_value(std::string_view words);

/// "degree", else "degree2", "degree3", …: the first that isn't taken.
[[nodiscard]] std::string free_id(std::string_view name, const std::vector<std::string>& taken);

}  // namespace aushang::author
