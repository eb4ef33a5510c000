#pragma once
/// Text into HTML that wraps where `layout::find_breaks` says, in every browser.
///
/// Browsers disagree on where a line may end, so pages say where one may, and where none may although some
/// browser would. What is left to them is what they agree on: after spaces, soft hyphens and zero-width
/// spaces, and between Chinese characters.
///
///     NeurIPS/<span class="wb"></span>ICLR   an opportunity that does not follow white space anyway; the
///                                            style sheet puts U+200B there, with no text for it. <wbr> would
///                                            be a space in names: browsers tell screen readers of a link
///                                            "a@ b.example"
///     <span class="nb">24/7</span>           no opportunity, but some browser would see one; `.nb {
///                                            white-space: nowrap }`
///
/// Common prose gets neither. Copies of a text with hints are the text without: both elements add nothing.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aushang::html {

inline constexpr std::string_view k_opportunity = "<span class=\"wb\"></span>";

/// The hints of one block after the other. Keeps its memory.
class BreakHints {
 public:
  /// `text` is all visible text of a block, across its inlines, and must live until the next call.
  void start(std::string_view text);
  /// Appends [begin, end) of that text, escaped. Parts must come in ascending order; what lies between them
  /// was written by other means (a line break) or not at all.
  void write(std::string& out, std::size_t begin, std::size_t end);

 private:
  std::string_view text_;
  std::vector<std::uint32_t> breaks_;
  std::size_t next_ = 0;
};

/// A whole text by itself, e.g. a title.
[[nodiscard]] std::string escape_with_break_hints(std::string_view text);

}  // namespace aushang::html
