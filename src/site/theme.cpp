#include "site/theme.h"

#include <string_view>

#include "site/fonts.h"

namespace aushang::site {
namespace {

/// As much of the accent as leaves every text on it readable.
Colour soft_ground(Colour accent, Colour ink, Colour quiet, Colour card) {
  for (int percent = 10; percent > 0; --percent) {
    const Colour ground = mix(accent, card, percent);
    const bool readable = contrast(accent, ground) >= k_text_contrast &&
                          contrast(ink, ground) >= k_text_contrast &&
                          contrast(quiet, ground) >= k_text_contrast;
    if (readable) return ground;
  }
  return card;
}

/// Declarations. The style sheet's own dark rules set all of these properties, so that those of a light page
/// end where a dark one begins; a test sees to that.
std::string declarations(const Colours& given, const Scheme& own) {
  const Colour paper = parse_colour(given.paper).value_or(own.paper);
  const Colour ink = parse_colour(given.ink).value_or(own.ink);
  const Colour accent = parse_colour(given.accent).value_or(own.accent);
  std::string out;
  const auto set = [&out](std::string_view name, const std::string& value) {
    out.append("  --").append(name).append(": ").append(value).append(";\n");
  };
  if (!given.paper.empty()) set("paper", to_string(paper));
  if (!given.ink.empty()) set("ink", to_string(ink));
  const bool quiet_reads = contrast(own.ink_quiet, paper) >= k_text_contrast;
  if (!quiet_reads) set("ink-quiet", "var(--ink)");
  if (contrast(own.line_strong, paper) < k_line_contrast) set("line-strong", "var(--ink-quiet)");
  if (!given.accent.empty()) set("accent", to_string(accent));
  if (!given.accent.empty() || !given.ink.empty()) {
    const Colour quiet = quiet_reads ? own.ink_quiet : ink;
    set("accent-soft", to_string(soft_ground(accent, ink, quiet, own.card)));
  }
  return out;
}

/// A rule for dark pages, whether the system wants them or the page: `inside` is what within the root element
/// it is for, with a space before it, or nothing. The selectors are the style sheet's.
std::string when_dark(std::string_view inside, const std::string& declarations) {
  const std::string rule = std::string(inside) + " {\n" + declarations + "}\n";
  return "@media (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"])" + rule +
         "}\n:root[data-theme=\"dark\"]" + rule;
}

}  // namespace

std::string write_style(const SiteConfig& config) {
  const Theme& theme = config.theme;
  std::string out = write_font_faces(config);
  if (const std::string light = declarations(theme.light, k_light); !light.empty())
    out += ":root {\n" + light + "}\n";
  if (const std::string dark = declarations(theme.dark, k_dark); !dark.empty()) out += when_dark("", dark);
  // The same element shows another picture, so it has one name; paper is white whatever the screen is.
  if (const std::string logo = logo_dark_file(config); !logo.empty()) {
    out += "@media not print {\n" + when_dark(" .logo", "  content: url(\"" + logo + "\");\n") + "}\n";
  }
  if (!theme.font.empty()) out += "body { font-family: " + theme.font + "; }\n";
  return out;
}

std::string dark_paper(const Theme& theme) {
  return theme.dark.paper.empty() ? to_string(k_dark.paper) : theme.dark.paper;
}

}  // namespace aushang::site
