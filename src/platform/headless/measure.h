#pragma once
/// A world without a browser, for tests: characters of fixed simple widths, and a theme made of them.
///
/// Faces: the low three bits are the emphasis (layout::k_bold, …); 8 is added in headings.
#include <array>

#include "layout/form.h"
#include "layout/measure.h"

namespace aushang::platform::headless {

inline constexpr int k_face_count = 16;
inline constexpr layout::Face k_heading_face = 8;

/// px: 10 for a character of the text, 16 in headings; bold adds 1, code takes 1 away; Han, kana, Hangul and
/// emoji are twice as wide; what a browser draws as nothing (controls, U+00AD, U+200B, U+2060, U+FEFF) is 0.
class Measure final : public layout::TextMeasure {
 public:
  explicit Measure(float run_unit = 0);
  [[nodiscard]] float advance(layout::Face face, char32_t code_point) const override;
  [[nodiscard]] const std::array<float, 128>& ascii(layout::Face face) const override;
  [[nodiscard]] float run_unit() const override { return run_unit_; }

 private:
  std::array<std::array<float, 128>, k_face_count> ascii_ = {};
  float run_unit_;
};

/// Every distance has a number of its own, so that a test sees which one was taken.
[[nodiscard]] layout::Theme theme();

/// The same for forms.
[[nodiscard]] layout::FormTheme form_theme();

}  // namespace aushang::platform::headless
