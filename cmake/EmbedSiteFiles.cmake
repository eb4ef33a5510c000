# cmake -DOUT=… -DSTYLE_SHEET=… -DICON=… -DRETIRED_WORKER=… -DPRIVACY=folder -P EmbedSiteFiles.cmake: text files as C++ string literals.
cmake_minimum_required(VERSION 3.25)
file(READ "${STYLE_SHEET}" style_sheet)
file(READ "${ICON}" icon)
file(READ "${RETIRED_WORKER}" retired_worker)
file(READ "${PRIVACY}/en.md" privacy_en)
file(READ "${PRIVACY}/de.md" privacy_de)
# file(WRITE) keeps every character; a raw string literal needs only a delimiter that the text doesn't hold.
file(WRITE "${OUT}" "// Made by cmake/EmbedSiteFiles.cmake.
#include \"main/site_files.h\"

namespace aushang::cli {
const std::string_view k_style_sheet = R\"~~(${style_sheet})~~\";
const std::string_view k_retired_worker = R\"~~(${retired_worker})~~\";
const std::string_view k_privacy_en = R\"~~(${privacy_en})~~\";
const std::string_view k_privacy_de = R\"~~(${privacy_de})~~\";
const std::string_view k_icon = R\"~~(${icon})~~\";
}  // namespace aushang::cli
")
