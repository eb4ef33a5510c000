#include "ingest/comments.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ingest/html_scan.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

class Comments {
 public:
  Comments(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings)
      : outline_(outline), text_(outline.text()), source_(source), edits_(edits), warnings_(warnings) {}

  void run() {
    const auto& blocks = outline_.document().blocks;
    auto place = outline_.html_blocks().begin();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (doc::is_container(blocks[i].kind) || blocks[i].kind == doc::BlockKind::code) continue;
      if (blocks[i].kind != doc::BlockKind::raw_html) {
        in_leaf(blocks[i]);
      } else if (place != outline_.html_blocks().end() && place->block == i) {
        in_html_block(*place++);
      }
    }
  }

 private:
  /// The end of the comment that begins at `begin`, or npos. Once none is found, none is looked for.
  std::size_t find_end(std::size_t begin) {
    if (begin >= none_after_) return npos;
    const std::size_t dashes = text_.find("-->", begin + 2);  // "<!-->" is a whole comment
    if (dashes != npos) return dashes + 3;
    none_after_ = begin;
    return npos;
  }

  void remove(std::size_t begin, std::size_t end) {
    keep_apart(begin);
    outline_.remove_text(begin, end, edits_);
    done_ = end;
  }

  /// In "<<!-- x -->b>" a tag would grow together.
  void keep_apart(std::size_t begin) {
    constexpr std::size_t k_longest_name = 40;
    const std::size_t from = begin - std::min({begin, k_longest_name, begin - done_});
    const std::size_t at = text_.substr(from, begin - from).find_last_of("<>`\n");
    if (at == npos || text_[from + at] != '<' || (from + at > 0 && text_[from + at - 1] == '\\')) return;
    edits_.insert(from + at, "\\");
  }

  void in_html_block(const HtmlPlace& place) {
    if (place.begin < done_) return;
    const std::size_t block_end = outline_.lines().end(place.first_line + place.line_count - 1);
    const std::string_view html = text_.substr(place.begin, block_end - place.begin);
    if (html.starts_with("<!--")) {
      if (const std::size_t end = find_end(place.begin); end != npos) return remove(place.begin, end);
      unclosed(place.begin, html);
    } else if (const std::size_t at = find_unclosed_comment(html); at != npos) {
      if (const std::size_t end = find_end(place.begin + at); end != npos)
        return remove(place.begin + at, end);
      unclosed(place.begin + at, html.substr(at));
    }
  }

  void unclosed(std::size_t begin, std::string_view html) {
    warnings_.add(
        source_.origin(begin), "comment-open",
        "this comment has no \"-->\", so where it ends can't be known; the text after it stays visible. "
        "Close the comment.");
    for (std::size_t at = 0; at != npos; at = html.find("<!--", at + 4))
      edits_.remove(begin + at, begin + at + 4);
  }

  void in_leaf(const doc::Block& leaf) {
    for (const InlineHtml& piece : outline_.inline_html(leaf)) {
      if (piece.html.starts_with("<!--")) pieces_.push_back({piece.begin, piece.end});
    }
    auto piece = pieces_.begin();
    const auto pieces_before = [&](std::size_t offset) {
      for (; piece != pieces_.end() && piece->begin < offset; ++piece) {
        if (piece->begin >= done_) remove(piece->begin, piece->end);
      }
    };
    for (std::uint32_t i = leaf.inlines.begin; i < leaf.inlines.end; ++i) {
      const doc::Inline& one = outline_.document().inlines[i];
      if (one.kind != doc::InlineKind::text || one.source.empty()) continue;
      pieces_before(one.source.begin);
      in_text(one.source.begin, one.source.end);
    }
    pieces_before(npos);
    pieces_.clear();
  }

  /// Text that says "<!--" begins a comment that Markdown lost sight of at a blank line.
  void in_text(std::size_t begin, std::size_t end) {
    const std::string_view text = text_.substr(begin, end - begin);
    for (std::size_t at = text.find("<!--"); at != npos; at = text.find("<!--", at + 4)) {
      const std::size_t comment = begin + at;
      const bool escaped = at == 0 && comment > 0 && text_[comment - 1] == '\\';
      if (escaped || comment < done_) continue;
      const std::size_t comment_end = find_end(comment);
      if (comment_end == npos) return;
      remove(comment, comment_end);
    }
  }

  struct Place {
    std::size_t begin = 0, end = 0;
  };
  const Outline& outline_;
  std::string_view text_;
  const SourceText& source_;
  Edits& edits_;
  Warnings& warnings_;
  std::vector<Place> pieces_;
  std::size_t done_ = 0;           ///< what lies before it is gone already
  std::size_t none_after_ = npos;  ///< no "-->" follows a comment that begins here or later
};

}  // namespace

void remove_comments(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings) {
  Comments(outline, source, edits, warnings).run();
}

}  // namespace aushang::ingest
