#include "doc/parse.h"

#include <md4c.h>

#include <limits>
#include <string>

#include "base/limits.h"
#include "base/utf8.h"
#include "doc/builder.h"

namespace aushang::doc {
namespace {

Builder& builder(void* userdata) { return *static_cast<Builder*>(userdata); }

unsigned flags_of(Dialect dialect) {
  if (dialect == Dialect::commonmark) return MD_DIALECT_COMMONMARK;
  return MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
}

bool needs_cleaning(std::string_view markdown) {
  return markdown.starts_with("\xEF\xBB\xBF") || markdown.find('\0') != std::string_view::npos ||
         !base::is_valid_utf8(markdown);
}

}  // namespace

base::Result<Document> parse(std::string_view markdown, Dialect dialect) {
  if (markdown.size() > base::k_max_posting_bytes) {
    return base::Diagnostic{base::Severity::error,
                            "",
                            {},
                            "posting-too-large",
                            "",
                            "the page is larger than " + std::to_string(base::k_max_posting_bytes >> 20) +
                                " MiB. A posting is a few kilobytes: is this the right file?"};
  }
  std::string clean;
  if (needs_cleaning(markdown)) {
    clean = base::sanitize_utf8(markdown);
    markdown = clean;
  }

  Builder out(markdown,
              {.filter_urls = dialect == Dialect::posting,
               .for_page = dialect == Dialect::posting,
               .max_nesting = dialect == Dialect::commonmark ? std::numeric_limits<std::size_t>::max()
                                                             : base::k_max_nesting});
  MD_PARSER parser{};
  parser.flags = flags_of(dialect);
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* to) {
    builder(to).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* to) {
    builder(to).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* to) {
    builder(to).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* to) {
    builder(to).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* to) {
    builder(to).text(type, {text, size});
    return 0;
  };
  if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &out) != 0) {
    return base::Diagnostic{base::Severity::error, "", {},
                            "out-of-memory",       "", "the page is too large for this machine's memory."};
  }
  return out.finish();
}

}  // namespace aushang::doc
