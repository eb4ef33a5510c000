#include "html/site_parts.h"

#include <cstddef>

#include "base/text.h"
#include "html/escape.h"
#include "site/fonts.h"
#include "site/theme.h"

namespace aushang::html {

using i18n::Word;

std::string site_name(const site::SiteConfig* site, i18n::Language language) {
  return site == nullptr ? std::string() : base::single_line(site->name.pick(i18n::tag_of(language)));
}

std::string site_style(const site::SiteConfig* site, const std::string& to_files) {
  if (site == nullptr || !site->has_style()) return {};
  std::string out;
  for (const std::size_t face : site::first_faces(*site)) {
    out += "<link rel=\"preload\" href=\"" + to_files + site::font_file(*site, face) +
           "\" as=\"font\" crossorigin=\"anonymous\" type=\"font/woff2\">\n";
  }
  out += "<link rel=\"stylesheet\" href=\"" + to_files + std::string(site::k_theme_file) + "\">\n";
  // In light mode the bar's colour is the manifest's, which knows no modes.
  if (!site->theme.dark.empty()) {
    out += "<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"" +
           site::dark_paper(site->theme) + "\">\n";
  }
  return out;
}

std::string site_logo(const site::SiteConfig* site, const std::string& to_root, i18n::Language language,
                      const std::string& beside) {
  if (site == nullptr || site->logo.empty()) return {};
  const std::string name = site_name(site, language);
  return "<img class=\"logo\" src=\"" + to_root + site::logo_file(*site) + "\" alt=\"" +
         escape(name == beside ? std::string() : name) + "\">";
}

std::string site_links(const std::vector<Notice>& notices, const site::SiteConfig* site,
                       i18n::Language language) {
  std::string items;
  const auto link = [&](const std::string& url, Word word) {
    if (url.empty()) return;
    items += "<li><a href=\"" + escape_url(url) + "\">" + escape(i18n::text(language, word)) + "</a></li>\n";
  };
  for (const Notice& notice : notices) link(notice.href, notice.name);
  if (const std::string name = site_name(site, language); !name.empty())
    items += "<li>" + escape(name) + "</li>\n";
  if (site != nullptr) {
    link(site->imprint, Word::site_imprint);
    link(site->privacy, Word::site_privacy);
    link(site->accessibility, Word::site_accessibility);
  }
  return items.empty() ? items : "<ul class=\"site\">\n" + items + "</ul>\n";
}

}  // namespace aushang::html
