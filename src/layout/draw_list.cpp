#include "layout/draw_list.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/runs.h"

namespace aushang::layout {
namespace {

using doc::BlockKind;

/// Where the line under a mark lies below its base line; as in the style sheet.
constexpr float k_mark_offset = 4;
constexpr float k_strike_share = 0.3F;  // of the line's baseline, upwards

constexpr std::string_view k_bullets[] = {"\u2022", "\u2013"};
/// Between a marker and its item; as in the style sheet.
constexpr std::string_view k_marker_space = "\u2002";

float width_of(std::string_view text, Face face, const TextMeasure& measure) {
  float width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded decoded = base::decode(text, i);
    width += measure.advance(face, decoded.code_point);
    i += decoded.length;
  }
  return width;
}

class Drawer {
 public:
  Drawer(const Page& page, base::Band band, const TextMeasure& measure, DrawLook look)
      : page_(page), band_(band), measure_(measure), look_(look) {}

  DrawList run() {
    const std::size_t first = page_.first_leaf_below(band_.top);
    if (first == page_.leaves.size()) return std::move(list_);
    const std::uint32_t start = page_.leaves[first];
    for (std::uint32_t above = page_.boxes[start].parent; above != k_no_box;
         above = page_.boxes[above].parent)
      box(above);
    for (std::uint32_t i = start; i < page_.boxes.size() && page_.boxes[i].rect.y < band_.bottom; ++i) box(i);
    return std::move(list_);
  }

 private:
  void box(std::uint32_t index) {
    const Box& one = page_.boxes[index];
    if (one.kind == BoxKind::none || one.kind == BoxKind::island) return;
    const PagePart& part = page_.part_of(index);
    part_index_ = static_cast<std::uint16_t>(&part - page_.parts.data());
    document_ = part.part.document.get();
    const doc::Block& block = document_->blocks[index - part.first_box];
    const Spacing& space = page_.theme.spacing;
    switch (block.kind) {
      case BlockKind::quote:
        if (one.rect.height <= 0) break;
        list_.below.push_back(
            {.rect = {one.rect.x, one.rect.y, space.quote_border, one.rect.height}, .ink = Ink::strong_line});
        break;
      case BlockKind::item:
        marker(one);
        if (block.task != doc::Task::none && !begins_with_paragraph(index - part.first_box))
          task(block.task, one.rect.x + space.item_padding, one.rect.y, page_.theme.style(Context::body));
        break;
      case BlockKind::rule:
        list_.below.push_back({.rect = one.rect, .ink = Ink::line});
        break;
      case BlockKind::code:
        list_.below.push_back({.rect = one.rect, .ink = Ink::card, .radius = space.code_radius});
        list_.below.push_back(
            {.rect = one.rect, .ink = Ink::line, .radius = space.code_radius, .outline = space.code_border});
        lines(one, block);
        break;
      case BlockKind::header_cell:
      case BlockKind::cell:
        list_.below.push_back(
            {.rect = {one.rect.x, one.rect.bottom() - space.cell_border, one.rect.width, space.cell_border},
             .ink = Ink::line});
        lines(one, block);
        break;
      case BlockKind::paragraph:
      case BlockKind::heading:
        lines(one, block);
        break;
      case BlockKind::bullet_list:
      case BlockKind::ordered_list:
      case BlockKind::table:
      case BlockKind::table_head:
      case BlockKind::table_body:
      case BlockKind::row:
      case BlockKind::raw_html:
        break;
    }
  }

  /// What stands before an item: its right edge is the item's left one.
  void marker(const Box& one) {
    const TextStyle& style = page_.theme.style(Context::body);
    const Face face = style.faces[0];
    std::string_view text = k_bullets[one.list_level > 1 ? 1 : 0];
    float space = width_of(k_marker_space, face, measure_);
    if (one.number > 0 || is_in_ordered_list(one)) {
      text = list_.made.emplace_back(std::to_string(one.number) + ".");
      space = measure_.ascii(face)[' '];
    }
    const float width = width_of(text, face, measure_);
    extra_text(text, face, Ink::quiet, one.rect.x - width - space, one.rect.y + style.baseline, width);
  }

  void extra_text(std::string_view text, Face face, Ink ink, float x, float baseline, float width) {
    list_.texts.push_back(
        {.text = text, .face = face, .ink = ink, .x = x, .baseline = baseline, .width = width, .link = {}});
  }

  void lines(const Box& one, const doc::Block& block) {
    const TextStyle& style = page_.theme.style(one.context);
    const bool preserve = one.context == Context::code_block;
    segments_.clear();
    collect_segments(*document_, block, segments_);
    const std::span<const Line> all = page_.lines_of(one);
    if (!all.empty() && one.context == Context::body && all.front().x > one.rect.x) {
      const PagePart& part = page_.parts[part_index_];
      task(document_->blocks[one.parent - part.first_box].task, one.rect.x, one.text_top, style);
    }
    const float above = std::max(0.0F, band_.top - one.text_top);
    for (auto n = static_cast<std::uint32_t>(above / style.line_height); n < all.size(); ++n) {
      const float top = page_.line_top(one, n);
      if (top >= band_.bottom) break;
      line(one, all[n], style, top + style.baseline, preserve);
    }
  }

  [[nodiscard]] bool begins_with_paragraph(std::uint32_t item) const {
    const auto& blocks = document_->blocks;
    return item + 1 < blocks[item].end && blocks[item + 1].kind == BlockKind::paragraph;
  }

  /// The room before a task's text is its box's.
  void task(doc::Task state, float x, float top, const TextStyle& style) {
    std::string& text = list_.made.emplace_back();
    base::append(text, task_box(state));
    const float width = width_of(text, style.faces[0], measure_);
    extra_text(text, style.faces[0], Ink::text, x, top + style.baseline, width);
  }

  void line(const Box& one, const Line& line, const TextStyle& style, float baseline, bool preserve) {
    runs_.clear();
    collect_runs(document_->text, line, style, segments_, preserve, measure_, runs_);
    const Ink plain = one.quote_depth > 0 ? Ink::quiet : Ink::text;
    for (const Run& run : runs_) {
      TextDraw text{.text = document_->slice(run.text),
                    .face = run.face,
                    .ink = plain,
                    .x = run.x,
                    .baseline = baseline,
                    .width = run.width,
                    .link = {}};
      if (run.link != Segment::k_no_link) under(run, baseline, style, text);
      if (run.struck) {
        list_.above.push_back(
            {.rect = {run.x, baseline - style.baseline * k_strike_share, run.width, 1}, .ink = text.ink});
      }
      list_.texts.push_back(text);
    }
    if (line.hyphen && !runs_.empty()) {
      const Run& last = runs_.back();
      extra_text("-", last.face, list_.texts.back().ink, last.x + last.width, baseline,
                 measure_.ascii(last.face)['-']);
    }
  }

  /// Links and marks: colour, underline, and the look under the pointer.
  void under(const Run& run, float baseline, const TextStyle& style, TextDraw& text) {
    text.link = {part_index_, run.link};
    const bool over = look_.hovered == text.link;
    if (document_->inlines[run.link].kind == doc::InlineKind::mark) {
      if (over) {
        list_.below.push_back(
            {.rect = {run.x, baseline - style.baseline, run.width, style.line_height}, .ink = Ink::soft});
      }
      const base::Rect place = {run.x, baseline + k_mark_offset, run.width, over ? 2.0F : 1.0F};
      const Tone now = tone_of(run.link, look_.tones), before = tone_of(run.link, look_.before);
      const bool changes = !look_.before.empty() && now != before;
      if (changes) mark_line(before, place, Fade::out);
      mark_line(now, place, changes ? Fade::in : Fade::none);
    } else {
      text.ink = Ink::link;
      list_.above.push_back(
          {.rect = {run.x, baseline + k_underline_offset, run.width, over ? 2.0F : 1.0F}, .ink = Ink::link});
    }
  }

  [[nodiscard]] Tone tone_of(std::uint32_t mark, std::span<const Tone> tones) const {
    const bool answered = page_.parts[part_index_].part.kind == Part::Kind::text && mark < tones.size();
    return answered ? tones[mark] : Tone::none;
  }

  /// The line under a marked phrase says how the phrase stands, by its form as well as by its colour.
  void mark_line(Tone tone, const base::Rect& place, Fade fade) {
    const auto line = [&](float top, float thickness, Ink ink) {
      list_.above.push_back({.rect = {place.x, top, place.width, thickness}, .ink = ink, .fade = fade});
    };
    switch (tone) {
      case Tone::none:
      case Tone::open:
        line(place.y, place.height, Ink::mark);
        break;
      case Tone::good:
        line(place.y, 2, Ink::good);
        break;
      case Tone::bad:
      case Tone::ask:
        line(place.y, 1, Ink::warn);
        line(place.y + 3, 1, Ink::warn);
        break;
    }
  }

  [[nodiscard]] bool is_in_ordered_list(const Box& one) const {
    if (one.parent == k_no_box) return false;
    const PagePart& part = page_.part_of(one.parent);
    return part.part.document->blocks[one.parent - part.first_box].kind == BlockKind::ordered_list;
  }

  const Page& page_;
  base::Band band_;
  const TextMeasure& measure_;
  DrawLook look_;
  std::uint16_t part_index_ = 0;
  const doc::Document* document_ = nullptr;
  std::vector<Segment> segments_;
  std::vector<Run> runs_;
  DrawList list_;
};

}  // namespace

DrawList draw(const Page& page, base::Band band, const TextMeasure& measure, DrawLook look) {
  return Drawer(page, band, measure, look).run();
}

LinkId link_at(const Page& page, base::Point point, const TextMeasure& measure) {
  std::vector<Segment> segments;
  std::vector<Run> runs;
  for (std::size_t leaf = page.first_leaf_below(point.y); leaf < page.leaves.size(); ++leaf) {
    const std::uint32_t index = page.leaves[leaf];
    const Box& box = page.boxes[index];
    if (box.rect.y > point.y) break;
    if (box.kind != BoxKind::text || !box.rect.contains(point) || point.y < box.text_top) continue;
    const TextStyle& style = page.theme.style(box.context);
    const auto n = static_cast<std::uint32_t>((point.y - box.text_top) / style.line_height);
    if (n >= box.line_count) continue;
    const PagePart& part = page.part_of(index);
    const doc::Document& document = *part.part.document;
    segments.clear();
    runs.clear();
    collect_segments(document, document.blocks[index - part.first_box], segments);
    collect_runs(document.text, page.lines_of(box)[n], style, segments, box.context == Context::code_block,
                 measure, runs);
    for (const Run& run : runs) {
      if (run.link != Segment::k_no_link && point.x >= run.x && point.x < run.x + run.width)
        return {static_cast<std::uint16_t>(&part - page.parts.data()), run.link};
    }
  }
  return {};
}

}  // namespace aushang::layout
