#pragma once
/// What all postings of a site share, as site.json says it (docs/site-json.md). `load` (site/load.h) makes
/// it. Everything in it has been checked: addresses are http or https, colours "#rrggbb" in lower case, the
/// logo stays in the folder of site.json. What isn't said is empty.
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/local_text.h"
#include "i18n/words.h"

namespace aushang::site {

/// Colours of the light pages, and type. Empty: the style sheet's own.
struct Theme {
  std::string accent;  ///< links and marks
  std::string paper;   ///< background
  std::string ink;     ///< text
  std::string font;    ///< a CSS font-family list

  [[nodiscard]] bool empty() const { return accent.empty() && paper.empty() && ink.empty() && font.empty(); }
};

/// When a page may be kept for use without network: only if the reader asks for it, or once it was visited.
enum class Offline { on_request, on_visit };

struct SiteConfig {
  base::LocalText name;
  std::vector<i18n::Language> languages;  ///< of the interface, to offer; empty: all there are
  Theme theme;
  std::string logo;           ///< a relative path with "/"
  base::Position logo_place;  ///< of `logo` in site.json, for who finds that there is no such file
  std::string imprint;
  std::string privacy;
  std::string accessibility;
  std::string accessibility_contact;  ///< for complaints: an e-mail address or a web address
  Offline offline = Offline::on_request;
  std::string url;  ///< where the site will live; ends with "/"
  std::vector<std::string>
      embedded_in;  ///< origins of other sites whose pages may frame it: "https://x.example"
  base::Diagnostics warnings = {};
};

/// Those of the interface that a site offers, in its order; never empty.
[[nodiscard]] std::vector<i18n::Language> languages_of(const SiteConfig* config);
/// The interface around a text in `language` (BCP 47): its own where we speak it, else the site's first.
[[nodiscard]] i18n::Language interface_for(std::string_view language, const SiteConfig* config);

/// The files of a site that come from site.json, below the site's root.
inline constexpr std::string_view k_theme_file = "site.css";
inline constexpr std::string_view k_sitemap_file = "sitemap.xml";
/// "site-logo.svg"; empty without a logo.
[[nodiscard]] std::string logo_file(const SiteConfig& config);

}  // namespace aushang::site
