#include "html/break_hints.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "html/escape.h"
#include "layout/line_break.h"

namespace aushang::html {
namespace {

/// CJK Unified Ideographs: every browser breaks between two of them.
bool is_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

char32_t last_of(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return base::decode(text, at).code_point;
}

/// Browsers see these opportunities themselves.
bool is_seen_anyway(std::string_view before, std::string_view after) {
  if (before.empty() || base::is_ascii_space(before.back()) || before.ends_with("\u00AD") ||
      before.ends_with("\u200B"))
    return true;
  return !after.empty() && is_ideograph(last_of(before)) && is_ideograph(base::decode(after, 0).code_point);
}

/// What a character does to the stretch it stands in.
enum class Kind : std::uint8_t {
  word,   // letters, digits
  plain,  // no engine breaks beside these: .,;:' and the apostrophe, spaces that don't break
  edge,   // parentheses and quotation marks: nor beside these, at the edges of a word
  risky,  // any other
};

Kind kind_of(char32_t c) {
  switch (c) {
    case U'.':
    case U',':
    case U';':
    case U':':
    case U'\'':
    case U'\u2019':
    case U'\u00A0':
    case U'\u202F':
    case U'\u2060':
      return Kind::plain;
    case U'(':
    case U')':
    case U'"':
    case U'\u2018':
    case U'\u201A':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
      return Kind::edge;
    default:
      return base::is_word_character(c) ? Kind::word : Kind::risky;
  }
}

/// Whether some engine might break inside a stretch without an opportunity. A single risky sign at the end of
/// a word ("yes!", "100%", "and/") is none inside.
bool must_be_held(std::string_view stretch) {
  bool word = false, closed = false;
  Kind before = Kind::word;
  for (std::size_t at = 0; at < stretch.size();) {
    const base::Decoded decoded = base::decode(stretch, at);
    at += decoded.length;
    const Kind kind = kind_of(decoded.code_point);
    switch (kind) {
      case Kind::word:
        if (closed) return true;
        word = true;
        break;
      case Kind::plain:
        break;
      case Kind::edge:
        // "f(x": an opening one behind a letter
        if (decoded.code_point == U'(' && word) return at < stretch.size();
        closed = word;
        break;
      case Kind::risky:
        return at < stretch.size() || before != Kind::word;
    }
    before = kind;
  }
  return false;
}

std::string_view without_trailing_space(std::string_view text) {
  while (!text.empty() && base::is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

void BreakHints::start(std::string_view text) {
  text_ = text;
  next_ = 0;
  layout::find_breaks(text, breaks_);
}

void BreakHints::write(std::string& out, std::size_t begin, std::size_t end) {
  while (next_ < breaks_.size() && breaks_[next_] < begin) ++next_;
  std::size_t written = begin;
  const auto write_until = [&](std::size_t at) {
    out += escape(text_.substr(written, at - written));
    written = at;
  };
  for (std::size_t at = begin; at < end;) {
    if (next_ < breaks_.size() && breaks_[next_] == at) {
      ++next_;
      if (!is_seen_anyway(text_.substr(0, at), text_.substr(at))) {
        write_until(at);
        out += k_opportunity;
      }
    }
    const std::size_t stop = next_ < breaks_.size() ? std::min<std::size_t>(breaks_[next_], end) : end;
    const std::string_view stretch = without_trailing_space(text_.substr(at, stop - at));
    if (must_be_held(stretch) && base::count_code_points(stretch) <= layout::longest_held(stretch)) {
      write_until(at);
      out += "<span class=\"nb\">";
      write_until(at + stretch.size());
      out += "</span>";
    }
    at = stop;
  }
  write_until(end);
}

std::string escape_with_break_hints(std::string_view text) {
  BreakHints hints;
  hints.start(text);
  std::string out;
  hints.write(out, 0, text.size());
  return out;
}

}  // namespace aushang::html
