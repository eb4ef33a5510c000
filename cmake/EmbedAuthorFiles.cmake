# cmake -DOUT=… -DASSETS=folder -P EmbedAuthorFiles.cmake: the lists of assets/author as C++ string literals.
cmake_minimum_required(VERSION 3.25)
file(READ "${ASSETS}/words.json" words)
file(READ "${ASSETS}/countries.txt" countries)
file(READ "${ASSETS}/zones.txt" zones)
file(WRITE "${OUT}" "// Made by cmake/EmbedAuthorFiles.cmake.
#include \"author/lexicon.h\"
#include \"author/place_names.h\"

namespace aushang::author {
const std::string_view k_words = R\"~~(${words})~~\";
const std::string_view k_countries = R\"~~(${countries})~~\";
const std::string_view k_zones = R\"~~(${zones})~~\";
}  // namespace aushang::author
")
