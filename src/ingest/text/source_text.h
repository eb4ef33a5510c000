#pragma once
/// A text that remembers, for each of its bytes, where it stood in the page as given, so that every warning
/// can name a place its author can find.
///
/// Each step reads one such text and writes the next one from beginning to end, with pieces that it copies
/// and words of its own:
///
///     text   ....{: #a}word....
///     next   ....<a id="a"></a>word....      each piece: where it begins, and where that stood in the page
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aushang::ingest {

class SourceText {
 public:
  SourceText() = default;
  /// `text` stood at `origin` of the page.
  SourceText(std::string text, std::size_t origin) : text_(std::move(text)), pieces_{{0, origin, true}} {}

  [[nodiscard]] const std::string& text() const { return text_; }

  /// Where the byte at `offset` stood in the page; of inserted text the place that made it necessary.
  [[nodiscard]] std::size_t origin(std::size_t offset) const;

  /// Makes room for a text of about this size.
  void reserve(std::size_t size) { text_.reserve(size + size / 16); }
  /// Appends [begin, end) of another text, with its origins.
  void copy(const SourceText& from, std::size_t begin, std::size_t end);
  /// Appends text that stands for what was at `origin`.
  void insert(std::string_view text, std::size_t origin);
  /// Takes back what lies behind `size`.
  void shorten(std::size_t size);
  /// Takes white space at the end back: spaces and tabs, or line breaks, too.
  void trim_end(std::string_view spaces = " \t");
  /// Takes one byte out.
  void erase(std::size_t at);

 private:
  struct Piece {
    std::size_t at = 0;      ///< in the text
    std::size_t origin = 0;  ///< in the page
    bool copied = true;      ///< else every byte of it has the same origin
  };
  void add_piece(std::size_t origin, bool copied);
  [[nodiscard]] std::size_t piece_at(std::size_t offset) const;

  std::string text_;
  std::vector<Piece> pieces_;  ///< ascending by `at`
};

}  // namespace aushang::ingest
