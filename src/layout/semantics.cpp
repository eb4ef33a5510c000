#include "layout/semantics.h"

#include <utility>

#include "layout/segments.h"

namespace aushang::layout {
namespace {

using doc::BlockKind;

Tag tag_of(const doc::Block& block, const Box& box) {
  switch (block.kind) {
    case BlockKind::quote:
      return Tag::blockquote;
    case BlockKind::bullet_list:
      return Tag::ul;
    case BlockKind::ordered_list:
      return Tag::ol;
    case BlockKind::item:
      return Tag::li;
    case BlockKind::table:
      return Tag::table;
    case BlockKind::table_head:
      return Tag::thead;
    case BlockKind::table_body:
      return Tag::tbody;
    case BlockKind::row:
      return Tag::tr;
    case BlockKind::heading:
      return static_cast<Tag>(box.heading_level - 1);
    case BlockKind::code:
      return Tag::pre;
    case BlockKind::rule:
      return Tag::hr;
    case BlockKind::header_cell:
      return Tag::th;
    case BlockKind::cell:
      return Tag::td;
    case BlockKind::paragraph:
    case BlockKind::raw_html:
      break;
  }
  return Tag::p;
}

bool is_drawn(Tag tag) {
  switch (tag) {
    case Tag::ul:
    case Tag::ol:
    case Tag::table:
    case Tag::thead:
    case Tag::tbody:
    case Tag::tr:
    case Tag::island:
      return false;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::p:
    case Tag::li:
    case Tag::blockquote:
    case Tag::pre:
    case Tag::hr:
    case Tag::th:
    case Tag::td:
      return true;
  }
  return false;
}

class Builder {
 public:
  explicit Builder(const Page& page) : page_(page) { out_.height = page.height; }

  Semantics run() {
    for (const PagePart& part : page_.parts) {
      if (part.part.kind == Part::Kind::island) {
        new_node(Tag::island, part.first_box);
        continue;
      }
      part_ = &part;
      for (std::uint32_t i = 0; i < part.box_count; ++i) block(i);
    }
    return std::move(out_);
  }

 private:
  void block(std::uint32_t index) {
    const doc::Block& block = part_->part.document->blocks[index];
    const Box& box = page_.boxes[part_->first_box + index];
    if (index == part_->part.skip_block || block.kind == BlockKind::raw_html) return;
    if (block.kind == BlockKind::paragraph && block.tight && box.parent != k_no_box) {
      // Has no element: its text is its item's, the node before.
      starts(out_.nodes.back(), box, block, task_units(index));
      return;
    }
    Node& node = new_node(tag_of(block, box), part_->first_box + index);
    starts(node, box, block, task_units(index));
  }

  /// Code units that a paragraph has before its text: a task's box and a space.
  [[nodiscard]] std::uint32_t task_units(std::uint32_t index) const {
    const Box& box = page_.boxes[part_->first_box + index];
    const auto& blocks = part_->part.document->blocks;
    const bool first = box.parent != k_no_box && box.parent + 1 == part_->first_box + index;
    if (blocks[index].kind != BlockKind::paragraph || !first) return 0;
    return blocks[index - 1].task == doc::Task::none ? 0 : 2;
  }

  Node& new_node(Tag tag, std::uint32_t box) {
    Node& node = out_.nodes.emplace_back();
    node.tag = tag;
    node.drawn = is_drawn(tag) && page_.boxes[box].kind != BoxKind::island;
    node.box = box;
    node.y = page_.boxes[box].rect.y;
    node.height = page_.boxes[box].rect.height;
    node.first_start = static_cast<std::uint32_t>(out_.line_starts.size());
    return node;
  }

  /// `before`: code units that the element has before the block's text.
  void starts(Node& node, const Box& box, const doc::Block& block, std::uint32_t before) {
    if (box.kind != BoxKind::text || box.line_count < 2) return;
    append_line_starts(part_->part.document->text, block.text.begin, page_.lines_of(box), before,
                       out_.line_starts);
    node.start_count = static_cast<std::uint32_t>(out_.line_starts.size()) - node.first_start;
  }

  const Page& page_;
  const PagePart* part_ = nullptr;
  Semantics out_;
};

}  // namespace

void append_line_starts(std::string_view text, std::uint32_t from, std::span<const Line> lines,
                        std::uint32_t before, std::vector<std::uint32_t>& out) {
  std::uint32_t units = before;
  for (std::size_t n = 1; n < lines.size(); ++n) {
    for (; from < lines[n].begin; ++from) {
      const auto byte = static_cast<unsigned char>(text[from]);
      // A code point is one unit, or two if it takes four bytes; continuation bytes count nothing.
      units += (byte & 0xC0) == 0x80 ? 0 : (byte >= 0xF0 ? 2 : 1);
    }
    out.push_back(units);
  }
}

Semantics semantics_of(const Page& page) { return Builder(page).run(); }

}  // namespace aushang::layout
