#include "doc/url.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace aushang::doc {
namespace {

/// What a browser's URL parser looks at: no leading or trailing C0 control or space, no tab or line break.
std::string as_parsed(std::string_view url) {
  const auto outside = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!url.empty() && outside(url.front())) url.remove_prefix(1);
  while (!url.empty() && outside(url.back())) url.remove_suffix(1);
  std::string out;
  for (const char c : url) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

/// The scheme in lower case; empty for relative addresses (WHATWG URL, scheme state).
std::string scheme_of(std::string_view parsed) {
  if (parsed.empty() || !base::is_ascii_alpha(parsed.front())) return {};
  const std::size_t colon = parsed.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view name = parsed.substr(0, colon);
  const bool well_formed = std::all_of(name.begin(), name.end(), [](char c) {
    return base::is_ascii_alpha(c) || base::is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return well_formed ? base::to_ascii_lower(name) : std::string();
}

/// "//host", and the spellings with backslashes that browsers take for the same.
bool names_a_host(std::string_view parsed) {
  const auto slash = [](char c) { return c == '/' || c == '\\'; };
  return parsed.size() >= 2 && slash(parsed[0]) && slash(parsed[1]);
}

}  // namespace

bool is_allowed_link(std::string_view url) {
  constexpr std::array<std::string_view, 4> allowed = {"https", "http", "mailto", "tel"};
  const std::string parsed = as_parsed(url);
  const std::string scheme = scheme_of(parsed);
  if (!scheme.empty()) return std::find(allowed.begin(), allowed.end(), scheme) != allowed.end();
  // Without a scheme nothing else runs, yet a colon before the first "/", "?" or "#" is some scheme misspelt.
  const std::size_t colon = parsed.find(':');
  return colon == std::string::npos || parsed.find_first_of("/?#") < colon;
}

bool is_allowed_image(std::string_view url) {
  const std::string parsed = as_parsed(url);
  return !parsed.empty() && scheme_of(parsed).empty() && is_allowed_link(url) && !names_a_host(parsed);
}

bool counts_from_folder(std::string_view url) {
  const std::string parsed = as_parsed(url);
  if (parsed.empty() || !scheme_of(parsed).empty()) return false;
  return parsed.front() != '/' && parsed.front() != '\\' && parsed.front() != '#';
}

bool is_external(std::string_view url) {
  const std::string parsed = as_parsed(url);
  const std::string scheme = scheme_of(parsed);
  return scheme == "http" || scheme == "https" || (scheme.empty() && names_a_host(parsed));
}

}  // namespace aushang::doc
