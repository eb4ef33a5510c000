#pragma once
/// A form and a width become boxes.
///
/// Coordinates are CSS pixels from the form's own upper left corner (that of its panel). What is drawn
/// (form_draw.h), what is under the pointer (form_node_at) and where the layer's elements lie
/// (form_semantics.h) come from here.
///
/// The rules are those of the style sheet as arithmetic, with the numbers of WidgetLook:
/// - sizes include border and padding;
/// - top-level nodes and a container's children stack, each `margin_top` below the one before; the first has
///   none, and nothing collapses;
/// - a row's children stand side by side in equal columns, `gap` apart, without margins, all as high as the
///   highest; where the columns would be narrower than `narrowest`, they stand below each other, `gap` apart;
/// - chips stand one after the other, `gap` apart, each as wide as its text where the line has room for that,
///   else on lines of their own, `gap` apart;
/// - a pair's second is as wide as its text, at most k_tag_share of the pair, and stands at the right; the
///   first takes what is left, `gap` apart; both begin at the top; beside an option it stands only where the
///   pair isn't narrower than `narrowest`, else they stack;
/// - a why stands at the right end of its container's first line and takes no room;
/// - what is in a disclosure that is closed, but for its summary, has no extent;
/// - routes stand side by side in the same way as a row's columns, from the container's left edge; else they
///   stand below each other, `gap` apart and indented by its `padding_left`;
/// - a sign in a stack takes no room of it: it is a square of its `min_height`, `margin_top` below the upper
///   edge of what it stands in;
/// - no box is lower than its `min_height`; `field`, `area`, `progress` and `sign` are exactly that high;
/// - the text of a leaf wraps greedily at the opportunities of line_break.h and, where a stretch is wider
///   than its line, between any two characters. Runs of white space count as one space, except in
///   preview_text: there they are kept and hang at the ends of lines (`white-space: pre-wrap`);
/// - the text of what is checked stands `icon_room` further to the right;
/// - text of a widget that has a `min_height` stands in the middle of what its box leaves it, else at the
///   top;
/// - an empty text has no line, except in preview_text, where it has one.
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "layout/form.h"
#include "layout/measure.h"
#include "layout/page.h"

namespace aushang::layout {

inline constexpr std::uint32_t k_no_node = 0xFFFFFFFF;

struct FormBox {
  base::Rect rect;      ///< border box
  float text_left = 0;  ///< leaves: left edge of the room for text
  float text_top = 0;   ///< leaves: upper edge of the first line
  std::uint32_t first_line = 0;
  std::uint32_t line_count = 0;
  float line_height = 0;
  bool hidden = false;  ///< in a closed disclosure: it has no extent and isn't drawn
};

struct FormPage {
  float width = 0;
  float height = 0;
  std::vector<FormBox> boxes;  ///< one per node, in their order
  std::vector<Line> lines;     ///< `begin` and `end` are bytes of the node's text

  [[nodiscard]] std::span<const Line> lines_of(const FormBox& box) const {
    return {lines.data() + box.first_line, box.line_count};
  }
};

/// `width` in CSS pixels. One pass over the nodes and their texts. An empty form is 0 px high.
[[nodiscard]] FormPage arrange_form(const Form& form, float width, const FormTheme& theme,
                                    const TextMeasure& measure);

/// Whether the routes of this node do.
[[nodiscard]] bool stand_side_by_side(const Form& form, const FormPage& page, std::uint32_t routes);

inline constexpr float k_tag_share = 0.45F;

/// What can be activated: options, links, buttons and summaries.
[[nodiscard]] constexpr bool is_activated(Widget widget) {
  return is_option(widget) || widget == Widget::link || widget == Widget::why || widget == Widget::summary ||
         widget == Widget::main_button || widget == Widget::button || widget == Widget::text_button;
}

/// Index of the node at a point that can be activated, or k_no_node. `point` is in the form's coordinates.
[[nodiscard]] std::uint32_t form_node_at(const Form& form, const FormPage& page, base::Point point);

}  // namespace aushang::layout
