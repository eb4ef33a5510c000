#include "ingest/inline_html.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ingest/html_tags.h"
#include "ingest/html_tidy.h"
#include "ingest/inline_html_plan.h"

namespace aushang::ingest {
namespace {

using Fate = PlannedTag::Fate;
constexpr auto npos = std::string_view::npos;

/// Carries out the plan for one leaf.
class Leaf {
 public:
  Leaf(const Outline& outline, const doc::Block& leaf, const SourceText& source, Edits& edits,
       Warnings& warnings)
      : outline_(outline),
        text_(outline.text()),
        leaf_(leaf),
        source_(source),
        edits_(edits),
        warnings_(warnings) {
    if (leaf.kind == doc::BlockKind::heading) place_ = Place::heading;
    if (leaf.kind == doc::BlockKind::cell || leaf.kind == doc::BlockKind::header_cell) place_ = Place::cell;
  }

  void run() {
    plan_ = plan_inline_html(outline_, leaf_, place_);
    if (plan_.empty()) return;
    look_behind();
    std::size_t done = 0;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
      if (plan_[i].piece.begin < done) continue;
      warn(plan_[i]);
      carry_out(i);
      if (plan_[i].fate == Fate::whole) done = plan_[i].until;
      if (plan_[i].run_last == i) after_run(plan_[i]);
    }
    escape_text();
  }

 private:
  void warn(const PlannedTag& one) {
    if (one.tag.closes || one.tag.name.empty()) return;
    const TagUse use = use_of(one.tag.name);
    const std::size_t origin = source_.origin(one.piece.begin);
    if (use == TagUse::dropped || use == TagUse::dropped_media) warn_dropped(one.tag.name, origin, warnings_);
    const std::string_view href = one.tag.attribute("href");
    if (one.tag.name == "a" && !href.empty() && one.fate == Fate::gone &&
        !is_usable_address(href, References::kept)) {
      warn_address(href, origin, warnings_);
    }
  }

  void carry_out(std::size_t index) {
    const PlannedTag& one = plan_[index];
    const std::size_t begin = one.piece.begin, end = one.piece.end;
    switch (one.fate) {
      case Fate::gone:
      case Fate::apart:
        edits_.remove(begin, end);
        break;
      case Fate::whole:
        edits_.replace(begin, one.until, one.with);
        break;
      case Fate::line_break:
        line_break(index);
        break;
      case Fate::mark:
        if (one.at == begin || one.at == end) {
          edits_.replace(begin, end, one.with);
        } else {
          edits_.remove(begin, end);
          edits_.insert(one.at, one.with);
        }
        break;
    }
  }

  // ---- line breaks
  // ------------------------------------------------------------------------------------------------

  void line_break(std::size_t index) {
    const PlannedTag& one = plan_[index];
    const std::size_t begin = one.piece.begin, end = one.piece.end;
    const PlannedTag& last = plan_[one.run_last];
    const bool starts_leaf = plan_[one.run_first].piece.first == leaf_.inlines.begin;
    const bool ends_leaf = last.piece.last + 1 == leaf_.inlines.end;
    if (place_ != Place::paragraph) return edits_.replace(begin, end, ends_leaf || starts_leaf ? "" : " ");
    if (starts_leaf || ends_leaf || behind_[index].mark) return edits_.remove(begin, end);
    const std::size_t next = skip_spaces(one.run_end);
    const bool last_break = !behind_[index].line_break;
    if (last_break && next < text_.size() && text_[next] == '\n') {
      const doc::InlineKind after = outline_.document().inlines[last.piece.last + 1].kind;
      const bool breaks_anyway = after == doc::InlineKind::hard_break;
      edits_.replace(begin, end, breaks_anyway ? "" : "\\");
      if (!breaks_anyway) edits_.remove(one.run_end, next);
      return;
    }
    edits_.replace(begin, end, "\\\n" + quote_marks(begin));
    if (last_break) guard_line(one.run_end);
  }

  /// What comes later in the run of each tag.
  void look_behind() {
    behind_.assign(plan_.size(), {});
    for (std::size_t i = plan_.size(); i-- > 0;) {
      if (i == plan_[i].run_last) continue;
      behind_[i] = behind_[i + 1];
      behind_[i].mark = behind_[i].mark || plan_[i + 1].fate == Fate::mark;
      behind_[i].line_break = behind_[i].line_break || plan_[i + 1].fate == Fate::line_break;
    }
  }

  /// The quote marks that the line begins with. Lists need nothing: a paragraph goes on without being set in.
  [[nodiscard]] std::string quote_marks(std::size_t offset) const {
    const std::string_view line = outline_.lines().line(outline_.lines().line_of(offset));
    const std::size_t end = std::min(line.find_first_not_of("> "), line.size());
    const std::string_view marks = line.substr(0, end);
    return marks.find('>') == npos ? std::string() : std::string(marks);
  }

  [[nodiscard]] std::size_t skip_spaces(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at;
  }

  // ---- what tags leave behind
  // -------------------------------------------------------------------------------------

  void after_run(const PlannedTag& last) {
    const auto first = plan_.begin() + static_cast<std::ptrdiff_t>(last.run_first);
    const auto end = plan_.begin() + static_cast<std::ptrdiff_t>(last.run_last) + 1;
    const bool vanishes = std::all_of(first, end, [](const PlannedTag& one) {
      return one.fate == Fate::gone || one.fate == Fate::apart ||
             (one.fate == Fate::whole && one.with.empty());
    });
    const std::size_t behind = std::max(last.run_end, last.fate == Fate::whole ? last.until : 0);
    if (vanishes && outline_.begins_line(leaf_, first->piece.first)) return begin_of_line(*first, behind);
    const bool touches = last.run_begin > 0 && !base::is_ascii_space(text_[last.run_begin - 1]) &&
                         behind < text_.size() && !base::is_ascii_space(text_[behind]);
    if (!touches) return;
    // One space in place of what set them apart: behind the marks that end here, before those that begin.
    const auto closes = [](const PlannedTag& one) { return one.fate == Fate::mark && one.tag.closes; };
    const auto opens = [](const PlannedTag& one) { return one.fate == Fate::mark && !one.tag.closes; };
    auto from = first;
    for (auto one = first; one != end && !opens(*one); ++one) {
      if (closes(*one)) from = one + 1;
    }
    if (std::any_of(from, end, closes)) return;
    for (auto one = from; one != end && !opens(*one); ++one) {
      if (one->fate == Fate::apart) return edits_.insert(one->piece.begin, " ");
    }
  }

  void begin_of_line(const PlannedTag& first, std::size_t behind) {
    const std::size_t next = skip_spaces(behind);
    const bool ends_line = next >= text_.size() || text_[next] == '\n';
    if (!ends_line) return guard_line(behind);
    // A line of nothing would end the paragraph; the first one may stay empty.
    if (first.piece.first == leaf_.inlines.begin) return;
    const std::size_t line = outline_.lines().line_of(first.piece.begin);
    edits_.remove(outline_.lines().begin(line), std::min(next + 1, text_.size()));
  }

  /// What now begins a line must not begin a block.
  void guard_line(std::size_t at) {
    const std::size_t begin = skip_spaces(at);
    if (begin > at) edits_.remove(at, begin);
    if (const std::size_t escape = block_start(line_after(begin)); escape != npos)
      escapes_.push_back(source_of(begin, escape));
  }

  /// The same for text that began its line before: what vanishes behind it may make a marker of it
  /// ("1<u>.</u> x").
  void guard_text(std::size_t begin) {
    const std::size_t line_end = outline_.lines().end(outline_.lines().line_of(begin));
    const auto tag = first_tag_from(begin);
    if (tag == plan_.end() || tag->piece.begin >= line_end) return;
    if (block_start(text_.substr(begin, line_end - begin)) == npos) guard_line(begin);
  }

  [[nodiscard]] std::vector<PlannedTag>::const_iterator first_tag_from(std::size_t offset) const {
    return std::lower_bound(plan_.begin(), plan_.end(), offset,
                            [](const PlannedTag& one, std::size_t value) { return one.piece.begin < value; });
  }

  /// The line from `begin` on as it will be, up to the next break.
  [[nodiscard]] std::string line_after(std::size_t begin) const {
    const std::size_t line_end = outline_.lines().end(outline_.lines().line_of(begin));
    std::string line;
    std::size_t from = begin;
    for (auto tag = first_tag_from(begin); tag != plan_.end() && tag->piece.begin < line_end; ++tag) {
      if (tag->piece.begin < from) continue;
      line += text_.substr(from, tag->piece.begin - from);
      from = tag->fate == Fate::whole ? tag->until : tag->piece.end;
      if (tag->fate == Fate::line_break) return line;
      if (tag->fate == Fate::mark || tag->fate == Fate::whole) line += tag->with;
    }
    if (from < line_end) line += text_.substr(from, line_end - from);
    return line;
  }

  /// Where the character `index` of the line that begins at `begin` stands, tags left out.
  [[nodiscard]] std::size_t source_of(std::size_t begin, std::size_t index) const {
    auto tag = first_tag_from(begin);
    std::size_t at = begin;
    while (true) {
      for (; tag != plan_.end() && tag->piece.begin <= at; ++tag) {
        if (tag->piece.begin == at) at = tag->piece.end;
      }
      if (index == 0) return at;
      --index, ++at;
    }
  }

  // ---- escapes
  // ----------------------------------------------------------------------------------------------------

  /// Text inside new marks must not end them; text beside tags must not grow together with what lay behind
  /// them.
  void escape_text() {
    std::size_t next_open = 0, next_run = 0;
    std::vector<std::size_t> open;
    for (std::uint32_t i = leaf_.inlines.begin; i < leaf_.inlines.end; ++i) {
      const doc::Inline& one = outline_.document().inlines[i];
      if (one.kind != doc::InlineKind::text || one.source.empty()) continue;
      const std::size_t begin = one.source.begin, end = one.source.end;
      for (; next_open < plan_.size() && plan_[next_open].piece.begin < begin; ++next_open) {
        const PlannedTag& tag = plan_[next_open];
        if (tag.fate != Fate::mark) continue;
        if (tag.tag.closes) {
          if (!open.empty()) open.pop_back();
        } else {
          open.push_back(next_open);
        }
      }
      std::string inside;
      for (const std::size_t mark : open) inside += plan_[mark].escapes;
      if (!inside.empty()) escape_all(begin, end, inside);
      while (next_run < plan_.size() && plan_[next_run].run_end < begin) ++next_run;
      escape_beginnings(begin, end);
      beside(begin, end, next_run);
      if (outline_.begins_line(leaf_, i) && (begin == 0 || text_[begin - 1] != '\\')) guard_text(begin);
    }
    std::sort(escapes_.begin(), escapes_.end());
    escapes_.erase(std::unique(escapes_.begin(), escapes_.end()), escapes_.end());
    for (const std::size_t at : escapes_) edits_.insert(at, "\\");
  }

  /// "<x" and "&x" are text because a tag comes before their end. It may be gone now.
  void escape_beginnings(std::size_t begin, std::size_t end) {
    const std::string_view text = text_.substr(0, end);
    for (std::size_t at = text.find_first_of("<&", begin); at != npos;
         at = text.find_first_of("<&", at + 1)) {
      const char next = at + 1 < end ? text[at + 1] : '\0';
      const bool tag =
          text[at] == '<' && (base::is_ascii_alpha(next) || next == '/' || next == '!' || next == '?');
      const bool reference = text[at] == '&' && text.find_first_of("; <&\n", at + 1) == npos;
      if (tag || reference) escape(at, begin);
    }
  }

  void escape_all(std::size_t begin, std::size_t end, std::string_view characters) {
    const std::string_view text = text_.substr(0, end);
    for (std::size_t at = text.find_first_of(characters, begin); at != npos;
         at = text.find_first_of(characters, at + 1)) {
      escape(at, begin);
    }
  }

  /// Runs are looked at from `run` on: the one that ends where the text begins, the one that begins where it
  /// ends.
  void beside(std::size_t begin, std::size_t end, std::size_t run) {
    constexpr std::string_view always = "*_~`<&";
    const bool heading = place_ == Place::heading;
    for (; run < plan_.size() && plan_[run].run_begin <= end; run = plan_[run].run_last + 1) {
      if (plan_[run].run_end == begin) {
        const char before = plan_[run].run_begin > 0 ? text_[plan_[run].run_begin - 1] : ' ';
        std::size_t at = begin;
        while (at < end && always.find(text_[at]) != npos) escape(at++, begin);
        if (at < end && ((heading && text_[at] == '#') || text_[at] == '[')) escape(at, begin);
        if (at < end && before == ']' && (text_[at] == '(' || text_[at] == ':')) escape(at, begin);
      }
      if (plan_[run].run_begin == end) {
        std::size_t at = end;
        while (at > begin && always.find(text_[at - 1]) != npos) escape(--at, begin);
        if (at > begin &&
            (text_[at - 1] == '!' || text_[at - 1] == ']' || (heading && text_[at - 1] == '#'))) {
          const bool matters = text_[at - 1] == '#' || makes_bracket(plan_[run]);
          if (matters) escape(at - 1, begin);
        }
      }
    }
  }

  [[nodiscard]] bool makes_bracket(const PlannedTag& first) const {
    const char behind = first.run_end < text_.size() ? text_[first.run_end] : ' ';
    return behind == '[' || behind == '(' || behind == ':' || first.fate == Fate::mark ||
           first.fate == Fate::whole;
  }

  /// What the author escaped is escaped. `text_begin` is where the piece of text begins.
  void escape(std::size_t at, std::size_t text_begin) {
    if (at != text_begin || at == 0 || text_[at - 1] != '\\') escapes_.push_back(at);
  }

  const Outline& outline_;
  std::string_view text_;
  const doc::Block& leaf_;
  const SourceText& source_;
  Edits& edits_;
  Warnings& warnings_;
  Place place_ = Place::paragraph;
  std::vector<PlannedTag> plan_;
  struct Behind {
    bool mark = false, line_break = false;
  };
  std::vector<Behind> behind_;
  std::vector<std::size_t> escapes_;  ///< where backslashes go; some are found twice
};

}  // namespace

void convert_inline_html(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings) {
  for (const doc::Block& block : outline.document().blocks) {
    if (doc::is_container(block.kind) || block.kind == doc::BlockKind::code ||
        block.kind == doc::BlockKind::raw_html)
      continue;
    Leaf(outline, block, source, edits, warnings).run();
  }
}

}  // namespace aushang::ingest
