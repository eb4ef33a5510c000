#pragma once
/// Quotes of check.json, looked up in the page. Private to the module.
#include <vector>

#include "author/load.h"
#include "author/names.h"
#include "rules/rule_set.h"

namespace aushang::author {

/// A string, a list of strings, or {lang: string | list}. Each phrase must stand exactly once in the visible
/// text of its language's page; not checked where `translations` is empty.
[[nodiscard]] std::vector<Quote> read_quotes(Complaints& complaints, const Place& place,
                                             const std::vector<Translation>& translations);

}  // namespace aushang::author
