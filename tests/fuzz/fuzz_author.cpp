// Any bytes as a page: what `extract` finds stands on it, and what `init` drafts passes `check`.
#include <cstdint>
#include <string>
#include <string_view>

#include "author/draft.h"
#include "author/extract.h"
#include "author/lexicon.h"
#include "author/load.h"
#include "check.h"
#include "doc/find.h"
#include "doc/parse.h"
#include "ingest/ingest.h"

using namespace aushang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const author::Lexicon words = author::read_lexicon(author::k_words);
  const std::string page(reinterpret_cast<const char*>(data), size);
  const base::Result<ingest::Page> plain = ingest::ingest(page, "page.md");
  const base::Result<ingest::Page> spelled = ingest::ingest(author::spell_out_icons(page), "page.md");
  if (!plain || !spelled) return 0;
  const base::Result<doc::Document> document = doc::parse(plain->markdown);
  const base::Result<doc::Document> read = doc::parse(spelled->markdown);
  if (!document || !read) return 0;
  const author::Extract found = author::extract(page, *spelled, *read, words, base::Date{2026, 11, 27});
  for (const author::FoundCriterion& one : found.criteria)
    FUZZ_CHECK(doc::find_phrase(*read, one.quote, 2).size() == 1);
  for (const author::FoundAddress& one : found.addresses) FUZZ_CHECK(one.at.line > 0);
  const author::Draft draft = author::draft(found, *document, words, {});
  const base::Result<author::Loaded> loaded =
      author::load(base::write_json(draft.check, 2), "check.json", {{"en", &*document}});
  FUZZ_CHECK(loaded.ok());
  return 0;
}
