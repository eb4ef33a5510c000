#pragma once
/// What the fields of the front matter say about the page.
#include "ingest/front_matter/front_matter.h"
#include "ingest/ingest.h"

namespace aushang::ingest {

/// Field names are compared as they stand first, then without regard to case, as Hugo does.
[[nodiscard]] Meta make_meta(Fields fields);

}  // namespace aushang::ingest
