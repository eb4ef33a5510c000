#include "ingest/text/decode.h"

#include <cstddef>
#include <utility>

#include "base/normal_form.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aushang::ingest {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

base::Diagnostic refused(std::string_view file, base::Position at, std::string_view what) {
  return {base::Severity::error,
          std::string(file),
          at,
          "not-utf8",
          "",
          std::string(what) +
              " Save the page as UTF-8: in the editor, \"Save with encoding\"; or on the command line, "
              "iconv -f WINDOWS-1252 -t UTF-8."};
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  std::size_t found = text.find(what), done = 0;
  if (found == std::string::npos) return;
  std::string out;
  for (; found != std::string::npos; found = text.find(what, done)) {
    out.append(text, done, found - done).append(with);
    done = found + what.size();
  }
  text = std::move(out.append(text, done));
}

/// Neither a line break, a tab or a form feed.
bool is_no_text(char32_t c) {
  const bool is_space = c == '\t' || c == '\n' || c == '\f';
  return (c < 0x20 && !is_space) || (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) ||
         (c & 0xFFFE) == 0xFFFE;
}

std::string without_controls(std::string text) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded one = base::decode(text, at);
    if (is_no_text(one.code_point)) {
      out.append(text, done, at - done).append("\uFFFD");
      done = at + one.length;
    }
    at += one.length;
  }
  if (done == 0) return text;
  return out.append(text, done);
}

/// Without what editors and copies leave in a text.
std::string clean(std::string_view bytes) {
  const bool plain = bytes.find('\r') == std::string_view::npos;
  std::string text = plain ? std::string(bytes) : base::with_line_breaks(bytes, "\n");
  replace_all(text, k_byte_order_mark, "");  // in the middle, too
  return without_controls(std::move(text));
}

}  // namespace

base::Result<std::string> decode_page(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return refused(file, {1, 1}, "the page is UTF-16.");
  if (const std::size_t valid = base::end_of_valid_utf8(bytes); valid < bytes.size()) {
    const std::string before = clean(bytes.substr(0, valid));
    return refused(file, base::position_at(before, before.size()), "a character here isn't UTF-8.");
  }
  return base::compose(clean(bytes));
}

}  // namespace aushang::ingest
