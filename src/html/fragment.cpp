#include "html/fragment.h"

#include <algorithm>
#include <vector>

#include "doc/url.h"
#include "html/break_hints.h"
#include "html/escape.h"

namespace aushang::html {
namespace {

using doc::Align;
using doc::Block;
using doc::BlockKind;
using doc::Inline;
using doc::InlineKind;

/// Heading levels of a page: the topmost becomes `top`, none is skipped on the way down.
class HeadingLevels {
 public:
  explicit HeadingLevels(int top) : top_(top) {}
  int next(int written) {
    while (!open_.empty() && open_.back() >= written) open_.pop_back();
    open_.push_back(written);
    return std::min(top_ + static_cast<int>(open_.size()) - 1, 6);
  }

 private:
  int top_;
  std::vector<int> open_;
};

/// The HTML element of a container.
std::string_view element_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::quote:
      return "blockquote";
    case BlockKind::bullet_list:
      return "ul";
    case BlockKind::ordered_list:
      return "ol";
    case BlockKind::item:
      return "li";
    case BlockKind::table:
      return "table";
    case BlockKind::table_head:
      return "thead";
    case BlockKind::table_body:
      return "tbody";
    case BlockKind::row:
      return "tr";
    case BlockKind::paragraph:
    case BlockKind::heading:
    case BlockKind::code:
    case BlockKind::raw_html:
    case BlockKind::rule:
    case BlockKind::header_cell:
    case BlockKind::cell:
      break;
  }
  return {};
}

class Writer {
 public:
  Writer(const doc::Document& document, const FragmentOptions& options)
      : document_(document), options_(options), levels_(options.top_heading) {}

  std::string write() {
    const auto& blocks = document_.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      close_until(i);
      if (i == options_.skip_block) continue;
      if (doc::is_container(blocks[i].kind)) {
        open(i);
      } else {
        leaf(blocks[i]);
      }
    }
    close_until(static_cast<std::uint32_t>(blocks.size()));
    return std::move(out_);
  }

 private:
  void close_until(std::uint32_t index) {
    while (!open_.empty() && document_.blocks[open_.back()].end <= index) {
      close(document_.blocks[open_.back()]);
      open_.pop_back();
    }
  }

  void open(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    open_.push_back(index);
    out_.append("<").append(element_of(block.kind));
    const bool task_item = block.task != doc::Task::none;
    if (block.kind == BlockKind::ordered_list && block.start != 1) {
      out_ += " start=\"" + std::to_string(block.start) + "\"";
    } else if (task_item && options_.verbatim) {
      out_ += " class=\"task-list-item\"";
    }
    out_ += block.kind == BlockKind::item ? ">" : ">\n";
    if (task_item) task(block.task);
  }

  void close(const Block& block) { out_.append("</").append(element_of(block.kind)).append(">\n"); }

  void task(doc::Task task) {
    const bool done = task == doc::Task::done;
    if (options_.verbatim) {
      out_ += "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled";
      out_ += done ? " checked>" : ">";
    } else {
      out_ += done ? "\u2611 " : "\u2610 ";  // a control that can't be used would only be in the way
    }
  }

  void leaf(const Block& block) {
    switch (block.kind) {
      case BlockKind::paragraph:
        if (block.tight) {
          inlines(block);
          // Where deep lists were flattened, two such texts may follow each other.
          if (!options_.verbatim) out_ += '\n';
        } else {
          element("p", "", block);
        }
        break;
      case BlockKind::heading: {
        const std::string name =
            "h" + std::to_string(options_.verbatim ? block.level : levels_.next(block.level));
        element(name, options_.verbatim ? "" : " id=\"" + escape(block.id) + "\"", block);
        break;
      }
      case BlockKind::code:
        code(block);
        break;
      case BlockKind::raw_html:
        if (options_.verbatim) inlines(block);
        break;
      case BlockKind::rule:
        out_ += "<hr>\n";
        break;
      case BlockKind::header_cell:
        element("th", options_.verbatim ? align(block) : " scope=\"col\"" + align(block), block);
        break;
      case BlockKind::cell:
        element("td", align(block), block);
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

  void code(const Block& block) {
    const std::string language = block.info.substr(0, block.info.find_first_of(" \t"));
    out_ += language.empty() ? "<pre><code>" : "<pre><code class=\"language-" + escape(language) + "\">";
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
          if (options_.verbatim) out_ += one.target;
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
    if (!options_.verbatim && (link.target.empty() || link.text.empty())) return false;
    out_ += "<a href=\"" + escape_url(options_.rewrite ? options_.rewrite(link.target) : link.target) + "\"" +
            title(link) + ">";
    return true;
  }

  void image(const Inline& one, bool inside_link) {
    const std::string alternative = escape(document_.slice(one.text));
    if (options_.verbatim || doc::is_allowed_image(one.target)) {
      out_ += "<img src=\"" + escape_url(one.target) + "\" alt=\"" + alternative + "\"" + title(one) + ">";
    } else if (one.target.empty() || inside_link || alternative.empty()) {
      out_ += alternative;
    } else {
      // A picture from elsewhere would tell that host who reads this page; a link leaves it to the reader.
      out_ += "<a href=\"" + escape_url(one.target) + "\">" + alternative + "</a>";
    }
  }

  static std::string title(const Inline& one) {
    return one.title.empty() ? std::string() : " title=\"" + escape(one.title) + "\"";
  }

  const doc::Document& document_;
  const FragmentOptions& options_;
  HeadingLevels levels_;
  BreakHints hints_;
  std::string out_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

std::string write_fragment(const doc::Document& document, const FragmentOptions& options) {
  return Writer(document, options).write();
}

}  // namespace aushang::html
