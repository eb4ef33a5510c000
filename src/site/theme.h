#pragma once
/// A theme as a style sheet, to be linked after shell/aushang.css.
#include <string>

#include "site/colour.h"
#include "site/site_config.h"

namespace aushang::site {

/// Custom properties of that style sheet's light pages that a theme stands against; a test keeps them equal.
inline constexpr Colour k_paper = {0xfb, 0xfa, 0xf7};
inline constexpr Colour k_card = {0xff, 0xff, 0xff};
inline constexpr Colour k_ink = {0x1c, 0x20, 0x26};
inline constexpr Colour k_ink_quiet = {0x56, 0x5d, 0x68};
inline constexpr Colour k_line_strong = {0x86, 0x8b, 0x94};
inline constexpr Colour k_accent = {0x0a, 0x5a, 0xa0};

/// Colours only where the reader's scheme is light: what suits white paper is too dark for a dark page. What
/// follows from the given colours (the accent's soft ground, the quiet ink and lines where the paper is too
/// dark for the usual ones) is worked out here, so that all text keeps its contrast. Empty for an empty
/// theme.
[[nodiscard]] std::string write_theme(const Theme& theme);

}  // namespace aushang::site
