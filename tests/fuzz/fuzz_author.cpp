// Any bytes as a page: what `extract` finds stands on it, what `init` drafts passes `check`, and so does what
// steps of `confirm` make of it, each of which the page's own bytes choose.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/draft.h"
#include "author/extract.h"
#include "author/lexicon.h"
#include "author/load.h"
#include "author/points.h"
#include "author/step.h"
#include "base/diagnostic.h"
#include "base/json.h"
#include "check.h"
#include "doc/find.h"
#include "doc/parse.h"
#include "ingest/ingest.h"

using namespace aushang;

namespace {

/// Which of so many the next byte of the page chooses.
class Chooser {
 public:
  explicit Chooser(std::string_view bytes) : bytes_(bytes) {}
  std::size_t below(std::size_t count) {
    if (bytes_.empty()) return 0;
    return static_cast<unsigned char>(bytes_[at_++ * 7 % bytes_.size()]) % count;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

void take_steps(std::string text, const author::Confirming& posting, Chooser choose) {
  for (int i = 0; i < 3; ++i) {
    const base::Result<base::Json> check = base::parse_json(text, posting.check_file);
    FUZZ_CHECK(check.ok());
    const author::Points points = author::find_points(*check, posting, author::findings(text, posting));
    author::Step step;
    if (!points.missing.empty() && choose.below(3) == 0) {
      const base::Result<author::Step> read =
          author::read_step(base::write_json(points.missing[choose.below(points.missing.size())]));
      FUZZ_CHECK(read.ok());
      step = *read;
    } else if (!points.points.empty()) {
      step.points = {points.points[choose.below(points.points.size())].id};
      step.action = choose.below(2) == 0 ? author::Step::Action::keep : author::Step::Action::drop;
    }
    const base::Result<std::string> done = author::do_step(text, *check, step, posting);
    if (!done) continue;
    FUZZ_CHECK(!base::has_errors(author::findings(*done, posting)));
    text = *done;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const author::Lexicon words = author::read_lexicon(author::k_words);
  const std::string page(reinterpret_cast<const char*>(data), size);
  const base::Result<ingest::Page> ingested = ingest::ingest(page, "page.md");
  if (!ingested) return 0;
  const base::Result<doc::Document> document = doc::parse(ingested->markdown);
  if (!document) return 0;
  const author::Extract found = author::extract(page, *ingested, *document, words, base::Date{2026, 11, 27});
  for (const author::FoundCriterion& one : found.criteria)
    FUZZ_CHECK(doc::find_phrase(*document, one.quote, 2).size() == 1);
  for (const author::FoundAddress& one : found.addresses) FUZZ_CHECK(one.at.line > 0);
  const author::Draft draft = author::draft(found, *document, words, {});
  const std::string json = base::write_json(draft.check, 2);
  const std::vector<author::Translation> translations = {{"en", &*document}};
  const base::Result<author::Loaded> loaded = author::load(json, "check.json", translations);
  FUZZ_CHECK(loaded.ok());
  take_steps(json, {translations, found, words, "check.json"}, Chooser(page));
  return 0;
}
