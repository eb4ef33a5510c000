#include "ingest/ingest.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "ingest/front_matter/front_matter.h"
#include "ingest/front_matter/meta.h"
#include "ingest/front_matter/sections.h"
#include "ingest/html/html_dom.h"
#include "ingest/markdown/blocks.h"
#include "ingest/markdown/comments.h"
#include "ingest/markdown/footnotes.h"
#include "ingest/markdown/spans.h"
#include "ingest/markdown/to_html.h"
#include "ingest/templates/liquid.h"
#include "ingest/text/decode.h"
#include "ingest/text/places.h"
#include "ingest/text/source_text.h"
#include "ingest/text/warnings.h"
#include "ingest/write/blocks.h"

namespace aushang::ingest {
namespace {

base::Diagnostic too_large(std::string_view file) {
  return {base::Severity::error,
          std::string(file),
          {},
          "posting-too-large",
          "",
          "the page is larger than " + std::to_string(base::k_max_posting_bytes >> 20) +
              " MiB. A posting is a few kilobytes: is this the right file?"};
}

/// Where a line of the front matter begins with the key; its beginning where none does.
std::size_t place_of_key(std::string_view front, std::string_view key) {
  for (std::size_t line = 0; line < front.size();) {
    const std::size_t end = std::min(front.find('\n', line), front.size());
    const std::size_t begin = std::min(front.find_first_not_of(" \t\"'{", line), end);
    if (base::to_ascii_lower(front.substr(begin, end - begin)).starts_with(key)) return begin;
    line = end + 1;
  }
  return 0;
}

/// The body as CommonMark with HTML: what other dialects have besides is written so.
SourceText as_commonmark(SourceText body, Warnings& warnings) {
  const SourceText bare = without_comments(std::move(body), warnings);
  const Footnotes footnotes = find_footnotes(bare.text());
  return plain_spans(plain_blocks(bare, footnotes, warnings), footnotes);
}

}  // namespace

base::Result<Page> ingest(std::string_view bytes, std::string_view file, const Generator& generator) {
  if (bytes.size() > base::k_max_posting_bytes) return too_large(file);
  const base::Result<std::string> page = decode_page(bytes, file);
  if (!page) return page.errors();

  Warnings warnings;
  FrontMatter front = read_front_matter(*page, warnings);
  SourceText body = fill_in_templates(body_with_sections(*page, front), front, generator.fields, warnings);
  const HtmlSource html = to_html(as_commonmark(std::move(body), warnings), generator.breaks_lines);
  const HtmlTree tree(html);

  Page out;
  Written written = write_markdown(tree, *page, warnings);
  out.markdown = guard_beginning(std::move(written.markdown));
  if (out.markdown.size() > base::k_max_posting_bytes) return too_large(file);
  out.meta = make_meta(std::move(front.fields));
  if (out.meta.language.empty()) out.meta.language = generator.language;
  if (!out.meta.published) {
    warnings.add(place_of_key(std::string_view(*page).substr(0, front.body), out.meta.unpublished_by),
                 "not-published",
                 "the page says that it isn't published. `aushang build` publishes it anyway: leave the "
                 "folder out until people should see it, or remove that line.");
  }
  Places places(*page);
  for (Reference& one : written.references)
    out.files.push_back({std::move(one.address), one.is_image, places.at(one.origin)});
  out.warnings = std::move(warnings).resolve(*page, file);
  return out;
}

}  // namespace aushang::ingest
