#include "site/site_config.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace aushang::site {
namespace {

/// The name under which a picture is published, which keeps its ending.
std::string published(std::string_view name, std::string_view path) {
  if (path.empty()) return {};
  return std::string(name) + base::to_ascii_lower(path.substr(path.rfind('.')));
}

}  // namespace

std::string logo_file(const SiteConfig& config) { return published("site-logo", config.logo); }

std::string logo_dark_file(const SiteConfig& config) { return published("site-logo-dark", config.logo_dark); }

std::string font_file(const SiteConfig& config, std::size_t face) {
  const auto first = std::find_if(config.fonts.begin(), config.fonts.end(),
                                  [&](const FontFace& one) { return one.file == config.fonts[face].file; });
  return "site-font-" + std::to_string(first - config.fonts.begin() + 1) + ".woff2";
}

}  // namespace aushang::site
