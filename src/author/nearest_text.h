#pragma once
/// What a page has instead of words that aren't on it. Private to the module.
#include <optional>
#include <string_view>

#include "doc/document.h"

namespace aushang::author {

/// The place in `document.text` that has most of the phrase's words, as many words long and within one block;
/// letters' case doesn't count. Nothing where no place has half of them, by their letters,
/// and in a text of more than 200 kB.
[[nodiscard]] std::optional<doc::Range> nearest_text(const doc::Document& document, std::string_view phrase);

}  // namespace aushang::author
