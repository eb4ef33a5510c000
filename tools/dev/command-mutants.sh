# ./dev mutants [name…]: whether the tests notice the faults of tests/mutants/list.mjs. tools/mutants.mjs puts them in, in
# a clone with builds of its own; here is what it needs of this machine, and how one of its builds is made.

command_mutants() {
  local kinds
  if [[ ${1:-} == --build ]]; then
    shift
    build_for_mutants "$@"
    return
  fi
  ensure_node "$minimum_node_testing"
  kinds=$(node tools/mutants.mjs --kinds "$@") || exit 2
  ensure_npm_packages
  has git || fail "Missing: git. Install it, then run ./dev mutants again."
  ensure_native
  ensure_sources
  if [[ $kinds == *fuzz* ]]; then ensure_clang; fi
  if [[ $kinds == *page* ]]; then
    ensure_emscripten
    ensure_test_chromium
    ensure_fonts
  fi
  rm -rf "$run_folder"
  exec node tools/mutants.mjs "$@"
}

# build_for_mutants PRESET TARGET…: these targets alone, in the checkout that AUSHANG_MUTANTS_TREE names; as
# configure_and_build does it here.
build_for_mutants() {
  local preset=$1 place=host options=() settings
  shift
  project=$AUSHANG_MUTANTS_TREE
  sources_list=$project/cmake/sources.txt
  cd "$project"
  export_private_root
  ensure_native
  ensure_sources
  case "$preset" in
    web-app)
      ensure_emscripten
      place=$emscripten_place
      ;;
    fuzz)
      ensure_clang
      options=("-DCMAKE_C_COMPILER=clang$clang_suffix" "-DCMAKE_CXX_COMPILER=clang++$clang_suffix")
      ;;
  esac
  settings=$(cat CMakePresets.json "$sources_list"; printf '%s\n' "$sources_folder" "$place" "$AUSHANG_SHARED" ${options[@]+"${options[@]}"})
  settings=$(hash_of_text "$settings")
  if [[ ! -f build/$preset/build.ninja || $(cat "build/$preset/.settings" 2>/dev/null) != "$settings" ]]; then
    mkdir -p "build/$preset"
    rm -f "build/$preset/CMakeCache.txt"
    at_place "$place" cmake --preset "$preset" "-DAUSHANG_SOURCES=$sources_folder" "-DAUSHANG_SHARED_DIR=$AUSHANG_SHARED" \
      ${options[@]+"${options[@]}"}
    printf '%s' "$settings" >"build/$preset/.settings"
  fi
  at_place "$place" cmake --build "build/$preset" --parallel "$(cpu_count)" --target "$@"
}
