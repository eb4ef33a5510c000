# ./dev bare SYSTEM [run|test]: the two commands as a newcomer finds them. A minimal Debian is unpacked, a fresh clone of
# HEAD put into it, and the command run there with none of this machine's programs and caches. All of it is taken away
# again. What the new machine shares with this one is the way to the network: names, proxies, certificates, mirror.

bare_megabytes=9000
bare_folder=
bare_pid=

command_bare() {
  local system=${1:-} command=${2:-run} suite mirror
  case "$system" in
    debian-12) suite=bookworm ;;
    debian-13) suite=trixie ;;
    *) usage_error "./dev bare takes a system, debian-12 or debian-13, not '$system'." ;;
  esac
  [[ $command == run || $command == test ]] || usage_error "./dev bare runs 'run' or 'test', not '$command'."
  has git && git rev-parse --quiet --verify HEAD >/dev/null || fail "./dev bare needs git and a commit: it tries a clone of HEAD."
  [[ -z $(git status --porcelain --untracked-files=no) ]] || printf '! What is not committed is not tried.\n' >&2
  [[ $(bare_way) != none ]] ||
    fail "This user isn't allowed to set up a bare system. Run as root, or allow user namespaces and a range of user ids (usermod --add-subuids)."
  need_room "$cache" "$bare_megabytes" "A bare $system"
  uses_apt || fail "A bare $system is unpacked with mmdebstrap and apt, which this system doesn't have."
  refresh_package_lists
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || fail "apt knows no Debian mirror to take $system from. Set AUSHANG_MIRROR to one."
  install_packages "mmdebstrap and curl" mmdebstrap curl
  bare_folder=$cache/bare-$system.$$
  trap 'remove_bare; rm -rf "$run_folder"' EXIT
  trap 'exit 130' INT TERM HUP
  step "bare $system" make_bare "$suite" "$mirror"
  "bare_$command"
  printf 'A bare %s passes ./dev %s, in %s.\n' "$system" "$command" "$(total_time)"
}

# How a root of another user's files can be entered: as root, or as root of a user namespace with ids of its own.
bare_way() {
  if is_root && unshare --mount --pid --fork true 2>/dev/null; then
    echo root
  elif unshare --user --map-root-user --map-auto --mount --pid --fork true 2>/dev/null; then
    echo user
  else
    echo none
  fi
}

as_bare_root() {
  if [[ $(bare_way) == root ]]; then "$@"; else unshare --user --map-root-user --map-auto "$@"; fi
}

make_bare() {
  local suite=$1 mirror=$2 mode=root root=$bare_folder/root security
  # As every installed Debian has them. Without the updates it would get browsers of the day of the release.
  security=$(debian_mirror Debian-Security)
  security=${security:-${mirror%/}-security}
  [[ $(bare_way) == root ]] || mode=unshare
  mkdir -p "$bare_folder"
  # mmdebstrap's own users have to get there.
  chmod 711 "$bare_folder"
  mmdebstrap --mode="$mode" --variant=minbase --include=ca-certificates,git "$suite" "$root" \
    "deb $mirror $suite main" "deb $mirror $suite-updates main" "deb $security $suite-security main" ||
    fail_with_log "Debian's $suite could not be unpacked."
  git clone --quiet --depth 1 "file://$project" "$bare_folder/clone"
  as_bare_root bash tools/dev/bare-furnish.sh "$root" "$bare_folder/clone"
}

# start_in_bare COMMAND…: begins it in namespaces of its own, so that nothing outlives it; its lines, which tell its steps
# and their times, are shown as they come.
start_in_bare() {
  local how=(--mount --pid --fork --kill-child --propagation private)
  [[ $(bare_way) == root ]] || how+=(--user --map-root-user --map-auto)
  bare_log=$bare_folder/log
  : >"$bare_log" # there before its lines are followed
  AUSHANG_BARE_ROOT=$bare_folder/root unshare "${how[@]}" bash "$project/tools/dev/bare-enter.sh" "$@" >"$bare_log" 2>&1 </dev/null &
  bare_pid=$!
  tail --pid="$bare_pid" --lines=+1 --follow "$bare_log" 2>/dev/null | sed --unbuffered 's/^/  /' &
  bare_lines_pid=$!
}

bare_test() {
  local status=0
  start_in_bare ./dev test
  wait "$bare_pid" || status=$?
  wait "$bare_lines_pid"
  keep_bare_logs
  ((status == 0)) || fail "./dev test failed there; its last output is above, all of it in $bare_logs."
}

bare_run() {
  local address
  start_in_bare ./dev run
  until address=$(sed -n 's/^Serving .* at \(http[^ ]*\)$/\1/p' "$bare_log") && [[ -n $address ]]; do
    if ! kill -0 "$bare_pid" 2>/dev/null; then
      wait "$bare_lines_pid"
      keep_bare_logs
      fail "./dev run ended there without an address; its last output is above, all of it in $bare_logs."
    fi
    sleep 0.5
  done
  step "the page at $address" fetch_page "$address"
}

# fetch_page ADDRESS: the page, and what it asks for.
fetch_page() {
  local address=$1 page file
  page=$(curl --fail --silent --show-error "$address") || fail "Nothing is served at $address."
  grep -q 'id="au-apply"' <<<"$page" || fail "What is served at $address isn't a posting."
  while read -r file; do
    curl --fail --silent --show-error --output /dev/null "$address$file" || fail "The page asks for $file, which isn't served."
    printf '%s\n' "$file"
  done < <(grep -oE '(src|href)="[^"#:]+\.(js|css|wasm|json)"' <<<"$page" | sed -E 's/^[a-z]+="(.*)"$/\1/' | sort -u)
}

# What the steps there printed outlives the system.
keep_bare_logs() {
  bare_logs=$log_folder/bare
  rm -rf "$bare_logs"
  cp -R "$bare_folder/root/root/aushang/build/log" "$bare_logs" 2>/dev/null || mkdir -p "$bare_logs"
  cp "$bare_log" "$bare_logs/bare.log"
}

remove_bare() {
  # Waited for, so that bash doesn't say that it was killed.
  [[ -z $bare_pid ]] || { kill -KILL "$bare_pid" && wait "$bare_pid"; } 2>/dev/null || true
  [[ -n $bare_folder && -e $bare_folder ]] || return 0
  as_bare_root rm -rf --one-file-system "$bare_folder/root"
  rm -rf --one-file-system "$bare_folder"
}
