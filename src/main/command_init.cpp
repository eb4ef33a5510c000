#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "author/draft.h"
#include "author/lexicon.h"
#include "author/load.h"
#include "base/json.h"
#include "base/json_slip.h"
#include "base/language.h"
#include "base/limits.h"
#include "base/text.h"
#include "main/command.h"
#include "main/files.h"
#include "main/generators.h"
#include "main/posting_folder.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

/// A clause or an option in one line: what an author reads and changes.
constexpr std::size_t k_line_width = 120;

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : " · ") + one;
  return out;
}

/// A new file; false, with a message, where there is one already or none can be made.
bool write_new(const fs::path& file, std::string_view text) {
  std::error_code error;
  if (!fs::exists(file, error)) {
    std::ofstream out(file, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (out.flush()) return true;
  }
  std::fprintf(stderr, "%s: can't be written.\n", file.string().c_str());
  return false;
}

/// Whether the drafted file is one that `check` takes, so that nothing else is ever written.
base::Result<author::Loaded> checked(const std::string& json, const fs::path& file,
                                     const PostingText& posting) {
  return author::load(json, file.string(), {{posting.language, &posting.document}});
}

std::size_t first_line_that_differs(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> lines_a = base::split_lines(a), lines_b = base::split_lines(b);
  std::size_t line = 0;
  while (line < lines_a.size() && line < lines_b.size() && lines_a[line] == lines_b[line]) ++line;
  return line + 1;
}

/// What of `apply` isn't the same in two files.
void add_differences(const base::Json* now, const base::Json* then, std::vector<std::string>& out) {
  const auto said = [](const base::Json* apply, std::string_view key) {
    const base::Json* value = apply != nullptr ? apply->find(key) : nullptr;
    return value != nullptr ? base::write_json(*value) : "nothing";
  };
  for (const char* key : {"to", "cc", "subject", "inquiry", "deadline", "portal", "closed"}) {
    const std::string page = said(now, key), file = said(then, key);
    if (page != file)
      out.push_back("apply." + std::string(key) + ": the page gives " + page + ", check.json has " + file);
  }
}

std::vector<std::string> kinds(const base::Json& check) {
  std::vector<std::string> all;
  const base::Json* materials = check.find("materials");
  if (materials == nullptr || materials->array() == nullptr) return all;
  for (const base::Json& one : *materials->array()) {
    const base::Json *kind = one.find("kind"), *stage = one.find("stage");
    if (kind != nullptr && kind->string() != nullptr && stage != nullptr && stage->string() != nullptr)
      all.push_back(*kind->string() + " (" + *stage->string() + ")");
  }
  return all;
}

/// What a check.json that is there says differently from the page as it is now. Nothing is written.
int compare(const fs::path& page, const fs::path& folder, std::string_view now, const author::Draft& draft) {
  const fs::path check = folder / "check.json", posting = folder / "posting.md";
  std::printf("%s is there already, so nothing was written.\n", check.string().c_str());
  if (const base::Result<std::string> there = read_file(posting, base::k_max_posting_bytes);
      there && *there != now) {
    std::printf("%s isn't %s any more: they differ from line %zu on.\n", posting.string().c_str(),
                page.string().c_str(), first_line_that_differs(*there, now));
  }
  const base::Result<std::string> text = read_file(check, base::k_max_json_bytes);
  if (!text) {
    report(text.errors());
    return k_failed;
  }
  const base::Result<base::Json> then = base::read_json(*text, check.string());
  if (!then) {
    report(then.errors());
    return k_failed;
  }
  std::vector<std::string> all;
  add_differences(draft.check.find("apply"), then->find("apply"), all);
  const std::vector<std::string> materials_now = kinds(draft.check), materials_then = kinds(*then);
  if (materials_now != materials_then)
    all.push_back("materials: the page gives " + joined(materials_now) + ", check.json has " +
                  joined(materials_then));
  for (const std::string& one : all) std::printf("  %s\n", one.c_str());
  if (all.empty()) std::printf("It says what the page says.\n");
  return k_done;
}

/// What has to be written into the file so that it says its language.
std::string how_to_say(const std::string& language, std::string_view page, const fs::path& file) {
  if (page.starts_with("+++"))
    return "write lang = \"" + language + "\" below the first line of " + file.string() + ".";
  if (page.starts_with("---"))
    return "write lang: " + language + " below the first line of " + file.string() + ".";
  return "begin " + file.string() + " with three lines: ---, lang: " + language + ", ---.";
}

}  // namespace

int run_init(const Arguments& arguments) {
  if (arguments.rest.size() != 1 || arguments.rest[0] == "-") return usage("init", "name one file.");
  const std::optional<base::Date> today = today_of(arguments);
  if (!today) return usage("init", k_what_today_is);
  const fs::path page = arguments.rest[0];
  const fs::path folder =
      arguments.value("-o") ? fs::path(*arguments.value("-o")) : page.parent_path() / page.stem();
  Generators generators(arguments);
  const ingest::Generator& generator = generators.near(page);
  const base::Result<std::string> text = read_file(page, base::k_max_posting_bytes);
  const base::Result<PostingText> posting = load_posting_text(page, generator);
  if (!text || !posting) {
    report(text ? posting.errors() : text.errors());
    return k_failed;
  }
  const author::Extract found = extract_from(*posting, today);
  const author::Draft draft = author::draft(found, posting->document, author::read_lexicon(author::k_words),
                                            {generator.name, generator.address});
  std::error_code error;
  if (fs::exists(folder / "check.json", error)) return compare(page, folder, *text, draft);

  const std::string json = base::write_json(draft.check, 2, k_line_width) + "\n";
  const base::Result<author::Loaded> loaded = checked(json, folder / "check.json", *posting);
  if (!loaded) {
    report(loaded.errors());
    return k_failed;
  }
  fs::create_directories(folder, error);
  const bool is_posting = fs::equivalent(page, folder / "posting.md", error);
  if (!is_posting && !write_new(folder / "posting.md", *text)) return k_failed;
  if (!write_new(folder / "check.json", json)) return k_failed;
  std::printf("%s: %s\n", folder.string().c_str(), joined(draft.to_confirm).c_str());
  if (!draft.left_out.empty())
    std::printf("Found as well, and left out: %s\n", joined(draft.left_out).c_str());
  std::printf("Please confirm the guesses, without seeing JSON: npx aushang serve %s\n",
              as_word(folder.string()).c_str());
  std::printf("(Or by hand: each has a $comment in %s.)\n", (folder / "check.json").string().c_str());
  if (posting->page.meta.language.empty() && !base::is_same_language(found.language, "en"))
    std::printf(posting->is_language_guessed ? "The page is in \"%s\", by its words. If it isn't: %s\n"
                                             : "The page seems to be in \"%s\": %s\n",
                found.language.c_str(), how_to_say(found.language, *text, folder / "posting.md").c_str());
  report(loaded->warnings);
  return k_done;
}

}  // namespace aushang::cli
