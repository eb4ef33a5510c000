#pragma once
/// What all postings of a site share, as site.json says it (docs/site-json.md). `load` (site/load.h) makes
/// it. Everything in it has been checked: addresses are http or https, colours "#rrggbb" in lower case, files
/// stay in the folder of site.json. What isn't said is empty.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/local_text.h"
#include "i18n/words.h"

namespace aushang::site {

/// Colours of the pages in one scheme. Empty: the style sheet's own.
struct Colours {
  std::string accent;  ///< links and marks
  std::string paper;   ///< background
  std::string ink;     ///< text

  [[nodiscard]] bool empty() const { return accent.empty() && paper.empty() && ink.empty(); }
};

struct Theme {
  Colours light;
  Colours dark;
  std::string font;  ///< a CSS font-family list; empty: the style sheet's own

  [[nodiscard]] bool empty() const { return light.empty() && dark.empty() && font.empty(); }
};

/// A font that the site brings along: one face of a family (CSS Fonts 4, section 4).
struct FontFace {
  std::string family;  ///< letters, digits, "_", "-" and single spaces between them
  std::string file;    ///< a relative path with "/"
  int lightest = 400;  ///< the weights that it has, from 1 to 1000
  int heaviest = 400;
  bool is_italic = false;
  base::Position place = {};  ///< of `file` in site.json, for who finds that there is no such file
};

/// A posting that was on the site and isn't any more.
struct Gone {
  std::string folder;         ///< its folder's name, as it was: one step of a path
  base::Position place = {};  ///< in site.json
};

/// When a page may be kept for use without network: only if the reader asks for it, or once it was visited.
enum class Offline { on_request, on_visit };

struct SiteConfig {
  base::LocalText name;
  std::vector<i18n::Language> languages;  ///< of the interface, to offer; empty: all there are
  Theme theme;
  std::vector<FontFace> fonts;
  std::string logo;  ///< a relative path with "/"
  base::Position logo_place;
  std::string logo_dark;  ///< the same, for dark pages; only beside a `logo`
  base::Position logo_dark_place;
  std::string imprint;
  std::string privacy;
  std::string accessibility;
  std::string accessibility_contact;  ///< for complaints: an e-mail address or a web address
  Offline offline = Offline::on_request;
  std::string url;  ///< where the site will live; ends with "/"
  std::vector<std::string>
      embedded_in;  ///< origins of other sites whose pages may frame it: "https://x.example"
  std::vector<Gone> gone;
  base::Diagnostics warnings = {};

  /// Whether the site has a style sheet of its own, k_theme_file.
  [[nodiscard]] bool has_style() const { return !theme.empty() || !fonts.empty() || !logo_dark.empty(); }
};

/// Those of the interface that a site offers, in its order; never empty.
[[nodiscard]] std::vector<i18n::Language> languages_of(const SiteConfig* config);
/// The interface around a text in `language` (BCP 47): its own where we speak it, else the site's first.
[[nodiscard]] i18n::Language interface_for(std::string_view language, const SiteConfig* config);

/// The files of a site that come from site.json: below the site's root, where others than its pages may ask
/// for them,
inline constexpr std::string_view k_sitemap_file = "sitemap.xml";
/// "site-logo.svg"; empty without a logo.
[[nodiscard]] std::string logo_file(const SiteConfig& config);
/// and in the version's folder.
inline constexpr std::string_view k_theme_file = "site.css";
/// "site-logo-dark.svg"; empty without one.
[[nodiscard]] std::string logo_dark_file(const SiteConfig& config);
/// "site-font-1.woff2": faces that share a file are those of the first of them.
[[nodiscard]] std::string font_file(const SiteConfig& config, std::size_t face);

}  // namespace aushang::site
