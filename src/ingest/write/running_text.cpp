#include "ingest/write/running_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ingest/text/character_set.h"
#include "ingest/write/leftovers.h"

namespace aushang::ingest {
namespace {

bool is_code(GumboTag tag) {
  return tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP || tag == GUMBO_TAG_TT;
}

bool is_bold(std::string_view style) {
  const std::size_t at = style.find("font-weight");
  if (at == std::string_view::npos) return false;
  const std::string_view value = base::trim(style.substr(std::min(style.size(), style.find(':', at) + 1)));
  return value.starts_with("bold") || (!value.empty() && value.front() >= '6' && value.front() <= '9');
}

/// The character that an icon stands for.
std::string_view sign_of(std::string_view classes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> known = {{{"fa-at", "@"},
                                                                                   {"bi-at", "@"},
                                                                                   {"icon-at", "@"},
                                                                                   {"glyphicon-at", "@"},
                                                                                   {"ti-at", "@"},
                                                                                   {"fa-hashtag", "#"},
                                                                                   {"fa-plus", "+"},
                                                                                   {"fa-minus", "-"}}};
  for (const auto& [name, sign] : known) {
    const std::size_t at = classes.find(name);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + name.size();
    if ((at == 0 || classes[at - 1] == ' ') && (end == classes.size() || classes[end] == ' ')) return sign;
  }
  return {};
}

/// Whether text goes on right behind the node.
bool continues(const GumboNode* node, const HtmlTree& tree) {
  const GumboVector& siblings = node->parent->v.element.children;
  const std::size_t next = node->index_within_parent + 1;
  if (next >= siblings.length) return false;
  const std::string text = tree.text_content(static_cast<const GumboNode*>(siblings.data[next]));
  return !text.empty() && is_word(text.front());
}

}  // namespace

void RunningText::pass(const GumboNode* node) {
  if (const std::string_view id = id_of(node); !id.empty()) ids_.emplace_back(id);
}

bool RunningText::drops(const GumboNode* node) {
  const TagUse use = use_of(node);
  if (use != TagUse::dropped && use != TagUse::dropped_media) return false;
  if (tag_of(node) != GUMBO_TAG_STYLE) {
    std::string name = gumbo_normalized_tagname(tag_of(node));
    warnings_.add(
        tree_.origin(node), "html-dropped",
        "<" + name + "> can't be shown and is left out. Write into the page what it shows, or link to it.");
  }
  return use == TagUse::dropped;
}

Pieces RunningText::marks_of(const GumboNode* node) {
  Pieces out;
  const auto mark = [&](Mark kind, std::string tail = {}) {
    out.push_back({Piece::Kind::open, kind, std::move(tail)});
  };
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_A) {
    if (std::string address = links_.address(node); !address.empty())
      mark(Mark::link, link_tail(address, attribute_of(node, "title")));
  }
  const bool struck =
      tag == GUMBO_TAG_S || tag == GUMBO_TAG_DEL || tag == GUMBO_TAG_STRIKE || is_struck_through(node);
  if (struck) mark(Mark::strikethrough);
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || is_bold(attribute_of(node, "style")))
    mark(Mark::strong);
  if (tag == GUMBO_TAG_I || tag == GUMBO_TAG_EM) mark(Mark::emphasis);
  return out;
}

void RunningText::warn_of_leftovers(const GumboNode* node, std::string_view text) {
  const std::vector<std::string_view> left = find_leftovers(text);
  if (left.empty()) return;
  std::vector<std::size_t> offsets;
  for (const std::string_view one : left)
    offsets.push_back(static_cast<std::size_t>(one.data() - text.data()));
  const std::vector<std::size_t> origins = tree_.origins(node, offsets);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const std::size_t origin = origins[i];
    const bool meant = origin >= page_.size() || page_[origin] != left[i].front() ||
                       (origin > 0 && page_[origin - 1] == '\\');  // escaped, or written as a reference
    if (meant) continue;
    warnings_.add(
        origin, "markup-left",
        quoted(left[i]) + " is shown as it stands here. Check how this is meant, and write it in Markdown.");
  }
}

void RunningText::text(const GumboNode* node, bool preformatted, Pieces& out) {
  std::string all = tree_.text(node);
  warn_of_leftovers(node, all);
  if (!preformatted) {
    out.push_back({Piece::Kind::text, {}, std::move(all)});
    return;
  }
  bool first = true;
  for (std::size_t begin = 0; begin <= all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    if (!first) out.push_back({Piece::Kind::line_break, {}, {}});
    first = false;
    out.push_back({Piece::Kind::text, {}, all.substr(begin, end - begin)});
    begin = end + 1;
  }
}

void RunningText::icon(const GumboNode* node, Pieces& out) {
  const std::string_view classes = attribute_of(node, "class");
  if (classes.empty() || !base::trim(tree_.text_content(node)).empty() || has_links(node)) return;
  if (const std::string_view sign = sign_of(classes); !sign.empty()) {
    out.push_back({Piece::Kind::text, {}, std::string(sign)});
    return;
  }
  const bool joins = !out.empty() && out.back().kind == Piece::Kind::text && !out.back().text.empty() &&
                     is_word(out.back().text.back()) && continues(node, tree_);
  if (joins) {
    warnings_.add(
        tree_.origin(node), "icon-dropped",
        "an icon between two words has no text and is left out. Write the character it stands for.");
  }
}

void RunningText::append_inside(const GumboNode* node, Place place, Pieces& out) {
  for (const GumboNode* child : Children(node)) append(child, place, false, out);
}

void RunningText::append(const GumboNode* node, Place place, bool preformatted, Pieces& out) {
  if (is_text(node)) return text(node, preformatted, out);
  if (!is_element(node) || drops(node)) return;
  pass(node);
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_BR) {
    out.push_back({Piece::Kind::line_break, {}, {}});
    return;
  }
  if (tag == GUMBO_TAG_IMG) {
    const std::string_view alt = attribute_of(node, "alt");
    std::string written = image(alt, attribute_of(node, "src"), attribute_of(node, "title"), place);
    if (written.empty()) {
      out.push_back({Piece::Kind::text, {}, std::string(alt)});
    } else {
      links_.refer(base::trim(attribute_of(node, "src")), true, tree_.origin(node));
      out.push_back({Piece::Kind::image, {}, std::move(written)});
    }
    return;
  }
  if (is_code(tag) && !has_links(node)) {
    const std::string text = base::single_line(tree_.text_content(node));
    out.push_back({text.empty() ? Piece::Kind::text : Piece::Kind::code, {}, text.empty() ? " " : text});
    return;
  }
  if (tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB) {
    std::string shifted =
        shifted_digits(tree_.text_content(node), tag == GUMBO_TAG_SUP ? Shift::up : Shift::down);
    if (!shifted.empty()) {
      out.push_back({Piece::Kind::text, {}, std::move(shifted)});
      return;
    }
  }
  icon(node, out);
  const bool apart = is_block_element(node);
  const Pieces marks = marks_of(node);
  if (apart) out.push_back({Piece::Kind::text, {}, " "});
  out.insert(out.end(), marks.begin(), marks.end());
  for (const GumboNode* child : Children(node)) append(child, place, preformatted, out);
  for (std::size_t i = marks.size(); i-- > 0;) out.push_back({Piece::Kind::close, marks[i].mark, {}});
  if (apart) out.push_back({Piece::Kind::text, {}, " "});
}

}  // namespace aushang::ingest
