#pragma once
/// What a page shows of site.json. Each is empty where that doesn't say it, or where there is none (null).
#include <string>

#include "i18n/words.h"
#include "site/site_config.h"

namespace aushang::html {

/// The link to the theme, for the head; it comes after the style sheet that it changes.
[[nodiscard]] std::string site_style(const site::SiteConfig* site, const std::string& to_root);

/// The logo. `beside` is what stands next to it: a logo that says the same again is named by nothing.
[[nodiscard]] std::string site_logo(const site::SiteConfig* site, const std::string& to_root,
                                    i18n::Language language, const std::string& beside);

/// The site's name, legal notice and privacy notice, for the footer.
[[nodiscard]] std::string site_links(const site::SiteConfig* site, i18n::Language language);

/// The site's name as text, in the language or as it is written without one.
[[nodiscard]] std::string site_name(const site::SiteConfig* site, i18n::Language language);

}  // namespace aushang::html
