# cmake -DOUT=… -DSTYLE_SHEETS="…|…" -DRETIRED_WORKER=… -DASSETS=folder -P EmbedSiteFiles.cmake: text files as C++ string literals.
cmake_minimum_required(VERSION 3.25)
string(REPLACE "|" ";" style_sheets "${STYLE_SHEETS}")
foreach(file IN LISTS style_sheets)
  file(READ "${file}" text)
  string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/\n*" "" text "${text}") # comments are for who writes it
  string(APPEND style_sheet "${text}")
endforeach()
file(READ "${ASSETS}/icons/icon.svg" icon)
file(READ "${RETIRED_WORKER}" retired_worker)
foreach(notice privacy accessibility gone)
  foreach(language en de)
    file(READ "${ASSETS}/${notice}/${language}.md" text)
    string(APPEND notices "const std::string_view k_${notice}_${language} = R\"~~(${text})~~\";\n")
  endforeach()
endforeach()
# file(WRITE) keeps every character; a raw string literal needs only a delimiter that the text doesn't hold.
file(WRITE "${OUT}" "// Made by cmake/EmbedSiteFiles.cmake.
#include \"main/site_files.h\"

namespace aushang::cli {
const std::string_view k_style_sheet = R\"~~(${style_sheet})~~\";
const std::string_view k_retired_worker = R\"~~(${retired_worker})~~\";
${notices}const std::string_view k_icon = R\"~~(${icon})~~\";
}  // namespace aushang::cli
")
