#include "ingest/write/inlines.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/text/character_set.h"

namespace aushang::ingest {
namespace {

using Kind = Piece::Kind;

constexpr CharacterSet k_pairs{"~_$^"};
constexpr CharacterSet k_breaks{"\t\n\r\f\v"};

/// Where words that begin at `at` end: before white space that is more than one space between two of them.
std::size_t end_of_words(std::string_view text, std::size_t at) {
  const auto two_spaces = [&] { return ((text[at] ^ ' ') | (text[at + 1] ^ ' ')) == 0; };
  while (at + 1 < text.size() && !k_breaks.has(text[at]) && !two_spaces()) ++at;
  if (!base::is_ascii_space(text[at])) return at + 1;
  return text[at - 1] == ' ' ? at - 1 : at;
}

bool is_mark(const Piece& piece) { return piece.kind == Kind::open || piece.kind == Kind::close; }

/// First step: white space folded and moved out of marks, empty and doubled marks left out.
class Tidier {
 public:
  explicit Tidier(Place place) : place_(place) {}

  Pieces run(const Pieces& pieces) {
    for (const Piece& piece : pieces) {
      switch (piece.kind) {
        case Kind::text:
          text(piece.text);
          break;
        case Kind::code:
          // In cells md4c shows "\\|" as it stands in code.
          if (place_ == Place::cell && piece.text.find('|') != std::string::npos) {
            text(piece.text);
          } else {
            content(piece);
          }
          break;
        case Kind::image:
          content(piece);
          break;
        case Kind::line_break:
          line_break();
          break;
        case Kind::open:
          open(piece);
          break;
        case Kind::close:
          close(piece.mark);
          break;
      }
    }
    while (!open_.empty()) close(open_.back().mark);
    while (!out_.empty() && out_.back().kind == Kind::line_break) out_.pop_back();
    return std::move(out_);
  }

 private:
  struct Open {
    Mark mark;
    bool written;
  };

  void text(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
      if (base::is_ascii_space(text[i])) {
        space_due_ = true;
        ++i;
        continue;
      }
      const std::size_t end = end_of_words(text, i);
      place_space();
      if (out_.empty() || out_.back().kind != Kind::text) {
        out_.push_back({Kind::text, {}, {}});
        out_.back().text.reserve(text.size());
      }
      out_.back().text += text.substr(i, end - i);
      seen_ = true;
      i = end;
    }
  }

  void content(const Piece& piece) {
    place_space();
    out_.push_back(piece);
    seen_ = true;
  }

  void line_break() {
    if (place_ != Place::paragraph) {
      space_due_ = true;
      return;
    }
    space_due_ = false;
    // A break at the beginning of a mark belongs before it; two in a row are one.
    std::size_t at = out_.size();
    while (at > 0 && out_[at - 1].kind == Kind::open) --at;
    const bool another = at > 0 && out_[at - 1].kind == Kind::line_break;
    if (seen_ && !another)
      out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(at), {Kind::line_break, {}, {}});
    after_break_ = true;
  }

  /// The space that is due goes before the marks that were just opened, or is dropped at a line's beginning.
  void place_space() {
    const bool wanted = space_due_ && seen_ && !after_break_;
    space_due_ = after_break_ = false;
    if (!wanted) return;
    std::size_t at = out_.size();
    while (at > 0 && out_[at - 1].kind == Kind::open) --at;
    if (at == out_.size() && at > 0 && out_[at - 1].kind == Kind::text) {
      out_[at - 1].text += ' ';
    } else {
      out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(at), {Kind::text, {}, " "});
    }
  }

  void open(const Piece& piece) {
    const bool inside_same = std::any_of(
        open_.begin(), open_.end(), [&](const Open& one) { return one.written && one.mark == piece.mark; });
    open_.push_back({piece.mark, !inside_same});
    if (!inside_same) out_.push_back(piece);
  }

  void close(Mark mark) {
    if (open_.empty()) return;
    const bool written = open_.back().written;
    open_.pop_back();
    if (!written) return;
    // Line breaks at the end of a mark belong behind it.
    std::size_t breaks = 0;
    while (!out_.empty() && out_.back().kind == Kind::line_break) out_.pop_back(), ++breaks;
    if (!out_.empty() && out_.back().kind == Kind::open) {
      out_.pop_back();
    } else {
      out_.push_back({Kind::close, mark, {}});
    }
    if (breaks > 0) out_.push_back({Kind::line_break, {}, {}});
  }

  Place place_;
  Pieces out_;
  std::vector<Open> open_;
  bool space_due_ = false;
  bool seen_ = false;  ///< something visible came already
  bool after_break_ = false;
};

/// Second step: a mark that begins or ends with punctuation right beside a letter wouldn't be read
/// (CommonMark 0.31.2, section 6.2: `“a”` in CJK text). It shrinks to the words it holds.
class Shrinker {
 public:
  explicit Shrinker(Pieces pieces) : pieces_(std::move(pieces)) {}

  Pieces run() {
    for (std::size_t i = 1; i + 1 < pieces_.size(); ++i) {
      if (!is_mark(pieces_[i]) || pieces_[i].mark == Mark::link) continue;
      Piece &left = pieces_[i - 1], &right = pieces_[i + 1];
      if (left.kind != Kind::text || right.kind != Kind::text) continue;
      const CharacterClass before = class_before(left.text, left.text.size()),
                           after = class_at(right.text, 0);
      if (pieces_[i].kind == Kind::open && before == CharacterClass::word &&
          after == CharacterClass::punctuation) {
        const std::size_t size = words_from(right.text);
        left.text += right.text.substr(0, size);
        right.text.erase(0, size);
      } else if (pieces_[i].kind == Kind::close && before == CharacterClass::punctuation &&
                 after == CharacterClass::word) {
        const std::size_t size = words_until(left.text);
        right.text.insert(0, left.text.substr(size));
        left.text.resize(size);
      }
    }
    return std::move(pieces_);
  }

 private:
  /// Where the first word begins; 0 where there is none.
  static std::size_t words_from(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && class_at(text, at) != CharacterClass::word)
      at += base::decode(text, at).length;
    return at < text.size() ? at : 0;
  }
  static std::size_t words_until(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0 && class_before(text, end) != CharacterClass::word) {
      --end;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    }
    return end > 0 ? end : text.size();
  }

  Pieces pieces_;
};

/// Third step: which marks are sure to be read as meant, judged by the characters around them (CommonMark
/// 0.31.2, section 6.2). Where several marks touch, only the plain cases pass.
class Judge {
 public:
  explicit Judge(const Pieces& pieces) : pieces_(pieces), sure_(pieces.size(), true), stars_(pieces.size()) {}

  std::vector<bool> run() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < pieces_.size();) {
      if (!is_mark(pieces_[i])) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < pieces_.size() && is_mark(pieces_[end])) ++end;
      group(i, end, open);
      i = end;
    }
    return std::move(sure_);
  }

 private:
  void group(std::size_t begin, std::size_t end, std::vector<std::size_t>& open) {
    const CharacterClass at_begin = begin == 0 ? CharacterClass::space : last_class(pieces_[begin - 1]);
    const CharacterClass at_end = end == pieces_.size() ? CharacterClass::space : first_class(pieces_[end]);
    const bool alone = end - begin == 1;
    bool closed_one = false;
    const std::size_t outside = open.size();
    std::size_t stars = 0;
    for (std::size_t i = begin; i < end; ++i)
      stars += pieces_[i].kind == Kind::open ? stars_of(pieces_[i].mark) : 0;
    for (std::size_t i = begin; i < end; ++i) {
      const bool link = pieces_[i].mark == Mark::link;
      // A star touches the bracket or the tildes beside it; tildes may yet be left out.
      const auto in_both_cases = [&](const auto& holds) {
        for (const bool tildes : {false, true}) {
          if (!holds(touches(begin, i, tildes) ? CharacterClass::punctuation : at_begin,
                     touches(i + 1, end, tildes) ? CharacterClass::punctuation : at_end))
            return false;
        }
        return true;
      };
      if (pieces_[i].kind == Kind::open) {
        const bool is_star = stars_of(pieces_[i].mark) > 0;
        const bool can_open = in_both_cases([&](CharacterClass before, CharacterClass after) {
          return after != CharacterClass::space &&
                 ((alone && after == CharacterClass::word) || stands_apart(before)) &&
                 !(is_star && closes_another(stars, before, after, open, std::min(outside, open.size())));
        });
        open.push_back(i);
        stars_[i] = stars;
        sure_[i] = link || (can_open && !closed_one);
      } else {
        const std::size_t opener = open.back();
        open.pop_back();
        const bool can_close = in_both_cases([&](CharacterClass before, CharacterClass after) {
          return before != CharacterClass::space &&
                 ((alone && before == CharacterClass::word) || stands_apart(after));
        });
        sure_[i] = sure_[opener] = (link || can_close) && sure_[opener];
        closed_one = closed_one || sure_[i];
      }
    }
  }

  /// Whether stars that are to open a mark would close one of those that are open before them.
  [[nodiscard]] bool closes_another(std::size_t stars, CharacterClass before, CharacterClass after,
                                    const std::vector<std::size_t>& open, std::size_t outside) const {
    const bool could_close =
        before == CharacterClass::word || (before != CharacterClass::space && after != CharacterClass::word);
    return could_close &&
           std::any_of(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(outside), [&](std::size_t i) {
             // Unless both lengths together are three (section 6.2, rules 9 and 10).
             return sure_[i] && stars_of(pieces_[i].mark) > 0 && stars_[i] + stars != 3;
           });
  }

  /// Whether a link, or a strikethrough where `tildes` count, begins or ends among these.
  [[nodiscard]] bool touches(std::size_t begin, std::size_t end, bool tildes) const {
    for (std::size_t i = begin; i < end; ++i) {
      const Mark mark = pieces_[i].mark;
      if (mark == Mark::link || (tildes && mark == Mark::strikethrough)) return true;
    }
    return false;
  }

  static std::size_t stars_of(Mark mark) { return mark == Mark::emphasis ? 1 : mark == Mark::strong ? 2 : 0; }
  static bool stands_apart(CharacterClass c) {
    return c == CharacterClass::space || c == CharacterClass::punctuation;
  }
  static CharacterClass first_class(const Piece& piece) {
    if (piece.kind == Kind::text) return class_at(piece.text, 0);
    return piece.kind == Kind::line_break ? CharacterClass::space : CharacterClass::punctuation;
  }
  static CharacterClass last_class(const Piece& piece) {
    if (piece.kind == Kind::text) return class_before(piece.text, piece.text.size());
    return piece.kind == Kind::line_break ? CharacterClass::space : CharacterClass::punctuation;
  }

  const Pieces& pieces_;
  std::vector<bool> sure_;
  std::vector<std::size_t> stars_;  ///< of an opening mark and those that touch it
};

/// What is left where marks that wouldn't be read are left out: their words.
Pieces without_unsure_marks(Pieces pieces) {
  const std::vector<bool> sure = Judge(pieces).run();
  Pieces out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_mark(pieces[i]) && !sure[i]) continue;
    if (pieces[i].kind == Kind::text && !out.empty() && out.back().kind == Kind::text) {
      out.back().text += pieces[i].text;
    } else {
      out.push_back(std::move(pieces[i]));
    }
  }
  return out;
}

std::string_view delimiter(Mark mark) {
  switch (mark) {
    case Mark::emphasis:
      return "*";
    case Mark::strong:
      return "**";
    case Mark::strikethrough:
      return "~~";
    case Mark::link:
      break;
  }
  return "[";
}

/// The character that will follow text at the end of its piece: 'x' where nothing it could combine with does.
char next_to(const Pieces& pieces, std::size_t i) {
  if (i + 1 >= pieces.size()) return '\n';
  const Piece& next = pieces[i + 1];
  if (next.kind == Kind::line_break) return '\n';
  return '\0';
}

Pairs count_pairs(const Pieces& pieces) {
  std::size_t tildes = 0, underscores = 0, dollars = 0, carets = 0;
  for (const Piece& piece : pieces) {
    if (piece.kind == Kind::open && piece.mark == Mark::strikethrough) tildes += 2;
    if (piece.kind != Kind::text && piece.kind != Kind::code) continue;
    for (std::size_t at = k_pairs.find(piece.text, 0); at < piece.text.size();
         at = k_pairs.find(piece.text, at + 1)) {
      const char c = piece.text[at];
      ++(c == '~' ? tildes : c == '_' ? underscores : c == '$' ? dollars : carets);
    }
  }
  return {tildes > 1, underscores > 1, dollars > 1, carets > 1};
}

std::string guarded_lines(std::string text) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    end = std::min(text.find('\n', begin), text.size());
    const std::size_t at = block_start(std::string_view(text).substr(begin, end - begin));
    if (at == std::string_view::npos) continue;
    out.append(text, done, begin + at - done) += '\\';
    done = begin + at;
  }
  return done == 0 && out.empty() ? std::move(text) : std::move(out.append(text, done));
}

}  // namespace

std::string write_inlines(const Pieces& given, Place place) {
  const Pieces pieces = without_unsure_marks(Shrinker(Tidier(place).run(given)).run());
  Pairs pairs = count_pairs(pieces);
  std::size_t size = 0;
  for (const Piece& piece : pieces) size += piece.text.size() + 8;
  std::string out;
  out.reserve(size);
  std::vector<const Piece*> open;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    switch (piece.kind) {
      case Kind::text:
        append_escaped(out, piece.text, place, next_to(pieces, i), pairs);
        break;
      case Kind::code:
        if (out.ends_with('`')) out += ' ';  // two code spans would grow into one
        out += code_span(piece.text);
        break;
      case Kind::image:
        out += piece.text;
        break;
      case Kind::line_break:
        out += "\\\n";
        break;
      case Kind::open:
        open.push_back(&piece);
        if (piece.mark == Mark::link) pairs.addresses = false;
        out += delimiter(piece.mark);
        break;
      case Kind::close:
        out += piece.mark == Mark::link ? "]" + open.back()->text : std::string(delimiter(piece.mark));
        open.pop_back();
        if (piece.mark == Mark::link) pairs.addresses = true;
    }
  }
  return place == Place::paragraph ? guarded_lines(std::move(out)) : out;
}

}  // namespace aushang::ingest
