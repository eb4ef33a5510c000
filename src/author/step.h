#pragma once
/// One thing that a person decides about a point of check.json, done in the file: every byte that isn't part
/// of it stays. A step that can't be done changes nothing and says why.
#include <string>
#include <string_view>
#include <vector>

#include "author/points.h"
#include "base/json.h"
#include "base/result.h"

namespace aushang::author {

struct Step {
  enum class Action { keep, change, drop, add };
  Action action = Action::keep;
  std::vector<std::string> points;      ///< the id of a point; several are kept at once; of an addition none
  PointKind kind = PointKind::address;  ///< of an addition
  std::string quote;                    ///< of an addition: words of the page; may be empty
  std::string position;  ///< of an addition: the id of the one position it is for; empty: it is for all
  base::JsonObject set;  ///< what it says from now on, by the keys of Point::says
  base::JsonObject was;  ///< what it is taken to say until now
};

/// {"do": "change", "point": "tag", "set": {"value": "[phd-7]"}, "was": {"value": "[phd-1]"}}
/// {"do": "keep", "points": ["address", "tag"]}
[[nodiscard]] base::Result<Step> read_step(std::string_view json);

/// The new text of check.json. `check` is what `check_json` says. A file without errors has none afterwards;
/// one with errors has no new ones. Errors have a sentence alone, with no place.
///
/// keep     the comment that asks to confirm the point goes; where it is the file's last, the one that calls
///          the file a draft goes, too
/// change   the same, and new values
/// drop     the point goes, and whatever names it: with a question its clauses, these out of rules, and rules
///          of which nothing is left
/// add      an entry, with what isn't said guessed from the words it quotes. The position under whose heading
///          these stand asks for it, else every one, unless the step sets which. A question is one of yes and
///          no, unless the step sets its answers; its clause is asked for by the first rule that is a must,
///          or a should where the page says so, and of several positions by the first of each, but for those
///          that have no rules at all; for one position by a rule that is of this one alone
[[nodiscard]] base::Result<std::string> do_step(std::string_view check_json, const base::Json& check,
                                                const Step& step, const Confirming& posting);

}  // namespace aushang::author
