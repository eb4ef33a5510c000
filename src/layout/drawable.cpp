#include "layout/drawable.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "layout/drawable_table.gen.h"

namespace aushang::layout {
namespace {

using drawable_table::k_change;

/// A stretch of code points with one answer; 0: drawable.
struct Stretch {
  char32_t first = 0, end = 0;
  std::uint32_t reason = 0;
};

Stretch stretch_of(char32_t c) {
  const std::uint32_t* next = std::upper_bound(std::begin(k_change), std::end(k_change), c << 2 | 3);
  const char32_t end = next == std::end(k_change) ? 0x110000 : *next >> 2;
  if (next == std::begin(k_change)) return {0, end, 0};
  return {*(next - 1) >> 2, end, *(next - 1) & 3};
}

}  // namespace

std::optional<Undrawable> find_undrawable(std::string_view text) {
  constexpr unsigned char first_lead = 0xCC;  // of U+0300; all below can be drawn
  Stretch drawable;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < first_lead) {
      ++at;
      continue;
    }
    const base::Decoded decoded = base::decode(text, at);
    const char32_t c = decoded.code_point;
    if (c < drawable.first || c >= drawable.end) {
      const Stretch found = stretch_of(c);
      if (found.reason != 0) {
        return Undrawable{static_cast<Undrawable::Reason>(found.reason - 1), static_cast<std::uint32_t>(at)};
      }
      drawable = found;
    }
    at += decoded.length;
  }
  return std::nullopt;
}

}  // namespace aushang::layout
