#include "ingest/text/decode.h"

#include <cstddef>

#include "base/normal_form.h"
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

/// Where a run of ASCII without NUL and CR ends.
std::size_t end_of_plain(std::string_view bytes, std::size_t from) {
  while (from < bytes.size() && bytes[from] > '\0' && bytes[from] != '\r') ++from;
  return from;
}

}  // namespace

base::Result<std::string> decode_page(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return refused(file, {1, 1}, "the page is UTF-16.");
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t plain = end_of_plain(bytes, at);
    text += bytes.substr(at, plain - at);
    if (plain == bytes.size()) break;
    const base::Decoded one = base::decode(bytes, plain);
    if (!one.valid)
      return refused(file, base::position_at(text, text.size()), "a character here isn't UTF-8.");
    const std::string_view character = bytes.substr(plain, one.length);
    at = plain + one.length;
    if (character == "\r") {
      text += '\n';
      if (at < bytes.size() && bytes[at] == '\n') ++at;
    } else if (one.code_point == 0) {
      base::append(text, base::k_replacement);
    } else if (character != k_byte_order_mark) {  // editors and copies leave it in the middle, too
      text += character;
    }
  }
  return base::compose(text);
}

}  // namespace aushang::ingest
