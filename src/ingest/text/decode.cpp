#include "ingest/text/decode.h"

#include <algorithm>
#include <cstddef>

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

}  // namespace

base::Result<std::string> decode_page(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return refused(file, {1, 1}, "the page is UTF-16.");
  const std::string text = base::with_line_breaks(bytes, "\n");
  std::string out;
  out.reserve(text.size());
  base::Position at{1, 1};
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded one = base::decode(text, i);
    if (!one.valid) return refused(file, at, "a character here isn't UTF-8.");
    const std::string_view character = std::string_view(text).substr(i, one.length);
    i += one.length;
    // Editors and copies leave the mark in the middle too, where it is as invisible as at the start.
    if (character != k_byte_order_mark) {
      if (one.code_point == 0) {
        base::append(out, base::k_replacement);
      } else {
        out += character;
      }
    }
    ++at.column;
    if (one.code_point == '\n') ++at.line, at.column = 1;
  }
  return out;
}

}  // namespace aushang::ingest
