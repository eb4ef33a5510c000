#include "layout/form_draw.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/form_rails.h"
#include "layout/runs.h"

namespace aushang::layout {
namespace {

/// Of the frames of checked options, of icons and of the strokes in them; as in the style sheet.
constexpr float k_thick = 2;
constexpr float k_checkbox_radius = 5;
constexpr float k_box_chip_radius = 9;  // of a chip that others may be chosen beside
/// Of a rail that isn't lit: as long as browsers draw the dots of such a line, and as far apart.
constexpr float k_dash = 2;

/// What icons are drawn with, in shares of their size.
constexpr base::Point k_check[] = {{0.25F, 0.53F}, {0.43F, 0.71F}, {0.76F, 0.32F}};
constexpr base::Point k_falling[] = {{0.32F, 0.32F}, {0.68F, 0.68F}};
constexpr base::Point k_rising[] = {{0.32F, 0.68F}, {0.68F, 0.32F}};
constexpr base::Point k_bar[] = {{0.5F, 0.24F}, {0.5F, 0.56F}};
constexpr base::Point k_dot[] = {{0.5F, 0.68F}, {0.5F, 0.77F}};
constexpr base::Point k_shut[] = {{0.35F, 0.2F}, {0.65F, 0.5F}, {0.35F, 0.8F}};
constexpr base::Point k_open[] = {{0.2F, 0.35F}, {0.5F, 0.65F}, {0.8F, 0.35F}};

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::none:
      return Ink::text;
    case Tone::good:
      return Ink::good;
    case Tone::open:
      return Ink::link;
    case Tone::bad:
    case Tone::ask:
      return Ink::warn;
  }
  return Ink::text;
}

Ink surface_of(Tone tone) {
  return tone == Tone::good ? Ink::good_soft : tone == Tone::open ? Ink::soft : Ink::warn_soft;
}

/// A number between 0 and 1; what is none counts as 0.
float share_of(const std::string& value) {
  const float share = static_cast<float>(std::strtod(value.c_str(), nullptr));
  return share > 0 ? std::min(share, 1.0F) : 0;
}

class FormDrawer {
 public:
  FormDrawer(const Form& form, const FormPage& page, const FormTheme& theme, base::Point origin,
             base::Band band, const TextMeasure& measure, std::uint32_t hovered, DrawList& out,
             std::span<const Tone> before)
      : form_(form),
        page_(page),
        theme_(theme),
        origin_(origin),
        band_(band),
        measure_(measure),
        hovered_(hovered),
        out_(out),
        before_(before) {}

  void run() {
    for (std::uint32_t i = 0; i < form_.nodes.size();) {
      const FormNode& node = form_.nodes[i];
      base::Rect rect = page_.boxes[i].rect;
      rect.x += origin_.x;
      rect.y += origin_.y;
      if (page_.boxes[i].hidden || !band_.meets(rect.y, rect.bottom())) {
        i = node.end;  // nothing reaches out of its container
        continue;
      }
      if (node.widget == Widget::status) enter_status(node, i);
      fade_ = i < status_end_ && status_changes_ ? Fade::in : Fade::none;
      if (node.widget == Widget::disclosure) is_open_ = node.checked;
      draw(node, i, rect);
      ++i;
    }
  }

 private:
  void draw(const FormNode& node, std::uint32_t index, const base::Rect& rect) {
    const WidgetLook& look = theme_.look(node.widget);
    const FormBox& box = page_.boxes[index];
    const bool over = index == hovered_;
    Ink ink = Ink::text;
    float underline = 0;
    switch (node.widget) {
      case Widget::card:
        fill(rect, Ink::card, look.radius);
        frame(rect, Ink::line, look.radius, look.border);
        break;
      case Widget::preview:
        frame(rect, Ink::line, look.radius, look.border);
        break;
      case Widget::status:
        status(index, rect, look.radius);
        break;
      case Widget::outcome:
        ink = ink_of(node.tone == Tone::none ? tone_ : node.tone);
        break;
      case Widget::hint:
      case Widget::remark:
      case Widget::count:
      case Widget::line_item:
      case Widget::tag:
      case Widget::preview_name:
        ink = node.tone == Tone::none ? Ink::quiet : ink_of(node.tone);
        break;
      case Widget::option:
        option(node, rect, look, origin_.y + box.text_top);
        break;
      case Widget::chip:
      case Widget::quiet_chip:
        ink = chip(node, rect, look, over);
        break;
      case Widget::summary:
        stroke(is_open_ ? k_open : k_shut, icon_place(rect, look, origin_.y + box.text_top, look.line_height),
               Ink::text);
        break;
      case Widget::sign:
        sign(index, square(rect, std::min(rect.width, look.min_height)));
        break;
      case Widget::steps:
      case Widget::step:
      case Widget::routes:
        rails(index);
        break;
      case Widget::aside:
        ink = Ink::quiet;
        break;
      case Widget::progress:
        fill(rect, Ink::line, look.radius);
        fill({rect.x, rect.y, rect.width * share_of(node.value), rect.height}, Ink::link, look.radius);
        break;
      case Widget::link:
      case Widget::why:
      case Widget::text_button:
        ink = Ink::link;
        underline = over ? 2 : 1;
        break;
      case Widget::main_button:
        ink = Ink::on_accent;
        fill(rect, Ink::link, look.radius);
        underline = over ? 1 : 0;
        break;
      case Widget::button:
        ink = Ink::link;
        frame(rect, over ? Ink::link : Ink::strong_line, look.radius, look.border);
        break;
      case Widget::text:
        ink = ink_of(node.tone);
        break;
      case Widget::title:
      case Widget::heading:
      case Widget::reason:
      case Widget::group:
      case Widget::legend:
      case Widget::chips:
      case Widget::row:
      case Widget::pair:
      case Widget::list:
      case Widget::item:
      case Widget::line:
      case Widget::disclosure:
      case Widget::clause:
      case Widget::route:
      case Widget::points:
      case Widget::conclusion:
      case Widget::field_label:
      case Widget::field:
      case Widget::area:
      case Widget::preview_text:
        break;
    }
    lines(node, box, look, ink, underline);
    if (is_activated(node.widget) || is_drawn_by_document(node.widget) || node.widget == Widget::progress)
      out_.items.push_back({rect, node.id});
  }

  /// Its box stands beside the first line of its text.
  void option(const FormNode& node, const base::Rect& rect, const WidgetLook& look, float text_top) {
    if (node.input == Input::none || look.icon_size <= 0) return;
    const base::Rect icon = icon_place(rect, look, text_top, look.line_height);
    if (node.checked) {
      fill(icon, Ink::good, k_checkbox_radius);
      stroke(k_check, icon, Ink::on_accent);
    } else {
      frame(icon, Ink::strong_line, k_checkbox_radius, k_thick);
    }
  }

  /// Chosen ones are told by a check mark as well as by their surface. Returns the ink of the text.
  Ink chip(const FormNode& node, const base::Rect& rect, const WidgetLook& look, bool over) {
    const bool is_quiet = node.widget == Widget::quiet_chip;
    const bool is_box = node.input == Input::checkbox && !is_quiet;
    const float radius = is_box ? k_box_chip_radius : std::min(look.radius, rect.height / 2);
    if (node.checked) {
      const Ink ink = is_quiet ? Ink::card : Ink::on_accent;
      fill(rect, is_quiet ? Ink::quiet : Ink::link, radius);
      if (look.icon_size > 0) stroke(k_check, icon_place(rect, look, rect.y, rect.height), ink);
      return ink;
    }
    frame(rect, over ? Ink::link : is_quiet ? Ink::line : Ink::strong_line, radius, look.border);
    return is_quiet ? Ink::quiet : Ink::text;
  }

  [[nodiscard]] Tone tone_before(std::uint32_t index) const {
    return index < before_.size() ? before_[index] : form_.nodes[index].tone;
  }

  void enter_status(const FormNode& node, std::uint32_t index) {
    tone_ = node.tone;
    status_end_ = node.end;
    status_changes_ = tone_before(index) != node.tone;
  }

  void status(std::uint32_t index, const base::Rect& rect, float radius) {
    const auto surface = [&](Tone tone, Fade fade) {
      fade_ = fade;
      if (tone != Tone::none) fill(rect, surface_of(tone), radius);
    };
    const Tone now = form_.nodes[index].tone;
    // The new one lies over the old one, which is seen until it is covered: so the ground never shines
    // through.
    if (status_changes_) surface(tone_before(index), now == Tone::none ? Fade::out : Fade::none);
    surface(now, status_changes_ ? Fade::in : Fade::none);
  }

  void sign(std::uint32_t index, const base::Rect& icon) {
    const Tone now = form_.nodes[index].tone, before = tone_before(index);
    if (now != before) {
      fade_ = Fade::out;
      sign(before, icon);
      fade_ = Fade::in;
    }
    sign(now, icon);
  }

  /// By its form as well as by its colour: check mark, empty ring, cross, exclamation mark.
  void sign(Tone tone, const base::Rect& icon) {
    if (icon.width <= 0) return;
    const float radius = icon.width / 2;
    if (tone == Tone::none) return frame(icon, Ink::strong_line, radius, k_thick);
    if (tone == Tone::good) {
      fill(icon, Ink::good, radius);
      stroke(k_check, icon, Ink::on_accent);
      return;
    }
    frame(icon, ink_of(tone), radius, k_thick);
    if (tone == Tone::bad) {
      stroke(k_falling, icon, Ink::warn);
      stroke(k_rising, icon, Ink::warn);
    } else if (tone == Tone::ask) {
      stroke(k_bar, icon, Ink::warn);
      stroke(k_dot, icon, Ink::warn);
    }
  }

  static base::Rect square(const base::Rect& rect, float size) { return {rect.x, rect.y, size, size}; }

  void rails(std::uint32_t index) {
    rails_.clear();
    append_rails(form_, page_, theme_, index, rails_);
    for (Rail& rail : rails_) {
      rail.rect.x += origin_.x;
      rail.rect.y += origin_.y;
      const bool was_lit = tone_before(rail.step) == Tone::good;
      if (was_lit != rail.lit) {
        fade_ = Fade::out;
        this->rail(rail.rect, was_lit);
        fade_ = Fade::in;
      }
      this->rail(rail.rect, rail.lit);
      fade_ = Fade::none;
    }
  }

  void rail(const base::Rect& rect, bool lit) {
    if (lit) {
      fill(rect, Ink::good, 0);
    } else {
      dashes(rect);
    }
  }

  void dashes(const base::Rect& rail) {
    if (rail.width > rail.height) {
      for (float x = rail.x; x < rail.right(); x += 2 * k_dash)
        fill({x, rail.y, std::min(k_dash, rail.right() - x), rail.height}, Ink::strong_line, 0);
      return;
    }
    const float above = std::max(std::floor((band_.top - rail.y) / (2 * k_dash)), 0.0F);
    const float end = std::min(rail.bottom(), band_.bottom);
    for (float n = above; rail.y + n * 2 * k_dash < end; ++n) {
      const float y = rail.y + n * 2 * k_dash;
      fill({rail.x, y, rail.width, std::min(k_dash, rail.bottom() - y)}, Ink::strong_line, 0);
    }
  }

  /// In the middle of a stretch of the box's height.
  static base::Rect icon_place(const base::Rect& rect, const WidgetLook& look, float top, float height) {
    return {rect.x + look.icon_left, top + (height - look.icon_size) / 2, look.icon_size, look.icon_size};
  }

  void lines(const FormNode& node, const FormBox& box, const WidgetLook& look, Ink ink, float underline) {
    TextStyle style;
    style.faces.fill(static_cast<Face>(look.face));
    Segment segment;
    segment.text = {0, static_cast<std::uint32_t>(node.text.size())};
    float top = origin_.y + box.text_top;
    for (const Line& line : page_.lines_of(box)) {
      const float baseline = top + look.baseline;
      const bool meets = band_.meets(top, top + box.line_height);
      top += box.line_height;
      if (!meets) continue;
      runs_.clear();
      collect_runs(node.text, line, style, {&segment, 1}, node.widget == Widget::preview_text, measure_,
                   runs_);
      for (const Run& run : runs_) {
        text(std::string_view(node.text).substr(run.text.begin, run.text.size()), run, ink, baseline);
        if (underline > 0) {
          put(out_.above,
              {.rect = {origin_.x + run.x, baseline + k_underline_offset, run.width, underline}, .ink = ink});
        }
      }
      if (!line.hyphen || runs_.empty()) continue;
      Run hyphen = runs_.back();
      hyphen.x += hyphen.width;
      hyphen.width = measure_.ascii(hyphen.face)['-'];
      text("-", hyphen, ink, baseline);
    }
  }

  void text(std::string_view text, const Run& run, Ink ink, float baseline) {
    out_.texts.push_back({.text = text,
                          .face = run.face,
                          .ink = ink,
                          .x = origin_.x + run.x,
                          .baseline = baseline,
                          .width = run.width,
                          .link = {},
                          .fade = fade_});
  }

  void fill(const base::Rect& rect, Ink ink, float radius) {
    if (rect.width > 0) put(out_.below, {.rect = rect, .ink = ink, .radius = radius, .fade = fade_});
  }
  void frame(const base::Rect& rect, Ink ink, float radius, float thickness) {
    if (thickness <= 0) return;
    put(out_.below, {.rect = rect, .ink = ink, .radius = radius, .outline = thickness, .fade = fade_});
  }
  void put(std::vector<RectDraw>& list, const RectDraw& draw) const {
    if (band_.meets(draw.rect.y, draw.rect.bottom())) list.push_back(draw);
  }

  void stroke(std::span<const base::Point> shape, const base::Rect& icon, Ink ink) {
    StrokeDraw draw;
    draw.count = static_cast<int>(shape.size());
    draw.thickness = k_thick;
    draw.ink = ink;
    draw.fade = fade_;
    for (std::size_t i = 0; i < shape.size(); ++i)
      draw.points[i] = {icon.x + shape[i].x * icon.width, icon.y + shape[i].y * icon.height};
    if (band_.meets(icon.y, icon.bottom())) out_.strokes.push_back(draw);
  }

  const Form& form_;
  const FormPage& page_;
  const FormTheme& theme_;
  base::Point origin_;
  base::Band band_;
  const TextMeasure& measure_;
  std::uint32_t hovered_;
  DrawList& out_;
  std::span<const Tone> before_;
  Tone tone_ = Tone::none;  ///< of the status around the node
  std::uint32_t status_end_ = 0;
  bool status_changes_ = false;
  Fade fade_ = Fade::none;  ///< of what is drawn
  bool is_open_ = false;    ///< the disclosure around the node
  std::vector<Run> runs_;
  std::vector<Rail> rails_;
};

}  // namespace

void draw_form(const Form& form, const FormPage& page, const FormTheme& theme, base::Point origin,
               base::Band band, const TextMeasure& measure, std::uint32_t hovered, DrawList& out,
               std::span<const Tone> before) {
  FormDrawer(form, page, theme, origin, band, measure, hovered, out, before).run();
}

}  // namespace aushang::layout
