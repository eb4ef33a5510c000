// Any text → opportunities in order, between characters, equal to those of the rules applied one by one.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "check.h"
#include "layout/drawable.h"
#include "layout/line_break.h"
#include "slow_line_break.h"

namespace {

/// Bytes rarely are characters of many classes. So where the first byte is odd, each further one names one.
std::string to_text(const std::uint8_t* data, std::size_t size) {
  static constexpr char32_t characters[] = {
      'a',     'b',     'c',     '1',     '2',     ' ',     ' ',    '-',    '.',    ',',    '/',
      '(',     ')',     '[',     '{',     '}',     '!',     '?',    '"',    '$',    '%',    '+',
      '_',     '@',     '|',     '\n',    '\r',    '\t',    0xA0,   0xAD,   0xB4,   0x308,  0x5D0,
      0x85,    0x200B,  0x200D,  0x2060,  0x2014,  0x2019,  0x201C, 0x2026, 0x20AC, 0x3001, 0x300C,
      0x300D,  0x3042,  0x30FC,  0x4E00,  0xFFFC,  0x1100,  0x1160, 0x11A8, 0xAC00, 0xAC01, 0xFF08,
      0x1F1E6, 0x1F389, 0x1F44D, 0x1F3FB, 0x1F02C, 0xE0020, 0xFE0F};
  if (size == 0 || data[0] % 2 == 0) {
    return aushang::base::sanitize_utf8({reinterpret_cast<const char*>(data), size});
  }
  std::string text;
  for (std::size_t i = 1; i < size; ++i)
    aushang::base::append(text, characters[data[i] % std::size(characters)]);
  return text;
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_offsets(const std::string& text, const std::vector<std::uint32_t>& breaks) {
  std::uint32_t before = 0;
  for (const std::uint32_t at : breaks) {
    FUZZ_CHECK(at > before && at < text.size());
    FUZZ_CHECK(is_boundary(text, at));
    FUZZ_CHECK(text[at] != ' ' || text[at - 1] != ' ');
    before = at;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aushang;
  const std::string text = to_text(data, size);
  std::vector<std::uint32_t> breaks;
  layout::find_uax14_breaks(text, breaks);
  FUZZ_CHECK(breaks == slow::find_uax14_breaks(text));

  layout::find_breaks(text, breaks);
  check_offsets(text, breaks);
  std::vector<std::uint32_t> again = breaks;
  layout::add_punctuation_breaks(text, again);
  FUZZ_CHECK(again == breaks);  // nothing that is left is long and has an opportunity of ours

  if (const auto found = layout::find_undrawable(text)) {
    FUZZ_CHECK(found->offset < text.size() && is_boundary(text, found->offset));
    FUZZ_CHECK(!layout::find_undrawable(std::string_view(text).substr(0, found->offset)));
    const auto rest = layout::find_undrawable(std::string_view(text).substr(found->offset));
    FUZZ_CHECK(rest && rest->offset == 0 && rest->reason == found->reason);
  }
  return 0;
}
