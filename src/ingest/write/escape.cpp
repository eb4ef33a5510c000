#include "ingest/write/escape.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/percent.h"
#include "base/text.h"
#include "base/utf8.h"
#include "doc/url.h"
#include "ingest/markdown/attributes.h"
#include "ingest/text/character_set.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr CharacterSet k_special{"\\`*[]~_<&!$^{:|#%"};
constexpr std::size_t k_longest_tag = 200;  ///< md4c takes "<30:>" for a link

bool consists_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == npos;
}

bool is_ascii_word(char c) { return base::is_ascii_alpha(c) || base::is_ascii_digit(c); }

/// "&name;", "&#1;": what would be decoded.
bool begins_reference(std::string_view text) {
  std::size_t i = 1;
  while (i < text.size() && i < 40 && (is_ascii_word(text[i]) || (text[i] == '#' && i == 1))) ++i;
  return i > 1 && i < text.size() && text[i] == ';';
}

char next_character(std::string_view text, std::size_t i, char next) {
  return i + 1 < text.size() ? text[i + 1] : next;
}

/// Without ">" it may come behind a mark.
bool is_address_in_brackets(std::string_view text) {
  return text.substr(0, text.find('>')).find_first_of(":@") != npos;
}

bool needs_escape(std::string_view text, std::size_t i, char before, char after, Place place, Pairs pairs) {
  switch (text[i]) {
    case '`':
    case '*':
    case '[':
    case ']':
      return true;
    case '~':
      return pairs.tildes;
    case '_':
      return pairs.underscores && !(is_ascii_word(before) && is_ascii_word(after));
    case '<':
      return base::is_ascii_alpha(after) || after == '/' || after == '!' || after == '?' || after == '\0' ||
             is_address_in_brackets(text.substr(i, k_longest_tag));
    case '&':
      return after == '\0' || begins_reference(text.substr(i));
    case '!':
      return after == '[' || after == '\0';
    case '$':
      return pairs.dollars;
    case '^':
      return pairs.carets;
    case '{':
      // Without "}" it may come behind a mark.
      return after != ' ' || before == '{' || text.find('}', i) == npos || read_attributes(text, i).end != 0;
    case ':':  // an emoji's name
      return !is_ascii_word(before) &&
             (base::is_ascii_alpha(after) || after == '+' || after == '-' || after == '\0');
    case '|':
      return place == Place::cell;
    case '#':
      return before == '{' ||
             (place == Place::heading && (after == '\0' || base::is_ascii_space(after) || after == '#'));
    case '%':
      return before == '{';
    default:
      return false;
  }
}

/// Whether the address whose "://" stands at `i` would be read as a link that it isn't, or show a backslash,
/// which means itself there.
bool is_misread_address(std::string_view text, std::size_t i, char next, Place place, Pairs pairs) {
  constexpr std::size_t k_longest = 2000;
  std::size_t at = i + 3;
  if (at >= text.size() || !is_ascii_word(text[at])) return true;
  for (; at < text.size() && !base::is_ascii_space(text[at]); ++at) {
    if (at - i > k_longest || text[at] == '\\') return true;
    if (pairs.addresses && (text[at] == '~' || needs_escape(text, at, text[at - 1],
                                                            next_character(text, at, next), place, pairs)))
      return true;
  }
  return false;
}

bool is_one_of(char32_t c, std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const auto& range) { return range.first <= c && c <= range.second; });
}

CharacterClass class_of(char32_t c) {
  if (c < 0x80) {
    if (base::is_ascii_space(static_cast<char>(c))) return CharacterClass::space;
    if (c < 0x20 || c == 0x7F) return CharacterClass::unclear;
    return is_ascii_word(static_cast<char>(c)) ? CharacterClass::word : CharacterClass::punctuation;
  }
  if (is_one_of(c, {{0xA0, 0xA0}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x3000, 0x3000}}))
    return CharacterClass::space;
  // Quotation marks, dashes, brackets and stops, of Chinese, Japanese and Korean, too.
  if (is_one_of(c, {{0xA1, 0xA1},
                    {0xAB, 0xAB},
                    {0xBB, 0xBB},
                    {0xBF, 0xBF},
                    {0x2010, 0x2027},
                    {0x2030, 0x203E},
                    {0x3001, 0x3003},
                    {0x3008, 0x3011},
                    {0x3014, 0x301B},
                    {0xFF01, 0xFF03},
                    {0xFF05, 0xFF0A},
                    {0xFF0C, 0xFF0F},
                    {0xFF1A, 0xFF1B},
                    {0xFF1F, 0xFF20},
                    {0xFF3B, 0xFF3D}}))
    return CharacterClass::punctuation;
  return base::is_word_character(c) ? CharacterClass::word : CharacterClass::unclear;
}

}  // namespace

std::size_t block_start(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == npos) return npos;
  const std::string_view text = line.substr(begin);
  const auto ends_marker = [&](std::size_t i) { return i >= text.size() || base::is_ascii_space(text[i]); };
  const char c = text.front();
  if (c == '>') return begin;
  if (c == '#') {
    const std::size_t after = std::min(text.find_first_not_of('#'), text.size());
    return after <= 6 && ends_marker(after) ? begin : npos;
  }
  if ((c == '-' || c == '+' || c == '*') && ends_marker(1)) return begin;
  if (base::is_ascii_digit(c)) {
    const std::size_t after = text.find_first_not_of("0123456789");
    const bool marker = after != npos && after <= 9 && (text[after] == '.' || text[after] == ')');
    return marker && ends_marker(after + 1) ? begin + after : npos;
  }
  const std::string_view trimmed = base::trim(text);
  if (consists_of(trimmed, "=")) return begin;
  // What generators begin blocks with.
  if (text.starts_with("!!!") || text.starts_with("???") || text.starts_with("===") ||
      text.starts_with(":::"))
    return begin;
  if ((c == ':' || c == '%') && ends_marker(1)) return begin;
  if (consists_of(trimmed, "-:| \t") && (c == '-' || c == ':' || c == '|'))
    return begin;  // rule, table, setext
  if ((c == '*' || c == '_') && consists_of(trimmed, std::string{c, ' ', '\t'})) return begin;
  if (text.starts_with("~~~")) return begin;
  if (text.starts_with("```") && text.find('`', text.find_first_not_of('`')) == npos) return begin;
  return npos;
}

void append_escaped(std::string& out, std::string_view text, Place place, char next, Pairs pairs) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = k_special.find(text, i);
    out += text.substr(i, end - i);
    if ((i = end) == text.size()) break;
    const char before = out.empty() ? ' ' : out.back();
    const char after = next_character(text, i, next);
    if (text[i] == '\\') {
      // At the end of a line it would break it.
      out += after == '\0' || base::is_ascii_space(after) ? "&#92;" : "\\\\";
      continue;
    }
    const bool address = text.substr(i, 3) == "://";
    if (needs_escape(text, i, before, after, place, pairs) ||
        (address && is_misread_address(text, i, next, place, pairs)))
      out += '\\';
    out += text[i];
  }
}

std::size_t longest_backticks(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string code_span(std::string_view text) {
  const std::string fence(longest_backticks(text) + 1, '`');
  // One space at each end is dropped again when it is read (section 6.1).
  const bool pad =
      text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
  std::string out = fence + (pad ? " " : "");
  for (const char c : text) {
    out += c == '\n' ? ' ' : c;
  }
  return out + (pad ? " " : "") + fence;
}

std::string link_tail(std::string_view address, std::string_view title) {
  std::string out = "(";
  const std::string_view trimmed = base::trim(address);
  for (std::size_t i = 0; i < trimmed.size(); ++i) {
    const char c = trimmed[i];
    const auto byte = static_cast<unsigned char>(c);
    constexpr std::string_view k_encoded = " <>`|{}^\"", k_escaped = "()[]\\*_~$";
    if (k_encoded.find(c) != npos) {
      out += base::percent_encode(std::string_view(&c, 1));
    } else if (k_escaped.find(c) != npos || (c == '&' && begins_reference(trimmed.substr(i)))) {
      out += '\\', out += c;
    } else if (byte >= 0x20 && byte != 0x7F) {  // browsers drop the others (URL Standard, section 4.4)
      out += c;
    }
  }
  const std::string one_line = base::single_line(title);
  if (!one_line.empty()) {
    out += " \"";
    for (std::size_t i = 0; i < one_line.size(); ++i) {
      constexpr std::string_view k_escaped = "\"\\`<[]|*_{$~^()";
      const char c = one_line[i];
      if (k_escaped.find(c) != npos || (c == '&' && begins_reference(std::string_view(one_line).substr(i))))
        out += '\\';
      out += c;
    }
    out += '"';
  }
  return out + ")";
}

std::string image(std::string_view alt, std::string_view address, std::string_view title, Place place) {
  if (base::trim(address).empty() || !doc::is_allowed_link(address)) return {};
  std::string out = "![";
  append_escaped(out, base::single_line(alt), place, ']');
  return out + "]" + link_tail(address, title);
}

std::string shifted_digits(std::string_view text, Shift shift) {
  constexpr std::array<char32_t, 10> up = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                           0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  std::string out;
  for (const char c : text) {
    if (base::is_ascii_digit(c)) {
      const auto digit = static_cast<std::size_t>(c - '0');
      base::append(out, shift == Shift::up ? up[digit] : static_cast<char32_t>(0x2080 + digit));
    } else if (c == '+' || c == '-') {
      base::append(out, static_cast<char32_t>((shift == Shift::up ? 0x207A : 0x208A) + (c == '-' ? 1 : 0)));
    } else {
      return {};
    }
  }
  return out;
}

CharacterClass class_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return CharacterClass::space;
  std::size_t begin = offset - 1;
  while (begin > 0 && offset - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80u)
    --begin;
  return class_of(base::decode(text, begin).code_point);
}

CharacterClass class_at(std::string_view text, std::size_t offset) {
  return offset >= text.size() ? CharacterClass::space : class_of(base::decode(text, offset).code_point);
}

}  // namespace aushang::ingest
