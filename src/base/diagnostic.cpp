#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "base/utf8.h"

namespace aushang::base {

Position position_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  Position at{1, 1};
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++at.line;
      line_start = i + 1;
    }
  }
  at.column += static_cast<std::uint32_t>(count_code_points(text.substr(line_start, offset - line_start)));
  return at;
}

bool has_errors(const Diagnostics& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string format(const Diagnostic& one) {
  std::string out = one.file;
  if (one.at.line != 0) out += ":" + std::to_string(one.at.line) + ":" + std::to_string(one.at.column);
  out += ": " + one.code + ": ";
  if (one.severity == Severity::warning) out += "warning: ";
  out += one.message;
  if (!one.path.empty()) out += " [" + one.path + "]";
  return single_line(out);  // it quotes what somebody wrote, which must not move the cursor of a terminal
}

void sort_by_place(Diagnostics& all) {
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.at.line, a.at.column, a.severity) <
           std::tie(b.file, b.at.line, b.at.column, b.severity);
  });
}

}  // namespace aushang::base
