#include "layout/arrange.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "doc/heading_levels.h"
#include "layout/columns.h"
#include "layout/wrap.h"

namespace aushang::layout {
namespace {

using doc::Block;
using doc::BlockKind;

constexpr std::uint32_t k_none = 0xFFFFFFFF;

Context heading_context(int level) { return static_cast<Context>(level - 1); }

/// A container whose descendants are being placed.
struct Open {
  std::uint32_t block = 0;
  std::uint32_t end = 0;
  BlockKind kind = BlockKind::quote;
  bool first = true;                      ///< nothing placed inside yet
  BlockKind last = BlockKind::paragraph;  ///< kind of the child placed last
  float skipped_gap = 0;                  ///< before empty paragraphs that stand between it and the next
  float left = 0;                         ///< content box
  float width = 0;
  std::uint32_t number = 1;  ///< ordered lists: of the next item
  // Tables: columns of the table, and the row that is being filled.
  std::vector<float> edges;
  std::size_t column = 0;
  float row_top = 0;
  float row_bottom = 0;
};

class Arranger {
 public:
  Arranger(const Theme& theme, const TextMeasure& measure, const Page* previous, Page& page)
      : theme_(theme), measure_(measure), previous_(previous), page_(page) {}

  void place(const Part& part, std::size_t index, float gap) {
    PagePart& placed = page_.parts.emplace_back();
    placed.part = part;
    placed.first_box = static_cast<std::uint32_t>(page_.boxes.size());
    if (part.kind == Part::Kind::island) {
      placed.box_count = 1;
      y_ += gap;
      Box& box = page_.boxes.emplace_back();
      box.kind = BoxKind::island;
      box.rect = {0, y_, page_.width, part.island_height};
      page_.leaves.push_back(placed.first_box);
      y_ += part.island_height;
      return;
    }
    placed.box_count = static_cast<std::uint32_t>(part.document->blocks.size());
    part_ = &part;
    document_ = part.document.get();
    old_ = nullptr;
    if (previous_ != nullptr && index < previous_->parts.size() &&
        previous_->parts[index].part.document == part.document)
      old_ = &previous_->parts[index];
    y_ += gap;
    blocks(part, placed.first_box);
  }

  [[nodiscard]] float height() const { return y_; }

 private:
  void blocks(const Part& part, std::uint32_t first_box) {
    first_box_ = first_box;
    page_.boxes.resize(first_box + document_->blocks.size());
    const bool title = part.kind == Part::Kind::title;
    doc::HeadingLevels levels(title ? 1 : 2);
    stack_.clear();
    Open& root = stack_.emplace_back();
    root.end = k_none;
    root.width = page_.width;
    const auto& all = document_->blocks;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      close_until(i);
      if (i == part.skip_block) continue;
      if (doc::is_container(all[i].kind)) {
        open(i);
      } else {
        leaf(i, levels);
      }
    }
    close_until(static_cast<std::uint32_t>(all.size()));
  }

  Box& box_of(std::uint32_t block) { return page_.boxes[first_box_ + block]; }

  void close_until(std::uint32_t index) {
    while (stack_.back().end <= index) {
      const Open& closing = stack_.back();
      if (closing.kind == BlockKind::row) {
        for (std::uint32_t i = closing.block + 1; i < closing.end; ++i) {
          Box& cell = box_of(i);
          cell.rect.height = closing.row_bottom - closing.row_top;
        }
        y_ = closing.row_bottom;
      }
      Box& box = box_of(closing.block);
      if (closing.kind == BlockKind::item) close_item(closing.block, box);
      box.rect.height = y_ - box.rect.y;
      if (closing.kind == BlockKind::quote) --quotes_;
      if (closing.kind == BlockKind::bullet_list || closing.kind == BlockKind::ordered_list) --lists_;
      stack_.pop_back();
    }
  }

  /// An item that shows nothing has its marker, and so a line; what is empty inside is then no leaf.
  void close_item(std::uint32_t block, const Box& box) {
    const float line = box.rect.y + theme_.style(Context::body).line_height;
    const std::uint32_t item = first_box_ + block;
    const bool task_alone = document_->blocks[block].task != doc::Task::none && y_ <= line &&
                            (page_.leaves.empty() || page_.leaves.back() < item);
    if (y_ > box.rect.y && !task_alone) return;
    y_ = line;
    while (!page_.leaves.empty() && page_.leaves.back() > item) page_.leaves.pop_back();
    page_.leaves.push_back(item);
  }

  [[nodiscard]] bool begins_with_paragraph(std::uint32_t item) const {
    const auto& all = document_->blocks;
    return item + 1 < all[item].end && all[item + 1].kind == BlockKind::paragraph;
  }

  /// The distance to what stands before in the same container; none at its start. The style sheet's rules
  /// for siblings, in its order.
  float gap_before(BlockKind kind, int level) {
    const Open& parent = stack_.back();
    const Spacing& space = theme_.spacing;
    if (parent.first) return 0;
    if (parent.kind == BlockKind::bullet_list || parent.kind == BlockKind::ordered_list)
      return space.item_gap;
    if (parent.kind == BlockKind::item) {
      const bool list = kind == BlockKind::bullet_list || kind == BlockKind::ordered_list;
      return list ? 0 : space.item_block_gap;
    }
    if (parent.kind == BlockKind::table || parent.kind == BlockKind::table_head ||
        parent.kind == BlockKind::table_body)
      return 0;
    if (parent.last == BlockKind::heading) return space.after_heading;
    if (kind == BlockKind::heading) return space.before_heading[static_cast<std::size_t>(level - 1)];
    if (kind == BlockKind::rule || parent.last == BlockKind::rule) return space.rule_gap;
    return space.block_gap;
  }

  /// The distance that was left.
  float step(BlockKind kind, int level = 1) {
    Open& parent = stack_.back();
    const float gap = std::max(gap_before(kind, level), parent.skipped_gap);
    y_ += gap;
    parent.first = false;
    parent.last = kind;
    parent.skipped_gap = 0;
    return gap;
  }

  /// A box that stands in what is open now.
  Box& new_box(std::uint32_t index, BoxKind kind) {
    Box& box = box_of(index);
    box.kind = kind;
    box.quote_depth = quotes_;
    if (stack_.size() > 1) box.parent = first_box_ + stack_.back().block;
    if (kind != BoxKind::container) page_.leaves.push_back(first_box_ + index);
    return box;
  }

  void open(std::uint32_t index) {
    const Block& block = document_->blocks[index];
    step(block.kind);
    Open inside;
    inside.block = index;
    inside.end = block.end;
    inside.kind = block.kind;
    inside.left = stack_.back().left;
    inside.width = stack_.back().width;
    Box& box = new_box(index, BoxKind::container);
    box.rect = {inside.left, y_, inside.width, 0};
    const Spacing& space = theme_.spacing;
    switch (block.kind) {
      case BlockKind::quote: {
        const float indent = space.quote_border + space.quote_padding;
        inside.left += indent;
        inside.width -= indent;
        ++quotes_;
        break;
      }
      case BlockKind::bullet_list:
      case BlockKind::ordered_list:
        if (stack_.back().kind == BlockKind::item && stack_.size() > 1) y_ += space.item_gap;
        inside.left += space.list_indent;
        inside.width -= space.list_indent;
        inside.number = block.start;
        ++lists_;
        break;
      case BlockKind::item:
        if (stack_.back().kind == BlockKind::ordered_list) box.number = stack_.back().number++;
        box.list_level = lists_;
        inside.left += space.item_padding;
        inside.width -= space.item_padding;
        // A task's box stands in its first paragraph, or else on a line of its own.
        if (block.task != doc::Task::none && !begins_with_paragraph(index))
          y_ += theme_.style(Context::body).line_height;
        break;
      case BlockKind::table:
        inside.edges = column_edges(index, inside.left, inside.width);
        break;
      case BlockKind::table_head:
      case BlockKind::table_body:
        inside.edges = stack_.back().edges;
        break;
      case BlockKind::row:
        inside.edges = stack_.back().edges;
        inside.row_top = inside.row_bottom = y_;
        break;
      case BlockKind::paragraph:
      case BlockKind::heading:
      case BlockKind::code:
      case BlockKind::raw_html:
      case BlockKind::rule:
      case BlockKind::header_cell:
      case BlockKind::cell:
        break;
    }
    inside.width = std::max(inside.width, 1.0F);
    stack_.push_back(std::move(inside));
  }

  std::vector<float> column_edges(std::uint32_t table, float left, float width) {
    const std::vector<int> shares = column_shares(*document_, table);
    const bool equal = std::find(shares.begin(), shares.end(), 0) != shares.end();
    std::vector<float> edges = {left};
    float taken = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      taken +=
          equal ? 1.0F / static_cast<float>(shares.size()) : static_cast<float>(shares[i]) / k_share_units;
      edges.push_back(left + width * taken);
    }
    return edges;
  }

  void leaf(std::uint32_t index, doc::HeadingLevels& levels) {
    const Block& block = document_->blocks[index];
    const Spacing& space = theme_.spacing;
    switch (block.kind) {
      case BlockKind::paragraph:
        paragraph(index);
        break;
      case BlockKind::heading: {
        const int level = levels.next(block.level);
        step(BlockKind::heading, level);
        box_of(index).heading_level = static_cast<std::uint8_t>(level);
        text(index, heading_context(level), stack_.back().left, stack_.back().width, 0);
        break;
      }
      case BlockKind::code: {
        step(BlockKind::code);
        const float edge_x = space.code_border + space.code_padding_x;
        const float edge_y = space.code_border + space.code_padding_y;
        const float top = y_;
        y_ += edge_y;
        text(index, Context::code_block, stack_.back().left + edge_x, stack_.back().width - 2 * edge_x, 0);
        y_ += edge_y;
        box_of(index).rect = {stack_.back().left, top, stack_.back().width, y_ - top};
        break;
      }
      case BlockKind::rule: {
        step(BlockKind::rule);
        Box& box = new_box(index, BoxKind::rule);
        box.rect = {stack_.back().left, y_, stack_.back().width, space.rule_thickness};
        y_ += space.rule_thickness;
        break;
      }
      case BlockKind::header_cell:
      case BlockKind::cell:
        cell(index);
        break;
      case BlockKind::raw_html:  // never shown on a page
      case BlockKind::quote:
      case BlockKind::bullet_list:
      case BlockKind::ordered_list:
      case BlockKind::item:
      case BlockKind::table:
      case BlockKind::table_head:
      case BlockKind::table_body:
      case BlockKind::row:
        break;
    }
  }

  void paragraph(std::uint32_t index) {
    const Block& block = document_->blocks[index];
    const Open before = stack_.back();
    const float top = y_;
    const float gap = step(BlockKind::paragraph);
    if (shows_image(*document_, block)) {
      Box& box = new_box(index, BoxKind::island);
      box.rect = {stack_.back().left, y_, stack_.back().width, island_height(index)};
      y_ += box.rect.height;
      return;
    }
    text(index, Context::body, stack_.back().left, stack_.back().width, task_indent(index));
    const bool empty = box_of(index).line_count == 0;
    if (empty)
      y_ = box_of(index).rect.y = box_of(index).text_top = top;  // its margins fall together (CSS 2.2, 8.3.1)
    if (block.tight || (empty && before.first)) {
      // Text that stands in its item without an element of its own doesn't count as a sibling.
      stack_.back() = before;
    } else if (empty) {
      stack_.back().skipped_gap = gap;
    }
  }

  /// Room for the box before a task's text.
  float task_indent(std::uint32_t index) {
    const Open& parent = stack_.back();
    if (parent.kind != BlockKind::item || parent.block + 1 != index) return 0;
    const doc::Task task = document_->blocks[parent.block].task;
    if (task == doc::Task::none) return 0;
    const Face face = theme_.style(Context::body).faces[0];
    return measure_.advance(face, task_box(task)) + measure_.ascii(face)[' '];
  }

  /// As the platform measured it; 0 until then.
  float island_height(std::uint32_t index) const {
    const auto& known = part_->island_heights;
    const auto at =
        std::lower_bound(known.begin(), known.end(), index,
                         [](const auto& entry, std::uint32_t block) { return entry.first < block; });
    return at != known.end() && at->first == index ? at->second : 0;
  }

  void cell(std::uint32_t index) {
    Open& row = stack_.back();
    const Spacing& space = theme_.spacing;
    if (row.column + 1 >= row.edges.size()) return;
    const float left = row.edges[row.column];
    const float width = row.edges[row.column + 1] - left;
    ++row.column;
    y_ = row.row_top + space.cell_padding_y;
    const bool head = document_->blocks[index].kind == BlockKind::header_cell;
    const float room = std::max(width - space.cell_padding_right, 1.0F);
    text(index, head ? Context::header_cell : Context::cell, left, room, 0);
    Box& box = box_of(index);
    box.rect = {left, row.row_top, width, 0};
    const doc::Align align = document_->blocks[index].align;
    if (align == doc::Align::center || align == doc::Align::right) {
      for (std::uint32_t n = 0; n < box.line_count; ++n) {
        Line& line = page_.lines[box.first_line + n];
        // What is wider than its room starts at its edge (CSS Text 3, section 6.1).
        line.x += std::max(room - line.width, 0.0F) * (align == doc::Align::right ? 1.0F : 0.5F);
      }
    }
    row.row_bottom = std::max(row.row_bottom, y_ + space.cell_padding_y + space.cell_border);
  }

  /// Lines of a leaf from y_ on, which they move.
  void text(std::uint32_t index, Context context, float left, float width, float indent) {
    const Block& block = document_->blocks[index];
    const TextStyle& style = theme_.style(context);
    Box& box = new_box(index, BoxKind::text);
    box.context = context;
    box.text_top = y_;
    box.first_line = static_cast<std::uint32_t>(page_.lines.size());
    width = std::max(width, 1.0F);
    box.rect = {left, y_, width, 0};
    if (!take_from_previous(index, box, left, width)) {
      segments_.clear();
      if (!block.text.empty()) collect_segments(*document_, block, segments_);
      const WhiteSpace space = context == Context::code_block ? WhiteSpace::code : WhiteSpace::collapse;
      wrap({document_->text, block.text, segments_, style, left, width, indent, space, is_heading(context)},
           measure_, breaks_, page_.lines);
    }
    box.line_count = static_cast<std::uint32_t>(page_.lines.size()) - box.first_line;
    y_ += static_cast<float>(box.line_count) * style.line_height;
    box.rect.height = y_ - box.text_top;
  }

  /// The same block at the same width has the same lines; only cells and code have edges that differ from
  /// their text's, so they are wrapped anew.
  bool take_from_previous(std::uint32_t index, const Box& box, float left, float width) {
    if (old_ == nullptr) return false;
    const Box& old = previous_->boxes[old_->first_box + index];
    const bool plain = box.context != Context::code_block && box.context != Context::header_cell &&
                       box.context != Context::cell;
    if (!plain || old.kind != BoxKind::text || old.rect.x != left || old.rect.width != width) return false;
    const std::span<const Line> lines = previous_->lines_of(old);
    page_.lines.insert(page_.lines.end(), lines.begin(), lines.end());
    return true;
  }

  const Theme& theme_;
  const TextMeasure& measure_;
  const Page* previous_;
  Page& page_;
  const Part* part_ = nullptr;
  const doc::Document* document_ = nullptr;
  const PagePart* old_ = nullptr;
  std::uint32_t first_box_ = 0;
  std::vector<Open> stack_;
  /// Used from block to block, so that wrapping allocates nothing in the long run.
  std::vector<Segment> segments_;
  std::vector<std::uint32_t> breaks_;
  std::uint16_t quotes_ = 0;
  std::uint8_t lists_ = 0;
  float y_ = 0;
};

}  // namespace

std::size_t Page::first_leaf_below(float y) const {
  const auto at = std::partition_point(leaves.begin(), leaves.end(),
                                       [&](std::uint32_t leaf) { return boxes[leaf].rect.bottom() <= y; });
  return static_cast<std::size_t>(at - leaves.begin());
}

const PagePart& Page::part_of(std::uint32_t box) const {
  const auto after =
      std::upper_bound(parts.begin(), parts.end(), box,
                       [](std::uint32_t value, const PagePart& part) { return value < part.first_box; });
  return *std::prev(after);
}

Page arrange(std::span<const Part> parts, float width, const Theme& theme, const TextMeasure& measure,
             const Page* previous) {
  Page page;
  page.width = std::max(width, 1.0F);
  page.theme = theme;
  Arranger arranger(theme, measure, previous, page);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    float gap = 0;
    if (i > 0) {
      gap =
          parts[i - 1].kind == Part::Kind::title ? theme.spacing.title_to_next : theme.spacing.island_to_next;
    }
    arranger.place(parts[i], i, gap);
  }
  page.height = arranger.height();
  return page;
}

}  // namespace aushang::layout
