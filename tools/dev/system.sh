# The machine: its package manager, versions, processors, room on the disk.

has() { command -v "$1" >/dev/null 2>&1; }
is_root() { [[ $(id -u) == 0 ]]; }
uses_apt() { has apt-get && has dpkg-query; }
cpu_count() { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; }

# at_least HAVE WANT: version HAVE is WANT or newer.
at_least() { [[ -n $1 && $(printf '%s\n%s\n' "$2" "$1" | sort -V | sed -n 1p) == "$2" ]]; }

# version_in TEXT: the first version number in it.
version_in() { printf '%s\n' "$1" | grep -oE '[0-9]+(\.[0-9]+)+' | sed -n 1p || true; }

# content_hash FILE (`-` is standard input)
content_hash() {
  if has sha256sum; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}
hash_of_text() { printf '%s' "$1" | content_hash -; }

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# candidate_version PACKAGE: what apt would install, without its epoch; empty if there is none.
candidate_version() {
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}//p' | grep -v '(none)' || true
}

# install_packages WHAT PACKAGE…: installs those that are missing; WHAT names them for people.
install_packages() {
  local what=$1 package
  shift
  local missing=()
  uses_apt || fail "Missing: $what. Install it with this system's package manager, then run ./dev again."
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  is_root || fail "Missing: $what. As root, run: apt-get install --no-install-recommends ${missing[*]}"
  step "install $what" apt_install "${missing[@]}"
}

# refresh_package_lists: once a run, and only when a package has to be found.
refresh_package_lists() {
  uses_apt && is_root || return 0
  [[ ! -e $run_folder/apt-updated ]] || return 0
  step "package lists" apt_update
}

apt_update() {
  [[ ! -e $run_folder/apt-updated ]] || return 0
  apt_get update || fail "The package mirror does not answer (apt-get update failed). Check the network."
  : >"$run_folder/apt-updated"
}

apt_install() {
  apt_update
  apt_get install --yes --no-install-recommends "$@" ||
    fail_with_log "apt-get could not install $*."
}

apt_get() {
  DEBIAN_FRONTEND=noninteractive apt-get --quiet -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    -o APT::Update::Error-Mode=any -o Acquire::Retries=2 "$@"
}

# need_room FOLDER MEGABYTES WHAT
need_room() {
  local free
  mkdir -p "$1" 2>/dev/null || fail "The folder $1 can't be created. Set AUSHANG_CACHE to a folder that can."
  free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }')
  ((free >= $2)) || fail "$3 needs $2 MB, but $1 has $free MB free. Free some space or set AUSHANG_CACHE to another disk."
}
