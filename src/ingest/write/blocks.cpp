#include "ingest/write/blocks.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/html/html_table.h"
#include "ingest/write/escape.h"
#include "ingest/write/running_text.h"

namespace aushang::ingest {
namespace {

enum class BlockKind : std::uint8_t { paragraph, bullet_list, ordered_list, other };

struct Block {
  BlockKind kind = BlockKind::other;
  std::string text;
  bool apart = false;  ///< a paragraph that said so (<p>): in a list it makes the list loose
  bool stray = false;  ///< a list made of items that lost theirs
  bool tight = true;   ///< a list: whether its items follow each other without blank lines
};
using Blocks = std::vector<Block>;

constexpr std::string_view k_rule = "___";

std::string joined(const Blocks& blocks, std::string_view gap) {
  std::size_t size = 0;
  for (const Block& block : blocks) size += block.text.size() + gap.size();
  std::string out;
  out.reserve(size);
  for (const Block& block : blocks) {
    if (!out.empty()) out += gap;
    out += block.text;
  }
  return out;
}

/// Every line but the first set in by `prefix`; blank ones stay blank but for a quote mark.
std::string set_in(std::string_view text, std::string_view first, std::string_view prefix) {
  std::string out(first);
  for (std::size_t begin = 0;;) {
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

std::string words_of(const Pieces& pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    if (piece.kind == Piece::Kind::text || piece.kind == Piece::Kind::code) out += piece.text;
    if (piece.kind == Piece::Kind::line_break) out += ' ';
  }
  return base::single_line(out);
}

std::string_view trim_breaks(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

/// Tabs would be read as other widths in lists and quotes.
std::string with_spaces_for_tabs(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\t') {
      out.append(4 - (out.size() - (out.rfind('\n') + 1)) % 4, ' ');
    } else {
      out += c;
    }
  }
  return out;
}

/// Such as is read back as it is written.
bool is_plain_id(std::string_view id) {
  return !id.empty() && id.size() < 200 &&
         id.find_first_of(" \t\n{}\"'\\&<>`*_[]~$^:|.") == std::string_view::npos;
}

class Writer {
 public:
  Writer(const HtmlTree& tree, std::string_view page, Warnings& warnings)
      : tree_(tree), links_(tree, warnings), text_(tree, page, links_, warnings) {}

  Written run() {
    std::string out = joined(flow(tree_.body()), "\n\n");
    if (!out.empty()) out += '\n';
    return {std::move(out), links_.finish()};
  }

 private:
  // ---- flow: blocks, and running text between them ----

  Blocks flow(const GumboNode* node) {
    Blocks blocks;
    contents(node, blocks);
    return blocks;
  }

  void contents(const GumboNode* node, Blocks& blocks, bool apart = false) {
    Pieces run;
    for (const GumboNode* child : Children(node)) flow_into(child, blocks, run);
    flush(run, blocks, apart);
  }

  void flow_into(const GumboNode* node, Blocks& blocks, Pieces& run) {
    if (is_block_element(node)) {
      flush(run, blocks);
      return block(node, blocks);
    }
    if (!tree_.holds_blocks(node)) return text_.append(node, Place::paragraph, false, run);
    if (text_.drops(node)) return;
    // The marks reach over the blocks inside: each piece of their running text gets them.
    flush(run, blocks);
    text_.pass(node);
    const Pieces marks = text_.marks_of(node);
    around_.insert(around_.end(), marks.begin(), marks.end());
    for (const GumboNode* child : Children(node)) flow_into(child, blocks, run);
    flush(run, blocks);
    around_.resize(around_.size() - marks.size());
  }

  [[nodiscard]] std::string write(Pieces pieces, Place place) const {
    pieces.insert(pieces.begin(), around_.begin(), around_.end());
    for (std::size_t i = around_.size(); i-- > 0;)
      pieces.push_back({Piece::Kind::close, around_[i].mark, {}});
    return write_inlines(pieces, place);
  }

  /// Running text becomes a paragraph; two line breaks in a row, outside marks, begin another one.
  void flush(Pieces& run, Blocks& blocks, bool apart = false) {
    if (run.empty()) return;
    Pieces part;
    std::size_t depth = 0, breaks = 0;
    const auto end_part = [&] {
      std::string text = write(std::move(part), Place::paragraph);
      if (!is_invisible(text)) blocks.push_back({BlockKind::paragraph, text + id(), apart});
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

  /// What a block is called: the first of the ids passed that a link names.
  std::string id() {
    collect_ids();
    return ids_.empty() ? std::string() : said(std::string(ids_.front()));
  }

  [[nodiscard]] bool is_free(std::string_view id) const { return is_plain_id(id) && !links_.is_found(id); }

  void collect_ids() {
    for (std::string& id : text_.take_ids()) {
      if (links_.is_target(id) && is_free(id)) ids_.push_back(std::move(id));
    }
  }

  std::string said(const std::string& id) {
    // One block, one id: the others lead there, too.
    for (const std::string& other : ids_) links_.found(other, id);
    ids_.clear();
    links_.found(id, id);
    return " {#" + id + "}";
  }

  void block(const GumboNode* node, Blocks& out) {
    if (text_.drops(node)) return;
    collect_ids();
    text_.pass(node);
    const bool struck = is_struck_through(node);
    if (struck) around_.push_back({Piece::Kind::open, Mark::strikethrough, {}});
    block_inside(node, out);
    if (struck) around_.pop_back();
  }

  void block_inside(const GumboNode* node, Blocks& out) {
    const GumboTag tag = tag_of(node);
    if (const int level = heading_level(tag); level > 0) return heading(node, level, out);
    switch (static_cast<int>(tag)) {
      case GUMBO_TAG_HR:
        out.push_back({BlockKind::other, std::string(k_rule)});
        return;
      case GUMBO_TAG_PRE:
        return preformatted(node, out);
      case GUMBO_TAG_BLOCKQUOTE:
        return quote(node, out);
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_DL:
      case GUMBO_TAG_MENU:
      case GUMBO_TAG_DIR:
        return list(node, out);
      case GUMBO_TAG_TABLE:
        return table(node, out);
      case GUMBO_TAG_LI:
        return stray_item(node, out);
      default:
        break;
    }
    contents(node, out, tag == GUMBO_TAG_P);
  }

  void heading(const GumboNode* node, int level, Blocks& out) {
    Pieces pieces;
    text_.append_inside(node, Place::heading, pieces);
    const std::string shown = words_of(pieces);
    const std::string text = write(std::move(pieces), Place::heading);
    if (is_invisible(text)) return;
    std::string id;
    const std::vector<std::string> own = text_.take_ids();
    const std::string made = links_.generated_id(base::single_line(tree_.text_content(node)), shown);
    const auto named =
        std::find_if(own.begin(), own.end(), [&](const std::string& one) { return is_free(one); });
    if (!ids_.empty()) {
      id = said(std::string(ids_.front()));
    } else if (named != own.end()) {
      id = said(*named);
    } else if (is_plain_id(made)) {
      id = said(made);
    }
    out.push_back({BlockKind::other, std::string(static_cast<std::size_t>(level), '#') + " " + text + id});
  }

  void preformatted(const GumboNode* node, Blocks& out) {
    if (has_links(node)) {  // a code block would lose where they lead
      Pieces pieces;
      for (const GumboNode* child : Children(node)) text_.append(child, Place::paragraph, true, pieces);
      return flush(pieces, out);
    }
    const std::string all = with_spaces_for_tabs(tree_.text_content(node));
    const std::string_view text = trim_breaks(all);
    if (base::trim(text).empty()) return;
    const std::string fence(std::max<std::size_t>(longest_backticks(text), 2) + 1, '`');
    out.push_back({BlockKind::other, fence + code_language(node) + "\n" + std::string(text) + "\n" + fence});
  }

  static std::string code_language(const GumboNode* pre) {
    for (const GumboNode* child : Children(pre)) {
      if (tag_of(child) != GUMBO_TAG_CODE) continue;
      std::string_view name = attribute_of(child, "data-info");
      const std::string_view classes = attribute_of(child, "class");
      if (const std::size_t at = classes.find("language-"); at != std::string_view::npos)
        name = classes.substr(at + 9);
      name = base::trim(name);
      return std::string(base::trim(name.substr(
          0, name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#-_ "))));
    }
    return {};
  }

  void quote(const GumboNode* node, Blocks& out) {
    ++depth_;
    Blocks inside = flow(node);
    --depth_;
    if (inside.empty()) return;
    if (depth_ >= k_deepest) {
      std::move(inside.begin(), inside.end(), std::back_inserter(out));
    } else {
      out.push_back({BlockKind::other, set_in(joined(inside, "\n\n"), "> ", "> ")});
    }
  }

  // ---- lists ----

  void list(const GumboNode* node, Blocks& out) {
    std::vector<Blocks> items;
    ++depth_;
    collect_items(node, items);
    --depth_;
    std::erase_if(items, [](const Blocks& item) { return item.empty(); });
    if (items.empty()) return;
    std::uint32_t number = 1;
    const std::string_view start = attribute_of(node, "start");
    std::from_chars(start.data(), start.data() + start.size(), number);
    write_list(std::move(items), tag_of(node) == GUMBO_TAG_OL, std::min(number, 999'999'999u), out);
  }

  void collect_items(const GumboNode* list, std::vector<Blocks>& items) {
    for (const GumboNode* child : Children(list)) {
      const GumboTag tag = tag_of(child);
      if (tag == GUMBO_TAG_DIV && tag_of(list) == GUMBO_TAG_DL) {  // groups of terms
        collect_items(child, items);
        continue;
      }
      const bool term = tag == GUMBO_TAG_DT, item = tag == GUMBO_TAG_LI, definition = tag == GUMBO_TAG_DD;
      // A list right inside a list, a definition: part of the item before, and written behind what it holds.
      if (item || term || items.empty()) items.emplace_back();
      Blocks& blocks = items.back();
      const std::size_t first = blocks.size();
      if (term) around_.push_back({Piece::Kind::open, Mark::strong, {}});
      if (term || item || definition) {
        text_.pass(child);
        const bool struck = is_struck_through(child);
        if (struck) around_.push_back({Piece::Kind::open, Mark::strikethrough, {}});
        contents(child, blocks);
        if (struck) around_.pop_back();
        if (item && !blocks.empty()) task(child, blocks);
      } else {
        Pieces run;
        flow_into(child, blocks, run);
        flush(run, blocks);
      }
      if (term) around_.pop_back();
      if (term || definition) {
        for (std::size_t i = first; i < blocks.size(); ++i) blocks[i].apart = true;
      }
      if (items.size() == 1 && blocks.empty() && !item && !term) items.clear();
    }
  }

  static void task(const GumboNode* item, Blocks& blocks) {
    const std::string_view state = attribute_of(item, "data-task");
    if (!state.empty() && blocks.front().kind == BlockKind::paragraph)
      blocks.front().text.insert(0, "[" + std::string(state) + "] ");
  }

  void stray_item(const GumboNode* node, Blocks& out) {
    ++depth_;
    Blocks item = flow(node);
    --depth_;
    if (item.empty()) return;
    // Items that lost their list stand one after another; together they are one.
    if (!out.empty() && out.back().stray && item.size() == 1 && item.front().kind == BlockKind::paragraph) {
      std::string& list = out.back().text;
      list += (out.back().tight ? "\n" : "\n\n") +
              set_in(item.front().text, std::string{list.front(), ' '}, "  ");
      return;
    }
    write_list({std::move(item)}, false, 1, out);
    out.back().stray = out.back().kind == BlockKind::bullet_list;
  }

  /// Whether items may follow each other without blank lines, and be read back as they are.
  static bool is_tight(const std::vector<Blocks>& items) {
    const bool single = items.size() == 1 && items.front().size() == 1;
    return std::all_of(items.begin(), items.end(), [&](const Blocks& item) {
      return std::all_of(item.begin(), item.end(), [&](const Block& block) {
        if (&block == &item.front()) return single || !block.apart || block.kind != BlockKind::paragraph;
        // Neither an empty first line nor another number than 1 ends the paragraph above.
        const bool interrupts = (block.kind == BlockKind::bullet_list && block.text[1] == ' ') ||
                                (block.kind == BlockKind::ordered_list &&
                                 (block.text.starts_with("1. ") || block.text.starts_with("1) ")));
        return interrupts;
      });
    });
  }

  void write_list(std::vector<Blocks> items, bool ordered, std::uint32_t number, Blocks& out) const {
    if (depth_ >= k_deepest) {
      for (const Blocks& item : items) out.insert(out.end(), item.begin(), item.end());
      return;
    }
    const BlockKind kind = ordered ? BlockKind::ordered_list : BlockKind::bullet_list;
    for (Blocks& item : items) {  // a rule at an item's beginning parts nothing, and md4c would end the item
      while (item.size() > 1 && item.front().text == k_rule) item.erase(item.begin());
    }
    const std::string before = !out.empty() && out.back().kind == kind ? out.back().text.substr(0, 11) : "";
    const bool tight = is_tight(items);
    std::vector<std::string> texts;
    for (const Blocks& item : items) {
      // md4c 0.5.2 ends an item that begins with a heading at the next blank line.
      const bool below = !tight && item.size() > 1 && item.front().text.starts_with('#');
      texts.push_back((below ? "\n" : "") + joined(item, tight ? "\n" : "\n\n"));
    }
    const char sign = ordered ? (!before.empty() && uses_dots(before) ? ')' : '.') : bullet(texts, before);
    std::string text;
    for (const std::string& item : texts) {
      const std::string marker = (ordered ? std::to_string(number) : "") + sign;
      if (number < 999'999'999u) ++number;
      if (!text.empty()) text += tight ? "\n" : "\n\n";
      text += set_in(item, marker + " ", std::string(marker.size() + 1, ' '));
    }
    out.push_back({kind, std::move(text), false, false, tight});
  }

  /// Another one than the list right before has, and none that makes a rule of nested items: "- - -".
  static char bullet(const std::vector<std::string>& items, std::string_view before) {
    for (const char sign : {'-', '*'}) {
      if (before.starts_with(sign)) continue;
      const bool rule = std::any_of(items.begin(), items.end(), [&](std::string_view item) {
        const std::string_view line = item.substr(0, item.find('\n'));
        return std::count(line.begin(), line.end(), sign) > 1 &&
               line.find_first_not_of(std::string{sign, ' '}) == std::string_view::npos;
      });
      if (!rule) return sign;
    }
    return '+';
  }

  static bool uses_dots(std::string_view list) {
    return list[std::min(list.find_first_of(".)"), list.size() - 1)] == '.';
  }

  // ---- tables ----

  void table(const GumboNode* node, Blocks& out) {
    const HtmlTable table = read_table(node, tree_);
    for (const GumboNode* caption : table.captions) contents(caption, out);
    if (!table.tabular) {
      const GumboNode* last = nullptr;
      for (const auto& row : table.rows) {
        for (const GumboNode* cell : row.cells) {
          if (cell != last) contents(cell, out);
          last = cell;
        }
      }
      return;
    }
    std::string text = write_table(table, [&](const GumboNode* cell) {
      Pieces pieces;
      text_.append_inside(cell, Place::cell, pieces);
      return write(std::move(pieces), Place::cell);
    });
    if (!text.empty()) out.push_back({BlockKind::other, std::move(text)});
  }

  static constexpr std::size_t k_deepest =
      base::k_max_nesting / 2;  ///< quotes and lists; deeper ones are flattened

  const HtmlTree& tree_;
  Links links_;
  RunningText text_;
  Pieces around_;                 ///< marks that reach over the blocks being written
  std::vector<std::string> ids_;  ///< of elements passed, for the next block that can have one
  std::size_t depth_ = 0;
};

}  // namespace

Written write_markdown(const HtmlTree& tree, std::string_view page, Warnings& warnings) {
  return Writer(tree, page, warnings).run();
}

}  // namespace aushang::ingest
