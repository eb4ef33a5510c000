# clang for the fuzzers (libFuzzer), and clang-format. One version of clang-format for everyone,
# because versions disagree about layout.

clang_version=19

ensure_clang() {
  if use_fuzzing_clang; then return; fi
  refresh_package_lists
  install_packages "clang $clang_version with libFuzzer" "clang-$clang_version" "libclang-rt-$clang_version-dev"
  use_fuzzing_clang || fail "clang can't link a fuzzer. Try clang++-$clang_version -fsanitize=fuzzer, or put another clang on the PATH."
}

# use_fuzzing_clang: finds a clang that can link a fuzzer; its suffix ("-19" or none) goes to clang_suffix.
use_fuzzing_clang() {
  for clang_suffix in "-$clang_version" ""; do
    if has "clang$clang_suffix" && at_least "$("clang++$clang_suffix" -dumpversion 2>/dev/null)" "$minimum_clang" &&
      can_link_fuzzer "clang++$clang_suffix"; then
      return 0
    fi
  done
  return 1
}

can_link_fuzzer() {
  "$1" -x c++ -fsanitize=fuzzer,address,undefined -o "$run_folder/fuzzer" - >/dev/null 2>&1 \
    <<<'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }'
}

ensure_clang_format() {
  [[ -z $(find_clang_format) ]] || return 0
  refresh_package_lists
  install_packages "clang-format $clang_version" "clang-format-$clang_version"
}

find_clang_format() {
  local name
  for name in "clang-format-$clang_version" clang-format; do
    if has "$name" && [[ $(version_in "$("$name" --version)") == "$clang_version".* ]]; then
      printf '%s' "$name"
      return
    fi
  done
}
