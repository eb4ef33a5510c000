# ./dev bench: results are JSON lines on standard output, so everything else goes to standard error.

command_bench() {
  exec 3>&1 1>&2
  build_example
  run_native_benchmarks
  run_page_benchmarks
  printf 'Measured in %s.\n' "$(total_time)"
}

run_native_benchmarks() {
  local program
  step "native build (bench)" cmake --build --preset bench --parallel "$(cpu_count)"
  for program in build/bin/bench_*; do
    [[ -x $program ]] || continue
    step "$(basename "$program")" print_results "$program"
  done
}

run_page_benchmarks() {
  local script
  compgen -G 'tests/bench/*.mjs' >/dev/null || return 0
  ensure_node "$minimum_node_testing"
  ensure_npm_packages
  ensure_chromium
  export AUSHANG_BIN=$project/build/bin/aushang
  for script in tests/bench/*.mjs; do
    step "$(basename "$script" .mjs)" print_results node "$script"
  done
}

print_results() { "$@" >&3; }
