# cmake -DOUT=… -DASSETS=folder -P EmbedAuthorFiles.cmake: the lists of assets/author as C++ string literals.
cmake_minimum_required(VERSION 3.25)
file(READ "${ASSETS}/words.json" words)
file(WRITE "${OUT}" "// Made by cmake/EmbedAuthorFiles.cmake.
#include \"author/lexicon.h\"

namespace aushang::author {
const std::string_view k_words = R\"~~(${words})~~\";
}  // namespace aushang::author
")
