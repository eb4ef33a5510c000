#pragma once
/// The bundle, posting.json: everything the app loads for one posting in one language. `aushang build` writes
/// it beside the page, from the same canonical Markdown as the page.
///
///   {"version": 2, "language": "en", "title": "…", "description": "…",
///    "alternates": [{"language": "de", "href": "de/"}], "check_language": "en", "rules": {…}, "markdown":
///    "…"}
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "html/page.h"
#include "rules/rule_set.h"

namespace aushang::app {

struct Bundle {
  std::string language;     ///< the posting's, BCP 47
  std::string title;        ///< as the page shows it
  std::string description;  ///< may be empty
  std::vector<html::Alternate> alternates;
  std::string check_language;  ///< of texts in `rules` that name none, BCP 47
  rules::RuleSet rules;        ///< what check.json says, compiled (rules/stored.h)
  std::string markdown;        ///< canonical, see doc/parse.h
};

/// One line of JSON. Text is valid UTF-8 afterwards; else read_bundle gives back what was written.
[[nodiscard]] std::string write_bundle(const Bundle& bundle);

/// Only what write_bundle writes: another version, a member that is missing, unknown or of another type is an
/// error. A bundle and an app of different builds can meet in a cache; half of a posting would mislead.
[[nodiscard]] base::Result<Bundle> read_bundle(std::string_view json);

}  // namespace aushang::app
