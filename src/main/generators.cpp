#include "main/generators.h"

#include <cstdio>
#include <string_view>
#include <system_error>

#include "base/limits.h"
#include "base/result.h"
#include "main/files.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

/// The folders to look in, from the page's own one on.
std::vector<fs::path> folders_around(const fs::path& page) {
  constexpr std::size_t k_most_folders = 32, k_without_repository = 4;
  std::error_code error;
  std::vector<fs::path> folders;
  for (fs::path folder = fs::weakly_canonical(page, error).parent_path();
       !folder.empty() && folders.size() < k_most_folders; folder = folder.parent_path()) {
    folders.push_back(folder);
    if (fs::exists(folder / ".git", error)) return folders;
    if (folder == folder.root_path()) break;
  }
  if (folders.size() > k_without_repository) folders.resize(k_without_repository);
  return folders;
}

}  // namespace

const ingest::Generator& Generators::near(const fs::path& page) {
  if (!wanted_ || page == "-") return none_;
  for (const fs::path& folder : folders_around(page)) {
    if (const ingest::Generator& found = in(folder); !found.says_nothing()) return found;
  }
  return none_;
}

const ingest::Generator& Generators::in(const fs::path& folder) {
  const auto [entry, is_new] = by_folder_.try_emplace(folder);
  std::error_code error;
  for (const std::string_view name : ingest::k_generator_files) {
    const fs::path file = folder / name;
    if (!is_new || !entry->second.says_nothing() || !fs::is_regular_file(file, error)) continue;
    const base::Result<std::string> text = read_file(file, base::k_max_json_bytes);
    if (!text) continue;
    entry->second = ingest::read_generator(name, *text);
    if (!entry->second.says_nothing() && telling_ == Telling::on)
      std::fprintf(stderr, "%s: read for the pages' language and values; --no-config leaves it out.\n",
                   file.string().c_str());
  }
  return entry->second;
}

}  // namespace aushang::cli
