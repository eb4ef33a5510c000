#include "ingest/front_matter/sections.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>

#include "base/text.h"

namespace aushang::ingest {
namespace {

/// The first of these fields of a section; empty where it has none.
std::string_view field(const Fields& fields, const std::string& section,
                       std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = fields.find(section + std::string(name));
    if (found != fields.end() && !base::trim(found->second).empty()) return found->second;
  }
  return {};
}

}  // namespace

SourceText body_with_sections(std::string_view page, const FrontMatter& front) {
  SourceText body(std::string(page.substr(front.body)), front.body);
  const SourceText source(std::string(page.substr(0, front.body)), 0);
  std::size_t at = 0;
  const auto add = [&](std::string_view text) {
    for (const std::string_view line : base::split_lines(text)) {
      const std::size_t found = source.text().find(line, at);
      if (!line.empty() && found != std::string::npos) {
        body.copy(source, found, found + line.size());
        at = found + line.size();
      } else {  // written with escapes, or folded
        body.insert(line, at);
      }
      body.insert("\n", at);
    }
  };
  for (std::size_t i = 0; i < k_max_fields; ++i) {
    const std::string section = "sections." + std::to_string(i);
    const auto begin = front.fields.lower_bound(section + ".");
    if (begin == front.fields.end() || !begin->first.starts_with(section + ".")) {
      if (!front.fields.contains(section)) break;
      continue;
    }
    const std::string_view text =
        field(front.fields, section, {".content.text", ".text", ".content", ".body"});
    if (text.empty()) continue;
    body.insert("\n\n", at);
    if (const std::string title =
            base::single_line(field(front.fields, section, {".content.title", ".title"}));
        !title.empty()) {
      body.insert("## ", at);
      add(title);
      body.insert("\n", at);
    }
    add(text);
  }
  return body;
}

}  // namespace aushang::ingest
