#include <cstdio>
#include <iostream>
#include <string>

#include "logic/line.h"
#include "main/command.h"

namespace aushang::cli {

int run_logic(const Arguments& arguments) {
  if (!arguments.rest.empty()) return usage("logic", "it reads standard input and takes no file.");
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with('\r')) line.pop_back();
    std::printf("%s\n", logic::judge_line(line).c_str());
  }
  return k_done;
}

}  // namespace aushang::cli
