#pragma once
/// The command line tool as one function: finds the command, checks its arguments, runs it.
#include <filesystem>
#include <string>
#include <vector>

#include "main/terminal.h"

namespace aushang::cli {

/// `words` as in "aushang WORDS…"; gives the exit code (main/command.h). What is printed goes to the standard
/// streams. `app_folder` is where the app is when nobody says; `terminal` is what the standard streams are.
/// It may be called any number of times.
int run(std::vector<std::string> words, const std::filesystem::path& app_folder, Terminal terminal);

}  // namespace aushang::cli
