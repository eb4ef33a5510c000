#include "ingest/markdown/comments.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ingest/markdown/attributes.h"
#include "ingest/markdown/code.h"
#include "ingest/text/character_set.h"
#include "ingest/text/rewrite.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr CharacterSet k_signs{"\\<{%`\n"};

class Comments {
 public:
  Comments(const SourceText& page, Warnings& warnings)
      : page_(page), text_(page.text()), code_(text_), elements_(text_), warnings_(warnings), out_(page) {}

  SourceText run() {
    const bool myst = text_.find("```{") != npos || text_.find(":::{") != npos;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = code_.skip(at);
      if (end > at) {
        at = out_.copy(at, end);
      } else if (text_[at] == '\\') {
        at = out_.copy(at, std::min(at + (follows(at, "\\\n") ? 1 : 2), text_.size()));
      } else if (text_[at] == '<') {
        at = html(at);
      } else if (text_[at] == '{') {
        at = brace(at);
      } else if (myst && text_.substr(at, 2) == "% " && begins_line(at)) {
        at = drop(at, end_of_line(text_, at));
      } else {
        at = out_.copy(at, code_.next(at, k_signs));
      }
    }
    return out_.take();
  }

 private:
  [[nodiscard]] bool follows(std::size_t at, std::string_view what) const {
    return text_.compare(at, what.size(), what) == 0;
  }
  /// Nothing but white space and quote marks stands before it.
  [[nodiscard]] bool begins_line(std::size_t at) const {
    const std::size_t before = text_.find_last_not_of(" \t>", at == 0 ? 0 : at - 1);
    return at == 0 || before == npos || text_[before] == '\n' || before >= at;
  }

  /// Behind `close`, or npos; each is looked for in vain only once.
  std::size_t behind(std::string_view close, std::size_t from) {
    for (const std::string_view known : in_vain_) {
      if (known == close) return npos;
    }
    const std::size_t at = text_.find(close, from);
    if (at != npos) return at + close.size();
    in_vain_.push_back(close);
    return npos;
  }

  std::size_t html(std::size_t at) {
    if (follows(at, "<!") || follows(at, "<?")) return declaration(at);
    const std::string name = literal_element(text_, at);
    if (name.empty() || elements_.end_of(name, at) != npos) return out_.copy(at, at + 1);
    if (name != "pre" && name != "textarea") {
      warnings_.add(
          page_.origin(at), "html-open",
          "<" + name + "> is never closed; its tag is left out and the text behind it stays. Close it.");
    }
    const std::size_t end = text_.find_first_of(">\n", at);
    return drop(at, end == npos ? text_.size() : end + (text_[end] == '>' ? 1 : 0));
  }

  std::size_t declaration(std::size_t at) {
    struct Kind {
      std::string_view open, close;
      std::size_t skipped;  ///< of the opening, before the end is looked for
    };
    constexpr std::array<Kind, 3> kinds = {Kind{"<!--", "-->", 2}, Kind{"<![CDATA[", "]]>", 9},
                                           Kind{"<?", "?>", 2}};
    for (const Kind& kind : kinds) {
      if (!follows(at, kind.open)) continue;
      const std::size_t end = behind(kind.close, at + kind.skipped);
      if (end != npos) return drop(at, end);
      if (!begins_line(at)) return shown(at);
      warnings_.add(page_.origin(at), "comment-open",
                    "this comment has no \"" + std::string(kind.close) +
                        "\", so what stands behind it stays visible. Close the comment.");
      return at + kind.open.size();
    }
    if (at + 2 < text_.size() && base::is_ascii_alpha(text_[at + 2])) {
      const std::size_t end = text_.find_first_of(">\n", at);
      return end != npos && text_[end] == '>' ? drop(at, end + 1) : shown(at);
    }
    return out_.copy(at, at + 1);
  }

  std::size_t shown(std::size_t at) {
    out_.insert("\\", at);
    return out_.copy(at, at + 1);
  }

  std::size_t brace(std::size_t at) {
    if (follows(at, "{/*")) {
      const std::size_t end = behind("*/}", at + 3);
      return end == npos ? out_.copy(at, at + 1) : drop(at, end);
    }
    if (!follows(at, "{::") && !follows(at, "{:/")) return out_.copy(at, at + 1);
    const std::size_t end = end_of_braces(text_, at);
    if (end == 0) return out_.copy(at, at + 1);
    if (!follows(at, "{::comment") || text_[end - 2] == '/') return drop(at, end);
    std::size_t close = text_.find("{:/comment}", end);
    if (const std::size_t any = text_.find("{:/}", end); any < close) close = any;
    if (close != npos) return drop(at, text_.find('}', close) + 1);
    warnings_.add(
        page_.origin(at), "comment-open",
        "\"{::comment}\" has no \"{:/comment}\", so what stands behind it stays visible. Close the comment.");
    return drop(at, end);
  }

  /// What was alone on its lines goes with them, and stands between two paragraphs as a blank line does.
  std::size_t drop(std::size_t begin, std::size_t end) {
    const std::size_t line_end = end_of_line(text_, end);
    const bool last = is_blank(text_.substr(end, line_end - end));
    if (begins_line(begin)) {
      if (!last) return text_.find_first_not_of(" \t", end);
      const std::size_t next = std::min(line_end + 1, text_.size());
      const std::string_view after = text_.substr(next, end_of_line(text_, next) - next);
      SourceText& before = out_.so_far();
      before.trim_end();
      const bool bare = before.text().empty() || before.text().ends_with('\n');
      if (bare && (is_blank(after) || list_marker(base::trim(after)) > 0)) return next;
      out_.insert("\n", begin);
      return next;
    }
    if (last) out_.so_far().trim_end();
    return end;
  }

  const SourceText& page_;
  std::string_view text_;
  CodeFinder code_;
  Elements elements_;
  Warnings& warnings_;
  Rewrite out_;
  std::vector<std::string_view> in_vain_;
};

}  // namespace

SourceText without_comments(SourceText page, Warnings& warnings) {
  if (page.text().find('<') == npos && page.text().find('{') == npos) return page;
  return Comments(page, warnings).run();
}

}  // namespace aushang::ingest
