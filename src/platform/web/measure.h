#pragma once
/// TextMeasure by the browser, remembered.
#include <array>
#include <unordered_map>
#include <vector>

#include "layout/measure.h"

namespace aushang::platform {

class BrowserMeasure final : public layout::TextMeasure {
 public:
  /// Forgets everything: the fonts are others now.
  void reset(int face_count);

  [[nodiscard]] float advance(layout::Face face, char32_t code_point) const override;
  [[nodiscard]] const std::array<float, 128>& ascii(layout::Face face) const override;
  [[nodiscard]] float run_unit() const override { return run_unit_; }

 private:
  struct FaceWidths {
    std::array<float, 128> ascii = {};
    std::unordered_map<char32_t, float> others;
    bool known = false;
  };
  [[nodiscard]] FaceWidths& widths(layout::Face face) const;
  mutable std::vector<FaceWidths> faces_;
  float run_unit_ = 0;
};

}  // namespace aushang::platform
