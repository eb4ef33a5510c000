#pragma once
/// What becomes of each tag in one leaf's running text; see inline_html.h.
#include <cstdint>
#include <string>
#include <vector>

#include "ingest/escape.h"
#include "ingest/html_scan.h"
#include "ingest/outline.h"

namespace aushang::ingest {

/// A tag, or another piece of raw HTML (then `tag` is empty).
struct PlannedTag {
  enum class Fate : std::uint8_t {
    gone,   ///< nothing is put in its place
    apart,  ///< a space, if words would grow together
    mark,   ///< `with` opens or closes a mark
    whole,  ///< from here to `until` everything becomes `with`: code, an image, a script that goes
    line_break,
  };
  InlineHtml piece;
  HtmlTag tag;
  Fate fate = Fate::gone;
  std::string with;
  std::size_t until = 0;  ///< Fate::whole: an offset into the text
  std::size_t at = 0;     ///< Fate::mark: where `with` goes: spaces move out of marks
  std::string escapes;    ///< Fate::mark that opens: characters that text inside must escape
  /// The run of tags that touch each other which this one is part of.
  std::size_t run_begin = 0, run_end = 0;   ///< offsets into the text
  std::size_t run_first = 0, run_last = 0;  ///< indices into the plan
  /// Of a run's first: a mark ends in it. One that begins right behind could be read as something else.
  bool run_closes_mark = false;
};

/// In the order of the text. `place` is where the text stands.
[[nodiscard]] std::vector<PlannedTag> plan_inline_html(const Outline& outline, const doc::Block& leaf,
                                                       Place place);

}  // namespace aushang::ingest
