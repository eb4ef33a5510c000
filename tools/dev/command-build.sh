# ./dev build and ./dev run.

example=assets/postings/phd-ot

command_build() {
  build_example
  once "npm package" build_package
  printf 'Built build/bin/aushang, build/app/, dist/ and build/aushang-VERSION.tgz in %s.\n' "$(total_time)"
}

# The app first: every site carries it.
build_example() {
  once "native build" build_native release
  once "app" build_app
  step "example site (dist/)" build_site
}

build_app() {
  build_web web-app
  ensure_node "$minimum_node_building"
  ensure_npm_packages
  step "app (build/app/)" node tools/build-app.mjs
}

# The tool for Node, with the app.
build_package() {
  build_web web-tool
  step "npm package" node tools/build-package.mjs
}

build_site() { build/bin/aushang build "$example" -o dist; }

command_run() {
  build_example
  printf 'Ready after %s. Stop with Ctrl-C.\n' "$(total_time)"
  rm -rf "$run_folder"
  exec node tools/serve.mjs dist
}
