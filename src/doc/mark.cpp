#include "doc/mark.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "doc/mark_owners.h"

namespace aushang::doc {
namespace {

// What may stand for an owner in a node, besides the index of a mark.
constexpr std::uint32_t k_neutral = 0xFFFFFFFF;  ///< no text of its own: goes with what is around it
constexpr std::uint32_t k_nobody = 0xFFFFFFFE;   ///< unmarked, or of several owners, or no place for a mark

/// An inline, or a part of one, of the leaf block at hand.
struct Node {
  Inline what;           ///< its `end` counts nodes
  std::uint32_t origin;  ///< index in the given document
  std::uint32_t owner;   ///< of all its text
};

/// The part of a leaf that shows `text`.
Inline part(const Inline& whole, Range text) {
  Inline out = whole;
  out.text = text;
  if (whole.source.size() == whole.text.size()) {
    out.source.begin += text.begin - whole.text.begin;
    out.source.end -= whole.text.end - text.end;
  }
  return out;
}

/// Without the white space around it.
Range trimmed(const Document& document, Range text) {
  std::uint32_t begin = text.end, end = text.end;
  for (std::uint32_t i = text.begin; i < text.end;) {
    const base::Decoded d = base::decode(document.text, i);
    const auto after = i + static_cast<std::uint32_t>(d.length);
    if (!base::is_visual_space(d.code_point)) {
      begin = std::min(begin, i);
      end = after;
    }
    i = after;
  }
  return {begin, end};
}

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded d = base::decode(text, i);
    // A byte order mark inside a text counts as both.
    if (base::is_word_character(d.code_point) && !base::is_visual_space(d.code_point)) return true;
    i += d.length;
  }
  return false;
}

/// One use per document. Each leaf block's inlines become nodes, split where owners change, each knowing
/// whether all its text has one owner; then neighbours of one owner go into one span.
class Marker {
 public:
  Marker(const Document& document, const std::vector<Mark>& marks)
      : document_(document),
        marks_(marks),
        owned_(owners(marks, static_cast<std::uint32_t>(document.text.size()))),
        references_(marks.size()) {
    out_.blocks = document.blocks;
    out_.text = document.text;
    out_.references = document.references;
    out_.strings = document.strings;
    out_.inlines.reserve(document.inlines.size() + 4 * owned_.size());
  }

  Marked run() {
    for (Block& block : out_.blocks) {
      if (is_container(block.kind)) continue;
      const auto begin = static_cast<std::uint32_t>(out_.inlines.size());
      read(block);
      write();
      block.inlines = {begin, static_cast<std::uint32_t>(out_.inlines.size())};
    }
    Marked marked;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (references_[i].first == k_no_reference) marked.missed.push_back(i);
    }
    marked.document = std::move(out_);
    return marked;
  }

 private:
  // ---- inlines to nodes ----

  struct OpenSpan {
    std::uint32_t node;
    std::uint32_t old_end;
    std::uint32_t owner;  ///< of the text so far
  };

  void read(const Block& block) {
    nodes_.clear();
    open_.clear();
    std::uint32_t no_marks_before = block.kind == BlockKind::code ? block.inlines.end : 0;
    for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
      close_spans(i);
      const Inline& one = document_.inlines[i];
      if (is_span(one.kind)) {
        const bool closed = one.kind == InlineKind::link || one.kind == InlineKind::image;
        if (closed) no_marks_before = std::max(no_marks_before, one.end);
        open_.push_back({static_cast<std::uint32_t>(nodes_.size()), one.end, closed ? k_nobody : k_neutral});
        nodes_.push_back({one, i, k_nobody});
      } else if (i < no_marks_before) {
        add_leaf(one, i, k_nobody);
      } else {
        split(one, i);
      }
    }
    close_spans(block.inlines.end);
  }

  void add_leaf(const Inline& leaf, std::uint32_t origin, std::uint32_t owner) {
    nodes_.push_back({leaf, origin, owner});
    nodes_.back().what.end = static_cast<std::uint32_t>(nodes_.size());
    if (!open_.empty()) join(open_.back().owner, owner);
  }

  void split(const Inline& leaf, std::uint32_t origin) {
    if (leaf.text.empty()) return add_leaf(leaf, origin, k_neutral);
    std::uint32_t at = leaf.text.begin;
    while (at < leaf.text.end) {
      while (next_ < owned_.size() && owned_[next_].text.end <= at) ++next_;
      std::uint32_t owner = k_nobody, end = leaf.text.end;
      if (next_ < owned_.size() && owned_[next_].text.begin <= at) {
        owner = owned_[next_].mark;
        end = std::min(end, owned_[next_].text.end);
      } else if (next_ < owned_.size()) {
        end = std::min(end, owned_[next_].text.begin);
      }
      add_leaf(part(leaf, {at, end}), origin, owner);
      at = end;
    }
  }

  static void join(std::uint32_t& owner, std::uint32_t other) {
    if (other == k_neutral || other == owner) return;
    owner = owner == k_neutral ? other : k_nobody;
  }

  void close_spans(std::uint32_t old_index) {
    while (!open_.empty() && open_.back().old_end <= old_index) {
      const OpenSpan closed = open_.back();
      open_.pop_back();
      nodes_[closed.node].what.end = static_cast<std::uint32_t>(nodes_.size());
      nodes_[closed.node].owner = closed.owner;
      if (!open_.empty()) join(open_.back().owner, closed.owner);
    }
  }

  // ---- nodes to inlines ----

  void write() {
    struct Written {
      std::uint32_t inline_index;
      std::uint32_t node_end;
    };
    std::vector<Written> open;
    last_plain_ = k_neutral;
    const auto count = static_cast<std::uint32_t>(nodes_.size());
    for (std::uint32_t i = 0; i <= count;) {
      while (!open.empty() && open.back().node_end <= i) {
        out_.inlines[open.back().inline_index].end = static_cast<std::uint32_t>(out_.inlines.size());
        open.pop_back();
        last_plain_ = k_neutral;
      }
      if (i == count) break;
      const Node& node = nodes_[i];
      if (node.owner < marks_.size()) {
        i = write_group(i, open.empty() ? count : open.back().node_end);
      } else if (is_span(node.what.kind)) {
        open.push_back({static_cast<std::uint32_t>(out_.inlines.size()), node.what.end});
        out_.inlines.push_back(node.what);
        last_plain_ = k_neutral;
        ++i;
      } else {
        write_plain(node.what, node.origin);
        ++i;
      }
    }
  }

  /// A leaf without a mark; parts of one that follow each other are one again.
  void write_plain(const Inline& leaf, std::uint32_t origin) {
    if (last_plain_ == origin) {
      out_.inlines.back().text.end = leaf.text.end;
      out_.inlines.back().source.end = leaf.source.end;
      return;
    }
    out_.inlines.push_back(leaf);
    out_.inlines.back().end = static_cast<std::uint32_t>(out_.inlines.size());
    last_plain_ = origin;
  }

  /// The siblings from `first` on that have its owner; returns the node after them.
  std::uint32_t write_group(std::uint32_t first, std::uint32_t siblings_end) {
    const std::uint32_t owner = nodes_[first].owner;
    group_.clear();
    std::size_t size = 0;
    for (std::uint32_t i = first; i < siblings_end; i = nodes_[i].what.end) {
      if (nodes_[i].owner != owner && nodes_[i].owner != k_neutral) break;
      group_.push_back(i);
      if (nodes_[i].owner == owner) size = group_.size();
    }
    group_.resize(size);  // what has no text isn't marked at the end either
    const std::uint32_t end = nodes_[group_.back()].what.end;

    std::size_t from = 0, to = size;
    if (has_word(document_.slice({nodes_[first].what.text.begin, nodes_[group_.back()].what.text.end}))) {
      while (is_blank(nodes_[group_[from]].what)) ++from;  // stops at the word
      while (is_blank(nodes_[group_[to - 1]].what)) --to;
    } else {
      from = size;
    }
    for (std::size_t i = 0; i < from; ++i) write_unmarked(group_[i]);
    if (from == size) return end;
    cut_front(nodes_[group_[from]]);
    const Inline tail = cut_back(nodes_[group_[to - 1]].what);
    write_mark(owner, group_[from], nodes_[group_[to - 1]].what.end);
    if (!tail.text.empty()) write_plain(tail, nodes_[group_[to - 1]].origin);
    for (std::size_t i = to; i < size; ++i) write_unmarked(group_[i]);
    return end;
  }

  [[nodiscard]] bool is_blank(const Inline& one) const {
    const bool has_look = is_span(one.kind) || one.kind == InlineKind::code;
    return !has_look && trimmed(document_, one.text).empty();
  }

  /// The white space that a text begins with is written before the mark.
  void cut_front(Node& node) {
    if (node.what.kind != InlineKind::text) return;
    const Range text = trimmed(document_, node.what.text);
    if (text.begin == node.what.text.begin) return;
    write_plain(part(node.what, {node.what.text.begin, text.begin}), node.origin);
    node.what = part(node.what, {text.begin, node.what.text.end});
  }

  /// What it ends with is left for after the mark.
  Inline cut_back(Inline& one) {
    Inline tail;
    if (one.kind != InlineKind::text) return tail;
    const Range text = trimmed(document_, one.text);
    if (text.end == one.text.end) return tail;
    tail = part(one, {text.end, one.text.end});
    one = part(one, {one.text.begin, text.end});
    return tail;
  }

  void write_unmarked(std::uint32_t node) {
    if (is_span(nodes_[node].what.kind)) {
      copy(node, nodes_[node].what.end);
    } else {
      write_plain(nodes_[node].what, nodes_[node].origin);
    }
  }

  void copy(std::uint32_t begin, std::uint32_t end) {
    const auto shift = static_cast<std::uint32_t>(out_.inlines.size()) - begin;  // may wrap around, and back
    for (std::uint32_t i = begin; i < end; ++i) {
      out_.inlines.push_back(nodes_[i].what);
      out_.inlines.back().end += shift;
    }
    last_plain_ = k_neutral;
  }

  void write_mark(std::uint32_t owner, std::uint32_t begin, std::uint32_t end) {
    const auto index = static_cast<std::uint32_t>(out_.inlines.size());
    Inline& span = out_.inlines.emplace_back();
    span.kind = InlineKind::mark;
    span.text = {nodes_[begin].what.text.begin, nodes_[end - 1].what.text.end};
    span.reference = refer(owner);
    copy(begin, end);
    out_.inlines[index].end = static_cast<std::uint32_t>(out_.inlines.size());
  }

  /// The first piece has a reference with the mark's id, the others share one without.
  std::uint32_t refer(std::uint32_t mark) {
    const Mark& of = marks_[mark];
    PieceReferences& pieces = references_[mark];
    if (pieces.first == k_no_reference) {
      pieces.first = pieces.others = static_cast<std::uint32_t>(out_.references.size());
      out_.references.push_back({.target = keep(of.target), .title = {}, .id = keep(of.id), .mark = of.kind});
      return pieces.first;
    }
    if (pieces.others == pieces.first && !of.id.empty()) {
      pieces.others = static_cast<std::uint32_t>(out_.references.size());
      Reference without_id = out_.references[pieces.first];
      without_id.id = {};
      out_.references.push_back(without_id);
    }
    return pieces.others;
  }

  Range keep(const std::string& string) {
    const auto begin = static_cast<std::uint32_t>(out_.strings.size());
    out_.strings += string;
    return {begin, static_cast<std::uint32_t>(out_.strings.size())};
  }

  struct PieceReferences {
    std::uint32_t first = k_no_reference;
    std::uint32_t others = k_no_reference;
  };

  const Document& document_;
  const std::vector<Mark>& marks_;
  const std::vector<Owned> owned_;
  std::size_t next_ = 0;  ///< in owned_: the first that doesn't end before the text at hand
  std::vector<PieceReferences> references_;
  Document out_;
  std::vector<Node> nodes_;
  std::vector<OpenSpan> open_;
  std::vector<std::uint32_t> group_;
  std::uint32_t last_plain_ = k_neutral;  ///< origin of the last inline if that is a leaf without a mark
};

}  // namespace

Marked mark(const Document& document, const std::vector<Mark>& marks) {
  return Marker(document, marks).run();
}

}  // namespace aushang::doc
