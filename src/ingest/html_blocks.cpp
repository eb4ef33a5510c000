#include "ingest/html_blocks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "ingest/html_scan.h"
#include "ingest/html_tags.h"
#include "ingest/html_tidy.h"
#include "ingest/html_to_markdown.h"

namespace aushang::ingest {
namespace {

/// White space and quote marks only: what may be left alone on a line.
bool is_bare(std::string_view prefix) {
  return std::all_of(prefix.begin(), prefix.end(), [](char c) { return c == '>' || c == ' ' || c == '\t'; });
}

std::string without_trailing_space(std::string text) {
  text.resize(text.find_last_not_of(" \t") + 1);
  return text;
}

class HtmlBlocks {
 public:
  HtmlBlocks(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings)
      : outline_(outline), lines_(outline.lines()), source_(source), edits_(edits), warnings_(warnings) {}

  void run() {
    const auto& places = outline_.html_blocks();
    for (std::size_t i = 0; i < places.size();) {
      const HtmlPlace& place = places[i];
      first_ = place.first_line;
      begin_ = place.begin;
      fragment_ = {};
      open_ = {};
      add_lines(place.first_line, place.first_line + place.line_count - 1, place.begin);
      std::uint32_t block = place.block;
      ++i;
      if (open_tag_without_end(place) || markdown_inside()) continue;
      while (!open_.empty() && follows(block + 1, i)) ++block;
      convert();
    }
  }

 private:
  void add_lines(std::size_t first, std::size_t last, std::size_t begin) {
    const std::size_t from = fragment_.html.size();
    for (std::size_t line = first; line <= last; ++line) {
      const std::size_t line_begin = line == first ? begin : lines_.begin(line) + prefix_size(line);
      fragment_.add_line(outline_.text().substr(line_begin, lines_.end(line) - line_begin), line_begin);
    }
    last_ = last;
    track(std::string_view(fragment_.html).substr(from));
  }

  /// What belongs to quotes at the beginning of a later line; a ">" that ends a tag there is not one of them.
  [[nodiscard]] std::size_t prefix_size(std::size_t line) const {
    const std::string_view text = lines_.line(line);
    const std::string_view first =
        outline_.text().substr(lines_.begin(first_), begin_ - lines_.begin(first_));
    auto marks = std::count(first.begin(), first.end(), '>');
    std::size_t i = 0;
    while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || (text[i] == '>' && marks > 0))) {
      if (text[i] == '>') --marks;
      ++i;
    }
    // Inside <pre> the white space counts: only as much goes as the first line has.
    return std::count(first.begin(), first.end(), '>') > 0 ? i : std::min(i, first.size());
  }

  void track(std::string_view html) {
    HtmlScanner scanner(html);
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
      const auto tag = scanner.tag(at);
      if (!tag) {
        ++at;
        continue;
      }
      at = tag->end;
      const TagUse use = use_of(tag->name);
      if (use == TagUse::inline_text || use == TagUse::dropped_media) continue;
      if (tag->closes) {
        open_.close(tag->name);
      } else if (!open_.open(tag->name)) {
        return;  // too deep to tell; what follows is a fragment of its own
      }
    }
  }

  /// Takes in the block if it goes on with this HTML. `next_place` counts up where it was HTML itself.
  bool follows(std::uint32_t block, std::size_t& next_place) {
    const auto& blocks = outline_.document().blocks;
    if (block >= blocks.size() || outline_.parent(block) != outline_.parent(block - 1)) return false;
    std::size_t first = 0, last = 0, begin = 0;
    if (blocks[block].kind == doc::BlockKind::raw_html) {
      if (next_place >= outline_.html_blocks().size() || outline_.html_blocks()[next_place].block != block)
        return false;
      const HtmlPlace& place = outline_.html_blocks()[next_place];
      first = place.first_line, last = first + place.line_count - 1, begin = place.begin;
    } else if (blocks[block].kind == doc::BlockKind::code && !blocks[block].source.empty()) {
      first = lines_.line_of(blocks[block].source.begin);
      last = lines_.line_of(blocks[block].source.end - 1);
      begin = outline_.text().find_first_not_of("> \t", lines_.begin(first));
      const std::string_view text = lines_.line(first);
      if (!text.starts_with(' ') && !text.starts_with('\t') && !text.starts_with('>')) return false;
      if (begin >= lines_.end(first) || outline_.text()[begin] != '<') return false;
    } else {
      return false;
    }
    for (std::size_t line = last_ + 1; line < first; ++line) {
      if (!outline_.is_blank(line)) return false;  // the fence of a code block, for one
    }
    if (blocks[block].kind == doc::BlockKind::raw_html) ++next_place;
    fragment_.add_line("", lines_.begin(first));
    add_lines(first, last, begin);
    return true;
  }

  /// <pre>, <script> and their like run to the page's end where they aren't closed. That can't be meant.
  bool open_tag_without_end(const HtmlPlace& place) {
    constexpr std::array<std::string_view, 4> names = {"pre", "script", "style", "textarea"};
    const auto is_one = [&](std::string_view name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    HtmlScanner scanner(fragment_.html);
    const auto first = scanner.tag(0);
    if (!first || first->closes || !is_one(first->name)) return false;
    const std::string lower = base::to_ascii_lower(fragment_.html);
    for (const std::string_view name : names) {
      if (lower.find("</" + std::string(name) + ">") != std::string::npos) return false;
    }
    warnings_.add(source_.origin(place.begin), "html-open",
                  "<" + first->name +
                      "> is never closed, so the tag is left out and what follows is read as text. "
                      "Close it.");
    // None of the others behind it is closed either.
    for (std::size_t at = 0; at != std::string::npos; at = fragment_.html.find('<', at + 1)) {
      const auto tag = scanner.tag(at);
      if (!tag || tag->closes || !is_one(tag->name)) continue;
      outline_.remove_text(fragment_.text_offset(at), fragment_.text_offset(tag->end - 1) + 1, edits_);
    }
    return true;
  }

  /// `<div markdown="1">`: kramdown reads what is inside, so only the tags up to this one go.
  bool markdown_inside() {
    HtmlScanner scanner(fragment_.html);
    std::size_t at = 0;
    while (at < fragment_.html.size() && fragment_.html[at] == '<') {
      const auto tag = scanner.tag(at);
      if (!tag || use_of(tag->name) == TagUse::dropped) return false;
      at = tag->end;
      if (tag->has("markdown") && tag->attribute("markdown") != "0") {
        outline_.remove_text(begin_, fragment_.text_offset(tag->end - 1) + 1, edits_);
        return true;
      }
      while (at < fragment_.html.size() && base::is_ascii_space(fragment_.html[at])) ++at;
    }
    return false;
  }

  void convert() {
    const std::string markdown = html_to_markdown(tidy(fragment_, source_, warnings_));
    const std::size_t line_begin = lines_.begin(first_);
    const std::string_view prefix = outline_.text().substr(line_begin, begin_ - line_begin);
    if (markdown.empty()) {
      if (is_bare(prefix)) return outline_.remove_lines(first_, last_, edits_);
      return edits_.remove(begin_, lines_.end(last_));
    }
    const std::string continuation = outline_.continuation(begin_);
    const std::string blank = without_trailing_space(continuation);
    std::string with;
    // HTML may stand right below a paragraph and above the next; Markdown would grow together with them.
    if (first_ > 0 && is_bare(prefix) && !outline_.is_blank(first_ - 1) &&
        !is_container_prefix(lines_.line(first_ - 1))) {
      with += "\n" + continuation;
    }
    for (std::size_t from = 0;;) {
      const std::size_t end = markdown.find('\n', from);
      with += markdown.substr(from, end - from);
      if (end == std::string::npos) break;
      from = end + 1;
      with += '\n';
      with += from < markdown.size() && markdown[from] == '\n' ? blank : continuation;
    }
    if (last_ + 1 < lines_.count() && !outline_.is_blank(last_ + 1)) {
      with += '\n';
      if (lines_.line(last_ + 1).starts_with(blank)) with += blank;
    }
    edits_.replace(begin_, lines_.end(last_), std::move(with));
  }

  const Outline& outline_;
  const LineIndex& lines_;
  const SourceText& source_;
  Edits& edits_;
  Warnings& warnings_;

  Fragment fragment_;  ///< the HTML being gathered, from line first_ to last_
  OpenTags open_;
  std::size_t first_ = 0, last_ = 0;
  std::size_t begin_ = 0;  ///< of its first "<"
};

}  // namespace

void convert_html_blocks(const Outline& outline, const SourceText& source, Edits& edits, Warnings& warnings) {
  HtmlBlocks(outline, source, edits, warnings).run();
}

}  // namespace aushang::ingest
