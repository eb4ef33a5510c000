#pragma once
/// sitemap.xml (sitemaps.org, protocol 0.9), with each page's other languages as search engines read them.
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "html/page.h"

namespace aushang::html {

struct SitemapPage {
  std::string url;                    ///< absolute
  std::optional<base::Date> changed;  ///< only where the posting says it
  std::vector<Alternate> languages;   ///< absolute, this page among them; empty: there is only this one
};

/// The entry of a posting's own page, on a site whose address is known.
[[nodiscard]] SitemapPage sitemap_page(const PageInput& input);
[[nodiscard]] std::string write_sitemap(const std::vector<SitemapPage>& pages);

}  // namespace aushang::html
