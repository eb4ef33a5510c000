#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "author/compare.h"
#include "base/json.h"
#include "main/command.h"
#include "main/generators.h"
#include "main/guesses_left.h"
#include "main/posting_folder.h"
#include "main/site_folder.h"
#include "main/terminal.h"

namespace aushang::cli {
namespace {

base::Json to_json(const base::Diagnostic& one) {
  return base::JsonObject{
      {"severity", one.severity == base::Severity::error ? "error" : "warning", {}},
      {"file", one.file, {}},
      {"line", static_cast<double>(one.at.line), {}},
      {"column", static_cast<double>(one.at.column), {}},
      {"code", one.code, {}},
      {"path", one.path, {}},
      {"message", one.message, {}},
  };
}

/// What check.json says differently from the page itself.
base::Diagnostics page_differences(const PostingFolder& posting, const std::filesystem::path& folder,
                                   std::optional<base::Date> today) {
  const PostingText& page = posting.texts.front();
  return author::compare(extract_from(page, today), page.document, page.file.string(), posting.rules,
                         posting.check, (folder / "check.json").string());
}

}  // namespace

int run_check(const Arguments& arguments) {
  if (arguments.rest.empty()) return usage("check", "name the folder of a posting.");
  const std::optional<base::Date> today = today_of(arguments);
  if (!today) return usage("check", k_what_today_is);
  base::Diagnostics all;
  const base::Result<std::optional<Site>> site = load_site(arguments.rest, arguments.value("--site"));
  if (!site) all = site.errors();
  if (site && *site) all = (*site)->config.warnings;
  Generators generators(arguments);
  for (const std::string& folder : arguments.rest) {
    const ingest::Generator& generator = generators.near(std::filesystem::path(folder) / "posting.md");
    const base::Result<PostingFolder> posting = load_posting_folder(folder, generator, today);
    const base::Diagnostics& found = posting ? posting->warnings : posting.errors();
    all.insert(all.end(), found.begin(), found.end());
    if (posting) {
      const base::Diagnostics differ = page_differences(*posting, folder, today);
      all.insert(all.end(), differ.begin(), differ.end());
      if (!arguments.has("--json") && !arguments.has("--quiet")) tell_guesses(*posting, folder);
    }
    if (!site || !posting) continue;
    const base::Diagnostics more = search_warnings(*site, *posting, folder);
    all.insert(all.end(), more.begin(), more.end());
  }
  if (arguments.has("--json")) {
    base::JsonArray array;
    for (const base::Diagnostic& one : all) array.push_back(to_json(one));
    std::printf("%s\n", base::write_json(std::move(array), 2).c_str());
  } else {
    for (const base::Diagnostic& one : all)
      std::printf("%s\n", shown(one, terminal().colours_output).c_str());
    if (all.empty() && !arguments.has("--quiet")) std::printf("No errors, no warnings.\n");
  }
  return base::has_errors(all) ? k_failed : k_done;
}

}  // namespace aushang::cli
