#include "ingest/generator.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/language.h"
#include "base/text.h"
#include "ingest/front_matter/front_matter.h"
#include "ingest/front_matter/meta.h"

namespace aushang::ingest {
namespace {

/// "de" of "de_DE.UTF-8"; nothing where it is no language.
std::string language_of(const Fields& fields) {
  const std::string_view said =
      first_of(fields, {"lang", "language", "locale", "languagecode", "defaultcontentlanguage",
                        "theme.language", "theme.locale", "default_lang"});
  std::string tag(base::trim(said.substr(0, said.find('.'))));
  std::replace(tag.begin(), tag.end(), '_', '-');
  return base::is_language(tag) ? tag : std::string();
}

bool breaks_lines(const Fields& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const auto& field) {
    const auto& [key, value] = field;
    const std::string_view switched = base::trim(value);
    if (key == "kramdown.hard_wrap" || base::to_ascii_lower(key) == "markup.goldmark.renderer.hardwraps")
      return switched == "true";
    if (key.starts_with("markdown_extensions.")) return switched == "nl2br" || key.ends_with(".nl2br");
    if (key.starts_with("commonmark.options.")) return switched == "HARDBREAKS";
    return key.ends_with("from") && value.find("+hard_line_breaks") != std::string::npos;
  });
}

}  // namespace

Generator read_generator(std::string_view file_name, const std::string& text) {
  FrontMatterKind kind = FrontMatterKind::yaml;
  if (file_name.ends_with(".toml")) kind = FrontMatterKind::toml;
  if (file_name.ends_with(".py")) kind = FrontMatterKind::header;
  Generator out;
  out.fields = read_fields_of(text, kind);
  out.name = base::single_line(
      first_of(out.fields, {"title", "site_name", "website.title", "book.title", "sitename", "project"}));
  for (const std::string_view key :
       {"url", "baseurl", "site_url", "website.site-url", "book.site-url", "html_baseurl", "siteurl"}) {
    if (const std::string_view said = first_of(out.fields, {key});
        out.address.empty() && said.starts_with("http"))
      out.address = said;
  }
  out.language = language_of(out.fields);
  out.breaks_lines = breaks_lines(out.fields);
  return out;
}

}  // namespace aushang::ingest
