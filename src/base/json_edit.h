#pragma once
/// A JSON file that people wrote, changed by a program: what isn't changed keeps its bytes.
#include <string>
#include <string_view>

#include "base/json.h"

namespace aushang::base {

/// `text` with what `after` says otherwise than `before`. `before` is `text` as parsed; `after` is a copy of
/// it in which values were set, and members and entries taken out or put in. Read again, the result says what
/// `after` says, and every byte outside of those values, members, entries and the white space and commas
/// around them is that of `text`.
///
/// An entry of a list is known by where it stood (Json::at): who sets a new value in its place keeps its
/// `at`, an entry without one is new. What is new is laid out as its neighbours are: on their line or on one
/// of its own, as far in, with their line breaks. Entries that change places cost the list its layout.
[[nodiscard]] std::string edit_json(std::string_view text, const Json& before, const Json& after);

}  // namespace aushang::base
