#include "main/site_outputs.h"

#include <string_view>
#include <utility>

#include "html/metadata.h"
#include "html/oembed.h"
#include "site/addresses.h"
#include "site/theme.h"

namespace aushang::cli {
namespace {

bool has_address(const SiteOutputs& outputs) { return outputs.site && !outputs.site->config.url.empty(); }

}  // namespace

void add_page(SiteOutputs& outputs, const html::PageInput& page, const std::string& folder,
              FolderContents& contents) {
  if (!has_address(outputs)) return;
  outputs.pages.push_back(html::sitemap_page(page));
  contents[folder + std::string(html::k_oembed_file)] = html::write_oembed(page);
}

void add_index(SiteOutputs& outputs, const html::IndexInput& list) {
  if (!has_address(outputs)) return;
  const std::string& url = outputs.site->config.url;
  html::SitemapPage page = {site::address_of(url, list.path), {}, {}};
  for (const html::Alternate& one : list.languages)
    page.languages.push_back({one.language, site::address_of(url, list.path, one.href)});
  outputs.pages.push_back(std::move(page));
}

void add_site_files(const SiteOutputs& outputs, const std::string& folder, FolderContents& contents,
                    base::Diagnostics& problems) {
  if (!outputs.site) return;
  const site::SiteConfig& config = outputs.site->config;
  const auto add = [&](std::string_view name, const std::string& data) {
    if (name.empty() || data.empty() || contents.emplace(name, data).second) return;
    problems.push_back({base::Severity::error,
                        outputs.site->file.string(),
                        {},
                        "same-name",
                        "",
                        "a posting has a file called " + std::string(name) +
                            ", which is the name of one of the site's own. Rename the posting's."});
  };
  const auto add_versioned = [&](std::string_view name, const std::string& data) {
    if (!name.empty()) add(folder + std::string(name), data);
  };
  add(site::logo_file(config), outputs.site->logo);
  add_versioned(site::logo_dark_file(config), outputs.site->logo_dark);
  add_versioned(site::k_theme_file, site::write_style(config));
  for (const auto& [name, data] : outputs.site->fonts) add_versioned(name, data);
  if (has_address(outputs)) add(site::k_sitemap_file, html::write_sitemap(outputs.pages));
}

}  // namespace aushang::cli
