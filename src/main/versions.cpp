#include "main/versions.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.h"
#include "main/terminal.h"
#include "pack/compress.h"
#include "pack/hash.h"

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t k_digits = 16;
constexpr std::size_t k_max_kept_bytes = 32u << 20;

bool is_version(std::string_view name) {
  return name.size() == k_digits && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// `text` with `now` wherever it has `then`.
std::string replaced(std::string text, std::string_view then, std::string_view now) {
  for (std::size_t at = text.find(then); at != std::string::npos; at = text.find(then, at + now.size()))
    text.replace(at, then.size(), now);
  return text;
}

/// The current version first, then the others.
std::vector<std::string> versions_in(const fs::path& output) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator one(output / "v", error), end; !error && one != end; one.increment(error)) {
    const std::string name = one->path().filename().string();
    if (is_version(name)) found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  if (const base::Result<std::string> named = read_file(output / k_version_file, 1000)) {
    const std::string name(base::trim(*named));
    std::stable_partition(found.begin(), found.end(), [&](const std::string& one) { return one == name; });
  }
  return found;
}

}  // namespace

std::string unnamed_version(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += pack::sha256_hex(text);
  return version_folder(pack::sha256_hex(all).substr(0, k_digits));
}

std::string version_of(const FolderContents& site, const std::string& unnamed) {
  std::vector<std::string> files;
  for (const auto& [name, data] : site)
    files.push_back(replaced(name, unnamed, "") + ' ' + pack::sha256_hex(replaced(data, unnamed, "")) + '\n');
  std::sort(files.begin(), files.end());
  std::string all;
  for (const std::string& file : files) all += file;
  return pack::sha256_hex(all).substr(0, k_digits);
}

void name_version(FolderContents& site, const std::string& unnamed, const std::string& folder) {
  FolderContents named;
  for (auto& [name, data] : site)
    named.emplace(replaced(name, unnamed, folder), replaced(std::move(data), unnamed, folder));
  site = std::move(named);
}

std::string version_folder(const std::string& version) { return "v/" + version + "/"; }

void keep_last_version(const fs::path& output, const std::string& version, FolderContents& site) {
  std::error_code error;
  if (!fs::exists(output / k_marker_file, error)) return;
  const std::vector<std::string> found = versions_in(output);
  const auto last =
      std::find_if(found.begin(), found.end(), [&](const std::string& one) { return one != version; });
  if (last == found.end()) return;
  const fs::path folder = output / version_folder(*last);
  FolderContents kept;
  for (fs::recursive_directory_iterator one(folder, error), end; !error && one != end; one.increment(error)) {
    if (!one->is_regular_file(error)) continue;
    base::Result<std::string> data = read_file(one->path(), k_max_kept_bytes);
    if (!data) return;
    kept.emplace(one->path().lexically_relative(output).generic_string(), std::move(*data));
  }
  if (!error) site.merge(kept);
}

void add_packed(FolderContents& site) {
  FolderContents packed;
  Progress progress(site.size(), "files packed");
  for (const auto& [name, data] : site) {
    progress.step();
    if (!pack::is_compressible(name)) continue;
    const auto add = [&](const char* ending, std::string (*pack)(std::string_view)) {
      if (site.contains(name + ending)) return;
      std::string smaller = pack(data);
      if (!smaller.empty() && smaller.size() < data.size()) packed.emplace(name + ending, std::move(smaller));
    };
    add(".br", pack::brotli);
    add(".gz", pack::gzip);
  }
  site.merge(packed);
}

}  // namespace aushang::cli
