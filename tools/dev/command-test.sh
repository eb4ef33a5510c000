# ./dev test: first what is missing is fetched; then both cores build, in two lanes, and run what is built; then the files of
# tests run, several at a time. All parts run even when one fails; a table and the sum end it.

command_test() {
  local full= only= failed= parts=() part
  while (($#)); do
    case "$1" in
      --full) full=yes ;;
      --failed) failed=yes ;;
      --only) shift; only=${1:-}; [[ -n $only ]] || usage_error "--only takes a pattern of file names, as in: ./dev test --only tile-find" ;;
      -*) usage_error "./dev test knows --full, --only PATTERN and --failed, not '$1'." ;;
      *) parts+=("$1") ;;
    esac
    shift
  done
  for part in ${parts[@]+"${parts[@]}"}; do
    is_test_part "$part" || usage_error "There is no test part '$part'. There are: ${full_parts[*]}."
  done
  choose_tests "$only" "$failed"
  if [[ -n $full ]]; then
    export AUSHANG_FULL=1
    ((${#parts[@]})) || parts=("${full_parts[@]}")
  fi
  ((${#parts[@]})) || parts=("${default_parts[@]}")
  wanted_parts=" ${parts[*]} "

  get_what_is_missing
  run_lanes app_lane native_lane
  run_part_if_wanted wasm
  run_files
  for part in native includes; do run_part_if_wanted "$part"; done
  keep_failed
  print_table
  print_slowest
  print_sum
}

is_test_part() { [[ " ${full_parts[*]} " == *" $1 "* ]]; }
wants() { [[ $wanted_parts == *" $1 "* ]]; }
wants_any() { local part; for part in "$@"; do if wants "$part"; then return 0; fi; done; return 1; }

# choose_tests PATTERN FAILED: sets test_pattern, which names of test programs and files have to match; empty: all are run.
choose_tests() {
  test_pattern=$1
  [[ -n $2 ]] || return 0
  [[ -s build/failed-tests ]] || usage_error "No test failed in the last run."
  test_pattern="^($(sed 's/[.]/[.]/g' build/failed-tests | paste -sd '|'))$"
}

# What has to be there before anything runs side by side: two installations at once would wait for each other.
get_what_is_missing() {
  if wants_any unit corpora conformance page native wasm includes; then ensure_native; ensure_sources; fi
  if wants_any conformance page wasm includes; then ensure_emscripten; fi
  if wants includes; then ensure_clang; fi
  if wants_any types conformance page wasm includes; then use_node_for_tests; fi
  if wants format; then ensure_clang_format; fi
  if wants conformance; then ensure_python; fi
  if wants page; then ensure_browsers; fi
}

# The two lanes are about as long as each other; whichever has an idle core to itself uses it.
run_lanes() {
  local lane lanes=()
  set -m # a lane is a process group: a signal ends all of it, which bash else keeps from what runs in the background
  for lane in "$@"; do
    "$lane" &
    lanes+=("$!")
  done
  set +m
  trap 'kill -TERM "${lanes[@]/#/-}" 2>/dev/null; exit 130' INT TERM HUP
  wait "${lanes[@]}"
  trap - INT TERM HUP
}

native_lane() {
  if wants_any unit corpora conformance page includes; then run_part asan; fi
  run_part_if_wanted unit asan
  run_part_if_wanted corpora asan
}

app_lane() {
  if wants_any conformance page; then run_part app; fi
  run_part_if_wanted types
  run_part_if_wanted format
}

run_files() {
  local wanted=() part
  for part in conformance page; do
    if wants "$part"; then wanted+=("$part"); fi
  done
  ((${#wanted[@]})) || return 0
  run_part files asan app "${wanted[@]}"
}

run_part_if_wanted() { if wants "$1"; then run_part "$@"; fi; }

# run_part PART [WORD…]: PART in a subshell, with what it passed, failed and skipped, and its time, put into the table. Words that
# are parts have to have passed.
run_part() {
  local part=$1 started=$SECONDS status result=ok counts word
  shift
  part_folder=$run_folder/parts/$part
  mkdir -p "$part_folder"
  set +e
  (
    set -e
    trap 'times >"$part_folder/processor"' EXIT
    for word in "$@"; do
      [[ ! -e $run_folder/parts/$word/failed ]] || fail "$part: not possible, $word failed above."
    done
    "part_$part" "$@"
  )
  status=$?
  set -e
  count_uncounted
  counts=$(sum_counts "$part_folder/count")
  if ((status != 0)); then
    result=FAILED
    : >"$part_folder/failed"
    # A part that broke outside its tests failed as a whole.
    [[ $(cut -d ' ' -f 2 <<<"$counts") != 0 ]] || counts=$(awk '{ print $1, 1, $3 }' <<<"$counts")
  fi
  printf '%s %s %s %s %s\n' "$part" "$result" $((SECONDS - started)) "$(processor_seconds "$part_folder/processor")" "$counts" >>"$run_folder/table"
}

# processor_seconds FILE: what `times` said, whose second line is about what a shell started, as in "1m2.345s 0m0.678s".
processor_seconds() { tail -n 1 "$1" | awk -F '[ms ]+' '{ printf "%d\n", $1 * 60 + $2 + $3 * 60 + $4 }'; }

# Both cores are used if the processor's time is twice the time.
print_table() {
  local part result seconds processor passed failed skipped
  printf '\n%-12s %-8s %7s %7s %8s  %-13s %s\n' part result passed failed skipped time processor
  while read -r part result seconds processor passed failed skipped; do
    printf '%-12s %-8s %7d %7d %8d  %-13s %s\n' "$part" "$result" "$passed" "$failed" "$skipped" "$(duration "$seconds")" "$(duration "$processor")"
  done <"$run_folder/table"
  printf 'total %s\n\n' "$(total_time)"
}

print_slowest() {
  [[ -s $run_folder/files/times ]] || return 0
  cp "$run_folder/files/times" "$log_folder/test-files.tsv"
  printf 'The slowest files, in seconds (all of them: build/log/test-files.tsv)\n'
  head -n 10 "$run_folder/files/times" | awk -F '\t' '{ printf "%7.1f  %s\n", $1, $3 }'
  printf '\n'
}

# Names of files and test programs, for the next ./dev test --failed.
keep_failed() { sort -u "$run_folder"/parts/*/failed-names >build/failed-tests 2>/dev/null || true; }

# The last line has a fixed form, for programs that read it.
print_sum() {
  local passed failed skipped
  read -r passed failed skipped < <(cut -d ' ' -f 5- "$run_folder/table" | sum_counts -)
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0)) || exit 1
}
