#pragma once
/// gumbo's tree, seen as this module needs it.
#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_set>

#include "ingest/inline_writer.h"

namespace aushang::ingest {

/// A parsed fragment; owns the tree.
class HtmlTree {
 public:
  explicit HtmlTree(const std::string& html);  ///< `html` must outlive it
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const GumboNode* body() const;
  /// Whether it is an element of running text that has blocks inside, such as a link around a heading.
  [[nodiscard]] bool holds_blocks(const GumboNode* node) const { return with_blocks_.contains(node); }

 private:
  bool find_blocks(const GumboNode* node);

  GumboOutput* output_;
  std::unordered_set<const GumboNode*> with_blocks_;
};

[[nodiscard]] bool is_element(const GumboNode* node);
[[nodiscard]] bool is_text(const GumboNode* node);
[[nodiscard]] bool is_block_element(const GumboNode* node);
[[nodiscard]] GumboTag tag_of(const GumboNode* node);  ///< GUMBO_TAG_UNKNOWN where it is no element
[[nodiscard]] std::string_view attribute_of(const GumboNode* node, const char* name);

/// All text below, as it stands; line breaks for <br>.
[[nodiscard]] std::string text_content(const GumboNode* node);

/// Whether a link or an image stands below, which code would swallow.
[[nodiscard]] bool has_links(const GumboNode* node);

/// The mark that an element of running text makes; false where it makes none that Markdown has.
[[nodiscard]] bool as_mark(const GumboNode* node, Piece& open);

/// Appends the node as running text; blocks inside are set off by spaces. White space is kept as written
/// where `preformatted`, that is, its line breaks become breaks.
void append_inlines(const GumboNode* node, Place place, bool preformatted, Pieces& out);

/// The children of an element or document; empty for text.
struct Children {
  explicit Children(const GumboNode* node);
  [[nodiscard]] const GumboNode* const* begin() const { return data; }
  [[nodiscard]] const GumboNode* const* end() const { return data + count; }
  const GumboNode* const* data = nullptr;
  std::size_t count = 0;
};

}  // namespace aushang::ingest
