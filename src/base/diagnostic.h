#pragma once
/// What is wrong, where, and what to do, as a value. Every loader collects all of them before giving up.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::base {

/// A place in a text file. Lines and columns count from 1; a column is a code point, as editors count.
/// `line == 0` means "the file as a whole".
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// The position of byte `offset` in `text`; an offset beyond the end gives the end.
[[nodiscard]] Position position_at(std::string_view text, std::size_t offset);

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;  ///< as the user named it
  Position at;
  std::string code;     ///< kebab-case, stable: "unknown-key"
  std::string path;     ///< JSON path such as $.clauses[0].quote; empty where there is none
  std::string message;  ///< a sentence: what is wrong, what was expected, what to do
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& all);

/// "file:line:col: code: message [$.path]"; warnings say so before their message.
[[nodiscard]] std::string format(const Diagnostic& one);

/// By file, then position; errors before warnings at the same place.
void sort_by_place(Diagnostics& all);

}  // namespace aushang::base
