#pragma once
/// What a site looks like, as a style sheet to be linked after shell/aushang.css.
#include <string>

#include "site/colour.h"
#include "site/site_config.h"

namespace aushang::site {

/// Custom properties of that style sheet that a theme stands against; a test keeps them equal.
struct Scheme {
  Colour paper;
  Colour card;
  Colour ink;
  Colour ink_quiet;
  Colour line_strong;
  Colour accent;
};

inline constexpr Scheme k_light = {.paper = {0xfb, 0xfa, 0xf7},
                                   .card = {0xff, 0xff, 0xff},
                                   .ink = {0x1c, 0x20, 0x26},
                                   .ink_quiet = {0x56, 0x5d, 0x68},
                                   .line_strong = {0x86, 0x8b, 0x94},
                                   .accent = {0x0a, 0x5a, 0xa0}};
inline constexpr Scheme k_dark = {.paper = {0x14, 0x16, 0x1a},
                                  .card = {0x1c, 0x1f, 0x25},
                                  .ink = {0xe9, 0xe7, 0xe2},
                                  .ink_quiet = {0xa5, 0xab, 0xb5},
                                  .line_strong = {0x7a, 0x81, 0x8c},
                                  .accent = {0x7d, 0xb8, 0xee}};

/// Fonts, colours and the picture for dark pages, of a site whose other files lie beside the style sheet.
/// Each colour counts in its scheme only, by the system's wish or by the page's: what suits white paper is
/// too dark for a dark page. What follows from the given colours (the accent's soft ground, the quiet ink and
/// lines where the paper is too near to the usual ones) is worked out here, so that all text keeps its
/// contrast. Empty where nothing is given.
[[nodiscard]] std::string write_style(const SiteConfig& config);

/// The colour of a dark page's background.
[[nodiscard]] std::string dark_paper(const Theme& theme);

}  // namespace aushang::site
