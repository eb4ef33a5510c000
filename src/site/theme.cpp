#include "site/theme.h"

#include <string_view>

namespace aushang::site {
namespace {

/// As much of the accent as leaves every text on it readable.
Colour soft_ground(Colour accent, Colour ink, Colour quiet) {
  for (int percent = 10; percent > 0; --percent) {
    const Colour ground = mix(accent, k_card, percent);
    const bool readable = contrast(accent, ground) >= k_text_contrast &&
                          contrast(ink, ground) >= k_text_contrast &&
                          contrast(quiet, ground) >= k_text_contrast;
    if (readable) return ground;
  }
  return k_card;
}

std::string colours(const Theme& theme) {
  const Colour paper = parse_colour(theme.paper).value_or(k_paper);
  const Colour ink = parse_colour(theme.ink).value_or(k_ink);
  const Colour accent = parse_colour(theme.accent).value_or(k_accent);
  std::string out;
  const auto set = [&out](std::string_view name, const std::string& value) {
    out.append("    --").append(name).append(": ").append(value).append(";\n");
  };
  if (!theme.paper.empty()) set("paper", to_string(paper));
  if (!theme.ink.empty()) set("ink", to_string(ink));
  const bool quiet_reads = contrast(k_ink_quiet, paper) >= k_text_contrast;
  if (!quiet_reads) set("ink-quiet", "var(--ink)");
  if (contrast(k_line_strong, paper) < k_line_contrast) set("line-strong", "var(--ink-quiet)");
  if (!theme.accent.empty()) set("accent", to_string(accent));
  if (!theme.accent.empty() || !theme.ink.empty())
    set("accent-soft", to_string(soft_ground(accent, ink, quiet_reads ? k_ink_quiet : ink)));
  return out;
}

}  // namespace

std::string write_theme(const Theme& theme) {
  std::string out;
  if (const std::string set = colours(theme); !set.empty())
    out += "@media (prefers-color-scheme: light) {\n  :root {\n" + set + "  }\n}\n";
  if (!theme.font.empty()) out += "body { font-family: " + theme.font + "; }\n";
  return out;
}

}  // namespace aushang::site
