# cmake -DWORDS_DIR=… -DOUT_DIR=… -P GenerateWords.cmake
#
# Turns assets/words/<language>.json into words.gen.h (enum class Word) and words.gen.inc (one table per language).
# Fails, naming every one, if a language lacks a key of English, has one too many, or leaves a text empty:
# so a page can never show a hole.

cmake_minimum_required(VERSION 3.25)

set(languages en de)
set(problems "")

foreach(language IN LISTS languages)
  file(READ "${WORDS_DIR}/${language}.json" json)
  string(JSON count LENGTH "${json}")
  math(EXPR last "${count} - 1")
  set(keys_${language} "")
  foreach(index RANGE ${last})
    string(JSON key MEMBER "${json}" ${index})
    list(APPEND keys_${language} "${key}")
    string(JSON type TYPE "${json}" "${key}")
    if(type STREQUAL "OBJECT")
      string(JSON one GET "${json}" "${key}" one)
      string(JSON other GET "${json}" "${key}" other)
    else()
      string(JSON one GET "${json}" "${key}")
      set(other "${one}")
    endif()
    if(one STREQUAL "" OR other STREQUAL "")
      string(APPEND problems "  ${language}.json: \"${key}\" is empty\n")
    endif()
    set(one_${language}_${key} "${one}")
    set(other_${language}_${key} "${other}")
  endforeach()
endforeach()

foreach(language IN LISTS languages)
  foreach(key IN LISTS keys_en)
    if(NOT key IN_LIST keys_${language})
      string(APPEND problems "  ${language}.json: \"${key}\" is missing\n")
    endif()
  endforeach()
  foreach(key IN LISTS keys_${language})
    if(NOT key IN_LIST keys_en)
      string(APPEND problems "  ${language}.json: \"${key}\" is unknown to en.json\n")
    endif()
  endforeach()
endforeach()
if(problems)
  message(FATAL_ERROR "UI words don't match:\n${problems}")
endif()

set(enum "")
set(names "")
foreach(key IN LISTS keys_en)
  string(REPLACE "." "_" name "${key}")
  string(APPEND enum "  ${name},\n")
  string(APPEND names "    \"${key}\",\n")
endforeach()
list(LENGTH keys_en count)

set(tables "constexpr std::array<std::string_view, ${count}> k_keys = {{\n${names}}};\n")
foreach(language IN LISTS languages)
  string(APPEND tables "constexpr std::array<Forms, ${count}> k_${language} = {{\n")
  foreach(key IN LISTS keys_en)
    string(APPEND tables
      "    {R\"~(${one_${language}_${key}})~\", R\"~(${other_${language}_${key}})~\"},\n")
  endforeach()
  string(APPEND tables "}};\n")
endforeach()

file(CONFIGURE OUTPUT "${OUT_DIR}/i18n/words.gen.h" CONTENT
"#pragma once
// Made from assets/words by cmake/GenerateWords.cmake.
namespace aushang::i18n {
enum class Word : unsigned short {
${enum}};
inline constexpr unsigned k_word_count = ${count};
}  // namespace aushang::i18n
" @ONLY)
file(WRITE "${OUT_DIR}/i18n/words.gen.inc" "// Made from assets/words by cmake/GenerateWords.cmake.\n${tables}")
