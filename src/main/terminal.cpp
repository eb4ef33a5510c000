#include "main/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace aushang::cli {
namespace {

/// ECMA-48, section 8.3.117 (SGR); and 8.3.41 (EL), which wipes the rest of a line.
constexpr std::string_view k_bold = "\x1b[1m", k_red = "\x1b[1;31m", k_yellow = "\x1b[1;33m",
                           k_plain = "\x1b[0m";
constexpr const char* k_wipe_line = "\r\x1b[K";

Terminal current;

std::string in(std::string_view colour, std::string_view text) {
  return std::string(colour) + std::string(text) + std::string(k_plain);
}

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

Terminal terminal_of_system() {
  if (!variable("NO_COLOR").empty() || variable("TERM") == "dumb") return {};
  const bool errors = isatty(STDERR_FILENO) == 1;
  return {isatty(STDOUT_FILENO) == 1, errors, errors};
}

void set_terminal(Terminal terminal) { current = terminal; }
Terminal terminal() { return current; }

std::string shown(const base::Diagnostic& one, bool in_colours) {
  const std::string text = base::format(one), code = ": " + one.code + ": ";
  const std::size_t place = text.find(code);
  if (!in_colours || place == std::string::npos) return text;
  const std::string_view colour = one.severity == base::Severity::error ? k_red : k_yellow;
  return in(k_bold, text.substr(0, place)) + ": " + in(colour, one.code) +
         text.substr(place + code.size() - 2);
}

Progress::Progress(std::size_t all, std::string_view what, std::chrono::milliseconds moment)
    : all_(all), what_(what), moment_(moment) {}

void Progress::step() {
  ++done_;
  if (!current.shows_progress || std::chrono::steady_clock::now() - begin_ < moment_) return;
  std::fprintf(stderr, "%s%zu of %zu %s", k_wipe_line, done_, all_, what_.c_str());
  is_shown_ = true;
}

Progress::~Progress() {
  if (is_shown_) std::fputs(k_wipe_line, stderr);
}

}  // namespace aushang::cli
