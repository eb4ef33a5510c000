# A private Debian 13 in the cache, for machines whose own Emscripten is missing or too old. The machine's
# own packages stay as they are. It is outside the checkout, so every clone uses the same one.

private_root="$cache/debian-13"
private_root_megabytes=3500
private_packages=(ca-certificates emscripten cmake ninja-build)

has_private_root() {
  [[ -f $private_root/.aushang-packages && $(cat "$private_root/.aushang-packages") == "${private_packages[*]}" ]]
}

# ensure_private_root WHAT: WHAT is what it is needed for.
ensure_private_root() {
  local what=$1 mirror
  ! has_private_root || return 0
  uses_apt || fail "Missing: $what. Install it with this system's package manager, then run ./dev again."
  need_room "$cache" "$private_root_megabytes" "A private Debian 13 with $what"
  refresh_package_lists
  mirror=$(debian_mirror)
  [[ -n $mirror ]] ||
    fail "Missing: $what, and apt knows no Debian mirror to take it from. Install it, or set AUSHANG_MIRROR to a Debian mirror."
  if is_root; then
    install_packages "mmdebstrap" mmdebstrap
  else
    install_packages "mmdebstrap and uidmap (to unpack a private Debian 13 with $what)" mmdebstrap uidmap
    grep -q "^$(id -un):" /etc/subuid 2>/dev/null ||
      fail "A private Debian 13 with $what needs a range of user ids. As root, run: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  fi
  step "private Debian 13 with Emscripten (1 to 5 min, 3 GB)" make_private_root "$mirror"
}

# debian_mirror [LABEL]: the mirror this machine uses already; of security updates, if the label is Debian-Security.
debian_mirror() {
  local label=${1:-Debian}
  if [[ -n ${AUSHANG_MIRROR:-} && $label == Debian ]]; then
    printf '%s\n' "$AUSHANG_MIRROR"
  elif [[ -z ${AUSHANG_MIRROR:-} ]]; then
    # shellcheck disable=SC2016  # apt's own placeholder
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Label: $label" 2>/dev/null | sed -n 1p || true
  fi
}

# Made under another name and renamed when it is whole: an interrupted creation is never taken for done.
make_private_root() {
  local mirror=$1 making
  exec 9>"$cache/debian-13.lock"
  flock 9
  ! has_private_root || return 0
  rm -rf "$cache"/debian-13.making.*
  making=$cache/debian-13.making.$$
  mkdir -p "$making"
  unpack_debian "$mirror" "$making" || {
    rm -rf "$making"
    fail_with_log "Debian 13 could not be unpacked. Is the package mirror reachable?"
  }
  printf '%s' "${private_packages[*]}" >"$making/.aushang-packages"
  rm -rf "$private_root"
  mv "$making" "$private_root"
}

unpack_debian() {
  local mirror=$1 folder=$2 packages options
  packages=$(IFS=,; printf '%s' "${private_packages[*]}")
  options=(--variant=apt "--include=$packages" --aptopt='APT::Install-Recommends "false"'
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*'
    --dpkgopt='path-exclude=/usr/share/locale/*')
  if is_root; then
    mmdebstrap "${options[@]}" trixie "$folder" "$mirror"
  else
    # Unpacked from an archive, the files belong to the user and can be removed like any others.
    mmdebstrap --mode=unshare --format=tar "${options[@]}" trixie - "$mirror" |
      tar --extract --directory "$folder" --no-same-owner --exclude './dev/*'
  fi
}
