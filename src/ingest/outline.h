#pragma once
/// A page as the Markdown parser sees it, with the places this module edits at: the parser that will read the
/// result is the one that says what is code and what is HTML, so the two can't disagree.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "ingest/source_text.h"

namespace aushang::ingest {

inline constexpr std::uint32_t k_no_block = 0xFFFFFFFF;

/// Where a block of HTML stands. Its lines are whole lines of the page behind what belongs to quotes and
/// lists.
struct HtmlPlace {
  std::uint32_t block = 0;
  std::size_t first_line = 0;
  std::size_t line_count = 0;
  std::size_t begin = 0;  ///< of its first "<"
};

/// A piece of raw HTML in running text: a tag, a comment, …; it may have been cut at line ends.
struct InlineHtml {
  std::size_t begin = 0, end = 0;     ///< in the text
  std::uint32_t first = 0, last = 0;  ///< its inlines
  std::uint32_t parent = 0;           ///< index of the span around it, or k_no_block
  std::string html;
};

class Outline {
 public:
  /// Both must outlive it.
  Outline(const doc::Document& document, std::string_view text);

  [[nodiscard]] const doc::Document& document() const { return document_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const LineIndex& lines() const { return lines_; }
  [[nodiscard]] std::uint32_t parent(std::uint32_t block) const { return parents_[block]; }
  [[nodiscard]] const std::vector<HtmlPlace>& html_blocks() const { return html_blocks_; }

  /// Raw HTML in a leaf's running text, in order.
  [[nodiscard]] std::vector<InlineHtml> inline_html(const doc::Block& leaf) const;

  /// Whether the inline begins a line of the leaf.
  [[nodiscard]] bool begins_line(const doc::Block& leaf, std::uint32_t inline_index) const;

  /// What continues the quotes and lists that the line stands in, up to `offset`: "> 1. " gives ">    ".
  [[nodiscard]] std::string continuation(std::size_t offset) const;
  [[nodiscard]] bool is_blank(std::size_t line) const;  ///< but for white space and quote marks

  /// Takes out whole lines; leaves a blank one where their neighbours would otherwise grow together.
  void remove_lines(std::size_t first, std::size_t last, Edits& edits) const;
  /// Takes out [begin, end) and, where nothing else stands on its lines, these too.
  void remove_text(std::size_t begin, std::size_t end, Edits& edits) const;

 private:
  void find_parents();
  void find_html_blocks();

  const doc::Document& document_;
  std::string_view text_;
  LineIndex lines_;
  std::vector<std::uint32_t> parents_;
  std::vector<HtmlPlace> html_blocks_;
};

/// White space, quote marks and list markers: what may stand before a block on its line.
[[nodiscard]] bool is_container_prefix(std::string_view text);

}  // namespace aushang::ingest
