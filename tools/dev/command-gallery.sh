# ./dev gallery: pictures of every page and state, and a sheet that shows them. It prints a line for each state.

command_gallery() {
  local words=("$@")
  while (($#)); do
    case "$1" in
      --full | --resume) ;;
      --only) shift; [[ -n ${1:-} ]] || usage_error "--only takes names of states, as in: ./dev gallery --only meets,focus" ;;
      *) usage_error "./dev gallery knows --full, --only STATE and --resume, not '$1'." ;;
    esac
    shift
  done
  build_example
  ensure_node "$minimum_node_testing"
  ensure_npm_packages
  ensure_chromium
  ensure_fonts
  export AUSHANG_BIN=$project/build/bin/aushang
  rm -rf "$run_folder"
  exec node tools/gallery.mjs ${words[@]+"${words[@]}"}
}
