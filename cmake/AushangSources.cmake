# Pinned third-party sources (see sources.txt).
#
#   aushang_fetch(name)   makes ${name}_SOURCE_DIR known; the archive's hash is checked. The source's
#                         own CMakeLists.txt is not run: each library is built by our few lines in
#                         AushangDependencies.cmake, so its options can't drift under us.
#
# An archive in AUSHANG_SOURCES has the name of sources.txt, or `name-upstream.tar.gz` if it is
# upstream's own where Debian repacked it.

include(FetchContent)

set(AUSHANG_SOURCES "$ENV{AUSHANG_SOURCES}" CACHE PATH
    "Folders (;-separated) with the archives named in cmake/sources.txt, used instead of the network")

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/sources.txt")
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/sources.txt" AUSHANG_SOURCE_LINES REGEX "^[a-z]")

function(aushang_fetch name)
  foreach(line IN LISTS AUSHANG_SOURCE_LINES)
    string(REGEX REPLACE "[ \t]+" ";" field "${line}")
    list(GET field 0 field_name)
    if(field_name STREQUAL name)
      set(found "${field}")
    endif()
  endforeach()
  if(NOT DEFINED found)
    message(FATAL_ERROR "cmake/sources.txt has no line for '${name}'")
  endif()
  list(GET found 1 file)
  list(GET found 2 hash)
  list(GET found 4 upstream)
  list(GET found 5 upstream_hash)

  set(url "${upstream}")
  set(url_hash "${upstream_hash}")
  foreach(folder IN LISTS AUSHANG_SOURCES)
    if(EXISTS "${folder}/${file}")
      set(url "${folder}/${file}")
      set(url_hash "${hash}")
      break()
    elseif(EXISTS "${folder}/${name}-upstream.tar.gz")
      set(url "${folder}/${name}-upstream.tar.gz")
      break()
    endif()
  endforeach()

  # SOURCE_SUBDIR names a folder that isn't there: FetchContent then unpacks without add_subdirectory.
  FetchContent_Declare(${name} URL "${url}" URL_HASH SHA256=${url_hash}
    DOWNLOAD_EXTRACT_TIMESTAMP OFF SOURCE_SUBDIR no-build-of-its-own)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()
