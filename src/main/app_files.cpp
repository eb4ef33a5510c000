#include "main/app_files.h"

#include <cstdint>
#include <system_error>
#include <utility>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

namespace aushang::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t k_max_app_bytes = 16u << 20;

fs::path program_path() {
  std::error_code error;
#if defined(__APPLE__)
  char path[4096];
  std::uint32_t size = sizeof path;
  if (_NSGetExecutablePath(path, &size) == 0) return fs::weakly_canonical(path, error);
  return {};
#else
  const fs::path path = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : path;
#endif
}

}  // namespace

fs::path default_app_folder() {
  const fs::path program = program_path();
  return program.empty() ? fs::path() : program.parent_path().parent_path() / "app";
}

base::Result<FolderContents> read_app(const fs::path& folder) {
  FolderContents out;
  const auto add = [&](const std::string& name, base::Diagnostics& problems) {
    base::Result<std::string> data = read_file(folder / name, k_max_app_bytes);
    if (data)
      out.emplace("app/" + name, std::move(*data));
    else
      problems = data.errors();
  };
  const auto add_if_there = [&](const std::string& name, base::Diagnostics& problems) {
    std::error_code error;
    if (fs::exists(folder / name, error)) add(name, problems);
  };
  base::Diagnostics problems;
  for (const std::string name : {"app.js", "aushang.wasm", "licences.txt"}) {
    add(name, problems);
    add_if_there(name + ".br", problems);
    add_if_there(name + ".gz", problems);
    if (!problems.empty()) return problems;
  }
  for (const char* name : {"sw.js", "icon-192.png", "icon-512.png", "maskable-512.png", "touch-180.png"})
    add_if_there(name, problems);
  if (!problems.empty()) return problems;
  // At the site's root, under a name that never changes: other people's pages name it.
  base::Result<std::string> embed = read_file(folder / "embed.js", k_max_app_bytes);
  if (!embed) return embed.errors();
  out.emplace(k_app_embed, std::move(*embed));
  return out;
}

}  // namespace aushang::cli
