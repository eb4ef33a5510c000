#pragma once
/// The files that a site has because of its site.json: site.css, logos, fonts, sitemap.xml, and oembed.json
/// beside each posting's own page.
#include <optional>
#include <string>
#include <vector>

#include "html/page.h"
#include "html/sitemap.h"
#include "main/files.h"
#include "main/site_folder.h"

namespace aushang::cli {

struct SiteOutputs {
  const std::optional<Site>& site;
  std::vector<html::SitemapPage> pages = {};  ///< those added so far

  [[nodiscard]] const site::SiteConfig* config() const { return site ? &site->config : nullptr; }
};

/// Takes note of a posting's own page, which lies in `folder` ("" or "name/de/"), and adds its oembed.json.
void add_page(SiteOutputs& outputs, const html::PageInput& page, const std::string& folder,
              FolderContents& contents);
/// Takes note of the list of the postings in one language.
void add_index(SiteOutputs& outputs, const html::IndexInput& list);
/// The files at the site's root, and those that it looks like in the version's `folder`. An error where a
/// posting's picture would lie at the same place.
void add_site_files(const SiteOutputs& outputs, const std::string& folder, FolderContents& contents,
                    base::Diagnostics& problems);

}  // namespace aushang::cli
