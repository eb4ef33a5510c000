#pragma once
/// check.json as points that people confirm, change or drop one by one: what it says, where the page says so,
/// what `init` guessed and what `check` doubts. A file that is JSON has points, whatever else is wrong with
/// it.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/extract.h"
#include "author/lexicon.h"
#include "author/load.h"
#include "base/date.h"
#include "base/diagnostic.h"
#include "base/json.h"

namespace aushang::author {

/// What check.json is held against. All of it outlives whoever uses it.
struct Confirming {
  const std::vector<Translation>& translations;  ///< the page itself, then its translations
  const Extract& found;
  const Lexicon& words;
  std::string check_file;  ///< for messages
  std::optional<base::Date> today = std::nullopt;

  [[nodiscard]] const Translation& page() const { return translations.front(); }
};

/// What `check` says about the file and how it differs from the page.
[[nodiscard]] base::Diagnostics findings(std::string_view check_json, const Confirming& posting);

enum class PointKind {
  address,
  tag,
  deadline,
  inquiry,  // the last of what a position can say by itself
  portal,
  closed,
  organization,  // the first of the facts
  place,
  employment,
  start,  // the last of them
  position,
  document,
  question,
  note,
  rule
};
inline constexpr std::array<std::string_view, 15> k_point_kinds = {
    "address",    "tag",   "deadline", "inquiry",  "portal",   "closed", "organization", "place",
    "employment", "start", "position", "document", "question", "note",   "rule"};

[[nodiscard]] constexpr std::string_view name_of(PointKind kind) {
  return k_point_kinds[static_cast<std::size_t>(kind)];
}

/// Whether it stands in "facts", under its kind's own name.
[[nodiscard]] constexpr bool is_fact(PointKind kind) {
  return kind >= PointKind::organization && kind <= PointKind::start;
}

struct Point {
  PointKind kind = PointKind::address;
  /// Its kind; "document:cv" where there may be several; "position:a/tag" where a position says it. The first
  /// address is "address", each other one "address:ann@group.example".
  std::string id;
  /// What it says, by the keys that a step sets and some that show more.
  base::JsonObject says;
  bool is_open = false;  ///< a guess that nobody has confirmed
  std::string why;       ///< the guess's own words: "line 39"
  base::Position at;     ///< in check.json
  std::optional<base::Position> at_page;
  std::vector<std::string> doubts;  ///< messages of `check`

  std::size_t index = 0;                               ///< in its list
  std::optional<std::size_t> position = std::nullopt;  ///< the position that says it, not `apply`
  std::string path;                                    ///< "$.materials[2]"

  [[nodiscard]] const base::Json* said(std::string_view key) const;
};

struct Points {
  std::string language;
  std::vector<Point> points;
  base::JsonArray positions;  ///< {"id", "label"}
  base::JsonArray clauses;    ///< {"id", "label", "quote"}
  /// Steps that would add what the page says and check.json doesn't, each with "label" and "at_page".
  base::JsonArray missing;
  std::vector<std::string> doubts;  ///< those of no point
};

/// `findings` are those of this very file.
[[nodiscard]] Points find_points(const base::Json& check, const Confirming& posting,
                                 const base::Diagnostics& findings);
[[nodiscard]] base::JsonObject to_json(const Points& points);

}  // namespace aushang::author
