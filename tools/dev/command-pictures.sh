# ./dev pictures: makes the pictures in README.md anew.

command_pictures() {
  build_example
  ensure_node "$minimum_node_testing"
  ensure_npm_packages
  ensure_chromium
  step "pictures (docs/pictures/)" node tools/pictures.mjs dist
  printf 'Made docs/pictures/ in %s.\n' "$(total_time)"
}
