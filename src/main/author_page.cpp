#include "main/author_page.h"

#include <utility>

#include "author/lexicon.h"
#include "base/limits.h"
#include "base/normal_form.h"
#include "doc/parse.h"
#include "main/files.h"

namespace aushang::cli {

base::Result<AuthorPage> load_author_page(const std::filesystem::path& file,
                                          const ingest::Generator& generator,
                                          std::optional<base::Date> today) {
  base::Result<std::string> text = read_file(file, base::k_max_posting_bytes);
  if (!text) return text.errors();
  base::Result<ingest::Page> page = ingest::ingest(author::spell_out_icons(*text), file.string(), generator);
  if (!page) return page.errors();
  base::Result<doc::Document> document = doc::parse(page->markdown);
  if (!document) return document.errors();
  AuthorPage out{std::move(*text), std::move(*page), std::move(*document), {}};
  out.found = author::extract(base::compose(out.text), out.page, out.document,
                              author::read_lexicon(author::k_words), today);
  return out;
}

}  // namespace aushang::cli
