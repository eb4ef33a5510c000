#include "site/colour.h"

#include <algorithm>
#include <cmath>

namespace aushang::site {
namespace {

std::optional<std::uint8_t> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return std::nullopt;
}

/// WCAG 2.2, "relative luminance".
double luminance(Colour colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text.front() != '#') return std::nullopt;
  const std::size_t digits = (text.size() - 1) / 3;
  Colour colour = {};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::optional<std::uint8_t> high = hex_digit(text[1 + i * digits]);
    const std::optional<std::uint8_t> low = hex_digit(text[i * digits + digits]);
    if (!high || !low) return std::nullopt;
    colour[i] = static_cast<std::uint8_t>(*high * 16 + *low);
  }
  return colour;
}

std::string to_string(Colour colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t channel : colour) {
    out += digits[channel / 16u];
    out += digits[channel % 16u];
  }
  return out;
}

double contrast(Colour a, Colour b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Colour mix(Colour a, Colour b, int percent) {
  Colour out = {};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::uint8_t>((a[i] * percent + b[i] * (100 - percent) + 50) / 100);
  return out;
}

}  // namespace aushang::site
