#pragma once
/// The fonts that a site brings along: which of them its text is set in, and how a style sheet names them.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/site_config.h"

namespace aushang::site {

/// The style sheet's own list of fonts; a test keeps it equal.
inline constexpr std::string_view k_fonts =
    "Inter, system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", sans-serif";

/// The families of a CSS font list, bare or in quotation marks (CSS Fonts 4, section 2.1), without these and
/// in lower case, as their case doesn't count. Nothing if the text is anything else: it goes into a style
/// sheet as it stands, so there may be no brackets, no escapes, no open quotation.
[[nodiscard]] std::optional<std::vector<std::string>> parse_families(std::string_view list);

/// Whether text is set in a family: whether the theme's list, or else the style sheet's, names it.
[[nodiscard]] bool is_in_use(const Theme& theme, std::string_view family);

/// The faces that every page needs at once: those in which the first family of the list has plain text and
/// headings. Indices in `fonts`, each once; none if the site doesn't bring that family.
[[nodiscard]] std::vector<std::size_t> first_faces(const SiteConfig& config);

/// The @font-face rules for a style sheet that lies beside the files. Until a face is there, text is shown in
/// the next font of the list.
[[nodiscard]] std::string write_font_faces(const SiteConfig& config);

}  // namespace aushang::site
