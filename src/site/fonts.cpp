#include "site/fonts.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace aushang::site {
namespace {

/// Of plain text and of headings in the style sheet.
constexpr int k_text_weights[] = {400, 650};

bool is_word_part(char c) {
  return base::is_ascii_alpha(c) || base::is_ascii_digit(c) || c == '_' || c == '-';
}

bool is_identifier(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  return !word.empty() && (base::is_ascii_alpha(word.front()) || word.front() == '_') &&
         std::all_of(word.begin(), word.end(), is_word_part);
}

std::string_view without_spaces_around(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<std::string> quoted_family(std::string_view family) {
  const char quote = family.front();
  const std::string_view inner = family.substr(1, family.size() < 2 ? 0 : family.size() - 2);
  const auto is_fine = [](char c) { return is_word_part(c) || c == ' '; };
  if (inner.empty() || family.back() != quote || !std::all_of(inner.begin(), inner.end(), is_fine))
    return std::nullopt;
  return std::string(inner);
}

/// Words with one space or several between them, which count as one.
std::optional<std::string> bare_family(std::string_view family) {
  std::string out;
  while (!family.empty()) {
    const std::size_t space = family.find(' ');
    const std::string_view word = family.substr(0, space);
    if (!is_identifier(word)) return std::nullopt;
    out.append(out.empty() ? "" : " ").append(word);
    family =
        space == std::string_view::npos ? std::string_view() : without_spaces_around(family.substr(space));
  }
  return out.empty() ? std::nullopt : std::optional(out);
}

std::vector<std::string> families_of(const Theme& theme) {
  return parse_families(theme.font.empty() ? k_fonts : std::string_view(theme.font))
      .value_or(std::vector<std::string>());
}

/// How late a face's turn comes when a weight is looked for (CSS Fonts 4, section 5.2): from a regular weight
/// first up to 500, then down, then up; from a bold one first up, then down.
int turn_of(const FontFace& face, int wanted) {
  constexpr int k_after_all = 1000;  // the largest distance
  const int nearest = std::clamp(wanted, face.lightest, face.heaviest);
  const int distance = std::abs(nearest - wanted);
  if (nearest == wanted || (wanted <= 500 && nearest > wanted && nearest <= 500)) return distance;
  const bool is_second = (nearest > wanted) == (wanted > 500);
  return distance + (is_second ? 1 : 2) * k_after_all;
}

}  // namespace

std::optional<std::vector<std::string>> parse_families(std::string_view list) {
  std::vector<std::string> families;
  while (true) {
    const std::size_t comma = list.find(',');
    const std::string_view one = without_spaces_around(list.substr(0, comma));
    if (one.empty()) return std::nullopt;
    const bool is_quoted = one.front() == '\'' || one.front() == '"';
    const std::optional<std::string> family = is_quoted ? quoted_family(one) : bare_family(one);
    if (!family) return std::nullopt;
    families.push_back(base::to_ascii_lower(*family));
    if (comma == std::string_view::npos) return families;
    list.remove_prefix(comma + 1);
  }
}

bool is_in_use(const Theme& theme, std::string_view family) {
  const std::vector<std::string> families = families_of(theme);
  return std::find(families.begin(), families.end(), base::to_ascii_lower(family)) != families.end();
}

std::vector<std::size_t> first_faces(const SiteConfig& config) {
  const std::vector<std::string> families = families_of(config.theme);
  std::vector<std::size_t> out;
  if (families.empty()) return out;
  for (const int weight : k_text_weights) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < config.fonts.size(); ++i) {
      const FontFace& face = config.fonts[i];
      if (face.is_italic || base::to_ascii_lower(face.family) != families.front()) continue;
      if (!best || turn_of(face, weight) < turn_of(config.fonts[*best], weight)) best = i;
    }
    if (best && std::find(out.begin(), out.end(), *best) == out.end()) out.push_back(*best);
  }
  return out;
}

std::string write_font_faces(const SiteConfig& config) {
  std::string out;
  for (std::size_t i = 0; i < config.fonts.size(); ++i) {
    const FontFace& face = config.fonts[i];
    const std::string lightest = std::to_string(face.lightest);
    out += "@font-face { font-family: \"" + face.family +
           "\"; font-style: " + (face.is_italic ? "italic" : "normal") + "; font-weight: " + lightest +
           (face.heaviest == face.lightest ? "" : " " + std::to_string(face.heaviest)) +
           "; font-display: swap; src: url(\"" + font_file(config, i) + "\") format(\"woff2\"); }\n";
  }
  return out;
}

}  // namespace aushang::site
