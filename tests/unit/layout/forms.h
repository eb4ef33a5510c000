#pragma once
/// Forms for tests: built by hand, or at random with containers in containers.
#include <cstdint>
#include <string>
#include <utility>

#include "layout/form_layout.h"
#include "pages.h"
#include "random_markdown.h"

namespace aushang::layout {

class FormBuilder {
 public:
  FormNode& leaf(Widget widget, std::string text = "") {
    FormNode& node = form.nodes.emplace_back();
    node.widget = widget;
    node.end = static_cast<std::uint32_t>(form.nodes.size());
    node.id = "au-" + std::to_string(form.nodes.size());
    node.text = std::move(text);
    return node;
  }
  /// What `fill` adds stands in the container.
  template <typename Fill>
  void container(Widget widget, const Fill& fill) {
    leaf(widget);
    const std::size_t index = form.nodes.size() - 1;
    fill();
    form.nodes[index].end = static_cast<std::uint32_t>(form.nodes.size());
  }

  Form form;
};

/// Steps and routes as rails join them: a, then b or c with d, then e. 300 px wide.
inline Form picture(Tone a, Tone routes, Tone b, Tone c, Tone d) {
  FormBuilder builder;
  const auto step = [&](Widget widget, Tone tone, const auto& fill) {
    const std::size_t index = builder.form.nodes.size();
    builder.container(widget, [&] {
      builder.leaf(Widget::clause, "a");
      builder.leaf(Widget::sign).tone = tone;
      fill();
    });
    builder.form.nodes[index].tone = tone;
  };
  const auto nothing = [] {};
  builder.container(Widget::steps, [&] {
    step(Widget::step, a, nothing);
    step(Widget::step, routes, [&] {
      builder.container(Widget::routes, [&] {
        step(Widget::route, b, nothing);
        const std::size_t route = builder.form.nodes.size();
        builder.container(Widget::route, [&] {
          builder.container(Widget::steps, [&] {
            step(Widget::step, c, nothing);
            step(Widget::step, d, nothing);
          });
        });
        builder.form.nodes[route].tone = c == d ? c : Tone::open;
      });
    });
    step(Widget::step, Tone::open, nothing);
  });
  return builder.form;
}

/// Words, long stretches, signs of several bytes, soft hyphens, white space in all places.
inline std::string random_text(Random& random) {
  static constexpr const char* k_pieces[] = {"a",
                                             "word",
                                             "words",
                                             "and/or",
                                             " ",
                                             "  ",
                                             " ",
                                             " ",
                                             "\t",
                                             "\u00FCber",
                                             "\U0001F600",
                                             "-",
                                             ", ",
                                             "\u6F22\u5B57",
                                             "soft\u00ADhyphen",
                                             "unbreakablystretched",
                                             "x@y.example"};
  std::string out;
  for (std::size_t n = random.below(14); n > 0; --n) out += k_pieces[random.below(std::size(k_pieces))];
  return out;
}

inline void add_random(FormBuilder& builder, Random& random, int depth) {
  static constexpr Widget k_containers[] = {
      Widget::card,       Widget::status, Widget::group, Widget::row,   Widget::chips,   Widget::pair,
      Widget::disclosure, Widget::list,   Widget::line,  Widget::item,  Widget::preview, Widget::steps,
      Widget::step,       Widget::routes, Widget::route, Widget::points};
  for (std::size_t n = random.below(depth == 0 ? 12 : 5); n > 0; --n) {
    if (depth < 4 && random.one_in(3)) {
      builder.container(k_containers[random.below(std::size(k_containers))],
                        [&] { add_random(builder, random, depth + 1); });
      continue;
    }
    const auto widget = static_cast<Widget>(random.below(k_widget_count));
    if (is_container(widget)) continue;
    FormNode& node = builder.leaf(widget, random_text(random));
    node.checked = random.one_in(2);
    node.tone = static_cast<Tone>(random.below(5));
    node.value = random.one_in(2) ? "0.5" : "";
    if (is_option(widget)) node.input = random.one_in(2) ? Input::radio : Input::checkbox;
    if (is_drawn_by_document(widget) || widget == Widget::progress || widget == Widget::sign)
      node.text.clear();
  }
}

inline Form random_form(std::uint32_t seed) {
  Random random(seed);
  FormBuilder builder;
  add_random(builder, random, 0);
  return std::move(builder.form);
}

}  // namespace aushang::layout
