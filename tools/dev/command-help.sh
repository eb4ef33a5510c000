command_help() {
  cat <<'TEXT'
Aushang: a job posting in Markdown becomes a page people can read, check themselves against and apply from.

  ./dev run              get what is missing, build, serve the example, print its address
  ./dev test [part…]     everything that is tested; or only these parts:
                           format native unit wasm conformance types page fuzz
                         (page: in Chromium; in Firefox and WebKit too, where they can be had)
  ./dev build            build/bin/aushang, the web app in build/app/, and the example in dist/
  ./dev bench            measure speed, bytes and the app against the budgets; JSON lines on standard output
  ./dev fuzz [seconds]   run each fuzzer that long (60)
  ./dev format           lay out the C++ code with clang-format
  ./dev mutants [name…]  put small faults into a clone, one at a time, and say which of them the tests notice
  ./dev help             this text

Start with ./dev run. The next thing to try: edit assets/postings/phd-ot, then ./dev build and reload the page.
Each step prints one line; what it printed itself is in build/log/. A second run repeats nothing.

Needed packages are installed where the system is Debian or Ubuntu and you are root; otherwise one line says
what to install. Tools too new for the system go into a private Debian 13 in the cache, not into the system.

  PORT               port of ./dev run (the first free one from 8080)
  AUSHANG_CACHE      sources, private tools (~/.cache/aushang)
  AUSHANG_SOURCES    folder with the archives named in cmake/sources.txt, instead of the network
  AUSHANG_MIRROR     Debian mirror for the private Debian (the one apt uses)
  AUSHANG_CHROMIUM   browser program for the page tests
  AUSHANG_FIREFOX    the same for Firefox, whose tests skip where there is none
  AUSHANG_SHARED     folder with real postings and suites (../shared); tests that read it skip without it
TEXT
}
