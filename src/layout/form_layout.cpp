#include "layout/form_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/wrap.h"

namespace aushang::layout {
namespace {

constexpr float k_unbounded = 1e6F;
constexpr float k_units = 64;  // in a CSS pixel, of browsers' lengths

class FormArranger {
 public:
  FormArranger(const Form& form, const FormTheme& theme, const TextMeasure& measure)
      : form_(form), theme_(theme), measure_(measure) {
    page_.boxes.resize(form.nodes.size());
  }

  FormPage run(float width) {
    page_.width = width;
    page_.height = stack(0, static_cast<std::uint32_t>(form_.nodes.size()), 0, 0, width);
    return std::move(page_);
  }

 private:
  /// Siblings one below the other; returns the lower edge of the last one.
  float stack(std::uint32_t first, std::uint32_t end, float left, float top, float width) {
    const float start = top;
    float lowest = top;  // of what takes no room
    for (std::uint32_t i = first; i < end; i = form_.nodes[i].end) {
      if (form_.nodes[i].widget == Widget::why) {
        const float own = std::min(natural_width(i), width);
        lowest = std::max(lowest, start + place(i, left + width - own, start, own));
        continue;
      }
      if (form_.nodes[i].widget == Widget::sign) {
        lowest = std::max(lowest, beside(i, left, start, width));
        continue;
      }
      if (i != first) top += look(i).margin_top;
      top += place(i, left, top, width);
    }
    return std::max(top, lowest);
  }

  /// How wide a leaf is with all its text in one line, rounded up so that it breaks no line; containers take
  /// all there is.
  float natural_width(std::uint32_t index) {
    const WidgetLook& look = this->look(index);
    if (is_container(form_.nodes[index].widget)) return k_unbounded;
    unbroken_.clear();
    wrap_text(form_.nodes[index], look, {0, 0, k_unbounded, 0}, unbroken_);
    const float text = unbroken_.empty() ? 0 : unbroken_.front().width;
    return std::ceil(text * k_units) / k_units + look.padding_left + look.padding_right + 2 * look.border;
  }

  /// Siblings one after the other in lines; returns the lower edge of the last line.
  float flow(std::uint32_t first, std::uint32_t end, float gap, const base::Rect& room) {
    float x = room.x, y = room.y, highest = 0;
    for (std::uint32_t i = first; i < end; i = form_.nodes[i].end) {
      const float width = std::min(natural_width(i), room.width);
      if (x > room.x && x + width > room.right()) {
        x = room.x;
        y += highest + gap;
        highest = 0;
      }
      highest = std::max(highest, place(i, x, y, width));
      x += width + gap;
    }
    return y + highest;
  }

  float pair(std::uint32_t first, std::uint32_t end, const WidgetLook& look, const base::Rect& room) {
    if (first == end) return room.y;
    const std::uint32_t second = form_.nodes[first].end;
    if (second == end) return room.y + place(first, room.x, room.y, room.width);
    if (form_.nodes[first].widget == Widget::option && room.width < look.narrowest)
      return stack(first, end, room.x, room.y, room.width);
    const float right = std::min(natural_width(second), room.width * k_tag_share);
    const float left = std::max(room.width - right - look.gap, 0.0F);
    const float first_height = place(first, room.x, room.y, left);
    const float second_height = place(second, room.right() - right, room.y, right);
    const float bottom = room.y + std::max(first_height, second_height);
    return stack(form_.nodes[second].end, end, room.x, bottom, room.width);
  }

  /// A sign beside what stacks; returns its lower edge.
  float beside(std::uint32_t index, float left, float top, float width) {
    const float size = place(index, left, top + look(index).margin_top, width);
    base::Rect& rect = page_.boxes[index].rect;
    rect.width = std::min(rect.width, size);
    return rect.bottom();
  }

  /// See form_layout.h; returns the lower edge of them all.
  float routes(std::uint32_t index, const base::Rect& room) {
    const FormNode& node = form_.nodes[index];
    const WidgetLook& look = this->look(index);
    float count = 0;
    for (std::uint32_t i = index + 1; i < node.end; i = form_.nodes[i].end) ++count;
    if (count == 0) return room.y;
    float x = page_.boxes[index].rect.x + look.border;
    const float width = (room.right() - x - look.gap * (count - 1)) / count;
    if (count == 1 || width < std::max(look.narrowest, 0.0F)) {
      float y = room.y - look.gap;
      for (std::uint32_t i = index + 1; i < node.end; i = form_.nodes[i].end)
        y += look.gap + place(i, room.x, y + look.gap, room.width);
      return y;
    }
    float highest = 0;
    for (std::uint32_t i = index + 1; i < node.end; i = form_.nodes[i].end, x += width + look.gap)
      highest = std::max(highest, place(i, x, room.y, width));
    for (std::uint32_t i = index + 1; i < node.end; i = form_.nodes[i].end) stretch(i, room.y + highest);
    return room.y + highest;
  }

  /// A route reaches down to where all meet again, and so does what it ends with.
  void stretch(std::uint32_t index, float bottom) {
    const FormNode& node = form_.nodes[index];
    base::Rect& rect = page_.boxes[index].rect;
    rect.height = bottom - rect.y;
    const bool is_rail = node.widget == Widget::route || node.widget == Widget::steps ||
                         node.widget == Widget::step || node.widget == Widget::routes;
    if (!is_rail) return;
    bottom -= look(index).border + look(index).padding_bottom;
    const bool all = node.widget == Widget::routes && stand_side_by_side(form_, page_, index);
    for (std::uint32_t i = index + 1; i < node.end; i = form_.nodes[i].end) {
      const bool reaches = all || (form_.nodes[i].end == node.end && node.widget != Widget::routes);
      if (reaches && is_container(form_.nodes[i].widget)) stretch(i, bottom);
    }
  }

  /// Siblings side by side, or below each other where that is too narrow; returns the lower edge of them all.
  float columns(std::uint32_t first, std::uint32_t end, const WidgetLook& row, base::Rect room) {
    float count = 0;
    for (std::uint32_t i = first; i < end; i = form_.nodes[i].end) ++count;
    if (count == 0) return room.y;
    const float width = std::max((room.width - row.gap * (count - 1)) / count, 0.0F);
    if (width < row.narrowest && count > 1) {
      float y = room.y - row.gap;
      for (std::uint32_t i = first; i < end; i = form_.nodes[i].end)
        y += row.gap + place(i, room.x, y + row.gap, room.width);
      return y;
    }
    float x = room.x, highest = 0;
    for (std::uint32_t i = first; i < end; i = form_.nodes[i].end, x += width + row.gap)
      highest = std::max(highest, place(i, x, room.y, width));
    for (std::uint32_t i = first; i < end; i = form_.nodes[i].end) {
      page_.boxes[i].rect.height = highest;
      centre(i);
    }
    return room.y + highest;
  }

  /// A node and what it contains; returns its height.
  float place(std::uint32_t index, float left, float top, float width) {
    const FormNode& node = form_.nodes[index];
    const WidgetLook& look = this->look(index);
    FormBox& box = page_.boxes[index];
    box.rect = {left, top, width, look.min_height};
    const float give_way = node.checked ? look.icon_room : 0;
    const base::Rect room = {
        left + look.border + look.padding_left + give_way, top + look.border + look.padding_top,
        std::max(width - 2 * look.border - look.padding_left - look.padding_right, 0.0F), 0};
    float bottom = room.y;
    if (is_container(node.widget)) {
      bottom = inside(index, look, room);
    } else {
      box.text_left = room.x;
      box.text_top = room.y;
      box.line_height = look.line_height;
      box.first_line = static_cast<std::uint32_t>(page_.lines.size());
      if (is_drawn_by_document(node.widget) || node.widget == Widget::progress || node.widget == Widget::sign)
        return look.min_height;
      text(node, look, room);
      box.line_count = static_cast<std::uint32_t>(page_.lines.size()) - box.first_line;
      bottom += static_cast<float>(box.line_count) * box.line_height;
    }
    box.rect.height = std::max(look.min_height, bottom + look.padding_bottom + look.border - top);
    centre(index);
    return box.rect.height;
  }

  /// What a container holds; returns its lower edge.
  float inside(std::uint32_t index, const WidgetLook& look, const base::Rect& room) {
    const FormNode& node = form_.nodes[index];
    if (node.widget == Widget::row) return columns(index + 1, node.end, look, room);
    if (node.widget == Widget::routes) return routes(index, room);
    if (node.widget == Widget::chips) return flow(index + 1, node.end, look.gap, room);
    if (node.widget == Widget::pair) return pair(index + 1, node.end, look, room);
    const bool is_shut = is_closed(node) && index + 1 < node.end;
    const std::uint32_t shown = is_shut ? form_.nodes[index + 1].end : node.end;
    const float bottom = stack(index + 1, shown, room.x, room.y, room.width);
    for (std::uint32_t i = shown; i < node.end; ++i) {
      page_.boxes[i].rect = {room.x, bottom, 0, 0};
      page_.boxes[i].hidden = true;
    }
    return bottom;
  }

  void text(const FormNode& node, const WidgetLook& look, const base::Rect& room) {
    const std::size_t first = page_.lines.size();
    wrap_text(node, look, room, page_.lines);
    if (node.widget == Widget::preview_text && page_.lines.size() == first)
      page_.lines.emplace_back().x = room.x;
    if (look.centred <= 0) return;
    for (std::size_t i = first; i < page_.lines.size(); ++i) {
      Line& line = page_.lines[i];
      // What is wider than its room starts at its edge (CSS Text 3, section 6.1).
      line.x += std::max(room.width - line.width, 0.0F) / 2;
    }
  }

  void wrap_text(const FormNode& node, const WidgetLook& look, const base::Rect& room,
                 std::vector<Line>& lines) {
    const bool keep = node.widget == Widget::preview_text;
    const doc::Range all = {0, static_cast<std::uint32_t>(node.text.size())};
    Segment segment;
    segment.text = all;
    TextStyle style;
    style.faces.fill(static_cast<Face>(look.face));
    wrap({node.text,
          all,
          {&segment, 1},
          style,
          room.x,
          room.width,
          0,
          keep ? WhiteSpace::keep : WhiteSpace::collapse},
         measure_, breaks_, lines);
  }

  /// Moves the text to where it belongs in a box of this height.
  void centre(std::uint32_t index) {
    const WidgetLook& look = this->look(index);
    FormBox& box = page_.boxes[index];
    if (look.min_height <= 0 || is_container(form_.nodes[index].widget)) return;
    const float left_over = box.rect.height - 2 * look.border - look.padding_top - look.padding_bottom -
                            static_cast<float>(box.line_count) * box.line_height;
    box.text_top = box.rect.y + look.border + look.padding_top + std::max(left_over, 0.0F) / 2;
  }

  [[nodiscard]] const WidgetLook& look(std::uint32_t index) const {
    return theme_.look(form_.nodes[index].widget);
  }

  const Form& form_;
  const FormTheme& theme_;
  const TextMeasure& measure_;
  std::vector<std::uint32_t> breaks_;
  std::vector<Line> unbroken_;
  FormPage page_;
};

}  // namespace

FormPage arrange_form(const Form& form, float width, const FormTheme& theme, const TextMeasure& measure) {
  return FormArranger(form, theme, measure).run(width);
}

bool stand_side_by_side(const Form& form, const FormPage& page, std::uint32_t routes) {
  const std::uint32_t first = routes + 1, end = form.nodes[routes].end;
  if (first >= end) return false;
  const std::uint32_t second = form.nodes[first].end;
  return second < end && page.boxes[second].rect.x > page.boxes[first].rect.x;
}

std::uint32_t form_node_at(const Form& form, const FormPage& page, base::Point point) {
  // What comes later lies above.
  for (auto i = static_cast<std::uint32_t>(page.boxes.size()); i-- > 0;) {
    if (is_activated(form.nodes[i].widget) && page.boxes[i].rect.contains(point)) return i;
  }
  return k_no_node;
}

}  // namespace aushang::layout
