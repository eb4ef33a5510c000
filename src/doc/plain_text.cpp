#include "doc/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace aushang::doc {
namespace {

/// Whether a link's words are its address, but for what goes without saying: the scheme, a last "/", what a
/// mail begins with.
bool is_its_address(std::string_view words, std::string_view target) {
  const auto bare = [](std::string_view address) {
    if (address.starts_with("mailto:")) address = address.substr(0, address.find('?'));
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
      if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
    }
    return address.ends_with('/') ? address.substr(0, address.size() - 1) : address;
  };
  return bare(base::trim(words)) == bare(target);
}

/// Writes leaf after leaf; `open_` holds the containers around the current one.
class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  std::string write() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      close_until(i);
      const Block& block = document_.blocks[i];
      if (is_container(block.kind)) {
        open(i);
      } else if (block.kind == BlockKind::header_cell || block.kind == BlockKind::cell) {
        cell(block);
      } else if (block.kind == BlockKind::rule) {
        paragraph("---", false);
      } else if (block.kind != BlockKind::raw_html) {
        paragraph(content(block), block.tight);
      }
    }
    close_until(static_cast<std::uint32_t>(document_.blocks.size()));
    return std::move(out_);
  }

 private:
  struct Open {
    std::uint32_t index;
    std::uint32_t next_number;
  };

  void close_until(std::uint32_t index) {
    while (!open_.empty() && document_.blocks[open_.back().index].end <= index) {
      const BlockKind kind = document_.blocks[open_.back().index].kind;
      if (kind == BlockKind::row) out_ += '\n';
      open_.pop_back();
    }
  }

  void open(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    if (block.kind == BlockKind::item && !open_.empty()) {
      Open& list = open_.back();
      const bool ordered = document_.blocks[list.index].kind == BlockKind::ordered_list;
      marker_ = ordered ? std::to_string(list.next_number++) + ". " : "- ";
      if (block.task != Task::none) marker_ += block.task == Task::done ? "[x] " : "[ ] ";
    }
    if (block.kind == BlockKind::row) row_starts_ = true;
    open_.push_back({index, block.start});
  }

  /// What stands before a line: quotes and the indentation of the lists around it.
  [[nodiscard]] std::string prefix(bool first_line) const {
    std::string out;
    std::size_t lists = 0;
    for (const Open& one : open_) {
      const BlockKind kind = document_.blocks[one.index].kind;
      if (kind == BlockKind::quote) out += "> ";
      if (kind == BlockKind::item) ++lists;
    }
    const bool marked = first_line && !marker_.empty();
    if (lists > 0) out.append((lists - 1) * 2, ' ').append(marked ? marker_ : "  ");
    return out;
  }

  void paragraph(const std::string& text, bool tight) {
    const bool first_of_item = !marker_.empty();
    // Items of one list follow each other; everything else stands apart.
    const bool apart = !out_.empty() && !(tight && last_tight_) && !(first_of_item && last_tight_ && tight);
    if (apart) out_ += '\n';
    bool first_line = true;
    for (const std::string_view line : base::split_lines(text)) {
      const std::string before = prefix(first_line);
      out_ += line.empty() ? std::string(base::trim(before)) : before + std::string(line);
      out_ += '\n';
      first_line = false;
    }
    if (text.empty() && first_of_item) out_ += std::string(base::trim(prefix(true))) + "\n";
    marker_.clear();
    last_tight_ = tight;
  }

  void cell(const Block& block) {
    if (row_starts_) {
      const bool first_row =
          open_.size() >= 2 && document_.blocks[open_[open_.size() - 2].index].kind == BlockKind::table_head;
      if (first_row && !out_.empty()) out_ += '\n';
      out_ += prefix(true);
      marker_.clear();
    } else {
      out_ += '\t';
    }
    row_starts_ = false;
    last_tight_ = false;
    out_ += base::single_line(content(block));
  }

  [[nodiscard]] std::string content(const Block& block) const {
    if (block.kind == BlockKind::code) return std::string(document_.slice(block.text));
    std::string out;
    std::vector<std::uint32_t> links;
    const auto close_links = [&](std::uint32_t index) {
      while (!links.empty() && document_.inlines[links.back()].end <= index) {
        const Inline& link = document_.inlines[links.back()];
        const std::string_view shown = document_.slice(link.text);
        const std::string_view target = document_.target(link);
        const bool says_it =
            target.empty() || shown.empty() || target.starts_with('#') || is_its_address(shown, target);
        if (!says_it) out.append(" (").append(target).append(")");
        links.pop_back();
      }
    };
    for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
      close_links(i);
      const Inline& one = document_.inlines[i];
      if (one.kind == InlineKind::link) links.push_back(i);
      if (!is_span(one.kind)) out += document_.slice(one.text);
    }
    close_links(block.inlines.end);
    return out;
  }

  const Document& document_;
  std::string out_;
  std::vector<Open> open_;
  std::string marker_;
  bool row_starts_ = false;
  bool last_tight_ = false;
};

}  // namespace

std::string to_plain_text(const Document& document) { return Writer(document).write(); }

}  // namespace aushang::doc
