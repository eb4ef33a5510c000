#include <cstdio>

#include "main/command.h"

namespace aushang::cli {

/// The npm package serves before it asks this program (package/main.js).
int run_serve(const Arguments&) {
  std::fprintf(
      stderr,
      "aushang serve: this program has no server; the npm package has: npx aushang serve DIR. Or build "
      "the site and serve its folder.\n");
  return k_failed;
}

}  // namespace aushang::cli
