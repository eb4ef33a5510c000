#include "site/load_look.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "site/colour.h"
#include "site/fonts.h"
#include "site/shape.gen.h"
#include "site/theme.h"

namespace aushang::site {
namespace {

using base::Complaints;
using base::ObjectReader;
using base::Place;
using base::quoted;

// ---- files ------------------------------------------------------------------------------------------------

std::string what_is_wrong_with_path(std::string_view path, std::span<const std::string_view> endings,
                                    std::string_view which) {
  const auto is_fine = [](char c) {
    return base::is_ascii_alpha(c) || base::is_ascii_digit(c) ||
           std::string_view(" ._-/").find(c) != std::string_view::npos;
  };
  if (!std::all_of(path.begin(), path.end(), is_fine))
    return "name the file by plain letters, digits, spaces and . _ - with / between folders.";
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string_view step = rest.substr(0, slash);
    if (step.empty() || step == "." || step == "..")
      return "the file has to lie in the folder of site.json or below; write the way down to it.";
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  const std::string lower = base::to_ascii_lower(path);
  const std::string_view name = std::string_view(lower).substr(lower.rfind('/') + 1);
  const bool is_one = std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return name.ends_with(ending) && name.size() > ending.size();
  });
  return is_one ? std::string() : std::string(which);
}

// ---- colours ----------------------------------------------------------------------------------------------

/// How a scheme is spoken of.
struct SchemeWords {
  std::string_view paper;
  std::string_view card;
  std::string_view better_ink;    ///< than one that can't be read
  std::string_view better_paper;  ///< than one on which nothing can be read
};
constexpr SchemeWords k_light_words = {"the paper", "the white of the cards", "darker", "lighter"};
constexpr SchemeWords k_dark_words = {"the dark paper", "the dark cards", "lighter", "darker"};

/// A colour that was given wrongly is complained about once: nothing is compared with it.
struct GivenColour {
  Place place;
  Colour colour;
  bool is_known = true;
};

GivenColour read_colour(Complaints& complaints, const Place& place, Colour otherwise) {
  GivenColour given{place, otherwise};
  if (!place) return given;
  const std::string text = base::read_string(complaints, place);
  const std::optional<Colour> colour = parse_colour(text);
  given.is_known = colour.has_value();
  if (colour) {
    given.colour = *colour;
  } else if (!text.empty()) {
    complaints.error(
        "bad-colour", place.json->at, place.path,
        quoted(text) + " isn't a colour; write red, green and blue as in \"#0a5aa0\" or \"#05a\".");
  }
  return given;
}

/// "4.49": never rounded up to what is needed.
std::string say_ratio(double ratio) {
  const int hundredths = static_cast<int>(ratio * 100);
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (rest.size() == 1 ? ".0" : ".") + rest + ":1";
}

void check_contrast(Complaints& complaints, std::string_view name, const GivenColour& text,
                    const GivenColour& paper, const Scheme& scheme, const SchemeWords& words) {
  const bool is_given = text.place || paper.place;
  if (!is_given || !text.is_known || !paper.is_known) return;
  const double on_paper = contrast(text.colour, paper.colour);
  const double on_card = contrast(text.colour, scheme.card);
  if (std::min(on_paper, on_card) >= k_text_contrast) return;
  const bool is_paper = on_paper <= on_card;
  const Place& place = text.place ? text.place : paper.place;
  complaints.error("low-contrast", place.json->at, place.path,
                   "the " + std::string(name) + " " + to_string(text.colour) + " has a contrast of " +
                       say_ratio(is_paper ? on_paper : on_card) + " against " +
                       std::string(is_paper ? words.paper : words.card) + " " +
                       to_string(is_paper ? paper.colour : scheme.card) +
                       "; to be readable it needs at least 4.5:1 (WCAG 2.2, 1.4.3). Choose a " +
                       (text.place ? std::string(words.better_ink) + " " + std::string(name)
                                   : std::string(words.better_paper) + " paper") +
                       ".");
}

Colours read_colours(Complaints& complaints, const ObjectReader& object, const Scheme& scheme,
                     const SchemeWords& words) {
  const GivenColour accent = read_colour(complaints, object.member("accent"), scheme.accent);
  const GivenColour paper = read_colour(complaints, object.member("paper"), scheme.paper);
  const GivenColour ink = read_colour(complaints, object.member("ink"), scheme.ink);
  check_contrast(complaints, "accent", accent, paper, scheme, words);
  check_contrast(complaints, "ink", ink, paper, scheme, words);
  const auto text = [](const GivenColour& given) {
    return given.place ? to_string(given.colour) : std::string();
  };
  return {text(accent), text(paper), text(ink)};
}

// ---- fonts ------------------------------------------------------------------------------------------------

std::string read_font(Complaints& complaints, const Place& place) {
  std::string text = base::read_string(complaints, place);
  if (text.empty() || parse_families(text)) return text;
  complaints.error(
      "bad-font", place.json->at, place.path,
      quoted(text) +
          " isn't a list of fonts; write names with commas between them, as in \"'Source Sans 3', "
          "system-ui, sans-serif\".");
  return {};
}

/// A family's name goes into a style sheet in quotation marks, and the theme names it.
std::string read_family(Complaints& complaints, const Place& place) {
  std::string name = base::read_string(complaints, place);
  const auto is_fine = [](char c) {
    return base::is_ascii_alpha(c) || base::is_ascii_digit(c) || c == '_' || c == '-' || c == ' ';
  };
  const bool has_odd_space =
      name.starts_with(' ') || name.ends_with(' ') || name.find("  ") != std::string::npos;
  if (std::all_of(name.begin(), name.end(), is_fine) && !has_odd_space) return name;
  complaints.error("bad-font", place.json->at, place.path,
                   quoted(name) +
                       " can't be the name of a font here; write plain letters, digits, _ and -, with one "
                       "space between words, as in \"Source Sans 3\".");
  return {};
}

/// Takes a weight off the text, from 1 to 1000 and without leading zeros.
std::optional<int> take_weight(std::string_view& text) {
  constexpr std::size_t k_digits = 4;
  int weight = 0;
  std::size_t digits = 0;
  while (digits < std::min(text.size(), k_digits) && base::is_ascii_digit(text[digits]))
    weight = weight * 10 + (text[digits++] - '0');
  const bool is_weight = weight >= 1 && weight <= 1000 && text.front() != '0';
  text.remove_prefix(digits);
  return is_weight ? std::optional(weight) : std::nullopt;
}

std::optional<std::pair<int, int>> parse_weights(std::string_view text) {
  const std::optional<int> one = take_weight(text);
  if (!one) return std::nullopt;
  if (text.empty()) return std::pair(*one, *one);
  if (!text.starts_with(' ')) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<int> other = take_weight(text);
  if (!other || !text.empty()) return std::nullopt;
  return std::minmax(*one, *other);  // either order is good for browsers (CSS Fonts 4, section 4.4)
}

void read_weights(Complaints& complaints, const Place& place, FontFace& face) {
  if (!place) return;
  std::optional<std::pair<int, int>> weights;
  if (const double* number = place.json->number(); number != nullptr) {
    if (*number >= 1 && *number <= 1000 && *number == std::floor(*number))
      weights = std::pair(static_cast<int>(*number), static_cast<int>(*number));
  } else if (const std::string* text = place.json->string(); text != nullptr) {
    weights = parse_weights(*text);
  }
  if (weights) {
    std::tie(face.lightest, face.heaviest) = *weights;
    return;
  }
  complaints.error(
      "bad-value", place.json->at, place.path,
      "a weight from 1 to 1000 was expected, such as 400, or the two ends of what a variable font "
      "has, such as \"100 900\".");
}

FontFace read_face(Complaints& complaints, const Place& place) {
  constexpr std::string_view endings[] = {".woff2"};
  const ObjectReader object(complaints, place, shape::k_fonts);
  FontFace face;
  face.family = read_family(complaints, object.member("family"));
  const Place file = object.member("file");
  face.file = read_path(complaints, file, endings, "bring the font as .woff2, which all browsers read.");
  if (file) face.place = file.json->at;
  read_weights(complaints, object.member("weight"), face);
  face.is_italic = base::read_name(complaints, object.member("style"), shape::k_style_names).value_or(0) == 1;
  return face;
}

}  // namespace

std::string read_path(Complaints& complaints, const Place& place, std::span<const std::string_view> endings,
                      std::string_view which) {
  std::string path = base::read_string(complaints, place);
  if (path.empty()) return path;
  const std::string problem = what_is_wrong_with_path(path, endings, which);
  if (problem.empty()) return path;
  complaints.error("bad-path", place.json->at, place.path, quoted(path) + " can't be used: " + problem);
  return {};
}

Theme read_theme(Complaints& complaints, const Place& place) {
  Theme theme;
  if (!place) return theme;
  const ObjectReader object(complaints, place, shape::k_theme);
  theme.light = read_colours(complaints, object, k_light, k_light_words);
  if (const Place dark = object.member("dark"); dark) {
    const ObjectReader colours(complaints, dark, shape::k_dark);
    theme.dark = read_colours(complaints, colours, k_dark, k_dark_words);
  }
  theme.font = read_font(complaints, object.member("font"));
  return theme;
}

std::vector<FontFace> read_fonts(Complaints& complaints, const Place& place, const Theme& theme) {
  std::vector<FontFace> faces;
  for (const Place& element : base::read_nonempty_list(complaints, place, "font")) {
    FontFace face = read_face(complaints, element);
    if (face.family.empty() || face.file.empty()) continue;
    const auto is_same_family = [&](const FontFace& other) {
      return base::to_ascii_lower(other.family) == base::to_ascii_lower(face.family);
    };
    const auto is_same = [&](const FontFace& other) {
      return is_same_family(other) && other.is_italic == face.is_italic && other.lightest == face.lightest &&
             other.heaviest == face.heaviest;
    };
    if (std::any_of(faces.begin(), faces.end(), is_same)) {
      complaints.error("duplicate-font", element.json->at, element.path,
                       quoted(face.family) + " is there in this weight and style already; keep one.");
    }
    if (!is_in_use(theme, face.family) && std::none_of(faces.begin(), faces.end(), is_same_family)) {
      complaints.warn("unused-font", element.json->at, element.path,
                      "no text is set in " + quoted(face.family) +
                          "; name it in the theme's list of fonts, as in \"font\": \"'" + face.family +
                          "', sans-serif\".");
    }
    faces.push_back(std::move(face));
  }
  return faces;
}

}  // namespace aushang::site
