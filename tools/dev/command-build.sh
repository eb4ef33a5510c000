# ./dev build and ./dev run.

example=assets/postings/phd-ot

command_build() {
  build_example
  printf 'Built build/bin/aushang and dist/ in %s.\n' "$(total_time)"
}

build_example() {
  once "native build" build_native release
  step "example site (dist/)" build_site
}

build_site() { build/bin/aushang build "$example" -o dist; }

command_run() {
  build_example
  ensure_node "$minimum_node_serving"
  ensure_npm_packages
  printf 'Ready after %s. Stop with Ctrl-C.\n' "$(total_time)"
  rm -rf "$run_folder"
  exec node tools/serve.mjs dist
}
