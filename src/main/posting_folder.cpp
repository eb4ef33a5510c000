#include "main/posting_folder.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "doc/parse.h"
#include "main/files.h"
#include "rules/load.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

base::Diagnostic problem(const fs::path& path, std::string code, std::string message) {
  return {base::Severity::error, path.string(), {}, std::move(code), "", std::move(message)};
}

bool is_language_tag(std::string_view text) {
  return text.size() >= 2 && text.size() <= 8 && base::is_ascii_alpha(text[0]) &&
         base::is_ascii_alpha(text[1]) && (text.size() == 2 || text[2] == '-' || text.size() == 3);
}

/// "de" of "posting.de.md"; empty where there is none.
std::string language_in_name(const fs::path& file) {
  const std::string inner = file.stem().extension().string();
  return inner.size() > 1 && is_language_tag(std::string_view(inner).substr(1)) ? inner.substr(1)
                                                                                : std::string();
}

struct FoundFiles {
  fs::path posting;
  std::vector<fs::path> translations;
};

base::Result<FoundFiles> find_files(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return problem(folder, "no-folder",
                   "there is no such folder. A posting is a folder with posting.md and check.json.");
  }
  std::vector<fs::path> plain, tagged;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (base::to_ascii_lower(entry.path().extension().string()) != ".md") continue;
    (language_in_name(entry.path()).empty() ? plain : tagged).push_back(entry.path());
  }
  if (error) return problem(folder, "cannot-read", "can't list this folder: " + error.message() + ".");
  std::sort(plain.begin(), plain.end());
  std::sort(tagged.begin(), tagged.end());

  FoundFiles found;
  const auto named = std::find_if(plain.begin(), plain.end(),
                                  [](const fs::path& p) { return p.filename() == "posting.md"; });
  if (named != plain.end()) {
    found.posting = *named;
  } else if (plain.size() == 1) {
    found.posting = plain.front();
  } else if (plain.empty()) {
    return problem(folder, "no-posting",
                   "there is no Markdown page in this folder. Put the posting there as posting.md.");
  } else {
    std::string names;
    for (const fs::path& path : plain) names += (names.empty() ? "" : ", ") + path.filename().string();
    return problem(folder, "which-posting",
                   "several pages (" + names + ") and none is called posting.md. Name the posting so.");
  }
  const std::string stem = found.posting.stem().string();
  std::copy_if(tagged.begin(), tagged.end(), std::back_inserter(found.translations),
               [&](const fs::path& path) { return path.stem().stem().string() == stem; });
  return found;
}

}  // namespace

base::Result<PostingText> load_posting_text(const fs::path& file) {
  base::Result<std::string> text = read_file(file, base::k_max_posting_bytes);
  if (!text) return text.errors();
  if (text->find('\0') != std::string::npos) {
    return problem(file, "not-text", "this is no text file (it has NUL bytes). Save the page as UTF-8 text.");
  }
  base::Result<ingest::Page> page = ingest::ingest(*text, file.string());
  if (!page) return page.errors();
  base::Result<doc::Document> document = doc::parse(page->markdown);
  if (!document) return document.errors();

  PostingText out;
  out.file = file;
  out.language = !page->meta.language.empty() ? page->meta.language : std::string("en");
  out.page = std::move(*page);
  out.document = std::move(*document);
  if (base::trim(out.document.text).empty()) {
    out.page.warnings.push_back({base::Severity::warning,
                                 file.string(),
                                 {},
                                 "empty-posting",
                                 "",
                                 "the page has no text; visitors will see only how to apply."});
  }
  return out;
}

base::Result<PostingFolder> load_posting_folder(const fs::path& folder) {
  base::Result<FoundFiles> found = find_files(folder);
  if (!found) return found.errors();

  PostingFolder out;
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(folder, error);
  out.name = (canonical.has_filename() ? canonical : canonical.parent_path()).filename().string();
  base::Diagnostics errors;
  const auto collect = [&errors](const base::Diagnostics& more) {
    errors.insert(errors.end(), more.begin(), more.end());
  };

  std::vector<fs::path> files = {found->posting};
  files.insert(files.end(), found->translations.begin(), found->translations.end());
  for (const fs::path& file : files) {
    base::Result<PostingText> text = load_posting_text(file);
    if (!text) {
      collect(text.errors());
      continue;
    }
    if (const std::string language = language_in_name(file); !language.empty()) text->language = language;
    out.warnings.insert(out.warnings.end(), text->page.warnings.begin(), text->page.warnings.end());
    out.texts.push_back(std::move(*text));
  }

  const fs::path check = folder / "check.json";
  if (!fs::exists(check, error)) {
    collect({problem(
        check, "no-check",
        "there is no check.json beside the page: it says where applications go and what they need.")});
    return errors;
  }
  base::Result<std::string> json = read_file(check, base::k_max_json_bytes);
  if (!json) {
    collect(json.errors());
    return errors;
  }
  std::vector<rules::Translation> translations;
  // Quotes are only looked up when every page could be read; else each would be an error of its own.
  if (errors.empty()) {
    for (const PostingText& text : out.texts) translations.push_back({text.language, &text.document});
  }
  base::Result<rules::Loaded> loaded = rules::load(*json, check.string(), translations);
  if (!loaded) {
    collect(loaded.errors());
  } else {
    out.rules = std::move(loaded->rules);
    if (base::Result<base::Json> value = base::parse_json(*json, check.string()))
      out.check = std::move(*value);
    out.warnings.insert(out.warnings.end(), loaded->warnings.begin(), loaded->warnings.end());
  }
  if (!errors.empty()) {
    collect(out.warnings);
    base::sort_by_place(errors);
    return errors;
  }
  base::sort_by_place(out.warnings);
  return out;
}

}  // namespace aushang::cli
