#include "ingest/markdown/blocks.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ingest/html/open_tags.h"
#include "ingest/markdown/attributes.h"
#include "ingest/markdown/code.h"
#include "ingest/markdown/containers.h"
#include "ingest/text/rewrite.h"
#include "ingest/write/escape.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t k_deepest = 24;  ///< blocks in blocks; deeper ones stay as they are written

struct Line {
  std::size_t begin = 0, end = 0;  ///< of its text: what sets it in may be left out
};
using Lines = std::vector<Line>;

/// Elements whose line Markdown may follow: blocks, and what pages write in their place.
bool is_block_tag(std::string_view name) {
  if (name.starts_with('/')) name.remove_prefix(1);
  const TagUse use = use_of(name);
  return use == TagUse::block || use == TagUse::structure || name == "br" || name == "hr" || name == "span" ||
         name == "a" || name == "font";
}

/// Whether it is Markdown that someone meant.
bool looks_like_markdown(std::string_view text) {
  if (text.empty() || text.front() == '<') return false;
  const std::size_t signs = std::min(text.find_first_not_of('#'), text.size());
  return (signs > 0 && signs < 7 && signs < text.size() && text[signs] == ' ') || list_marker(text) > 0 ||
         text.front() == '|' || text.starts_with("> ") || text.starts_with("![") || text.starts_with("```") ||
         text.starts_with("{:") || text.find("](") != npos || text.find("**") != npos ||
         (text.size() > 2 && text.front() == '*' && text.back() == '*');
}

class Blocks {
 public:
  Blocks(const SourceText& page, const Footnotes& footnotes, Warnings& warnings)
      : page_(page), footnotes_(footnotes), warnings_(warnings) {}

  SourceText run() {
    Lines lines;
    for (std::size_t at = 0; at < text_.size(); at = lines.back().end + 1)
      lines.push_back({at, end_of_line(text_, at)});
    blocks(lines, 0);
    write_notes();
    return out_.take();
  }

 private:
  [[nodiscard]] std::string_view view(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }
  [[nodiscard]] std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }
  void emit(const Line& line) {
    const bool breaks = line.end < text_.size() && text_[line.end] == '\n';
    out_.copy(line.begin, line.end + (breaks ? 1 : 0));
    if (!breaks) out_.insert("\n", line.end);
  }
  void say(std::string_view text, const Line& where) { out_.insert(text, where.begin); }
  /// A tag of its own, apart from the Markdown around it.
  void tag(std::string_view indent, std::string_view html, const Line& where) {
    say("\n" + std::string(indent) + std::string(html) + "\n\n", where);
  }

  // ---- one block after another ----

  void blocks(const Lines& lines, std::size_t depth) {
    Indentation indentation;
    std::vector<bool> containers;  // of ":::", those that are boxes
    bool after_html = false;       // the last line was HTML
    std::size_t literal_end = 0;
    for (std::size_t i = 0; i < lines.size();) {
      const Line& line = lines[i];
      const std::string_view whole = view(line);
      const std::string_view text = base::trim(whole);
      const std::string_view indent = whole.substr(0, whole.find_first_not_of(" \t"));
      if (line.begin < literal_end || (indentation.is_code(whole) && !text.empty())) {
        emit(line), ++i;
        continue;
      }
      const std::size_t next = depth < k_deepest ? construct(lines, i, text, indent, containers, depth) : i;
      if (next > i) {
        i = next, after_html = false;
        continue;
      }
      if (text.starts_with('<')) {
        const std::string name = tag_name(text, 0);
        const std::size_t begin = offset_of(text);
        if (!literal_element(text, 0).empty()) literal_end = elements_.end_of(name, begin);
        // What is set in below HTML is never code.
        emit({is_block_tag(name) && indent_of(whole) > 3 ? begin : line.begin, line.end});
        after_html = is_block_tag(name) && text.ends_with('>') && literal_end <= line.end;
      } else {
        const bool markdown = after_html && looks_like_markdown(text);
        if (markdown) say("\n", line);
        emit({markdown && list_marker(text) == 0 ? line.begin + indent.size() : line.begin, line.end});
        if (text.empty() || markdown) after_html = false;
      }
      ++i;
    }
    for (; !containers.empty(); containers.pop_back()) end_container(containers.back(), "", lines.back());
  }

  /// The line behind the construct that begins at `i`; `i` where none does.
  std::size_t construct(const Lines& lines, std::size_t i, std::string_view text, std::string_view indent,
                        std::vector<bool>& containers, std::size_t depth) {
    if (text.empty()) return i;
    if (is_replaced_by_contents(lines, i, text)) return i + 2;
    if (fence_of(view(lines[i]))) return fence(lines, i, indent, depth);
    switch (text.front()) {
      case ':':
        if (text.starts_with(":::")) return colons(lines, i, text, indent, containers);
        return i;
      case '!':
      case '?':
      case '=':
        return set_in(lines, i, text, indent, depth);
      case '[':
        if (const std::string_view name = footnote_name(text, 0); !name.empty())
          return note(lines, i, text, name);
        if (text == "[TOC]" || text == "[[TOC]]" || text == "[[_TOC_]]" || text == "[[toc]]") return i + 1;
        break;
      case '*':
        if (const std::size_t close = text.find_first_of("[]\\", 2);  // *[abbr]: what it stands for
            text.starts_with("*[") && close != npos && text.substr(close, 2) == "]:")
          return i + 1;
        break;
      case '{':
        if (const std::size_t next = attribute_line(lines, i, text, indent); next > i) return next;
        break;
      case '>':
        if (const std::string_view list = base::trim(text.substr(1));
            list.starts_with("{:") && end_of_braces(list, 0) == list.size()) {
          say(">\n", lines[i]);
          return i + 1;
        }
        return alert(lines, i, text, indent);
      case '$':
        return math(lines, i, text, indent);
      case '\\':
        if (text == "\\" || text == "\\\\") return say("\n", lines[i]), i + 1;
        if (text == "\\newpage" || text == "\\pagebreak" || text == "\\clearpage") return i + 1;
        break;
      default:
        break;
    }
    return definitions(lines, i, depth);
  }

  /// A list of one item above "{:toc}".
  [[nodiscard]] bool is_replaced_by_contents(const Lines& lines, std::size_t i, std::string_view text) const {
    if (list_marker(text) == 0 || fence_of(text) || i + 1 >= lines.size() ||
        (i > 0 && !is_blank(view(lines[i - 1]))))
      return false;
    const std::string_view next = base::trim(view(lines[i + 1]));
    return next.starts_with("{:") && read_attributes(next, 0).has_class("toc");
  }

  // ---- containers ----

  void begin_box(const Container& box, bool titled_inside, std::string_view indent, const Line& line) {
    tag(indent, "<blockquote>", line);
    std::string title = box.title;
    if (title.empty() && !titled_inside && box.name != "admonition") title = default_title(box.name);
    if (!title.empty()) say(std::string(indent) + "**" + title + "**\n\n", line);
  }

  void end_container(bool box, std::string_view indent, const Line& line) {
    box ? tag(indent, "</blockquote>", line) : say("\n", line);
  }

  std::size_t colons(const Lines& lines, std::size_t i, std::string_view text, std::string_view indent,
                     std::vector<bool>& containers) {
    const std::string_view said = base::trim(text.substr(std::min(text.find_first_not_of(':'), text.size())));
    if (said.empty()) {
      if (!containers.empty()) {
        end_container(containers.back(), indent, lines[i]);
        containers.pop_back();
      }
      return i + 1;
    }
    const Container container = container_of(said);
    const bool box = is_box(container.name);
    containers.push_back(box);
    std::size_t inside = i + 1;
    while (inside < lines.size() && is_option(base::trim(view(lines[inside])))) ++inside;
    const std::size_t first = std::min(content_from(lines, inside), lines.size() - 1);
    if (box) {
      begin_box(container, base::trim(view(lines[first])).starts_with('#'), indent, lines[i]);
    } else {
      say("\n", lines[i]);
    }
    return inside;
  }

  [[nodiscard]] std::size_t content_from(const Lines& lines, std::size_t i) const {
    while (i < lines.size() && is_blank(view(lines[i]))) ++i;
    return i;
  }

  /// Lines from `i` on that are set in by `columns` or blank, moved out by as much; `i` is put behind them.
  Lines moved_out(const Lines& lines, std::size_t& i, std::size_t columns) const {
    Lines inside;
    for (; i < lines.size(); ++i) {
      const std::string_view line = view(lines[i]);
      if (!is_blank(line) && indent_of(line) < columns) break;
      std::size_t begin = lines[i].begin, left = columns;
      while (left > 0 && begin < lines[i].end && (text_[begin] == ' ' || text_[begin] == '\t')) {
        left -= std::min<std::size_t>(left, text_[begin] == '\t' ? 4 : 1);
        ++begin;
      }
      inside.push_back({begin, lines[i].end});
    }
    while (!inside.empty() && is_blank(view(inside.back()))) inside.pop_back(), --i;
    return inside;
  }

  /// !!! box, ??? box that opens, === "Tab": what belongs to them is set in.
  std::size_t set_in(const Lines& lines, std::size_t i, std::string_view text, std::string_view indent,
                     std::size_t depth) {
    const std::string_view sign = text.substr(0, 3);
    if (sign != "!!!" && sign != "???" && sign != "===") return i;
    const std::string_view said = base::trim(text.substr(3 + (text.substr(3).starts_with('+') ? 1 : 0)));
    const bool tab = sign == "===";
    if (said.empty() || (tab && (said.size() < 2 || said.front() != '"' || said.back() != '"'))) return i;
    std::size_t next = i + 1;
    const Lines inside = moved_out(lines, next, indent_of(view(lines[i])) + 4);
    if (inside.empty() && content_from(lines, i + 1) == i + 1) return i;
    // What sets the construct itself in stays with each line: it may belong to a list.
    if (tab) {
      say("\n" + std::string(indent) + "**" + std::string(said.substr(1, said.size() - 2)) + "**\n\n",
          lines[i]);
    } else {
      begin_box(container_of(said), false, indent, lines[i]);
    }
    nested(inside, indent, depth);
    end_container(!tab, indent, lines[i]);
    return next;
  }

  void nested(const Lines& inside, std::string_view indent, std::size_t depth) {
    if (indent.empty()) return blocks(inside, depth + 1);
    // Deeper in a list: one level of it is what pages have.
    for (const Line& line : inside) {
      say(indent, line);
      emit(line);
    }
  }

  /// ```{name} Title: MyST's directives. Other fences are code and stay.
  std::size_t fence(const Lines& lines, std::size_t i, std::string_view indent, std::size_t depth) {
    const std::optional<Fence> fence = fence_of(view(lines[i]));
    if (!fence) return i;
    std::size_t end = i + 1;
    while (end < lines.size() && !closes(*fence, view(lines[end])) && !leaves(*fence, view(lines[end])))
      ++end;
    const bool closed = end < lines.size() && closes(*fence, view(lines[end]));
    const std::size_t next = end + (closed ? 1 : 0);
    const std::size_t close = fence->info.find('}');
    const bool bare =
        base::trim(view(lines[i])).starts_with(fence->sign);  // not in a quote or list that begins here
    const bool directive = bare && fence->info.starts_with('{') && close != npos && close > 1 &&
                           base::is_ascii_alpha(fence->info[1]);
    if (!directive) {
      for (std::size_t j = i; j < next; ++j) emit(lines[j]);
      if (!closed && bare && depth > 0)
        say(std::string(indent) + std::string(fence->length, fence->sign) + "\n", lines[i]);
      return next;
    }
    Container container = container_of(fence->info);
    const std::string_view argument = base::trim(fence->info.substr(close + 1));
    std::size_t begin = i + 1;
    while (begin < end && is_option(base::trim(view(lines[begin])))) ++begin;
    const Lines inside(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                       lines.begin() + static_cast<std::ptrdiff_t>(end));
    const std::string& name = container.name;
    if (name == "math" || name.starts_with("code") || name == "python" || name == "r" || name == "mermaid") {
      const std::string info = name.starts_with("code") ? std::string(argument) : name;
      say(std::string(indent) + std::string(fence->length, fence->sign) + info + "\n", lines[i]);
      for (const Line& line : inside) emit(line);
      say(std::string(indent) + std::string(fence->length, fence->sign) + "\n", lines[i]);
    } else if (is_box(name)) {
      begin_box(container, false, indent, lines[i]);
      nested(inside, indent, depth);
      tag(indent, "</blockquote>", lines[i]);
    } else {
      if (name == "figure" || name == "image") {
        say("\n" + std::string(indent) + "![](" + std::string(argument) + ")\n\n", lines[i]);
      } else {
        warnings_.add(page_.origin(lines[i].begin), "directive",
                      "the directive " + quoted("{" + name + "}") +
                          " belongs to the site's generator; what it holds is shown as text.");
        say("\n" + std::string(argument) + "\n\n", lines[i]);
      }
      nested(inside, indent, depth);
      say("\n", lines[i]);
    }
    return next;
  }

  /// > [!NOTE] Title
  std::size_t alert(const Lines& lines, std::size_t i, std::string_view text, std::string_view indent) {
    const std::string_view said = base::trim(text.substr(1));
    const std::size_t close = said.find(']');
    if (!said.starts_with("[!") || close == npos || !is_box(base::to_ascii_lower(said.substr(2, close - 2))))
      return i;
    std::string_view title = said.substr(close + 1);
    if (title.starts_with('-') || title.starts_with('+')) title.remove_prefix(1);
    title = base::trim(title);
    const std::string name = default_title(base::to_ascii_lower(said.substr(2, close - 2)));
    say(std::string(indent) + "> **" + (title.empty() ? name : std::string(title)) + "**\n" +
            std::string(indent) + ">\n",
        lines[i]);
    return i + 1;
  }

  // ---- definitions, notes, attributes, math ----

  [[nodiscard]] bool is_definition(const Lines& lines, std::size_t i) const {
    if (i >= lines.size()) return false;
    const std::string_view text = base::trim(view(lines[i]));
    return text.size() > 2 && text[0] == ':' && (text[1] == ' ' || text[1] == '\t') &&
           indent_of(view(lines[i])) <= 3;
  }
  /// The definition that begins at `i` or below a blank line there; npos where none does.
  [[nodiscard]] std::size_t definition_at(const Lines& lines, std::size_t i) const {
    if (is_definition(lines, i)) return i;
    return i < lines.size() && is_blank(view(lines[i])) && is_definition(lines, i + 1) ? i + 1 : npos;
  }
  [[nodiscard]] bool is_term(const Lines& lines, std::size_t i) const {
    if (i >= lines.size() || definition_at(lines, i + 1) == npos) return false;
    const std::string_view line = view(lines[i]);
    if (begins_block(line) || indent_of(line) > 0 || line.front() == '<' || line.front() == '|') return false;
    return i == 0 || is_blank(view(lines[i - 1])) || is_definition(lines, i - 1);
  }

  std::size_t definitions(const Lines& lines, std::size_t i, std::size_t depth) {
    if (!is_term(lines, i)) return i;
    tag("", "<dl>", lines[i]);
    std::size_t next = i;
    while (is_term(lines, i)) {
      tag("", "<dt>", lines[i]);
      emit(lines[i]);
      tag("", "</dt>", lines[i]);
      next = i + 1;
      for (std::size_t at = definition_at(lines, next); at != npos; at = definition_at(lines, next))
        next = definition(lines, at, depth);
      i = content_from(lines, next);
    }
    tag("", "</dl>", lines[next - 1]);
    return next;
  }

  std::size_t definition(const Lines& lines, std::size_t i, std::size_t depth) {
    const Line& first = lines[i];
    const std::string_view text = base::trim(base::trim(view(first)).substr(1));
    Lines inside = {{offset_of(text), first.end}};
    std::size_t next = i + 1;
    // A paragraph goes on without being set in.
    while (next < lines.size() && !is_blank(view(lines[next])) && indent_of(view(lines[next])) < 2 &&
           !is_definition(lines, next) && definition_at(lines, next + 1) != next + 1) {
      inside.push_back(lines[next++]);
    }
    const Lines more = moved_out(lines, next, 2);
    inside.insert(inside.end(), more.begin(), more.end());
    tag("", "<dd>", first);
    blocks(inside, depth + 1);
    tag("", "</dd>", first);
    return next;
  }

  std::size_t note(const Lines& lines, std::size_t i, std::string_view text, std::string_view name) {
    const std::size_t mark = name.size() + 3;
    if (text.size() <= mark || text[mark] != ':' || !footnotes_.numbers.contains(std::string(name))) return i;
    std::size_t next = i + 1;
    Lines inside = {{offset_of(base::trim(text.substr(mark + 1))), lines[i].end}};
    while (next < lines.size() && !is_blank(view(lines[next])) && indent_of(view(lines[next])) < 2 &&
           !begins_block(view(lines[next])) && footnote_name(base::trim(view(lines[next])), 0).empty()) {
      inside.push_back(lines[next++]);
    }
    const Lines more = moved_out(lines, next, 2);
    for (const Line& line : more) {  // four columns is what generators write, two is what they take
      std::size_t from = line.begin;
      while (from < line.end && from < line.begin + 2 && text_[from] == ' ') ++from;
      inside.push_back({from, line.end});
    }
    if (!notes_.try_emplace(std::string(name), std::move(inside)).second) {
      warnings_.add(
          page_.origin(lines[i].begin), "footnote-twice",
          "there are two footnotes " + quoted(name) + "; this one is left out. Give it another name.");
    }
    say("\n", lines[i]);
    return next;
  }

  void write_notes() {
    if (notes_.empty()) return;
    const Line end{text_.size(), text_.size()};
    tag("", "<ol>", end);
    for (const std::string& name : footnotes_.names) {
      const auto found = notes_.find(name);
      if (found == notes_.end()) continue;
      const Line& first = found->second.front();
      tag("", "<li id=\"fn-" + name + "\">", first);
      blocks(found->second, k_deepest / 2);
      const std::string back = "[↩](#fnref-" + name + ")";
      const std::string_view last = base::trim(view(found->second.back()));
      if (last.empty() || (found->second.size() > 1 && (begins_block(last) || last.ends_with('>')))) {
        say("\n" + back + "\n", first);
      } else {
        out_.so_far().trim_end(" \t\n");
        say(" " + back + "\n", first);
      }
      tag("", "</li>", first);
    }
    tag("", "</ol>", end);
  }

  std::size_t attribute_line(const Lines& lines, std::size_t i, std::string_view text,
                             std::string_view indent) {
    const Attributes list = read_attributes(text, 0);
    const bool names_a_list =
        text.starts_with("{:") && end_of_braces(text, 0) == text.size() && text.size() > 3;
    if (list.end != text.size() && !(list.end == 0 && names_a_list)) return i;
    const std::string_view before = i > 0 ? base::trim(view(lines[i - 1])) : std::string_view();
    const bool another = i + 1 < lines.size() && !is_blank(view(lines[i + 1])) &&
                         list_marker(base::trim(view(lines[i + 1]))) == 0;
    if (!list.id.empty() && !before.empty() && !before.starts_with('<') && !fence_of(view(lines[i - 1]))) {
      out_.so_far().trim_end(" \t\n");
      say(" " + anchor(list.id) + "\n", lines[i]);
    } else if (!list.id.empty()) {
      say(std::string(indent) + anchor(list.id) + "\n\n", lines[i]);
      return i + 1;
    }
    if (another) say("\n", lines[i]);
    return i + 1;
  }

  std::size_t math(const Lines& lines, std::size_t i, std::string_view text, std::string_view indent) {
    if (!text.starts_with("$$")) return i;
    std::size_t end = i;
    std::string_view last = text;
    while (!last.ends_with("$$") || (end == i && text.size() < 4)) {
      if (++end >= lines.size()) return i;
      last = base::trim(view(lines[end]));
      if (last.empty() && end > i + 60) return i;
    }
    if (end == i && (text.size() < 5 || text.find("$$", 2) != text.size() - 2)) return i;
    const std::size_t closing =
        end == i ? offset_of(text) + text.size() - 2 : offset_of(last) + last.size() - 2;
    const std::string_view inside = text_.substr(offset_of(text), closing - offset_of(text));
    const std::string fence(std::max<std::size_t>(longest_backticks(inside), 2) + 1, '`');
    say("\n" + std::string(indent) + fence + "math\n", lines[i]);
    for (std::size_t j = i; j <= end; ++j) {
      const Line line{j == i ? offset_of(text) + 2 : lines[j].begin, j == end ? closing : lines[j].end};
      if (is_blank(view(line)) && (j == i || j == end)) continue;
      if (j == i) say(indent, line);
      emit(line);
    }
    say(std::string(indent) + fence + "\n\n", lines[end]);
    return end + 1;
  }

  const SourceText& page_;
  std::string_view text_ = page_.text();
  Elements elements_{text_};
  const Footnotes& footnotes_;
  Warnings& warnings_;
  Rewrite out_{page_};
  std::unordered_map<std::string, Lines> notes_;
};

}  // namespace

SourceText plain_blocks(const SourceText& page, const Footnotes& footnotes, Warnings& warnings) {
  return Blocks(page, footnotes, warnings).run();
}

}  // namespace aushang::ingest
