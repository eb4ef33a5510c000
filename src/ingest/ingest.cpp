#include "ingest/ingest.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "doc/parse.h"
#include "ingest/comments.h"
#include "ingest/front_matter.h"
#include "ingest/html_blocks.h"
#include "ingest/inline_html.h"
#include "ingest/kramdown.h"
#include "ingest/liquid.h"
#include "ingest/meta.h"
#include "ingest/outline.h"
#include "ingest/source_text.h"

namespace aushang::ingest {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

base::Diagnostic too_large(std::string_view file) {
  return {base::Severity::error,
          std::string(file),
          {},
          "posting-too-large",
          "",
          "the page is larger than " + std::to_string(base::k_max_posting_bytes >> 20) +
              " MiB. A posting is a few kilobytes: is this the right file?"};
}

/// Line breaks are "\n", and every byte is valid UTF-8 that a reader could see.
std::string clean(std::string_view page) {
  const std::string text = base::with_line_breaks(base::sanitize_utf8(page), "\n");
  // Editors and copies leave the mark in the middle too, where it is as invisible as at the start.
  std::string out;
  out.reserve(text.size());
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t mark = std::min(text.find(k_byte_order_mark, from), text.size());
    out.append(text, from, mark - from);
    from = mark + k_byte_order_mark.size();
  }
  return out;
}

/// Looks at the page as the parser sees it and mends what it finds, until nothing is left to mend: what HTML
/// becomes may bring to light, or cover, what stands behind it.
class Rounds {
 public:
  Rounds(SourceText& page, Warnings& warnings) : page_(page), warnings_(warnings) {}

  void run() {
    // Real pages need two or three rounds. Each costs a parse, so together they may only cost so much.
    constexpr std::size_t k_most_work = 64u << 20;
    const std::size_t rounds = std::clamp<std::size_t>(k_most_work / (page_.text().size() + 1), 6, 60);
    for (std::size_t i = 0; i < rounds; ++i) {
      if (!round()) return;
    }
    escape_all_html();
    round();
  }

 private:
  /// Comments and attributes first: HTML is easier to read without them. Whether anything was found.
  bool round() {
    const auto document = doc::parse(page_.text(), doc::Dialect::gfm);
    if (!document.ok()) return false;
    const Outline outline(*document, page_.text());
    Edits edits;
    remove_comments(outline, page_, edits, warnings_);
    remove_kramdown(outline, page_, edits, warnings_);
    if (edits.empty()) {
      convert_html_blocks(outline, page_, edits, warnings_);
      convert_inline_html(outline, page_, edits, warnings_);
    }
    if (edits.empty()) return false;
    page_.apply(std::move(edits));
    return true;
  }

  /// For pages built to never come to an end: what might be a tag is shown instead.
  void escape_all_html() {
    const std::string& text = page_.text();
    Edits edits;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
      const char next = at + 1 < text.size() ? text[at + 1] : ' ';
      if (base::is_ascii_alpha(next) || next == '/' || next == '!' || next == '?')
        edits.replace(at, at + 1, "&lt;");
    }
    if (edits.empty()) return;
    warnings_.add(page_.origin(text.find('<')), "html-tangled",
                  "the HTML in this page is too tangled to be read; what is left of it is shown as text. "
                  "Write the page in Markdown.");
    page_.apply(std::move(edits));
  }

  SourceText& page_;
  Warnings& warnings_;
};

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

}  // namespace

base::Result<Page> ingest(std::string_view page, std::string_view file) {
  if (page.size() > base::k_max_posting_bytes) return too_large(file);
  const std::string cleaned = clean(page);
  Warnings warnings;
  FrontMatter front = read_front_matter(cleaned, warnings);

  std::size_t body = front.body;
  while (std::string_view(cleaned).substr(body).starts_with(k_byte_order_mark))
    body += k_byte_order_mark.size();
  SourceText text(cleaned.substr(body), body);
  if (front.kind != FrontMatterKind::none) fill_in_templates(text, front.fields, warnings);
  Rounds(text, warnings).run();

  Page out;
  out.markdown = guard_beginning(std::move(text).take());
  if (out.markdown.size() > base::k_max_posting_bytes) return too_large(file);
  out.meta = make_meta(std::move(front.fields));
  if (!out.meta.published) {
    warnings.add(place_of_key(std::string_view(cleaned).substr(0, front.body), out.meta.unpublished_by),
                 "not-published",
                 "the page says that it isn't published. `aushang build` publishes it anyway: leave the "
                 "folder out until people should see it, or remove that line.");
  }
  out.warnings = std::move(warnings).resolve(cleaned, file);
  return out;
}

}  // namespace aushang::ingest
