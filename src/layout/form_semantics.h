#pragma once
/// Where the layer's elements of a form lie: one placement for each node, in their order. Containers are
/// placed, too, so that what leads to one finds it and assistive technology knows its extent.
#include <cstdint>
#include <vector>

#include "layout/form_layout.h"

namespace aushang::layout {

struct FormPlacement {
  float left = 0;  ///< border box, from the padding box of the container around it (CSS Positioned Layout 3,
                   ///< section 3.1), at the top from the form's upper left corner; CSS pixels
  float top = 0;
  float width = 0;
  float height = 0;
  float padding_top = 0;  ///< between the border's lower edge and the first line, so that text in a high box
                          ///< lies where it is drawn
  std::uint32_t first_start = 0;  ///< in FormSemantics::line_starts
  std::uint32_t start_count = 0;
};

struct FormSemantics {
  float height = 0;  ///< of the whole form
  std::vector<FormPlacement> placements;
  /// Where lines after the first begin: offsets into the node's text in UTF-16 code units. Ascending.
  std::vector<std::uint32_t> line_starts;
};

/// `page` is what arrange_form made of `form` with `theme`.
[[nodiscard]] FormSemantics form_semantics_of(const Form& form, const FormPage& page, const FormTheme& theme);

}  // namespace aushang::layout
