#include "support.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "doc/parse.h"

namespace aushang::ingest::test {

Page take_in(std::string_view page) {
  auto result = ingest(page, "page.md");
  EXPECT_TRUE(result.ok());
  return result.ok() ? std::move(result).value() : Page{};
}

std::string markdown_of(std::string_view page) {
  std::string markdown = take_in(page).markdown;
  if (markdown.ends_with('\n')) markdown.pop_back();
  return markdown;
}

std::vector<std::string> warnings_of(std::string_view page) {
  std::vector<std::string> out;
  for (const base::Diagnostic& one : take_in(page).warnings) {
    EXPECT_EQ(one.severity, base::Severity::warning);
    EXPECT_EQ(one.file, "page.md");
    EXPECT_FALSE(one.message.empty());
    out.push_back(one.code + " " + std::to_string(one.at.line) + ":" + std::to_string(one.at.column));
  }
  return out;
}

std::string visible_text(std::string_view markdown) {
  const auto document = doc::parse(markdown, doc::Dialect::gfm);
  return document.ok() ? document->text : std::string();
}

std::vector<std::string> addresses(std::string_view markdown) {
  const auto document = doc::parse(markdown, doc::Dialect::gfm);
  std::vector<std::string> out;
  if (!document.ok()) return out;
  for (const doc::Inline& one : document->inlines) {
    if (one.kind == doc::InlineKind::link || one.kind == doc::InlineKind::image)
      out.emplace_back(document->target(one));
  }
  return out;
}

bool has_raw_html(std::string_view markdown) {
  const auto document = doc::parse(markdown, doc::Dialect::gfm);
  if (!document.ok()) return true;
  for (const doc::Block& block : document->blocks) {
    if (block.kind == doc::BlockKind::raw_html) return true;
  }
  for (const doc::Inline& one : document->inlines) {
    if (one.kind == doc::InlineKind::raw_html) return true;
  }
  return false;
}

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

std::string shared_file(std::string_view name) {
  std::ifstream file(std::string(AUSHANG_SHARED_DIR) + "/" + std::string(name), std::ios::binary);
  std::stringstream content;
  if (file) content << file.rdbuf();
  return content.str();
}

}  // namespace aushang::ingest::test
