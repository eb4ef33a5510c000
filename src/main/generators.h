#pragma once
/// The configuration of the generator that a page was written for: Jekyll's _config.yml, Hugo's hugo.toml.
#include <filesystem>

#include "author/draft.h"

namespace aushang::cli {

/// What it says of the site; nothing where there is none in the page's folder or one of the three around it.
[[nodiscard]] author::SiteFacts site_facts_near(const std::filesystem::path& page);

}  // namespace aushang::cli
