// aushang: the command line tool as a WebAssembly module, which a program for Node calls as often as it likes
// (package/tool.js).
#include <cstddef>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "main/run.h"

/// `words`: where the app is, which streams are terminals that show colours (some of "12"), then the command
/// line's words, each ended by a NUL; `size` bytes in all.
extern "C" int aushang_run(const char* words, std::size_t size) {
  std::vector<std::string> all;
  for (std::string_view rest(words, size); !rest.empty(); rest.remove_prefix(all.back().size() + 1))
    all.emplace_back(rest.substr(0, rest.find('\0')));
  const std::string app_folder = all[0], colours = all[1];
  all.erase(all.begin(), all.begin() + 2);
  const bool output = colours.find('1') != std::string::npos, errors = colours.find('2') != std::string::npos;
  // The call before this one may have read to the end of its input.
  std::cin.clear();
  std::clearerr(stdin);
  const int code = aushang::cli::run(std::move(all), app_folder, {output, errors, errors});
  std::fflush(stdout);
  return code;
}
