#pragma once
/// The parts of site.json that say what a site looks like: theme, fonts, files. For site/load.cpp only.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "site/site_config.h"

namespace aushang::site {

/// Each gives what is right, after a complaint about the rest; nothing where `place` has no value.

/// A way down from the folder of site.json to a file with one of these endings (in lower case); `which` says
/// as a sentence which files are taken.
[[nodiscard]] std::string read_path(base::Complaints& complaints, const base::Place& place,
                                    std::span<const std::string_view> endings, std::string_view which);
[[nodiscard]] Theme read_theme(base::Complaints& complaints, const base::Place& place);
/// Warns of a family that `theme` doesn't name.
[[nodiscard]] std::vector<FontFace> read_fonts(base::Complaints& complaints, const base::Place& place,
                                               const Theme& theme);

}  // namespace aushang::site
