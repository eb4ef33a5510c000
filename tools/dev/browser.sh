# The browsers of the page tests. Chromium must be there: AUSHANG_CHROMIUM, one on the PATH, else the
# distribution's. Firefox and WebKit are asked for politely: where they can't be had, their tests skip.

# Chromium without its windows, which the tests use where it can be had: the same engine, in half of the time. Where somebody
# chose a Chromium, in ./dev test --full and in whatever measures, it is Chromium as people have it.
headless_shell=/usr/lib/chromium/chromium-headless-shell

ensure_test_chromium() {
  if [[ -z ${AUSHANG_CHROMIUM:-} && -z ${AUSHANG_FULL:-} ]]; then
    if [[ ! -x $headless_shell ]]; then
      set +e # where this fails, Chromium is there all the same
      (set -e; wish "Chromium without its windows; tests take longer in the whole of it" chromium-headless-shell)
      set -e
    fi
    [[ ! -x $headless_shell ]] || export AUSHANG_HEADLESS_CHROMIUM=$headless_shell
  fi
  ensure_chromium
}

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

# Firefox and WebKit draw WebGL only in a window, so they need an X server and OpenGL on the processor.
window_packages=(xvfb libgl1-mesa-dri libgl1 libegl1)

ensure_firefox() {
  [[ -z ${AUSHANG_FIREFOX:-} || -x $AUSHANG_FIREFOX ]] ||
    fail "AUSHANG_FIREFOX names no program: $AUSHANG_FIREFOX. Set it to a Firefox or unset it."
  if [[ -n ${AUSHANG_FIREFOX:-} ]] || has firefox-esr; then
    has Xvfb || wish "Xvfb; the tests in Firefox skip" "${window_packages[@]}"
  else
    wish "Firefox; the tests in it skip" firefox-esr "${window_packages[@]}"
  fi
}

ensure_webkit() {
  if has WebKitWebDriver && has Xvfb; then return; fi
  wish "WebKit; the tests in it skip" webkit2gtk-driver "${window_packages[@]}"
}

# The screen reader, whose tests read what it says; it needs Firefox and a window, but neither sound nor a desktop.
ensure_orca() {
  if has orca && has xdotool && has dbus-daemon && has pgrep; then return; fi
  wish "Orca; the tests of what is heard skip" orca xdotool at-spi2-core dbus procps
}

# Emoji and Chinese, Japanese and Korean text (Noto's fonts for those are thirty times as large), and the
# typeface the pages look best in.
ensure_fonts() { wish "fonts for emoji, East Asian text and Inter; tests that need them skip" "${test_fonts[@]}"; }
test_fonts=(fonts-dejavu-core fonts-noto-color-emoji fonts-droid-fallback fonts-inter)

# wish WHAT PACKAGE…: installs what can be installed, and says so where it can't.
wish() {
  local what=$1 package missing=()
  shift
  if ! uses_apt; then
    printf -- '- missing: %s\n' "$what"
    return
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ! is_root; then
    printf -- '- missing: %s. As root, run: apt-get install --no-install-recommends %s\n' "$what" "${missing[*]}"
    return
  fi
  refresh_package_lists
  for package in "${missing[@]}"; do
    [[ -n $(candidate_version "$package") ]] || {
      printf -- '- missing: %s (this system has no package %s)\n' "$what" "$package"
      return
    }
  done
  install_packages "${what%%;*}" "${missing[@]}"
}
