# How our own targets are made. A module is a folder of src/, a namespace and one static library.

# Warnings, for our code only.
add_library(aushang_warnings INTERFACE)
target_compile_options(aushang_warnings INTERFACE
  -Wall -Wextra -Wconversion -Wswitch-enum -Wshadow -Werror
  # GCC 12 and 13 see overlapping copies in std::string's operator+ where there are none (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # libstdc++ 12's stable_sort calls what that library itself deprecates.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

# The core is built as the app builds it, without exceptions and RTTI. What links this (the command
# line, the tests) may throw; Emscripten needs to be told so.
add_library(aushang_no_exceptions INTERFACE)
target_compile_options(aushang_no_exceptions INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
add_library(aushang_exceptions INTERFACE)
# Node has exceptions of its own in WebAssembly; done in JavaScript, as they are otherwise, they are larger and slower.
set(aushang_exceptions_flag $<IF:$<BOOL:${AUSHANG_NODE}>,-fwasm-exceptions,-fexceptions>)
target_compile_options(aushang_exceptions INTERFACE $<$<COMPILE_LANGUAGE:CXX>:${aushang_exceptions_flag}>)
target_link_options(aushang_exceptions INTERFACE ${aushang_exceptions_flag})

# Sanitizers and coverage flags of the asan and fuzz presets reach the dependencies that read what others wrote, too.
set(AUSHANG_SANITIZE "" CACHE STRING "Comma-separated sanitizers, e.g. address,undefined")
if(AUSHANG_SANITIZE)
  add_compile_options(-fsanitize=${AUSHANG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # The vptr check needs RTTI, which the core is built without.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize=vptr>)
  if(NOT AUSHANG_FUZZ)
    # A check at each reference and each address is a third of a compiler's work; a null pointer that is read ends the program
    # anyway, and AddressSanitizer sees what lies beyond an object.
    add_compile_options(-fno-sanitize=null,alignment,object-size,pointer-overflow)
    # A program that may lie anywhere has all its addresses written in at each start, and the tests start it thousands of times.
    add_compile_options(-fno-pie)
    add_link_options(-no-pie)
  endif()
  add_link_options(-fsanitize=${AUSHANG_SANITIZE})
endif()

# aushang_trust(TARGET): a library that is tested elsewhere and reads nothing of strangers is built without sanitizers, except
# for the fuzzers.
function(aushang_trust target)
  if(AUSHANG_SANITIZE AND NOT AUSHANG_FUZZ)
    target_compile_options(${target} PRIVATE -fno-sanitize=all)
  endif()
endfunction()

# Precompiled headers, for what the tests wait for: reading the standard library is up to half of a compiler's work. Each of
# these is compiled once and serves all targets with the same flags; clang refuses one whose flags contradict. Only system
# headers stand in them, so that our own headers are compiled, and warned about, as ever. That every source includes what it
# uses is checked in tests/tools/includes.test.mjs, and by the presets without this (`dev`, `release`).
option(AUSHANG_PCH "Precompile the headers of the standard library (hides missing #includes)" OFF)
if(AUSHANG_PCH)
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch/empty.cpp" CONTENT "// A target needs a source.\n")
endif()

# Sources joined into few, for the preset `asan`: most of what a compiler does with a source is to read the headers. No two
# sources of a target may then have something of the same name in their unnamed namespaces.
option(AUSHANG_JOIN "Join the sources of each target before they are compiled" OFF)
function(aushang_join target)
  if(AUSHANG_JOIN)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
endfunction()

# What is tested is optimised as the preset says; the tests themselves, and GoogleTest, need not be.
add_library(aushang_tests_flags INTERFACE)
if(AUSHANG_JOIN)
  target_compile_options(aushang_tests_flags INTERFACE -O0)
endif()

# aushang_headers(NAME FLAGS targets whose flags it has [HEADERS more of them])
function(aushang_headers name)
  if(AUSHANG_PCH)
    cmake_parse_arguments(arg "" "" "FLAGS;HEADERS" ${ARGN})
    add_library(aushang_headers_${name} OBJECT EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/pch/empty.cpp")
    target_compile_features(aushang_headers_${name} PRIVATE cxx_std_20)
    target_link_libraries(aushang_headers_${name} PRIVATE aushang_warnings ${arg_FLAGS})
    target_precompile_headers(aushang_headers_${name} PRIVATE
      <algorithm> <array> <cstdint> <map> <optional> <span> <string> <string_view> <vector> ${arg_HEADERS})
  endif()
endfunction()

# aushang_use_headers(TARGET NAME)
function(aushang_use_headers target name)
  if(AUSHANG_PCH)
    target_precompile_headers(${target} REUSE_FROM aushang_headers_${name})
  endif()
endfunction()

aushang_headers(core FLAGS aushang_no_exceptions)
aushang_headers(throws FLAGS aushang_exceptions)
if(AUSHANG_TESTS)
  aushang_headers(tests FLAGS dep::gtest aushang_tests_flags HEADERS <gtest/gtest.h>)
endif()

# aushang_module(NAME SOURCES … [DEPENDS …] [THROWS])
function(aushang_module name)
  cmake_parse_arguments(arg "THROWS" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
  add_library(aushang_${name} STATIC ${arg_SOURCES})
  add_library(aushang::${name} ALIAS aushang_${name})
  target_include_directories(aushang_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_features(aushang_${name} PUBLIC cxx_std_20)
  aushang_join(aushang_${name})
  target_link_libraries(aushang_${name} PUBLIC ${arg_DEPENDS}
    PRIVATE $<BUILD_INTERFACE:aushang_warnings> ${arg_PRIVATE_DEPENDS})
  if(arg_THROWS)
    aushang_use_headers(aushang_${name} throws)
  else()
    target_link_libraries(aushang_${name} PRIVATE $<BUILD_INTERFACE:aushang_no_exceptions>)
    aushang_use_headers(aushang_${name} core)
  endif()
endfunction()

# A program that runs natively, or under Node when it is built as wasm (it then reads real files).
function(aushang_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_DEPENDS} $<BUILD_INTERFACE:aushang_warnings>)
  if(EMSCRIPTEN)
    # -O1: the objects are optimised as the preset says. Doing more while linking, as the app does, takes ten times as long.
    target_link_options(${name} PRIVATE -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1
      -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB -sINITIAL_MEMORY=64MB -O1)
  endif()
endfunction()

# aushang_unit_test(MODULE sources…): the tests of one module in one program, listed by CTest.
function(aushang_unit_test module)
  set(name test_${module})
  aushang_program(${name} SOURCES ${ARGN} DEPENDS aushang::${module} dep::gtest)
  target_compile_definitions(${name} PRIVATE
    AUSHANG_SOURCE_DIR="${PROJECT_SOURCE_DIR}" AUSHANG_SHARED_DIR="${AUSHANG_SHARED_DIR}")
  aushang_use_headers(${name} tests)
  aushang_join(${name})
  if(AUSHANG_JOIN)
    target_link_libraries(${name} PRIVATE aushang_tests_flags)
  endif()
  add_test(NAME unit.${module} COMMAND ${name} --gtest_brief=1)
endfunction()
