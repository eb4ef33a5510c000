// A width and lines, each a node of a form, → boxes, lines, bands and places that agree with each other.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "check.h"
#include "layout/form_draw.h"
#include "layout/form_semantics.h"
#include "platform/headless/measure.h"

using namespace aushang;

namespace {

constexpr float k_near = 0.05F;

/// The first character of a line says what stands there, the second how it is: its tone and whether it is
/// checked, or how many of the next nodes a container holds. The rest is the node's text.
layout::Form form_of(std::string_view bytes) {
  const std::string text = base::sanitize_utf8(bytes);
  layout::Form form;
  std::vector<std::uint32_t> held;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.size() < 2 || !base::is_valid_utf8(line.substr(2))) continue;
    const auto state = static_cast<unsigned char>(line[1]);
    layout::FormNode& node = form.nodes.emplace_back();
    node.widget = static_cast<layout::Widget>(static_cast<unsigned char>(line[0]) % layout::k_widget_count);
    node.input = state % 2 == 0 ? layout::Input::radio : layout::Input::checkbox;
    node.tone = static_cast<layout::Tone>(state % 5);
    node.checked = state % 3 == 0;
    const bool container = layout::is_container(node.widget);
    held.push_back(container ? state % 16 : 0);
    node.value = line.substr(2);
    const bool shows_text = !container && !layout::is_drawn_by_document(node.widget) &&
                            node.widget != layout::Widget::progress && node.widget != layout::Widget::sign;
    if (shows_text) node.text = node.value;
  }
  const auto count = static_cast<std::uint32_t>(form.nodes.size());
  std::vector<std::uint32_t> open = {count};
  for (std::uint32_t i = 0; i < count; ++i) {
    while (open.size() > 1 && open.back() <= i) open.pop_back();
    form.nodes[i].end = std::min(i + 1 + held[i], open.back());
    open.push_back(form.nodes[i].end);
  }
  return form;
}

void check_boxes(const layout::Form& form, const layout::FormPage& page) {
  FUZZ_CHECK(page.boxes.size() == form.nodes.size() && std::isfinite(page.height));
  for (std::uint32_t i = 0; i < form.nodes.size(); ++i) {
    const layout::FormBox& box = page.boxes[i];
    if (box.hidden) {
      FUZZ_CHECK(box.rect.width == 0 && box.rect.height == 0);
      continue;
    }
    FUZZ_CHECK(std::isfinite(box.rect.x) && std::isfinite(box.rect.y));
    FUZZ_CHECK(box.rect.width >= 0 && box.rect.height >= 0 && box.rect.bottom() <= page.height + k_near);
    float beside = -1, below = -1;
    base::Rect before = {box.rect.x, box.rect.y, 0, 0};
    const layout::Widget around = form.nodes[i].widget;
    for (std::uint32_t child = i + 1; child < form.nodes[i].end; child = form.nodes[child].end) {
      const base::Rect& rect = page.boxes[child].rect;
      FUZZ_CHECK(rect.y >= box.rect.y && rect.bottom() <= box.rect.bottom() + k_near);
      if (form.nodes[child].widget == layout::Widget::why || page.boxes[child].hidden ||
          (form.nodes[child].widget == layout::Widget::sign && around == layout::Widget::pair))
        continue;  // take no room
      const bool in_routes = form.nodes[i].widget == layout::Widget::routes;
      const bool is_beside = form.nodes[child].widget == layout::Widget::sign && !in_routes;
      if (around == layout::Widget::chips || around == layout::Widget::line ||
          around == layout::Widget::pair) {
        FUZZ_CHECK(rect.y >= before.bottom() - k_near ||
                   (rect.y == before.y && rect.x >= before.right() - k_near));
        before = rect;
      } else if (in_routes && layout::stand_side_by_side(form, page, i)) {
        FUZZ_CHECK(rect.x >= beside - k_near && rect.y == page.boxes[i + 1].rect.y);
        FUZZ_CHECK(std::abs(rect.bottom() - page.boxes[i + 1].rect.bottom()) <= k_near);
        beside = rect.right();
      } else if (form.nodes[i].widget != layout::Widget::row && is_beside) {
        FUZZ_CHECK(rect.x == page.boxes[child].text_left && rect.width <= rect.height);
      } else if (form.nodes[i].widget == layout::Widget::row) {
        FUZZ_CHECK(rect.x >= beside - k_near && rect.y == page.boxes[i + 1].rect.y);
        FUZZ_CHECK(rect.height == page.boxes[i + 1].rect.height);
        beside = rect.right();
      } else {
        FUZZ_CHECK(rect.y >= below - k_near);
        below = rect.bottom();
      }
    }
    std::size_t at = 0;
    const auto left_out = [&](std::size_t to) {
      FUZZ_CHECK(to >= at);
      FUZZ_CHECK(form.nodes[i].text.substr(at, to - at).find_first_not_of(" \t\r") == std::string::npos);
    };
    for (const layout::Line& line : page.lines_of(box)) {
      FUZZ_CHECK(line.begin <= line.end && line.width >= 0);
      left_out(line.begin);
      at = line.end;
    }
    left_out(form.nodes[i].text.size());
    const float bottom = box.text_top + static_cast<float>(box.line_count) * box.line_height;
    FUZZ_CHECK(layout::is_container(form.nodes[i].widget) ||
               (box.text_top >= box.rect.y && bottom <= box.rect.bottom() + k_near));
  }
}

void check_bands(const layout::Form& form, const layout::FormPage& page, const layout::FormTheme& theme,
                 const layout::TextMeasure& measure) {
  const auto drawn = [&](base::Band band) {
    layout::DrawList list;
    layout::draw_form(form, page, theme, {}, band, measure, 0, list);
    return list;
  };
  const layout::DrawList whole = drawn({-100, page.height + 100});
  const float step = std::max(50.0F, page.height / 10);
  std::size_t texts = 0;
  for (float top = -100; top <= page.height + 100; top += step) {
    const layout::DrawList list = drawn({top, top + step});
    const auto meeting = [&](const auto& all) {
      return std::count_if(all.begin(), all.end(), [&](const auto& one) {
        return base::Band{top, top + step}.meets(one.rect.y, one.rect.bottom());
      });
    };
    FUZZ_CHECK(static_cast<std::size_t>(meeting(whole.below)) == list.below.size());
    FUZZ_CHECK(static_cast<std::size_t>(meeting(whole.items)) == list.items.size());
    for (const layout::TextDraw& text : list.texts) {
      FUZZ_CHECK(std::any_of(whole.texts.begin(), whole.texts.end(), [&](const layout::TextDraw& other) {
        return other.text.data() == text.text.data() && other.x == text.x && other.baseline == text.baseline;
      }));
    }
    texts += list.texts.size();
  }
  FUZZ_CHECK(texts >= whole.texts.size());
}

void check_places(const layout::Form& form, const layout::FormPage& page, const layout::FormTheme& theme) {
  const layout::FormSemantics semantics = layout::form_semantics_of(form, page, theme);
  std::size_t starts = 0;
  FUZZ_CHECK(semantics.placements.size() == form.nodes.size());
  for (std::size_t i = 0; i < form.nodes.size(); ++i) {
    const layout::FormPlacement& placement = semantics.placements[i];
    if (layout::is_container(form.nodes[i].widget)) {
      FUZZ_CHECK(placement.start_count == 0);
      continue;
    }
    FUZZ_CHECK(placement.first_start == starts && placement.padding_top >= 0);
    starts += placement.start_count;
    for (std::uint32_t n = 1; n < placement.start_count; ++n)
      FUZZ_CHECK(semantics.line_starts[placement.first_start + n - 1] <
                 semantics.line_starts[placement.first_start + n]);
    const base::Rect& rect = page.boxes[i].rect;
    FUZZ_CHECK(rect.width == placement.width && rect.height == placement.height);
    const base::Point inside = {rect.x + rect.width / 2, rect.y + rect.height / 2};
    if (!layout::is_activated(form.nodes[i].widget)) continue;
    if (rect.width <= 0 || rect.height <= 0) continue;  // nothing to point at
    const std::uint32_t found = layout::form_node_at(form, page, inside);
    FUZZ_CHECK(found != layout::k_no_node && page.boxes[found].rect.contains(inside));
  }
  FUZZ_CHECK(starts == semantics.line_starts.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const platform::headless::Measure measure;
  static const layout::FormTheme theme = platform::headless::form_theme();
  if (size == 0) return 0;
  const float width = static_cast<float>(data[0]) * 4;
  const layout::Form form = form_of({reinterpret_cast<const char*>(data + 1), size - 1});
  const layout::FormPage page = layout::arrange_form(form, width, theme, measure);
  check_boxes(form, page);
  check_bands(form, page, theme, measure);
  check_places(form, page, theme);
  return 0;
}
