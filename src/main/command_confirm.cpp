#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "author/lexicon.h"
#include "author/load.h"
#include "author/points.h"
#include "author/step.h"
#include "base/json.h"
#include "base/json_slip.h"
#include "base/limits.h"
#include "main/command.h"
#include "main/files.h"
#include "main/generators.h"
#include "main/posting_folder.h"
#include "pack/hash.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t k_line_width = 120;

/// `before`: the text that a step was done on. Whoever wants to take the step back knows by the hashes what
/// was read and what was written, whatever others have written meanwhile.
void print_points(const std::string& text, const base::Json& check, const author::Confirming& posting,
                  const std::string* before = nullptr) {
  base::JsonObject out = {{"file", posting.check_file, {}}, {"page", posting.page().file, {}}};
  out.push_back({"sha256", pack::sha256_hex(text), {}});
  if (before != nullptr) out.push_back({"sha256_before", pack::sha256_hex(*before), {}});
  base::JsonObject points =
      author::to_json(author::find_points(check, posting, author::findings(text, posting)));
  out.insert(out.end(), points.begin(), points.end());
  std::printf("%s\n", base::write_json(std::move(out), 2, k_line_width).c_str());
}

int failed(const base::Diagnostics& errors) {
  report(errors);
  return k_failed;
}

/// Why a step can't be done: sentences alone, for they aren't about a place in a file.
int refused(const base::Diagnostics& errors) {
  for (const base::Diagnostic& one : errors) std::fprintf(stderr, "%s\n", one.message.c_str());
  return k_failed;
}

}  // namespace

int run_confirm(const Arguments& arguments) {
  if (arguments.rest.size() != 1) return usage("confirm", "name the folder of a posting.");
  const std::optional<base::Date> today = today_of(arguments);
  if (!today) return usage("confirm", k_what_today_is);

  std::optional<author::Step> step;
  if (const std::optional<std::string> said = arguments.value("--do")) {
    const base::Result<std::string> json = *said == "-" ? read_file("-", base::k_max_json_bytes) : *said;
    if (!json) return failed(json.errors());
    base::Result<author::Step> read = author::read_step(*json);
    if (!read) return refused(read.errors());
    step = std::move(read).value();
  }

  const fs::path folder = arguments.rest[0], file = folder / "check.json";
  Generators generators(arguments, Generators::Telling::off);
  const ingest::Generator& generator = generators.near(folder / "posting.md");
  const base::Result<PostingTexts> texts = load_posting_texts(folder, generator);
  if (!texts || !texts->errors.empty()) return failed(texts ? texts->errors : texts.errors());
  const base::Result<std::string> text = read_file(file, base::k_max_json_bytes);
  if (!text) return failed(text.errors());
  const base::Result<base::Json> check = base::read_json(*text, file.string());
  if (!check) return failed(check.errors());
  if (check->object() == nullptr) return failed(author::load_rules(*text, file.string()).errors());

  const std::vector<author::Translation> translations = translations_of(texts->texts);
  const author::Extract found = extract_from(texts->texts.front(), today);
  const author::Lexicon words = author::read_lexicon(author::k_words);
  const author::Confirming posting = {translations, found, words, file.string(), today};
  if (!step) {
    print_points(*text, *check, posting);
    return k_done;
  }
  const base::Result<std::string> changed = author::do_step(*text, *check, *step, posting);
  if (!changed) return refused(changed.errors());
  if (*changed != *text) {
    const base::Result<std::size_t> written = replace_unchanged(file, *text, *changed);
    if (!written) return failed(written.errors());
  }
  const base::Result<base::Json> now = base::read_json(*changed, file.string());
  print_points(*changed, *now, posting, &*text);
  return k_done;
}

}  // namespace aushang::cli
