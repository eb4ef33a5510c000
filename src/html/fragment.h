#pragma once
/// A Document as HTML.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/direction.h"
#include "doc/document.h"

namespace aushang::html {

struct Link {
  std::string target;
  std::string_view css_class = {};
};
/// What a page does to a posting's links, e.g. give its mail address the subject.
using LinkRewrite = std::function<Link(const std::string& target)>;

inline constexpr std::uint32_t k_no_block = 0xFFFFFFFF;

struct FragmentOptions {
  /// The specification's HTML: raw HTML passed on, form checkboxes for tasks, no ids. For `render
  /// --commonmark` and
  /// `--gfm`. Otherwise the HTML of our pages: raw HTML never passed on, no attribute a strict policy
  /// forbids.
  bool verbatim = false;
  /// Pages: the level of the document's topmost heading; those below follow without gaps (WCAG 2.2, 1.3.1).
  int top_heading = 1;
  /// Pages: the block not to write, because it stands elsewhere already; k_no_block for none.
  std::uint32_t skip_block = k_no_block;
  /// Pages: say where lines may begin, so that every browser wraps alike (html/break_hints.h). Not in code
  /// blocks, whose lines stand as they are.
  bool break_hints = false;
  /// Pages: put the blocks into `<div class="part">`, a few dozen leaves each. In a browser a long page is
  /// then laid out, painted and searched for what is under the pointer in parts (shell/layer.js). A part ends
  /// before a heading where it can; what follows a heading, and what stands beside a rule, stays with it.
  bool parts = false;
  /// Pages: that of what the fragment stands in. Blocks that run the other way say so.
  base::Direction direction = base::Direction::left_to_right;
  LinkRewrite rewrite;
  /// Pages: the way to the folder that the document's relative addresses count from; empty: the page's own.
  std::string to_folder = {};
};

/// Runs in one pass, without recursion. Marked phrases (doc/mark.h) are links of the classes "mark" and
/// "clause", "note" or "material".
[[nodiscard]] std::string write_fragment(const doc::Document& document, const FragmentOptions& options);

}  // namespace aushang::html
