#include "ingest/inline_html_plan.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "ingest/html_tags.h"

namespace aushang::ingest {
namespace {

using Fate = PlannedTag::Fate;
using doc::InlineKind;
constexpr std::size_t k_none = static_cast<std::size_t>(-1);

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Which marks a place is in already.
struct Within {
  bool link = false, strong = false, emphasis = false, strikethrough = false;
};

class Planner {
 public:
  Planner(const Outline& outline, const doc::Block& leaf, Place place)
      : outline_(outline),
        inlines_(outline.document().inlines),
        text_(outline.text()),
        leaf_(leaf),
        place_(place) {}

  std::vector<PlannedTag> run() {
    std::vector<InlineHtml> pieces = outline_.inline_html(leaf_);
    plan_.reserve(pieces.size());  // tags are views into their pieces, which must not move
    for (InlineHtml& piece : pieces) {
      PlannedTag& planned = plan_.emplace_back();
      planned.piece = std::move(piece);
      if (auto tag = HtmlScanner(planned.piece.html).tag(0)) planned.tag = std::move(*tag);
    }
    count_content();
    find_runs();
    find_partners();
    find_surroundings();
    decide();
    return std::move(plan_);
  }

 private:
  /// Sums from the beginning, so that asking what lies between two tags costs nothing.
  void count_content() {
    content_before_.assign(plan_.size() + 1, 0);
    for (std::size_t i = 0; i + 1 < plan_.size(); ++i) {
      const std::size_t begin = plan_[i].piece.end, end = plan_[i + 1].piece.begin;
      const bool seen = plan_[i].tag.name == "img" || !base::trim(text_.substr(begin, end - begin)).empty();
      content_before_[i + 1] = content_before_[i] + (seen ? 1 : 0);
    }
    links_before_.assign(leaf_.inlines.size() + 1, 0);
    for (std::uint32_t i = leaf_.inlines.begin; i < leaf_.inlines.end; ++i) {
      const std::size_t at = i - leaf_.inlines.begin;
      links_before_[at + 1] = links_before_[at] + (is_written_link(i) ? 1 : 0);
    }
  }

  /// A link with marks of its own. An address that is a link by itself is none: inside another link it is
  /// text.
  [[nodiscard]] bool is_written_link(std::uint32_t i) const {
    if (inlines_[i].kind != InlineKind::link) return false;
    if (inlines_[i].end != i + 2) return true;
    const doc::Inline& child = inlines_[i + 1];
    return child.kind != InlineKind::text || child.source.empty() || child.source.begin == 0 ||
           text_[child.source.begin - 1] == '[' || text_[child.source.begin - 1] == '<' ||
           !outline_.document().target(inlines_[i]).ends_with(outline_.document().slice(child.text));
  }

  void find_runs() {
    for (std::size_t i = 0; i < plan_.size();) {
      std::size_t end = i + 1;
      while (end < plan_.size() && plan_[end].piece.begin == plan_[end - 1].piece.end) ++end;
      for (std::size_t k = i; k < end; ++k) {
        plan_[k].run_begin = plan_[i].piece.begin;
        plan_[k].run_end = plan_[end - 1].piece.end;
        plan_[k].run_first = i;
        plan_[k].run_last = end - 1;
      }
      i = end;
    }
  }

  /// Pairs end tags with start tags of the same name in the same span. A count per name tells early that
  /// there is none.
  void find_partners() {
    partner_.assign(plan_.size(), k_none);
    std::vector<std::size_t> open;
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> count;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
      const HtmlTag& tag = plan_[i].tag;
      const std::uint32_t parent = plan_[i].piece.parent;
      if (tag.name.empty()) continue;
      const auto key = std::pair(parent, tag.name);
      if (!tag.closes) {
        if (use_of(tag.name) == TagUse::empty) continue;
        open.push_back(i);
        ++count[key];
        continue;
      }
      if (count[key] == 0) continue;
      while (true) {
        const std::size_t top = open.back();
        open.pop_back();
        --count[std::pair(plan_[top].piece.parent, plan_[top].tag.name)];
        if (plan_[top].tag.name == tag.name && plan_[top].piece.parent == parent) {
          partner_[top] = i;
          partner_[i] = top;
          break;
        }
      }
    }
  }

  /// The Markdown spans around each tag, and whether literal backticks make new code spans unsafe.
  void find_surroundings() {
    within_.resize(plan_.size());
    in_image_.resize(plan_.size(), false);
    std::vector<std::uint32_t> spans;
    std::size_t next = 0;
    for (std::uint32_t i = leaf_.inlines.begin; i < leaf_.inlines.end; ++i) {
      while (!spans.empty() && inlines_[spans.back()].end <= i) spans.pop_back();
      const doc::Inline& one = inlines_[i];
      if (one.kind == InlineKind::text &&
          outline_.document().slice(one.text).find('`') != std::string_view::npos) {
        has_backticks_ = true;
      }
      if (doc::is_span(one.kind)) spans.push_back(i);
      if (next >= plan_.size() || plan_[next].piece.first != i) continue;
      for (const std::uint32_t span : spans) {
        const InlineKind kind = inlines_[span].kind;
        within_[next].link = within_[next].link || kind == InlineKind::link;
        within_[next].strong = within_[next].strong || kind == InlineKind::strong;
        within_[next].emphasis = within_[next].emphasis || kind == InlineKind::emphasis;
        within_[next].strikethrough = within_[next].strikethrough || kind == InlineKind::strikethrough;
        in_image_[next] = in_image_[next] || kind == InlineKind::image;
      }
      ++next;
    }
  }

  // ---- decisions
  // --------------------------------------------------------------------------------------------------

  void decide() {
    std::vector<std::size_t> open;  // marks made so far
    std::size_t done = 0;           // what lies before it is replaced as a whole
    for (std::size_t i = 0; i < plan_.size(); ++i) {
      PlannedTag& one = plan_[i];
      while (!open.empty() && partner_[open.back()] < i) open.pop_back();
      if (one.piece.begin < done) continue;
      if (one.fate == Fate::mark) continue;  // an end tag, decided with its start
      const TagUse use = use_of(one.tag.name);
      if (use == TagUse::block || use == TagUse::structure || one.tag.name == "hr") one.fate = Fate::apart;
      if (one.tag.name == "br") one.fate = Fate::line_break;
      if (in_image_[i] || one.tag.closes) continue;
      if (one.tag.name == "img") {
        make_image(one);
      } else if (partner_[i] != k_none) {
        Within within = within_[i];
        for (const std::size_t mark : open) add(within, plan_[mark].tag.name);
        if (decide_pair(i, partner_[i], within)) open.push_back(i);
      }
      if (one.fate == Fate::whole) done = one.until;
    }
  }

  static void add(Within& within, std::string_view name) {
    if (name == "a") within.link = true;
    if (is_one_of(name, {"b", "strong"})) within.strong = true;
    if (is_one_of(name, {"i", "em"})) within.emphasis = true;
    if (is_one_of(name, {"del", "s", "strike"})) within.strikethrough = true;
  }

  /// Whether a mark was made.
  bool decide_pair(std::size_t first, std::size_t last, const Within& within) {
    const std::string& name = plan_[first].tag.name;
    const auto mark = [&](bool inside_same, std::string_view delimiter) {
      return !inside_same && make_mark(first, last, delimiter);
    };
    if (use_of(name) == TagUse::dropped) return replace(first, last, {}), false;
    if (is_one_of(name, {"b", "strong"})) return mark(within.strong, "**");
    if (is_one_of(name, {"i", "em"})) return mark(within.emphasis, "*");
    if (is_one_of(name, {"del", "s", "strike"})) return mark(within.strikethrough, "~~");
    if (is_one_of(name, {"code", "tt", "kbd", "samp"})) return make_code(first, last), false;
    if (name == "sup" || name == "sub")
      return make_shifted(first, last, name == "sup" ? Shift::up : Shift::down), false;
    if (name == "a" && !within.link) return make_link(first, last);
    return false;
  }

  void replace(std::size_t first, std::size_t last, std::string with) {
    plan_[first].fate = Fate::whole;
    plan_[first].with = std::move(with);
    plan_[first].until = plan_[last].piece.end;
  }

  void make_image(PlannedTag& one) {
    const std::string_view src = one.tag.attribute("src"), alt = one.tag.attribute("alt");
    one.fate = Fate::whole;
    one.until = one.piece.end;
    if (!src.empty() && is_usable_address(src, References::kept)) {
      one.with = image(alt, src, References::kept, place_);
    } else {
      for (const char c : base::single_line(alt))
        append_escaped(one.with, std::string_view(&c, 1), place_, c == '&' ? 'x' : '\0');
    }
  }

  /// Text between two tags, if it is nothing else; false otherwise.
  bool plain_text(std::size_t first, std::size_t last, std::string& out) const {
    for (std::uint32_t i = plan_[first].piece.last + 1; i < plan_[last].piece.first; ++i) {
      const doc::Inline& one = inlines_[i];
      if (one.kind != InlineKind::text && one.kind != InlineKind::soft_break) return false;
      out += outline_.document().slice(one.text);
    }
    return true;
  }

  void make_code(std::size_t first, std::size_t last) {
    std::string text;
    const std::size_t begin = plan_[first].piece.begin, end = plan_[last].piece.end;
    const auto touches = [&](std::size_t i) { return i < text_.size() && text_[i] == '`'; };
    const bool after_code = first > 0 && plan_[first - 1].piece.end == begin && plan_[first - 1].tag.closes;
    if (has_backticks_ || after_code || (begin > 0 && touches(begin - 1)) || touches(end)) return;
    if (!plain_text(first, last, text)) return;
    text = base::single_line(text);
    if (!text.empty()) replace(first, last, code_span(text, place_));
  }

  void make_shifted(std::size_t first, std::size_t last, Shift shift) {
    std::string text;
    if (!plain_text(first, last, text)) return;
    if (std::string shifted = shifted_digits(text, shift); !shifted.empty())
      replace(first, last, std::move(shifted));
  }

  bool make_link(std::size_t first, std::size_t last) {
    const HtmlTag& tag = plan_[first].tag;
    const std::string_view href = tag.attribute("href");
    if (!tag.has("href") || !is_usable_address(href, References::kept) || holds_link(first, last))
      return false;
    const std::string_view own = href.starts_with('#') ? href.substr(1) : std::string_view();
    if (!own.empty() && (own == tag.attribute("id") || own == tag.attribute("name")))
      return false;  // leads to itself
    std::size_t begin = 0, end = 0;
    if (!inner(first, last, begin, end)) return false;
    put(first, begin, "[", "[]");
    put(last, end, "]" + link_tail(href, tag.attribute("title"), References::kept), "");
    return true;
  }

  /// Links can't hold links.
  [[nodiscard]] bool holds_link(std::size_t first, std::size_t last) const {
    const auto before = [&](std::uint32_t i) { return links_before_[i - leaf_.inlines.begin]; };
    return before(plan_[last].piece.first) != before(plan_[first].piece.last);
  }

  /// The content of a pair without white space at its ends; false where nothing is in it.
  bool inner(std::size_t first, std::size_t last, std::size_t& begin, std::size_t& end) const {
    const bool alone_first = plan_[first].run_first == plan_[first].run_last;
    const bool alone_last = plan_[last].run_first == plan_[last].run_last;
    begin = plan_[first].piece.end;
    end = plan_[last].piece.begin;
    if (alone_first) {
      while (begin < end && base::is_ascii_space(text_[begin])) ++begin;
    }
    if (alone_last) {
      while (end > begin && base::is_ascii_space(text_[end - 1])) --end;
    }
    if (text_.substr(plan_[first].piece.end, begin - plan_[first].piece.end).find('\n') !=
        std::string_view::npos)
      return false;
    if (text_.substr(end, plan_[last].piece.begin - end).find('\n') != std::string_view::npos) return false;
    return content_before_[last] != content_before_[first];  // tags alone are nothing to see, images excepted
  }

  /// Strong, emphasis, strikethrough: only where the characters around leave no doubt (CommonMark,
  /// section 6.2).
  bool make_mark(std::size_t first, std::size_t last, std::string_view delimiter) {
    std::size_t begin = 0, end = 0;
    if (!inner(first, last, begin, end)) return false;
    const PlannedTag& start = plan_[first];
    const PlannedTag& stop = plan_[last];
    const bool alone_first = start.run_first == start.run_last, alone_last = stop.run_first == stop.run_last;
    const std::size_t open_at = alone_first ? begin : start.run_end,
                      close_at = alone_last ? end : stop.run_begin;
    if (touches(start.run_begin, delimiter) ||
        (stop.run_end < text_.size() && text_[stop.run_end] == delimiter[0]))
      return false;
    if (plan_[start.run_first].run_closes_mark || count(open_at, delimiter[0]) == delimiter.size())
      return false;
    const bool moved_first = begin != start.piece.end, moved_last = end != stop.piece.begin;
    const CharacterClass before = moved_first ? CharacterClass::space : class_before(text_, start.run_begin);
    const CharacterClass inside_first = class_at(text_, open_at);
    const CharacterClass inside_last = class_before(text_, close_at);
    const CharacterClass after = moved_last ? CharacterClass::space : class_at(text_, stop.run_end);
    using enum CharacterClass;
    const bool opens = inside_first != space && ((alone_first && inside_first == word) || before != word);
    const bool closes = inside_last != space && ((alone_last && inside_last == word) || after != word);
    if (!opens || !closes) return false;
    put(first, begin, std::string(delimiter), delimiter[0] == '~' ? "~" : "*");
    put(last, end, std::string(delimiter), "");
    return true;
  }

  [[nodiscard]] bool touches(std::size_t offset, std::string_view delimiter) const {
    return offset > 0 && text_[offset - 1] == delimiter[0];
  }

  [[nodiscard]] std::size_t count(std::size_t offset, char c) const {
    std::size_t end = offset;
    while (end < text_.size() && end - offset < 4 && text_[end] == c) ++end;
    return end - offset;
  }

  void put(std::size_t index, std::size_t at, std::string with, std::string escapes) {
    PlannedTag& one = plan_[index];
    one.fate = Fate::mark;
    one.at = at;
    one.with = std::move(with);
    one.escapes = std::move(escapes);
    if (one.tag.closes) plan_[one.run_first].run_closes_mark = true;
  }

  const Outline& outline_;
  const std::vector<doc::Inline>& inlines_;
  std::string_view text_;
  const doc::Block& leaf_;
  Place place_;
  std::vector<PlannedTag> plan_;
  std::vector<std::size_t> partner_;  ///< index of the matching tag, or k_none
  std::vector<Within> within_;
  std::vector<bool> in_image_;
  std::vector<std::size_t> content_before_;  ///< things to see between tags, up to each tag
  std::vector<std::size_t> links_before_;    ///< written links up to each inline of the leaf
  bool has_backticks_ = false;
};

}  // namespace

std::vector<PlannedTag> plan_inline_html(const Outline& outline, const doc::Block& leaf, Place place) {
  return Planner(outline, leaf, place).run();
}

}  // namespace aushang::ingest
