#pragma once
/// The actions of a step, each on a copy of check.json. Private to the module.
#include <optional>
#include <string>
#include <string_view>

#include "author/points.h"
#include "author/step.h"
#include "base/json.h"
#include "base/result.h"

namespace aushang::author {

/// A sentence where it can't be done; the copy is of no use then.
using Refusal = std::optional<std::string>;

/// What says the point: an entry of a list, a fact, `apply`, or a position.
[[nodiscard]] base::Json& holder_of(base::Json& check, const Point& point);
/// Where a kind stands in `apply` and in a position: "to".
[[nodiscard]] std::string_view key_of(PointKind kind);
/// The list a kind of point stands in: "materials".
[[nodiscard]] std::string_view list_of(PointKind kind);
/// Takes the comment away that asks to confirm it.
void confirm(base::Json& check, const Point& point);

[[nodiscard]] Refusal change(base::Json& check, const Point& point, const Step& step,
                             const Confirming& posting);
[[nodiscard]] Refusal drop(base::Json& check, const Point& point, const Confirming& posting);
[[nodiscard]] Refusal add(base::Json& check, const Step& step, const Confirming& posting);

/// Makes these positions, and no others, ask for an entry of "materials" or "criteria". A list that a
/// position has stays, but for this entry.
[[nodiscard]] Refusal set_positions(base::Json& check, std::string_view list, const std::string& id,
                                    const base::Json& wanted);

/// Puts these values into the fact, which may be new: what `set` says of an organization is its "value".
[[nodiscard]] Refusal set_fact(base::Json& check, PointKind kind, const base::JsonObject& set);

/// What the keys of `set` may be. A sentence about the first that is none of them.
[[nodiscard]] Refusal unknown_key(const base::JsonObject& keys, PointKind kind, bool is_new);

/// "an address", "a tag".
[[nodiscard]] std::string a_kind(PointKind kind);

/// A deadline as a step says it in the form of check.json; `old` may have a time and a zone.
[[nodiscard]] base::Json deadline_of(const base::Json& value, const base::Json* old);

/// A phrase as it is written down, and where it stands.
struct Quoted {
  std::string text;
  doc::Range range;
};
/// A sentence where it doesn't stand exactly once on the page.
[[nodiscard]] base::Result<Quoted> quoted_once(std::string_view quote, const Confirming& posting);

[[nodiscard]] base::Diagnostic refused(std::string sentence);

}  // namespace aushang::author
