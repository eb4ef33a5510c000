#include "platform/headless/measure.h"

namespace aushang::platform::headless {
namespace {

constexpr bool is_invisible(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

constexpr bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xFF01 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

constexpr float width_of(layout::Face face, char32_t c) {
  if (is_invisible(c)) return 0;
  float width = (face & k_heading_face) != 0 ? 16 : 10;
  if ((face & layout::k_bold) != 0) width += 1;
  if ((face & layout::k_code) != 0) width -= 1;
  return is_wide(c) ? 2 * width : width;
}

}  // namespace

Measure::Measure() {
  for (std::size_t face = 0; face < ascii_.size(); ++face) {
    for (std::size_t c = 0; c < 128; ++c)
      ascii_[face][c] = width_of(static_cast<layout::Face>(face), static_cast<char32_t>(c));
  }
}

float Measure::advance(layout::Face face, char32_t code_point) const { return width_of(face, code_point); }

const std::array<float, 128>& Measure::ascii(layout::Face face) const { return ascii_[face]; }

layout::Theme theme() {
  layout::Theme theme;
  for (std::size_t context = 0; context < layout::k_context_count; ++context) {
    const bool heading = context < static_cast<std::size_t>(layout::Context::body);
    layout::TextStyle& style = theme.styles[context];
    style.line_height = heading ? 40.0F - static_cast<float>(context) * 2 : 24.0F;
    style.baseline = style.line_height * 0.75F;
    for (std::size_t emphasis = 0; emphasis < layout::k_emphasis_count; ++emphasis)
      style.faces[emphasis] = static_cast<layout::Face>(emphasis + (heading ? k_heading_face : 0));
  }
  layout::TextStyle& code = theme.styles[static_cast<std::size_t>(layout::Context::code_block)];
  code.line_height = 20;
  code.baseline = 15;
  code.faces.fill(layout::k_code);
  layout::TextStyle& head = theme.styles[static_cast<std::size_t>(layout::Context::header_cell)];
  for (std::size_t emphasis = 0; emphasis < layout::k_emphasis_count; ++emphasis)
    head.faces[emphasis] = static_cast<layout::Face>(emphasis | layout::k_bold);
  theme.spacing = {.title_to_next = 30,
                   .island_to_next = 34,
                   .block_gap = 16,
                   .after_heading = 9,
                   .before_heading = {50, 38, 32, 31, 29, 28},
                   .rule_gap = 33,
                   .rule_thickness = 1,
                   .list_indent = 22,
                   .item_padding = 3,
                   .item_gap = 7,
                   .item_block_gap = 11,
                   .quote_border = 4,
                   .quote_padding = 15,
                   .code_border = 1,
                   .code_padding_x = 17,
                   .code_padding_y = 13,
                   .code_radius = 10,
                   .cell_padding_right = 12,
                   .cell_padding_y = 8,
                   .cell_border = 2};
  return theme;
}

}  // namespace aushang::platform::headless
