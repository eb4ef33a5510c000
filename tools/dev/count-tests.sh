# Counting tests in what ctest and node print; each function prints "passed failed skipped".

# A GoogleTest program prints its own sums; any other ctest test counts as one.
count_ctest() {
  sed 's/^[0-9]*://' "build/$1/Testing/Temporary/LastTestsFailed.log" >>"$part_folder/failed-names" 2>/dev/null || true
  local log=build/$1/Testing/Temporary/LastTest.log
  [[ -f $log ]] || { echo "0 1 0"; return; }
  awk '
    function close_test() {
      if (!open) return
      if (own) { passed += p; failed += f; skipped += s; if (!ok && !f) failed++ }
      else if (not_run) skipped++
      else if (ok) passed++
      else failed++
    }
    /^[0-9]+\/[0-9]+ Testing: / { close_test(); open = 1; own = p = f = s = ok = not_run = 0 }
    /^\[  PASSED  \] [0-9]+ test/ { own = 1; p = $4 }
    /^\[  SKIPPED \] [0-9]+ test/ { own = 1; s = $4 }
    /^\[  FAILED  \] [0-9]+ test/ { own = 1; f = $4 }
    /^Test Passed\.$|^Test Pass Reason:/ { ok = 1 }
    /^Test Skipped\.|\*\*\*Skipped|^Test not run/ { not_run = 1 }
    END { close_test(); printf "%d %d %d\n", passed, failed, skipped }' "$log"
}

# What tools/test-files.mjs left: a line for each group.
count_files() {
  cat "$run_folder/files/failed" >>"$part_folder/failed-names" 2>/dev/null || true
  cut -d ' ' -f 2- "$run_folder/files/counts" | sum_counts -
}

# add_count PASSED FAILED SKIPPED: to the part that is running.
add_count() { printf '%d %d %d\n' "$@" >>"$part_folder/count"; }

# sum_counts FILE: the sum of its lines; nothing if there is no such file.
sum_counts() { { cat "$1" 2>/dev/null || true; } | awk '{ p += $1; f += $2; s += $3 } END { printf "%d %d %d\n", p, f, s }'; }

# count_uncounted: runs the counter that step_counted left behind.
count_uncounted() {
  local counter counts
  [[ -f $part_folder/uncounted ]] || return 0
  read -r -a counter <"$part_folder/uncounted" || true
  rm -f "$part_folder/uncounted"
  read -r -a counts < <("${counter[@]}")
  add_count "${counts[@]}"
}
