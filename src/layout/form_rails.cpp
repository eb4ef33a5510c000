#include "layout/form_rails.h"

namespace aushang::layout {
namespace {

class Rails {
 public:
  Rails(const Form& form, const FormPage& page, const FormTheme& theme, std::vector<Rail>& out)
      : form_(form), page_(page), padding_(theme.look(Widget::routes)), out_(out) {}

  /// From each step that has a sign to the next one.
  void between(std::uint32_t steps) {
    std::uint32_t before = k_no_node;
    each(steps, [&](std::uint32_t step) {
      const std::uint32_t sign = child(step, Widget::sign);
      if (sign == k_no_node) return;
      if (before != k_no_node) upright(before, leaves_at(before), rect(sign).y, before);
      before = step;
    });
  }

  void into_routes(std::uint32_t step) {
    const std::uint32_t sign = child(step, Widget::sign), routes = columns_of(step);
    if (sign != k_no_node && routes != k_no_node) upright(step, rect(sign).bottom(), part_at(routes), step);
  }

  /// From where the routes part to their first signs, and from their last ones to where they meet.
  void around(std::uint32_t routes) {
    if (!stand_side_by_side(form_, page_, routes)) return;
    const std::uint32_t left = end_of(routes + 1, End::first);
    if (left == k_no_node) return;
    for (const bool lit : {false, true}) {
      each(routes, [&](std::uint32_t route) {
        const std::uint32_t first = end_of(route, End::first), last = end_of(route, End::last);
        if (first == k_no_node || is_lit(route) != lit) return;
        level(left, first, part_at(routes), route);
        upright(first, part_at(routes), rect(child(first, Widget::sign)).y, route);
        upright(last, leaves_at(last), meet_at(routes), route);
        level(left, first, meet_at(routes), route);
      });
    }
  }

 private:
  template <typename Use>
  void each(std::uint32_t container, const Use& use) const {
    for (std::uint32_t i = container + 1; i < form_.nodes[container].end; i = form_.nodes[i].end) use(i);
  }
  [[nodiscard]] std::uint32_t child(std::uint32_t container, Widget widget) const {
    std::uint32_t found = k_no_node;
    each(container, [&](std::uint32_t i) {
      if (found == k_no_node && form_.nodes[i].widget == widget) found = i;
    });
    return found;
  }

  [[nodiscard]] std::uint32_t columns_of(std::uint32_t step) const {
    const std::uint32_t routes = child(step, Widget::routes);
    return routes != k_no_node && stand_side_by_side(form_, page_, routes) ? routes : k_no_node;
  }
  enum class End : std::uint8_t { first, last };
  /// The step with a sign that a route begins or ends with: one in its steps, or the route itself.
  [[nodiscard]] std::uint32_t end_of(std::uint32_t route, End end) const {
    if (child(route, Widget::sign) != k_no_node) return route;
    const std::uint32_t steps = child(route, Widget::steps);
    std::uint32_t found = k_no_node;
    if (steps == k_no_node) return found;
    each(steps, [&](std::uint32_t step) {
      const bool is_wanted = found == k_no_node || end == End::last;
      if (is_wanted && child(step, Widget::sign) != k_no_node) found = step;
    });
    return found;
  }

  /// Where the rail leaves a step: below its sign, or where its routes have met again.
  [[nodiscard]] float leaves_at(std::uint32_t step) const {
    const std::uint32_t routes = columns_of(step);
    return routes != k_no_node ? meet_at(routes) : rect(child(step, Widget::sign)).bottom();
  }
  [[nodiscard]] float part_at(std::uint32_t routes) const {
    return rect(routes).y + padding_.border + padding_.padding_top / 2;
  }
  [[nodiscard]] float meet_at(std::uint32_t routes) const {
    return rect(routes).bottom() - padding_.border - padding_.padding_bottom / 2;
  }

  [[nodiscard]] const base::Rect& rect(std::uint32_t index) const { return page_.boxes[index].rect; }
  [[nodiscard]] bool is_lit(std::uint32_t index) const { return form_.nodes[index].tone == Tone::good; }
  /// On the middle of the step's sign.
  [[nodiscard]] float left_of_rail(std::uint32_t step) const {
    const base::Rect& sign = rect(child(step, Widget::sign));
    return sign.x + (sign.width - k_rail_thickness) / 2;
  }

  /// On the rail of a step's sign; `by`: what lights it.
  void upright(std::uint32_t step, float top, float bottom, std::uint32_t by) {
    if (bottom > top)
      out_.push_back({{left_of_rail(step), top, k_rail_thickness, bottom - top}, is_lit(by), by});
  }
  void level(std::uint32_t from, std::uint32_t to, float middle, std::uint32_t by) {
    const float left = left_of_rail(from), width = left_of_rail(to) - left;
    if (width <= 0) return;
    const base::Rect rect = {left, middle - k_rail_thickness / 2, width + k_rail_thickness, k_rail_thickness};
    out_.push_back({rect, is_lit(by), by});
  }

  const Form& form_;
  const FormPage& page_;
  const WidgetLook& padding_;
  std::vector<Rail>& out_;
};

}  // namespace

void append_rails(const Form& form, const FormPage& page, const FormTheme& theme, std::uint32_t index,
                  std::vector<Rail>& rails) {
  Rails of(form, page, theme, rails);
  const Widget widget = form.nodes[index].widget;
  if (widget == Widget::steps) of.between(index);
  if (widget == Widget::step) of.into_routes(index);
  if (widget == Widget::routes) of.around(index);
}

}  // namespace aushang::layout
