# Steps: what is being done, how long it took, and the end of the log when it went wrong.
#
# A step's command runs with `set -e` in force. Bash switches that off inside conditions, so a
# function that contains steps is never called in `if`, `&&`, `||` or `!`. A step that fails ends the
# process (or the subshell of a test part).

log_folder="$project/build/log"
run_folder=

begin_run() {
  mkdir -p "$log_folder" 2>/dev/null || fail "The folder $log_folder can't be created. Is the checkout writable?"
  run_folder=$(mktemp -d) || fail "There is no space for temporary files in ${TMPDIR:-/tmp}."
  run_started=$SECONDS
  trap 'rm -rf "$run_folder"' EXIT
}

# fail MESSAGE: one line that says what is wrong and what to do; inside a step, the step shows it.
fail() {
  if [[ -n ${step_told:-} ]]; then
    printf '%s\n' "$*" >"$step_told.reason"
  else
    printf '✗ %s\n' "$*" >&2
  fi
  exit 1
}

# fail_with_log MESSAGE: for what went wrong in a program of somebody else's; inside a step, its own output follows.
fail_with_log() {
  [[ -z ${step_told:-} ]] || : >"$step_told.tells-log"
  fail "$@"
}

usage_error() {
  printf '✗ %s\n' "$*" >&2
  exit 2
}

# step LABEL COMMAND…
step() {
  local label=$1 log told started status
  shift
  log=$log_folder/$(slug "$label").log
  told=$run_folder/$(slug "$label")
  started=$SECONDS
  rm -f "$told.reason" "$told.tells-log"
  show_running "$label"
  set +e
  # Bash's own word about a program that crashed belongs in the log too.
  {
    (
      set -e
      step_told=$told
      "$@"
    ) >"$log" 2>&1 </dev/null
    status=$?
  } 2>>"$log"
  set -e
  hide_running
  if ((status == 0)); then
    printf '✓ %s  %s\n' "$label" "$(duration $((SECONDS - started)))"
  else
    show_failure "$label" "$log" "$told" "$(duration $((SECONDS - started)))"
    exit 1
  fi
}

show_failure() {
  local label=$1 log=$2 told=$3 time=$4
  if [[ -s $told.reason ]]; then
    printf '✗ %s: %s\n' "$label" "$(cat "$told.reason")" >&2
    [[ -e $told.tells-log && -s $log ]] || return 0
  else
    printf '✗ %s  failed after %s.\n' "$label" "$time" >&2
  fi
  { telling_lines "$log" | cut -c 1-300 | sed 's/^/    /'; printf '    All of it: %s\n' "${log#"$project/"}"; } >&2
}

# telling_lines LOG: the lines that say what went wrong: tests that failed with what they say, else errors of programs (but not
# their options, like -Werror), else the last lines. Each program reads all it is given: with pipefail, what writes into a
# closed pipe would end the run.
telling_lines() {
  local tests='^ *✖ |: Failure$|\*\*\*Failed' errors='(^|[^-A-Za-z_])[Ee]rror|[a-z]Error:|ERR!|^E: |^FAILED: |[Cc]annot |[Cc]an.t |[Cc]ould not|[Uu]nable to|undefined reference|[Nn]o space left|[Nn]o such file|command not found|Killed'
  if grep -qE "$tests" "$1"; then
    grep -E -A 10 "$tests" "$1" | sed -n 1,80p
  elif grep -qE "$errors" "$1"; then
    grep -E "$errors" "$1" | awk '!seen[$0]++' | sed -n 1,12p
  else
    tail -n 20 "$1"
  fi
}

# once NAME COMMAND…: what several parts of a run need is done by the first of them. A part whose
# need failed in an earlier part fails at once.
once() {
  local mark=$run_folder/once-$1 name=$1
  shift
  [[ ! -e $mark.done ]] || return 0
  [[ ! -e $mark.failed ]] || fail "not possible: $name failed above."
  : >"$mark.failed"
  "$@"
  mv "$mark.failed" "$mark.done"
}

slug() { printf '%s' "$1" | sed -e 's/ (.*min.*)$//' -e 's/[^A-Za-z0-9]\{1,\}/-/g' -e 's/-$//' | tr '[:upper:]' '[:lower:]'; }

duration() {
  if (($1 < 60)); then
    printf '%d s' "$1"
  else
    printf '%d min %d s' $(($1 / 60)) $(($1 % 60))
  fi
}

# On a terminal a running step is shown and then replaced by its result.
on_terminal() { [[ -t 1 && ${TERM:-dumb} != dumb && -z ${CI:-} ]]; }
show_running() { ! on_terminal || printf '… %s' "$1"; }
hide_running() { ! on_terminal || printf '\r\033[K'; }

total_time() { duration $((SECONDS - run_started)); }
