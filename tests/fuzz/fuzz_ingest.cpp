// Any UTF-8 makes a page: valid UTF-8, no raw HTML outside code, and canonical, so that taking it in again
// changes nothing. Anything may be a site's configuration.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/utf8.h"
#include "check.h"
#include "doc/parse.h"
#include "ingest/generator.h"
#include "ingest/ingest.h"

namespace {

bool has_raw_html(const aushang::doc::Document& document) {
  for (const auto& block : document.blocks) {
    if (block.kind == aushang::doc::BlockKind::raw_html) return true;
  }
  for (const auto& one : document.inlines) {
    if (one.kind == aushang::doc::InlineKind::raw_html) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aushang;
  if (size > (1u << 16)) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  for (const char* file : {"_config.yml", "hugo.toml", "conf.py"}) {
    const ingest::Generator generator = ingest::read_generator(file, std::string(input));
    FUZZ_CHECK(generator.language.empty() || base::is_language(generator.language));
  }
  const auto page = ingest::ingest(input, "fuzz.md");
  if (!page.ok()) {
    const bool utf16 = input.starts_with("\xFF\xFE") || input.starts_with("\xFE\xFF");
    FUZZ_CHECK(utf16 || !base::is_valid_utf8(input));
    return 0;
  }
  FUZZ_CHECK(base::is_valid_utf8(page->markdown));
  FUZZ_CHECK(base::is_valid_utf8(page->meta.title));
  const auto document = doc::parse(page->markdown, doc::Dialect::gfm);
  FUZZ_CHECK(document.ok());
  FUZZ_CHECK(!has_raw_html(*document));
  const auto again = ingest::ingest(page->markdown, "fuzz.md");
  FUZZ_CHECK(again.ok() && again->markdown == page->markdown);
  return 0;
}
