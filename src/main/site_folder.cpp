#include "main/site_folder.h"

#include <map>
#include <system_error>
#include <utility>

#include "base/limits.h"
#include "html/structured_data.h"
#include "main/files.h"
#include "site/load.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t k_max_logo_bytes = 4u << 20;

base::Diagnostic problem(const fs::path& file, base::Position at, std::string code, std::string path,
                         std::string message) {
  return {base::Severity::error, file.string(), at, std::move(code), std::move(path), std::move(message)};
}

/// The site.json files beside these folders, each once, as the user would name it.
std::vector<fs::path> find_site_files(const std::vector<std::string>& folders) {
  std::map<fs::path, fs::path> found;
  for (const std::string& folder : folders) {
    std::error_code error;
    fs::path given = fs::path(folder).lexically_normal();
    if (!given.has_filename()) given = given.parent_path();  // "job/"
    const bool has_name = !given.empty() && given != "." && given.filename() != "..";
    const fs::path parent =
        has_name ? given.parent_path() : fs::weakly_canonical(folder, error).parent_path();
    const fs::path file = parent / "site.json";
    if (fs::exists(file, error)) found.emplace(fs::weakly_canonical(file, error), file);
  }
  std::vector<fs::path> files;
  for (const auto& [real, file] : found) files.push_back(file);
  return files;
}

/// Also by way of links the logo stays in the folder: what is elsewhere isn't meant to be published.
bool lies_below(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(file, error);
  const fs::path relative = real.lexically_relative(fs::weakly_canonical(folder, error));
  return !error && !relative.empty() && *relative.begin() != "..";
}

base::Result<Site> load_site_file(const fs::path& file) {
  const base::Result<std::string> json = read_file(file, base::k_max_json_bytes);
  if (!json) return json.errors();
  base::Result<site::SiteConfig> config = site::load(*json, file.string());
  if (!config) return config.errors();
  Site site{file, std::move(*config), {}};
  if (site.config.logo.empty()) return site;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const base::Position at = site.config.logo_place;
  if (!lies_below(folder, folder / site.config.logo)) {
    return problem(file, at, "bad-path", "$.logo",
                   "this leads outside the folder of site.json; put the picture itself there.");
  }
  base::Result<std::string> logo = read_file(folder / site.config.logo, k_max_logo_bytes);
  if (!logo) return problem(file, at, "logo-not-found", "$.logo", logo.errors().front().message);
  site.logo = std::move(*logo);
  return site;
}

}  // namespace

base::Result<std::optional<Site>> load_site(const std::vector<std::string>& folders,
                                            const std::optional<std::string>& named) {
  const std::vector<fs::path> files = named ? std::vector<fs::path>{*named} : find_site_files(folders);
  base::Diagnostics errors;
  std::optional<Site> site;
  for (const fs::path& file : files) {
    base::Result<Site> loaded = load_site_file(file);
    if (loaded) {
      site = std::move(*loaded);
    } else {
      errors.insert(errors.end(), loaded.errors().begin(), loaded.errors().end());
    }
  }
  if (files.size() > 1) {
    errors.push_back(problem(files[1], {}, "several-sites", "",
                             "the postings lie beside different site.json files, this one and " +
                                 files[0].string() + ". Use --site to say which one counts."));
  }
  if (!errors.empty()) return errors;
  return site;
}

base::Diagnostics search_warnings(const std::optional<Site>& site, const PostingFolder& posting,
                                  const fs::path& folder) {
  if (!site || site->config.url.empty()) return {};
  std::string missing;
  for (const std::string& key : html::missing_for_structured_data(posting.rules.facts))
    missing += (missing.empty() ? "" : ", ") + key;
  if (missing.empty()) return {};
  return {{base::Severity::warning,
           (folder / "check.json").string(),
           {},
           "no-structured-data",
           "$.facts",
           "search engines for jobs won't list this posting, as the facts don't say: " + missing + "."}};
}

}  // namespace aushang::cli
