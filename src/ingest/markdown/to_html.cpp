#include "ingest/markdown/to_html.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "doc/elements.h"
#include "doc/parse.h"
#include "ingest/html/open_tags.h"
#include "ingest/markdown/code.h"

namespace aushang::ingest {
namespace {

using doc::Block;
using doc::BlockKind;
using doc::Inline;
using doc::InlineKind;

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escape_html(value) + "\"";
}

std::string_view element_of(InlineKind kind) {
  switch (kind) {
    case InlineKind::emphasis:
      return "em";
    case InlineKind::strong:
      return "strong";
    case InlineKind::strikethrough:
      return "del";
    case InlineKind::link:
      return "a";
    case InlineKind::text:
    case InlineKind::code:
    case InlineKind::soft_break:
    case InlineKind::hard_break:
    case InlineKind::raw_html:
    case InlineKind::image:
    case InlineKind::mark:
      break;
  }
  return {};
}

std::string_view alignment(doc::Align align) {
  switch (align) {
    case doc::Align::left:
      return " align=\"left\"";
    case doc::Align::center:
      return " align=\"center\"";
    case doc::Align::right:
      return " align=\"right\"";
    case doc::Align::none:
      break;
  }
  return {};
}

class Writer {
 public:
  Writer(const SourceText& source, const doc::Document& document, bool breaks_lines)
      : source_(source), document_(document), elements_(source.text()), breaks_lines_(breaks_lines) {}

  HtmlSource run() {
    out_.reserve(source_.text().size());
    const auto& blocks = document_.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      close_until(i);
      if (doc::is_container(blocks[i].kind)) {
        open(blocks[i]);
        open_.push_back(i);
      } else {
        leaf(blocks[i]);
      }
    }
    close_until(static_cast<std::uint32_t>(blocks.size()));
    return std::move(out_);
  }

 private:
  void close_until(std::uint32_t index) {
    for (; !open_.empty() && document_.blocks[open_.back()].end <= index; open_.pop_back())
      say("</" + std::string(element_of(document_.blocks[open_.back()].kind)) + ">");
  }

  /// Tags stand where the text before them ended.
  void say(std::string_view html) { out_.html(html, here_); }
  void move_to(doc::Range source) {
    if (!source.empty()) here_ = source_.origin(source.begin);
  }

  void open(const Block& block) {
    move_to(block.source);
    std::string tag = "<" + std::string(element_of(block.kind));
    if (block.kind == BlockKind::ordered_list && block.start != 1)
      tag += attribute("start", std::to_string(block.start));
    if (block.task != doc::Task::none)
      tag += attribute("data-task", block.task == doc::Task::done ? "x" : " ");
    say(tag + ">");
  }

  void leaf(const Block& block) {
    move_to(block.source);
    if (block.kind == BlockKind::rule) return say("<hr>");
    if (block.kind == BlockKind::code) {
      say("<pre><code" + attribute("data-info", document_.info(block)) + ">");
      text(document_.slice(block.text), {});
      return say("</code></pre>");
    }
    if (block.kind == BlockKind::raw_html || (block.kind == BlockKind::paragraph && block.tight)) {
      inlines(block);
      // Running text that follows a list or HTML in its item is apart from it.
      return say("\n");
    }
    const std::string element = block.kind == BlockKind::heading ? "h" + std::to_string(block.level)
                                                                 : std::string(element_of(block.kind));
    say("<" + element + std::string(alignment(block.align)) + ">");
    inlines(block);
    say("</" + element + ">");
  }

  void inlines(const Block& block) {
    std::vector<std::uint32_t> spans;
    const auto close = [&](std::uint32_t index) {
      for (; !spans.empty() && document_.inlines[spans.back()].end <= index; spans.pop_back())
        say("</" + std::string(element_of(document_.inlines[spans.back()].kind)) + ">");
    };
    for (std::uint32_t i = block.inlines.begin; i < block.inlines.end; ++i) {
      close(i);
      const Inline& one = document_.inlines[i];
      move_to(one.source);
      switch (one.kind) {
        case InlineKind::text:
          text(document_.slice(one.text), one.source);
          break;
        case InlineKind::code:
          code(document_.slice(one.text), one.source,
               block.kind == BlockKind::cell || block.kind == BlockKind::header_cell);
          break;
        case InlineKind::soft_break:
          breaks_lines_ ? say("<br>") : out_.text("\n", here_);
          break;
        case InlineKind::hard_break:
          say("<br>");
          break;
        case InlineKind::raw_html:
          i = raw_from(i, block.inlines.end);
          break;
        case InlineKind::image:
          move_to_words_of(one, i);
          say("<img" + attribute("src", document_.target(one)) + attribute("alt", document_.slice(one.text)) +
              attribute("title", document_.title(one)) + ">");
          i = one.end - 1;
          break;
        case InlineKind::link:
          if (was_found_in_text(block, i)) break;
          move_to_words_of(one, i);
          say("<a" + attribute("href", document_.target(one)) + attribute("title", document_.title(one)) +
              ">");
          spans.push_back(i);
          break;
        case InlineKind::emphasis:
        case InlineKind::strong:
        case InlineKind::strikethrough:
          say("<" + std::string(element_of(one.kind)) + ">");
          spans.push_back(i);
          break;
        case InlineKind::mark:
          break;
      }
    }
    close(block.inlines.end);
  }

  /// A link stands where its bracket does, just before its first word.
  void move_to_words_of(const Inline& span, std::uint32_t index) {
    for (std::uint32_t i = index + 1; i < span.end; ++i) {
      const doc::Range source = document_.inlines[i].source;
      if (source.empty()) continue;
      here_ = source_.origin(source.begin - (source.begin > 0 ? 1 : 0));
      return;
    }
  }

  /// In a table's cell "\|" is a bar, in code, too.
  void code(std::string_view words, doc::Range source, bool in_cell) {
    say("<code>");
    if (!in_cell || words.find("\\|") == std::string_view::npos) {
      text(words, source);
    } else {
      std::string plain;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.substr(i, 2) != "\\|") plain += words[i];
      }
      text(plain, {});
    }
    say("</code>");
  }

  /// An address that is a link because it looks like one, not because brackets stand around it.
  [[nodiscard]] bool was_found_in_text(const Block& block, std::uint32_t link) const {
    const Inline& one = document_.inlines[link];
    if (one.end != link + 2 || document_.inlines[link + 1].kind != InlineKind::text) return false;
    const std::string_view words = document_.slice(one.text), target = document_.target(one);
    if (target != words && target != "mailto:" + std::string(words) &&
        target != "http://" + std::string(words))
      return false;
    const std::uint32_t begin = document_.inlines[link + 1].source.begin;
    if (begin == 0) return true;
    const bool joined = link > block.inlines.begin && document_.inlines[link - 1].kind == InlineKind::text &&
                        document_.inlines[link - 1].source.end == begin;
    const bool escaped = source_.text()[begin - 1] == '\\' && begin > 1;
    const char before = source_.text()[begin - (escaped ? 2 : 1)];
    return joined || (before != '<' && before != '[');
  }

  void text(std::string_view visible, doc::Range source) {
    if (source.size() == visible.size()) {
      out_.text(source_, source.begin, source.end);
    } else {
      out_.text(visible, here_);
    }
  }

  // ---- raw HTML ----

  /// A tag that goes over several lines comes in as many pieces. Gives the last one's index.
  std::uint32_t raw_from(std::uint32_t index, std::uint32_t end) {
    const auto& inlines = document_.inlines;
    std::string html(document_.target(inlines[index]));
    std::uint32_t last = index;
    for (std::size_t tag = html.rfind('<'); tag != std::string::npos && end_of_tag(html, tag) == 0 &&
                                            last + 1 < end && inlines[last + 1].kind == InlineKind::raw_html;)
      html += document_.target(inlines[++last]);
    raw(html, inlines[index].source);
    return last;
  }

  /// The HTML as it is written, but for tags that no browser knows and those that would nest too deep.
  void raw(std::string_view html, doc::Range source) {
    // A block's HTML is the source's own bytes unless quotes or lists set it in.
    const bool same = !source.empty() && source_.text().compare(source.begin, html.size(), html) == 0;
    const auto copy = [&](std::size_t begin, std::size_t end) {
      if (same) {
        out_.html(source_, source.begin + begin, source.begin + end);
      } else {
        say(html.substr(begin, end - begin));
      }
    };
    const auto words = [&](std::size_t begin, std::size_t end) {
      while (begin < end) {
        const std::size_t reference = std::min(html.substr(0, end).find('&', begin), end);
        if (same) {
          out_.text(source_, source.begin + begin, source.begin + reference);
        } else {
          out_.text(html.substr(begin, reference - begin), here_);
        }
        begin = end_of_reference(html, reference, end);
        if (!forges_sign(html.substr(reference, begin - reference))) copy(reference, begin);
      }
    };
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t next = std::min(html.find('<', at), html.size());
      words(at, next);
      if (next == html.size()) break;
      at = next;
      if (same) here_ = source_.origin(source.begin + at);
      const std::size_t end = end_of_tag(html, at);
      const std::string name = tag_name(html, at);
      if (name.empty() || end == 0) {
        say("&lt;");
        ++at;
        continue;
      }
      switch (what_of(name, html.substr(at, end - at))) {
        case What::tag:
          copy(at, end);
          break;
        case What::words:
          text(html.substr(at, end - at), {});
          break;
        case What::space:
          say(" ");
          break;
        case What::nothing:
          break;
      }
      at = end;
    }
  }

  static std::size_t end_of_tag(std::string_view html, std::size_t at) {
    char quote = '\0';
    for (std::size_t i = at + 1; i < html.size(); ++i) {
      if (quote != '\0') {
        if (html[i] == quote) quote = '\0';
      } else if ((html[i] == '"' || html[i] == '\'') && html[i - 1] == '=') {
        quote = html[i];
      } else if (html[i] == '>') {
        return i + 1;
      }
    }
    return 0;
  }

  /// Behind "&amp;", or behind what could be a reference without ";".
  static std::size_t end_of_reference(std::string_view html, std::size_t at, std::size_t limit) {
    if (at == limit) return at;
    std::size_t end = at + 1;
    while (end < limit &&
           (base::is_ascii_alpha(html[end]) || base::is_ascii_digit(html[end]) || html[end] == '#'))
      ++end;
    return end < limit && html[end] == ';' ? end + 1 : end;
  }

  enum class What : std::uint8_t { tag, words, space, nothing };

  static bool is_part_of_table(std::string_view element) {
    return element == "td" || element == "th" || element == "tr" || element == "caption";
  }

  What what_of(std::string_view name, std::string_view tag) {
    const bool closing = name.starts_with('/');
    const std::string_view element = name.substr(closing ? 1 : 0);
    const TagUse use = use_of(element);
    if (use == TagUse::swallows || element == "html" || element == "head" || element == "body")
      return What::nothing;
    if (use == TagUse::unknown) {
      // A component is closed or closes itself; a placeholder does neither.
      const bool component = closing || tag.ends_with("/>") ||
                             element.find_first_of("-:") != std::string_view::npos ||
                             elements_.end_of(element, 0) != std::string_view::npos;
      return component ? What::nothing : What::words;
    }
    if (is_part_of_table(element) && !tags_.has("table")) return What::space;  // browsers drop it
    if (closing) {
      tags_.close(element);
      return What::tag;
    }
    return tags_.open(element) ? What::tag : What::nothing;
  }

  const SourceText& source_;
  const doc::Document& document_;
  Elements elements_;
  OpenTags tags_;
  HtmlSource out_;
  std::vector<std::uint32_t> open_;
  std::size_t here_ = 0;
  bool breaks_lines_;
};

}  // namespace

HtmlSource to_html(const SourceText& markdown, bool breaks_lines) {
  const auto document = doc::parse(markdown.text(), doc::Dialect::gfm);
  return document.ok() ? Writer(markdown, *document, breaks_lines).run() : HtmlSource();
}

}  // namespace aushang::ingest
