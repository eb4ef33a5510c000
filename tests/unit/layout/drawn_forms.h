#pragma once
/// How and where forms are drawn in tests.
#include "base/geometry.h"
#include "layout/form.h"
#include "platform/headless/measure.h"

namespace aushang::layout {

inline constexpr base::Point k_origin = {640, 100};

inline const FormTheme& form_look() {
  static const FormTheme one = platform::headless::form_theme();
  return one;
}

}  // namespace aushang::layout
