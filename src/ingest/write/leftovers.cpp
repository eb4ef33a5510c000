#include "ingest/write/leftovers.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "ingest/html/open_tags.h"
#include "ingest/markdown/attributes.h"
#include "ingest/markdown/code.h"
#include "ingest/markdown/footnotes.h"
#include "ingest/text/character_set.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr CharacterSet k_signs{"#*_~]:{[!\\<&(,"};

/// How many bytes of markup begin at `at`; 0 where there is none.
std::size_t markup_at(std::string_view text, std::size_t at) {
  const auto follows = [&](std::string_view what) { return text.substr(at, what.size()) == what; };
  const char before = at > 0 ? text[at - 1] : '\n';
  const bool line = before == '\n';
  const auto char_at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  switch (text[at]) {
    case '#': {
      const std::size_t end = std::min(text.find_first_not_of('#', at), text.size());
      return line && end - at > 1 && end - at < 7 && char_at(end) == ' ' ? end - at : 0;
    }
    case '*':
    case '_': {
      const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
      const bool touches = is_word(before) || is_word(char_at(end));
      const bool inside_word = is_word(before) && is_word(char_at(end));
      return end - at == 2 && touches && !(text[at] == '_' && inside_word) ? 2 : 0;
    }
    case '~':
      return follows("~~") && char_at(at + 2) != '~' && before != '~' ? 2 : 0;
    case ']':
      return follows("](") ? 2 : 0;
    case ':': {
      if (follows(":::")) return 3;
      if (is_word(before)) return 0;
      const std::size_t end =
          std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", at + 1), text.size());
      return end > at + 2 && char_at(end) == ':' && base::is_ascii_alpha(text[at + 1]) &&
                     !is_word(char_at(end + 1))
                 ? end + 1 - at
                 : 0;
    }
    case '{': {
      if (follows("{{") || follows("{%")) return 2;
      const Attributes list = read_attributes(text, at);
      return list.end != 0 && (char_at(at + 1) == '.' || char_at(at + 1) == '#' || char_at(at + 1) == ':')
                 ? list.end - at
                 : 0;
    }
    case '[':
      return footnote_name(text, at).empty() ? 0 : footnote_name(text, at).size() + 3;
    case '!':
      return line && follows("!!! ") ? 3 : 0;
    case '\\':
      return std::string_view("*_[](){}#`<> \n").find(char_at(at + 1)) != npos ||
                     base::is_ascii_alpha(char_at(at + 1))
                 ? 1
                 : 0;
    case '<': {
      const std::string name = tag_name(text, at);
      const std::string_view element = std::string_view(name).substr(name.starts_with('/') ? 1 : 0);
      const std::size_t end = text.find('>', at);
      return !name.empty() && end != npos && use_of(element) != TagUse::unknown ? end + 1 - at : 0;
    }
    case '&': {
      const std::size_t end = text.find(';', at);
      if (end == npos || end - at < 3 || end - at > 10) return 0;
      const std::string_view name = text.substr(at + 1, end - at - 1);
      return std::all_of(
                 name.begin(), name.end(),
                 [](char c) { return base::is_ascii_alpha(c) || base::is_ascii_digit(c) || c == '#'; })
                 ? end + 1 - at
                 : 0;
    }
    case '(':
      return before == ' ' && (follows("()") || follows("( )")) ? text.find(')', at) + 1 - at : 0;
    case ',':
      return follows(", ,") ? 3 : 0;
    default:
      return 0;
  }
}

}  // namespace

std::vector<std::string_view> find_leftovers(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; (at = k_signs.find(text, at)) < text.size();) {
    const std::size_t size = markup_at(text, at);
    if (size > 0) out.push_back(text.substr(at, size));
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

}  // namespace aushang::ingest
