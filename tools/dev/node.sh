# Node for the tools and tests, and the npm packages. Building and serving are content with Node 18; tests need 20.

minimum_node_building=18
minimum_node_testing=20
cached_node="$cache/node"

# ensure_node MINIMUM
ensure_node() {
  local minimum=$1
  if ! has_node "$minimum"; then get_node "$minimum"; fi
  has_node "$minimum" || fail "Missing: Node $minimum or newer. Put its node on the PATH, then run ./dev again."
  has npm || install_packages "npm" npm
}

has_node() { at_least "$(version_in "$(node --version 2>/dev/null)")" "$1"; }

get_node() {
  local minimum=$1
  if use_cached_node "$minimum"; then return; fi
  if uses_apt; then refresh_package_lists; fi
  if ! has npm || at_least "$(candidate_version nodejs)" "$minimum"; then
    install_packages "Node $minimum and npm" nodejs npm
  fi
  ! has_node "$minimum" || return 0
  [[ $(uname -s) == Linux ]] || fail "Missing: Node $minimum or newer. Put its node on the PATH, then run ./dev again."
  step "Node for the tests" install_cached_node
  use_cached_node "$minimum" || fail "The Node in $cached_node does not run. Put Node $minimum or newer on the PATH."
}

# An older Node fetches a newer one: npm has Node's own builds, pinned in tools/node by their hashes.
install_cached_node() {
  local making=$cached_node.making.$$
  rm -rf "$cached_node".making.*
  mkdir -p "$making"
  cp tools/node/package.json tools/node/package-lock.json tools/node/.npmrc "$making/"
  (cd "$making" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=verbose) ||
    fail_with_log "npm could not fetch Node. Check the network, or put Node $minimum_node_testing or newer on the PATH."
  # Not every npm links the program of an optional package.
  (cd "$making" && ln -s node_modules/node-linux-*/bin bin && chmod +x bin/node)
  rm -rf "$cached_node"
  mv "$making" "$cached_node"
}

use_cached_node() {
  [[ -f $cached_node/package-lock.json ]] || return 1
  [[ $(<tools/node/package-lock.json) == "$(<"$cached_node/package-lock.json")" ]] || return 1
  PATH=$cached_node/bin:$PATH
  hash -r
  has_node "$1"
}

ensure_npm_packages() {
  local lock
  lock=$(content_hash package-lock.json)
  [[ $(cat node_modules/.aushang-lock 2>/dev/null) != "$lock" ]] || return 0
  # npm empties the folder first, and would follow a link to somebody else's.
  [[ ! -L node_modules ]] || fail "node_modules is a link, and what it leads to has other packages than package-lock.json. Remove the link."
  step "npm packages" install_npm_packages "$lock"
}

install_npm_packages() {
  # Verbose, because npm tells the reason of an error of its own only there.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=verbose || fail_with_log "npm could not install the packages of package-lock.json."
  printf '%s' "$1" >node_modules/.aushang-lock
}
