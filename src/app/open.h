#pragma once
/// The bundle becomes a posting.
#include <string_view>

#include "app/posting.h"
#include "base/result.h"

namespace aushang::app {

/// `bundle` as app/bundle.h describes it; errors are its.
[[nodiscard]] base::Result<Posting> open_posting(std::string_view bundle);

}  // namespace aushang::app
