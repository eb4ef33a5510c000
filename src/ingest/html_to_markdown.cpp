#include "ingest/html_to_markdown.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/html_dom.h"
#include "ingest/html_table.h"

namespace aushang::ingest {
namespace {

enum class BlockKind { paragraph, bullet_list, ordered_list, other };

struct Block {
  BlockKind kind = BlockKind::other;
  std::string text;
};
using Blocks = std::vector<Block>;

std::string joined(const Blocks& blocks, std::string_view gap) {
  std::string out;
  for (const Block& block : blocks) {
    if (!out.empty()) out += gap;
    out += block.text;
  }
  return out;
}

/// Every line but the first set in by `prefix`; blank ones stay blank but for a quote mark.
std::string set_in(std::string_view text, std::string_view first, std::string_view prefix) {
  std::string out(first);
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find('\n', begin);
    const std::string_view line = text.substr(begin, end - begin);
    out += line;
    if (line.empty()) out.resize(out.find_last_not_of(' ') + 1);
    if (end == std::string_view::npos) return out;
    out += '\n';
    out += prefix;
    begin = end + 1;
  }
}

/// Nothing but spaces, such as the one in "<p>&nbsp;</p>".
bool is_invisible(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded d = base::decode(text, i);
    if (!base::is_visual_space(d.code_point)) return false;
    i += d.length;
  }
  return true;
}

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1
             : 0;
}

class Converter {
 public:
  explicit Converter(const HtmlTree& tree) : tree_(tree) {}

  std::string run() { return joined(flow(Children(tree_.body())), "\n\n"); }

 private:
  // ---- flow: blocks, and running text between them
  // ---------------------------------------------------------------

  Blocks flow(const Children& children) {
    Blocks blocks;
    Pieces run;
    flow_into(children, blocks, run);
    flush(run, blocks);
    return blocks;
  }

  void flow_into(const Children& children, Blocks& blocks, Pieces& run) {
    for (const GumboNode* child : children) {
      if (is_block_element(child)) {
        flush(run, blocks);
        block(child, blocks);
      } else if (tree_.holds_blocks(child)) {
        // The mark reaches over the blocks inside: each piece of their running text gets it.
        flush(run, blocks);
        Piece open;
        const bool marked = as_mark(child, open);
        if (marked) around_.push_back(open);
        flow_into(Children(child), blocks, run);
        flush(run, blocks);
        if (marked) around_.pop_back();
      } else {
        append_inlines(child, Place::paragraph, false, run);
      }
    }
  }

  [[nodiscard]] std::string write(const Pieces& pieces, Place place) const {
    Pieces all = around_;
    all.insert(all.end(), pieces.begin(), pieces.end());
    for (std::size_t i = around_.size(); i-- > 0;) all.push_back({Piece::Kind::close, around_[i].mark, {}});
    return write_inlines(all, place);
  }

  /// Running text becomes a paragraph; two line breaks in a row, outside marks, begin another one.
  void flush(Pieces& run, Blocks& blocks) const {
    Pieces part;
    std::size_t depth = 0, breaks = 0;
    const auto end_part = [&] {
      std::string text = write(part, Place::paragraph);
      if (!is_invisible(text)) blocks.push_back({BlockKind::paragraph, std::move(text)});
      part.clear();
    };
    for (Piece& piece : run) {
      const bool blank = piece.kind == Piece::Kind::text && base::trim(piece.text).empty();
      if (piece.kind == Piece::Kind::open) ++depth;
      if (piece.kind == Piece::Kind::close) --depth;
      if (piece.kind == Piece::Kind::line_break) {
        ++breaks;
      } else if (!blank) {
        if (breaks > 1 && depth == 0) end_part();
        breaks = 0;
      }
      part.push_back(std::move(piece));
    }
    end_part();
    run.clear();
  }

  void block(const GumboNode* node, Blocks& out) {
    const GumboTag tag = tag_of(node);
    if (const int level = heading_level(tag); level > 0) return heading(node, level, out);
    switch (static_cast<int>(tag)) {
      case GUMBO_TAG_HR:
        out.push_back({BlockKind::other, "___"});
        return;
      case GUMBO_TAG_PRE:
        return preformatted(node, out);
      case GUMBO_TAG_BLOCKQUOTE:
        return quote(node, out);
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_DL:
        return list(node, out);
      case GUMBO_TAG_TABLE:
        return table(node, out);
      case GUMBO_TAG_LI:
        return stray_item(node, out);
      default:
        break;
    }
    Blocks inside = flow(Children(node));
    std::move(inside.begin(), inside.end(), std::back_inserter(out));
  }

  void heading(const GumboNode* node, int level, Blocks& out) const {
    Pieces pieces;
    append_inlines(node, Place::heading, false, pieces);
    const std::string text = write(pieces, Place::heading);
    if (!text.empty())
      out.push_back({BlockKind::other, std::string(static_cast<std::size_t>(level), '#') + " " + text});
  }

  void preformatted(const GumboNode* node, Blocks& out) const {
    if (has_links(node)) {  // a code block would lose where they lead
      Pieces pieces;
      for (const GumboNode* child : Children(node)) append_inlines(child, Place::paragraph, true, pieces);
      return flush(pieces, out);
    }
    std::string text = text_content(node);
    while (text.ends_with('\n')) text.pop_back();
    if (base::trim(text).empty()) return;
    std::size_t longest = 2, run = 0;
    for (const char c : text) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    out.push_back({BlockKind::other, fence + code_language(node) + "\n" + text + "\n" + fence});
  }

  static std::string code_language(const GumboNode* pre) {
    for (const GumboNode* child : Children(pre)) {
      const std::string_view classes = attribute_of(child, "class");
      const std::size_t at = classes.find("language-");
      if (tag_of(child) != GUMBO_TAG_CODE || at == std::string_view::npos) continue;
      const std::string_view name = classes.substr(at + 9);
      return std::string(name.substr(
          0, name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#-")));
    }
    return {};
  }

  void quote(const GumboNode* node, Blocks& out) {
    Blocks inside = nested([&] { return flow(Children(node)); });
    if (inside.empty()) return;
    if (depth_ >= k_deepest) {
      std::move(inside.begin(), inside.end(), std::back_inserter(out));
      return;
    }
    out.push_back({BlockKind::other, set_in(joined(inside, "\n\n"), "> ", "> ")});
  }

  // ---- lists
  // ------------------------------------------------------------------------------------------------------

  void list(const GumboNode* node, Blocks& out) {
    std::vector<Blocks> items;
    nested([&] {
      collect_items(node, items);
      return Blocks();
    });
    if (items.empty()) return;
    const bool ordered = tag_of(node) == GUMBO_TAG_OL;
    std::uint32_t number = 1;
    const std::string_view start = attribute_of(node, "start");
    std::from_chars(start.data(), start.data() + start.size(), number);
    write_list(items, ordered, std::min(number, 999'999'999u), out);
  }

  void collect_items(const GumboNode* list, std::vector<Blocks>& items) {
    for (const GumboNode* child : Children(list)) {
      const GumboTag tag = tag_of(child);
      if (tag == GUMBO_TAG_DIV && tag_of(list) == GUMBO_TAG_DL) {  // groups of terms
        collect_items(child, items);
        continue;
      }
      Piece strong{Piece::Kind::open, Mark::strong, {}};
      if (tag == GUMBO_TAG_DT) around_.push_back(strong);
      Blocks blocks;
      if (is_block_element(child) && (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD)) {
        blocks = flow(Children(child));
      } else {
        Pieces run;
        const GumboNode* const one[] = {child};
        Children only(child);
        only.data = one;
        only.count = 1;
        flow_into(only, blocks, run);
        flush(run, blocks);
      }
      if (tag == GUMBO_TAG_DT) around_.pop_back();
      if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || (items.empty() && !blocks.empty())) {
        items.push_back(std::move(blocks));
      } else if (!items.empty()) {  // a list right inside a list, a definition: part of the item before
        std::move(blocks.begin(), blocks.end(), std::back_inserter(items.back()));
      }
    }
  }

  void stray_item(const GumboNode* node, Blocks& out) {
    Blocks item = nested([&] { return flow(Children(node)); });
    if (item.empty()) return;
    // Items that lost their list stand one after another; together they are one.
    if (!out.empty() && out.back().kind == BlockKind::bullet_list && item.size() == 1) {
      out.back().text += "\n" + set_in(item.front().text, out.back().text.substr(0, 2), "  ");
      return;
    }
    write_list({std::move(item)}, false, 1, out);
  }

  void write_list(const std::vector<Blocks>& items, bool ordered, std::uint32_t number, Blocks& out) const {
    if (depth_ >= k_deepest) {
      for (const Blocks& item : items) out.insert(out.end(), item.begin(), item.end());
      return;
    }
    const BlockKind kind = ordered ? BlockKind::ordered_list : BlockKind::bullet_list;
    // Another mark keeps a list apart from the one right before it.
    const bool after_same = !out.empty() && out.back().kind == kind;
    const bool other =
        after_same && (ordered ? uses_dots(out.back().text) : out.back().text.starts_with('-'));
    const bool tight = std::all_of(items.begin(), items.end(), [](const Blocks& item) {
      return std::all_of(item.begin(), item.end(), [&](const Block& block) {
        const bool first = &block == &item.front();
        return block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list ||
               (first && block.kind == BlockKind::paragraph);
      });
    });
    std::string text;
    for (const Blocks& item : items) {
      std::string marker = other ? "*" : "-";
      if (ordered) marker = std::to_string(number) + (other ? ")" : ".");
      if (number < 999'999'999u) ++number;
      if (!text.empty()) text += tight ? "\n" : "\n\n";
      const std::string inside = joined(item, tight ? "\n" : "\n\n");
      text += inside.empty() ? marker : set_in(inside, marker + " ", std::string(marker.size() + 1, ' '));
    }
    out.push_back({kind, std::move(text)});
  }

  static bool uses_dots(std::string_view list) {
    return list[std::min(list.find_first_of(".)"), list.size() - 1)] == '.';
  }

  // ---- tables
  // -----------------------------------------------------------------------------------------------------

  void table(const GumboNode* node, Blocks& out) {
    const HtmlTable table = read_table(node, tree_);
    for (const GumboNode* caption : table.captions) {
      Blocks inside = flow(Children(caption));
      std::move(inside.begin(), inside.end(), std::back_inserter(out));
    }
    if (!table.tabular) {
      for (const auto& row : table.rows) {
        for (const GumboNode* cell : row.cells) {
          Blocks inside = flow(Children(cell));
          std::move(inside.begin(), inside.end(), std::back_inserter(out));
        }
      }
      return;
    }
    std::string text = write_table(table, [&](const GumboNode* cell) {
      Pieces pieces;
      append_inlines(cell, Place::cell, false, pieces);
      return write(pieces, Place::cell);
    });
    if (!text.empty()) out.push_back({BlockKind::other, std::move(text)});
  }

  template <class Function>
  Blocks nested(Function function) {
    ++depth_;
    Blocks blocks = function();
    --depth_;
    return blocks;
  }

  static constexpr std::size_t k_deepest =
      base::k_max_nesting / 2;  ///< quotes and lists; deeper ones are flattened

  const HtmlTree& tree_;
  Pieces around_;  ///< marks that reach over the blocks being written
  std::size_t depth_ = 0;
};

}  // namespace

std::string html_to_markdown(const std::string& html) {
  const HtmlTree tree(html);
  return Converter(tree).run();
}

}  // namespace aushang::ingest
