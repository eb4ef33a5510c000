#pragma once
/// What a page shows of its site. What is in site.json is empty where that doesn't say it, or where there is
/// none (null).
#include <string>
#include <vector>

#include "i18n/words.h"
#include "site/site_config.h"

namespace aushang::html {

/// The link to the site's own style sheet, for the head; it comes after the one that it changes. Fonts that
/// every page needs are asked for with it, before anybody knows of them, so that text seldom changes its
/// look.
[[nodiscard]] std::string site_style(const site::SiteConfig* site, const std::string& to_files);

/// The logo. `beside` is what stands next to it: a logo that says the same again is named by nothing.
[[nodiscard]] std::string site_logo(const site::SiteConfig* site, const std::string& to_root,
                                    i18n::Language language, const std::string& beside);

/// A page in which the site says something about itself.
struct Notice {
  i18n::Word name;   ///< what links to it are called
  std::string href;  ///< relative to the page that links
};

/// A list for the footer: the site's pages about itself, its name, and the institution's own notices.
[[nodiscard]] std::string site_links(const std::vector<Notice>& notices, const site::SiteConfig* site,
                                     i18n::Language language);

/// The site's name as text, in the language or as it is written without one.
[[nodiscard]] std::string site_name(const site::SiteConfig* site, i18n::Language language);

}  // namespace aushang::html
