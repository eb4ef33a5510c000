#pragma once
/// The line-break class of a code point. Looks it up in packed runs and remembers the last one, because
/// neighbours in a text are mostly neighbours in Unicode, too.
#include <cstdint>

#include "layout/line_break_table.gen.h"

namespace aushang::layout {

class LineBreakClasses {
 public:
  [[nodiscard]] std::uint8_t of(char32_t c) {
    if (c < 0x100) return line_break_table::k_latin[c];
    if (c - first_ >= length_) find_run(c);
    return class_ == line_break_table::H3 ? hangul(c) : class_;
  }

 private:
  void find_run(char32_t c) {
    using namespace line_break_table;
    int low = 0, high = k_checkpoints;  // the last checkpoint at or before c is in [low, high)
    while (high - low > 1) {
      const int middle = (low + high) / 2;
      (checkpoint(middle) <= c ? low : high) = middle;
    }
    const std::uint8_t* at = k_runs + k_offset[low];
    first_ = checkpoint(low);
    for (;;) {
      const std::uint8_t head = *at++;
      class_ = head & 0x3F;
      length_ = 0;
      for (int i = 0; i < head >> 6; ++i) length_ |= char32_t{*at++} << (8 * i);
      if (c - first_ <= length_++) return;
      first_ += length_;
    }
  }
  static char32_t checkpoint(int i) {
    return char32_t{line_break_table::k_first_high[i]} << 16 | line_break_table::k_first_low[i];
  }
  /// Hangul syllables are one run; those without a final consonant are H2 (Unicode 15, section 3.12).
  static std::uint8_t hangul(char32_t c) {
    constexpr char32_t first = 0xAC00, finals = 28;
    return (c - first) % finals == 0 ? line_break_table::H2 : line_break_table::H3;
  }

  char32_t first_ = 0, length_ = 0;
  std::uint8_t class_ = 0;
};

}  // namespace aushang::layout
