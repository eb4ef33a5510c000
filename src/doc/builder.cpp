#include "doc/builder.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "doc/attribute.h"
#include "doc/url.h"

namespace aushang::doc {
namespace {

Align to_align(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return Align::left;
    case MD_ALIGN_CENTER:
      return Align::center;
    case MD_ALIGN_RIGHT:
      return Align::right;
    case MD_ALIGN_DEFAULT:
      break;
  }
  return Align::none;
}

template <class Detail>
const Detail& as(const void* detail) {
  return *static_cast<const Detail*>(detail);
}

}  // namespace

Builder::Builder(std::string_view source, BuilderOptions options) : source_(source), options_(options) {
  // Guesses for a posting in prose; a list of short lines grows once or twice.
  document_.text.reserve(source.size());
  document_.blocks.reserve(source.size() / 64);
  document_.inlines.reserve(source.size() / 32);
}

// ---- blocks
// --------------------------------------------------------------------------------------------------------

void Builder::enter_block(MD_BLOCKTYPE type, const void* detail) {
  if (type == MD_BLOCK_DOC) return;
  if (leaf_ != k_none && document_.blocks[leaf_].kind == BlockKind::paragraph) name_paragraph();
  close_leaf();
  switch (type) {
    case MD_BLOCK_QUOTE:
      open_container(BlockKind::quote);
      break;
    case MD_BLOCK_UL:
      if (const auto i = open_container(BlockKind::bullet_list); i != k_none) {
        document_.blocks[i].tight = as<MD_BLOCK_UL_DETAIL>(detail).is_tight != 0;
      }
      break;
    case MD_BLOCK_OL:
      if (const auto i = open_container(BlockKind::ordered_list); i != k_none) {
        document_.blocks[i].tight = as<MD_BLOCK_OL_DETAIL>(detail).is_tight != 0;
        document_.blocks[i].start = as<MD_BLOCK_OL_DETAIL>(detail).start;
      }
      break;
    case MD_BLOCK_LI:
      if (const auto i = open_container(BlockKind::item); i != k_none) {
        const auto& item = as<MD_BLOCK_LI_DETAIL>(detail);
        if (item.is_task != 0) document_.blocks[i].task = item.task_mark == ' ' ? Task::open : Task::done;
      }
      break;
    case MD_BLOCK_TABLE:
      open_container(BlockKind::table);
      break;
    case MD_BLOCK_THEAD:
      open_container(BlockKind::table_head);
      break;
    case MD_BLOCK_TBODY:
      open_container(BlockKind::table_body);
      break;
    case MD_BLOCK_TR:
      open_container(BlockKind::row);
      break;
    case MD_BLOCK_HR:
      open_leaf(BlockKind::rule);
      close_leaf();
      break;
    case MD_BLOCK_H:
      open_leaf(BlockKind::heading).level = static_cast<std::uint8_t>(as<MD_BLOCK_H_DETAIL>(detail).level);
      break;
    case MD_BLOCK_CODE:
      open_leaf(BlockKind::code).name = keep(as<MD_BLOCK_CODE_DETAIL>(detail).info);
      break;
    case MD_BLOCK_HTML:
      open_leaf(BlockKind::raw_html);
      break;
    case MD_BLOCK_P:
      open_leaf(BlockKind::paragraph);
      break;
    case MD_BLOCK_TH:
      open_leaf(BlockKind::header_cell).align = to_align(as<MD_BLOCK_TD_DETAIL>(detail).align);
      break;
    case MD_BLOCK_TD:
      open_leaf(BlockKind::cell).align = to_align(as<MD_BLOCK_TD_DETAIL>(detail).align);
      break;
    case MD_BLOCK_DOC:
      break;
  }
}

void Builder::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
      if (leaf_ != k_none && document_.blocks[leaf_].kind == BlockKind::paragraph) name_paragraph();
      close_leaf();
      close_container();
      break;
    case MD_BLOCK_H: {
      close_spans(0);
      const std::string said = take_id();
      Block& heading = document_.blocks[leaf_];
      heading.name =
          keep(said.empty() ? heading_ids_.make(std::string_view(document_.text).substr(heading.text.begin))
                            : heading_ids_.keep(said));
      close_leaf();
      break;
    }
    case MD_BLOCK_P:
      if (leaf_ != k_none) name_paragraph();
      close_leaf();
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      close_leaf();
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
      break;
  }
}

std::uint32_t Builder::open_container(BlockKind kind) {
  const bool counts =
      kind == BlockKind::quote || kind == BlockKind::bullet_list || kind == BlockKind::ordered_list;
  // An item of a list that was flattened is flattened too; tables can't nest, so they always fit.
  const bool too_deep = (counts && block_depth_ >= options_.max_nesting) ||
                        (kind == BlockKind::item && blocks_open_.back() == k_none);
  if (too_deep) {
    blocks_open_.push_back(k_none);
    return k_none;
  }
  if (counts) ++block_depth_;
  const auto index = static_cast<std::uint32_t>(document_.blocks.size());
  blocks_open_.push_back(index);
  document_.blocks.emplace_back().kind = kind;
  return index;
}

void Builder::close_container() {
  const std::uint32_t index = blocks_open_.back();
  blocks_open_.pop_back();
  if (index == k_none) return;
  Block& block = document_.blocks[index];
  if (block.kind == BlockKind::quote || block.kind == BlockKind::bullet_list ||
      block.kind == BlockKind::ordered_list) {
    --block_depth_;
  }
  block.end = static_cast<std::uint32_t>(document_.blocks.size());
}

Block& Builder::open_leaf(BlockKind kind) {
  leaf_ = static_cast<std::uint32_t>(document_.blocks.size());
  if (!document_.text.empty()) document_.text += '\n';
  joinable_ = false;
  Block& block = document_.blocks.emplace_back();
  block.kind = kind;
  block.end = leaf_ + 1;
  block.inlines.begin = block.inlines.end = static_cast<std::uint32_t>(document_.inlines.size());
  block.text.begin = block.text.end = text_size();
  return block;
}

/// Takes "{#id}" off the end of the leaf that is open, all spans closed; empty where there is none.
std::string Builder::take_id() {
  const Block& block = document_.blocks[leaf_];
  if (!options_.for_page || document_.inlines.size() == block.inlines.begin || !document_.text.ends_with('}'))
    return {};
  Inline& last = document_.inlines.back();
  const std::string_view text = document_.slice(last.text);
  const std::size_t at = text.rfind(" {#");
  // Where a sign of it was escaped, it is text, and stands in a piece of its own.
  if (last.kind != InlineKind::text || at == std::string_view::npos || last.source.size() != text.size())
    return {};
  const std::string id(text.substr(at + 3, text.size() - at - 4));
  if (id.empty() || id.find_first_of(" {}\\\"<>&") != std::string::npos) return {};
  const auto size = static_cast<std::uint32_t>(text.size() - at);
  last.text.end -= size;
  last.source.end -= size;
  document_.text.resize(last.text.end);
  if (last.text.empty()) document_.inlines.pop_back();
  return id;
}

void Builder::name_paragraph() {
  close_spans(0);
  const std::string id = take_id();
  if (id.empty()) return;
  document_.blocks[leaf_].name = keep(heading_ids_.keep(id));
  document_.blocks[leaf_].tight = false;  // it needs an element
}

void Builder::close_leaf() {
  if (leaf_ == k_none) return;
  close_spans(0);
  in_code_span_ = false;
  Block& block = document_.blocks[leaf_];
  block.inlines.end = static_cast<std::uint32_t>(document_.inlines.size());
  block.text.end = text_size();
  leaf_ = k_none;
}

bool Builder::is_in_tight_list() const {
  return !blocks_open_.empty() && blocks_open_.back() != k_none &&
         document_.blocks[blocks_open_.back()].kind == BlockKind::item;
}

/// md4c leaves out the paragraphs of tight lists; here every text has its leaf.
void Builder::need_leaf() {
  if (leaf_ != k_none) return;
  // On a page only what stands first in its item goes without an element: text behind a list or code would
  // have no place of its own.
  const bool first = is_in_tight_list() && blocks_open_.back() + 1 == document_.blocks.size();
  const bool tight = options_.for_page ? first : is_in_tight_list();
  open_leaf(BlockKind::paragraph).tight = tight;
}

// ---- inlines
// -------------------------------------------------------------------------------------------------------

void Builder::enter_span(MD_SPANTYPE type, const void* detail) {
  need_leaf();
  joinable_ = false;
  if (type == MD_SPAN_CODE) {
    if (images_open_ > 0) return;
    in_code_span_ = true;
    add_leaf_inline(InlineKind::code, "", {});
    return;
  }
  // md4c finds a link where an address stands among a link's words; they lead where the author said.
  const bool link_in_link = type == MD_SPAN_A && links_open_ > 0;
  if (link_in_link || images_open_ > 0 || spans_open_.size() >= options_.max_nesting) {
    spans_open_.push_back({k_none, type});
    return;
  }
  spans_open_.push_back({static_cast<std::uint32_t>(document_.inlines.size()), type});
  Inline& span = document_.inlines.emplace_back();
  span.text.begin = span.text.end = text_size();
  if (type == MD_SPAN_A) {
    const auto& link = as<MD_SPAN_A_DETAIL>(detail);
    span.kind = InlineKind::link;
    span.reference = refer(link.href, link.title);
  } else if (type == MD_SPAN_IMG) {
    const auto& image = as<MD_SPAN_IMG_DETAIL>(detail);
    span.kind = InlineKind::image;
    span.reference = refer(image.src, image.title);
    // The document draws a paragraph with a picture, for which it needs an element.
    if (options_.for_page && is_allowed_image(document_.target(span))) document_.blocks[leaf_].tight = false;
  } else {
    span.kind = type == MD_SPAN_STRONG ? InlineKind::strong
                : type == MD_SPAN_DEL  ? InlineKind::strikethrough
                                       : InlineKind::emphasis;
  }
  if (std::size_t* const count = count_of(span)) ++*count;
}

/// What a span counts as while it is open. The words of a link whose address was refused are free to lead
/// elsewhere.
std::size_t* Builder::count_of(const Inline& span) {
  if (span.kind == InlineKind::image) return &images_open_;
  const bool leads =
      span.kind == InlineKind::link && !(options_.filter_urls && document_.target(span).empty());
  return leads ? &links_open_ : nullptr;
}

void Builder::leave_span(MD_SPANTYPE type) {
  joinable_ = false;
  if (type == MD_SPAN_CODE) {
    in_code_span_ = false;
    return;
  }
  // md4c 0.5.2 may close what it never opened: in "[A](a@b*w)* x" the "*" that opens lies in the link's
  // target.
  const auto opened = std::find_if(spans_open_.rbegin(), spans_open_.rend(),
                                   [type](const OpenSpan& span) { return span.type == type; });
  if (opened == spans_open_.rend()) return;
  close_spans(static_cast<std::size_t>(spans_open_.rend() - opened) - 1);
}

/// Closes spans until `remaining` are open.
void Builder::close_spans(std::size_t remaining) {
  while (spans_open_.size() > remaining) {
    const std::uint32_t index = spans_open_.back().index;
    spans_open_.pop_back();
    if (index == k_none) continue;
    if (std::size_t* const count = count_of(document_.inlines[index])) --*count;
    document_.inlines[index].end = static_cast<std::uint32_t>(document_.inlines.size());
    document_.inlines[index].text.end = text_size();
  }
}

void Builder::text(MD_TEXTTYPE type, std::string_view text) {
  need_leaf();
  const Range source = source_range(text);
  if (in_code_span_) {  // its text comes in pieces; line breaks as spaces
    document_.text += text;
    Inline& code = document_.inlines.back();
    code.text.end = text_size();
    if (!source.empty()) {
      if (code.source.empty()) code.source = source;
      code.source.end = source.end;
    }
    return;
  }
  switch (type) {
    case MD_TEXT_NULLCHAR:
      add_text("\xEF\xBF\xBD", source, false);
      break;
    case MD_TEXT_BR:
      if (images_open_ > 0) {
        add_leaf_inline(InlineKind::soft_break, " ", source);
      } else {
        add_leaf_inline(InlineKind::hard_break, "\n", source);
      }
      break;
    case MD_TEXT_SOFTBR:
      add_leaf_inline(InlineKind::soft_break, " ", source);
      break;
    case MD_TEXT_ENTITY:
      entity_.clear();
      append_entity(entity_, text);
      add_text(entity_, source, false);
      break;
    case MD_TEXT_HTML:
      add_raw_html(text, source);
      break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      add_text(text, source, true);
      break;
  }
}

Range Builder::keep(std::string_view text) {
  const std::uint32_t begin = strings_size();
  document_.strings += text;
  return {begin, strings_size()};
}

Range Builder::keep(const MD_ATTRIBUTE& attribute) {
  const std::uint32_t begin = strings_size();
  append_text(document_.strings, attribute);
  return {begin, strings_size()};
}

/// The address of a link or an image; a refused one is empty.
std::uint32_t Builder::refer(const MD_ATTRIBUTE& address, const MD_ATTRIBUTE& title) {
  Reference reference;
  reference.target = keep(address);
  if (options_.filter_urls && !is_allowed_link(document_.string(reference.target))) {
    document_.strings.resize(reference.target.begin);
    reference.target.end = reference.target.begin;
  }
  reference.title = keep(title);
  document_.references.push_back(reference);
  return static_cast<std::uint32_t>(document_.references.size() - 1);
}

/// A block of HTML comes line by line and is one inline; nothing else is kept in between.
void Builder::add_raw_html(std::string_view html, Range source) {
  const Block& block = document_.blocks[leaf_];
  const bool continues = block.kind == BlockKind::raw_html && block.inlines.begin < document_.inlines.size();
  if (!continues) {
    Inline& one = add_leaf_inline(InlineKind::raw_html, "", source);
    one.reference = static_cast<std::uint32_t>(document_.references.size());
    document_.references.push_back({.target = {strings_size(), strings_size()}, .title = {}});
  }
  document_.strings += html;
  document_.references.back().target.end = strings_size();
}

Inline& Builder::add_leaf_inline(InlineKind kind, std::string_view visible, Range source) {
  joinable_ = false;
  Inline& one = document_.inlines.emplace_back();
  one.kind = kind;
  one.end = static_cast<std::uint32_t>(document_.inlines.size());
  one.text.begin = text_size();
  document_.text += visible;
  one.text.end = text_size();
  one.source = source;
  if (!source.empty()) {
    Block& block = document_.blocks[leaf_];
    if (block.source.empty()) block.source.begin = source.begin;
    block.source.end = source.end;
  }
  return one;
}

void Builder::add_text(std::string_view visible, Range source, bool same_bytes) {
  const bool code_block = document_.blocks[leaf_].kind == BlockKind::code;
  if (joinable_ && !document_.inlines.empty()) {
    Inline& last = document_.inlines.back();
    const bool contiguous = same_bytes && !source.empty() && last.source.end == source.begin;
    // A code block is one text; its line breaks come from no place in the source.
    if (contiguous || code_block) {
      document_.text += visible;
      last.text.end = text_size();
      if (!source.empty()) {
        if (last.source.empty()) last.source.begin = source.begin;
        document_.blocks[leaf_].source.end = last.source.end = source.end;
      }
      return;
    }
  }
  add_leaf_inline(InlineKind::text, visible, source);
  joinable_ = same_bytes && (!source.empty() || code_block);
}

Range Builder::source_range(std::string_view text) const {
  // md4c hands out pieces of its input, and now and then a literal of its own.
  const std::less_equal<const char*> not_after;
  const char* const first = source_.data();
  if (!not_after(first, text.data()) || !not_after(text.data() + text.size(), first + source_.size()))
    return {};
  const auto begin = static_cast<std::uint32_t>(text.data() - first);
  return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

Document Builder::finish() {
  for (std::size_t i = document_.blocks.size(); i-- > 0;) {
    Block& block = document_.blocks[i];
    if (!is_container(block.kind)) continue;
    const bool has_children = i + 1 < block.end;
    const auto join = [&](Range Block::* range) {
      if (!has_children) return;
      (block.*range).begin = (document_.blocks[i + 1].*range).begin;
      (block.*range).end = (document_.blocks[block.end - 1].*range).end;
    };
    join(&Block::text);
    join(&Block::source);
  }
  return std::move(document_);
}

}  // namespace aushang::doc
