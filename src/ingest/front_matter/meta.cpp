#include "ingest/front_matter/meta.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "doc/parse.h"
#include "ingest/html/html_dom.h"
#include "ingest/html/html_source.h"

namespace aushang::ingest {
namespace {

/// YAML 1.1 spells truth in many ways, and generators accept all of them.
bool is_one_of(std::string_view value, std::initializer_list<std::string_view> words) {
  const std::string lower = base::to_ascii_lower(base::trim(value));
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// Descriptions may be written in Markdown; what a reader would see of them is what counts.
std::string plain_text(std::string_view markdown) {
  const auto document = doc::parse(markdown);
  return base::single_line(document.ok() ? std::string_view(document->text) : markdown);
}

/// A title's own signs stay, for generators show them; its HTML isn't text anywhere.
std::string without_html(std::string_view title) {
  if (title.find('<') == std::string_view::npos && title.find('&') == std::string_view::npos)
    return base::single_line(title);
  HtmlSource html;
  html.html(base::single_line(title), 0);  // no control character comes out as U+FFFD
  const HtmlTree tree(html);
  return base::single_line(tree.text_content(tree.body()));
}

}  // namespace

std::string_view first_of(const Fields& fields, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const auto it = fields.find(name); it != fields.end() && !base::trim(it->second).empty())
      return it->second;
  }
  for (const std::string_view name : names) {
    for (const auto& [key, value] : fields) {
      if (base::to_ascii_lower(key) == name && !base::trim(value).empty()) return value;
    }
  }
  return {};
}

Meta make_meta(Fields fields) {
  Meta meta;
  meta.title = without_html(first_of(fields, {"title"}));
  meta.language = base::single_line(first_of(fields, {"lang", "language", "locale"}));
  std::replace(meta.language.begin(), meta.language.end(), '_', '-');  // "en_GB" is POSIX, not BCP 47
  meta.description = plain_text(first_of(fields, {"description", "excerpt", "summary", "subtitle"}));
  if (is_one_of(first_of(fields, {"draft"}), {"true", "yes", "on", "y"})) meta.unpublished_by = "draft";
  if (is_one_of(first_of(fields, {"published"}), {"false", "no", "off", "n"}))
    meta.unpublished_by = "published";
  if (is_one_of(first_of(fields, {"status"}), {"draft", "hidden"})) meta.unpublished_by = "status";
  meta.published = meta.unpublished_by.empty();
  meta.fields = std::move(fields);
  return meta;
}

}  // namespace aushang::ingest
