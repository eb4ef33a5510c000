#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/limits.h"
#include "doc/parse.h"
#include "doc/plain_text.h"
#include "html/fragment.h"
#include "main/command.h"
#include "main/files.h"
#include "main/generators.h"
#include "main/posting_folder.h"

namespace aushang::cli {
namespace {

std::string_view name_of(doc::BlockKind kind) {
  switch (kind) {
    case doc::BlockKind::quote:
      return "quote";
    case doc::BlockKind::bullet_list:
      return "bullet_list";
    case doc::BlockKind::ordered_list:
      return "ordered_list";
    case doc::BlockKind::item:
      return "item";
    case doc::BlockKind::table:
      return "table";
    case doc::BlockKind::table_head:
      return "table_head";
    case doc::BlockKind::table_body:
      return "table_body";
    case doc::BlockKind::row:
      return "row";
    case doc::BlockKind::paragraph:
      return "paragraph";
    case doc::BlockKind::heading:
      return "heading";
    case doc::BlockKind::code:
      return "code";
    case doc::BlockKind::raw_html:
      return "raw_html";
    case doc::BlockKind::rule:
      return "rule";
    case doc::BlockKind::header_cell:
      return "header_cell";
    case doc::BlockKind::cell:
      return "cell";
  }
  return "";
}

std::string_view name_of(doc::InlineKind kind) {
  switch (kind) {
    case doc::InlineKind::text:
      return "text";
    case doc::InlineKind::code:
      return "code";
    case doc::InlineKind::soft_break:
      return "soft_break";
    case doc::InlineKind::hard_break:
      return "hard_break";
    case doc::InlineKind::raw_html:
      return "raw_html";
    case doc::InlineKind::emphasis:
      return "emphasis";
    case doc::InlineKind::strong:
      return "strong";
    case doc::InlineKind::strikethrough:
      return "strikethrough";
    case doc::InlineKind::link:
      return "link";
    case doc::InlineKind::image:
      return "image";
    case doc::InlineKind::mark:
      return "mark";
  }
  return "";
}

base::Json to_json(doc::Range range) {
  return base::JsonArray{static_cast<double>(range.begin), static_cast<double>(range.end)};
}

/// Ranges are [begin, end) in bytes: "text" into the document's text, "source" into the canonical Markdown.
base::Json to_json(const doc::Document& document) {
  base::JsonArray blocks, inlines;
  for (const doc::Block& block : document.blocks) {
    base::JsonObject one = {{"kind", name_of(block.kind), {}},
                            {"end", static_cast<double>(block.end), {}},
                            {"text", to_json(block.text), {}},
                            {"source", to_json(block.source), {}}};
    if (!doc::is_container(block.kind)) one.push_back({"inlines", to_json(block.inlines), {}});
    if (block.kind == doc::BlockKind::heading) {
      one.push_back({"level", static_cast<double>(block.level), {}});
      one.push_back({"id", document.id(block), {}});
    }
    if (const auto info = document.info(block); !info.empty()) one.push_back({"info", info, {}});
    blocks.push_back(std::move(one));
  }
  for (const doc::Inline& span : document.inlines) {
    base::JsonObject one = {{"kind", name_of(span.kind), {}},
                            {"end", static_cast<double>(span.end), {}},
                            {"text", to_json(span.text), {}},
                            {"source", to_json(span.source), {}}};
    const std::string_view target = document.target(span), title = document.title(span);
    if (!target.empty() && span.kind != doc::InlineKind::raw_html) one.push_back({"target", target, {}});
    if (!title.empty()) one.push_back({"title", title, {}});
    inlines.push_back(std::move(one));
  }
  return base::JsonObject{
      {"text", document.text, {}}, {"blocks", std::move(blocks), {}}, {"inlines", std::move(inlines), {}}};
}

base::Result<doc::Document> load_verbatim(const std::string& file, doc::Dialect dialect) {
  base::Result<std::string> text = read_file(file, base::k_max_posting_bytes);
  if (!text) return text.errors();
  return doc::parse(*text, dialect);
}

base::Result<doc::Document> load_posting(const std::string& file, const Arguments& arguments) {
  base::Result<PostingText> text = load_posting_text(file, Generators(arguments).near(file));
  if (!text) return text.errors();
  report(text->page.warnings);
  return std::move(text->document);
}

}  // namespace

int run_render(const Arguments& arguments) {
  const std::string to = arguments.value("--to").value_or("html");
  if (arguments.rest.size() != 1) return usage("render", "name one file, or - for standard input.");
  if (to != "html" && to != "text" && to != "json") return usage("render", "--to is html, text or json.");
  if (arguments.has("--commonmark") && arguments.has("--gfm"))
    return usage("render", "choose --commonmark or --gfm.");

  const bool verbatim = arguments.has("--commonmark") || arguments.has("--gfm");
  const base::Result<doc::Document> document =
      verbatim ? load_verbatim(arguments.rest[0],
                               arguments.has("--gfm") ? doc::Dialect::gfm : doc::Dialect::commonmark)
               : load_posting(arguments.rest[0], arguments);
  if (!document) {
    report(document.errors());
    return k_failed;
  }
  std::string out;
  if (to == "html") {
    html::FragmentOptions options;
    options.verbatim = verbatim;
    out = html::write_fragment(*document, options);
  } else if (to == "text") {
    out = doc::to_plain_text(*document);
  } else {
    out = base::write_json(to_json(*document), 1) + "\n";
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return k_done;
}

}  // namespace aushang::cli
