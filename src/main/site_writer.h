#pragma once
/// Where a planned site goes: a folder, or a zip.
#include <cstddef>
#include <string>

#include "base/result.h"
#include "main/site_plan.h"

namespace aushang::cli {

enum class Packed { no, yes };  ///< whether NAME.br and NAME.gz lie beside the files that get smaller by it

struct Written {
  std::size_t files = 0;
  std::size_t bytes = 0;
};

/// Whether `output` is a zip on standard output rather than something with a name.
[[nodiscard]] bool is_standard_output(const std::string& output);

/// A folder becomes the site, atomically, and keeps the version before this one for pages that are open. A
/// name that ends in ".zip" becomes a zip of the site, atomically too; "-" is one on standard output.
[[nodiscard]] base::Result<Written> write_site(SitePlan plan, const std::string& output, Packed packed);

}  // namespace aushang::cli
