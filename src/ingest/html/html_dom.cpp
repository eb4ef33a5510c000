#include "ingest/html/html_dom.h"

#include <algorithm>
#include <array>

namespace aushang::ingest {

HtmlTree::HtmlTree(const HtmlSource& html) : html_(html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // nobody reads them
  options.userdata = &memory_;
  options.allocator = [](void* memory, std::size_t size) {
    return static_cast<std::pmr::memory_resource*>(memory)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  output_ = gumbo_parse_with_options(&options, html.html().text().data(), html.html().text().size());
  find_blocks(output_->root);
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
  return html_.html().origin(std::min<std::size_t>(at.offset, html_.html().text().size()));
}

std::string HtmlTree::text(const GumboNode* text) const {
  constexpr char k_lead = '\xF3';  // of each sign
  const std::string_view parsed = text->v.text.text;
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t next = std::min(parsed.find(k_lead, at), parsed.size());
    out += parsed.substr(at, next - at);
    if (next == parsed.size()) return out;
    if (const auto run = html_.run_at(parsed, next)) {
      out.append(html_.words().text(), run->begin, run->end - run->begin);
      at = next + HtmlSource::k_sign_bytes;
    } else {
      out += k_lead;
      at = next + 1;
    }
  }
}

std::string HtmlTree::text_content(const GumboNode* node) const {
  if (is_text(node)) return text(node);
  if (tag_of(node) == GUMBO_TAG_BR) return "\n";
  std::string out;
  for (const GumboNode* child : Children(node)) out += text_content(child);
  return out;
}

std::vector<std::size_t> HtmlTree::origins(const GumboNode* text,
                                           const std::vector<std::size_t>& offsets) const {
  constexpr std::size_t k_longest_reference = 10;
  const std::string_view parsed = text->v.text.text, html = html_.html().text();
  std::vector<std::size_t> out;
  std::size_t at = text->v.text.start_pos.offset, passed = 0;
  for (std::size_t i = 0; i < parsed.size() && out.size() < offsets.size();) {
    if (const auto run = html_.run_at(parsed, i)) {
      const std::size_t size = run->end - run->begin;
      while (out.size() < offsets.size() && offsets[out.size()] < passed + size)
        out.push_back(html_.words().origin(run->begin + offsets[out.size()] - passed));
      passed += size, at += HtmlSource::k_sign_bytes, i += HtmlSource::k_sign_bytes;
      continue;
    }
    if (offsets[out.size()] == passed) out.push_back(html_.html().origin(std::min(at, html.size())));
    // A reference such as "&lt;" is longer in the HTML than in the text.
    const std::size_t end = at < html.size() && html[at] == '&'
                                ? html.substr(at, k_longest_reference).find(';')
                                : std::string_view::npos;
    ++passed, ++i, at += end != std::string_view::npos ? end + 1 : 1;
  }
  out.resize(offsets.size(), html_.html().origin(std::min(at, html.size())));
  return out;
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
  static const auto uses = [] {
    std::array<TagUse, GUMBO_TAG_UNKNOWN> all{};
    for (std::size_t tag = 0; tag < all.size(); ++tag)
      all[tag] = use_of(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
    return all;
  }();
  const GumboTag tag = tag_of(node);
  return tag >= GUMBO_TAG_UNKNOWN ? TagUse::text : uses[tag];
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

bool has_links(const GumboNode* node) {
  if (tag_of(node) == GUMBO_TAG_IMG || (tag_of(node) == GUMBO_TAG_A && !attribute_of(node, "href").empty()))
    return true;
  for (const GumboNode* child : Children(node)) {
    if (has_links(child)) return true;
  }
  return false;
}

}  // namespace aushang::ingest
