#pragma once
/// Where a page holds code, or an element whose text isn't Markdown: there nothing is looked for. What code
/// means is md4c's business; this only finds it, for the steps before.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/character_set.h"

namespace aushang::ingest {

[[nodiscard]] std::size_t end_of_line(std::string_view text, std::size_t at);  ///< before its "\n"
[[nodiscard]] bool is_blank(std::string_view line);
[[nodiscard]] std::size_t indent_of(std::string_view line);  ///< in columns
/// Length of "- ", "1. ", … at the beginning, with its space; 0 where there is none.
[[nodiscard]] std::size_t list_marker(std::string_view text);
/// Whether a paragraph ends before this line.
[[nodiscard]] bool begins_block(std::string_view line);

struct Fence {
  char sign = '`';
  std::size_t length = 0;
  std::size_t indent = 0;
  bool quoted = false;
  std::string_view info;
};
[[nodiscard]] std::optional<Fence> fence_of(std::string_view line);
[[nodiscard]] bool closes(const Fence& fence, std::string_view line);
/// Whether the line is outside the list or quote that the fence stands in.
[[nodiscard]] bool leaves(const Fence& fence, std::string_view line);

/// Tells indented code from what belongs to a list. Lines come in order.
class Indentation {
 public:
  [[nodiscard]] bool is_code(std::string_view line);

 private:
  bool after_blank_ = true;
  bool open_ = false;  ///< a list, a definition or HTML is open, and what is set in belongs to it
  bool in_code_ = false;
};

/// The name of the tag that begins here, in lower case, with "/" in front of a closing one; empty for no tag.
[[nodiscard]] std::string tag_name(std::string_view text, std::size_t at);

/// Finds the ends of elements such as <pre> and <script>, each search no longer than it must be.
class Elements {
 public:
  explicit Elements(std::string_view text) : text_(text) {}
  /// Behind "</name>"; npos where the element is never closed.
  [[nodiscard]] std::size_t end_of(std::string_view name, std::size_t from);

 private:
  std::string_view text_;
  std::vector<std::string> unclosed_;
};

/// The name of the element that begins here, if its text is no Markdown; empty where it is, or none begins.
[[nodiscard]] std::string literal_element(std::string_view text, std::size_t at);

class CodeFinder {
 public:
  explicit CodeFinder(std::string_view text) : text_(text), elements_(text) {}
  /// The end of the code that begins at `at`; `at` where none does. To be asked in order, for each line's
  /// beginning and each place that isn't skipped.
  [[nodiscard]] std::size_t skip(std::size_t at);
  /// The next place behind `at` where code or one of `signs`, which hold "\\<`\n", may begin: each line does.
  [[nodiscard]] std::size_t next(std::size_t at, const CharacterSet& signs) const {
    return text_[at] == '\n' ? at + 1 : signs.find(text_, at + 1);
  }

 private:
  std::size_t at_line(std::size_t at);
  std::size_t span(std::size_t at);

  std::string_view text_;
  Elements elements_;
  Indentation indentation_;
  std::size_t paragraph_end_ = 0;
  std::array<std::size_t, 64> none_until_{};  ///< no run of as many backticks comes before this place
};

}  // namespace aushang::ingest
