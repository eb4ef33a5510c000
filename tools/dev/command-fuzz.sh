# ./dev fuzz [--minutes N] [NAME…]: the fuzzers, each on its checked-in corpus and what earlier runs found. All of them
# run, also when one finds something; the sum ends it.

command_fuzz() {
  local minutes=1 names=() all
  mapfile -t all < <(all_fuzzers)
  while (($#)); do
    case "$1" in
      --minutes)
        [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || usage_error "--minutes takes a whole number of minutes, not '${2:-}'."
        minutes=$2
        shift
        ;;
      -*) usage_error "./dev fuzz knows --minutes N, not '$1'." ;;
      *)
        [[ -f tests/fuzz/fuzz_$1.cpp ]] || usage_error "There is no fuzzer '$1'. There are: ${all[*]}."
        names+=("$1")
        ;;
    esac
    shift
  done
  ((${#names[@]})) || names=("${all[@]}")
  build_fuzzers
  run_fuzzers "$minutes" "${names[@]}"
}

all_fuzzers() { find tests/fuzz -name 'fuzz_*.cpp' | sed 's/.*fuzz_//; s/\.cpp$//' | sort; }

# run_fuzzers MINUTES NAME…
run_fuzzers() {
  local minutes=$1 name status failed=()
  shift
  for name in "$@"; do
    set +e
    (
      set -e
      step "fuzz $name ($minutes min)" run_fuzzer "$name" "$minutes"
    )
    status=$?
    set -e
    ((status == 0)) || failed+=("$name")
  done
  if ((${#failed[@]})); then
    printf '\n' >&2
    for name in "${failed[@]}"; do tell_finding "$name"; done
    fail "${#failed[@]} of $# fuzzers found something: ${failed[*]}. Add the input to tests/fuzz/corpus/ together with the fix."
  fi
  printf '%s of %s fuzzers found nothing, in %s.\n' "$#" "$#" "$(total_time)"
}

run_fuzzer() {
  local name=$1 minutes=$2 program found findings options=() folders
  program=$(find build/fuzz -name _deps -prune -o -type f -name "fuzz_$name" -perm -u+x -print)
  [[ -n $program ]] || fail "There is no program fuzz_$name in build/fuzz. Is it in tests/fuzz/CMakeLists.txt?"
  # The first folder takes new inputs; the checked-in corpus only seeds.
  found=build/fuzz/corpus/$name
  findings=build/fuzz/findings
  folders=("$found")
  [[ ! -d tests/fuzz/corpus/$name ]] || folders+=("tests/fuzz/corpus/$name")
  [[ ! -f tests/fuzz/$name.dict ]] || options+=("-dict=tests/fuzz/$name.dict")
  mkdir -p "$found" "$findings"
  "$program" "-max_total_time=$((minutes * 60))" -timeout=25 -rss_limit_mb=2048 -print_final_stats=1 \
    "-artifact_prefix=$findings/$name-" ${options[@]+"${options[@]}"} "${folders[@]}"
}

# What broke, and which input did it.
tell_finding() {
  local log broken input
  log=$log_folder/$(slug "fuzz $1").log
  broken=$(grep -m 1 -E ': broken: |^SUMMARY: |runtime error: |ERROR: libFuzzer: ' "$log" || true)
  input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
  printf '✗ %s: %s\n' "$1" "${broken:-see ${log#"$project/"}}" >&2
  [[ -z $input ]] || printf '    %s\n' "$input" >&2
}
