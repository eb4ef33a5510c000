#pragma once
/// The files of every site that are the same for all postings, built into the tool (shell/, assets/icons/).
#include <string_view>

namespace aushang::cli {

extern const std::string_view k_style_sheet;     ///< shell/aushang.css, then shell/paper.css
extern const std::string_view k_retired_worker;  ///< shell/sw/retired.js
extern const std::string_view k_privacy_en;      ///< assets/privacy/en.md
extern const std::string_view k_privacy_de;
extern const std::string_view k_accessibility_en;  ///< assets/accessibility/en.md
extern const std::string_view k_accessibility_de;
extern const std::string_view k_gone_en;  ///< assets/gone/en.md
extern const std::string_view k_gone_de;
extern const std::string_view k_icon;  ///< assets/icons/icon.svg

}  // namespace aushang::cli
