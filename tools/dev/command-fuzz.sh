# ./dev fuzz [seconds]: every fuzzer, on its checked-in corpus and what earlier runs found.

command_fuzz() {
  local seconds=${1:-60}
  [[ $seconds =~ ^[1-9][0-9]*$ ]] || usage_error "./dev fuzz takes a whole number of seconds, not '$seconds'."
  build_fuzzers
  run_fuzzers "$seconds"
  printf 'Fuzzed for %s.\n' "$(total_time)"
}

run_fuzzers() {
  local seconds=$1 program
  while IFS= read -r program; do
    step "$(basename "$program") ($seconds s)" run_fuzzer "$program" "$seconds"
  done < <(fuzz_programs)
}

fuzz_programs() { find build/fuzz -name _deps -prune -o -type f -name 'fuzz_*' -perm -u+x -print | sort; }

run_fuzzer() {
  local program=$1 seconds=$2 name found findings options=() folders
  name=$(basename "$program")
  name=${name#fuzz_}
  # The first folder takes new inputs; the checked-in corpus only seeds.
  found=build/fuzz/corpus/$name
  findings=build/fuzz/findings
  folders=("$found")
  [[ ! -d tests/fuzz/corpus/$name ]] || folders+=("tests/fuzz/corpus/$name")
  [[ ! -f tests/fuzz/$name.dict ]] || options+=("-dict=tests/fuzz/$name.dict")
  mkdir -p "$found" "$findings"
  "$program" "-max_total_time=$seconds" -timeout=25 -rss_limit_mb=2048 -print_final_stats=1 \
    "-artifact_prefix=$findings/$name-" ${options[@]+"${options[@]}"} "${folders[@]}"
}
