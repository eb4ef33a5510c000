#include "platform/web/measure.h"

#include "platform/web/host.h"

namespace aushang::platform {

void BrowserMeasure::reset(int face_count) {
  faces_.clear();
  faces_.resize(static_cast<std::size_t>(face_count));
  run_unit_ = aushang_run_unit();
}

BrowserMeasure::FaceWidths& BrowserMeasure::widths(layout::Face face) const {
  FaceWidths& widths = faces_[face];
  if (!widths.known) {
    aushang_advances(face, widths.ascii.data());
    widths.known = true;
  }
  return widths;
}

const std::array<float, 128>& BrowserMeasure::ascii(layout::Face face) const { return widths(face).ascii; }

float BrowserMeasure::advance(layout::Face face, char32_t code_point) const {
  FaceWidths& known = widths(face);
  if (code_point < 0x80) return known.ascii[code_point];
  const auto [at, is_new] = known.others.try_emplace(code_point, 0.0F);
  if (is_new) at->second = aushang_advance(face, code_point);
  return at->second;
}

}  // namespace aushang::platform
