#include "doc/find.h"

#include <cstdint>

#include "base/utf8.h"

namespace aushang::doc {
namespace {

std::string_view folded_form(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xB4:
    case 0x60:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    default:
      return {};
  }
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

struct Folded {
  std::string text;
  std::vector<std::uint32_t> origin;  ///< for each folded byte, where its code point began; then the end
};

Folded fold(std::string_view text, bool with_origin) {
  Folded out;
  out.text.reserve(text.size());
  if (with_origin) out.origin.reserve(text.size() + 1);
  const auto put = [&](std::string_view bytes, std::size_t from) {
    out.text += bytes;
    if (with_origin) out.origin.insert(out.origin.end(), bytes.size(), static_cast<std::uint32_t>(from));
  };
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded d = base::decode(text, i);
    const char32_t c = d.code_point;
    if (is_invisible(c)) {
      // counts as nothing
    } else if (base::is_visual_space(c)) {
      if (out.text.empty() || out.text.back() != ' ') put(" ", i);
    } else if (const std::string_view form = folded_form(c); !form.empty()) {
      put(form, i);
    } else {
      put(text.substr(i, d.length), i);
    }
    i += d.length;
  }
  if (with_origin) out.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

}  // namespace

std::string fold_visible(std::string_view text) {
  std::string folded = fold(text, false).text;
  if (folded.ends_with(' ')) folded.pop_back();
  if (folded.starts_with(' ')) folded.erase(0, 1);
  return folded;
}

std::vector<Range> find_phrase(const Document& document, std::string_view phrase, std::size_t limit) {
  std::vector<Range> found;
  const std::string wanted = fold_visible(phrase);
  if (wanted.empty()) return found;
  const Folded all = fold(document.text, true);
  for (std::size_t at = all.text.find(wanted); at != std::string::npos && found.size() < limit;
       at = all.text.find(wanted, at + 1)) {
    // The end is where the last matched code point ends, not where the next one that is visible begins.
    const std::uint32_t last = all.origin[at + wanted.size() - 1];
    const auto length = static_cast<std::uint32_t>(base::decode(document.text, last).length);
    found.push_back({all.origin[at], last + length});
  }
  return found;
}

}  // namespace aushang::doc
