#include "main/site_folder.h"

#include <map>
#include <string_view>
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
constexpr std::size_t k_max_font_bytes = 1u << 20;

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

/// Also by way of links a file stays in the folder: what is elsewhere isn't meant to be published.
bool lies_below(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(file, error);
  const fs::path relative = real.lexically_relative(fs::weakly_canonical(folder, error));
  return !error && !relative.empty() && *relative.begin() != "..";
}

/// A file that site.json names.
struct Named {
  std::string path;  ///< from the folder of site.json
  base::Position at;
  std::string key;           ///< its JSON path
  std::string_view missing;  ///< the code of a complaint that there is none
  std::size_t limit_bytes;
};

base::Result<std::string> read_named(const fs::path& site_file, const Named& named) {
  const fs::path folder = site_file.has_parent_path() ? site_file.parent_path() : fs::path(".");
  if (!lies_below(folder, folder / named.path)) {
    return problem(site_file, named.at, "bad-path", named.key,
                   "this leads outside the folder of site.json; put the file itself there.");
  }
  base::Result<std::string> data = read_file(folder / named.path, named.limit_bytes);
  if (data) return data;
  const base::Diagnostic& why = data.errors().front();
  return problem(site_file, named.at, why.code == k_too_large ? why.code : std::string(named.missing),
                 named.key, named.path + ": " + why.message);
}

/// WOFF 2.0, section 4.1.
bool is_font(std::string_view data) { return data.starts_with("wOF2"); }

base::Result<Site> load_site_file(const fs::path& file) {
  const base::Result<std::string> json = read_file(file, base::k_max_json_bytes);
  if (!json) return json.errors();
  base::Result<site::SiteConfig> config = site::load(*json, file.string());
  if (!config) return config.errors();
  Site site{file, std::move(*config), {}, {}, {}};
  base::Diagnostics errors;
  const auto read = [&](const Named& named) {
    if (named.path.empty()) return std::string();
    base::Result<std::string> data = read_named(file, named);
    if (data) return std::move(*data);
    errors.push_back(data.errors().front());
    return std::string();
  };
  const site::SiteConfig& said = site.config;
  site.logo = read({said.logo, said.logo_place, "$.logo", "logo-not-found", k_max_logo_bytes});
  site.logo_dark =
      read({said.logo_dark, said.logo_dark_place, "$.logo_dark", "logo-not-found", k_max_logo_bytes});
  for (std::size_t i = 0; i < said.fonts.size(); ++i) {
    const site::FontFace& face = said.fonts[i];
    const std::string key = "$.fonts[" + std::to_string(i) + "].file";
    const std::size_t errors_before = errors.size();
    std::string data = read({face.file, face.place, key, "font-not-found", k_max_font_bytes});
    if (errors.size() == errors_before && !is_font(data)) {
      errors.push_back(problem(file, face.place, "bad-font", key,
                               face.file + " isn't a font in the format WOFF2; convert it, for example with "
                                           "woff2_compress, instead of giving it another name."));
    }
    site.fonts.emplace(site::font_file(said, i), std::move(data));
  }
  if (!errors.empty()) return errors;
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
