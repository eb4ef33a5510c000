#include "html/fragment.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "doc/elements.h"
#include "doc/heading_levels.h"
#include "doc/url.h"
#include "html/break_hints.h"
#include "html/escape.h"
#include "layout/columns.h"

namespace aushang::html {
namespace {

using doc::Align;
using doc::Block;
using doc::BlockKind;
using doc::Inline;
using doc::InlineKind;

/// The class of a marked phrase.
std::string_view name_of(doc::MarkKind kind) {
  switch (kind) {
    case doc::MarkKind::clause:
      return "clause";
    case doc::MarkKind::note:
      return "note";
    case doc::MarkKind::material:
      return "material";
  }
  return {};
}

/// A part that has as many leaves ends before the next heading; with twice as many, before any block.
constexpr int k_part_leaves = 24;

class FragmentWriter {
 public:
  FragmentWriter(const doc::Document& document, const FragmentOptions& options)
      : document_(document),
        options_(options),
        levels_(options.top_heading),
        mixes_(!options.verbatim &&
               (options.direction == base::Direction::right_to_left || has_right_to_left(document.text))) {}

  std::string write() {
    const auto& blocks = document_.blocks;
    out_.reserve(document_.text.size() + document_.text.size() / 2);
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      close_until(i);
      if (i == options_.skip_block) continue;
      if (options_.parts && open_.empty()) part(blocks[i].kind);
      if (doc::is_container(blocks[i].kind)) {
        open(i);
      } else {
        leaf(i);
      }
    }
    close_until(static_cast<std::uint32_t>(blocks.size()));
    if (in_part_) out_ += "</div>\n";
    return std::move(out_);
  }

 private:
  void close_until(std::uint32_t index) {
    while (!open_.empty() && document_.blocks[open_.back().block].end <= index) {
      close(document_.blocks[open_.back().block]);
      open_.pop_back();
    }
  }

  /// Begins another part if this is where one may begin. The block is one of the outermost.
  void part(BlockKind kind) {
    if (kind == BlockKind::raw_html) return;  // isn't written
    const bool joined = last_outermost_ == BlockKind::heading || last_outermost_ == BlockKind::rule ||
                        kind == BlockKind::rule;
    const int enough = kind == BlockKind::heading ? k_part_leaves : 2 * k_part_leaves;
    if (!in_part_ || (!joined && part_leaves_ >= enough)) {
      out_ += in_part_ ? "</div>\n<div class=\"part\">\n" : "<div class=\"part\">\n";
      in_part_ = true;
      part_leaves_ = 0;
    }
    last_outermost_ = kind;
  }

  void open(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    const base::Direction direction = can_turn(block.kind) ? direction_of(block) : around();
    out_.append("<").append(element_of(block.kind)).append(turn(direction));
    open_.push_back({index, direction});
    const bool task_item = block.task != doc::Task::none;
    if (block.kind == BlockKind::ordered_list && block.start != 1) {
      out_ += " start=\"" + std::to_string(block.start) + "\"";
    } else if (task_item && options_.verbatim) {
      out_ += " class=\"task-list-item\"";
    }
    out_ += block.kind == BlockKind::item ? ">" : ">\n";
    if (block.kind == BlockKind::table && !options_.verbatim) columns(index);
    // On a page the box stands in the text it belongs to, not on a line of its own above it.
    if (task_item && (options_.verbatim || !begins_with_paragraph(index))) task(block.task);
  }

  [[nodiscard]] bool begins_with_paragraph(std::uint32_t item) const {
    const auto& blocks = document_.blocks;
    return item + 1 < blocks[item].end && blocks[item + 1].kind == BlockKind::paragraph &&
           item + 1 != options_.skip_block;
  }

  /// Fixed shares of the table's width, as browsers' automatic ones differ.
  void columns(std::uint32_t table) {
    const std::vector<int> shares = layout::column_shares(document_, table);
    if (shares.size() < 2 || std::find(shares.begin(), shares.end(), 0) != shares.end()) return;
    out_ += "<colgroup>";
    for (const int share : shares) out_ += "<col class=\"c" + std::to_string(share) + "\">";
    out_ += "</colgroup>\n";
  }

  // ---- directions (base/direction.h) ----

  [[nodiscard]] base::Direction around() const {
    return open_.empty() ? options_.direction : open_.back().direction;
  }
  /// An item's marker stands where those of its list do, and a row's cells in the order of the table's.
  static bool can_turn(BlockKind kind) {
    return kind != BlockKind::item && kind != BlockKind::table_head && kind != BlockKind::table_body &&
           kind != BlockKind::row;
  }
  [[nodiscard]] base::Direction direction_of(const Block& block) const {
    if (!mixes_) return around();
    // Code without letters is code all the same.
    const base::Direction from = block.kind == BlockKind::code ? base::Direction::left_to_right : around();
    return base::direction_of_text(document_.slice(block.text), from);
  }
  /// The attribute of what runs otherwise than what it stands in.
  [[nodiscard]] std::string turn(base::Direction direction) const {
    return direction == around() ? std::string() : " dir=\"" + std::string(name_of(direction)) + "\"";
  }
  static bool has_right_to_left(std::string_view text) {
    return base::direction_of_text(text, base::Direction::right_to_left) == base::Direction::right_to_left;
  }

  void close(const Block& block) { out_.append("</").append(element_of(block.kind)).append(">\n"); }

  void task(doc::Task task) {
    if (task == doc::Task::none) return;
    const bool done = task == doc::Task::done;
    if (options_.verbatim) {
      out_ += "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled";
      out_ += done ? " checked>" : ">";
    } else {
      out_ += done ? "\u2611 " : "\u2610 ";  // a control that can't be used would only be in the way
    }
  }

  [[nodiscard]] std::string id_of(const Block& block) const {
    const std::string_view id = document_.id(block);
    return options_.verbatim || id.empty() ? std::string() : " id=\"" + escape(id) + "\"";
  }

  void leaf(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    const std::string turned = turn(direction_of(block));
    ++part_leaves_;
    switch (block.kind) {
      case BlockKind::paragraph:
        // Without an element of its own it can't be turned as a block.
        if (!block.tight) out_ += "<p" + id_of(block) + turned + ">";
        if (!options_.verbatim && !open_.empty() && open_.back().block + 1 == index)
          task(document_.blocks[open_.back().block].task);
        if (block.tight && !turned.empty()) {
          out_ += "<bdi" + turned + ">";
          inlines(block);
          out_ += "</bdi>";
        } else {
          inlines(block);
        }
        if (!block.tight) out_ += "</p>\n";
        if (block.tight && !options_.verbatim) out_ += '\n';
        break;
      case BlockKind::heading: {
        const std::string name =
            "h" + std::to_string(options_.verbatim ? block.level : levels_.next(block.level));
        element(name, id_of(block) + turned, block);
        break;
      }
      case BlockKind::code:
        code(block, turned);
        break;
      case BlockKind::raw_html:
        if (options_.verbatim) inlines(block);
        break;
      case BlockKind::rule:
        out_ += "<hr>\n";
        break;
      case BlockKind::header_cell:
        element("th", options_.verbatim ? align(block) : " scope=\"col\"" + align(block) + turned, block);
        break;
      case BlockKind::cell:
        element("td", align(block) + turned, block);
        break;
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

  void element(std::string_view name, std::string_view attributes, const Block& block) {
    out_.append("<").append(name).append(attributes).append(">");
    inlines(block);
    out_.append("</").append(name).append(">\n");
  }

  [[nodiscard]] std::string align(const Block& block) const {
    std::string_view side;
    switch (block.align) {
      case Align::none:
        return {};
      case Align::left:
        side = "left";
        break;
      case Align::center:
        side = "center";
        break;
      case Align::right:
        side = "right";
        break;
    }
    return (options_.verbatim ? " align=\"" : " class=\"align-") + std::string(side) + "\"";
  }

  void code(const Block& block, const std::string& turned) {
    const std::string_view info = document_.info(block);
    const std::string_view language = info.substr(0, info.find_first_of(" \t"));
    out_ += "<pre" + turned +
            (language.empty() ? "><code>" : "><code class=\"language-" + escape(language) + "\">");
    out_ += escape(document_.slice(block.text));
    out_ += "</code></pre>\n";
  }

  // ---- inlines ----

  void inlines(const Block& block) {
    struct Open {
      std::uint32_t end;
      const char* closing;
    };
    std::vector<Open> open;
    const auto close_spans = [&](std::uint32_t index) {
      while (!open.empty() && open.back().end <= index) {
        out_ += open.back().closing;
        open.pop_back();
      }
    };
    if (options_.break_hints) hints_.start(document_.slice(block.text));
    for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
      close_spans(i);
      const Inline& one = document_.inlines[i];
      switch (one.kind) {
        case InlineKind::text: {
          // The parser cuts text at references and escapes, where nothing is to be seen.
          doc::Range range = one.text;
          while (i + 1 < block.inlines.end && (open.empty() || open.back().end > i + 1) &&
                 document_.inlines[i + 1].kind == InlineKind::text) {
            range.end = document_.inlines[++i].text.end;
          }
          text(block, range);
          break;
        }
        case InlineKind::code:
          out_ += "<code>";
          text(block, one.text);
          out_ += "</code>";
          break;
        case InlineKind::soft_break:
          out_ += '\n';
          break;
        case InlineKind::hard_break:
          out_ += "<br>\n";
          break;
        case InlineKind::raw_html:
          if (options_.verbatim) out_ += document_.target(one);
          break;
        case InlineKind::emphasis:
          out_ += "<em>", open.push_back({one.end, "</em>"});
          break;
        case InlineKind::strong:
          out_ += "<strong>", open.push_back({one.end, "</strong>"});
          break;
        case InlineKind::strikethrough:
          out_ += "<del>", open.push_back({one.end, "</del>"});
          break;
        case InlineKind::link:
          open.push_back({one.end, start_link(one) ? "</a>" : ""});
          break;
        case InlineKind::mark:
          start_mark(one);
          open.push_back({one.end, "</a>"});
          break;
        case InlineKind::image:
          image(one, !open.empty() && std::any_of(open.begin(), open.end(), [](const Open& o) {
                  return o.closing == std::string_view("</a>");
                }));
          i = one.end - 1;  // its description is the attribute already
          break;
      }
    }
    close_spans(block.inlines.end);
  }

  void text(const Block& block, doc::Range range) {
    if (options_.break_hints) {
      hints_.write(out_, range.begin - block.text.begin, range.end - block.text.begin);
    } else {
      out_ += escape(document_.slice(range));
    }
  }

  /// A refused address leaves the words alone; so does an address without words, which nobody could click.
  bool start_link(const Inline& link) {
    const std::string_view target = document_.target(link);
    if (!options_.verbatim && (target.empty() || link.text.empty())) return false;
    const Link to = options_.rewrite ? options_.rewrite(std::string(target)) : Link{std::string(target)};
    out_ += "<a href=\"" + address(to.target) + "\"";
    if (!to.css_class.empty()) out_.append(" class=\"").append(to.css_class).append("\"");
    out_ += title(link) + ">";
    return true;
  }

  /// As it is found from this page.
  [[nodiscard]] std::string address(std::string_view target) const {
    return (doc::counts_from_folder(target) ? options_.to_folder : std::string()) + escape_url(target);
  }

  /// "beside" tells two phrases apart that touch each other: every other one of them has it.
  void start_mark(const Inline& one) {
    const doc::Reference& reference = document_.references[one.reference];
    const std::string_view target = document_.target(one);
    const bool touches = last_mark_ != nullptr && last_mark_->text.end == one.text.begin;
    if (!touches) {
      beside_ = false;
    } else if (document_.target(*last_mark_) != target) {
      beside_ = !beside_;
    }
    last_mark_ = &one;
    out_.append("<a class=\"mark ").append(name_of(reference.mark)).append(beside_ ? " beside\"" : "\"");
    if (!reference.id.empty()) out_ += " id=\"" + escape(document_.string(reference.id)) + "\"";
    out_ += " href=\"" + escape_url(target) + "\">";
  }

  void image(const Inline& one, bool inside_link) {
    const std::string_view target = document_.target(one);
    const std::string alternative = escape(document_.slice(one.text));
    if (options_.verbatim || doc::is_allowed_image(target)) {
      out_ += "<img src=\"" + address(target) + "\" alt=\"" + alternative + "\"" + title(one) + ">";
    } else if (target.empty() || inside_link || alternative.empty()) {
      out_ += alternative;
    } else {
      // A picture from elsewhere would tell that host who reads this page; a link leaves it to the reader.
      out_ += "<a href=\"" + escape_url(target) + "\">" + alternative + "</a>";
    }
  }

  [[nodiscard]] std::string title(const Inline& one) const {
    const std::string_view title = document_.title(one);
    return title.empty() ? std::string() : " title=\"" + escape(title) + "\"";
  }

  const doc::Document& document_;
  const FragmentOptions& options_;
  doc::HeadingLevels levels_;
  bool mixes_;  ///< whether anything may run from right to left
  BreakHints hints_;
  std::string out_;
  struct OpenBlock {
    std::uint32_t block;
    base::Direction direction;
  };
  std::vector<OpenBlock> open_;
  const Inline* last_mark_ = nullptr;
  bool beside_ = false;  ///< the last mark
  bool in_part_ = false;
  int part_leaves_ = 0;
  BlockKind last_outermost_ = BlockKind::paragraph;  ///< in the part
};

}  // namespace

std::string write_fragment(const doc::Document& document, const FragmentOptions& options) {
  return FragmentWriter(document, options).write();
}

}  // namespace aushang::html
