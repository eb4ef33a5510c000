#include "html/escape.h"

#include "base/percent.h"

namespace aushang::html {

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
        break;
    }
  }
  return out;
}

std::string escape_url(std::string_view url) {
  return escape(base::percent_encode(url, "!#$%&'()*+,/:;=?@"));
}

}  // namespace aushang::html
