#pragma once
/// site.json as it lies on disk, with what it names.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "main/posting_folder.h"
#include "site/site_config.h"

namespace aushang::cli {

struct Site {
  std::filesystem::path file;
  site::SiteConfig config;
  std::string logo;                          ///< the picture's bytes
  std::string logo_dark;                     ///< those of the one for dark pages
  std::map<std::string, std::string> fonts;  ///< bytes by site::font_file
};

/// `named`, or the site.json that lies beside the folders of the postings; nothing where there is none. Every
/// error of each file is said. Several that the folders lie beside are an error: a site has one.
[[nodiscard]] base::Result<std::optional<Site>> load_site(const std::vector<std::string>& folders,
                                                          const std::optional<std::string>& named);

/// A warning where a site that says its address, and so wants to be found, has a posting without structured
/// data.
[[nodiscard]] base::Diagnostics search_warnings(const std::optional<Site>& site, const PostingFolder& posting,
                                                const std::filesystem::path& folder);

}  // namespace aushang::cli
