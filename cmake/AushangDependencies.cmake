# One target per library, SYSTEM so that our warnings stay about our code.

aushang_fetch(md4c)
add_library(dep_md4c STATIC
  "${md4c_SOURCE_DIR}/src/md4c.c" "${md4c_SOURCE_DIR}/src/entity.c")
target_include_directories(dep_md4c SYSTEM PUBLIC "${md4c_SOURCE_DIR}/src")
add_library(dep::md4c ALIAS dep_md4c)
set(AUSHANG_MD4C_DIR "${md4c_SOURCE_DIR}")

aushang_fetch(nlohmann)
add_library(dep_nlohmann INTERFACE)
target_include_directories(dep_nlohmann SYSTEM INTERFACE "${nlohmann_SOURCE_DIR}/single_include")
target_compile_definitions(dep_nlohmann INTERFACE JSON_NOEXCEPTION JSON_NO_IO)
add_library(dep::nlohmann ALIAS dep_nlohmann)

# The tools below serve the command line alone; they may throw.
aushang_fetch(yaml-cpp)
file(GLOB yaml_sources "${yaml-cpp_SOURCE_DIR}/src/*.cpp")
add_library(dep_yaml STATIC ${yaml_sources})
target_include_directories(dep_yaml SYSTEM PUBLIC "${yaml-cpp_SOURCE_DIR}/include")
target_compile_definitions(dep_yaml PUBLIC YAML_CPP_STATIC_DEFINE)
target_link_libraries(dep_yaml PUBLIC aushang_exceptions)
add_library(dep::yaml ALIAS dep_yaml)

aushang_fetch(toml11)
add_library(dep_toml INTERFACE)
target_include_directories(dep_toml SYSTEM INTERFACE "${toml11_SOURCE_DIR}/include")
target_link_libraries(dep_toml INTERFACE aushang_exceptions)
add_library(dep::toml ALIAS dep_toml)

aushang_fetch(gumbo)
file(GLOB gumbo_sources "${gumbo_SOURCE_DIR}/src/*.c")
add_library(dep_gumbo STATIC ${gumbo_sources})
target_include_directories(dep_gumbo SYSTEM PUBLIC "${gumbo_SOURCE_DIR}/src")
add_library(dep::gumbo ALIAS dep_gumbo)

if(AUSHANG_TESTS)
  aushang_fetch(googletest)
  set(gtest_dir "${googletest_SOURCE_DIR}/googletest")
  add_library(dep_gtest STATIC "${gtest_dir}/src/gtest-all.cc" "${gtest_dir}/src/gtest_main.cc")
  target_include_directories(dep_gtest SYSTEM PUBLIC "${gtest_dir}/include" PRIVATE "${gtest_dir}")
  target_compile_features(dep_gtest PUBLIC cxx_std_20)
  find_package(Threads)
  if(Threads_FOUND AND NOT EMSCRIPTEN)
    target_link_libraries(dep_gtest PUBLIC Threads::Threads)
  else()
    target_compile_definitions(dep_gtest PUBLIC GTEST_HAS_PTHREAD=0)
  endif()
  target_link_libraries(dep_gtest PUBLIC aushang_exceptions)
  add_library(dep::gtest ALIAS dep_gtest)
endif()

if(AUSHANG_BENCH)
  aushang_fetch(benchmark)
  file(GLOB benchmark_sources "${benchmark_SOURCE_DIR}/src/*.cc")
  list(FILTER benchmark_sources EXCLUDE REGEX "benchmark_main\\.cc$")
  add_library(dep_benchmark STATIC ${benchmark_sources})
  target_include_directories(dep_benchmark SYSTEM PUBLIC "${benchmark_SOURCE_DIR}/include")
  target_compile_definitions(dep_benchmark PUBLIC BENCHMARK_STATIC_DEFINE
    PRIVATE BENCHMARK_VERSION="1.9.1" HAVE_STD_REGEX HAVE_STEADY_CLOCK NDEBUG)
  find_package(Threads REQUIRED)
  target_link_libraries(dep_benchmark PUBLIC Threads::Threads)
  add_library(dep::benchmark ALIAS dep_benchmark)

  # md4c's own renderer is the yardstick of the speed budget.
  add_library(dep_md4c_html STATIC "${md4c_SOURCE_DIR}/src/md4c-html.c")
  target_link_libraries(dep_md4c_html PUBLIC dep_md4c)
  add_library(dep::md4c_html ALIAS dep_md4c_html)
endif()
