#pragma once
/// The parts of site.json that say what a site looks like: theme, fonts, files. For site/load.cpp only.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/reader.h"
#include "site/site_config.h"

namespace aushang::site {

/// Each gives what is right, after a complaint about the rest; nothing where `place` has no value.

/// A way down from the folder of site.json to a file with one of these endings (in lower case); `which` says
/// as a sentence which files are taken.
[[nodiscard]] std::string read_path(rules::Complaints& complaints, const rules::Place& place,
                                    std::span<const std::string_view> endings, std::string_view which);
[[nodiscard]] Theme read_theme(rules::Complaints& complaints, const rules::Place& place);
/// Warns of a family that `theme` doesn't name.
[[nodiscard]] std::vector<FontFace> read_fonts(rules::Complaints& complaints, const rules::Place& place,
                                               const Theme& theme);

}  // namespace aushang::site
