#pragma once
/// HTML that is going to be parsed, with its running text kept apart: a sign of two characters for private
/// use stands in its place. gumbo takes a hundred times longer for text than copying it does, and does
/// nothing to it.
///
///     html    <p>  ⟨0⟩<b>⟨1⟩</b>            the white space at the ends of a run stays: it counts for the
///     tree words   Apply by MondayFriday
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/source_text.h"

namespace aushang::ingest {

class HtmlSource {
 public:
  void reserve(std::size_t size) { html_.reserve(size / 2), words_.reserve(size); }
  /// Tags, references and what else is HTML: a text of its own, or [begin, end) of another one.
  void html(std::string_view html, std::size_t origin) { end_run(), html_.insert(html, origin); }
  void html(const SourceText& from, std::size_t begin, std::size_t end) {
    end_run(), html_.copy(from, begin, end);
  }
  /// Running text: every character means itself.
  void text(std::string_view text, std::size_t origin);
  void text(const SourceText& from, std::size_t begin, std::size_t end);

  [[nodiscard]] const SourceText& html() const { return html_; }
  [[nodiscard]] const SourceText& words() const { return words_; }

  struct Run {
    std::size_t begin, end;  ///< in `words`
  };
  static constexpr std::size_t k_sign_bytes = 8;
  /// The run that the sign at `at` of a parsed text stands for.
  [[nodiscard]] std::optional<Run> run_at(std::string_view text, std::size_t at) const;

 private:
  void sign(std::size_t origin);
  void gap(std::string_view spaces, std::size_t origin);
  void end_run();

  SourceText html_, words_;
  std::vector<std::size_t> begins_;  ///< of the runs in `words_`
  bool in_run_ = false;              ///< the last run goes on if text follows
  std::string gap_;                  ///< white space behind it
  std::size_t gap_origin_ = 0;
};

/// Whether a character reference ("&#983040;") would be taken for a part of a sign, or is a control
/// character, which would be another one when the page is read again.
[[nodiscard]] bool forges_sign(std::string_view reference);

/// "&", "<", ">" and quotes as references.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace aushang::ingest
