#include "main/posting_folder.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "author/extract.h"
#include "author/lexicon.h"
#include "author/load.h"
#include "author/places.h"
#include "base/language.h"
#include "base/limits.h"
#include "base/normal_form.h"
#include "base/percent.h"
#include "base/text.h"
#include "doc/parse.h"
#include "main/files.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

base::Diagnostic problem(const fs::path& path, std::string code, std::string message) {
  return {base::Severity::error, path.string(), {}, std::move(code), "", std::move(message)};
}

/// "de" of "posting.de.md", "old" of "posting.old.md"; empty where there is none.
std::string word_in_name(const fs::path& file) {
  const std::string inner = file.stem().extension().string();
  return inner.empty() ? inner : inner.substr(1);
}

/// As file names say it. Other versions of a page aren't translations into Southern Altai, Delaware or
/// Newari, nor into a variant of German called "draft".
bool names_language(const std::string& word) {
  const std::string lower = base::to_ascii_lower(word);
  if (lower == "alt" || lower == "del" || lower == "new" || !base::is_language(lower)) return false;
  for (std::string_view rest = lower; !rest.empty();) {
    const std::string_view part = base::primary_subtag(rest);
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (part.size() > 4 && std::all_of(part.begin(), part.end(), base::is_ascii_alpha)) return false;
  }
  return true;
}

/// "de" of "posting.de.md"; empty where there is none.
std::string language_in_name(const fs::path& file) {
  const std::string word = word_in_name(file);
  return names_language(word) ? word : std::string();
}

struct FoundFiles {
  fs::path posting;
  std::vector<fs::path> translations;
  std::vector<fs::path> strays;  ///< called like translations into what is no language
};

base::Result<FoundFiles> find_files(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return problem(folder, "no-folder",
                   "there is no such folder. A posting is a folder with posting.md and check.json.");
  }
  std::vector<fs::path> plain, tagged, strays;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (base::to_ascii_lower(entry.path().extension().string()) != ".md") continue;
    const bool is_plain = word_in_name(entry.path()).empty();
    (is_plain ? plain : language_in_name(entry.path()).empty() ? strays : tagged).push_back(entry.path());
  }
  if (error) return problem(folder, "cannot-read", "can't list this folder: " + error.message() + ".");
  std::sort(plain.begin(), plain.end());
  std::sort(tagged.begin(), tagged.end());
  std::sort(strays.begin(), strays.end());
  // "posting.old.md" is a stray beside "posting.md"; "2024.posting.md" beside nothing is a page by itself.
  const auto pages = std::stable_partition(strays.begin(), strays.end(), [&](const fs::path& stray) {
    return std::any_of(plain.begin(), plain.end(),
                       [&](const fs::path& page) { return page.stem() == stray.stem().stem(); });
  });
  plain.insert(plain.end(), pages, strays.end());
  strays.erase(pages, strays.end());

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
    return problem(
        folder, "which-posting",
        "several pages (" + names + ") and none is called posting.md. Rename the posting to posting.md.");
  }
  const auto is_beside = [stem = found.posting.stem()](const fs::path& path) {
    return path.stem().stem() == stem;
  };
  std::copy_if(tagged.begin(), tagged.end(), std::back_inserter(found.translations), is_beside);
  std::copy_if(strays.begin(), strays.end(), std::back_inserter(found.strays), is_beside);
  return found;
}

base::Diagnostic warning(const fs::path& file, std::string code, std::string message) {
  return {base::Severity::warning, file.string(), {}, std::move(code), "", std::move(message)};
}

/// What may be published because a page shows or links to it.
bool is_publishable(const fs::path& path, bool is_image) {
  static const std::set<std::string, std::less<>> images = {".png",  ".jpg",  ".jpeg", ".gif",
                                                            ".webp", ".avif", ".svg"};
  static const std::set<std::string, std::less<>> documents = {
      ".pdf",  ".ps",  ".djvu", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt",
      ".pptx", ".odp", ".csv",  ".txt", ".tex",  ".bib", ".ics", ".vcf", ".zip",  ".mp3", ".mp4"};
  const std::string ending = base::to_ascii_lower(path.extension().string());
  return images.contains(ending) || (!is_image && documents.contains(ending));
}

/// Finds the files that the page shows or links to; those that aren't there are warnings.
void find_files_of(PostingText& text) {
  const fs::path folder = text.file.parent_path();
  for (const ingest::FileReference& one : text.page.files) {
    const std::string_view address = one.address;
    const fs::path path =
        fs::path(base::percent_decode(address.substr(0, address.find_first_of("?#")))).lexically_normal();
    if (path.empty() || path.is_absolute() || !is_publishable(path, one.is_image)) continue;
    const bool outside = *path.begin() == "..";
    std::error_code error;
    if (!outside && fs::is_regular_file(folder / path, error)) {
      text.files.push_back(path.generic_string());
      continue;
    }
    base::Diagnostic missing =
        warning(text.file, one.is_image ? "image-not-found" : "file-not-found",
                std::string("the page ") + (one.is_image ? "shows the image " : "links to the file ") +
                    path.generic_string() +
                    (outside ? ", which lies outside its folder and isn't copied. Put it beside the page."
                             : ", which isn't in the folder."));
    missing.at = one.at;
    text.page.warnings.push_back(std::move(missing));
  }
  base::sort_by_place(text.page.warnings);
}

}  // namespace

base::Result<PostingText> load_posting_text(const fs::path& file, const ingest::Generator& generator) {
  base::Result<std::string> text = read_file(file, base::k_max_posting_bytes);
  if (!text) return text.errors();
  if (text->find('\0') != std::string::npos) {
    return problem(file, "not-text",
                   "this isn't a text file (it has NUL bytes). Save the page as UTF-8 text.");
  }
  base::Result<ingest::Page> page = ingest::ingest(*text, file.string(), generator);
  if (!page) return page.errors();
  base::Result<doc::Document> document = doc::parse(page->markdown);
  if (!document) return document.errors();

  PostingText out;
  out.file = file;
  out.source = base::compose(*text);
  if (std::string& said = page->meta.language; !said.empty() && !base::is_language(said)) {
    page->warnings.push_back(
        warning(file, "unknown-language",
                "the page's language \"" + said +
                    "\" isn't a language tag and is ignored. Write one such as en, de or pt-BR."));
    said.clear();
  }
  out.language = language_in_name(file);
  if (out.language.empty()) out.language = page->meta.language;
  if (out.language.empty()) {
    const author::GuessedLanguage guess =
        author::guess_language(*document, author::read_lexicon(author::k_words));
    out.language = guess.tag;
    const bool is_told = !base::is_same_language(out.language, "en");
    out.is_language_guessed = is_told && guess.is_clear;
    if (is_told && !guess.is_clear) {
      page->warnings.push_back(warning(file, "language-guessed",
                                       "the page doesn't say its language; by its words it is \"" +
                                           out.language + "\". Write lang: " + out.language +
                                           " into its front matter."));
    }
  }
  out.page = std::move(*page);
  out.document = std::move(*document);
  if (file != "-") find_files_of(out);
  if (base::trim(out.document.text).empty()) {
    out.page.warnings.push_back(
        warning(file, "empty-posting", "the page has no text; visitors will see only how to apply."));
  }
  return out;
}

author::Extract extract_from(const PostingText& page, std::optional<base::Date> today) {
  return author::extract(page.source, page.page, page.document, author::read_lexicon(author::k_words), today);
}

base::Result<PostingTexts> load_posting_texts(const fs::path& folder, const ingest::Generator& generator) {
  const base::Result<FoundFiles> found = find_files(folder);
  if (!found) return found.errors();
  PostingTexts out;
  std::vector<fs::path> files = {found->posting};
  files.insert(files.end(), found->translations.begin(), found->translations.end());
  for (const fs::path& file : files) {
    base::Result<PostingText> text = load_posting_text(file, generator);
    if (!text) {
      out.errors.insert(out.errors.end(), text.errors().begin(), text.errors().end());
      continue;
    }
    out.warnings.insert(out.warnings.end(), text->page.warnings.begin(), text->page.warnings.end());
    out.texts.push_back(std::move(*text));
  }
  for (const fs::path& file : found->strays) {
    out.warnings.push_back(
        warning(file, "no-translation",
                "\"" + word_in_name(file) +
                    "\" isn't a language, so this page isn't published. Name a translation by its "
                    "language tag, as in posting.de.md; keep other files elsewhere."));
  }
  return out;
}

std::vector<author::Translation> translations_of(const std::vector<PostingText>& texts) {
  std::vector<author::Translation> out;
  for (const PostingText& text : texts) {
    // Asked only where something is wrong, and then more than once.
    auto places = std::make_shared<std::optional<author::Places>>();
    out.push_back({text.language, &text.document, text.file.string(), [&text, places](std::uint32_t offset) {
                     if (!*places) places->emplace(text.source, text.page.markdown, text.document);
                     return (*places)->of_text(offset);
                   }});
  }
  return out;
}

base::Result<PostingFolder> load_posting_folder(const fs::path& folder, const ingest::Generator& generator,
                                                std::optional<base::Date> today) {
  base::Result<PostingTexts> texts = load_posting_texts(folder, generator);
  if (!texts) return texts.errors();

  PostingFolder out;
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(folder, error);
  out.name = (canonical.has_filename() ? canonical : canonical.parent_path()).filename().string();
  out.texts = std::move(texts->texts);
  out.warnings = std::move(texts->warnings);
  base::Diagnostics errors = std::move(texts->errors);
  const auto collect = [&errors](const base::Diagnostics& more) {
    errors.insert(errors.end(), more.begin(), more.end());
  };

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
  std::vector<author::Translation> translations;
  // Quotes are only looked up when every page could be read; else each would be an error of its own.
  if (errors.empty()) translations = translations_of(out.texts);
  base::Result<author::Loaded> loaded = author::load(*json, check.string(), translations, today);
  if (!loaded) {
    collect(loaded.errors());
  } else {
    out.rules = std::move(loaded->rules);
    out.check = std::move(loaded->check);
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
