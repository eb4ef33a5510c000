# ./dev format, and the check of the same in ./dev test.

command_format() {
  ensure_clang_format
  step "format C++ code" format_files -i
}

check_format() {
  ensure_clang_format
  step "format check (./dev format mends it)" format_files --dry-run --Werror
}

format_files() {
  local files=()
  while IFS= read -r -d '' file; do files+=("$file"); done < <(cpp_files)
  ((${#files[@]})) || return 0
  "$(find_clang_format)" "$@" "${files[@]}"
}

cpp_files() { find src tests \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z; }
