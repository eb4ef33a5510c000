# ./dev test [part…]: all parts run even when an earlier one fails; a table and the sum end it.

command_test() {
  local parts=("$@") part
  ((${#parts[@]})) || parts=("${test_parts[@]}")
  for part in "${parts[@]}"; do
    is_test_part "$part" || usage_error "There is no test part '$part'. There are: ${test_parts[*]}."
  done
  for part in "${parts[@]}"; do run_part "$part"; done
  print_table
  print_sum
}

is_test_part() { [[ " ${test_parts[*]} " == *" $1 "* ]]; }

run_part() {
  local part=$1 started=$SECONDS status result=ok counts
  printf '%s\n' "── $part"
  rm -f "$run_folder/count" "$run_folder/uncounted"
  set +e
  (
    set -e
    "part_$part"
  )
  status=$?
  set -e
  count_uncounted
  counts=$(sum_counts "$run_folder/count")
  case "$status" in
    0) ;;
    77)
      result=skipped
      counts="0 0 1"
      ;;
    *)
      result=FAILED
      # A part that broke outside its tests failed as a whole.
      [[ ${counts#* } != 0* ]] || counts="${counts%% *} 1 ${counts##* }"
      ;;
  esac
  printf '%s %s %s %s\n' "$part" "$result" $((SECONDS - started)) "$counts" >>"$run_folder/table"
}

print_table() {
  local part result seconds passed failed skipped
  printf '\n%-12s %-8s %7s %7s %8s  %s\n' part result passed failed skipped time
  while read -r part result seconds passed failed skipped; do
    printf '%-12s %-8s %7d %7d %8d  %s\n' "$part" "$result" "$passed" "$failed" "$skipped" "$(duration "$seconds")"
  done <"$run_folder/table"
  printf 'total %s\n\n' "$(total_time)"
}

# The last line has a fixed form, for programs that read it.
print_sum() {
  local passed failed skipped
  read -r passed failed skipped < <(cut -d ' ' -f 4- "$run_folder/table" | sum_counts -)
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0)) || exit 1
}
