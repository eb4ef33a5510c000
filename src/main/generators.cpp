#include "main/site_config_file.h"

#include <string>
#include <string_view>
#include <system_error>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/ingest.h"
#include "main/files.h"

namespace aushang::cli {
namespace fs = std::filesystem;

author::SiteFacts site_facts_near(const fs::path& page) {
  constexpr int k_most_folders = 4;
  std::error_code error;
  fs::path folder = fs::weakly_canonical(page, error).parent_path();
  for (int i = 0; i < k_most_folders && !folder.empty(); ++i, folder = folder.parent_path()) {
    for (const std::string_view name :
         {"_config.yml", "_config.yaml", "hugo.toml", "hugo.yaml", "config.toml", "config.yaml"}) {
      const fs::path file = folder / name;
      if (!fs::is_regular_file(file, error)) continue;
      const base::Result<std::string> text = read_file(file, base::k_max_json_bytes);
      if (!text) continue;
      // A configuration is what front matter is, without the lines around it.
      const std::string fence = file.extension() == ".toml" ? "+++" : "---";
      const base::Result<ingest::Page> read =
          ingest::ingest(fence + "\n" + *text + "\n" + fence + "\n", file.string());
      if (!read) continue;
      author::SiteFacts facts{read->meta.title, {}};
      for (const std::string_view key : {"url", "baseURL", "baseurl"}) {
        const auto found = read->meta.fields.find(key);
        if (facts.url.empty() && found != read->meta.fields.end() && found->second.starts_with("http"))
          facts.url = found->second;
      }
      return facts;
    }
    if (folder == folder.root_path()) break;
  }
  return {};
}

}  // namespace aushang::cli
