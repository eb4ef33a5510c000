#include "support.h"

#include <gtest/gtest.h>
#include <md4c.h>

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

std::size_t named_references(std::string_view markdown) {
  struct Counter {
    std::size_t found = 0;
    void see(std::string_view reference) { found += !reference.starts_with("&#"); }
    void see_all(const MD_ATTRIBUTE& attribute) {
      for (int i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
          see({attribute.text + attribute.substr_offsets[i], 2});
      }
    }
  } counter;
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* to) {
    if (type == MD_BLOCK_CODE)
      static_cast<Counter*>(to)->see_all(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* to) {
    auto& to_count = *static_cast<Counter*>(to);
    if (type == MD_SPAN_A) {
      to_count.see_all(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
      to_count.see_all(static_cast<MD_SPAN_A_DETAIL*>(detail)->title);
    } else if (type == MD_SPAN_IMG) {
      to_count.see_all(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
      to_count.see_all(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->title);
    }
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* to) {
    if (type == MD_TEXT_ENTITY) static_cast<Counter*>(to)->see({text, size});
    return 0;
  };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &counter);
  return counter.found;
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
