#pragma once
/// What a page says about applying and check.json doesn't. Private to the module.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/extract.h"
#include "author/points.h"
#include "base/diagnostic.h"
#include "base/json.h"

namespace aushang::author {

[[nodiscard]] base::JsonArray missing_steps(const base::Json& check, const Confirming& posting);

/// Where a phrase stands on the page; nothing where it doesn't, or nobody knows.
[[nodiscard]] std::optional<base::Position> place_on_page(const Confirming& posting, std::string_view phrase);
[[nodiscard]] base::Json place_json(const std::optional<base::Position>& at);

/// What the page has to choose from, each once.
[[nodiscard]] std::vector<std::string> addresses_on(const Extract& page);
[[nodiscard]] std::vector<std::string> tags_on(const Extract& page);
[[nodiscard]] std::vector<std::string> deadlines_on(const Extract& page);  ///< dates, and "until_filled"

}  // namespace aushang::author
