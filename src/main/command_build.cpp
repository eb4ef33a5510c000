#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/bundle.h"
#include "base/language.h"
#include "base/percent.h"
#include "base/text.h"
#include "html/page.h"
#include "i18n/words.h"
#include "main/app_files.h"
#include "main/command.h"
#include "main/files.h"
#include "main/generators.h"
#include "main/hosting.h"
#include "main/notices.h"
#include "main/offline.h"
#include "main/posting_folder.h"
#include "main/site_files.h"
#include "main/site_outputs.h"
#include "main/versions.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

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

std::string up(const std::string& prefix) {
  std::string out;
  for (const char c : prefix) {
    if (c == '/') out += "../";
  }
  return out;
}

/// One page of a posting. In other words: the posting's own text, with the interface in a language that the
/// posting isn't written in.
struct LanguagePage {
  std::size_t text;      ///< index in PostingFolder::texts
  std::string language;  ///< that it is chosen for
  std::string folder;    ///< "" or "de/"
  bool in_other_words = false;
};

/// One page per text, the first at the top, and one per language of the interface that none of them serves.
/// The interface's languages that the site offers come first, so that the switch looks the same for every
/// posting.
std::vector<LanguagePage> pages_of(const PostingFolder& posting, const site::SiteConfig* config) {
  const std::vector<i18n::Language> offered = site::languages_of(config);
  std::vector<LanguagePage> pages;
  for (std::size_t i = 0; i < posting.texts.size(); ++i) {
    const std::string& language = posting.texts[i].language;
    pages.push_back({i, language, i == 0 ? "" : language + "/"});
  }
  for (const i18n::Language interface : offered) {
    const std::string tag(i18n::tag_of(interface));
    if (std::any_of(pages.begin(), pages.end(),
                    [&](const auto& page) { return base::is_same_language(page.language, tag); }))
      continue;
    if (site::interface_for(posting.texts.front().language, config) == interface) {
      pages.front().language = tag;  // a posting in a language we don't speak has its interface in this one
    } else {
      pages.push_back({0, tag, tag + "/", true});
    }
  }
  std::stable_sort(pages.begin(), pages.end(), [&](const LanguagePage& a, const LanguagePage& b) {
    const auto rank = [&](const LanguagePage& page) {
      return std::find_if(offered.begin(), offered.end(), [&](i18n::Language one) {
        return base::is_same_language(page.language, i18n::tag_of(one));
      });
    };
    return rank(a) < rank(b);
  });
  return pages;
}

/// The way from one page's folder to another's.
std::string way(const std::string& from, const std::string& to) {
  const std::string out = up(from) + to;
  return out.empty() ? "./" : out;
}

/// Adds a posting's pages, and the bundles of its texts if they start the app, below `prefix` ("" or
/// "name/"). `files` is the version's folder in the site, "v/…/".
void add_posting(const PostingFolder& posting, const std::string& prefix, const std::string& files,
                 html::Script script, html::Offline offline, SiteOutputs& outputs, FolderContents& site) {
  const std::vector<LanguagePage> pages = pages_of(posting, outputs.config());
  for (const LanguagePage& one : pages) {
    const PostingText& text = posting.texts[one.text];
    const std::string to_files = up(prefix + one.folder) + files;
    const std::string bundle = prefix + (one.in_other_words ? "" : one.folder);
    html::PageInput page = {.document = text.document,
                            .rules = posting.rules,
                            .title = text.page.meta.title,
                            .description = text.page.meta.description,
                            .language = text.language,
                            .alternates = {},
                            .to_files = to_files,
                            .script = script,
                            .offline = offline,
                            .to_root = up(prefix + one.folder),
                            .to_bundle = to_files + base::percent_encode(bundle, "/"),
                            .site = outputs.config(),
                            .path = base::percent_encode(prefix + one.folder, "/")};
    page.check_language = posting.texts.front().language;
    page.interface_language = i18n::tag_of(site::interface_for(text.language, outputs.config()));
    for (const LanguagePage& other : pages) {
      const bool is_this = &other == &one;
      if (pages.size() == 1) break;  // nowhere to switch to
      page.languages.push_back({other.language, is_this ? "" : way(one.folder, other.folder)});
      if (is_this || one.in_other_words || other.in_other_words) continue;
      page.alternates.push_back({posting.texts[other.text].language, way(one.folder, other.folder)});
    }
    if (one.in_other_words) {
      page.interface_language = one.language;
      page.to_posting = up(one.folder);
    }
    page.notices = notices(i18n::language_for(page.interface_language), page.to_root);
    site[prefix + one.folder + "index.html"] = html::write_page(page);
    if (!one.in_other_words) add_page(outputs, page, prefix + one.folder, site);
    if (one.in_other_words || script == html::Script::none) continue;
    site[files + bundle + "posting.json"] = app::write_bundle({.language = text.language,
                                                               .title = html::page_title(page),
                                                               .description = page.description,
                                                               .alternates = page.alternates,
                                                               .check_language = page.check_language,
                                                               .rules = posting.rules,
                                                               .markdown = text.page.markdown});
  }
}

/// The app's files; empty for a site without it. An app that was named has to be there; else the pages do
/// without it, and the author is told.
base::Result<FolderContents> app_for(const Arguments& arguments, base::Diagnostics& problems) {
  if (arguments.has("--no-app")) return FolderContents();
  const std::optional<std::string> named = arguments.value("--app");
  const fs::path folder = named ? fs::path(*named) : default_app_folder();
  base::Result<FolderContents> files = read_app(folder);
  if (files || named) return files;
  problems.push_back({base::Severity::warning,
                      folder.empty() ? "aushang" : folder.string(),
                      {},
                      "no-app",
                      "",
                      "the app isn't here, so the pages are static: text, mail link and checklist, no "
                      "self-check. Run ./dev build, name its folder with --app, or say --no-app."});
  return FolderContents();
}

std::string title_of(const PostingFolder& posting, const PostingText& text) {
  return html::page_title({.document = text.document,
                           .rules = posting.rules,
                           .title = text.page.meta.title,
                           .description = "",
                           .language = text.language,
                           .alternates = {},
                           .to_files = "",
                           .script = html::Script::none});
}

/// The posting in the list that is in `language`: as its page in that language has it.
html::IndexEntry index_entry(const PostingFolder& posting, i18n::Language language,
                             const site::SiteConfig* config) {
  const std::vector<LanguagePage> pages = pages_of(posting, config);
  const auto found = std::find_if(pages.begin(), pages.end(), [&](const LanguagePage& page) {
    return base::is_same_language(page.language, i18n::tag_of(language));
  });
  const LanguagePage& page = found == pages.end() ? pages.front() : *found;
  const PostingText& text = posting.texts[page.text];
  const rules::Facts& facts = posting.rules.facts;
  html::IndexEntry entry;
  entry.title = title_of(posting, text);
  entry.href = base::percent_encode(posting.name) + "/" + base::percent_encode(page.folder, "/");
  entry.language = text.language;
  entry.detail =
      facts.organization + (facts.organization.empty() || facts.city.empty() ? "" : ", ") + facts.city;
  entry.deadline = posting.rules.last_deadline();
  entry.closed = posting.rules.apply.closed;
  return entry;
}

/// "name/", or nothing where the site is one posting.
std::string prefix_of(const PostingFolder& posting, const std::vector<PostingFolder>& all) {
  return all.size() == 1 ? std::string() : posting.name + "/";
}

const site::SiteConfig* config_of(const std::optional<Site>& site) { return site ? &site->config : nullptr; }

HostingInput hosting_of(const std::optional<Site>& site) {
  if (!site) return {};
  return {site->config.url, site->config.embedded_in, html::fonts_of(&site->config)};
}

/// What a site is made of.
struct Parts {
  const std::vector<PostingFolder>& postings;
  const std::optional<Site>& site;
  FolderContents shared;    ///< what goes into the version's folder
  FolderContents pictures;  ///< of the postings, and what else has its place outside of that
  html::Offline offline;
};

/// The interface of the site's top page.
i18n::Language first_language(const Parts& parts) {
  return site::interface_for(parts.postings.front().texts.front().language, config_of(parts.site));
}

/// What the site is called where it stands among other things, on a home screen, and how it looks there.
ManifestInput manifest_of(const Parts& parts, const std::string& folder) {
  const PostingText& text = parts.postings.front().texts.front();
  const i18n::Language language = first_language(parts);
  ManifestInput manifest = {title_of(parts.postings.front(), text), text.language, folder, {}, {}};
  if (parts.postings.size() > 1)
    manifest = {i18n::text(language, i18n::Word::page_positions),
                std::string(i18n::tag_of(language)),
                folder,
                {},
                {}};
  const site::SiteConfig* config = config_of(parts.site);
  if (config == nullptr) return manifest;
  manifest.paper = config->theme.light.paper;
  manifest.accent = config->theme.light.accent;
  if (const base::LocalText::Version* name = config->name.find(i18n::tag_of(language)); name != nullptr) {
    manifest.name = base::single_line(name->text);
    manifest.language = name->language.empty() ? std::string(i18n::tag_of(language)) : name->language;
  }
  return manifest;
}

/// "" for the list of postings in the site's first language, "de/" for another one.
std::string list_folder(i18n::Language language, const Parts& parts) {
  return language == first_language(parts) ? std::string() : std::string(i18n::tag_of(language)) + "/";
}

/// The list of the postings in each language, by its path in the site.
FolderContents list_pages(const Parts& parts, const std::string& folder, html::Script script,
                          SiteOutputs& outputs) {
  FolderContents pages;
  std::vector<i18n::Language> languages = site::languages_of(outputs.config());
  const i18n::Language first = first_language(parts);
  // A text in a language that the site doesn't offer has its own words around it all the same.
  if (std::find(languages.begin(), languages.end(), first) == languages.end())
    languages.insert(languages.begin(), first);
  for (const i18n::Language language : languages) {
    const std::string own = list_folder(language, parts);
    std::vector<html::IndexEntry> entries;
    for (const PostingFolder& posting : parts.postings) {
      entries.push_back(index_entry(posting, language, outputs.config()));
      entries.back().href = up(own) + entries.back().href;
    }
    html::IndexInput list = {.entries = entries,
                             .language = language,
                             .to_files = up(own) + folder,
                             .to_root = up(own),
                             .site = outputs.config(),
                             .notices = notices(language, up(own)),
                             .path = own,
                             .script = script};
    for (const i18n::Language other : languages) {
      if (languages.size() == 1) break;
      list.languages.push_back({std::string(i18n::tag_of(other)),
                                other == language ? std::string() : way(own, list_folder(other, parts))});
    }
    add_index(outputs, list);
    pages.emplace(own + "index.html", html::write_index(list));
  }
  return pages;
}

/// All of it but what names the version; `folder` is the version's.
FolderContents site_in(const std::string& folder, const Parts& parts, base::Diagnostics& problems) {
  FolderContents site = parts.pictures;
  for (const auto& [name, data] : parts.shared) site.emplace(folder + name, data);
  const html::Script script = parts.shared.contains(k_app_script) ? html::Script::app : html::Script::none;
  SiteOutputs outputs{parts.site};
  const bool is_one = parts.postings.size() == 1;
  FolderContents own = is_one ? FolderContents() : list_pages(parts, folder, script, outputs);
  for (const PostingFolder& posting : parts.postings)
    add_posting(posting, prefix_of(posting, parts.postings), folder, script, parts.offline, outputs, site);
  const PostingFolder& first = parts.postings.front();
  NoticesInput about = {outputs.config(), script, parts.offline, folder, {}, {}, first_language(parts)};
  if (is_one) {
    about.back = title_of(first, first.texts.front());
    about.back_language = first.texts.front().language;
  }
  own.merge(notice_pages(about));
  for (auto& [name, page] : own) {
    if (site.emplace(name, std::move(page)).second) continue;
    problems.push_back(
        {base::Severity::error,
         parts.postings.front().name,
         {},
         "same-name",
         "",
         "a posting has " + name + ", where the site has a page of its own. Rename the posting's folder."});
  }
  add_site_files(outputs, folder, site, problems);
  return site;
}

}  // namespace

int run_build(const Arguments& arguments) {
  if (arguments.rest.empty()) return usage("build", "name the folder of a posting.");
  const std::optional<std::string> output = arguments.value("-o");
  if (!output || output->empty()) return usage("build", "-o FOLDER is needed: where the site goes.");

  if (arguments.has("--no-app") && arguments.has("--app"))
    return usage("build", "--app and --no-app contradict each other.");

  const std::optional<base::Date> today = today_of(arguments);
  if (!today) return usage("build", k_what_today_is);

  base::Diagnostics problems;
  const base::Result<FolderContents> app_files = app_for(arguments, problems);
  if (!app_files) problems = app_files.errors();
  const base::Result<std::optional<Site>> found_site = load_site(arguments.rest, arguments.value("--site"));
  if (!found_site) problems.insert(problems.end(), found_site.errors().begin(), found_site.errors().end());
  if (found_site && *found_site) {
    const base::Diagnostics& warnings = (*found_site)->config.warnings;
    problems.insert(problems.end(), warnings.begin(), warnings.end());
  }
  std::vector<PostingFolder> postings;
  std::set<std::string> names;
  Generators generators(arguments);
  for (const std::string& folder : arguments.rest) {
    base::Result<PostingFolder> posting =
        load_posting_folder(folder, generators.near(fs::path(folder) / "posting.md"), today);
    const base::Diagnostics& found = posting ? posting->warnings : posting.errors();
    problems.insert(problems.end(), found.begin(), found.end());
    if (!posting) continue;
    if (found_site) {
      const base::Diagnostics more = search_warnings(*found_site, *posting, folder);
      problems.insert(problems.end(), more.begin(), more.end());
    }
    if (!names.insert(posting->name).second) {
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
  if (base::has_errors(problems)) {
    report(problems);
    std::fprintf(stderr, "Nothing was built; %s is unchanged.\n", output->c_str());
    return k_failed;
  }

  // The worker lies at the top; without an app or a wish to be kept, what takes its place ends an earlier
  // one.
  FolderContents app = *app_files;
  std::string worker(k_retired_worker);
  html::Offline offline = html::Offline::none;
  if (const auto found = app.extract(k_app_worker); !found.empty() && !arguments.has("--no-offline")) {
    worker = found.mapped();
    const site::SiteConfig* config = config_of(*found_site);
    const bool by_itself = config != nullptr && config->offline == site::Offline::on_visit;
    offline = by_itself ? html::Offline::on_visit : html::Offline::on_request;
  }
  Parts parts = {postings, *found_site, {}, {}, offline};
  parts.shared = {{"aushang.css", std::string(k_style_sheet)}, {"icon.svg", std::string(k_icon)}};
  // Under a name that never changes: other people's pages name it.
  if (auto embed = app.extract(k_app_embed); !embed.empty()) parts.pictures.insert(std::move(embed));
  parts.shared.insert(app.begin(), app.end());
  for (const PostingFolder& posting : postings) {
    const std::string prefix = prefix_of(posting, postings);
    for (const LanguagePage& page : pages_of(posting, config_of(*found_site))) {
      if (!page.in_other_words)
        add_files(posting.texts[page.text], prefix + page.folder, parts.pictures, problems);
    }
  }
  base::Diagnostics ignored;  // the same as below
  FolderContents content = site_in("", parts, ignored);
  content[k_worker_file] = worker;
  const std::string version = version_of(content);
  const std::string folder = version_folder(version);
  FolderContents site = site_in(folder, parts, problems);
  if (offline != html::Offline::none) {
    const base::Result<std::string> filled = worker_script(worker, version, folder, site);
    if (filled)
      worker = *filled;
    else
      problems.insert(problems.end(), filled.errors().begin(), filled.errors().end());
    site[k_manifest_file] = write_manifest(manifest_of(parts, folder));
  }
  report(problems);
  if (base::has_errors(problems)) {
    std::fprintf(stderr, "Nothing was built; %s is unchanged.\n", output->c_str());
    return k_failed;
  }
  for (auto& [name, data] : hosting_files(hosting_of(*found_site))) site.emplace(name, std::move(data));
  site[k_worker_file] = worker;
  site[k_version_file] = version + "\n";
  keep_last_version(*output, version, site);
  add_packed(site);
  const base::Result<std::size_t> written = replace_folder(*output, site);
  if (!written) {
    report(written.errors());
    return k_failed;
  }
  std::printf("%s: %zu posting%s, %zu files, %zu bytes\n", output->c_str(), postings.size(),
              postings.size() == 1 ? "" : "s", site.size(), *written);
  return k_done;
}

}  // namespace aushang::cli
