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

Measure::Measure(float run_unit) : run_unit_(run_unit) {
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

layout::FormTheme form_theme() {
  using layout::Widget;
  layout::FormTheme theme;
  for (layout::WidgetLook& look : theme.looks) {
    look.margin_top = 8;
    look.line_height = 24;
    look.baseline = 18;
  }
  const auto at = [&](Widget widget) -> layout::WidgetLook& {
    return theme.looks[static_cast<std::size_t>(widget)];
  };
  const auto padding = [&](Widget widget, float top, float right, float bottom, float left) {
    layout::WidgetLook& look = at(widget);
    look.padding_top = top;
    look.padding_right = right;
    look.padding_bottom = bottom;
    look.padding_left = left;
  };
  at(Widget::card).margin_top = 28;
  at(Widget::card).border = 1;
  at(Widget::card).radius = 16;
  padding(Widget::card, 21, 22, 23, 24);
  for (const Widget widget : {Widget::title, Widget::heading}) {
    at(widget).line_height = widget == Widget::title ? 32 : 30;
    at(widget).baseline = 24;
    at(widget).face = k_heading_face;
  }
  at(Widget::heading).margin_top = 26;
  for (const Widget widget : {Widget::hint, Widget::preview_name}) {
    at(widget).margin_top = 4;
    at(widget).line_height = 20;
    at(widget).baseline = 15;
    at(widget).face = layout::k_code;
  }
  at(Widget::remark).face = layout::k_code;
  at(Widget::remark).line_height = 20;
  at(Widget::remark).baseline = 15;
  padding(Widget::remark, 0, 0, 0, 31);
  at(Widget::progress).min_height = 6;
  at(Widget::progress).radius = 3;
  at(Widget::status).radius = 10;
  padding(Widget::status, 12, 14, 13, 15);
  at(Widget::outcome).face = layout::k_bold;
  at(Widget::reason).margin_top = 2;
  at(Widget::group).margin_top = 18;
  at(Widget::legend).face = layout::k_bold;
  at(Widget::option).min_height = 44;
  at(Widget::option).icon_size = 18;
  padding(Widget::option, 7, 0, 9, 31);
  for (const Widget widget : {Widget::chip, Widget::quiet_chip}) {
    layout::WidgetLook& look = at(widget);
    look.border = 1;
    look.radius = 22;
    look.min_height = 40;
    look.icon_left = 4;
    look.icon_size = 11;
    look.icon_room = 5;
    padding(widget, 7, 15, 9, 17);
  }
  at(Widget::row).gap = 10;
  at(Widget::chips).gap = 7;
  at(Widget::pair).gap = 12;
  at(Widget::pair).narrowest = 150;
  padding(Widget::legend, 0, 70, 0, 0);
  padding(Widget::tag, 9, 0, 0, 0);
  at(Widget::summary).min_height = 40;
  at(Widget::summary).icon_size = 12;
  padding(Widget::summary, 9, 0, 9, 20);
  for (const Widget widget : {Widget::clause, Widget::aside, Widget::conclusion}) {
    padding(widget, 3, 0, 5, 27);
    at(widget).margin_top = 0;
  }
  at(Widget::conclusion).face = layout::k_bold;
  at(Widget::sign).min_height = 16;
  at(Widget::sign).margin_top = 7;
  at(Widget::step).margin_top = at(Widget::routes).margin_top = 0;
  at(Widget::routes).gap = 12;
  at(Widget::routes).narrowest = 90;
  padding(Widget::routes, 10, 0, 14, 28);
  padding(Widget::points, 0, 0, 0, 26);
  padding(Widget::list, 0, 0, 0, 20);
  at(Widget::field).min_height = 46;
  at(Widget::area).min_height = 96;
  at(Widget::preview).border = 1;
  at(Widget::preview).radius = 12;
  padding(Widget::preview, 16, 17, 18, 19);
  at(Widget::preview_text).margin_top = 0;
  for (const Widget widget : {Widget::main_button, Widget::button}) {
    layout::WidgetLook& look = at(widget);
    look.border = widget == Widget::main_button ? 0 : 1;
    look.radius = 11;
    look.min_height = widget == Widget::main_button ? 48 : 42;
    look.centred = 1;
    look.face = layout::k_bold;
    padding(widget, 8, 16, 8, 16);
  }
  return theme;
}

}  // namespace aushang::platform::headless
