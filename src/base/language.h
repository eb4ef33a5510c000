#pragma once
/// Language tags (BCP 47, RFC 5646): "de", "pt-BR", "zh-Hant". Case doesn't count; "_" counts as "-", as
/// POSIX writes "de_AT".
#include <string_view>

namespace aushang::base {

/// "de" of "de-AT", as written.
[[nodiscard]] std::string_view primary_subtag(std::string_view tag);

/// Whether the primary subtags agree: a posting in en-GB needs no second `lang` inside an English page.
[[nodiscard]] bool is_same_language(std::string_view a, std::string_view b);

/// Whether this is a tag, well formed, of a language that browsers have a name for. Where a language has two
/// letters, three aren't its tag ("bak" for "ba").
[[nodiscard]] bool is_language(std::string_view tag);

}  // namespace aushang::base
