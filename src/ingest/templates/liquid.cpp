#include "ingest/templates/liquid.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "ingest/markdown/code.h"
#include "ingest/text/character_set.h"
#include "ingest/text/rewrite.h"

namespace aushang::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr CharacterSet k_signs{"\\<{`\n"};
constexpr std::size_t k_longest_markup = 4096;  ///< bytes; what is longer was never meant as a tag

struct Markup {
  std::size_t begin = 0, end = 0;  ///< with its braces
  std::string_view inside;         ///< trimmed, without the dashes of white space control
};

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t\n:")); }

std::string_view rest_after(std::string_view text, std::string_view word) {
  return base::trim(text.substr(std::min(text.size(), word.size())));
}

/// One pass over the page. Every search for an end stops at the next beginning, or is known to be in vain, so
/// the whole stays linear.
class Templates {
 public:
  Templates(const SourceText& page, const FrontMatter& front, const Fields& site, Warnings& warnings)
      : page_(page),
        text_(page.text()),
        fields_(front.fields),
        site_(site),
        warnings_(warnings),
        in_code_(front.kind != FrontMatterKind::none),
        out_(page) {}

  SourceText run() {
    CodeFinder code(text_);
    for (std::size_t at = 0; at < text_.size();) {
      if (in_code_) {
        at = std::min(text_.find('{', at), text_.size());
        if (at == text_.size()) break;
      } else if (const std::size_t end = code.skip(at); end > at) {
        at = end;
        continue;
      } else if (text_[at] == '\\') {  // what is escaped begins no code
        at += follows(at, "\\\n") ? 1 : 2;
        continue;
      }
      if (follows(at, "{{<") || follows(at, "{{%")) {
        at = shortcode(at);
      } else if (follows(at, "{{")) {
        at = output(at);
      } else if (follows(at, "{%")) {
        at = tag(at);
      } else if (follows(at, "{# ")) {
        at = note(at);
      } else {
        at = in_code_ ? at + 1 : code.next(at, k_signs);
      }
    }
    out_.copy(done_, text_.size());
    return out_.take();
  }

 private:
  [[nodiscard]] bool follows(std::size_t at, std::string_view what) const {
    return text_.compare(at, what.size(), what) == 0;
  }

  void replace(std::size_t begin, std::size_t end, std::string_view with) {
    out_.copy(done_, begin);
    out_.insert(with, begin);
    done_ = end;
  }

  /// Jinja's comment.
  std::size_t note(std::size_t at) {
    const std::size_t end = text_.substr(at, k_longest_markup).find(" #}");
    if (end == npos) return at + 2;
    replace(at, at + end + 3, "");
    return at + end + 3;
  }

  /// Finds `close` before another `open`; end == 0 if there is none.
  Markup markup(std::size_t at, std::string_view open, std::string_view close) const {
    const std::size_t from = at + open.size();
    // An "{" may stand inside, but no second opening; both searches end at whichever comes first.
    for (std::size_t i = from; (i = text_.find_first_of("{%}>", i)) != npos && i - from <= k_longest_markup;
         ++i) {
      if (follows(i, close)) {
        std::string_view inside = text_.substr(from, i - from);
        if (inside.starts_with('-')) inside.remove_prefix(1);
        if (inside.ends_with('-')) inside.remove_suffix(1);
        return {at, i + close.size(), base::trim(inside)};
      }
      if (follows(i, "{%") || follows(i, "{{")) break;
    }
    return {};
  }

  std::size_t output(std::size_t at) {
    const Markup found = markup(at, "{{", "}}");
    if (found.end == 0) return at + 2;     // text, and markup that is left over
    if (found.inside.starts_with("/*")) {  // Hugo's comment
      put(found, {});
      return found.end;
    }
    LiquidValue value = evaluate_liquid(found.inside, fields_, site_);
    if (!value.problem.empty()) {
      warn(at, "liquid-value",
           quoted("{{ " + std::string(found.inside) + " }}") + " " + value.problem +
               (value.text.empty() ? "; nothing is put there." : ".") +
               " Write the words themselves into the page.");
    }
    put(found, std::move(value.text));
    return found.end;
  }

  std::size_t tag(std::size_t at) {
    const Markup found = markup(at, "{%", "%}");
    if (found.end == 0) return at + 2;  // text, and markup that is left over
    const std::string_view name = first_word(found.inside);
    const std::string_view rest = rest_after(found.inside, name);
    if (name == "raw") return raw(found);
    if (name == "comment") return comment(found);
    if (name == "link" || name == "post_url") {
      if (name == "post_url") refers(at, rest);
      put(found, std::string(rest));
    } else if (name.starts_with('#')) {  // a comment
      put(found, {});
    } else if (name == "highlight" && is_alone_on_line(found)) {
      put(found, "```" + std::string(first_word(rest)));
    } else if (name == "endhighlight" && is_alone_on_line(found)) {
      put(found, "```");
    } else {
      if (!closes_or_continues(name)) {
        warn(at, "liquid-tag",
             "the Liquid tag " + quoted(found.inside.substr(0, found.inside.find('\n'))) +
                 " can't be run; it is left out, and the text up to its end stays. "
                 "Check that nothing is missing or repeated.");
      }
      replace(found.begin, found.end, "");
    }
    return found.end;
  }

  void refers(std::size_t at, std::string_view page) {
    warn(at, "cross-reference",
         "which address " + quoted(page) +
             " has, only the site knows; it is kept as it stands. Write the address.");
  }

  static bool closes_or_continues(std::string_view name) {
    return name.starts_with("end") || name == "else" || name == "elsif" || name == "when" ||
           name == "break" || name == "continue";
  }

  [[nodiscard]] bool is_alone_on_line(const Markup& found) const {
    const std::size_t line_end = std::min(text_.find('\n', found.end), text_.size());
    return (found.begin == 0 || text_[found.begin - 1] == '\n') &&
           base::trim(text_.substr(found.end, line_end - found.end)).empty();
  }

  /// The next `{% name %}` from `from` on; end == 0 if there is none.
  Markup find_tag(std::string_view name, std::size_t from) const {
    while ((from = text_.find("{%", from)) != npos) {
      const Markup found = markup(from, "{%", "%}");
      if (found.end != 0 && found.inside == name) return found;
      from += 2;
    }
    return {};
  }

  std::size_t raw(const Markup& open) {
    replace(open.begin, open.end, "");
    if (no_more_endraw_) return open.end;
    const Markup close = find_tag("endraw", open.end);
    if (close.end == 0) {
      no_more_endraw_ = true;
      warn(open.begin, "liquid-open", "\"{% raw %}\" has no \"{% endraw %}\"; the tag is left out.");
      return open.end;
    }
    replace(close.begin, close.end, "");
    return close.end;
  }

  std::size_t comment(const Markup& open) {
    const Markup close = no_more_endcomment_ ? Markup{} : find_tag("endcomment", open.end);
    replace(open.begin, close.end == 0 ? open.end : close.end, "");
    if (close.end != 0) return close.end;
    no_more_endcomment_ = true;
    warn(open.begin, "liquid-open",
         "\"{% comment %}\" has no \"{% endcomment %}\"; the tag is left out and the text after it stays. "
         "Close it.");
    return open.end;
  }

  std::size_t shortcode(std::size_t at) {
    const bool angle = text_[at + 2] == '<';
    const Markup found = markup(at, angle ? "{{<" : "{{%", angle ? ">}}" : "%}}");
    if (found.end == 0) return at + 2;  // text, and markup that is left over
    const std::string_view name = first_word(found.inside);
    std::string_view rest = rest_after(found.inside, name);
    if (found.inside.starts_with("/*") && found.inside.ends_with("*/")) {  // an escaped one, meant to be seen
      const std::string_view shown = base::trim(found.inside.substr(2, found.inside.size() - 4));
      put(found, (angle ? "{{< " : "{{% ") + std::string(shown) + (angle ? " >}}" : " %}}"));
    } else if (name == "ref" || name == "relref") {
      if (rest.size() >= 2 && (rest.front() == '"' || rest.front() == '`'))
        rest = rest.substr(1, rest.size() - 2);
      refers(at, rest);
      put(found, std::string(rest));
    } else if (const std::string* value = parameter(name, rest)) {
      put(found, *value);
    } else if ((name == "fa" || name == "iconify" || name == "bi") && rest.ends_with("at")) {
      put(found, "@");
    } else {
      if (!name.starts_with('/')) {
        warn(at, "shortcode",
             "the shortcode " + quoted(found.inside.substr(0, found.inside.find('\n'))) +
                 " belongs to the site and is left out. Write into the page what it shows there.");
      }
      replace(found.begin, found.end, "");
    }
    return found.end;
  }

  /// Hugo's `param` and Quarto's `meta` name a field of the page, `param` else one of the site.
  [[nodiscard]] const std::string* parameter(std::string_view shortcode, std::string_view key) const {
    if (shortcode != "param" && shortcode != "meta") return nullptr;
    if (key.size() >= 2 && key.front() == '"' && key.back() == '"') key = key.substr(1, key.size() - 2);
    const std::string in_params = "params." + std::string(key);
    for (const auto& [fields, name] : {std::pair<const Fields*, std::string_view>(&fields_, key),
                                       {&fields_, in_params},
                                       {shortcode == "param" ? &site_ : &fields_, in_params}}) {
      if (const auto found = fields->find(name); found != fields->end()) return &found->second;
    }
    return nullptr;
  }

  /// Values may be long and named often; the page must not outgrow what is allowed.
  void put(const Markup& found, std::string value) {
    inserted_ += value.size();
    if (text_.size() + inserted_ > base::k_max_posting_bytes) value.clear();
    replace(found.begin, found.end, value);
  }

  /// What stands in an HTML comment is going anyway, so nobody needs to hear about it.
  void warn(std::size_t at, std::string_view code, std::string message) {
    while (comment_edge_ < at) {
      in_comment_ = !in_comment_;
      comment_edge_ = text_.find(in_comment_ ? "-->" : "<!--", comment_edge_ + 2);
    }
    if (!in_comment_) warnings_.add(page_.origin(at), code, std::move(message));
  }

  const SourceText& page_;
  std::string_view text_;
  const Fields &fields_, &site_;
  Warnings& warnings_;
  bool in_code_;  ///< whether templates work inside code
  Rewrite out_;
  std::size_t done_ = 0;  ///< what lies before it is written
  std::size_t inserted_ = 0;
  std::size_t comment_edge_ = text_.find("<!--");  ///< where the next HTML comment begins, or this one ends
  bool in_comment_ = false;
  bool no_more_endraw_ = false;
  bool no_more_endcomment_ = false;
};

}  // namespace

SourceText fill_in_templates(SourceText page, const FrontMatter& front, const Fields& site,
                             Warnings& warnings) {
  if (page.text().find('{') == npos) return page;
  return Templates(page, front, site, warnings).run();
}

}  // namespace aushang::ingest
