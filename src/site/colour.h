#pragma once
/// Colours in sRGB, and how well they can be told apart.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aushang::site {

using Colour = std::array<std::uint8_t, 3>;  ///< red, green, blue

/// "#rgb" or "#rrggbb" in either case (CSS Color 4, section 5.2), without alpha.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);
[[nodiscard]] std::string to_string(Colour colour);  ///< "#rrggbb"

/// From 1 (the same) to 21 (black and white); WCAG 2.2, "contrast ratio".
[[nodiscard]] double contrast(Colour a, Colour b);

/// `percent` of `a`, the rest of `b`.
[[nodiscard]] Colour mix(Colour a, Colour b, int percent);

/// What text needs (WCAG 2.2, 1.4.3), and what lines need that tell something (1.4.11).
inline constexpr double k_text_contrast = 4.5;
inline constexpr double k_line_contrast = 3.0;

}  // namespace aushang::site
