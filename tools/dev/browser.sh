# The browser of the page tests: AUSHANG_CHROMIUM, one on the PATH, else the distribution's Chromium.

ensure_chromium() {
  local found
  [[ -z ${AUSHANG_CHROMIUM:-} || -x $AUSHANG_CHROMIUM ]] ||
    fail "AUSHANG_CHROMIUM names no program: $AUSHANG_CHROMIUM. Set it to a Chromium or unset it."
  found=$(find_chromium)
  if [[ -z $found ]]; then
    refresh_package_lists
    [[ -n $(candidate_version chromium) ]] ||
      fail "Missing: Chromium. Install Chromium or Google Chrome, or set AUSHANG_CHROMIUM to its program."
    # A browser without any font draws no text; DejaVu is small and covers the example's languages.
    install_packages "Chromium" chromium fonts-dejavu-core
    found=$(find_chromium)
  fi
  [[ -n $found ]] || fail "Missing: Chromium. Set AUSHANG_CHROMIUM to its program."
  export AUSHANG_CHROMIUM=$found
}

find_chromium() {
  local name
  if [[ -n ${AUSHANG_CHROMIUM:-} ]]; then
    printf '%s' "$AUSHANG_CHROMIUM"
    return
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name"; then return; fi
  done
}
