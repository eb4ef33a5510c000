// aushang: the command line tool as a program.
#include <string>
#include <vector>

#include "main/app_files.h"
#include "main/run.h"
#include "main/terminal.h"

int main(int argc, char** argv) {
  return aushang::cli::run(std::vector<std::string>(argv + 1, argv + argc),
                           aushang::cli::default_app_folder(), aushang::cli::terminal_of_system());
}
