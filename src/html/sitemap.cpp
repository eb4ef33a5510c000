#include "html/sitemap.h"

#include "html/escape.h"
#include "html/metadata.h"
#include "site/addresses.h"

namespace aushang::html {

SitemapPage sitemap_page(const PageInput& input) {
  SitemapPage page{page_address(input), input.rules.facts.posted, {}};
  if (input.alternates.empty()) return page;
  page.languages.push_back({input.language.empty() ? "en" : input.language, page.url});
  for (const Alternate& other : input.alternates) {
    page.languages.push_back({other.language, site::address_of(input.site->url, input.path, other.href)});
  }
  return page;
}

std::string write_sitemap(const std::vector<SitemapPage>& pages) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
      "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  for (const SitemapPage& page : pages) {
    out += "<url>\n<loc>" + escape_url(page.url) + "</loc>\n";
    if (page.changed) out += "<lastmod>" + base::to_string(*page.changed) + "</lastmod>\n";
    for (const Alternate& one : page.languages) {
      out += "<xhtml:link rel=\"alternate\" hreflang=\"" + escape(one.language) + "\" href=\"" +
             escape_url(one.href) + "\"/>\n";
    }
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

}  // namespace aushang::html
