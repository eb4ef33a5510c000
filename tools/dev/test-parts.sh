# The parts of ./dev test, one function each; command-test.sh says in which order they run.

# What has to hold before a change lands; and what --full adds: other builds, compilers and standard libraries.
default_parts=(format types unit corpora conformance page)
full_parts=(format types unit corpora conformance page native wasm includes)

# The tool and its tests with sanitizers: all tests but those of --full use this build.
part_asan() {
  build_native asan
  add_count 1 0 0
}

part_app() {
  build_app
  add_count 1 0 0
}

part_format() {
  check_format
  add_count 1 0 0
}

part_types() {
  use_node_for_tests
  step "types of the JavaScript (tsc)" node_modules/.bin/tsc -p tsconfig.json
  add_count 1 0 0
}

# The unit tests, and each input of the fuzzers' corpora once: a test that passed passes again. Looking for new trouble is
# what ./dev fuzz is for; what that finds belongs in the corpus.
part_unit() { run_ctests "unit tests" asan host unit; }
part_corpora() { run_ctests "the fuzzers' corpora" asan host corpus; }

# Everything, with optimisation and benchmarks, as people build it.
part_native() {
  build_native release
  step "native build (bench)" cmake --build --preset bench --parallel "$(cpu_count)"
  add_count 1 0 0
}

# Its tests that compare the npm package with the native tool are files of the part conformance.
part_wasm() {
  wants_any conformance page || build_app
  build_package
  build_web web
  run_ctests "unit tests (wasm under Node)" web "$emscripten_place" unit
}

# Each source and header by itself, with both standard libraries.
part_includes() {
  ensure_emscripten
  ensure_clang
  step "includes (libstdc++)" node tools/check-includes.mjs build/asan "clang++$clang_suffix"
  step "includes (libc++)" at_place "$emscripten_place" node tools/check-includes.mjs build/asan em++
  add_count 2 0 0
}

# run_ctests LABEL PRESET PLACE KIND: those called KIND.… that are asked for.
run_ctests() {
  local label=$1 preset=$2 place=$3 names
  names=$(ctest_names "$preset" "$place" "$4")
  [[ -n $names ]] || return 0
  step_counted "$label" "count_ctest $preset" run_ctest "$preset" "$place" --tests-regex "^($(paste -sd '|' <<<"$names"))\$"
}

ctest_names() { at_place "$2" ctest --preset "$1" --show-only | sed -n "s/^ *Test *#[0-9]*: \\($3\\..*\\)$/\\1/p" | grep -E "${test_pattern:-}" || true; }

# Files of tests under Node, in one queue for all cores.
declare -A test_folders=([conformance]="conformance tools" [page]=web)

# part_files [WORD…]: those of the words that are conformance or page.
part_files() {
  local files=() part folder file
  # Those in browsers first: they take longest, and short ones at the end keep all cores busy until it.
  for part in page conformance; do
    [[ " $* " == *" $part "* ]] || continue
    for folder in ${test_folders[$part]:-}; do
      for file in "tests/$folder"/*.test.mjs; do
        # Files called ….full.test.mjs are for --full.
        [[ ! $file =~ ${test_pattern:-} || ($file == *.full.* && -z ${AUSHANG_FULL:-}) ]] || files+=("$part:$file")
      done
    done
  done
  ((${#files[@]})) || return 0
  step_counted "tests under Node" count_files node tools/test-files.mjs --jobs "$(cpu_count)" --results "$run_folder/files" "${files[@]}"
}

# The specification's normaliser, which comes with md4c, is written in Python.
ensure_python() {
  if python3 -c 'import html.parser' 2>/dev/null; then return; fi
  refresh_package_lists
  install_packages "Python 3" python3
}

ensure_browsers() {
  ensure_test_chromium
  ensure_firefox
  ensure_webkit
  ensure_orca
  ensure_fonts
}

# Where the tests find what was built.
use_node_for_tests() {
  ensure_node "$minimum_node_testing"
  ensure_npm_packages
  export AUSHANG_BIN=$project/build/asan-bin/aushang
}

# step_counted LABEL COUNTER COMMAND…: COUNTER (words without quoting) counts the tests that ran. A step
# that fails ends this subshell; then run_part counts.
step_counted() {
  local label=$1
  printf '%s' "$2" >"$part_folder/uncounted"
  shift 2
  step "$label" "$@"
  count_uncounted
}
