#include "base/formats.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"

namespace aushang::base {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_alphanumeric(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

template <class Predicate>
bool all(std::string_view text, Predicate is_fine) {
  return std::all_of(text.begin(), text.end(), is_fine);
}

/// Calls `is_fine` for each part between separators; false as soon as one isn't.
template <class Predicate>
bool all_parts(std::string_view text, char separator, Predicate is_fine) {
  while (true) {
    const std::size_t end = text.find(separator);
    if (!is_fine(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

/// Letters, digits and hyphens, none at the ends (RFC 1123, section 2.1).
bool is_host_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         all(label, [](char c) { return is_alphanumeric(c) || c == '-'; });
}

bool is_host_name(std::string_view host) {
  if (host.size() > 253 || host.find('.') == std::string_view::npos) return false;
  const std::string_view top = host.substr(host.rfind('.') + 1);
  return all_parts(host, '.', is_host_label) && !all(top, is_ascii_digit);
}

/// RFC 5322, section 3.2.3: atext.
bool is_atom_character(char c) {
  return is_alphanumeric(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_graphic_ascii(char c) { return c > 0x20 && c < 0x7F; }

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && is_lower(text.front()) &&
         all(text, [](char c) { return is_lower(c) || is_ascii_digit(c) || c == '_'; });
}

bool is_plain_key(std::string_view text) {
  return !text.empty() && !is_ascii_digit(text.front()) &&
         all(text, [](char c) { return is_alphanumeric(c) || c == '_' || c == '$'; });
}

bool is_language_tag(std::string_view text) {
  const std::string_view language = primary_subtag(text);
  if (language.size() < 2 || language.size() > 3 || !all(language, is_lower)) return false;
  if (language.size() == text.size()) return true;
  return text[language.size()] == '-' &&
         all_parts(text.substr(language.size() + 1), '-', [](std::string_view part) {
           return part.size() >= 2 && part.size() <= 8 && all(part, is_alphanumeric);
         });
}

bool is_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return false;
  for (const std::size_t i : {0u, 1u, 3u, 4u}) {
    if (!is_ascii_digit(text[i])) return false;
  }
  return text.substr(0, 2) <= "23" && text.substr(3) <= "59";
}

std::string what_is_wrong_with_address(std::string_view text) {
  if (!all(text, [](char c) { return c >= 0x20 && c < 0x7F; })) {
    return "an address can only have plain ASCII letters; a host with other letters has an ASCII form "
           "that "
           "starts with xn--.";
  }
  if (text.find('<') != std::string_view::npos) return "write the address alone, without a name and < >.";
  if (to_ascii_lower(text).starts_with("mailto:")) return "leave \"mailto:\" out.";
  if (text.find(',') != std::string_view::npos || text.find(';') != std::string_view::npos) {
    return "several addresses go into a list: [\"a@example.org\", \"b@example.org\"].";
  }
  if (text.find(' ') != std::string_view::npos)
    return "an address has no spaces in it; write name@example.org.";
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return "the @ is missing.";
  if (text.find('@', at + 1) != std::string_view::npos) return "there is more than one @.";
  const std::string_view local = text.substr(0, at);
  const bool is_local_fine = local.size() <= 64 && all_parts(local, '.', [](std::string_view atom) {
                               return !atom.empty() && all(atom, is_atom_character);
                             });
  if (!is_local_fine) return "what comes before the @ isn't right.";
  if (!is_host_name(text.substr(at + 1))) return "what comes after the @ isn't a host such as example.org.";
  return {};
}

std::string what_is_wrong_with_url(std::string_view text) {
  const std::string lower = to_ascii_lower(text);
  std::size_t host = 0;
  if (lower.starts_with("https://")) host = 8;
  if (lower.starts_with("http://")) host = 7;
  if (host == 0) return "a web address starts with https://.";
  if (!all(text, is_graphic_ascii)) {
    return "spaces and letters beyond ASCII must be written as %XX in a web address; copy it from the "
           "browser's "
           "address line.";
  }
  std::string_view authority = text.substr(host, text.find_first_of("/?#", host) - host);
  if (authority.find('@') != std::string_view::npos)
    return "a user name or password doesn't belong in a web address.";
  if (const std::size_t colon = authority.find(':'); colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !all(port, is_ascii_digit))
      return "the port after the host isn't right.";
    authority = authority.substr(0, colon);
  }
  if (!is_host_name(authority)) return "a host such as www.example.org was expected after https://.";
  if (text.find_first_of("\"<>\\^`{|}") != std::string_view::npos) {
    return "one of \" < > \\ ^ ` { | } is in it; copy the address from the browser's address bar.";
  }
  return {};
}

}  // namespace aushang::base
