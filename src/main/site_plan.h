#pragma once
/// A site as it is to be: every file by its path, made from the sources in one go. Nothing is read or
/// written.
#include <string>

#include "base/diagnostic.h"
#include "main/files.h"
#include "main/site_sources.h"

namespace aushang::cli {

struct SitePlan {
  std::string version;  ///< 16 digits, the same for the same sources
  FolderContents files;
};

/// Sources without errors; adds its own problems, and only without an error may the plan be used.
[[nodiscard]] SitePlan plan_site(SiteSources sources, base::Diagnostics& problems);

}  // namespace aushang::cli
