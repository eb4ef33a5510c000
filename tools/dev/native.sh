# The native tools: a C++20 compiler, CMake, Ninja; curl for fetching sources.

minimum_gcc=12
minimum_clang=15
minimum_cmake=3.25

ensure_native() {
  local missing
  missing=$(missing_native_tools)
  if [[ -n $missing ]]; then
    install_packages "$missing" g++ cmake ninja-build curl ca-certificates
    missing=$(missing_native_tools)
    [[ -z $missing ]] || fail "This system is too old: its packages don't have $missing. Debian 12 or Ubuntu 24.04 do."
  fi
  choose_compiler
}

missing_native_tools() {
  local missing=()
  [[ -n $(find_compiler) ]] || missing+=("a C++20 compiler (g++ $minimum_gcc or clang++ $minimum_clang)")
  at_least "$(version_in "$(cmake --version 2>/dev/null)")" "$minimum_cmake" || missing+=("cmake $minimum_cmake")
  has ninja || missing+=("ninja")
  has curl || missing+=("curl")
  join_with_commas ${missing[@]+"${missing[@]}"}
}

join_with_commas() {
  local text=${1:-}
  shift || true
  for part in "$@"; do text+=", $part"; done
  printf '%s' "$text"
}

find_compiler() {
  local name
  for name in ${CXX:+"$CXX"} c++ g++ clang++; do
    if is_good_compiler "$name"; then
      printf '%s' "$name"
      return
    fi
  done
}

is_good_compiler() {
  has "$1" || return 1
  if [[ $("$1" --version 2>/dev/null) == *clang* ]]; then
    at_least "$("$1" -dumpversion)" "$minimum_clang"
  else
    at_least "$("$1" -dumpfullversion 2>/dev/null)" "$minimum_gcc"
  fi
}

# CMake takes c++ by itself; anything else is named, with the C compiler beside it.
choose_compiler() {
  local name
  name=$(find_compiler)
  [[ $name != c++ ]] || return 0
  export CXX=$name
  case "$name" in
    *clang++*) export CC=${CC:-${name/clang++/clang}} ;;
    *g++*) export CC=${CC:-${name/g++/gcc}} ;;
  esac
}
