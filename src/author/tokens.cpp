#include "author/tokens.h"

#include <utility>

#include "base/utf8.h"

namespace aushang::author {
namespace {

bool is_glue(char32_t c) {
  return c == '\'' || c == '-' || c == '.' || c == '/' || c == '_' || c == '&' || c == '+';
}

bool is_word(char32_t c) { return base::is_word_character(c) && !is_without_spaces(c); }

bool is_capital(char32_t c) { return base::to_lower(c) != c; }

/// The signs that names end in: "C++", "C#".
bool ends_name(char32_t c) { return c == '+' || c == '#'; }

}  // namespace

bool is_without_spaces(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         c == 0x3005;
}

char32_t fold_letter(char32_t c) {
  if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) return 0;
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B || c == 0xB4 || c == 0x2032) return '\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x201F || c == 0x2033) return '"';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return base::to_lower(c);
}

Tokens tokenize(std::string_view text) { return tokenize(text, 0, static_cast<std::uint32_t>(text.size())); }

Tokens tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Tokens out;
  const std::string_view part = text.substr(0, end);
  bool after_space = true;
  char glue = 0;
  for (std::uint32_t at = begin; at < end;) {
    const base::Decoded d = base::decode(part, at);
    const auto length = static_cast<std::uint32_t>(d.length);
    const char32_t c = fold_letter(d.code_point);
    if (c == 0) {
      at += length;
      continue;
    }
    if (base::is_visual_space(c)) {
      after_space = true;
      glue = 0;
      at += length;
      continue;
    }
    const std::uint32_t next = at + length;
    if (is_word(c)) {
      const bool goes_on = !out.empty() && out.back().is_word && out.back().end == at &&
                           !is_without_spaces(base::decode(part, out.back().begin).code_point);
      if (goes_on) {
        base::append(out.back().text, c);
        out.back().end = next;
      } else {
        Token token{{}, at, next, true, is_capital(d.code_point), after_space, glue};
        base::append(token.text, c);
        out.push_back(std::move(token));
      }
    } else {
      const bool follows_word = !out.empty() && out.back().is_word && out.back().end == at;
      const bool is_before_word = next < end && is_word(fold_letter(base::decode(part, next).code_point));
      if (follows_word && ends_name(c) && !is_before_word) {
        base::append(out.back().text, c);
        out.back().end = next;
        at = next;
        continue;
      }
      if (follows_word && is_glue(c) && is_before_word) {
        glue = static_cast<char>(c);
        after_space = false;
        at = next;
        continue;
      }
      Token token{{}, at, next, is_without_spaces(c), false, after_space, 0};
      base::append(token.text, c);
      out.push_back(std::move(token));
    }
    after_space = false;
    glue = 0;
    at = next;
  }
  return out;
}

}  // namespace aushang::author
