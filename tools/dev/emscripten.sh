# Emscripten: the one that is there, else the distribution's, else the private Debian's.

minimum_emscripten=3.1.69
emscripten_place=host

ensure_emscripten() {
  if use_emcc_of_this_machine || use_private_emcc; then return; fi
  refresh_package_lists
  if uses_apt && at_least "$(candidate_version emscripten)" "$minimum_emscripten"; then
    install_packages "Emscripten" emscripten
    use_emcc_of_this_machine || fail "The distribution's Emscripten does not run: try emcc --version."
    return
  fi
  uses_apt ||
    fail "Missing: Emscripten $minimum_emscripten or newer. Install emsdk and put its emcc on the PATH, then run ./dev again."
  ensure_private_root "Emscripten"
  use_private_emcc || fail "The private Debian in $private_root is broken. Remove that folder and run ./dev again."
}

use_emcc_of_this_machine() {
  local emcc folder
  for emcc in "${EMSDK:-/none}/upstream/emscripten/emcc" "$(command -v emcc || true)"; do
    is_good_emcc "$emcc" || continue
    for folder in "$(dirname "$(readlink -f "$emcc")")" /usr/share/emscripten; do
      if [[ -f $folder/cmake/Modules/Platform/Emscripten.cmake ]]; then
        export AUSHANG_EMSCRIPTEN_CMAKE=$folder/cmake/Modules/Platform/Emscripten.cmake
        emscripten_place=host
        return 0
      fi
    done
  done
  return 1
}

is_good_emcc() { [[ -x $1 ]] && at_least "$(version_in "$("$1" --version 2>/dev/null)")" "$minimum_emscripten"; }

use_private_emcc() {
  has_private_root || return 1
  emscripten_place=private
}

# What decides whether objects built earlier can still be used.
emscripten_identity() {
  if [[ $emscripten_place == private ]]; then
    printf 'private %s' "${private_packages[*]}"
  else
    printf '%s' "$AUSHANG_EMSCRIPTEN_CMAKE"
    grep -hs . "$(dirname "$AUSHANG_EMSCRIPTEN_CMAKE")/../../../emscripten-version.txt" || true
  fi
}
