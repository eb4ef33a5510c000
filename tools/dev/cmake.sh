# Building a CMake preset: configured when something asks for it, then built by Ninja.

build_native() {
  ensure_native
  ensure_sources
  step "native build ($1)" configure_and_build "$1" host "$(native_identity)"
}

build_web() {
  ensure_native
  ensure_sources
  ensure_emscripten
  step "web build ($1)" configure_and_build "$1" "$emscripten_place" "$(emscripten_identity)"
}

build_fuzzers() {
  ensure_native
  ensure_sources
  ensure_clang
  step "fuzzers" configure_and_build fuzz host "$("clang++$clang_suffix" --version | sed -n 1p)" \
    "-DCMAKE_C_COMPILER=clang$clang_suffix" "-DCMAKE_CXX_COMPILER=clang++$clang_suffix"
}

native_identity() { "${CXX:-c++}" --version | sed -n 1p; }

# configure_and_build PRESET PLACE TOOLCHAIN [OPTION…]
configure_and_build() {
  local preset=$1 place=$2 toolchain=$3 folder=build/$1
  local settings
  shift 3
  settings=$(cat CMakePresets.json "$sources_list"; printf '%s\n' "$sources_folder" "$toolchain" "$project" "$AUSHANG_SHARED" "$@")
  settings=$(hash_of_text "$settings")
  forget_other_toolchain "$folder" "$toolchain"
  if [[ ! -f $folder/build.ninja || $(cat "$folder/.settings" 2>/dev/null) != "$settings" ]]; then
    # Not --fresh: that throws the objects away too.
    rm -f "$folder/CMakeCache.txt"
    at_place "$place" cmake --preset "$preset" "-DAUSHANG_SOURCES=$sources_folder" "-DAUSHANG_SHARED_DIR=$AUSHANG_SHARED" "$@"
    printf '%s' "$settings" >"$folder/.settings"
  fi
  at_place "$place" cmake --build --preset "$preset" --parallel "$(cpu_count)"
}

# Objects of another compiler, or of a checkout at another place, must not be mixed with new ones.
forget_other_toolchain() {
  local folder=$1 identity="$project $2"
  if [[ -f $folder/.toolchain && $(cat "$folder/.toolchain") != "$identity" ]]; then
    rm -rf "$folder" "${private_root:?}$project/$folder"
  fi
  mkdir -p "$folder"
  printf '%s' "$identity" >"$folder/.toolchain"
}

# run_ctest PRESET PLACE [OPTION…]
run_ctest() {
  local preset=$1 place=$2
  shift 2
  rm -f "build/$preset/Testing/Temporary/LastTest.log" "build/$preset/Testing/Temporary/LastTestsFailed.log"
  at_place "$place" ctest --preset "$preset" --parallel "$(cpu_count)" --no-tests=error "$@"
}
