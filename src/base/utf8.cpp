#include "base/utf8.h"

#include <cstring>

namespace aushang::base {
namespace {

constexpr unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

bool in(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

}  // namespace

Decoded decode(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1, true};

  // Second-byte bounds exclude overlong forms, surrogates and values above U+10FFFF (RFC 3629, section 4).
  std::size_t length = 0;
  unsigned char low = 0x80, high = 0xBF;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, value = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, value = lead & 0x0Fu;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, value = lead & 0x07u;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {};
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (offset + i >= text.size()) return {k_replacement, i, false};
    const unsigned char next = byte_at(text, offset + i);
    if (next < low || next > high) return {k_replacement, i, false};
    value = (value << 6) | (next & 0x3Fu);
    low = 0x80, high = 0xBF;
  }
  return {value, length, true};
}

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || in(c, 0xD800, 0xDFFF)) c = k_replacement;
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)),
        put(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += decode(text, i).length) ++count;
  return count;
}

/// Eight bytes at a time, since most text is ASCII.
std::size_t end_of_ascii(std::string_view text, std::size_t from) {
  constexpr std::uint64_t k_high_bits = 0x8080808080808080u;
  while (from + 8 <= text.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + from, 8);
    if ((eight & k_high_bits) != 0) break;
    from += 8;
  }
  while (from < text.size() && byte_at(text, from) < 0x80) ++from;
  return from;
}

std::size_t end_of_valid_utf8(std::string_view text) {
  std::size_t at = end_of_ascii(text, 0);
  while (at < text.size()) {
    const Decoded one = decode(text, at);
    if (!one.valid) return at;
    at = end_of_ascii(text, at + one.length);
  }
  return at;
}

std::string sanitize_utf8(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    append(out, d.code_point == 0 ? k_replacement : d.code_point);
    i += d.length;
  }
  return out;
}

bool is_visual_space(char32_t c) {
  return c == ' ' || in(c, '\t', '\r') || c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 ||
         in(c, 0x2000, 0x200B) || in(c, 0x2028, 0x2029) || c == 0x202F || c == 0x205F || c == 0x2060 ||
         c == 0x3000 || c == 0xFEFF;
}

char32_t to_lower(char32_t c) {
  if (in(c, 'A', 'Z')) return c + 32;
  if (c < 0x80) return c;
  if (in(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (in(c, 0x100, 0x137) && c != 0x130) return c | 1;
  if (in(c, 0x139, 0x148)) return (c & 1) != 0 ? c + 1 : c;
  if (in(c, 0x14A, 0x177)) return c | 1;
  if (c == 0x178) return 0xFF;
  if (in(c, 0x179, 0x17E)) return (c & 1) != 0 ? c + 1 : c;
  if (in(c, 0x391, 0x3A9) && c != 0x3A2) return c + 32;
  if (in(c, 0x410, 0x42F)) return c + 32;
  if (in(c, 0x400, 0x40F)) return c + 80;
  if (in(c, 0x1E00, 0x1EFF) && !in(c, 0x1E96, 0x1E9F)) return c | 1;
  return c;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return in(c, 'a', 'z') || in(c, 'A', 'Z') || in(c, '0', '9') || c == '_';
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return true;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
  // Punctuation, symbols, spaces, arrows, box drawing, private use; everything else counts as a letter.
  return !(in(c, 0x2000, 0x2BFF) || in(c, 0x2E00, 0x2E7F) || in(c, 0x3000, 0x3004) || in(c, 0x3008, 0x3020) ||
           c == 0x30FB || in(c, 0xE000, 0xF8FF) || in(c, 0xFE10, 0xFE1F) || in(c, 0xFE30, 0xFE6F) ||
           in(c, 0xFF00, 0xFF0F) || in(c, 0xFF1A, 0xFF20) || in(c, 0xFF3B, 0xFF40) || in(c, 0xFF5B, 0xFF65) ||
           in(c, 0xFFE0, 0xFFFF) || in(c, 0x1F000, 0x1FAFF) || c >= 0xE0000);
}

}  // namespace aushang::base
