#include "ingest/kramdown.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/text.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t k_longest_list = 512;  ///< bytes of an attribute list

/// The end of the attribute list that begins at `begin` ("{:…}", "{#…}"), or npos. It stays on one line and
/// holds no second "{" outside quotes.
std::size_t list_end(std::string_view text, std::size_t begin) {
  char quote = '\0';
  const std::size_t limit = std::min(text.size(), begin + k_longest_list);
  for (std::size_t i = begin + 1; i < limit; ++i) {
    const char c = text[i];
    if (c == '\n') return npos;
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{') {
      return npos;
    } else if (c == '}') {
      return i + 1;
    }
  }
  return npos;
}

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != npos; at = list.find(word, at + 1)) {
    const auto ends_word = [&](std::size_t i) {
      return i >= list.size() || list[i] == ' ' || list[i] == '}';
    };
    if (at > 0 && (list[at - 1] == ':' || list[at - 1] == ' ') && ends_word(at + word.size())) return true;
  }
  return false;
}

class Kramdown {
 public:
  Kramdown(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings)
      : outline_(outline), text_(outline.text()), source_(source), edits_(edits), warnings_(warnings) {}

  void run() {
    const auto& blocks = outline_.document().blocks;
    auto place = outline_.html_blocks().begin();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const doc::BlockKind kind = blocks[i].kind;
      if (kind == doc::BlockKind::raw_html) {
        if (place != outline_.html_blocks().end() && place->block == i) in_html(*place++);
      } else if (!doc::is_container(kind) && kind != doc::BlockKind::code) {
        in_leaf(i);
      }
    }
  }

 private:
  void in_leaf(std::uint32_t block) {
    const doc::Block& leaf = outline_.document().blocks[block];
    for (std::uint32_t i = leaf.inlines.begin; i < leaf.inlines.end; ++i) {
      const doc::Inline& one = outline_.document().inlines[i];
      if (one.kind != doc::InlineKind::text || one.source.empty()) continue;
      std::size_t begin = one.source.begin;
      const std::size_t end = one.source.end;
      if (begin < done_) continue;
      const bool escaped = begin > 0 && text_[begin - 1] == '\\';
      if (!escaped && text_.substr(begin, 2) == "{:") {
        const std::size_t after = outline_.begins_line(leaf, i) ? line_list(block, begin) : span_list(begin);
        if (after != npos) done_ = after;
      }
      extensions(std::max(begin + (escaped ? 1 : 0), done_), end);
    }
    if (leaf.kind == doc::BlockKind::heading) heading_list(leaf);
  }

  /// Lines right below HTML belong to its block.
  void in_html(const HtmlPlace& place) {
    for (std::size_t line = place.first_line + 1; line < place.first_line + place.line_count; ++line) {
      const std::string_view text = outline_.lines().line(line);
      const std::size_t at = text.find_first_not_of("> \t");
      const std::size_t begin = outline_.lines().begin(line) + at;
      if (at == npos || begin < done_ || !text.substr(at).starts_with("{:")) continue;
      const std::size_t end = list_end(text_, begin);
      if (end == npos || !base::trim(text_.substr(end, outline_.lines().end(line) - end)).empty()) continue;
      outline_.remove_lines(line, line, edits_);
      done_ = end;
    }
  }

  /// "{: …}" at the beginning of a line and alone there.
  std::size_t line_list(std::uint32_t block, std::size_t begin) {
    const std::size_t end = list_end(text_, begin);
    if (end == npos || text_[begin + 2] == ':' || text_[begin + 2] == '/') return npos;
    const std::size_t line = outline_.lines().line_of(begin);
    if (!base::trim(text_.substr(end, outline_.lines().end(line) - end)).empty()) return npos;
    if (has_word(text_.substr(begin, end - begin), "toc")) {
      if (const std::size_t first = replaced_list(block, line); first != npos) {
        outline_.remove_lines(first, line, edits_);
        return end;
      }
    }
    outline_.remove_text(begin, end, edits_);
    return end;
  }

  /// The first line of the list of one item, one paragraph, that ends in `line`; npos if it is something
  /// else.
  [[nodiscard]] std::size_t replaced_list(std::uint32_t block, std::size_t line) const {
    const auto& blocks = outline_.document().blocks;
    const std::uint32_t item = outline_.parent(block);
    if (item == k_no_block || blocks[item].kind != doc::BlockKind::item || blocks[item].end != block + 1)
      return npos;
    const std::uint32_t list = outline_.parent(item);
    if (list == k_no_block || blocks[list].end != block + 1 || item != list + 1) return npos;
    const std::size_t first = outline_.lines().line_of(blocks[block].source.begin);
    return first < line ? first : npos;
  }

  /// "{: …}" right behind a link, an image, emphasis or code.
  std::size_t span_list(std::size_t begin) {
    constexpr std::string_view ends = ")]*_~`>";
    if (begin == 0 || ends.find(text_[begin - 1]) == npos) return npos;
    const std::size_t end = list_end(text_, begin);
    if (end != npos) edits_.remove(begin, end);
    return end;
  }

  /// "{::name …}", "{::name … /}", "{:/name}", wherever they stand.
  void extensions(std::size_t from, std::size_t until) {
    const std::string_view text = text_.substr(0, until);
    for (std::size_t at = from; (at = text.find("{:", at)) != npos;) {
      const char sign = at + 2 < text_.size() ? text_[at + 2] : '\0';
      const std::size_t end = sign == ':' || sign == '/' ? list_end(text_, at) : npos;
      if (end == npos) {
        at += 2;
        continue;
      }
      const bool empty = sign == '/' || text_[end - 2] == '/';
      const std::string_view inside = text_.substr(at + 3, end - at - 4);
      if (!empty && inside.substr(0, inside.find(' ')) == "comment") {
        at = comment(at, end);
      } else {
        outline_.remove_text(at, end, edits_);
        at = end;
      }
      done_ = at;
    }
  }

  std::size_t comment(std::size_t begin, std::size_t end) {
    const std::size_t close =
        begin < no_close_after_ ? std::min(text_.find("{:/comment}", end), text_.find("{:/}", end)) : npos;
    const std::size_t close_end = close == npos ? npos : text_.find('}', close) + 1;
    if (close_end == npos) {
      no_close_after_ = std::min(no_close_after_, begin);
      warnings_.add(
          source_.origin(begin), "comment-open",
          "\"{::comment}\" has no \"{:/comment}\"; the text after it stays visible. Close the comment.");
    }
    outline_.remove_text(begin, close_end == npos ? end : close_end, edits_);
    return close_end == npos ? end : close_end;
  }

  /// "{#id}", "{.class}", "{: …}" at the end of a heading.
  void heading_list(const doc::Block& leaf) {
    if (leaf.inlines.empty()) return;
    const doc::Inline& last = outline_.document().inlines[leaf.inlines.end - 1];
    if (last.kind != doc::InlineKind::text || last.source.empty() || last.source.begin < done_) return;
    const std::string_view text = text_.substr(last.source.begin, last.source.end - last.source.begin);
    const std::size_t at = text.rfind('{');
    if (at == npos || at + 1 >= text.size() || !text.ends_with('}')) return;
    std::size_t begin = last.source.begin + at;
    const bool escaped = begin > 0 && text_[begin - 1] == '\\';
    if (escaped || std::string_view("#.:").find(text[at + 1]) == npos) return;
    if (list_end(text_, begin) != last.source.end) return;
    while (begin > last.source.begin && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
    edits_.remove(begin, last.source.end);
    done_ = last.source.end;
  }

  const Outline& outline_;
  std::string_view text_;
  const SourceText& source_;
  Edits& edits_;
  Warnings& warnings_;
  std::size_t done_ = 0;               ///< what lies before it is gone already
  std::size_t no_close_after_ = npos;  ///< no end of a comment follows one that begins here or later
};

}  // namespace

void remove_kramdown(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings) {
  Kramdown(outline, source, edits, warnings).run();
}

}  // namespace aushang::ingest
