#include "ingest/html/html_dom.h"

#include <algorithm>

namespace aushang::ingest {
namespace {

GumboOptions options_for_fragments() {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // nobody reads them
  return options;
}

}  // namespace

HtmlTree::HtmlTree(const SourceText& html) : html_(html) {
  const GumboOptions options = options_for_fragments();
  output_ = gumbo_parse_with_options(&options, html.text().data(), html.text().size());
  find_blocks(output_->root);
}

HtmlTree::~HtmlTree() {
  const GumboOptions options = options_for_fragments();
  gumbo_destroy_output(&options, output_);
}

const GumboNode* HtmlTree::body() const {
  for (const GumboNode* child : Children(output_->root)) {
    if (tag_of(child) == GUMBO_TAG_BODY) return child;
  }
  return output_->root;
}

bool HtmlTree::find_blocks(const GumboNode* node) {
  bool found = false;
  for (const GumboNode* child : Children(node)) found = find_blocks(child) || found;
  if (found && !is_block_element(node)) with_blocks_.insert(node);
  return found || is_block_element(node);
}

std::size_t HtmlTree::origin(const GumboNode* node) const {
  const GumboSourcePosition& at = is_element(node) ? node->v.element.start_pos : node->v.text.start_pos;
  return html_.origin(std::min<std::size_t>(at.offset, html_.text().size()));
}

std::size_t HtmlTree::origin(const GumboNode* text, std::size_t offset) const {
  // A reference such as "&lt;" is longer in the HTML than in the text.
  const std::string& html = html_.text();
  std::size_t at = text->v.text.start_pos.offset;
  for (; offset > 0 && at < html.size(); --offset) {
    const std::size_t end = html[at] == '&' ? html.find(';', at) : std::string::npos;
    at = end != std::string::npos && end - at < 10 ? end + 1 : at + 1;
  }
  return html_.origin(std::min(at, html.size()));
}

Children::Children(const GumboNode* node) {
  if (!is_element(node)) return;
  const GumboVector& children = node->v.element.children;
  data = reinterpret_cast<const GumboNode* const*>(children.data);
  count = children.length;
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

GumboTag tag_of(const GumboNode* node) { return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN; }

TagUse use_of(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  return tag == GUMBO_TAG_UNKNOWN ? TagUse::text : use_of(gumbo_normalized_tagname(tag));
}

bool is_block_element(const GumboNode* node) {
  if (!is_element(node)) return false;
  const TagUse use = use_of(node);
  return use == TagUse::block || use == TagUse::structure || tag_of(node) == GUMBO_TAG_HR;
}

std::string_view attribute_of(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

bool has_attribute(const GumboNode* node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

std::string_view id_of(const GumboNode* node) {
  const std::string_view id = attribute_of(node, "id");
  return id.empty() && tag_of(node) == GUMBO_TAG_A ? attribute_of(node, "name") : id;
}

bool is_struck_through(const GumboNode* node) {
  return attribute_of(node, "style").find("line-through") != std::string_view::npos;
}

std::string text_content(const GumboNode* node) {
  if (is_text(node)) return node->v.text.text;
  if (tag_of(node) == GUMBO_TAG_BR) return "\n";
  std::string out;
  for (const GumboNode* child : Children(node)) out += text_content(child);
  return out;
}

bool has_links(const GumboNode* node) {
  if (tag_of(node) == GUMBO_TAG_IMG || (tag_of(node) == GUMBO_TAG_A && !attribute_of(node, "href").empty()))
    return true;
  for (const GumboNode* child : Children(node)) {
    if (has_links(child)) return true;
  }
  return false;
}

}  // namespace aushang::ingest
