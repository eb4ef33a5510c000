#pragma once
/// check.json (version 1) to RuleSet.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/result.h"
#include "doc/document.h"
#include "rules/rule_set.h"

namespace aushang::author {

/// A posting's text in one language. The first is the posting itself; its quotes carry no language.
struct Translation {
  std::string language;  ///< "en"
  const doc::Document* document = nullptr;
  std::string file = {};  ///< of the page; for messages, with `place_of`
  /// Where a byte of document->text stands in the file; may be empty.
  std::function<base::Position(std::uint32_t)> place_of = {};
};

struct Loaded {
  rules::RuleSet rules;
  base::Json check;  ///< the file itself, with its places
  base::Diagnostics warnings;
};

/// Every mistake at once, each with its place in the file, its JSON path, what was expected and, for a
/// misspelt name, the nearest that exists; of a file that isn't JSON only the first. Quotes are looked up in
/// the visible text of `translations` and must occur exactly once; with no translations they aren't checked.
/// Warnings are the linter's (author/lint.h); it asks whether the deadline is over only if it is told what
/// day it is.
[[nodiscard]] base::Result<Loaded> load(std::string_view check_json, std::string_view file,
                                        const std::vector<Translation>& translations,
                                        std::optional<base::Date> today = std::nullopt);

/// The same without quotes and lints.
[[nodiscard]] base::Result<rules::RuleSet> load_rules(std::string_view check_json, std::string_view file);

}  // namespace aushang::author
