#include "ingest/markdown/spans.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ingest/markdown/attributes.h"
#include "ingest/markdown/code.h"
#include "ingest/text/character_set.h"
#include "ingest/text/rewrite.h"
#include "ingest/write/escape.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr CharacterSet k_signs{"\\<[]{$~^:*`\n"};

std::string_view emoji(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 34> known = {{
      {"arrow_right", "→"},
      {"bell", "🔔"},
      {"books", "📚"},
      {"briefcase", "💼"},
      {"bulb", "💡"},
      {"calendar", "📅"},
      {"clipboard", "📋"},
      {"date", "📅"},
      {"earth_africa", "🌍"},
      {"e-mail", "📧"},
      {"email", "📧"},
      {"envelope", "✉"},
      {"exclamation", "❗"},
      {"fire", "🔥"},
      {"globe_with_meridians", "🌐"},
      {"heavy_check_mark", "✔"},
      {"hourglass", "⌛"},
      {"house", "🏠"},
      {"information_source", "ℹ"},
      {"link", "🔗"},
      {"loudspeaker", "📢"},
      {"mag", "🔍"},
      {"mailbox", "📫"},
      {"mega", "📣"},
      {"memo", "📝"},
      {"mortar_board", "🎓"},
      {"octocat", ""},
      {"page_facing_up", "📄"},
      {"phone", "☎"},
      {"pushpin", "📌"},
      {"rocket", "🚀"},
      {"star", "⭐"},
      {"warning", "⚠"},
      {"white_check_mark", "✅"},
  }};
  for (const auto& [code, sign] : known) {
    if (code == name) return sign;
  }
  return {};
}

/// Text that means itself in Markdown and in HTML.
std::string entities(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += is_word(c) || c == ' ' || c == '\n' ? std::string(1, c)
                                               : "&#" + std::to_string(static_cast<int>(c)) + ";";
  }
  return out;
}

class Spans {
 public:
  Spans(const SourceText& page, const Footnotes& footnotes)
      : text_(page.text()), code_(text_), footnotes_(footnotes), out_(page) {}

  SourceText run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (text_[at] == '\n') brackets_.clear();
      const std::size_t code = code_.skip(at);
      at = code > at ? copy(at, code) : one(at);
    }
    return out_.take();
  }

 private:
  std::size_t copy(std::size_t begin, std::size_t end) {
    return out_.copy(begin, std::min(end, text_.size()));
  }
  void say(std::string_view text, std::size_t at) { out_.insert(text, at); }
  [[nodiscard]] char at_or(std::size_t at, char otherwise) const {
    return at < text_.size() ? text_[at] : otherwise;
  }
  [[nodiscard]] char before(std::size_t at) const { return at > 0 ? text_[at - 1] : '\n'; }

  std::size_t one(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return backslash(at);
      case '<':
        return copy(at, end_of_tag(at));
      case '[':
        return open_bracket(at);
      case ']':
        return close_bracket(at);
      case '*':
        return strong(at);
      case '{':
        return brace(at);
      case '$':
        return math(at);
      case '~':
        return tilde(at);
      case '^':
        return raised(at);
      case ':':
        return text_.substr(at, 3) == "://" ? url(at) : colon(at);
      default:
        return copy(at, code_.next(at, k_signs));
    }
  }

  std::size_t backslash(std::size_t at) {
    const bool twice = at_or(at + 1, ' ') == '\\';
    const std::size_t behind = at + (twice ? 2 : 1);
    const std::size_t line_end = end_of_line(text_, behind);
    if (!is_blank(text_.substr(behind, line_end - behind))) return copy(at, at + 2);
    // At the end of a line it breaks the line, at the end of a paragraph it does nothing.
    const bool last = line_end >= text_.size() ||
                      is_blank(text_.substr(line_end + 1, end_of_line(text_, line_end + 1) - line_end - 1));
    const char touched = before(at);
    const bool path = base::is_ascii_alpha(touched) || base::is_ascii_digit(touched) || touched == ':';
    if (last && (twice || !path)) {
      out_.so_far().trim_end();
    } else {
      say(twice || !last ? "<br>" : "\\", at);
    }
    return line_end;
  }

  /// Behind a tag or an autolink, whose inside isn't text.
  [[nodiscard]] std::size_t end_of_tag(std::size_t at) const {
    const char next = at_or(at + 1, ' ');
    if (!base::is_ascii_alpha(next) && next != '/') return at + 1;
    char quote = '\0';
    for (std::size_t i = at + 1; i < text_.size() && i < at + 4096; ++i) {
      const char c = text_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if ((c == '"' || c == '\'') && before(i) == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      } else if (c == '<' || (c == '\n' && at_or(i + 1, '\n') == '\n')) {
        break;
      }
    }
    return at + 1;
  }

  /// An address in text. "~" would strike through what lies between two of them.
  std::size_t url(std::size_t at) {
    const std::string_view front = text_.substr(0, at);
    const std::size_t scheme = front.ends_with("https") ? 5 : front.ends_with("http") ? 4 : 0;
    if (scheme == 0 || !is_word(at_or(at + 3, ' '))) return copy(at, at + 1);
    constexpr std::size_t k_longest = 2048;
    const std::string_view rest = text_.substr(at, k_longest);
    std::size_t end = at + std::min({rest.find_first_of(" \t\n<>)[]*\"`"), rest.find("~~"), rest.size()});
    while (std::string_view(".,;:!?'_\\").find(text_[end - 1]) != npos) --end;
    std::string address;
    for (const char c : text_.substr(at - scheme, end - at + scheme)) {
      if (c == '~' && address.ends_with('\\')) address.pop_back();
      address += c;
    }
    if (address.find('~') == npos || address.find('\\') != npos) return copy(at, end);
    const std::string_view behind = text_.substr(end, k_longest);
    const bool in_link = !brackets_.empty() && behind.substr(0, end_of_line(behind, 0)).find("](") != npos;
    out_.so_far().shorten(out_.so_far().text().size() - scheme);
    at -= scheme;
    if (!in_link) say("<a href=\"" + address + "\">", at);
    say(entities(address), at);
    if (!in_link) say("</a>", end);
    return end;
  }

  // ---- brackets ----

  std::size_t open_bracket(std::size_t at) {
    const std::string_view name = footnote_name(text_, at);
    if (const auto found = footnotes_.numbers.find(std::string(name));
        !name.empty() && found != footnotes_.numbers.end()) {
      if (referred_.insert(std::string(name)).second) say(anchor("fnref-" + std::string(name)), at);
      say("<a href=\"#fn-" + std::string(name) + "\">" + entities("[" + std::to_string(found->second) + "]") +
              "</a>",
          at);
      return at + name.size() + 3;
    }
    brackets_.push_back(out_.so_far().text().size());
    return copy(at, at + 1);
  }

  std::size_t close_bracket(std::size_t at) {
    const bool opened = !brackets_.empty();
    const std::size_t open = opened ? brackets_.back() : 0;
    if (opened) brackets_.pop_back();
    const char next = at_or(at + 1, ' ');
    if (next == '(') return address(at, opened && open > 0 && out_.so_far().text()[open - 1] == '!');
    if (next == '{' && opened) {
      const Attributes list = read_attributes(text_, at + 1);
      if (list.end != 0 && text_[at + 2] != ':' && out_.so_far().text()[open] == '[' && before(at) != '[') {
        out_.so_far().erase(open);
        if (!list.id.empty()) say(anchor(list.id), at);
        return list.end;
      }
    }
    return copy(at, at + 1);
  }

  /// "](…)": what stands in the parentheses, its spaces encoded.
  std::size_t address(std::size_t at, bool is_image) {
    const std::size_t begin = at + 2;
    if (at_or(begin, ' ') == '<') return copy(at, begin);
    std::size_t end = begin, depth = 1;
    for (; end < text_.size() && text_[end] != '\n' && end < begin + 4096; ++end) {
      if (text_[end] == '\\') {
        ++end;
      } else if (text_[end] == '(') {
        ++depth;
      } else if (text_[end] == ')' && --depth == 0) {
        break;
      }
    }
    if (depth > 0 || end >= text_.size()) return copy(at, begin);
    std::string_view inside = base::trim(text_.substr(begin, end - begin));
    std::size_t title = inside.size();
    if (inside.size() > 2 && (inside.back() == '"' || inside.back() == '\'')) {
      const std::size_t quote = inside.find(std::string{' ', inside.back()});
      if (quote != npos && quote + 2 < inside.size()) title = quote;
    }
    const std::string_view target = base::trim(inside.substr(0, title));
    // Images of kramdown and MkDocs may give a size: ![a](b.png =100x20)
    const std::size_t size = is_image ? target.rfind(" =") : npos;
    const std::string_view plain = size != npos ? base::trim(target.substr(0, size)) : target;
    if (plain.find_first_of(" \t") == npos && size == npos) return copy(at, end);
    copy(at, begin);
    std::string encoded;
    for (const char c : plain) {
      if (c == ' ' || c == '\t') {
        encoded += "%20";
      } else {
        encoded += c;
      }
    }
    say(encoded, begin);
    if (title < inside.size()) say(" " + std::string(base::trim(inside.substr(title))), begin);
    return end;
  }

  // ---- attributes and roles ----

  std::size_t brace(std::size_t at) {
    const std::size_t braces = end_of_braces(text_, at);
    if (braces != 0 && at_or(braces, ' ') == '`' && base::is_ascii_alpha(at_or(at + 1, ' ')))
      return role(at, braces);
    const Attributes list = read_attributes(text_, at);
    if (list.end == 0) return copy(at, at + 1);
    const std::size_t line_end = end_of_line(text_, list.end);
    const bool ends_line = is_blank(text_.substr(list.end, line_end - list.end));
    if (ends_line && before(at) != '\n' && is_for_block(at, line_end, list)) {
      out_.so_far().trim_end();
      if (!list.id.empty()) say(" " + anchor(list.id), at);
      return line_end;
    }
    constexpr std::string_view ends = ")]*_~`>";
    if (ends.find(before(at)) == npos) return copy(at, at + 1);
    if (!list.id.empty()) say(anchor(list.id), at);
    return list.end;
  }

  /// At the end of a heading, or an id at the end of another block.
  [[nodiscard]] bool is_for_block(std::size_t at, std::size_t line_end, const Attributes& list) const {
    const std::size_t begin = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1;
    const std::string_view line = text_.substr(begin, at - begin);
    const std::size_t first = line.find_first_not_of(" \t>");
    if (first == npos) return false;
    if (line[first] == '#') return true;
    const std::size_t next = std::min(line_end + 1, text_.size());
    const std::string_view after = base::trim(text_.substr(next, end_of_line(text_, next) - next));
    const bool setext =
        after.size() > 1 && (after.find_first_not_of('=') == npos || after.find_first_not_of('-') == npos);
    const bool only_id = !list.id.empty() && text_[at + 1] == '#' && list.classes.empty();
    return setext || (only_id && before(at) == ' ' && (begins_block(after) || after.starts_with('<')));
  }

  std::size_t role(std::size_t at, std::size_t quote) {
    const std::size_t signs = std::min(text_.find_first_not_of('`', quote), text_.size()) - quote;
    const std::string fence(signs, '`');
    const std::size_t begin = quote + signs;
    const std::size_t end = text_.find(fence, begin);
    if (end == npos || text_.substr(begin, end - begin).find('\n') != npos) return copy(at, at + 1);
    const std::string name = base::to_ascii_lower(text_.substr(at + 1, quote - at - 2));
    const std::string_view inside = base::trim(text_.substr(begin, end - begin));
    if (name == "math" || name == "eq") {
      say("<code>" + entities("$" + std::string(inside) + "$") + "</code>", at);
    } else if (name == "code" || name == "kbd" || name == "samp" || name == "file") {
      copy(quote, end + signs);
    } else if (name == "sup" || name == "sub") {
      say("<" + name + ">" + std::string(inside) + "</" + name + ">", at);
    } else if (const std::size_t target = inside.rfind('<'); target != npos && inside.ends_with('>')) {
      const std::string_view words = base::trim(inside.substr(0, target));
      say("[" + std::string(words) + "](<" + std::string(inside.substr(target + 1)) + ")", at);
    } else {
      copy(begin, end);
    }
    return end + signs;
  }

  // ---- signs ----

  /// Pandoc's rule: no space inside the signs, and no letter or digit outside them.
  std::size_t math(std::size_t at) {
    const std::size_t signs = at_or(at + 1, ' ') == '$' ? 2 : 1;
    const std::size_t begin = at + signs;
    const char first = at_or(begin, ' ');
    if (is_word(before(at)) || base::is_ascii_space(first) || first == '$') return copy(at, begin);
    constexpr std::size_t k_longest = 2000;
    std::size_t end = begin;
    for (; end < text_.size() && end < begin + k_longest; ++end) {
      if (text_[end] == '\\') {
        ++end;
      } else if (text_[end] == '$') {
        break;
      } else if (!tag_name(text_, end).empty() ||
                 (text_[end] == '\n' &&
                  (at_or(end + 1, ' ') == '|' ||
                   begins_block(text_.substr(end + 1, end_of_line(text_, end + 1) - end - 1))))) {
        return copy(at, begin);
      }
    }
    if (at_or(end, ' ') != '$' || base::is_ascii_space(before(end))) return copy(at, begin);
    if (signs == 2 && at_or(end + 1, ' ') != '$') return copy(at, begin);
    const char after = at_or(end + signs, ' ');
    if (is_word(after)) return copy(at, begin);
    const std::string_view inside = text_.substr(begin, end - begin);
    const std::string dollars(signs, '$');
    say("<code>" + entities(dollars + std::string(inside) + dollars) + "</code>", at);
    return end + signs;
  }

  /// "**" between punctuation and a word ("**When:**now", "漢**「a」**字"): CommonMark wouldn't read it,
  /// others do. Beside longer runs on a line it isn't sure which of them it would close.
  std::size_t strong(std::size_t at) {
    const std::size_t end = std::min(text_.find_first_not_of('*', at), text_.size());
    if (end - at > 2) unsure_until_ = end_of_line(text_, end);
    if (end - at != 2 || at < unsure_until_) return copy(at, end);
    if (at == strong_end_) {
      if (strong_is_tag_) {
        say("</strong>", at);
        return end;
      }
      return copy(at, end);
    }
    constexpr std::size_t k_longest = 4096;
    const std::string_view line = text_.substr(0, std::min(end_of_line(text_, end), end + k_longest));
    std::size_t close = line.find("**", end);
    while (close != npos && before(close) == '\\') close = line.find("**", close + 1);
    if (close == npos || close == end || at_or(close + 2, ' ') == '*' ||
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(end),
                   text_.begin() + static_cast<std::ptrdiff_t>(close), '`') %
                2 !=
            0)
      return copy(at, end);
    const bool tight = !base::is_ascii_space(text_[end]) && !base::is_ascii_space(text_[close - 1]);
    const auto fails = [&](std::size_t outside, std::size_t inside) {
      return class_at(text_, outside) == CharacterClass::word &&
             class_at(text_, inside) == CharacterClass::punctuation;
    };
    const std::size_t last = start_of_character(close - 1);
    const bool misread = fails(close + 2, last) || (at > 0 && fails(start_of_character(at - 1), end));
    if (!tight) return copy(at, end);
    strong_end_ = close;
    strong_is_tag_ = misread;
    if (!misread) return copy(at, end);
    say("<strong>", at);
    return end;
  }

  [[nodiscard]] std::size_t start_of_character(std::size_t at) const {
    while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0u) == 0x80u) --at;
    return at;
  }

  std::size_t tilde(std::size_t at) {
    const std::size_t end = std::min(text_.find_first_not_of('~', at), text_.size());
    if (end - at != 1) return copy(at, end);
    const std::size_t close = text_.find('~', end);
    if (base::is_ascii_alpha(before(at)) && close != npos && close > end && close - end < 4 &&
        std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(end),
                    text_.begin() + static_cast<std::ptrdiff_t>(close), base::is_ascii_digit)) {
      say("<sub>" + std::string(text_.substr(end, close - end)) + "</sub>", at);
      return close + 1;
    }
    say("&#126;", at);
    return end;
  }

  std::size_t raised(std::size_t at) {
    const std::size_t close = text_.find_first_of("^ \t\n[]`$\\", at + 1);
    if (close == npos || text_[close] != '^' || close == at + 1 || close - at > 12) return copy(at, at + 1);
    say("<sup>" + std::string(text_.substr(at + 1, close - at - 1)) + "</sup>", at);
    return close + 1;
  }

  std::size_t colon(std::size_t at) {
    const std::size_t end =
        std::min(text_.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", at + 1), text_.size());
    if (at_or(end, ' ') != ':' || is_word(before(at)) || end == at + 1) return copy(at, at + 1);
    const std::string_view sign = emoji(text_.substr(at + 1, end - at - 1));
    if (sign.empty()) return copy(at, at + 1);
    say(sign, at);
    return end + 1;
  }

  std::string_view text_;
  CodeFinder code_;
  const Footnotes& footnotes_;
  Rewrite out_;
  std::vector<std::size_t> brackets_;  ///< where those that are open stand in what is written
  std::unordered_set<std::string> referred_;
  std::size_t strong_end_ = npos;  ///< where the "**" that was read last closes
  bool strong_is_tag_ = false;
  std::size_t unsure_until_ = 0;
};

}  // namespace

SourceText plain_spans(const SourceText& page, const Footnotes& footnotes) {
  return Spans(page, footnotes).run();
}

}  // namespace aushang::ingest
