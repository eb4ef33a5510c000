#pragma once
/// gumbo's tree, seen as this module needs it: the one tree of the page, each node with its place.
#include <gumbo.h>

#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/html/html_source.h"
#include "ingest/html/open_tags.h"

namespace aushang::ingest {

/// A parsed page; owns the tree.
class HtmlTree {
 public:
  explicit HtmlTree(const HtmlSource& html);  ///< `html` must outlive it

  [[nodiscard]] const GumboNode* body() const;
  /// Whether it is an element of running text that has blocks inside, such as a link around a heading.
  [[nodiscard]] bool holds_blocks(const GumboNode* node) const { return with_blocks_.contains(node); }
  /// Where it stood in the page as given.
  [[nodiscard]] std::size_t origin(const GumboNode* node) const;
  /// What a text node says.
  [[nodiscard]] std::string text(const GumboNode* text) const;
  /// All text below, as it stands; line breaks for <br>.
  [[nodiscard]] std::string text_content(const GumboNode* node) const;
  /// Where each of these bytes of it stood, in ascending order.
  [[nodiscard]] std::vector<std::size_t> origins(const GumboNode* text,
                                                 const std::vector<std::size_t>& offsets) const;

 private:
  bool find_blocks(const GumboNode* node);

  const HtmlSource& html_;
  std::pmr::monotonic_buffer_resource memory_;  ///< all that gumbo makes; it goes at once
  GumboOutput* output_;
  std::unordered_set<const GumboNode*> with_blocks_;
};

[[nodiscard]] bool is_element(const GumboNode* node);
[[nodiscard]] bool is_text(const GumboNode* node);
[[nodiscard]] bool is_block_element(const GumboNode* node);
[[nodiscard]] GumboTag tag_of(const GumboNode* node);  ///< GUMBO_TAG_UNKNOWN where it is no element
[[nodiscard]] TagUse use_of(const GumboNode* node);
[[nodiscard]] std::string_view attribute_of(const GumboNode* node, const char* name);
[[nodiscard]] bool has_attribute(const GumboNode* node, const char* name);
/// What gives the element an id: id, or name of a link.
[[nodiscard]] std::string_view id_of(const GumboNode* node);
[[nodiscard]] bool is_struck_through(const GumboNode* node);  ///< by its style

/// Whether a link or an image stands below, which code would swallow.
[[nodiscard]] bool has_links(const GumboNode* node);

/// The children of an element; empty for text.
struct Children {
  explicit Children(const GumboNode* node);
  [[nodiscard]] const GumboNode* const* begin() const { return data; }
  [[nodiscard]] const GumboNode* const* end() const { return data + count; }
  const GumboNode* const* data = nullptr;
  std::size_t count = 0;
};

}  // namespace aushang::ingest
