#include "ingest/outline.h"

#include <algorithm>

#include "base/text.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

/// Says where a piece of raw HTML ends when it comes in several parts. The parser has checked its form, so
/// quotes stand around values only.
class HtmlEnd {
 public:
  /// Whether the piece ends with this part.
  bool feed(std::string_view part) {
    if (seen_.empty() && part.size() > 1) {
      kind_ = part.starts_with("<!--")  ? Kind::comment
              : part[1] == '?'          ? Kind::instruction
              : part.starts_with("<![") ? Kind::cdata
                                        : Kind::tag;
    }
    for (const char c : part) {
      if (kind_ == Kind::tag) {
        if (quote_ != '\0') {
          if (c == quote_) quote_ = '\0';
        } else if (c == '"' || c == '\'') {
          quote_ = c;
        }
      }
      seen_ += c;
      if (seen_.size() > 6) seen_.erase(0, seen_.size() - 6);
    }
    switch (kind_) {
      case Kind::comment:
        return seen_.ends_with("-->") || seen_ == "<!-->" || seen_ == "<!--->";
      case Kind::instruction:
        return seen_.ends_with("?>");
      case Kind::cdata:
        return seen_.ends_with("]]>");
      case Kind::tag:
        break;
    }
    return quote_ == '\0' && seen_.ends_with('>');
  }

 private:
  enum class Kind { tag, comment, instruction, cdata };
  Kind kind_ = Kind::tag;
  char quote_ = '\0';
  std::string seen_;  ///< the last few characters
};

}  // namespace

bool is_container_prefix(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c == ' ' || c == '\t' || c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')' ||
           base::is_ascii_digit(c);
  });
}

Outline::Outline(const doc::Document& document, std::string_view text)
    : document_(document), text_(text), lines_(text) {
  find_parents();
  find_html_blocks();
}

void Outline::find_parents() {
  parents_.assign(document_.blocks.size(), k_no_block);
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
    while (!open.empty() && document_.blocks[open.back()].end <= i) open.pop_back();
    if (!open.empty()) parents_[i] = open.back();
    if (doc::is_container(document_.blocks[i].kind)) open.push_back(i);
  }
}

void Outline::find_html_blocks() {
  std::size_t cursor = 0;  // everything before it belongs to blocks already seen
  for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
    const doc::Block& block = document_.blocks[i];
    if (doc::is_container(block.kind)) continue;
    if (block.kind != doc::BlockKind::raw_html) {
      cursor = std::max<std::size_t>(cursor, block.source.end);
      continue;
    }
    if (block.inlines.empty()) continue;
    const std::string_view html = document_.target(document_.inlines[block.inlines.begin]);
    const std::string_view first = base::trim(html.substr(0, html.find('\n')));
    // An indented first line has no source of its own; what it says is looked up behind the block before.
    std::size_t at = block.source.empty() ? npos : text_.find('<', block.source.begin);
    for (std::size_t from = cursor; at == npos;) {
      const std::size_t candidate = text_.find(first, from);
      if (candidate == npos)
        return;  // can't be; without a place it can't be edited, and what follows neither
      const std::size_t line = lines_.line_of(candidate);
      if (is_container_prefix(text_.substr(lines_.begin(line), candidate - lines_.begin(line))))
        at = candidate;
      from = candidate + 1;
    }
    if (at == npos) return;
    HtmlPlace place{i, lines_.line_of(at),
                    static_cast<std::size_t>(std::count(html.begin(), html.end(), '\n')), at};
    place.line_count = std::clamp<std::size_t>(place.line_count, 1, lines_.count() - place.first_line);
    cursor = lines_.end(place.first_line + place.line_count - 1);
    html_blocks_.push_back(place);
  }
}

std::vector<InlineHtml> Outline::inline_html(const doc::Block& leaf) const {
  std::vector<InlineHtml> found;
  std::vector<std::uint32_t> spans;
  HtmlEnd end;
  bool open = false;
  for (std::uint32_t i = leaf.inlines.begin; i < leaf.inlines.end; ++i) {
    const doc::Inline& one = document_.inlines[i];
    while (!spans.empty() && document_.inlines[spans.back()].end <= i) spans.pop_back();
    if (doc::is_span(one.kind)) spans.push_back(i);
    if (one.kind != doc::InlineKind::raw_html) {
      open = false;
      continue;
    }
    if (!open) {
      if (one.source.empty()) continue;
      found.push_back(
          {one.source.begin, one.source.end, i, i, spans.empty() ? k_no_block : spans.back(), {}});
      end = HtmlEnd();
    }
    InlineHtml& piece = found.back();
    piece.html += document_.target(one);
    piece.last = i;
    if (!one.source.empty()) piece.end = one.source.end;
    open = !end.feed(document_.target(one));
  }
  return found;
}

bool Outline::begins_line(const doc::Block& leaf, std::uint32_t inline_index) const {
  if (inline_index == leaf.inlines.begin) return true;
  const doc::InlineKind before =
      document_.inlines[inline_index - 1].kind;  // a span has its marks before this one
  return before == doc::InlineKind::soft_break || before == doc::InlineKind::hard_break;
}

std::string Outline::continuation(std::size_t offset) const {
  const std::size_t begin = lines_.begin(lines_.line_of(offset));
  std::string prefix(text_.substr(begin, offset - begin));
  for (char& c : prefix) {
    if (c != '>' && c != '\t') c = ' ';
  }
  return prefix;
}

bool Outline::is_blank(std::size_t line) const {
  const std::string_view text = lines_.line(line);
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '>' || base::is_ascii_space(c); });
}

void Outline::remove_lines(std::size_t first, std::size_t last, Edits& edits) const {
  const bool after_text = first > 0 && !is_blank(first - 1);
  const bool before_text = last + 1 < lines_.count() && !is_blank(last + 1);
  const std::size_t begin = lines_.begin(first);
  if (after_text && before_text) {
    const std::string_view next = base::trim(lines_.line(last + 1));
    const bool list_goes_on =
        next.size() > 1 && (next[0] == '-' || next[0] == '*' || next[0] == '+') && next[1] == ' ';
    if (!list_goes_on) {
      std::string_view kept = lines_.line(first);
      kept = kept.substr(0, std::min(kept.find_first_not_of("> \t"), kept.size()));
      const std::size_t mark = kept.rfind('>');
      kept = kept.substr(0, mark == npos ? 0 : mark + 1);
      edits.replace(begin, lines_.end(last), std::string(kept));
      return;
    }
  }
  edits.remove(begin, last + 1 < lines_.count() ? lines_.begin(last + 1) : text_.size());
}

void Outline::remove_text(std::size_t begin, std::size_t end, Edits& edits) const {
  const std::size_t first = lines_.line_of(begin), last = lines_.line_of(end > begin ? end - 1 : end);
  const std::string_view before = text_.substr(lines_.begin(first), begin - lines_.begin(first));
  const std::string_view after = text_.substr(end, lines_.end(last) - end);
  const bool begins =
      std::all_of(before.begin(), before.end(), [](char c) { return c == '>' || base::is_ascii_space(c); });
  const bool ends = base::trim(after).empty();
  if (begins && ends) return remove_lines(first, last, edits);
  if (ends) {  // the space before it would pile up to a hard break
    while (begin > lines_.begin(first) && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
    if (is_container_prefix(text_.substr(lines_.begin(first), begin - lines_.begin(first))) &&
        begin < text_.size()) {
      begin += text_[begin] == ' ' ? 1 : 0;  // an empty list item keeps the space behind its marker
    }
  } else if (begins || is_container_prefix(before)) {  // what follows must not become indented code
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
  }
  edits.remove(begin, end);
}

}  // namespace aushang::ingest
