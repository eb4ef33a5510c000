#pragma once
/// What the fields of the front matter say about the page.
#include <initializer_list>
#include <string_view>

#include "ingest/front_matter/front_matter.h"
#include "ingest/ingest.h"

namespace aushang::ingest {

/// The value of the first of these names, in lower case, that has one; empty if none has. Names are compared
/// as they stand first, then without regard to case, as Hugo does.
[[nodiscard]] std::string_view first_of(const Fields& fields, std::initializer_list<std::string_view> names);

[[nodiscard]] Meta make_meta(Fields fields);

}  // namespace aushang::ingest
