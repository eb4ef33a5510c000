#include "main/site_plan.h"

#include <utility>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "i18n/words.h"
#include "main/app_files.h"
#include "main/hosting.h"
#include "main/list_pages.h"
#include "main/notices.h"
#include "main/offline.h"
#include "main/posting_pages.h"
#include "main/site_files.h"
#include "main/site_outputs.h"
#include "main/versions.h"

namespace aushang::cli {
namespace {

/// What the site is called where it stands among other things, on a home screen, and how it looks there.
ManifestInput manifest_of(const SiteSources& sources, const std::string& folder) {
  const PostingText& text = sources.postings.front().texts.front();
  const site::SiteConfig* config = sources.config();
  const i18n::Language language = first_language(sources.postings, config);
  ManifestInput manifest = {title_of(sources.postings.front(), text), text.language, folder, {}, {}};
  if (sources.postings.size() > 1)
    manifest = {i18n::text(language, i18n::Word::page_positions),
                std::string(i18n::tag_of(language)),
                folder,
                {},
                {}};
  if (config == nullptr) return manifest;
  manifest.paper = config->theme.light.paper;
  manifest.accent = config->theme.light.accent;
  if (const base::LocalText::Version* name = config->name.find(i18n::tag_of(language)); name != nullptr) {
    manifest.name = base::single_line(name->text);
    manifest.language = name->language.empty() ? std::string(i18n::tag_of(language)) : name->language;
  }
  return manifest;
}

NoticesInput notices_of(const SiteSources& sources, const PageManner& manner) {
  const PostingFolder& first = sources.postings.front();
  const bool is_one = sources.postings.size() == 1;
  return {.site = sources.config(),
          .script = manner.script,
          .offline = manner.offline,
          .files = manner.files,
          .back = is_one ? title_of(first, first.texts.front()) : "",
          .back_language = is_one ? first.texts.front().language : "",
          .first = first_language(sources.postings, sources.config())};
}

/// The site's own pages: the list of several postings, and what the site says about itself.
FolderContents own_pages(const SiteSources& sources, const PageManner& manner, SiteOutputs& outputs) {
  FolderContents pages;
  if (sources.postings.size() > 1) pages = list_pages(sources.postings, manner, outputs);
  pages.merge(notice_pages(notices_of(sources, manner)));
  return pages;
}

/// The pages of postings that aren't on the site any more.
void add_gone(const SiteSources& sources, const PageManner& manner, FolderContents& site,
              base::Diagnostics& problems) {
  if (!sources.site) return;
  const std::vector<site::Gone>& gone = sources.site->config.gone;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    for (auto& [name, page] : gone_pages(gone[i], notices_of(sources, manner))) {
      if (site.emplace(name, std::move(page)).second) continue;
      problems.push_back({base::Severity::error, sources.site->file.string(), gone[i].place, "same-name",
                          "$.gone[" + std::to_string(i) + "]",
                          "the site has " + name + ": what is on it can't be gone. Take \"" + gone[i].folder +
                              "\" out of this list."});
      break;
    }
  }
}

/// Adds all pages and what they share, as far as it doesn't depend on what the version is called.
void add_pages(const SiteSources& sources, const PageManner& manner, FolderContents& site,
               base::Diagnostics& problems) {
  site.emplace(manner.files + "aushang.css", k_style_sheet);
  site.emplace(manner.files + "icon.svg", k_icon);
  for (const auto& [name, data] : sources.app) site.emplace(manner.files + name, data);
  SiteOutputs outputs{sources.site};
  FolderContents own = own_pages(sources, manner, outputs);
  for (const PostingFolder& posting : sources.postings)
    add_posting(posting, prefix_of(posting, sources.postings), manner, outputs, site);
  for (auto& [name, page] : own) {
    if (site.emplace(name, std::move(page)).second) continue;
    problems.push_back(
        {base::Severity::error,
         sources.postings.front().name,
         {},
         "same-name",
         "",
         "a posting has " + name + ", where the site has a page of its own. Rename the posting's folder."});
  }
  add_site_files(outputs, manner.files, site, problems);
  add_gone(sources, manner, site, problems);
}

/// A site with the app's worker can be kept on a device.
html::Offline offline_of(const SiteSources& sources) {
  if (!sources.app.contains(k_app_worker)) return html::Offline::none;
  const site::SiteConfig* config = sources.config();
  const bool by_itself = config != nullptr && config->offline == site::Offline::on_visit;
  return by_itself ? html::Offline::on_visit : html::Offline::on_request;
}

/// All that the postings' authors wrote.
std::vector<std::string> texts_of(const SiteSources& sources) {
  std::vector<std::string> all;
  for (const PostingFolder& posting : sources.postings) {
    all.push_back(base::write_json(posting.check));
    for (const PostingText& text : posting.texts) all.push_back(text.page.markdown);
  }
  return all;
}

HostingInput hosting_of(const site::SiteConfig* config) {
  return config == nullptr ? HostingInput{}
                           : HostingInput{config->url, config->embedded_in, html::fonts_of(config)};
}

/// What of the app has a place of its own at the site's top.
std::string take(FolderContents& app, const char* name) {
  const auto found = app.extract(name);
  return found.empty() ? std::string() : std::move(found.mapped());
}

}  // namespace

SitePlan plan_site(SiteSources sources, base::Diagnostics& problems) {
  const PageManner manner = {
      .files = unnamed_version(texts_of(sources)),
      .script = sources.app.contains(k_app_script) ? html::Script::app : html::Script::none,
      .offline = offline_of(sources)};
  // The worker lies at the top; what takes its place ends an earlier one.
  std::string worker = take(sources.app, k_app_worker);
  if (worker.empty()) worker = k_retired_worker;
  FolderContents site = std::move(sources.files);
  if (std::string embed = take(sources.app, k_app_embed); !embed.empty())
    site.emplace(k_app_embed, std::move(embed));
  add_pages(sources, manner, site, problems);
  site[k_worker_file] = worker;

  const std::string version = version_of(site, manner.files);
  const std::string folder = version_folder(version);
  name_version(site, manner.files, folder);
  if (manner.offline != html::Offline::none) {
    const base::Result<std::string> filled = worker_script(worker, version, folder, site);
    if (filled)
      worker = *filled;
    else
      problems.insert(problems.end(), filled.errors().begin(), filled.errors().end());
    site[k_manifest_file] = write_manifest(manifest_of(sources, folder));
    site[k_worker_file] = worker;
  }
  for (auto& [name, data] : hosting_files(hosting_of(sources.config()))) site.emplace(name, std::move(data));
  site[k_version_file] = version + "\n";
  return {version, std::move(site)};
}

}  // namespace aushang::cli
