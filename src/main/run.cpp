#include "main/run.h"

#include <cstdio>
#include <string_view>

#include "base/text.h"
#include "main/command.h"

namespace aushang::cli {
namespace {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int help() {
  print(
      "aushang: from a posting in Markdown to a page people can read, check themselves against, and apply "
      "from.\n\n");
  for (const Command& command : commands()) {
    std::printf("  aushang %-8.*s  %.*s\n", static_cast<int>(command.name.size()), command.name.data(),
                static_cast<int>(command.summary.size()), command.summary.data());
  }
  print("\n`aushang COMMAND --help` explains a command. `aushang --version` prints the version.\n");
  return k_done;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

int unknown_command(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string near(base::nearest(name, names));
  std::fprintf(stderr, "aushang: there is no command \"%s\"%s\nSee: aushang --help\n", name.c_str(),
               near.empty() ? "." : ("; did you mean \"" + near + "\"?").c_str());
  return k_usage;
}

bool asks_for_help(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

}  // namespace

int run(std::vector<std::string> words, const std::filesystem::path& app_folder, Terminal terminal) {
  if (words.empty()) {
    help();
    return k_usage;
  }
  const std::string name = words.front();
  words.erase(words.begin());
  if (name == "--help" || name == "-h" || (name == "help" && words.empty())) return help();
  if (name == "--version") {
    print("aushang " AUSHANG_VERSION "\n");
    return k_done;
  }
  const Command* command = find_command(name == "help" ? words.front() : name);
  if (command == nullptr) return unknown_command(name == "help" ? words.front() : name);
  if (name == "help" || asks_for_help(words)) {
    print(command->help);
    return k_done;
  }
  Arguments arguments(words, command->options, command->repeatable);
  if (!arguments.mistakes.empty()) {
    std::string all;
    for (const std::string& mistake : arguments.mistakes) all += (all.empty() ? "" : " ") + mistake;
    return usage(command->name, all);
  }
  arguments.app_folder = app_folder;
  terminal.shows_progress = terminal.shows_progress && !arguments.has("--quiet");
  set_terminal(terminal);
  return command->run(arguments);
}

}  // namespace aushang::cli
