command_help() {
  cat <<'TEXT'
Aushang: a job posting in Markdown becomes a page people can read, check themselves against and apply from.

  ./dev run              set up what is missing, build, serve the example, print its address
  ./dev test             everything that has to hold before a change lands: in Chromium, and in Firefox and WebKit where available
    --full               and every combination of engine, width and density, other compilers, and the tests as WebAssembly
    --only PATTERN       only test files and programs whose names match, as in --only 'tile-|unit.layout'
    --failed             only those in which a test failed last time
    PART…                only these: format types unit corpora conformance page native wasm includes
  ./dev build            build/bin/aushang, the web app in build/app/, the npm package in build/, and the example in dist/
  ./dev bench            measure speed, bytes and the app against the budgets; JSON lines on standard output
  ./dev fuzz [--minutes N] [name…]
                         run these fuzzers, or all, for N minutes each (1), and say at the end what they found
  ./dev format           format the C++ code with clang-format
  ./dev mutants [name…]  make small faults in a clone, one at a time, and say which of them the tests notice
  ./dev bare SYSTEM [run|test]
                         the same on a bare machine: debian-12 or debian-13, unpacked for this and removed again
  ./dev pictures         take the pictures in README.md again
  ./dev gallery [--full] [--only STATE[,STATE…]] [--resume]
                         build/gallery/index.html: pictures of every page and state, to look through
  ./dev help             this text

Start with ./dev run. The next thing to try: edit assets/postings/phd-ot, then ./dev build and reload the page.
Each step prints one line; its full output is in build/log/. A second run repeats nothing.

Missing packages are installed if the system is Debian or Ubuntu and you are root; otherwise one line says
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
