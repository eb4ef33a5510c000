#include "layout/segments.h"

#include "doc/url.h"

namespace aushang::layout {

using doc::Inline;
using doc::InlineKind;

void collect_segments(const doc::Document& document, const doc::Block& block, std::vector<Segment>& out) {
  struct Open {
    std::uint32_t end;
    Segment outside;  ///< what holds again after the span
  };
  std::vector<Open> open;
  Segment now;
  for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
    while (!open.empty() && open.back().end <= i) {
      now = open.back().outside;
      open.pop_back();
    }
    const Inline& one = document.inlines[i];
    if (doc::is_span(one.kind)) open.push_back({one.end, now});
    switch (one.kind) {
      case InlineKind::text:
      case InlineKind::soft_break:
        break;
      case InlineKind::code:
      case InlineKind::hard_break:
      case InlineKind::raw_html:
        break;
      case InlineKind::emphasis:
        now.emphasis |= k_italic;
        continue;
      case InlineKind::strong:
        now.emphasis |= k_bold;
        continue;
      case InlineKind::strikethrough:
        now.struck = true;
        continue;
      case InlineKind::link:
        if (!document.target(one).empty() && !one.text.empty()) now.link = i;
        continue;
      case InlineKind::mark:
        now.link = i;
        continue;
      case InlineKind::image:
        // One that the page doesn't show is a link to it (or, inside a link, just its description).
        if (!document.target(one).empty() && now.link == Segment::k_no_link) now.link = i;
        continue;
    }
    if (one.kind == InlineKind::raw_html || one.text.empty()) continue;
    Segment segment = now;
    segment.text = one.text;
    segment.line_end = one.kind == InlineKind::hard_break;
    if (one.kind == InlineKind::code) segment.emphasis |= k_code;
    out.push_back(segment);
  }
}

bool shows_image(const doc::Document& document, const doc::Block& block) {
  for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
    const Inline& one = document.inlines[i];
    if (one.kind == InlineKind::image && doc::is_allowed_image(document.target(one))) return true;
  }
  return false;
}

}  // namespace aushang::layout
