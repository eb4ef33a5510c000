#pragma once
/// What a site is made from, as it lies on disk: all that `aushang build` reads.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "main/files.h"
#include "main/generators.h"
#include "main/posting_folder.h"
#include "main/site_folder.h"

namespace aushang::cli {

struct SiteSources {
  std::vector<PostingFolder> postings;
  std::optional<Site> site;
  FolderContents app;    ///< as read_app gives it; empty for a site without
  FolderContents files;  ///< that the postings show or link to, by their place in the site

  [[nodiscard]] const site::SiteConfig* config() const { return site ? &site->config : nullptr; }
};

enum class AppWish { none, if_there, needed };

/// Where to look.
struct SourceNames {
  std::vector<std::string> postings;  ///< folders
  std::optional<std::string> site;    ///< site.json, if it doesn't lie beside them
  AppWish app = AppWish::none;
  std::filesystem::path app_folder;
  std::optional<base::Date> today;
};

/// Adds every problem of all of them; only without an error may the sources be used.
[[nodiscard]] SiteSources read_site_sources(const SourceNames& names, Generators& generators,
                                            base::Diagnostics& problems);

}  // namespace aushang::cli
