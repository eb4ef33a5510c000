#include "main/site_sources.h"

#include <set>
#include <utility>

#include "main/app_files.h"
#include "main/posting_pages.h"
#include "main/terminal.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

void add(base::Diagnostics& problems, const base::Diagnostics& more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

constexpr std::size_t k_max_file_bytes = 32u << 20;

/// Pictures and other files that the text shows or links to.
void add_files(const PostingText& text, const std::string& prefix, FolderContents& site,
               base::Diagnostics& problems) {
  for (const std::string& path : text.files) {
    if (site.contains(prefix + path)) continue;
    base::Result<std::string> data = read_file(text.file.parent_path() / path, k_max_file_bytes);
    if (data) {
      site.emplace(prefix + path, std::move(*data));
    } else {
      problems.push_back(data.errors().front());
      problems.back().severity = base::Severity::warning;
    }
  }
}

/// The app's files; empty for a site without it. An app that was named has to be there; else the pages do
/// without it, and the author is told.
FolderContents app_for(const SourceNames& names, base::Diagnostics& problems) {
  if (names.app == AppWish::none) return {};
  base::Result<FolderContents> files = read_app(names.app_folder);
  if (files) return std::move(*files);
  if (names.app == AppWish::needed) {
    problems = files.errors();
    return {};
  }
  problems.push_back({base::Severity::warning,
                      names.app_folder.empty() ? "aushang" : names.app_folder.string(),
                      {},
                      "no-app",
                      "",
                      "the app isn't here, so the pages are static: text, mail link and checklist, no "
                      "self-check. Run ./dev build, name its folder with --app, or say --no-app."});
  return {};
}

std::optional<Site> site_for(const SourceNames& names, base::Diagnostics& problems) {
  base::Result<std::optional<Site>> found = load_site(names.postings, names.site);
  if (!found) {
    add(problems, found.errors());
    return std::nullopt;
  }
  if (*found) add(problems, (*found)->config.warnings);
  return std::move(*found);
}

std::vector<PostingFolder> postings_for(const SourceNames& names, const std::optional<Site>& site,
                                        Generators& generators, base::Diagnostics& problems) {
  std::vector<PostingFolder> postings;
  std::set<std::string> taken;
  Progress progress(names.postings.size(), "postings read");
  for (const std::string& folder : names.postings) {
    progress.step();
    base::Result<PostingFolder> posting =
        load_posting_folder(folder, generators.near(fs::path(folder) / "posting.md"), names.today);
    add(problems, posting ? posting->warnings : posting.errors());
    if (!posting) continue;
    add(problems, search_warnings(site, *posting, folder));
    if (!taken.insert(posting->name).second) {
      problems.push_back({base::Severity::error,
                          folder,
                          {},
                          "same-name",
                          "",
                          "two postings come from folders called " + posting->name +
                              "; their pages would overwrite each other. Rename one."});
    }
    postings.push_back(std::move(*posting));
  }
  return postings;
}

}  // namespace

SiteSources read_site_sources(const SourceNames& names, Generators& generators, base::Diagnostics& problems) {
  SiteSources sources;
  sources.app = app_for(names, problems);
  sources.site = site_for(names, problems);
  sources.postings = postings_for(names, sources.site, generators, problems);
  if (base::has_errors(problems)) return sources;
  for (const PostingFolder& posting : sources.postings) {
    const std::string prefix = prefix_of(posting, sources.postings);
    for (const LanguagePage& page : pages_of(posting, sources.config())) {
      if (!page.in_other_words)
        add_files(posting.texts[page.text], prefix + page.folder, sources.files, problems);
    }
  }
  return sources;
}

}  // namespace aushang::cli
