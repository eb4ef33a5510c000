#pragma once
/// The tree's running text as pieces to be written.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/html/html_dom.h"
#include "ingest/html/links.h"
#include "ingest/text/warnings.h"
#include "ingest/write/inlines.h"

namespace aushang::ingest {

class RunningText {
 public:
  /// `page` as given, to see what its author escaped.
  RunningText(const HtmlTree& tree, std::string_view page, Links& links, Warnings& warnings)
      : tree_(tree), page_(page), links_(links), warnings_(warnings) {}

  /// Appends the node; blocks inside are set off by spaces. White space is kept as written where
  /// `preformatted`, that is, its line breaks become breaks.
  void append(const GumboNode* node, Place place, bool preformatted, Pieces& out);
  /// The same for what the node holds.
  void append_inside(const GumboNode* node, Place place, Pieces& out);

  /// The marks that an element of running text makes; none where Markdown has none for it.
  [[nodiscard]] Pieces marks_of(const GumboNode* node);

  /// Warns where something that can't be shown is left out; whether what it holds goes with it.
  bool drops(const GumboNode* node);

  /// The ids of elements passed since they were last taken.
  [[nodiscard]] std::vector<std::string> take_ids() { return std::move(ids_); }
  void pass(const GumboNode* node);

 private:
  void text(const GumboNode* node, bool preformatted, Pieces& out);
  void warn_of_leftovers(const GumboNode* node, std::string_view text);
  void icon(const GumboNode* node, Pieces& out);

  const HtmlTree& tree_;
  std::string_view page_;
  Links& links_;
  Warnings& warnings_;
  std::vector<std::string> ids_;
};

}  // namespace aushang::ingest
