#include "ingest/html_dom.h"

#include <utility>

#include "base/text.h"

namespace aushang::ingest {
namespace {

GumboOptions options_for_fragments() {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // nobody reads them
  return options;
}

bool is_code(GumboTag tag) {
  return tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP || tag == GUMBO_TAG_TT;
}

/// A link to the very element it is, as generators put on headings, says nothing.
bool is_permalink(const GumboNode* node, std::string_view href) {
  if (!href.starts_with('#')) return false;
  const std::string_view name = href.substr(1);
  return name == attribute_of(node, "id") || name == attribute_of(node, "name");
}

}  // namespace

HtmlTree::HtmlTree(const std::string& html) {
  const GumboOptions options = options_for_fragments();
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
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

bool is_block_element(const GumboNode* node) {
  if (!is_element(node)) return false;
  switch (static_cast<int>(tag_of(node))) {
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

std::string_view attribute_of(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
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

bool as_mark(const GumboNode* node, Piece& open) {
  open = {Piece::Kind::open, Mark::link, {}};
  switch (static_cast<int>(tag_of(node))) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      open.mark = Mark::strong;
      return true;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
      open.mark = Mark::emphasis;
      return true;
    case GUMBO_TAG_S:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_STRIKE:
      open.mark = Mark::strikethrough;
      return true;
    case GUMBO_TAG_A:
      break;
    default:
      return false;
  }
  const std::string_view href = attribute_of(node, "href");
  if (gumbo_get_attribute(&node->v.element.attributes, "href") == nullptr || is_permalink(node, href))
    return false;
  if (!is_usable_address(href, References::decoded)) return false;
  open.text = link_tail(href, attribute_of(node, "title"), References::decoded);
  return true;
}

void append_inlines(const GumboNode* node, Place place, bool preformatted, Pieces& out) {
  const auto put_text = [&](std::string text) { out.push_back({Piece::Kind::text, {}, std::move(text)}); };
  if (is_text(node)) {
    if (!preformatted) return put_text(node->v.text.text);
    bool first = true;
    for (const std::string_view line : base::split_lines(node->v.text.text)) {
      if (!first) out.push_back({Piece::Kind::line_break, {}, {}});
      first = false;
      put_text(std::string(line));
    }
    if (std::string_view(node->v.text.text).ends_with('\n')) out.push_back({Piece::Kind::line_break, {}, {}});
    return;
  }
  if (!is_element(node)) return;
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_BR) {
    out.push_back({Piece::Kind::line_break, {}, {}});
    return;
  }
  if (tag == GUMBO_TAG_IMG) {
    const std::string_view src = attribute_of(node, "src"), alt = attribute_of(node, "alt");
    if (src.empty() || !is_usable_address(src, References::decoded)) return put_text(std::string(alt));
    out.push_back({Piece::Kind::image, {}, image(alt, src, References::decoded, place)});
    return;
  }
  if (is_code(tag)) {
    const std::string text = base::single_line(text_content(node));
    if (!has_links(node)) {
      if (text.empty()) return put_text(" ");
      out.push_back({Piece::Kind::code, {}, text});
      return;
    }
  }
  if (tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB) {
    const std::string shifted =
        shifted_digits(text_content(node), tag == GUMBO_TAG_SUP ? Shift::up : Shift::down);
    if (!shifted.empty()) return put_text(shifted);
  }
  const bool apart = is_block_element(node);
  Piece open;
  const bool marked = as_mark(node, open);
  if (apart) put_text(" ");
  if (marked) out.push_back(open);
  for (const GumboNode* child : Children(node)) append_inlines(child, place, preformatted, out);
  if (marked) out.push_back({Piece::Kind::close, open.mark, {}});
  if (apart) put_text(" ");
}

}  // namespace aushang::ingest
