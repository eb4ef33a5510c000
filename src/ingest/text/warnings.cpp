#include "ingest/text/warnings.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/text/places.h"

namespace aushang::ingest {

void Warnings::add(std::size_t page_offset, std::string_view code, std::string message) {
  if (notes_.size() >= base::k_max_diagnostics) {
    ++left_out_;
    return;
  }
  notes_.push_back({page_offset, code, std::move(message)});
}

base::Diagnostics Warnings::resolve(std::string_view page, std::string_view file) && {
  std::stable_sort(notes_.begin(), notes_.end(),
                   [](const Note& a, const Note& b) { return a.offset < b.offset; });
  const auto same = [](const Note& a, const Note& b) {
    return a.offset == b.offset && a.message == b.message;
  };
  notes_.erase(std::unique(notes_.begin(), notes_.end(), same), notes_.end());
  base::Diagnostics out;
  Places places(page);
  for (Note& note : notes_) {
    out.push_back({base::Severity::warning, std::string(file), places.at(note.offset), std::string(note.code),
                   "", std::move(note.message)});
  }
  if (left_out_ > 0) {
    out.push_back(
        {base::Severity::warning,
         std::string(file),
         {},
         "more-warnings",
         "",
         std::to_string(left_out_) + " more warnings are not listed. Fix the first ones and run again."});
  }
  return out;
}

std::string quoted(std::string_view word) {
  constexpr std::size_t k_longest = 60;
  std::string line = base::single_line(word.substr(0, 4 * k_longest));
  if (base::count_code_points(line) > k_longest) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < k_longest; ++i) end += base::decode(line, end).length;
    line.resize(end);
    line += "…";
  }
  return line.find('"') == std::string::npos ? "\"" + line + "\"" : "“" + line + "”";
}

}  // namespace aushang::ingest
