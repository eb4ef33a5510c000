#pragma once
/// How wide characters are: the only thing layout asks the world.
#include <array>

#include "layout/theme.h"

namespace aushang::layout {

class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// Advance of one code point in CSS pixels, as the browser sets it with kerning and ligatures off; then a
  /// text is as wide as the sum of its characters. 0 for what is drawn as nothing.
  [[nodiscard]] virtual float advance(Face face, char32_t code_point) const = 0;
  /// The same for ASCII, ready to be looked up.
  [[nodiscard]] virtual const std::array<float, 128>& ascii(Face face) const = 0;
  /// What the width of each stretch of text between inline elements' edges is rounded up to a multiple of, in
  /// CSS pixels; 0 where it is not rounded. Chromium: 1/64.
  [[nodiscard]] virtual float run_unit() const = 0;
};

}  // namespace aushang::layout
