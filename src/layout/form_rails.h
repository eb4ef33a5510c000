#pragma once
/// The lines that join the signs of steps: the picture's rails. Private to the module.
///
///     o  a step            from each sign to the next one
///     |
///     o  with two routes   from its sign to where they part,
///     +-------+
///     o       o            through each of them,
///     o       |
///     +-------+
///     |                    and from where they meet again
///     o  the next step
///
/// Routes that stand below each other part nowhere: the rail passes them by.
#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "layout/form_layout.h"

namespace aushang::layout {

struct Rail {
  base::Rect rect;         ///< upright or level, k_rail_thickness wide or high
  bool lit = false;        ///< met so far
  std::uint32_t step = 0;  ///< the node whose tone says so
};
inline constexpr float k_rail_thickness = 2;  ///< as in the style sheet

/// Appends the rails that belong to a node itself, not to what is nested in it: those between the signs of
/// steps, that which leads from a step's sign to its routes, and those around and below routes that stand
/// side by side. What is lit comes last, over what isn't.
void append_rails(const Form& form, const FormPage& page, const FormTheme& theme, std::uint32_t index,
                  std::vector<Rail>& rails);

}  // namespace aushang::layout
