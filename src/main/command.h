#pragma once
/// What every command shares: how it is called, how it answers.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "main/arguments.h"

namespace aushang::cli {

inline constexpr int k_done = 0;  ///< exit codes (they are part of the interface)
inline constexpr int k_failed = 1;
inline constexpr int k_usage = 2;

struct Command {
  std::string_view name;
  std::string_view summary;  ///< one line for the list of commands
  std::string_view help;     ///< teaches: what it does, how it is called, examples
  Known options;
  std::vector<std::string_view> repeatable;
  int (*run)(const Arguments& arguments);
};

[[nodiscard]] const std::vector<Command>& commands();

int run_check(const Arguments& arguments);
int run_extract(const Arguments& arguments);
int run_init(const Arguments& arguments);
int run_confirm(const Arguments& arguments);
int run_build(const Arguments& arguments);
int run_render(const Arguments& arguments);
int run_verdict(const Arguments& arguments);
int run_mail(const Arguments& arguments);
int run_logic(const Arguments& arguments);
int run_serve(const Arguments& arguments);

/// What day it is: as `--today` says, else by this machine's clock. Nothing where it says no date.
[[nodiscard]] std::optional<base::Date> today_of(const Arguments& arguments);
inline constexpr std::string_view k_what_today_is = "--today is a date such as 2026-01-31.";

/// A path as it is written in a command: in double quotes where a shell would take it apart.
[[nodiscard]] std::string as_word(const std::string& path);

/// One line each, errors and warnings, to standard error.
void report(const base::Diagnostics& all);
/// A usage mistake: the sentence and how to get help, to standard error. Returns k_usage.
int usage(std::string_view command, std::string_view mistake);

}  // namespace aushang::cli
