#pragma once
/// What people see on a terminal beyond the text itself: colours, and how far long work has got.
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace aushang::cli {

struct Terminal {
  bool colours_output = false;  ///< standard output is a terminal that shows colours
  bool colours_errors = false;  ///< standard error is
  bool shows_progress = false;
};

/// As this system says: a terminal shows colours unless NO_COLOR has a value (no-color.org) or TERM is
/// "dumb".
[[nodiscard]] Terminal terminal_of_system();

/// For all that is printed from now on; until it is said, there is no terminal.
void set_terminal(Terminal terminal);
[[nodiscard]] Terminal terminal();

/// As base::format writes it; in colours its place stands out, and its code tells an error from a warning.
[[nodiscard]] std::string shown(const base::Diagnostic& one, bool in_colours);

/// A line such as "12 of 40 postings read" on standard error, where the terminal shows progress and the work
/// takes longer than a moment. It is gone when the work is done.
class Progress {
 public:
  /// `moment`: how long nothing is shown.
  Progress(std::size_t all, std::string_view what,
           std::chrono::milliseconds moment = std::chrono::milliseconds(500));
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  std::size_t done_ = 0;
  std::size_t all_;
  std::string what_;
  std::chrono::milliseconds moment_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace aushang::cli
