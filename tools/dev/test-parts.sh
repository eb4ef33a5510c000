# The parts of ./dev test, in order. A part runs in a subshell; a step that fails ends the part.

test_parts=(format native unit wasm conformance types page fuzz)

part_format() {
  check_format
  add_count 1 0 0
}

part_native() {
  once "native build" build_native release
  add_count 1 0 0
}

part_unit() {
  once "sanitizer build" build_native asan
  step_counted "unit tests (asan)" "count_ctest asan" run_ctest asan host
}

part_wasm() {
  once "web build" build_web web
  ensure_emscripten
  step_counted "unit tests (wasm under Node)" "count_ctest web" run_ctest web "$emscripten_place"
}

part_conformance() {
  once "native build" build_native release
  use_node_for_tests
  ensure_python
  run_node_tests "conformance and tool tests" tests/conformance tests/tools
}

part_types() {
  [[ -f tsconfig.json ]] || skip_part "there is no tsconfig.json"
  use_node_for_tests
  step "types of the JavaScript (tsc)" node_modules/.bin/tsc -p tsconfig.json
  add_count 1 0 0
}

part_page() {
  once "example" build_example
  use_node_for_tests
  compgen -G 'tests/web/*.test.mjs' >/dev/null || skip_part "there are no tests in tests/web"
  ensure_chromium
  ensure_firefox
  ensure_webkit
  ensure_orca
  ensure_fonts
  run_node_tests "page tests" tests/web
}

part_fuzz() {
  local program
  build_fuzzers
  while IFS= read -r program; do
    step "$(basename "$program")" replay_fuzzer "$program"
    add_count 1 0 0
  done < <(fuzz_programs)
  [[ -n $(fuzz_programs) ]] || skip_part "there are no fuzzers"
}

# The specification's normaliser, which comes with md4c, is written in Python.
ensure_python() {
  if python3 -c 'import html.parser' 2>/dev/null; then return; fi
  refresh_package_lists
  install_packages "Python 3" python3
}

# Where the tests find what was built.
use_node_for_tests() {
  ensure_node "$minimum_node_testing"
  ensure_npm_packages
  export AUSHANG_BIN=$project/build/bin/aushang
  AUSHANG_WASM=$(find build/web -name _deps -prune -o -name aushang.js -print 2>/dev/null | head -n 1) || AUSHANG_WASM= # a part by itself: not built yet
  export AUSHANG_WASM=${AUSHANG_WASM:+$project/$AUSHANG_WASM}
}

run_node_tests() {
  local label=$1 files=() folder file
  shift
  for folder in "$@"; do
    for file in "$folder"/*.test.mjs; do
      [[ ! -f $file ]] || files+=("$file")
    done
  done
  ((${#files[@]})) || skip_part "there are no tests in $*"
  step_counted "$label" "count_node $(slug "$label")" \
    node --test --test-reporter=spec "${files[@]}"
}

# step_counted LABEL COUNTER COMMAND…: COUNTER (words without quoting) counts the tests that ran. A step
# that fails ends this subshell; then run_part counts.
step_counted() {
  local label=$1
  printf '%s' "$2" >"$run_folder/uncounted"
  shift 2
  step "$label" "$@"
  count_uncounted
}

skip_part() {
  printf -- '- %s\n' "skipped: $1"
  exit 77
}
