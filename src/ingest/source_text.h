#pragma once
/// The page while it is worked on: its bytes, and for each byte where it stood in the page as given, so that
/// every warning can name a place its author can find.
///
/// Steps don't change the text themselves; they collect edits on a text they only read, and apply them at
/// once:
///
///     text   ....<b>word</b>....
///     edits      ^^^    ^^^^         each: [begin, end) becomes `with`
///     after  ....**word**....       map: pieces copied from an origin, or inserted at one
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aushang::ingest {

class Edits {
 public:
  void replace(std::size_t begin, std::size_t end, std::string with) {
    all_.push_back({begin, end, std::move(with)});
  }
  void remove(std::size_t begin, std::size_t end) { replace(begin, end, {}); }
  void insert(std::size_t at, std::string_view text) { replace(at, at, std::string(text)); }
  [[nodiscard]] bool empty() const { return all_.empty(); }

 private:
  friend class SourceText;
  struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string with;
  };
  std::vector<Edit> all_;
};

class SourceText {
 public:
  /// `text` stood at `origin` of the page.
  SourceText(std::string text, std::size_t origin) : text_(std::move(text)), pieces_{{0, origin, true}} {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() && { return std::move(text_); }

  /// Where the byte at `offset` stood in the page; for inserted text the place that made it necessary.
  [[nodiscard]] std::size_t origin(std::size_t offset) const;

  /// In order of their beginnings, insertions first; of two that overlap the one that begins first wins (the
  /// longer one, where they begin together), the other is left out.
  void apply(Edits edits);

 private:
  struct Piece {
    std::size_t at = 0;      ///< in the text
    std::size_t origin = 0;  ///< in the page
    bool copied = true;      ///< else every byte of it has the same origin
  };
  std::string text_;
  std::vector<Piece> pieces_;  ///< ascending by `at`, the first at 0
};

/// Where lines begin, for texts whose lines may be as long as the text.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  [[nodiscard]] std::size_t count() const { return starts_.size(); }
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;
  [[nodiscard]] std::size_t begin(std::size_t line) const { return starts_[line]; }
  [[nodiscard]] std::size_t end(std::size_t line) const;  ///< before its "\n"
  [[nodiscard]] std::string_view line(std::size_t index) const {
    return text_.substr(begin(index), end(index) - begin(index));
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace aushang::ingest
